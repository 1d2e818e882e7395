import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { GET, POST } from '@/app/api/v1/stats/route'
import { addOfficeMinutes } from '@/lib/deadlines/working-time'
import { dice } from '@/prisma/seed/builders/dice'
import { aDossier } from '@/prisma/seed/builders/dossier'
import { aPerson } from '@/prisma/seed/builders/person'
import { procedureOf } from '@/prisma/seed/builders/world'
import { local } from '@/tests/support/calendar'
import { openOffice, type Office } from '@/tests/support/office'
import { requestComes } from '@/tests/support/request-scope'

vi.mock('next/headers', async () => (await import('@/tests/support/request-scope')).requestScope)

const Problem = z.object({ type: z.string().min(1), title: z.string().min(1), status: z.number(), detail: z.string().min(10) })
const MARRIAGE_STATUS = '1.004873'

let office: Office

const ask = (query: string) => GET(new Request(`http://localhost/api/v1/stats?${query}`))

beforeAll(async () => {
  office = await openOffice()
  const procedure = procedureOf(office.world, MARRIAGE_STATUS)
  const at = local('2024-03-04 08:00')
  const filed = (channel: 'ONLINE' | 'COUNTER', turn: number) =>
    aDossier(
      office.world,
      {
        procedure,
        person: aPerson(dice(turn), turn),
        channel,
        submittedAt: at,
        componentFile: channel === 'ONLINE',
        paid: channel === 'ONLINE',
      },
      turn,
    )
  let minutes = 0
  const one = () => addOfficeMinutes(at, (minutes += 10), office.world.calendar)
  await office.insert(filed('ONLINE', 1).upTo('hand_over', one).built(), filed('COUNTER', 2).upTo('take', one).built())
}, 120_000)
beforeEach(() => requestComes())
afterAll(() => office.close())

test('the figures of a period are public, each rate with what was divided by what', async () => {
  const answer = await ask('from=2024-03-04&to=2024-03-31')
  expect(answer.status).toBe(200)
  expect(await answer.json()).toEqual({
    from: '2024-03-04',
    to: '2024-03-31',
    received: 2,
    resolved: 1,
    onTime: { numerator: 1, denominator: 2, ratio: 0.5 },
    online: { numerator: 1, denominator: 2, ratio: 0.5 },
    digitised: { numerator: 1, denominator: 1, ratio: 1 },
    onlinePayment: { numerator: 1, denominator: 2, ratio: 0.5 },
  })
})

test('a period without dossiers has rates without a ratio', async () => {
  const { onTime } = z.object({ onTime: z.unknown() }).parse(await (await ask('from=2023-01-01&to=2023-12-31')).json())
  expect(onTime).toEqual({ numerator: 0, denominator: 0, ratio: null })
})

test.each(['', 'from=2024-01-01', 'from=2024-02-30&to=2024-12-31', 'from=2024-12-31&to=2024-01-01', 'from=01/01/2024&to=31/12/2024'])(
  'a question that cannot be read is a problem with a sentence at its field: %s',
  async (query) => {
    const answer = await ask(query)
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    const { errors } = Problem.extend({ errors: z.array(z.object({ field: z.enum(['from', 'to']), detail: z.string() })).min(1) }).parse(
      await answer.json(),
    )
    expect(answer.status).toBe(400)
    expect(errors[0]?.detail).toMatch(/^Ngày (đầu|cuối) kỳ/)
  },
)

test('figures are only read', () => {
  const answer = POST()
  expect([answer.status, answer.headers.get('content-type')]).toEqual([405, expect.stringContaining('application/problem+json')])
})
