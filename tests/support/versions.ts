// Versions of procedures written by the commands that the administrator's pages call.
import type { StaffActor } from '@/lib/access/policy'
import { newId } from '@/lib/platform/clock'
import { addDays, type LocalDate } from '@/lib/platform/local-date'
import { saveVersionPart, startVersion } from '@/lib/procedures/versions/commands'
import { publishVersion } from '@/lib/procedures/versions/publish'
import { readVersionDraft, readVersions } from '@/lib/procedures/versions/queries'
import type { PrismaClient } from '@/prisma/generated/client'
import { valueOf } from '@/tests/support/filing'
import { tomorrow } from '@/tests/support/today'

/** The administrator of the first commune, who keeps the procedures for all. */
export async function administrator(db: PrismaClient): Promise<StaffActor> {
  const communeId = 1
  const row = await db.staff.findFirstOrThrow({ where: { communeId, roles: { has: 'admin' } }, orderBy: { userName: 'asc' } })
  const { id: staffId, fullName, position, departmentCode, roles } = row
  return { kind: 'staff', communeId, staffId, sessionId: newId(), fullName, position, departmentCode, roles }
}

/** The draft of a procedure's next version as its pages show it. */
export const draftOf = async (admin: StaffActor, code: string) => valueOf(await readVersionDraft(admin, { code }))

/** The mark of what a page of the draft shows now. */
export const seenOf = async (admin: StaffActor, code: string, page: string): Promise<string> =>
  (await draftOf(admin, code)).marks[page] ?? ''

type PagePart = 'names' | 'limit' | 'fees' | 'basis' | 'day'

/** Saves one page of the draft, begun if there is none. */
export async function savePart(admin: StaffActor, { code, part }: { code: string; part: PagePart }, fields: Record<string, string>) {
  valueOf(await startVersion(admin, newId(), { code }))
  const seen = await seenOf(admin, code, part)
  return saveVersionPart(admin, newId(), { code, part, fields, seen })
}

/** What the page with the limit holds, with some boxes typed over. */
export async function limitFields(admin: StaffActor, code: string, typed: Record<string, string>): Promise<Record<string, string>> {
  valueOf(await startVersion(admin, newId(), { code }))
  const { content } = await draftOf(admin, code)
  const { limit, limitNote, onlineLevel, bring, departmentCode } = content
  return {
    ...{ value: String(limit.value), unit: limit.unit, limitNote: limitNote ?? '', onlineLevel, bring: bring ?? '', departmentCode },
    ...typed,
  }
}

/** The day on which the next version of a procedure can begin: `from`, or the day after the newest one has. */
async function nextDay(admin: StaffActor, code: string, from: LocalDate): Promise<LocalDate> {
  const { versions } = valueOf(await readVersions(admin, { code }))
  const [newest] = versions
  return newest && newest.validFrom >= from ? addDays(newest.validFrom, 1) : from
}

let names = 0

/** A draft that says something new and can be published; answers what the page that publishes it carries. */
export async function readyDraft(admin: StaffActor, code: string, from: LocalDate = tomorrow()): Promise<{ code: string; seen: string }> {
  valueOf(await startVersion(admin, newId(), { code }))
  const { content } = await draftOf(admin, code)
  const { name, lead, result } = content
  valueOf(await savePart(admin, { code, part: 'names' }, { name, shortName: `Tên gọi thử ${(names += 1)}`, lead, result }))
  valueOf(await savePart(admin, { code, part: 'day' }, { firstDay: await nextDay(admin, code, from) }))
  return { code, seen: await seenOf(admin, code, 'whole') }
}

/** Publishes a version that says something new, from `from` on. Answers its id. */
export async function published(admin: StaffActor, code: string, from: LocalDate = tomorrow()): Promise<string> {
  return valueOf(await publishVersion(admin, newId(), await readyDraft(admin, code, from))).versionId
}
