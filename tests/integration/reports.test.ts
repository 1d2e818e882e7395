import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AnonymousActor, StaffActor } from '@/lib/access/policy'
import { hashPersonalNumber } from '@/lib/platform/crypto'
import { addDays, instantAt } from '@/lib/platform/local-date'
import type { Result } from '@/lib/platform/refusal'
import { findCounted } from '@/lib/reports/counted-queries'
import { readFigures, readPublicFigures, readPublicRecord, type YearRecord } from '@/lib/reports/queries'
import { FIGURES, type Figure, type Part, PARTS, rateOf } from '@/lib/reports/rules'
import { insertDossiers } from '@/prisma/seed/builders/insert'
import { demo2024 } from '@/prisma/seed/demo-2024'
import { demoRecent } from '@/prisma/seed/demo-recent'
import { day } from '@/tests/support/calendar'
import { openOffice, type Office } from '@/tests/support/office'

const YEAR = { from: '2024-01-01', to: '2024-12-31' }
/** A Monday at 09:40, when the office is open. */
const NOW = instantAt(day('2026-11-23'), 9 * 60 + 40)
const visitor: AnonymousActor = { kind: 'anonymous', communeId: 1, address: '192.0.2.1' }

let office: Office
let leader: StaffActor
let headOfEconomy: StaffActor
let record: YearRecord[]

