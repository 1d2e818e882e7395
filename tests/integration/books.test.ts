import { describe, expect, it } from 'vitest'
import { saveBookFormat, setNextNumber } from '@/lib/dossiers/books/commands'
import { findBooks } from '@/lib/dossiers/books/queries'
import { readDossier } from '@/lib/dossiers/dossier-queries'
import { refuseDossier } from '@/lib/dossiers/commands/refuse-dossier'
import { openPaper } from '@/lib/dossiers/paper-queries'
import { findRegisters } from '@/lib/dossiers/register/queries'
import { renderPaper } from '@/lib/papers/render'
import { isRenderable } from '@/lib/papers/rules'
import { findChanges } from '@/lib/staff/change-queries'
import { newId } from '@/lib/platform/clock'
import { addDays, columnOfLocalDate } from '@/lib/platform/local-date'
import { codeOf, valueOf } from '@/tests/support/filing'
import { aDossierIn, receive, rowOf, versionOf } from '@/tests/support/moves'
import { officeWith } from '@/tests/support/office-with'
import { today } from '@/tests/support/today'
import { textOf } from '@/tests/support/pdf'

const { office, admin, clerk } = await officeWith({ admin: 'quantri.cao', clerk: 'vidu.le' })

const year = () => Number(today().slice(0, 4))
const bookOf = async (kind: string) => {
  const book = valueOf(await findBooks(admin, {})).books.find((one) => one.kind === kind)
  if (!book) throw new Error(`no book ${kind}`)
  return book
}
type Format = { sign?: string; digits?: string; from: string; seen?: string }
const write = async (kind: string, { sign = 'X', digits = '4', from, seen }: Format) =>
  saveBookFormat(admin, newId(), { kind, sign, digits, from, seen: seen ?? (await bookOf(kind)).seen })
const goOn = async (kind: string, next: number, seen?: number) =>
  setNextNumber(admin, newId(), { kind, next: String(next), seen: String(seen ?? (await bookOf(kind)).next) })
const refusal = async () => {
  const code = await aDossierIn(office)
  const { paperId } = valueOf(
    await refuseDossier(clerk, newId(), { code, version: await versionOf(office, code), reason: 'Không thuộc thẩm quyền của xã' }),
  )
  return office.db.paper.findUniqueOrThrow({ where: { communeId_id: { communeId: 1, id: paperId } } })
}
/** As if it had been set on an earlier day. */
const begun = (kind: string, sign: string, digits: number) =>
  office.db.bookFormat.create({ data: { communeId: 1, kind, validFrom: columnOfLocalDate(addDays(today(), -1)), sign, digits } })

describe('numbers that are written otherwise', () => {
  it('are so from the day on, on the page, in the list of the dossier and on the paper; what was issued stays as printed', async () => {
    const before = await refusal()
    expect(before.printed).toBe('0001/PTC')
    await begun('REFUSAL', 'TB-UBND', 3)
    const after = await refusal()
    expect(after).toMatchObject({ number: 2, printed: '002/TB-UBND' })
    for (const { id, dossierId, printed } of [before, after]) {
      const { code } = await office.db.dossier.findUniqueOrThrow({ where: { communeId_id: { communeId: 1, id: dossierId } } })
      expect(valueOf(await readDossier(clerk, { code })).papers).toMatchObject([{ printed }])
      const { kind, made } = valueOf(await openPaper(clerk, { id }))
      if (!isRenderable(kind)) throw new Error(kind)
      expect(textOf(await renderPaper(kind, made.templateVersion, made.facts))).toContain(`Số: ${printed ?? ''}`)
    }
    expect((await bookOf('REFUSAL')).next).toBe(3)
  })

  it('wait for their day: until then the page tells both, and a paper carries the old one', async () => {
    const tomorrow = addDays(today(), 1)
    valueOf(await write('SUPPLEMENT', { sign: 'BS', digits: '3', from: tomorrow }))
    expect(await bookOf('SUPPLEMENT')).toMatchObject({ now: { sign: 'PBS', digits: 4 }, coming: { sign: 'BS', digits: 3, from: tomorrow } })
    // Set anew before it begins: the one before is gone.
    valueOf(await write('SUPPLEMENT', { sign: 'PBS2', from: addDays(today(), 9) }))
    expect(await office.db.bookFormat.findMany({ where: { kind: 'SUPPLEMENT' }, select: { sign: true } })).toEqual([{ sign: 'PBS2' }])
  })

  it('never begin in the past, nor on a day that has numbers of the old kind', async () => {
    await refusal()
    const faults = [
      await write('REFUSAL', { from: addDays(today(), -1) }),
      await write('REFUSAL', { from: today() }),
      await write('STOP', { from: addDays(today(), 1), sign: '' }),
      await write('REGISTER ho-tich', { from: addDays(today(), 1) }),
      await write('NOTHING', { from: addDays(today(), 1), seen: '' }),
    ]
    expect(faults.map(codeOf)).toEqual(['invalid_input', 'invalid_input', 'invalid_input', 'invalid_input', 'not_found'])
  })

  it('are not overwritten by an administrator who saw an older page', async () => {
    const from = addDays(today(), 3)
    const both = await Promise.all([write('STOP', { sign: 'A', from, seen: '' }), write('STOP', { sign: 'B', from, seen: '' })])
    expect(both.map(codeOf).toSorted()).toEqual(['changed_meanwhile', 'ok'])
  })

  it('name the volume of a register from a year on', async () => {
    const code = await aDossierIn(office)
    valueOf(await receive(office, clerk, code))
    const field = (await rowOf(office, code)).fieldCode
    const kind = `REGISTER ${field}`
    expect(await write(kind, { sign: 'HTM', from: `${year()}-01-01` })).toMatchObject({
      fields: { year: expect.stringContaining('Chọn năm sau') as string },
    })
    valueOf(await write(kind, { sign: 'HTM', from: `${year() + 1}-01-01` }))
    const volumes = valueOf(await findRegisters(clerk, {})).fields.find((one) => one.code === field)?.years
    expect(volumes).toMatchObject([{ year: year(), volume: `01/${year()}-HT` }])
    await office.db.bookFormat.create({
      data: { communeId: 1, kind, validFrom: columnOfLocalDate(addDays(today(), -400)), sign: 'CU', digits: 4 },
    })
    const second = await aDossierIn(office)
    valueOf(await receive(office, clerk, second))
    const [receipt] = (await rowOf(office, second)).papers
    expect(receipt?.facts).toMatchObject({ book: { volume: `01/${year()}-CU`, digits: 4 } })
  })
})

