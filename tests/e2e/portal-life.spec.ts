import { setTimeout as wait } from 'node:timers/promises'
import { PrismaPg } from '@prisma/adapter-pg'
import { expect, test } from '@playwright/test'
import { fileBox } from '@/lib/dossiers/draft-rules'
import { sessionCookie, sessionToken } from '@/lib/identity/cookies'
import { PrismaClient } from '@/prisma/generated/client'
import { type Office, openOffice, untilBack } from '@/scripts/faults/office.mjs'
import { MARK, PROCEDURE } from '../faults/people'
import { withFile } from '../faults/visitor'
import { ask, asForm, formOn, type Told } from '../support/access-matrix-http'
import { pdfFile } from '../support/files'
import { waitForMail } from '../support/mail'
import { callUntil, type Tally } from './support/callers'

// The portal with a PostgreSQL of its own is stopped, killed and cut from its database while people call. `npm run faults` does it more often, and
// counts every write.
test.describe.configure({ mode: 'serial' })

/** Longest wait for a page on a machine that has much else to do; how long it takes is printed, and judged by `npm run faults`. */
const BACK_MS = 45_000
test.setTimeout(120_000)

type Draft = { id: string; cookie: string }

let office: Office
let db: PrismaClient
let drafts: Draft[]
/** The position of the paper that every draft still lacks. */
let lacking = 0
test.beforeAll(async () => {
  test.setTimeout(180_000)
  office = await openOffice({ out: 'tests/.out/portal-life', drafts: 4 })
  db = new PrismaClient({ adapter: new PrismaPg({ connectionString: office.env.DATABASE_URL ?? '' }) })
  const rows = await db.draft.findMany({
    where: { citizen: { sessions: { some: { userAgent: MARK } } } },
    select: { id: true, citizen: { select: { sessions: { select: { id: true } } } } },
  })
  const cookieOf = async (sessionId = '') => `${sessionCookie().name}=${await sessionToken(sessionId)}`
  drafts = await Promise.all(rows.map(async ({ id, citizen }) => ({ id, cookie: await cookieOf(citizen.sessions[0]?.id) })))
  const component = { version: { procedureCode: PROCEDURE }, requirement: 'ALWAYS' } as const
  lacking = (await db.procedureComponent.findFirstOrThrow({ where: component, select: { position: true } })).position
})
test.afterAll(async () => {
  await db.$disconnect()
  await office.close()
})

const post = ({ cookie }: Draft, path: string, form: { type: string; content: string | Buffer }): Promise<Told> => {
  const headers = { cookie, origin: office.publicUrl, 'content-type': form.type, connection: 'close' }
  return ask(new URL(path, office.publicUrl), { method: 'POST', headers, body: form.content })
}

/** Sends the paper that a draft lacks and opens its last page. Answers what presses the button there. */
async function readyToFile(draft: Draft): Promise<() => Promise<string>> {
  const file = { name: fileBox(lacking), fileName: 'to-khai.pdf', type: 'application/pdf', bytes: pdfFile() }
  expect((await post(draft, `/api/uploads?draft=${draft.id}`, withFile([['then', 'next']], file))).status).toBe(303)
  const path = `/nop-ho-so/${PROCEDURE}/${draft.id}/kiem-tra`
  const page = await ask(new URL(path, office.publicUrl), { headers: { cookie: draft.cookie, connection: 'close' } })
  const fields = formOn(page.text, 'name="requestId"').filter(([name]) => name !== 'declared')
  return async () => {
    const told = await post(draft, path, asForm([...fields, ['declared', 'yes']]))
    return decodeURIComponent(/\/da-gui\/([^?#]+)/.exec(told.headers.location ?? '')?.[1] ?? `answered ${told.status}`)
  }
}

const nextDraft = (): Draft => {
  const draft = drafts.pop()
  if (!draft) throw new Error('The drafts ran out')
  return draft
}

const CODE = /^H61\.123-\d{6}-\d{4}$/
const say = (what: string, { good, again, dropped, busy, faults }: Tally) =>
  console.log(
    `${what}: ${good} good answers, ${again} found nobody, ${dropped} dropped, ${busy} told to come back, ${faults.length} faults`,
  )

test('asked to end, it finishes what it has begun, and is back: nobody has failed', async () => {
  const before = office.pidOf('web')
  const file = await readyToFile(nextDraft())
  let filed = Promise.resolve('')
  let back = 0
  const tally = await callUntil(office.publicUrl, async () => {
    await wait(500)
    // Every filing waits for the head of the chain, which somebody holds.
    await db.$transaction(
      async (tx) => {
        await tx.$queryRaw`SELECT 1 FROM chain_head WHERE "communeId" = 1 FOR UPDATE`
        filed = file()
        await expect.poll(() => db.$queryRaw`SELECT 1 FROM pg_locks WHERE NOT granted`).not.toEqual([])
        process.kill(-(before ?? 0), 'SIGTERM')
        await wait(700)
      },
      { timeout: 15_000 },
    )
    const since = performance.now()
    expect(await filed).toMatch(CODE)
    back = await untilBack(office.publicUrl, { since, patience: BACK_MS })
    await wait(500)
  })
  say(`restarted, back after ${Math.round(back)} ms`, tally)
  expect(tally.faults).toEqual([])
  expect(tally.busy).toBe(0)
  expect(tally.good).toBeGreaterThan(20)
  expect(office.pidOf('web')).not.toBe(before)
  expect(await db.dossier.count({ where: { code: await filed } })).toBe(1)
})

test('killed in the middle of its work, it is back by itself, and what was acknowledged is there', async () => {
  const draft = nextDraft()
  const code = await (await readyToFile(draft))()
  expect(code).toMatch(CODE)
  const since = performance.now()
  await office.killPortal()
  const back = await untilBack(office.publicUrl, { since, patience: BACK_MS })
  const page = await ask(new URL(`/ho-so/${code}`, office.publicUrl), { headers: { cookie: draft.cookie } })
  expect([page.status, page.text.includes(code)]).toEqual([200, true])
  // The work in the background was killed too, and is back. What it held then is taken from the dead after half a minute (`npm run faults`).
  const inbox = `http://127.0.0.1:${office.env.MAIL_HTTP_PORT}`
  const next = await (await readyToFile(nextDraft()))()
  await waitForMail({ to: 'dientap@vidu.example', subject: next, inbox, timeoutMs: 20_000 })
  console.log(`killed: a page after ${Math.round(back)} ms`)
})

test('while the database restarts everybody is told to come back, and then it serves without a restart', async () => {
  const before = office.pidOf('web')
  const draft = nextDraft()
  const file = await readyToFile(draft)
  let [away, back] = ['', 0]
  const tally = await callUntil(office.publicUrl, async () => {
    await wait(500)
    await office.stopDatabase()
    away = await file()
    await wait(1_000)
    const since = performance.now()
    await office.startDatabase()
    back = await untilBack(office.publicUrl, { since, patience: BACK_MS })
    await wait(500)
  })
  say(`database restarted, a page after ${Math.round(back)} ms`, tally)
  expect(tally.faults).toEqual([])
  expect(tally.busy).toBeGreaterThan(0)
  expect(office.pidOf('web')).toBe(before)
  // The form that came at the wrong moment was not taken, and its second press is.
  expect(away).not.toMatch(CODE)
  expect(await file()).toMatch(CODE)
})