const told = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.fields)}`)
  return result.value
}
const figuresOf = async (period: { from: string; to: string }) => told(await readPublicFigures(visitor, period)).figures

beforeAll(async () => {
  office = await openOffice()
  const sample = { size: 1, sha256: '', pages: 1, put: () => Promise.resolve() }
  const insert = ({ dossiers, dice }: ReturnType<typeof demo2024>) =>
    insertDossiers(office.db, dossiers, { communeId: 1, dice, hashPersonalNumber, sample })
  await insert(demo2024(office.world))
  // Before the dossiers of the last weeks: in which year those are resolved depends on the day of the test.
  record = told(await readPublicRecord(visitor, {})).years
  await insert(demoRecent(office.world, NOW, []))
  leader = await office.staff('mau.tran')
  headOfEconomy = await office.staff('tuongtrung.do')
}, 120_000)
afterAll(() => office.close())

/** Every row of a list, page after page. */
async function allCounted(
  actor: StaffActor,
  asked: { figure: Figure; part: Part; from: string; to: string; field?: string; department?: string },
) {
  const codes: string[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = told(await findCounted(actor, { ...asked, ...(cursor === undefined ? {} : { cursor }) }))
    expect(page.rows.length).toBeLessThanOrEqual(50)
    codes.push(...page.rows.map(({ code }) => code))
    cursor = page.next
  }
  expect(new Set(codes).size).toBe(codes.length)
  return codes
}

describe('2024', () => {
  test('is what the commune reached', async () => {
    const { onlinePayment, ...figures } = await figuresOf(YEAR)
    expect(figures).toEqual({
      received: rateOf(1032, 1032),
      resolved: rateOf(1032, 1032),
      onTime: rateOf(1032, 1032),
      online: rateOf(995, 1032),
      digitised: rateOf(915, 1032),
    })
    expect(onlinePayment.ratio).toBe(1)
    expect(onlinePayment.denominator).toBeGreaterThan(300)
  })

  test('is not touched by the dossiers of the last weeks', async () => {
    const { received, onTime } = await figuresOf({ from: '2025-01-01', to: '2026-11-30' })
    expect(received.numerator).toBeGreaterThan(40)
    expect(onTime.denominator).toBeGreaterThan(40)
    const { received: before } = await figuresOf({ from: '2025-01-01', to: '2026-06-30' })
    expect(before).toEqual(rateOf(0, 0))
  })

  test('is the sum of its months, fields and departments', async () => {
    const { figures, series, byField, byDepartment } = told(await readFigures(leader, YEAR))
    expect(series.map(({ name }) => name)).toEqual(['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9', 'T10', 'T11', 'T12'])
    expect(series.reduce((sum, { received }) => sum + received, 0)).toBe(1032)
    expect(series.reduce((sum, { resolved }) => sum + resolved, 0)).toBe(1032)
    for (const [part, of] of Object.entries({ byField, byDepartment }))
      for (const figure of FIGURES) {
        const sum = rateOf(
          of.reduce((all, one) => all + one.figures[figure].numerator, 0),
          of.reduce((all, one) => all + one.figures[figure].denominator, 0),
        )
        expect({ part, figure, sum }).toEqual({ part, figure, sum: figures[figure] })
      }
  })

  test('stands in the public record beside this year, in which nothing has been done yet', () => {
    expect(record.map(({ closed }) => closed)).toEqual([false, true])
    expect(record[0]?.figures.onTime).toEqual(rateOf(0, 0))
    expect(record[1]?.year).toBe(2024)
    expect(record[1]?.figures.onTime).toEqual(rateOf(1032, 1032))
  })
})

describe('a result that comes after its due time', () => {
  test('lowers the rate of its year by one, and is then the exception that the list shows', async () => {
    const late = await office.db.dossier.findFirstOrThrow({
      where: { finishedAt: { lt: instantAt(day('2024-06-01'), 0) } },
      orderBy: { code: 'asc' },
    })
    const { communeId, id, dueAt, finishedAt } = late
    const finishAt = (at: Date | null) =>
      office.db.dossier.update({ where: { communeId_id: { communeId, id } }, data: { finishedAt: at }, select: { id: true } })
    await finishAt(dueAt && new Date(dueAt.getTime() + 60_000))
    expect((await figuresOf(YEAR)).onTime).toEqual(rateOf(1031, 1032))
    expect(await allCounted(leader, { ...YEAR, figure: 'onTime', part: 'exceptions' })).toEqual([late.code])

    await finishAt(dueAt)
    expect((await figuresOf(YEAR)).onTime).toEqual(rateOf(1032, 1032))
    await finishAt(finishedAt)
  })
})

describe('every figure', () => {
  test('opens a list as long as its number', async () => {
    const figures = await figuresOf(YEAR)
    for (const figure of FIGURES) {
      const { numerator, denominator } = figures[figure]
      const expected: Record<Part, number> = { numerator, denominator, exceptions: denominator - numerator }
      for (const part of PARTS) {
        const codes = await allCounted(leader, { ...YEAR, figure, part })
        expect({ figure, part, rows: codes.length }).toEqual({ figure, part, rows: expected[part] })
      }
    }
  }, 60_000)

  test('opens the list of one field and one department', async () => {
    const { byField, byDepartment } = told(await readFigures(leader, YEAR))
    const [field, department] = [byField[1], byDepartment[1]]
    if (!field || !department) throw new Error('2024 has several fields and departments')
    const asked = { ...YEAR, figure: 'online', part: 'exceptions' } as const
    const missed = ({ online }: typeof field.figures) => online.denominator - online.numerator
    expect((await allCounted(leader, { ...asked, field: field.code })).length).toBe(missed(field.figures))
    expect((await allCounted(leader, { ...asked, department: department.code })).length).toBe(missed(department.figures))
    const page = told(await findCounted(leader, { ...asked, field: field.code }))
    expect(page.figures.received).toEqual(field.figures.received)
    expect(page.fields?.find(({ code }) => code === field.code)?.name).toBe(field.name)
  })
})

describe('who counts', () => {
  test('a head of department sees their own department, in figures and in lists', async () => {
    const whole = told(await readFigures(leader, YEAR))
    const own = told(await readFigures(headOfEconomy, YEAR))
    const economy = whole.byDepartment.find(({ code }) => code === 'KINH_TE')
    expect(own.figures).toEqual(economy?.figures)
    expect(own.byDepartment.map(({ code }) => code)).toEqual(['KINH_TE'])
    expect(told(await readFigures(headOfEconomy, { ...YEAR, department: 'VAN_PHONG' })).figures.received).toEqual(rateOf(0, 0))
    const codes = await allCounted(headOfEconomy, { ...YEAR, figure: 'received', part: 'denominator' })
    expect(codes.length).toBe(economy?.figures.received.denominator)
  })

  test('clerks, specialists and citizens open no lists of figures', async () => {
    const asked = { ...YEAR, figure: 'online', part: 'exceptions' }
    for (const userName of ['vidu.le', 'thidiem.pham', 'quantri.cao'])
      expect(await findCounted(await office.staff(userName), asked)).toMatchObject({ ok: false, code: 'not_allowed' })
    expect(await findCounted(await office.citizen(), asked)).toMatchObject({ ok: false, code: 'not_allowed' })
    expect(await readFigures(visitor, YEAR)).toMatchObject({ ok: false, code: 'sign_in_needed' })
  })

  test('another commune counts its own', async () => {
    const { figures } = told(await readPublicFigures({ ...visitor, communeId: 2 }, YEAR))
    for (const figure of FIGURES) expect(figures[figure]).toEqual(rateOf(0, 0))
    expect(await allCounted({ ...leader, communeId: 2 }, { ...YEAR, figure: 'received', part: 'denominator' })).toEqual([])
  })
})

test('what nobody has done yet has no percentage', async () => {
  const to = addDays(day('2030-01-01'), 30)
  const figures = await figuresOf({ from: '2030-01-01', to })
  for (const figure of FIGURES) expect(figures[figure]).toEqual({ numerator: 0, denominator: 0, ratio: null })
})
