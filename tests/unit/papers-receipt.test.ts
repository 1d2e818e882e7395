import { encode } from 'uqr'
import { beforeAll, describe, expect, it } from 'vitest'
import { renderPaper, renderRoll } from '@/lib/papers/render'
import type { ReceiptFacts } from '@/lib/papers/schema'
import { pagesOf, rasterOf, textByPdfium, textOf, type Raster } from '../support/pdf'
import { receiptFacts } from '../support/receipt-facts'

const render = (change: Partial<ReceiptFacts> = {}) => renderPaper('RECEIPT', 1, receiptFacts(change))

/** The pieces stand in the text, each after the one before. */
function expectInOrder(text: string, pieces: readonly string[]) {
  let from = 0
  for (const piece of pieces) {
    const at = text.indexOf(piece, from)
    expect(at, `“${piece}” after “…${text.slice(Math.max(0, from - 40), from)}”`).toBeGreaterThanOrEqual(from)
    from = at + piece.length
  }
}

const FIELDS = [
  'Mã hồ sơ: H61.123-261119-0014',
  'Nơi tiếp nhận hồ sơ: Trung tâm Phục vụ hành chính công xã Tân Hoà',
  'Tiếp nhận hồ sơ của Ông (Bà): Nguyễn Thị Minh Họa',
  'Số định danh cá nhân: 086194000012',
  'Địa chỉ: Số 12, ấp Mẫu, xã Tân Hoà',
  'Số điện thoại: 0900 000 123',
  'Email: minhhoa@vidu.example',
  'Người ủy quyền: không có (người nộp tự thực hiện)',
  'Nội dung yêu cầu giải quyết: Cấp Giấy xác nhận tình trạng hôn nhân (mã thủ tục 1.004873)',
  'Thành phần hồ sơ nộp gồm:',
  'Giấy xác nhận đã cấp trước đó Tệp điện tử',
  'Số lượng hồ sơ: 01 (bộ)',
  'Thời gian giải quyết hồ sơ theo quy định: 03 ngày làm việc',
  'Thời gian nhận hồ sơ: 08 giờ 15 phút, ngày 20 tháng 11 năm 2026',
  'Thời gian trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 26 tháng 11 năm 2026',
  'Cách tính ngày hẹn: ngày nhận không tính; không tính thứ Bảy 21, Chủ nhật 22 và thứ Ba 24/11 (Ngày Văn hóa Việt Nam)',
  'Phí, lệ phí: 5.000 đồng (năm nghìn đồng), đã trả trực tuyến',
  'Đăng ký nhận kết quả tại: Quầy Một cửa xã Tân Hoà; bản điện tử tại “Hồ sơ của tôi”',
  'Vào Sổ theo dõi hồ sơ, Quyển số: 01/2026-HT',
  'Số thứ tự: 412',
  'NGƯỜI NỘP HỒ SƠ',
  'NGƯỜI TIẾP NHẬN HỒ SƠ',
  'Tra cứu hồ sơ: quét mã QR hoặc vào mot-cua.tanhoa.example/tra-cuu',
]

describe('the receipt of an ordinary dossier', () => {
  let pdf: Uint8Array
  beforeAll(async () => {
    pdf = await render()
  })

  it('carries every field of Mẫu 01 in the order of the form', async () => {
    expectInOrder(textOf(pdf), FIELDS)
  })

  it('says them in the same order to a program that reads it aloud', async () => {
    const text = (await textByPdfium(pdf)).replaceAll(/\s+/g, ' ')
    expectInOrder(
      text,
      FIELDS.filter((field) => !field.startsWith('Giấy xác nhận')),
    )
  })

  it('has the letterhead of the centre and of the State', async () => {
    const text = textOf(pdf)
    for (const piece of [
      'ỦY BAN NHÂN DÂN XÃ TÂN HOÀ',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'TRUNG TÂM PHỤC VỤ',
      'HÀNH CHÍNH CÔNG',
      'Độc lập - Tự do - Hạnh phúc',
      'Số: 0412/TTPVHCC',
      'Tân Hoà, ngày 20 tháng 11 năm 2026',
      'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
    ]) {
      expect(text).toContain(piece)
    }
  })

  it('fits on one page, without a page number', async () => {
    expect(await pagesOf(pdf)).toBe(1)
    expect(textOf(pdf)).not.toContain('Trang 1')
  })

  it('is the same file whenever it is made from the same facts, and another for other facts', async () => {
    expect(Buffer.from(await render()).equals(Buffer.from(pdf))).toBe(true)
    expect(Buffer.from(await render({ number: 413 })).equals(Buffer.from(pdf))).toBe(false)
  })

  it('is an archive file with fonts and tags inside', () => {
    const raw = Buffer.from(pdf).toString('latin1')
    expect(raw.match(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>A</)).not.toBeNull()
    expect(raw.match(/\/Marked true/)).not.toBeNull()
  })

  it('shows a QR code of the look-up address', async () => {
    const { data, size } = encode(receiptFacts().lookup.qr, { ecc: 'M', border: 0 })
    const scale = 3
    const box = qrBox(await rasterOf(pdf, { page: 0, scale }), scale)
    const modules = data.map((row, y) => row.map((_, x) => box.isDark((x + 0.5) / size, (y + 0.5) / size)))
    expect(modules).toEqual(data)
  })
})

