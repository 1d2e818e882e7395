import { createServer, connect, type Socket } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { openLookUpAction } from '@/app/(public)/tra-cuu/actions'
import * as files from '@/app/api/files/[id]/route'
import * as stats from '@/app/api/v1/stats/route'
import * as busyPage from '@/app/dang-ban/route'
import { shown } from '@/app/shown'
import { command, query } from '@/lib/access/gate'
import { anyone } from '@/lib/access/policy'
import { requireActor } from '@/lib/identity/session'
import { currentSite } from '@/lib/places/site'
import { newId } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { EMPTY_FORM } from '@/lib/platform/form'
import { Refusal, refused } from '@/lib/platform/refusal'
import { sentenceOf } from '@/lib/text/refusals'
import { databaseUrl } from '@/tests/support/database'
import { requestComes } from '@/tests/support/request-scope'

vi.mock('next/headers', async () => (await import('@/tests/support/request-scope')).requestScope)

// The portal reaches its database through this gateway, which can go away and come back. One connection, so that a pool is soon full.

const target = new URL(databaseUrl)
const socketsOpen = new Set<Socket>()
let away = false
let silent = false
const gateway = createServer((client) => {
  socketsOpen.add(client)
  client.on('error', () => undefined)
  if (away) return client.destroy()
  const server = connect(Number(target.port || 5432), target.hostname)
  socketsOpen.add(server)
  server.on('error', () => client.destroy())
  client.on('close', () => server.destroy())
  server.on('close', () => client.destroy())
  const hand = (to: Socket) => (bytes: Buffer) => void (silent || to.write(bytes))
  client.on('data', hand(server))
  return server.on('data', hand(client))
})

const direct = new pg.Client({ connectionString: databaseUrl })

