import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '@/lib/text/fold'

describe('folding text for the finder', () => {
  test.each([
    ['Giấy KHAI  sinh', 'giay khai sinh'],
    ['Đăng ký kết hôn', 'dang ky ket hon'],
    ['Xã Tân Hoà, Tân Hòa', 'xa tan hoa tan hoa'],
    ['ƯỚC ươm Ổ ự', 'uoc uom o u'],
    ['cấp-lại; (bản sao)', 'cap lai ban sao'],
    ['Mẫu CT01', 'mau ct01'],
    ['  \t ', ''],
  ])('“%s” becomes “%s”', (text, folded) => expect(fold(text)).toBe(folded))

  test('composed and decomposed letters fold to the same', () => {
    for (const text of ['Nguyễn Thị Minh Họa', 'Đường ở đâu', 'ế ề ể ễ ệ'])
      expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')))
  })

  test('what is folded stays as it is when folded again', () => {
    const settled = (text: string) => {
      expect(fold(fold(text))).toBe(fold(text))
    }
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), settled))
  })

  test('accents and capitals never matter, whatever the words', () => {
    const words = fc.array(fc.constantFrom('Đất', 'đai', 'Hộ', 'khẩu', 'bản', 'SAO', 'trích', 'lục'), { minLength: 1 })
    fc.assert(
      fc.property(words, (list) => {
        const text = list.join(' ')
        expect(fold(text.toUpperCase())).toBe(fold(text))
        expect(fold(fold(text))).toBe(fold(text))
        expect(fold(text)).toMatch(/^[a-z0-9]+( [a-z0-9]+)*$/)
      }),
    )
  })
})
