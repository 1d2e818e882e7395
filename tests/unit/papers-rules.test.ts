import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountInWords } from '@/lib/papers/amount'
import { CURRENT_TEMPLATE, PAPER_KINDS, formEditionOn, layoutOf, paperNumber } from '@/lib/papers/rules'
import { ReceiptFacts } from '@/lib/papers/schema'
import { PAPER_NAMES, feesInWords, limitOnForm, printable, receiptOnForm } from '@/lib/papers/words'
import { receiptFacts } from '../support/receipt-facts'
import { day } from '../support/calendar'

describe('the number of a form', () => {
  it('is that of the circular in force on the day', () => {
    expect(formEditionOn(day('2025-09-14'))).toMatchObject({ circular: '01/2018/TT-VPCP', numbers: { CONTROL: '05', STOP: null } })
    expect(formEditionOn(day('2025-09-15'))).toMatchObject({ circular: '03/2025/TT-VPCP', numbers: { CONTROL: '06', STOP: '05' } })
    expect(formEditionOn(day('2019-01-02')).numbers.RECEIPT).toBe('01')
  })

  it('and the number of a paper carries the sign of its kind', () => {
    expect(paperNumber({ kind: 'RECEIPT', number: 412, printed: null })).toBe('0412/TTPVHCC')
    expect(paperNumber({ kind: 'SUPPLEMENT', number: 7, printed: null })).toBe('0007/PBS')
    expect(paperNumber({ kind: 'RECEIPT', number: 12_345, printed: null })).toBe('12345/TTPVHCC')
    for (const kind of PAPER_KINDS) expect(PAPER_NAMES[kind]).toMatch(/^\p{Lu}/u)
  })

  it('the layout in use exists', () => {
    expect(layoutOf('RECEIPT', CURRENT_TEMPLATE.RECEIPT)?.file).toBe('receipt.typ')
    expect(layoutOf('RECEIPT', 99)).toBeNull()
  })
})

describe('money in letters', () => {
  it.each([
    [0, 'không đồng'],
    [5_000, 'năm nghìn đồng'],
    [8_015, 'tám nghìn không trăm mười lăm đồng'],
    [10_000, 'mười nghìn đồng'],
    [15_000, 'mười lăm nghìn đồng'],
    [21_000, 'hai mươi mốt nghìn đồng'],
    [24_500, 'hai mươi tư nghìn năm trăm đồng'],
    [75_000, 'bảy mươi lăm nghìn đồng'],
    [100_005, 'một trăm nghìn không trăm linh năm đồng'],
    [1_005_021, 'một triệu không trăm linh năm nghìn không trăm hai mươi mốt đồng'],
    [1_000_001, 'một triệu không trăm linh một đồng'],
    [2_110_000_000, 'hai tỷ một trăm mười triệu đồng'],
    [
      999_999_999_999,
      'chín trăm chín mươi chín tỷ chín trăm chín mươi chín triệu chín trăm chín mươi chín nghìn chín trăm chín mươi chín đồng',
    ],
  ])('%i: %s', (amount, words) => {
    expect(amountInWords(amount)).toBe(words)
  })

  it('reads differently for every amount', () => {
    fc.assert(fc.property(fc.nat(2_000_000_000), fc.nat(2_000_000_000), (a, b) => (a === b) === (amountInWords(a) === amountInWords(b))))
  })

  it('refuses what is no amount', () => {
    for (const amount of [-1, 0.5, Number.NaN, 1e12]) expect(() => amountInWords(amount)).toThrow(RangeError)
  })
})

