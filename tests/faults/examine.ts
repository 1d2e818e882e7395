// What else has to be true after a run, whatever people were told: rules of the office that no interruption may break.
import { replay, type Changes } from '@/lib/dossiers/life-cycle'
import type { Storage } from '@/lib/documents/storage'
import { sha256 } from '@/lib/platform/digest'
import type { PrismaClient } from '@/prisma/generated/client'

/** A mail as the mail server took it in. */
export type Mail = { messageId: string | null; subject: string }

/** Each rule with the sentences of what breaks it; the key says the rule in Vietnamese, as the report prints it. */
export type Examined = Record<'replay' | 'holder' | 'file' | 'mail', string[]>

export const RULES: Record<keyof Examined, string> = {
  replay: 'phát lại sự kiện ra đúng hồ sơ',
  holder: 'hồ sơ đang mở nào cũng có một người giữ',
  file: 'dòng nào của tệp và giấy cũng có tệp đúng nội dung',
  mail: 'mỗi thông báo là một thư, gửi lại thì cùng mã thư',
}

type Rows = Awaited<ReturnType<typeof readRows>>

/** Everything of these drafts and the dossiers that they became. */
async function readRows(db: PrismaClient, draftIds: readonly string[]) {
  const draftId = { in: [...new Set(draftIds)] }
  const dossiers = await db.dossier.findMany({ where: { communeId: 1, draftId }, include: { events: { orderBy: { seq: 'asc' } } } })
  const mine = { communeId: 1, dossierId: { in: dossiers.map(({ id }) => id) } }
  const kept = { storageKey: true, sha256: true }
  return {
    dossiers,
    files: [
      ...(await db.document.findMany({ where: { communeId: 1, OR: [{ draftId }, { dossierId: mine.dossierId }] }, select: kept })),
      ...(await db.paper.findMany({ where: { ...mine, storageKey: { not: null } }, select: kept })),
    ],
    notices: await db.notification.findMany({ where: mine, select: { id: true, subject: true, status: true } }),
    departments: new Set((await db.department.findMany({ where: { communeId: 1 }, select: { code: true } })).map(({ code }) => code)),
    working: new Set((await db.staff.findMany({ where: { communeId: 1, status: 'ACTIVE' }, select: { id: true } })).map(({ id }) => id)),
  }
}

/** Examines what a run has left behind. */
export async function examine(
  { db, storage, mails }: { db: PrismaClient; storage: Storage; mails: readonly Mail[] },
  draftIds: readonly string[],
): Promise<Examined> {
  const rows = await readRows(db, draftIds)
  return {
    replay: rows.dossiers.flatMap(otherwiseThanToldByEvents),
    holder: rows.dossiers.flatMap((dossier) => withoutHolder(dossier, rows)),
    file: await withoutFile(rows, storage),
    mail: wrongMails(rows, mails),
  }
}

function otherwiseThanToldByEvents({ events, ...dossier }: Rows['dossiers'][number]): string[] {
  const told = replay(events.map(({ changes }): { changes: Changes } => ({ changes: Object(changes) })))
  const wrong = Object.keys(told).filter((column) => plain(told[column]) !== plain(Reflect.get(dossier, column)))
  const gap = events.findIndex(({ seq }, index) => seq !== index + 1)
  return [
    ...wrong.map((column) => `${dossier.code}: ${column} is ${plain(Reflect.get(dossier, column))}, its events say ${plain(told[column])}`),
    ...(gap < 0 && events.length === dossier.version ? [] : [`${dossier.code}: version ${dossier.version}, ${events.length} events`]),
  ]
}

const plain = (value: unknown): string => JSON.stringify(value) ?? 'nothing'

function withoutHolder(dossier: Rows['dossiers'][number], { departments, working }: Rows): string[] {
  const { code, closedAt, holderKind, holderDepartment, holderStaffId, nextDueAt } = dossier
  if (closedAt !== null) return []
  const known: Record<typeof holderKind, boolean> = {
    desk: departments.has(holderDepartment ?? ''),
    department: departments.has(holderDepartment ?? ''),
    person: working.has(holderStaffId ?? ''),
    applicant: true,
    agency: true,
    nobody: false,
  }
  return known[holderKind] && nextDueAt !== null ? [] : [`${code}: open, and held by ${holderKind}`]
}

async function withoutFile({ files }: Rows, storage: Storage): Promise<string[]> {
  const found: string[] = []
  for (const { storageKey, sha256: expected } of files) {
    const bytes = await storage.readBytes(storageKey ?? '').catch(() => null)
    if (bytes === null) found.push(`${storageKey}: a row, and no file`)
    else if (sha256(bytes) !== expected) found.push(`${storageKey}: another content than its row says`)
  }
  return found
}

/** A second mail of one notice carries the same id, so that the reader's program shows it once; another id would be another mail. */
function wrongMails({ notices }: Rows, mails: readonly Mail[]): string[] {
  const ids = new Map<string, Set<string>>()
  for (const { subject, messageId } of mails) ids.set(subject, (ids.get(subject) ?? new Set()).add(messageId ?? ''))
  return notices.flatMap(({ id, subject, status }) => {
    const sent = [...(ids.get(subject) ?? [])]
    if (sent.length > 1) return [`${subject}: ${sent.length} mails with different ids`]
    if (status === 'SENT' && sent.length === 0) return [`${subject}: marked as sent, and no mail came`]
    return sent.every((messageId) => messageId.startsWith(`<${id}@`)) ? [] : [`${subject}: sent under an id that is not its own`]
  })
}
