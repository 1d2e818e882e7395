import { describe, expect, it } from 'vitest'
import { bookOnReceipt, receiptFacts, type ReceiptSource } from '@/lib/dossiers/receipt-facts'
import { renderPaper, renderRoll } from '@/lib/papers/render'
import { CURRENT_TEMPLATE } from '@/lib/papers/rules'
import { receiptOnForm } from '@/lib/papers/words'
import { local, SEED_CALENDAR } from '../support/calendar'
import { pagesOf, textOf } from '../support/pdf'

const PRINCIPAL = {
  fullName: 'Trần Văn Mẫu',
  personalNumber: '086190000034',
  address: 'Số 5, ấp Ví Dụ, xã Tân Hoà',
  phone: '0900 000 456',
  document: 'Giấy ủy quyền ngày 18/11/2026',
}

/** What the counter knows of a dossier that it receives. */
const source = (change: Partial<ReceiptSource> = {}): ReceiptSource => ({
  commune: {
    name: 'xã Tân Hoà',
    parentAgency: 'Ủy ban nhân dân xã Tân Hoà',
    centreName: 'Trung tâm Phục vụ hành chính công',
    placeName: 'Tân Hoà',
    phone: '0270 000 0123',
  },
  code: 'H61.123-261119-0014',
  channel: 'COUNTER',
  returnMethod: 'COUNTER',
  returnAddress: null,
  procedureCode: '1.001193',
  limit: { value: 3, unit: 'WORKING_DAY' },
  applicant: {
    fullName: 'Nguyễn Thị Minh Họa',
    personalNumber: '086194000012',
    address: 'Số 12, ấp Mẫu, xã Tân Hoà',
    phone: '0900 000 123',
    email: null,
    principal: null,
  },
  request: 'Đăng ký khai sinh',
  filed: [],
  toPresent: [],
  feeLines: [],
  paidBy: null,
  calendar: SEED_CALENDAR,
  receivedAt: local('2026-11-20 08:00'),
  dueAt: local('2026-11-26 17:00'),
  number: 412,
  book: bookOnReceipt({ year: 2026, ordinal: 7 }, 'HT'),
  receiver: 'Lê Thị Ví Dụ',
  lookup: { qr: 'https://mot-cua.tanhoa.example/tra-cuu?ma=1', page: 'mot-cua.tanhoa.example/tra-cuu' },
  ...change,
})

const POSTED = { returnMethod: 'POST', returnAddress: 'Số 9, ấp Giả Định, xã Tân Hoà' } as const
const ownRow = (facts: ReturnType<typeof receiptFacts>, label: string) =>
  receiptOnForm(facts).after.find((row) => row.label.startsWith(label))?.value

describe('what the counter’s receipt is filled with', () => {
  it('names the address that the result is posted to, on the sheet and on the roll', async () => {
    const facts = receiptFacts(source(POSTED))
    const said = 'Đăng ký nhận kết quả tại: Qua bưu chính, đến Số 9, ấp Giả Định, xã Tân Hoà'
    expect(textOf(await renderPaper('RECEIPT', CURRENT_TEMPLATE.RECEIPT, facts))).toContain(said)
    expect(textOf(await renderRoll('RECEIPT', CURRENT_TEMPLATE.RECEIPT, facts))).toContain(said)
  })

  it('names the register of the field, since each counts for itself', () => {
    expect(ownRow(receiptFacts(source()), 'Vào Sổ')).toBe('01/2026-HT')
    expect(ownRow(receiptFacts(source({ book: bookOnReceipt({ year: 2026, ordinal: 7 }, null) })), 'Vào Sổ')).toBe('01/2026')
  })

  it('names the volume and fills up the number as the office has said for the year', () => {
    const named = (sign: string) =>
      receiptFacts(source({ book: bookOnReceipt({ year: 2027, ordinal: 7, format: { sign, digits: 4 } }, 'HT') }))
    expect(ownRow(named('HTCT'), 'Vào Sổ')).toBe('01/2027-HTCT')
    expect(ownRow(named('HTCT'), 'Số thứ tự')).toBe('0007')
    expect(ownRow(named(''), 'Vào Sổ')).toBe('01/2027')
    expect(ownRow(receiptFacts(source()), 'Số thứ tự')).toBe('7')
  })

  it.each([
    ['as it was given', 'uythac@vidu.example', 'uythac@vidu.example'],
    ['as none', null, 'không có'],
    ['as a line to write on, in a dossier from before it was asked for', undefined, expect.stringMatching(/^…+$/)],
  ])('names the email of a principal %s', (_how, email, printed) => {
    const principal = email === undefined ? PRINCIPAL : { ...PRINCIPAL, email }
    const facts = receiptFacts(source({ applicant: { ...source().applicant, principal } }))
    const emails = receiptOnForm(facts).before.filter(({ label }) => label === 'Email')
    expect(emails.map(({ value }) => value)).toEqual(['không có', printed])
  })

  it('asks nobody to come with it for a result that comes by itself', () => {
    const lastSentence = (change: Partial<ReceiptSource>) => receiptOnForm(receiptFacts(source(change))).lookup.text
    expect(lastSentence({})).toContain('Khi đến nhận kết quả, mang theo giấy này')
    for (const change of [POSTED, { returnMethod: 'ONLINE' as const }]) {
      expect(lastSentence(change)).not.toContain('Khi đến nhận')
      expect(lastSentence(change)).toContain('không phải đến quầy nhận')
    }
    const toBring = (change: Partial<ReceiptSource>) =>
      receiptOnForm(receiptFacts(source({ toPresent: ['Căn cước'], ...change }))).after.find(({ value }) => value === 'Căn cước')?.label
    expect(toBring({})).toContain('mang theo khi nhận kết quả')
    expect(toBring({ returnMethod: 'ONLINE' })).toContain('mang đến quầy Một cửa')
  })

  it('says in a receipt from before what it said then', () => {
    const { returnMethod: _none, ...kept } = receiptFacts(source({ returnMethod: 'ONLINE' }))
    expect(receiptOnForm(kept).lookup.text).toContain('Khi đến nhận kết quả, mang theo giấy này')
  })

  it('of one with a principal, three papers and what was shown stays on one page; the first layout, which is kept, takes two', async () => {
    const facts = receiptFacts(
      source({
        ...POSTED,
        applicant: { ...source().applicant, principal: PRINCIPAL },
        filed: [1, 2, 3].map((number) => ({
          name: `Giấy tờ thứ ${number} theo mẫu ban hành kèm theo Thông tư, có chữ ký của người yêu cầu và còn giá trị sử dụng`,
          ...{ originals: 1, copies: 1, electronic: false },
        })),
        presented: ['Giấy chứng nhận kết hôn của cha, mẹ (nếu cha, mẹ đã đăng ký kết hôn)', 'Giấy tờ tùy thân của người đi đăng ký'],
        toPresent: ['Giấy tờ chứng minh nơi cư trú trong giai đoạn chuyển tiếp'],
        feeLines: [
          { name: 'Lệ phí đăng ký', amount: 8_000, quantity: 1 },
          { name: 'Phí bản sao trích lục', amount: 8_000, quantity: 3 },
        ],
      }),
    )
    expect(await pagesOf(await renderPaper('RECEIPT', CURRENT_TEMPLATE.RECEIPT, facts))).toBe(1)
    expect(await pagesOf(await renderPaper('RECEIPT', 1, facts))).toBe(2)
  })
})