describe('a book that goes on from paper', () => {
  it('takes the number that was set next, then counts on', async () => {
    const { next } = await bookOf('REFUSAL')
    valueOf(await goOn('REFUSAL', next + 400))
    expect((await refusal()).number).toBe(next + 400)
    expect((await refusal()).number).toBe(next + 401)
  })

  it('refuses a number that was given, and lets one set too high be set lower while nothing has taken it', async () => {
    const { next } = await bookOf('REFUSAL')
    expect(await goOn('REFUSAL', next - 1)).toMatchObject({
      fields: { next: `Số ${next - 1} đã cấp, nên số tiếp theo phải từ ${next} trở đi` },
    })
    valueOf(await goOn('REFUSAL', 90_000))
    valueOf(await goOn('REFUSAL', next + 5))
    expect((await refusal()).number).toBe(next + 5)
  })

  it('is asked again where somebody has taken a number since the page was opened', async () => {
    const { next } = await bookOf('REFUSAL')
    await refusal()
    expect(codeOf(await goOn('REFUSAL', next + 50, next))).toBe('changed_meanwhile')
  })

  it('counts on without a gap and without a double while its way of writing and its next number are changed', async () => {
    const codes: string[] = []
    while (codes.length < 12) codes.push(await aDossierIn(office))
    const first = (await bookOf('RECEIPT')).next
    let raisedTo = 0
    const raise = async () => {
      const { next } = await bookOf('RECEIPT')
      const raised = await goOn('RECEIPT', next + 100, next)
      if (raised.ok) raisedTo = next + 100
    }
    const received = codes.map((code) => receive(office, clerk, code).then(valueOf))
    await Promise.all([...received, write('RECEIPT', { sign: 'MOI', from: addDays(today(), 1) }), raise()])
    const papers = await office.db.paper.findMany({
      where: { communeId: 1, kind: 'RECEIPT', year: year(), number: { gte: first } },
      orderBy: { number: 'asc' },
      select: { number: true, printed: true },
    })
    expect(papers).toHaveLength(12)
    const numbers = papers.map(({ number }) => number)
    const below = numbers.filter((number) => raisedTo === 0 || number < raisedTo)
    const above = numbers.filter((number) => raisedTo > 0 && number >= raisedTo)
    expect(below).toEqual(below.map((_, index) => first + index))
    expect(above).toEqual(above.map((_, index) => raisedTo + index))
    // All of today, so all written in one way.
    expect(papers.map(({ printed }) => printed)).toEqual(numbers.map((number) => `${String(number).padStart(4, '0')}/TTPVHCC`))
  })
})

it('tells who changed what, for every book and for one', async () => {
  const of = async (subject?: string) => valueOf(await findChanges(admin, { topic: 'BOOK', subject }))
  const one = await of('SUPPLEMENT')
  expect(one).toMatchObject([
    { by: admin.fullName, after: { from: addDays(today(), 9), written: '0001/PBS2' } },
    { by: admin.fullName, before: { written: '0001/PBS' }, after: { from: addDays(today(), 1), written: '001/BS' } },
  ])
  expect((await of()).length).toBeGreaterThan(one.length)
  await expect(office.db.officeChange.deleteMany({})).rejects.toThrow(/append-only/)
})
