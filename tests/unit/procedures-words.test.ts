import { describe, expect, test } from 'vitest'
import { copiesWords, factLine, feeParts, feeTerm, paperFormWords, possibleFeesWords, whoHandles } from '@/lib/procedures/words'
import { loadProcedures } from '@/prisma/seed/data'

describe('fees in words', () => {
  test.each([
    ['5.000 đồng. Người thuộc hộ nghèo được miễn.', { amount: '5.000 đồng', note: 'Người thuộc hộ nghèo được miễn.' }],
    ['Miễn lệ phí nếu đúng hạn; quá hạn 8.000 đồng.', { amount: 'Miễn lệ phí nếu đúng hạn', note: 'Quá hạn 8.000 đồng.' }],
    ['1.000.000 đồng.', { amount: '1.000.000 đồng', note: null }],
    ['Không thu phí, lệ phí', { amount: 'Không thu phí, lệ phí', note: null }],
  ])('“%s” is read in two parts', (sentence, parts) => expect(feeParts(sentence)).toEqual(parts))

  test('no fee of any procedure is cut inside a number', () => {
    for (const { versions } of loadProcedures())
      for (const { feeSentence } of versions) {
        const { amount, note } = feeParts(feeSentence)
        expect(amount, feeSentence).not.toMatch(/\d$/)
        expect(note ?? 'Không', feeSentence).toMatch(/^\p{Lu}|^\d+\.\d{3}/u)
      }
  })

  test('what is always due gives the fee its name, and where nothing is both names stand', () => {
    expect(feeTerm([{ kind: 'CHARGE', condition: null }])).toBe('Lệ phí')
    expect(feeTerm([{ kind: 'FEE', condition: null }])).toBe('Phí')
    expect(feeTerm([])).toBe('Phí, lệ phí')
    expect(feeTerm([{ kind: 'FEE', condition: 'Xin thêm bản sao' }])).toBe('Phí, lệ phí')
  })
})

describe('a fee that nobody has decided on', () => {
  const fee = {
    code: 'phi-ban-sao',
    name: 'Phí cấp bản sao',
    kind: 'FEE',
    amount: 8_000,
    quantity: 2,
    condition: 'Xin thêm bản sao',
  } as const

  test('is said with its case, its sum and who decides, and nowhere as due', () => {
    expect(possibleFeesWords([fee, { ...fee, name: 'Lệ phí hộ tịch', quantity: 1, condition: 'Đăng ký quá hạn' }])).toBe(
      'Có thể phải nộp 16.000 đồng (2 × 8.000 đồng) phí cấp bản sao nếu xin thêm bản sao. Có thể phải nộp 8.000 đồng lệ phí hộ tịch nếu đăng ký quá hạn. Cán bộ Một cửa xác định khi tiếp nhận.',
    )
    expect(possibleFeesWords([])).toBeNull()
  })
})

test('of a component that is a form it is said why it is uploaded although there was a form before', () => {
  expect(paperFormWords({ formName: 'Mẫu tờ khai' })).toMatch(/^Mẫu tờ khai\. .*tải bản chụp lên.*chưa thay được mẫu\.$/)
  expect(paperFormWords({ formName: null })).toBeNull()
})

test('copies are counted by kind, and what is only shown is not counted', () => {
  expect(copiesWords({ originals: 1, copies: 0 })).toBe('1 bản chính')
  expect(copiesWords({ originals: 2, copies: 1 })).toBe('2 bản chính và 1 bản sao')
  expect(copiesWords({ originals: 0, copies: 0 })).toBe('Cho xem')
})

test('a line of a list says how long, how much and where', () => {
  expect(factLine({ limit: '3 ngày làm việc', feeShort: '5.000 đồng', onlineLevel: 'FULL' })).toBe(
    '3 ngày làm việc · 5.000 đồng · nộp trực tuyến được',
  )
  expect(factLine({ limit: 'Trong ngày', feeShort: 'không thu phí', onlineLevel: 'COUNTER' })).toBe(
    'Trong ngày · không thu phí · chỉ làm tại quầy',
  )
})

describe('who works on it', () => {
  const commune = 'xã Tân Hoà'

  test('a matter of residence is decided by the police of the commune, not by the committee', () => {
    const words = whoHandles({ commune, department: { name: 'Công an xã', kind: 'AGENCY' }, interAgency: false })
    expect(words).toContain('Công an xã giải quyết.')
    expect(words).not.toContain('Ủy ban nhân dân')
  })

  test('nobody has to carry papers between agencies', () => {
    const department = { name: 'Phòng Kinh tế', kind: 'DEPARTMENT' } as const
    expect(whoHandles({ commune, department, interAgency: true })).toContain('không phải tự mang đi')
    expect(whoHandles({ commune, department, interAgency: false })).toBe(
      'Trung tâm Phục vụ hành chính công xã Tân Hoà nhận hồ sơ và trả kết quả. Phòng Kinh tế xem xét, Ủy ban nhân dân xã Tân Hoà quyết định.',
    )
  })
})
