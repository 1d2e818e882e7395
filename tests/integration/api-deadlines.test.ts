import fc from 'fast-check'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import * as route from '@/app/api/v1/deadlines/route'
import { openReference } from '@/tests/support/database'
import { requestComes } from '@/tests/support/request-scope'

vi.mock('next/headers', async () => (await import('@/tests/support/request-scope')).requestScope)

const Answer = z.object({
  effectiveReceipt: z.string().regex(/\+07:00$/),
  dueAt: z.string().regex(/\+07:00$/),
  reasons: z.array(z.object({ kind: z.string(), text: z.string().min(5) }).loose()).min(1),
})

const ask = (query: string) => route.GET(new Request(`http://localhost/api/v1/deadlines?${query}`))
const answerTo = async (query: string) => Answer.parse(await (await ask(query)).json())

beforeAll(async () => {
  await openReference()
  requestComes()
})

describe('when a dossier would be due', () => {
  test.each([
    [
      'three working days over Ngày Văn hóa',
      'receivedAt=2026-11-20T08:15:00%2B07:00&value=3&unit=WORKING_DAY',
      '2026-11-26T17:00:00+07:00',
    ],
    [
      'an offset whose plus sign nobody escaped',
      'receivedAt=2026-11-20T08:15:00+07:00&value=3&unit=WORKING_DAY',
      '2026-11-26T17:00:00+07:00',
    ],
    ['an instant in UTC', 'receivedAt=2026-11-20T01:15:00Z&value=3&unit=WORKING_DAY', '2026-11-26T17:00:00+07:00'],
    ['calendar days', 'receivedAt=2026-11-20T08:15:00%2B07:00&value=5&unit=DAY', '2026-11-25T17:00:00+07:00'],
    ['hours', 'receivedAt=2026-11-20T16:00:00%2B07:00&value=2&unit=HOUR', '2026-11-23T08:00:00+07:00'],
    ['the same day, without a value', 'receivedAt=2026-11-20T15:00:00%2B07:00&unit=SAME_DAY', '2026-11-23T17:00:00+07:00'],
    [
      'a pause, which is added back',
      'receivedAt=2026-11-16T08:00:00%2B07:00&value=3&unit=WORKING_DAY&pauses=2026-11-17T17:00:00%2B07:00/2026-11-19T17:00:00%2B07:00',
      '2026-11-23T17:00:00+07:00',
    ],
  ])('%s', async (_what, query, dueAt) => {
    expect((await answerTo(query)).dueAt).toBe(dueAt)
  })

  test('says from when it counts and names each day that does not', async () => {
    const { effectiveReceipt, reasons } = await answerTo('receivedAt=2026-11-20T17:00:00%2B07:00&value=1&unit=WORKING_DAY')
    expect(effectiveReceipt).toBe('2026-11-23T07:00:00+07:00')
    expect(reasons.filter(({ kind }) => kind === 'skipped').map(({ date }) => date)).toEqual(['2026-11-21', '2026-11-22', '2026-11-24'])
    expect(reasons.map(({ kind }) => kind)).toContain('received')
  })
})

describe('a question that cannot be answered', () => {
  test.each([
    ['nothing asked', '', 'receivedAt'],
    ['a day without a time', 'receivedAt=2026-11-20&value=3&unit=WORKING_DAY', 'receivedAt'],
    ['a moment without an offset', 'receivedAt=2026-11-20T08:15:00&value=3&unit=WORKING_DAY', 'receivedAt'],
    ['a day that is not in the calendar', 'receivedAt=2026-02-30T08:15:00Z&value=3&unit=WORKING_DAY', 'receivedAt'],
    ['no day at all', 'receivedAt=2026-11-20T08:15:00Z&value=0&unit=WORKING_DAY', 'value'],
    ['half a day', 'receivedAt=2026-11-20T08:15:00Z&value=1.5&unit=WORKING_DAY', 'value'],
    ['more than a thousand', 'receivedAt=2026-11-20T08:15:00Z&value=1001&unit=DAY', 'value'],
    ['no value', 'receivedAt=2026-11-20T08:15:00Z&unit=DAY', 'value'],
    ['a unit that is none', 'receivedAt=2026-11-20T08:15:00Z&value=3&unit=WEEK', 'unit'],
    [
      'a pause that ends before it begins',
      'receivedAt=2026-11-20T08:15:00Z&value=3&unit=DAY&pauses=2026-11-24T01:00:00Z/2026-11-23T01:00:00Z',
      'pauses',
    ],
  ])('%s is refused at its field', async (_what, query, field) => {
    const response = await ask(query)
    expect(response.status).toBe(400)
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    const problem = await response.json()
    expect(problem).toMatchObject({ status: 400, type: 'urn:mot-cua:problem:invalid-input' })
    expect(problem.errors.map((error: { field: string }) => error.field)).toContain(field)
    expect(JSON.stringify(problem)).not.toMatch(/invalid (input|string)|expected/i)
  })

  test('is never a 5xx, whatever is asked', async () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('2026-11-20T08:15:00Z', '1', '1000', 'DAY', 'HOUR', '9999-12-31T23:59:59Z'),
    )
    const query = fc.record({ receivedAt: value, value, unit: value, pauses: value }, { requiredKeys: [] })
    await fc.assert(
      fc.asyncProperty(query, async (asked) => {
        const given = Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== undefined)
        expect((await ask(new URLSearchParams(given).toString())).status).toBeLessThan(500)
      }),
      { numRuns: 300 },
    )
  })

  test('by another method says which one to use', async () => {
    const response = route.POST()
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET'])
  })
})
