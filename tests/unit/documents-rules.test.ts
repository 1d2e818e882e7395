import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  FILE_LIMIT,
  MEGABYTE,
  NAME_LIMIT,
  agreesWithName,
  claimedExtension,
  claimedType,
  displayName,
  storageKey,
  storedName,
  type FileRefusal,
} from '@/lib/documents/rules'
import { ALLOWED_FILES, refusalInWords, sizeInWords } from '@/lib/documents/words'

describe('the name of a file', () => {
  it.each([
    ['Tờ khai.pdf', 'Tờ khai.pdf'],
    ['C:\\Users\\Mẫu\\Tờ khai.pdf', 'Tờ khai.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['/tmp/anh.jpg/', 'anh.jpg'],
    ['to\u0300 khai.pdf', 'tò khai.pdf'],
    ['anh\u202Egpj.exe', 'anhgpj.exe'],
    ['a\u0000b\u200Bc\uFEFF.png', 'abc.png'],
    ['dòng\r\nSet-Cookie: x.pdf', 'dòngSet-Cookie- x.pdf'],
    ['.htaccess', 'htaccess'],
    ['<script>alert(1)</script>.png', 'script-.png'],
    ['"a";b.docx', 'a--b.docx'],
    ['   ', 'tep-khong-ten'],
    ['', 'tep-khong-ten'],
    ['...', 'tep-khong-ten'],
    ['.pdf', 'pdf'],
    ['x\u0301\u0301\u0301\u0301\u0301\u0301.pdf', 'x\u0301\u0301\u0301.pdf'],
  ])('%j is shown as %j', (raw, shown) => {
    expect(displayName(raw)).toBe(shown)
  })

  it('keeps its extension when it is shortened', () => {
    const long = displayName(`${'giấy tờ rất dài '.repeat(30)}.pdf`)
    expect(long.length).toBeLessThanOrEqual(NAME_LIMIT)
    expect(long).toMatch(/[^ .]\.pdf$/)
  })

  it('never grows, never hides anything, never leads out of a folder and is stable, whatever was typed', () => {
    const anyName = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: fc.constantFrom('a', 'ộ', '\u0323', '.', '/', '\\', ' ', '\u202e', '-', '😀', '\ud800'), maxLength: 300 }),
    )
    fc.assert(
      fc.property(anyName, (raw) => {
        const name = displayName(raw)
        expect(name.length).toBeGreaterThan(0)
        expect(name.length).toBeLessThanOrEqual(NAME_LIMIT)
        expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}/\\"<>;]/u)
        expect(name).not.toMatch(/^[.\s]|[.\s]$/)
        expect(name).toBe(name.normalize('NFC'))
        expect(displayName(name)).toBe(name)
      }),
      { numRuns: 2_000 },
    )
  })

  it('claims a type only by an extension that begins with a letter', () => {
    expect(claimedExtension('Trang 3.2024')).toBeNull()
    expect(claimedExtension('a.JPEG')).toBe('jpeg')
    expect(claimedType('a.JPEG')).toBe('image/jpeg')
    expect(claimedType('giay.pdf.exe')).toBeNull()
  })

  it('agrees with the content by extension, or by having none', () => {
    expect(agreesWithName('anh.jpeg', 'image/jpeg')).toBe(true)
    expect(agreesWithName('anh', 'image/jpeg')).toBe(true)
    expect(agreesWithName('anh.pdf', 'image/jpeg')).toBe(false)
    expect(agreesWithName('anh.exe', 'image/jpeg')).toBe(false)
  })

  it('gets the extension of its content when it has none', () => {
    expect(storedName('anh chup', 'image/jpeg')).toBe('anh chup.jpg')
    expect(storedName('anh.jpeg', 'image/jpeg')).toBe('anh.jpeg')
    expect(storedName('x'.repeat(300), 'application/pdf')).toMatch(/^x{116}\.pdf$/)
  })

  it('has no part in the place where the file lies', () => {
    expect(storageKey(1, '01948f2e-7d3c-7a10-8b3a-5f0e9c1d2ab7')).toBe('1/b7/01948f2e-7d3c-7a10-8b3a-5f0e9c1d2ab7')
  })
})

describe('the sentence for a refused file', () => {
  const fileName = 'to-khai.pdf'
  const each: FileRefusal[] = [
    { reason: 'empty', fileName },
    { reason: 'too_large', fileName, size: 26 * MEGABYTE, limit: FILE_LIMIT },
    { reason: 'dossier_full', fileName, size: 12 * MEGABYTE, room: 5 * MEGABYTE },
    { reason: 'day_full', fileName, size: 12 * MEGABYTE, room: 5 * MEGABYTE, limit: 300 * MEGABYTE },
    { reason: 'cut_off', fileName, received: 10.4 * MEGABYTE, announced: 19 * MEGABYTE },
    { reason: 'cut_off', fileName, received: 100, announced: null },
    { reason: 'not_allowed', fileName, found: 'heic' },
    { reason: 'mislabelled', fileName, claimed: 'pdf', found: 'image/jpeg' },
    { reason: 'password_protected', fileName },
    { reason: 'unreadable', fileName },
    { reason: 'too_many_pixels', fileName, width: 30_000, height: 20_000 },
    { reason: 'unsafe_content', fileName },
  ]

  it.each(each)('$reason names the file and says what to do', (refusal) => {
    const sentence = refusalInWords(refusal)
    expect(sentence).toContain(fileName)
    expect(sentence).toMatch(/(tải lại|mang bản giấy đến quầy|mang đến quầy|chọn lại|quét hoặc chụp lại|lưu ảnh thành JPG)\.$/)
    expect(sentence).not.toMatch(/bạn|undefined|null|NaN/)
    expect(sentence).toBe(sentence.normalize('NFC'))
  })

  it('says the sizes and types that the person has to compare', () => {
    expect(refusalInWords({ reason: 'too_large', fileName: 'anh.jpg', size: 26 * MEGABYTE, limit: FILE_LIMIT })).toBe(
      'Ảnh anh.jpg nặng 26 MB, tối đa 20 MB. Chụp lại ở cỡ nhỏ hơn, hoặc mang đến quầy.',
    )
    expect(refusalInWords({ reason: 'password_protected', fileName })).toBe(
      'Tệp to-khai.pdf có mật khẩu nên không mở được. Bỏ mật khẩu rồi tải lại.',
    )
    expect(refusalInWords({ reason: 'mislabelled', fileName, claimed: 'pdf', found: 'image/jpeg' })).toBe(
      'Tệp to-khai.pdf có đuôi .pdf nhưng nội dung là ảnh JPG. Đổi đuôi tên tệp thành .jpg rồi tải lại.',
    )
    expect(refusalInWords({ reason: 'cut_off', fileName, received: 10.4 * MEGABYTE, announced: 19 * MEGABYTE })).toContain(
      'nhận 10,4 MB trên 19 MB',
    )
    expect(ALLOWED_FILES).toBe('Nhận tệp PDF, JPG, PNG hoặc DOCX, mỗi tệp tối đa 20 MB, cả hồ sơ tối đa 100 MB.')
  })

  it('never shows a file one byte over the limit as equal to the limit', () => {
    expect(sizeInWords(FILE_LIMIT)).toBe('20 MB')
    expect(sizeInWords(FILE_LIMIT + 1)).toBe('20,1 MB')
    expect(sizeInWords(FILE_LIMIT - 1, 'down')).toBe('19,9 MB')
    expect(sizeInWords(900)).toBe('900 byte')
    expect(sizeInWords(MEGABYTE - 1)).toBe('1 MB')
  })
})
