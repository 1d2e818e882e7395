import { describe, expect, test } from 'vitest'
import { ABBREVIATIONS, EVERYDAY, FILLER_WORDS, SAME_WORDS } from '@/lib/procedures/everyday-words'
import { type Candidate, countNear, pageOf, rank } from '@/lib/procedures/search'
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

describe('words as they are typed', () => {
  test.each([
    ['the keys of Telex', 'ddawng kys keets hoon', '1.000894'],
    ['the keys of VNI', 'd9a8ng ky1 ke61t ho6n', '1.000894'],
    ['a slip of the finger', 'dang ky khia sinh', '1.001193'],
    ['a letter too few', 'cong chun giay to', '2.000815'],
    ['as it sounds', 'đăng kí khai xinh', '1.001193'],
    ['no blank', 'khaisinh', '1.001193'],
    ['short forms', 'xin lai GPKD', '2.000575'],
    ['short forms of the residence', 'nhap HKTT', '1.004222'],
    ['the tone mark on the other letter', 'hoà giải tranh chấp đất', '1.012812'],
    ['words of the North', 'bố vừa mất', '1.000656'],
    ['words of the South', 'tía tui mới mất', '1.000656'],
    ['a land for abroad', 'lấy vợ Nhật', '2.000806'],
  ])('%s: “%s”', (_, query, code) => expect(rank(query, CANDIDATES)[0]?.code).toBe(code))

  test('accents that were typed tell “bán” from “bản”', () => {
    expect(rank('bán nhà', CANDIDATES)[0]?.code).toBe('2.001035')
    expect(rank('bản sao hợp đồng', CANDIDATES)[0]?.code).toBe('2.000942')
  })

  test('a death brings along what the family needs in the weeks after it', () =>
    expect(rank('ba mất', CANDIDATES).map(({ code }) => code)).toEqual(
      expect.arrayContaining(['1.000656', '1.003197', '1.001731', '2.001406']),
    ))
})

describe('everyday words', () => {
  test('are written as the finder compares them', () => {
    const words = [...SAME_WORDS.flat(), ...FILLER_WORDS, ...ABBREVIATIONS.keys()]
    expect(words.filter((word) => fold(word) !== word)).toEqual([])
  })

  test('every procedure of the commune has some, and none is about a procedure that is not there', () => {
    const codes = CANDIDATES.map(({ code }) => code)
    expect(codes.filter((code) => (EVERYDAY.get(code)?.length ?? 0) < 5)).toEqual([])
    expect([...EVERYDAY.keys()].filter((code) => !codes.includes(code))).toEqual([])
  })

  test('lead to their procedure, also without accents, and no phrase stands twice for one', () => {
    for (const [code, phrases] of EVERYDAY) {
      const own = phrases.map(({ phrase }) => phrase)
      expect(
        own.filter((phrase, index) => phrase === '' || own.indexOf(phrase) !== index),
        code,
      ).toEqual([])
      for (const { phrase, weight } of phrases) {
        const found = rank(fold(phrase), CANDIDATES).map((one) => one.code)
        expect(weight === 1 ? found.slice(0, 4) : found, phrase).toContain(code)
      }
    }
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

describe('what is near', () => {
  const scored = (...scores: number[]) => scores.map((score, index) => ({ ...CANDIDATE, code: `1.00000${index}`, score }))
  const CANDIDATE = { name: '', shortName: '', searchText: '', popular: null, fieldPosition: 1 }

  test('stands on the page, the rest is only related; a handful is shown whole', () => {
    expect(countNear(scored(90, 60, 40, 35, 34, 33, 32, 31))).toBe(3)
    expect(countNear(scored(90, 89, 88, 87, 86, 85, 84, 83))).toBe(5)
    expect(countNear(scored(90, 89, 88, 78, 40, 35, 34))).toBe(4)
    expect(countNear(scored(90, 40, 35, 34))).toBe(4)
    expect(countNear([])).toBe(0)
  })
})
