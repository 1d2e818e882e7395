import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import * as route from '@/app/api/v1/dossiers/[code]/status/route'
import { closeDb } from '@/lib/platform/db'
import { newId, readClock } from '@/lib/platform/clock'
import { sessionToken } from '@/lib/identity/cookies'
import { NATIONAL } from '@/lib/dossiers/rules'
import { local } from '@/tests/support/calendar'
import { aFollowedDossier, marksIn, personalMarks } from '@/tests/support/look-up'
import { openOffice, type Office } from '@/tests/support/office'
import { requestComes } from '@/tests/support/request-scope'

vi.mock('next/headers', async () => (await import('@/tests/support/request-scope')).requestScope)

const PHONE = '1357'
const WRONG = '0000'
const Problem = z.object({ type: z.string().min(1), title: z.string().min(1), status: z.number(), detail: z.string().min(10) }).loose()

let office: Office
let code: string
let addresses = 0

type Sent = { body?: BodyInit | null; type?: string | null; of?: string; headers?: Record<string, string> }

async function send({
  body = JSON.stringify({ factor: PHONE }),
  type = 'application/json',
  of = code,
  headers = {},
}: Sent = {}): Promise<Response> {
  const request = new Request(`http://localhost/api/v1/dossiers/${encodeURIComponent(of)}/status`, { method: 'POST', body, headers })
  if (type === null) request.headers.delete('content-type')
  else request.headers.set('content-type', type)
  return route.POST(request, { params: Promise.resolve({ code: of }) })
}

const guess = (factor: unknown, of = code) => send({ body: JSON.stringify({ factor }), of })

async function problemOf(response: Response) {
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  const problem = Problem.parse(await response.json())
  expect(problem.status).toBe(response.status)
  return problem
}

beforeAll(async () => {
  office = await openOffice()
  code = await aFollowedDossier(office, 'take')
})
afterAll(async () => {
  vi.useRealTimers()
  await office.close()
})
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: local('2026-11-23 10:00') })
  requestComes({ address: `198.51.100.${(addresses += 1)}` })
  await office.db.attempt.deleteMany()
})

describe('the status of a dossier for other programs', () => {
  test('says stage, holder, what is next and when, in office time, with every reason', async () => {
    const response = await send()
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    const status = await response.json()
    expect(status).toMatchObject({
      code,
      procedure: { code: '1.004873', name: 'Cấp Giấy xác nhận tình trạng hôn nhân' },
      agency: 'xã Tân Hoà',
      stage: 'in_hand',
      stageName: 'Đang giải quyết',
      nationalStatus: 4,
      holder: { role: 'chuyên viên', place: 'Văn phòng HĐND và UBND' },
      next: { step: 'propose', by: 'chuyên viên', text: expect.stringMatching(/^Còn 5\.000 đồng chưa nộp\./) },
      submittedAt: '2026-11-19T19:42:00+07:00',
      answerDueAt: null,
      receivedAt: '2026-11-20T08:15:00+07:00',
      dueAt: '2026-11-26T17:00:00+07:00',
      appointmentAt: '2026-11-26T17:00:00+07:00',
      finishedAt: null,
      returnedAt: null,
      deadline: { effectiveReceipt: '2026-11-20T08:15:00+07:00', dueAt: '2026-11-26T17:00:00+07:00' },
    })
    expect(status.deadline.reasons.map(({ text }: { text: string }) => text).join('\n')).toContain('nghỉ Ngày Văn hóa Việt Nam, không tính')
  })

  test('before receipt there is an hour for the answer and no due date', async () => {
    const sent = await aFollowedDossier(office, null)
    expect(await (await send({ of: sent })).json()).toMatchObject({
      stage: 'submitted',
      nationalStatus: NATIONAL.submitted,
      answerDueAt: '2026-11-20T17:00:00+07:00',
      receivedAt: null,
      dueAt: null,
      deadline: null,
    })
  })

  test('a result that waits is the applicant’s move, a dossier that is done nobody’s', async () => {
    const waiting = await (await send({ of: await aFollowedDossier(office, 'approve') })).json()
    expect(waiting).toMatchObject({
      nationalStatus: 9,
      next: { step: 'hand_over', by: 'người nộp hồ sơ' },
      finishedAt: '2026-11-23T14:00:00+07:00',
    })
    const done = await (await send({ of: await aFollowedDossier(office, 'hand_over') })).json()
    expect(done).toMatchObject({ nationalStatus: 10, next: { step: null, by: null } })
  })

  test('carries nothing personal, neither in what it answers nor in what it refuses', async () => {
    const marks = await personalMarks(office, code)
    const answers = [await (await send()).json(), await (await guess(WRONG)).json(), await (await guess('x')).json()]
    expect(marksIn(answers, marks)).toEqual([])
  })

  test('whoever is signed in is nobody here: the factor alone is the key', async () => {
    const citizen = await office.citizen()
    const { citizenId, sessionId } = citizen
    const now = readClock()
    const times = { createdAt: now, lastSeenAt: now, expiresAt: new Date(now.getTime() + 3_600_000) }
    await office.db.loginSession.create({ data: { id: sessionId, citizenId, userAgent: 'test', ...times } })
    requestComes({ address: '203.0.113.7', cookies: { phien: await sessionToken(sessionId) } })
    for (let n = 0; n < 30; n++) expect((await guess(WRONG, `H61.123-200103-${String(n).padStart(4, '0')}`)).status).toBe(404)
    expect((await send()).status).toBe(429)
    requestComes({ address: '203.0.113.8', cookies: { phien: await sessionToken(sessionId) } })
    expect((await send()).status).toBe(200)
  })
})

