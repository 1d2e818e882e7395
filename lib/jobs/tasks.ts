import type { Task, TaskList } from 'graphile-worker'
import { z } from 'zod'
import { newId, readClock } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { sha256 } from '@/lib/platform/digest'
import { addDays, columnOfLocalDate, localDateOf } from '@/lib/platform/local-date'
import { fileStorage } from '@/lib/documents/storage'
import { renderPaper } from '@/lib/papers/render'
import { isRenderable } from '@/lib/papers/rules'
import { sendMail } from '@/lib/notifications/email'
import { SEND_NOTIFICATION } from '@/lib/notifications/store'
import { REMOVE_FILE } from '@/lib/dossiers/drafts'
import { WITH_FACTS } from '@/lib/dossiers/erasure'
import { RENDER_PAPER } from '@/lib/dossiers/issue-paper'
import { storageKey } from '@/lib/documents/rules'
import { CHECK_REGISTER, IMPORT_REGISTER } from '@/lib/dossiers/register/import-commands'
import { passWaiting } from '@/lib/dossiers/commands/pass-waiting'
import { pilesForHeads } from '@/lib/dossiers/nobody-there'
import { watchCommune } from '@/lib/dossiers/watch'
import { ANCHOR_CHAINS, anchorChains } from './anchors'
import { deleteStaleDrafts, removeFile } from './drafts'
import { removeOrphans } from './orphans'
import { checkRegister, deleteStaleRegisters, importRegister } from './register'

const OfCommune = z.object({ communeId: z.number().int(), id: z.uuid() })

const DAY_MS = 86_400_000
/** Sent forms answer their first outcome for this long. */
const REQUESTS_KEPT_MS = 30 * DAY_MS
/** Longer than any limit counts back. */
const ATTEMPTS_KEPT_MS = DAY_MS

/**
 * Sends one queued mail. A crash between sending and marking sends it again under the same message id; a server that does not
 * take it makes the job throw, and graphile-worker tries again later.
 */
const sendNotification: Task = async (payload) => {
  const { communeId, id } = OfCommune.parse(payload)
  const key = { communeId_id: { communeId, id } }
  const notice = await db().notification.findUnique({ where: key, select: { recipient: true, subject: true, body: true, status: true } })
  if (!notice || notice.status === 'SENT') return
  await sendMail({ id, to: notice.recipient, subject: notice.subject, body: notice.body })
  await db().notification.update({ where: key, data: { status: 'SENT', sentAt: readClock() }, select: { id: true } })
}

/** Renders a paper from its kept facts and keeps the PDF with its hash; the same facts always give the same bytes. */
const renderIssuedPaper: Task = async (payload) => {
  const { communeId, id } = OfCommune.parse(payload)
  const key = { communeId_id: { communeId, id } }
  const paper = await db().paper.findUnique({
    where: { ...key, ...WITH_FACTS },
    select: { kind: true, templateVersion: true, facts: true, storageKey: true },
  })
  if (!paper || paper.storageKey !== null || !isRenderable(paper.kind)) return
  const bytes = await renderPaper(paper.kind, paper.templateVersion, paper.facts)
  const file = storageKey(communeId, id)
  const disk = await fileStorage()
  if (!(await disk.has(file))) await disk.put(file, bytes, newId())
  // Meanwhile the person's data may have been erased: then neither row nor file may come back.
  const data = { storageKey: file, sha256: sha256(bytes), size: bytes.length }
  const { count } = await db().paper.updateMany({ where: { communeId, id, ...WITH_FACTS }, data })
  if (count === 0) await disk.remove(file)
}

/**
 * Drops what has served its time: answered requests, counted tries and bytes, sessions, uploads that never arrived whole or were not kept,
 * forgotten drafts.
 */
export const sweep: Task = async () => {
  const now = readClock().getTime()
  await db().request.deleteMany({ where: { at: { lt: new Date(now - REQUESTS_KEPT_MS) } } })
  await db().attempt.deleteMany({ where: { at: { lt: new Date(now - ATTEMPTS_KEPT_MS) } } })
  await db().uploadDay.deleteMany({ where: { day: { lt: columnOfLocalDate(addDays(localDateOf(new Date(now)), -1)) } } })
  await (await fileStorage()).sweepTemp(new Date(now - DAY_MS))
  await db().loginSession.deleteMany({ where: { expiresAt: { lt: new Date(now - DAY_MS) } } })
  await removeOrphans(new Date(now))
  await deleteStaleDrafts(new Date(now))
  await deleteStaleRegisters(new Date(now))
}

const AtStart = z.object({ atStart: z.boolean().default(false) })

const anchor: Task = async (payload) => {
  await anchorChains(readClock(), { unlessNoted: AtStart.parse(payload).atStart })
}

/** Looks at the open dossiers of every commune; each commune's own office hours say whether anybody is warned. */
const watch: Task = async () => {
  const now = readClock()
  const communes = await db().commune.findMany({ orderBy: { id: 'asc' }, select: { id: true } })
  for (const { id } of communes) {
    await keepFromWaiting(id, now)
    await watchCommune(db(), id, now)
  }
}

/** What waits for nobody goes to the head. Looked for first, so that the chain tells only of what was done. */
async function keepFromWaiting(communeId: number, now: Date): Promise<void> {
  if ((await pilesForHeads(db(), communeId, now)).length === 0) return
  const done = await passWaiting({ kind: 'system', communeId, name: 'watchdog' }, newId(), {})
  if (!done.ok) throw new Error(`What waits for nobody stays there: ${done.code}`)
}

export const TASKS: TaskList = {
  [SEND_NOTIFICATION]: sendNotification,
  [RENDER_PAPER]: renderIssuedPaper,
  [REMOVE_FILE]: removeFile,
  [ANCHOR_CHAINS]: anchor,
  [CHECK_REGISTER]: checkRegister,
  [IMPORT_REGISTER]: importRegister,
  sweep,
  watch,
}

/**
 * The worker's clock is UTC. At 02:10 local time, when nobody files, the sweep; at 23:50 the anchor of the day, long enough before midnight that a
 * busy machine still writes it on that day. The watchdog every five minutes: a run that is missed is made good by the next.
 */
export const CRONTAB = `10 19 * * * sweep\n*/5 * * * * watch ?queue=watch\n50 16 * * * ${ANCHOR_CHAINS} ?queue=${ANCHOR_CHAINS}`
