import { describe, expect, test } from 'vitest'
import { EVERYDAY_WORDS, FILLER_WORDS } from '@/lib/procedures/everyday-words'
import { type Candidate, pageOf, rank } from '@/lib/procedures/search'
import { fold } from '@/lib/text/fold'
import { loadFields, loadPopular, loadProcedures } from '@/prisma/seed/data'

const fields = new Map(loadFields().map((field) => [field.code, field]))
const popular = loadPopular()
const CANDIDATES: readonly Candidate[] = loadProcedures().flatMap(({ code, field, versions }) =>
  versions.map(({ name, shortName, lead }) => ({
    code,
    name,
    shortName,
    searchText: fold([name, shortName, lead, fields.get(field)?.name].join(' ')),
    popular: popular.includes(code) ? popular.indexOf(code) + 1 : null,
    fieldPosition: fields.get(field)?.position ?? 0,
  })),
)
const namesFor = (query: string) => rank(query, CANDIDATES).map(({ name }) => name)

describe('plain words', () => {
  test.each([
    ['lam giay khai sinh', 'Đăng ký khai sinh'],
    ['xin giấy xác nhận độc thân để vay ngân hàng', 'Cấp Giấy xác nhận tình trạng hôn nhân'],
    ['ba mat', 'Đăng ký khai tử'],
    ['ban nha', 'Chứng thực giao dịch liên quan đến tài sản là động sản, quyền sử dụng đất, nhà ở'],
    ['mat giay khai sinh', 'Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh'],
    ['nhập hộ khẩu cho con', 'Đăng ký thường trú'],
    ['mở quán cà phê', 'Đăng ký thành lập hộ kinh doanh'],
    ['hàng xóm lấn đất', 'Hòa giải tranh chấp đất đai'],
    ['xây nhà', 'Cấp giấy phép xây dựng mới đối với công trình cấp III, cấp IV và nhà ở riêng lẻ'],
    ['người cao tuổi', 'Thực hiện, điều chỉnh, thôi hưởng trợ cấp hưu trí xã hội'],
  ])('“%s” leads to “%s”', (query, name) => expect(namesFor(query)[0]).toBe(name))

  test('the plain procedure stands before its special cases', () => {
    const names = namesFor('đăng ký kết hôn')
    expect(names.indexOf('Đăng ký kết hôn')).toBeLessThan(names.indexOf('Đăng ký kết hôn có yếu tố nước ngoài'))
    expect(names.indexOf('Đăng ký kết hôn')).toBeLessThan(names.indexOf('Đăng ký lại kết hôn'))
  })

  test('every procedure is the first answer to its own name, with and without accents', () => {
    for (const { name } of CANDIDATES) {
      expect(namesFor(name)[0], name).toBe(name)
      expect(namesFor(fold(name))[0], name).toBe(name)
    }
  })

  test('every procedure is among the first three answers to its short name', () => {
    for (const { name, shortName } of CANDIDATES) expect(namesFor(shortName).slice(0, 3), shortName).toContain(name)
  })

  test('the last word may be unfinished', () => expect(namesFor('dang ky khai sin')[0]).toBe('Đăng ký khai sinh'))

  test('words that nobody uses here find nothing', () => expect(namesFor('qwertyuiop zxcvb')).toEqual([]))

  test('nothing asked gives everything, field by field', () => {
    const all = rank('  ', CANDIDATES)
    expect(all.length).toBe(CANDIDATES.length)
    expect(all.map(({ fieldPosition }) => fieldPosition)).toEqual(all.map(({ fieldPosition }) => fieldPosition).toSorted((a, b) => a - b))
  })

  test('one word said forty times weighs as much as said once', () => {
    expect(namesFor(`đăng ký kết hôn ${'đất '.repeat(40)}`)).toEqual(namesFor('đăng ký kết hôn đất'))
  })
})

describe('everyday words', () => {
  test('are written as the finder compares them', () => {
    for (const [says, means] of EVERYDAY_WORDS) for (const phrase of [...says, means]) expect(fold(phrase)).toBe(phrase)
    for (const word of FILLER_WORDS) expect(fold(word)).toBe(word)
  })

  test('always lead somewhere, and no phrase stands twice', () => {
    const phrases = EVERYDAY_WORDS.flatMap(([says]) => says)
    expect(phrases.filter((phrase, index) => phrases.indexOf(phrase) !== index)).toEqual([])
    for (const phrase of phrases) expect(namesFor(phrase).length, phrase).toBeGreaterThan(0)
  })
})

describe('paging', () => {
  const ranked = rank('chứng thực', CANDIDATES)

  test('goes on after the last one shown, to the end, without a gap', () => {
    const first = pageOf(ranked, null, 4)
    const second = pageOf(ranked, first.nextCursor, 4)
    expect([...first.items, ...second.items]).toEqual(ranked.slice(0, 8))
    expect(pageOf(ranked, null, ranked.length).nextCursor).toBeNull()
  })

  test('goes on below the score of one that has gone since', () => {
    const first = pageOf(ranked, null, 4)
    const gone = first.items.at(-1)?.code
    const rest = pageOf(
      ranked.filter(({ code }) => code !== gone),
      first.nextCursor,
      100,
    ).items
    expect(rest.map(({ code }) => code)).toEqual(ranked.slice(4).map(({ code }) => code))
  })
})
