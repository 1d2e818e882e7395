import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Logger, runOnce, type TaskList } from 'graphile-worker'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { fileDossier } from '@/lib/dossiers/commands/file-dossier'
import { SEND_NOTIFICATION } from '@/lib/notifications/store'
import { newId } from '@/lib/platform/clock'
import { startMail } from '@/scripts/stand-ins/mail-server'
import { control } from '@/tests/support/control'
import { databaseUrl, openReference } from '@/tests/support/database'
import { database } from '@/tests/support/database'
import { aCitizen, aCompleteDraft, valueOf } from '@/tests/support/filing'
import { findMails } from '@/tests/support/mail'

// Before the portal reads its environment: where the mail server is.
const dataDir = mkdtempSync(path.join(tmpdir(), 'mail-away-'))
const server = await startMail({ smtpPort: 0, httpPort: 0, host: 'localhost', dataDir, controlOpen: true })
process.env.SMTP_URL = `smtp://localhost:${server.smtpPort}`
const { TASKS } = await import('@/lib/jobs/tasks')

const db = database()
const silent = new Logger(() => () => undefined)

beforeAll(async () => {
  await openReference()
})
afterEach(() => control(server.inbox, { mode: 'ok' }))
afterAll(async () => {
  await db.$disconnect()
  await server.close()
  rmSync(dataDir, { recursive: true, force: true })
})

/** The worker's turn: it takes what is due. */
async function work(): Promise<void> {
  const taskList: TaskList = Object.fromEntries(Object.entries(TASKS).filter(([name]) => name === SEND_NOTIFICATION))
  await runOnce({ connectionString: databaseUrl, taskList, noHandleSignals: true, logger: silent })
}

/** Time goes by until what failed is tried again. */
const later = () => db.$executeRaw`UPDATE graphile_worker._private_jobs SET run_at = now(), locked_at = NULL, locked_by = NULL`

const jobs = async () =>
  db.$queryRaw<{ attempts: number; waits: boolean }[]>`SELECT attempts, run_at > now() AS waits FROM graphile_worker._private_jobs j
    JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE t.identifier = ${SEND_NOTIFICATION}`

/** A dossier just sent by somebody with a mail address of their own. */
async function sent(): Promise<{ id: string; to: string; code: string }> {
  const actor = await aCitizen(db)
  const to = `nguoi.nop.${newId()}@vidu.example`
  await db.citizen.update({ where: { id: actor.citizenId }, data: { email: to } })
  const draftId = await aCompleteDraft(db, actor)
  await db.citizen.update({ where: { id: actor.citizenId }, data: { email: to } })
  const { code } = valueOf(await fileDossier(actor, newId(), { draftId, declared: 'yes' }))
  const { id } = await db.notification.findFirstOrThrow({ where: { recipient: to } })
  return { id, to, code }
}
const statusOf = async (id: string) => (await db.notification.findFirstOrThrow({ where: { id } })).status
const mailsTo = (to: string) => findMails({ to, inbox: server.inbox })

test.each(['down', 'temp-451'])('a mail server that is %s keeps nobody from filing: the mail goes out later, and once', async (mode) => {
  await control(server.inbox, { mode })
  const { id, to, code } = await sent()
  await work()
  expect(await statusOf(id)).toBe('QUEUED')
  expect(await jobs()).toEqual([{ attempts: 1, waits: true }])

  await control(server.inbox, { mode: 'ok' })
  await later()
  await work()
  expect(await statusOf(id)).toBe('SENT')
  const [mail, ...more] = await mailsTo(to)
  expect(mail?.text).toContain(code)
  expect(more).toEqual([])
  expect(await jobs()).toEqual([])

  await work()
  expect(await mailsTo(to)).toHaveLength(1)
})

test('a worker that dies between sending and noting it sends the same mail again under the same id, which mailboxes show once', async () => {
  const { id, to } = await sent()
  await work()
  await db.notification.updateMany({ where: { id }, data: { status: 'QUEUED', sentAt: null } })
  await db.$executeRaw`SELECT graphile_worker.add_job(${SEND_NOTIFICATION}, ${JSON.stringify({ communeId: 1, id })}::json)`
  await work()
  expect(new Set((await mailsTo(to)).map(({ messageId }) => messageId)).size).toBe(1)
  expect(await statusOf(id)).toBe('SENT')
})

test('a job that comes twice for a mail that is out sends nothing', async () => {
  const { id, to } = await sent()
  await work()
  await db.$executeRaw`SELECT graphile_worker.add_job(${SEND_NOTIFICATION}, ${JSON.stringify({ communeId: 1, id })}::json)`
  await work()
  expect(await mailsTo(to)).toHaveLength(1)
})