/** The square of 25 mm at the left margin, found by its lowest dark row; read by fractions of its side. */
function qrBox(raster: Raster, scale: number) {
  const mm = (72 * scale) / 25.4
  const [left, side] = [25 * mm, 25 * mm]
  let bottom = raster.height - 1
  while (!Array.from({ length: 20 }, (_, x) => left + x).some((x) => raster.isDark(x, bottom))) bottom -= 1
  return { isDark: (x: number, y: number) => raster.isDark(left + x * side - 0.5, bottom + 1 - side + y * side - 0.5) }
}

describe('the receipt of another dossier', () => {
  it('filed by an authorised person at the counter: her principal in full, and room to sign', async () => {
    const text = textOf(
      await render({
        authorising: {
          name: 'Trần Văn Mẫu',
          identifier: '086190000034',
          address: 'Số 5, ấp Ví Dụ',
          phone: '0900 000 456',
          email: null,
          paper: 'Giấy ủy quyền ngày 18/11/2026',
        },
        submitter: { name: 'Nguyễn Thị Minh Họa', confirmed: null },
        receiver: { name: 'Lê Thị Ví Dụ', signature: null },
      }),
    )
    expectInOrder(text, [
      'Email: minhhoa@vidu.example',
      'Người ủy quyền: Trần Văn Mẫu',
      'Địa chỉ của người ủy quyền: Số 5, ấp Ví Dụ',
      'Số định danh của người ủy quyền: 086190000034',
      'Số điện thoại: 0900 000 456',
      'Email: không có',
      'Giấy tờ ủy quyền: Giấy ủy quyền ngày 18/11/2026',
      'Nội dung yêu cầu giải quyết',
      '(Ký và ghi rõ họ tên) (Ký và ghi rõ họ tên)',
      'Lê Thị Ví Dụ',
    ])
  })

  it('of an organisation without papers to hand in', async () => {
    const text = textOf(await render({ components: [], applicant: { ...receiptFacts().applicant, kind: 'organisation' } }))
    expect(text).toContain('Tiếp nhận hồ sơ của Tổ chức: Nguyễn Thị Minh Họa Số định danh tổ chức: 086194000012')
    expect(text).toContain('Thành phần hồ sơ nộp gồm: không có giấy tờ phải nộp Số lượng hồ sơ')
  })

  it('with six papers still fits on one page', async () => {
    const components = receiptFacts().components.flatMap((component) => [component, component, component])
    expect(await pagesOf(await render({ components }))).toBe(1)
  })

  it('with sixty papers flows on: each is listed, the head of the table is repeated, signatures never stand alone', async () => {
    const components = Array.from({ length: 60 }, (_, index) => ({
      name: `Giấy tờ thứ ${index + 1} do cơ quan có thẩm quyền cấp và còn giá trị sử dụng`,
      originals: 1,
      certified: 2,
      photocopies: 3,
      electronic: false,
    }))
    const pdf = await render({ components })
    const pages = await pagesOf(pdf)
    const text = textOf(pdf)
    expect(pages).toBeGreaterThan(1)
    expectInOrder(text, [...components.map((_, index) => `Giấy tờ thứ ${index + 1} do`), 'Vào Sổ theo dõi', 'NGƯỜI NỘP HỒ SƠ'])
    expect(text.match(/Thành phần hồ sơ (?!nộp)/g)?.length).toBeGreaterThan(1)
    expectInOrder(
      text,
      Array.from({ length: pages }, (_, index) => `Trang ${index + 1}/${pages}`),
    )
  })
})