beforeAll(async () => {
  await direct.connect()
  const port = await new Promise<number>((resolve) => {
    gateway.listen(0, '127.0.0.1', () => {
      const address = gateway.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
  process.env.DATABASE_URL = Object.assign(new URL(databaseUrl), { hostname: '127.0.0.1', port: String(port) }).href
  process.env.DATABASE_POOL = '1'
})

afterAll(async () => {
  for (const socket of socketsOpen) socket.destroy()
  gateway.close()
  await direct.end()
})

/** Cuts every connection, and lets no new one through. */
function cut(): void {
  away = true
  for (const socket of socketsOpen) socket.destroy()
  socketsOpen.clear()
}

const nobody = { kind: 'anonymous', communeId: 1, address: '192.0.2.1' } as const
const counted = async (bucket: string): Promise<number> =>
  (await direct.query('SELECT 1 FROM attempt WHERE bucket = $1', [bucket])).rowCount ?? 0

const limits = (_actor: unknown, { bucket }: { bucket: string }) => [{ bucket, tries: 3, minutes: 15 }]
const ask = query({ name: 'test.ask', input: z.object({}), allow: anyone, run: async (reading) => reading.db.commune.count() })
const guess = command({
  name: 'test.guess_busily',
  input: z.object({ bucket: z.string(), then: z.enum(['cut', 'refuse']) }),
  allow: anyone,
  limits,
  run: async (writing, { then }) => {
    if (then === 'refuse') throw new Refusal('factor_wrong')
    cut()
    return writing.db.commune.count()
  },
})

it('a database that is away is busy, and serves again without a restart', async () => {
  expect(await ask(nobody, {})).toMatchObject({ ok: true })
  cut()
  expect(await ask(nobody, {})).toMatchObject({ ok: false, code: 'busy' })
  expect(await guess(nobody, newId(), { bucket: 'away', then: 'refuse' })).toMatchObject({ ok: false, code: 'busy' })
  away = false
  expect(await ask(nobody, {})).toMatchObject({ ok: true })
})

it('says so to browsers and to programs alike: 503 and when to come back', async () => {
  cut()
  requestComes()
  const answers = [
    await stats.GET(new Request('http://localhost/api/v1/stats?from=2024-01-01&to=2024-12-31')),
    await files.GET(new Request('http://localhost/api/files/x'), { params: Promise.resolve({ id: newId() }) }),
    await busyPage.GET(new Request('http://localhost/dang-ban?tiep=/ho-so')),
  ]
  expect(answers.map(({ status }) => status)).toEqual([503, 503, 503])
  for (const answer of answers) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(answers[0]?.headers.get('content-type')).toContain('application/problem+json')
  expect(await answers[2]?.text()).toContain('<a href="/ho-so">Thử lại</a>')
  away = false
})

it('leads a page to the busy page and back', async () => {
  cut()
  requestComes()
  await expect(currentSite()).rejects.toMatchObject({ digest: expect.stringContaining(';/dang-ban?tiep=') })
  await expect(requireActor()).rejects.toMatchObject({ digest: expect.stringContaining(';/dang-ban?tiep=') })
  await expect(shown(refused('busy'))).rejects.toMatchObject({ digest: expect.stringContaining(';/dang-ban?tiep=') })
  away = false
})

it('keeps what was typed in a form', async () => {
  cut()
  requestComes({ origin: 'http://localhost' })
  const typed = new FormData()
  typed.set('code', 'H61.123-261123-0001')
  const state = await openLookUpAction(EMPTY_FORM, typed)
  expect(state).toEqual({ values: { code: 'H61.123-261123-0001' }, errors: {}, message: sentenceOf({ code: 'busy', detail: {} }) })
  away = false
})

it('a lock that is not granted in time is busy', async () => {
  await direct.query('BEGIN')
  await direct.query('LOCK TABLE commune IN ACCESS EXCLUSIVE MODE')
  const waits = query({
    name: 'test.wait',
    input: z.object({}),
    allow: anyone,
    run: (reading) => reading.db.$queryRaw`SELECT set_config('lock_timeout', '50', false)`,
  })
  expect(await waits(nobody, {})).toMatchObject({ ok: true })
  expect(await ask(nobody, {})).toMatchObject({ ok: false, code: 'busy' })
  await direct.query('ROLLBACK')
  expect(await ask(nobody, {})).toMatchObject({ ok: true })
})

it('a full pool is busy, and serves again once it is free', async () => {
  let free = (): void => undefined
  const held = db().$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT 1`
      await new Promise<void>((resolve) => {
        free = resolve
      })
    },
    { timeout: 20_000 },
  )
  const [asked, guessed] = await Promise.all([ask(nobody, {}), guess(nobody, newId(), { bucket: 'full', then: 'refuse' })])
  free()
  await held
  expect(asked).toMatchObject({ ok: false, code: 'busy' })
  expect(guessed).toMatchObject({ ok: false, code: 'busy' })
  expect(await counted('full')).toBe(0)
  expect(await ask(nobody, {})).toMatchObject({ ok: true })
})

it('a try that nobody had time to judge is not counted, and one that was refused is', async () => {
  expect(await guess(nobody, newId(), { bucket: 'cut', then: 'cut' })).toMatchObject({ ok: false, code: 'busy' })
  // It was taken, and the database went away before it could be given back.
  expect(await counted('cut')).toBe(1)
  away = false
  expect(await guess(nobody, newId(), { bucket: 'cut', then: 'refuse' })).toMatchObject({ ok: false, code: 'factor_wrong' })
  expect(await counted('cut')).toBe(1)
})

it('a database that says nothing any more, without closing anything, is busy after a while, and serves again once it speaks', async () => {
  expect(await ask(nobody, {})).toMatchObject({ ok: true })
  silent = true
  const since = performance.now()
  const lasts = () => (performance.now() - since) / 1_000
  const [asked, guessed] = await Promise.all([ask(nobody, {}), guess(nobody, newId(), { bucket: 'silent', then: 'refuse' })])
  expect([asked, guessed]).toMatchObject([
    { ok: false, code: 'busy' },
    { ok: false, code: 'busy' },
  ])
  expect(lasts()).toBeLessThan(25)
  silent = false
  const back = performance.now()
  expect(await ask(nobody, {})).toMatchObject({ ok: true })
  expect(await guess(nobody, newId(), { bucket: 'silent', then: 'refuse' })).toMatchObject({ ok: false, code: 'factor_wrong' })
  expect(performance.now() - back).toBeLessThan(5_000)
}, 60_000)

it('a transaction in which the database falls silent is busy, and its connection is not given to the next', async () => {
  const falls = command({
    name: 'test.falls_silent',
    input: z.object({}),
    allow: anyone,
    run: async (writing) => {
      silent = true
      return writing.db.commune.count()
    },
  })
  const since = performance.now()
  expect(await falls(nobody, newId(), {})).toMatchObject({ ok: false, code: 'busy' })
  expect(performance.now() - since).toBeLessThan(40_000)
  silent = false
  expect(await ask(nobody, {})).toMatchObject({ ok: true })
}, 60_000)
