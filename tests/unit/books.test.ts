import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { booksOf, formatFault, formatOn, nextFault } from '@/lib/dossiers/books/rules'
import { BookFormatIn } from '@/lib/dossiers/books/schema'
import { numberWords } from '@/lib/dossiers/books/words'
import { paperNumber, USUAL_FORMATS, writtenNumber } from '@/lib/papers/rules'
import { day } from '../support/calendar'

const TODAY = day('2026-11-30')

describe('how a number is written', () => {
  it('follows the day: the usual way, then each way from its first day on', () => {
    const formats = [
      { from: day('2026-12-01'), sign: 'PBS-UBND', digits: 3 },
      { from: day('2027-01-01'), sign: 'BS', digits: 5 },
    ]
    const on = (text: string) => writtenNumber(7, formatOn(day(text), formats, USUAL_FORMATS.SUPPLEMENT))
    expect(['2026-11-30', '2026-12-01', '2026-12-31', '2027-01-01', '2030-05-05'].map(on)).toEqual([
      '0007/PBS',
      '007/PBS-UBND',
      '007/PBS-UBND',
      '00007/BS',
      '00007/BS',
    ])
  })

  it('is kept with a paper for good, and is the usual one for a paper from before', () => {
    expect(paperNumber({ kind: 'SUPPLEMENT', number: 7, printed: '007/PBS-UBND' })).toBe('007/PBS-UBND')
    expect(paperNumber({ kind: 'SUPPLEMENT', number: 7, printed: null })).toBe('0007/PBS')
  })

  it('is told apart from a number of any other kind of paper', () => {
    const signs = Object.values(USUAL_FORMATS).map(({ sign }) => sign)
    expect(new Set(signs).size).toBe(signs.length)
    expect(paperNumber({ kind: 'STOP', number: 3, printed: null })).toBe('0003/TBD')
  })

  it('never loses a digit, however few are asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999 }), fc.integer({ min: 1, max: 8 }), (number, digits) => {
        expect(Number(writtenNumber(number, { sign: 'X', digits }).split('/')[0])).toBe(number)
      }),
    )
  })

  it('names the volume of a register, with or without a sign', () => {
    const [register] = booksOf([{ code: 'ho-tich', name: 'Hộ tịch', mark: 'HT' }]).filter(({ paper }) => paper === null)
    if (!register) throw new Error('no register')
    expect(register.kind).toBe('REGISTER ho-tich')
    expect(numberWords(register, { number: 7, year: 2026, format: register.format })).toBe('7, quyển 01/2026-HT')
    expect(numberWords(register, { number: 7, year: 2027, format: { sign: '', digits: 4 } })).toBe('0007, quyển 01/2027')
  })

  it('has a sign that can stand on a paper', () => {
    const fits = (sign: string) => BookFormatIn.safeParse({ kind: 'STOP', sign, digits: '4', from: '2026-12-01', seen: '' }).success
    expect(['TTPVHCC', 'TB-UBND', 'TBĐ/2026', 'A', ''].map(fits)).toEqual([true, true, true, true, true])
    expect(['TB UBND', '/TB', 'TB-', 'A'.repeat(31), 'TB\n', '#'].map(fits)).toEqual([false, false, false, false, true, false])
  })
})

describe('from which day a number is written otherwise', () => {
  const paper = { today: TODAY, isRegister: false }
  it('is today where nothing was numbered today, else tomorrow, and never a day that is over', () => {
    expect(formatFault({ ...paper, from: day('2026-11-29'), taken: 0 })).toBe('Chọn hôm nay hoặc một ngày sau')
    expect(formatFault({ ...paper, from: TODAY, taken: 0 })).toBeNull()
    expect(formatFault({ ...paper, from: TODAY, taken: 1 })).toContain('Chọn từ ngày mai')
    expect(formatFault({ ...paper, from: day('2026-12-01'), taken: 9 })).toBeNull()
  })

  it('is the first of a year for a register, and of this year only while its volume is empty', () => {
    const register = { today: TODAY, isRegister: true }
    expect(formatFault({ ...register, from: day('2026-12-01'), taken: 0 })).toContain('Chọn năm nay')
    expect(formatFault({ ...register, from: day('2025-01-01'), taken: 0 })).toContain('Chọn năm nay')
    expect(formatFault({ ...register, from: day('2026-01-01'), taken: 0 })).toBeNull()
    expect(formatFault({ ...register, from: day('2026-01-01'), taken: 1 })).toContain('Chọn năm sau')
    expect(formatFault({ ...register, from: day('2027-01-01'), taken: 1 })).toBeNull()
  })
})

it('a book goes on with any number above those that were given', () => {
  expect(nextFault({ next: 413, given: 412 })).toBeNull()
  expect(nextFault({ next: 1, given: 0 })).toBeNull()
  expect(nextFault({ next: 412, given: 412 })).toBe('Số 412 đã cấp, nên số tiếp theo phải từ 413 trở đi')
})