describe('a refusal', () => {
  test('for a wrong code is the one for a wrong factor', async () => {
    const [wrongFactor, wrongCode] = [await guess(WRONG), await guess(PHONE, 'H61.123-261119-9999')]
    expect([wrongFactor.status, wrongCode.status]).toEqual([404, 404])
    expect(await problemOf(wrongCode)).toEqual(await problemOf(wrongFactor))
  })

  test('after five wrong factors says when to come back', async () => {
    for (let n = 0; n < 5; n++) expect((await guess(WRONG)).status).toBe(404)
    vi.setSystemTime(local('2026-11-23 10:15'))
    const refused = await send()
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe(String(45 * 60))
    expect(await problemOf(refused)).toMatchObject({ detail: 'Đã thử 5 lần. Thử lại sau 11:00.' })
  })

  test.each<[string, Sent, number]>([
    ['a form instead of JSON', { body: 'factor=1357', type: 'application/x-www-form-urlencoded' }, 415],
    ['JSON that calls itself text', { type: 'text/plain' }, 415],
    ['no media type', { type: null }, 415],
    ['no body', { body: null }, 400],
    ['half a body', { body: '{"factor": "13' }, 400],
    ['text that is not UTF-8', { body: new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]) }, 400],
    ['a body beyond every need', { body: JSON.stringify({ factor: PHONE, more: 'x'.repeat(3_000) }) }, 413],
    ['a body that lies about its length', { body: `"${'x'.repeat(3_000)}"`, headers: { 'content-length': '2' } }, 413],
    ['a list', { body: '["1357"]' }, 400],
    ['null', { body: 'null' }, 400],
    ['a number for the factor, which would lose its zeros', { body: '{"factor": 1357}' }, 400],
    ['three digits', { body: '{"factor": "135"}' }, 400],
    ['another name for the factor', { body: '{"Factor": "1357"}' }, 400],
    ['an address that is no code', { of: 'ho-so-cua-toi' }, 400],
  ])('for %s says what to change', async (_what, sent, status) => {
    const response = await send(sent)
    expect(response.status).toBe(status)
    await problemOf(response)
    expect(await office.db.attempt.count()).toBe(0)
  })

  test('names the field', async () => {
    expect(await problemOf(await guess('12'))).toMatchObject({
      type: 'urn:mot-cua:problem:invalid-input',
      detail: 'Nhập đủ 4 chữ số cuối của số điện thoại hoặc số định danh.',
      errors: [{ field: 'factor', detail: expect.stringMatching(/^Nhập đủ 4 chữ số cuối/) }],
    })
  })

  test('for another method says which one to use', async () => {
    for (const method of [route.GET, route.PUT, route.PATCH, route.DELETE]) {
      const response = method()
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST'])
      await problemOf(response)
    }
  })

  test('is never a 5xx, whatever is sent', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(code, '../..', '%00', `${code}\u0000`, 'constructor', '__proto__'),
    )
    const body = fc.oneof(
      fc.json(),
      fc.string({ unit: 'binary' }),
      fc.record({ factor: fc.anything() }).map((value) => JSON.stringify(value) ?? ''),
    )
    await fc.assert(
      fc.asyncProperty(
        text,
        body,
        fc.constantFrom('application/json', 'application/json; charset=utf-8', 'text/html', ''),
        async (of, sent, type) => {
          const request = new Request('http://localhost/api/v1/dossiers/x/status', {
            method: 'POST',
            body: sent,
            headers: { 'content-type': type },
          })
          const response = await route.POST(request, { params: Promise.resolve({ code: of }) })
          expect(response.status).toBeGreaterThanOrEqual(400)
          expect(response.status).toBeLessThan(500)
          await problemOf(response)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('for a database that is away is a 503 that says when to come back, not a bug', async () => {
    const id = newId()
    await closeDb()
    const { DATABASE_URL } = process.env
    process.env.DATABASE_URL = `postgresql://nobody@127.0.0.1:9/${id}`
    try {
      vi.resetModules()
      const fresh = await import('@/app/api/v1/dossiers/[code]/status/route')
      const request = new Request('http://localhost/x', {
        method: 'POST',
        body: '{"factor":"1357"}',
        headers: { 'content-type': 'application/json' },
      })
      const response = await fresh.POST(request, { params: Promise.resolve({ code }) })
      expect(response.status).toBe(503)
      expect(response.headers.get('retry-after')).toBe('60')
      await problemOf(response)
    } finally {
      process.env.DATABASE_URL = DATABASE_URL
      vi.resetModules()
    }
  })
})