describe('the lines of the receipt', () => {
  it('name the fees one by one when there are several', () => {
    expect(feesInWords([], 'due')).toBe('không phải nộp')
    expect(feesInWords([{ name: 'Lệ phí', amount: 5_000, quantity: 1 }], 'paid_cash')).toBe('5.000 đồng (năm nghìn đồng), đã nộp tại quầy')
    expect(
      feesInWords(
        [
          { name: 'Lệ phí đăng ký', amount: 8_000, quantity: 1 },
          { name: 'Bản sao trích lục', amount: 8_000, quantity: 3 },
          { name: 'Miễn', amount: 0, quantity: 1 },
        ],
        'due',
      ),
    ).toBe('Lệ phí đăng ký 8.000 đồng; Bản sao trích lục 3 × 8.000 đồng; cộng 32.000 đồng (ba mươi hai nghìn đồng), chưa nộp')
  })

  it('say the time limit as the procedure does', () => {
    expect(limitOnForm({ value: 3, unit: 'WORKING_DAY' })).toBe('03 ngày làm việc')
    expect(limitOnForm({ value: 15, unit: 'DAY' })).toBe('15 ngày')
    expect(limitOnForm({ value: 8, unit: 'HOUR' })).toBe('08 giờ làm việc')
    expect(limitOnForm({ value: 1, unit: 'SAME_DAY' })).toBe('trong ngày làm việc')
  })

  it('name what has to be brought because it was not shown yet, and say nothing where all was', () => {
    const linesOf = (toPresent: string[]) =>
      receiptOnForm(receiptFacts({ toPresent })).after.map(({ label, value }) => `${label}: ${value}`)
    expect(linesOf(['Giấy tờ tùy thân', 'Giấy tờ chứng minh cư trú'])).toContain(
      'Giấy tờ chưa xuất trình, mang theo khi nhận kết quả nếu thuộc trường hợp: Giấy tờ tùy thân; Giấy tờ chứng minh cư trú',
    )
    expect(linesOf([]).join()).not.toContain('xuất trình')
  })

  it('stand in the order of the form', () => {
    const { before, after } = receiptOnForm(receiptFacts())
    expect([...before, ...after].map(({ label }) => label)).toEqual([
      'Nơi tiếp nhận hồ sơ',
      'Tiếp nhận hồ sơ của Ông (Bà)',
      'Số định danh cá nhân',
      'Địa chỉ',
      'Số điện thoại',
      'Email',
      'Người ủy quyền',
      'Nội dung yêu cầu giải quyết',
      'Số lượng hồ sơ',
      'Thời gian giải quyết hồ sơ theo quy định',
      'Thời gian nhận hồ sơ',
      'Thời gian trả kết quả giải quyết hồ sơ',
      'Cách tính ngày hẹn',
      'Phí, lệ phí',
      'Đăng ký nhận kết quả tại',
      'Vào Sổ theo dõi hồ sơ, Quyển số',
      'Số thứ tự',
    ])
  })

  it('call a record of the system a record, and a digital signature only what is one', () => {
    const facts = receiptFacts()
    expect(receiptOnForm(facts).receiver.note).toBe('(Xác nhận trên hệ thống)')
    const at = '2026-11-20T08:15:42+07:00'
    const signed = receiptFacts({ receiver: { name: 'Lê Thị Ví Dụ', signature: { kind: 'digital', agency: 'UBND xã Tân Hoà', at } } })
    expect(receiptOnForm(signed).receiver).toMatchObject({
      note: '(Ký số)',
      stamp: ['Ký bởi: Lê Thị Ví Dụ', 'Cơ quan: UBND xã Tân Hoà', 'Thời gian ký: 20/11/2026 08:15:42 +07:00'],
    })
  })

  it('survive being kept as JSON', () => {
    expect(ReceiptFacts.parse(JSON.parse(JSON.stringify(receiptFacts())))).toEqual(receiptFacts())
    expect(ReceiptFacts.safeParse({ ...receiptFacts(), dueAt: 'thứ Năm' }).success).toBe(false)
  })
})

describe('text that goes onto a sheet', () => {
  it('is one visible line of composed letters, and breaks where it would run off', () => {
    expect(printable('Nguye\u0302\u0303n  Hue\u0323\u0302\n\u202Egpj.exe\u0000\t\u2028x')).toBe('Nguyễn Huệ gpj.exe x')
    expect(printable(`ngắn ${'x'.repeat(95)}`)).toMatch(/^ngắn (x{10}\u200b){9}x{5}$/)
    expect(printable('mot-cua.tanhoa.example/tra-cuu')).not.toContain('\u200b')
  })
})