describe('what people wrote is printed and never obeyed', () => {
  it.each([
    '#let x = 1; #x',
    '*đậm* _nghiêng_ `mã` $x^2$',
    '#image("/etc/passwd") #read("sheet.typ")',
    '[a] {b} <nhãn> @nhãn // ghi chú /* khối */ ~ -- --- \\ "trích" \'đơn\'',
    '= Tiêu đề',
    '+ mục - mục / từ: nghĩa',
    '#sys.inputs.paper',
    '"}, {"name": "x"',
    'https://mot-cua.tanhoa.example/?a=b&c=d#e',
    'Y Ƀruah Êban, H’Ŏt Kđăm, Rơ Chăm Pĭơ',
  ])('%s', async (hostile) => {
    const pdf = await render({ request: hostile, applicant: { ...receiptFacts().applicant, name: hostile, address: hostile } })
    const text = textOf(pdf)
    expectInOrder(text, [`Ông (Bà): ${hostile}`, `Địa chỉ: ${hostile}`, `giải quyết: ${hostile} (mã`])
    expect(await pagesOf(pdf)).toBe(1)
  })

  it('decomposed letters come out composed, invisible ones not at all, several lines as one', async () => {
    const address = 'Nguye\u0302\u0303n Hue\u0323\u0302\u0000 \u202Egpj.exe\ndòng hai'
    expect(textOf(await render({ applicant: { ...receiptFacts().applicant, address } }))).toContain(
      'Địa chỉ: Nguyễn Huệ gpj.exe dòng hai Số điện thoại',
    )
  })

  it('very long content and words without an end are printed whole, inside the margins', async () => {
    const request = `${'Nội dung '.repeat(220)}${'Ổ'.repeat(300)}hết`
    const pdf = await render({ request })
    expect(textOf(pdf).replaceAll(' ', '')).toContain(`${'Ổ'.repeat(20)}hết`)
    const scale = 2
    const { width, height, isDark } = await rasterOf(pdf, { page: 0, scale })
    const margin = Array.from({ length: Math.floor(12 * ((72 * scale) / 25.4)) }, (_, index) => width - 1 - index)
    expect(margin.some((x) => Array.from({ length: height }, (_, y) => y).some((y) => isDark(x, y)))).toBe(false)
  })

  it('a script or sign that the fonts lack does not keep anyone from her receipt', async () => {
    const pdf = await render({ applicant: { ...receiptFacts().applicant, address: 'Phòng 漢字 😀, ấp Mẫu' } })
    expect(textOf(pdf)).toContain(', ấp Mẫu')
    expect(await pagesOf(pdf)).toBe(1)
  })

  it('facts that do not fit the paper, or a layout that never was, are an error', async () => {
    await expect(renderPaper('RECEIPT', 1, { ...receiptFacts(), dueAt: 'mai' })).rejects.toThrow()
    await expect(renderPaper('RECEIPT', 99, receiptFacts())).rejects.toThrow('no version 99')
  })
})

describe('the same receipt on a roll of 80 mm', () => {
  const roll = (change: Partial<ReceiptFacts> = {}) => renderRoll('RECEIPT', 1, receiptFacts(change))

  it('carries every field of Mẫu 01 in the order of the form', async () => {
    const signed = ['NGƯỜI NỘP HỒ SƠ', 'NGƯỜI TIẾP NHẬN HỒ SƠ', 'Giấy xác nhận đã cấp trước đó Tệp điện tử']
    const fields = FIELDS.filter((field) => !signed.includes(field))
    const blank = /\s+/g
    const pieces = [
      'Độc lập - Tự do - Hạnh phúc',
      'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
      'Số: 0412/TTPVHCC',
      'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
      ...fields,
    ]
    // On a narrow roll a line may break anywhere, also within an address.
    expectInOrder(
      textOf(await roll()).replaceAll(blank, ''),
      pieces.map((piece) => piece.replaceAll(blank, '')),
    )
  })

  it('says of each paper how many sheets were kept, what was only shown and what is still to come', async () => {
    const text = textOf(
      await roll({
        components: [{ name: 'Tờ khai', originals: 2, certified: 1, photocopies: 3, electronic: false }],
        presented: ['Thẻ căn cước'],
        toPresent: ['Giấy chứng minh cư trú'],
      }),
    )
    expectInOrder(text, [
      '1. Tờ khai: bản chính 2, chứng thực 1, photo 3',
      'Giấy tờ đã xuất trình, đã nhận lại: Thẻ căn cước',
      'Giấy chứng minh cư trú',
    ])
  })

  it('is one page as wide as the paper, however much stands on it', async () => {
    const long = Array.from({ length: 40 }, (_, index) => ({
      name: `Giấy tờ thứ ${index + 1} có tên dài hơn một dòng của cuộn giấy`,
      ...{ originals: 1, certified: 0, photocopies: 0, electronic: false },
    }))
    for (const pdf of [await roll(), await roll({ components: long })]) {
      expect(await pagesOf(pdf)).toBe(1)
      const { width, height, isDark } = await rasterOf(pdf, { page: 0, scale: 2 })
      expect(width / 2 / 72).toBeCloseTo(80 / 25.4, 1)
      // Nothing where the head of the printer does not reach.
      const edges = [4, width - 4]
      for (const x of edges) for (let y = 0; y < height; y += 1) expect(isDark(x, y)).toBe(false)
    }
  })

  it('is not drawn for a version that never was', async () => {
    await expect(renderRoll('RECEIPT', 99, receiptFacts())).rejects.toThrow()
  })
})
