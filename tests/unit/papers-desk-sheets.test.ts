import { describe, expect, it } from 'vitest'
import { type HandedRow, type HandOverFacts, handOverOnSheet, type ProcessFacts, processOnSheet } from '@/lib/papers/desk-sheets'
import { renderDeskSheet } from '@/lib/papers/render'
import { instantAt } from '@/lib/platform/local-date'
import { day, local } from '../support/calendar'
import { expectInOrder } from '../support/in-order'
import { cellsOf, pagesOf, textOf } from '../support/pdf'

const letterhead = {
  parentAgency: 'Ủy ban nhân dân xã Tân Hoà',
  unit: 'Trung tâm Phục vụ hành chính công',
  place: 'Tân Hoà',
  commune: 'xã Tân Hoà',
}

const handed = (change: Partial<HandedRow> = {}): HandedRow => ({
  code: 'H61.123-261119-0014',
  content: 'Cấp Giấy xác nhận tình trạng hôn nhân',
  result: null,
  owner: 'Nguyễn Thị Minh Họa',
  address: 'Số 12, ấp Mẫu, xã Tân Hoà',
  hasFee: true,
  byPost: false,
  at: local('2026-11-20 09:15'),
  giver: 'Lê Thị Ví Dụ',
  ...change,
})

const HAND_OVER: HandOverFacts = {
  letterhead,
  day: day('2026-11-20'),
  from: 'Trung tâm Phục vụ hành chính công',
  to: 'Văn phòng HĐND và UBND',
  rows: [handed(), handed({ code: 'H61.123-261119-0015', hasFee: false, byPost: true, result: 'Giải quyết, số 125/QĐ-UBND' })],
}

const PROCESS: ProcessFacts = {
  letterhead,
  at: local('2026-11-23 09:40'),
  code: 'H61.123-261119-0014',
  procedure: 'Cấp Giấy xác nhận tình trạng hôn nhân',
  owner: 'Nguyễn Thị Minh Họa',
  receivedAt: local('2026-11-20 08:15'),
  dueAt: local('2026-11-26 17:00'),
  rows: [
    {
      at: local('2026-11-19 19:42'),
      by: 'Nguyễn Thị Minh Họa',
      act: 'Nộp trực tuyến',
      to: 'Trung tâm Phục vụ hành chính công',
      dueAt: local('2026-11-20 17:00'),
    },
    {
      at: local('2026-11-20 09:15'),
      by: 'Lê Thị Ví Dụ',
      act: 'Chuyển phòng',
      to: 'Văn phòng HĐND và UBND',
      dueAt: local('2026-11-25 10:00'),
    },
    { at: local('2026-11-20 10:00'), by: 'Phạm Văn Thí Điểm', act: 'Đính kèm kết quả', to: null, dueAt: null },
  ],
}

const printedHandOver = (facts: HandOverFacts) => renderDeskSheet(handOverOnSheet(facts), instantAt(facts.day, 0))
const printedProcess = (facts: ProcessFacts) => renderDeskSheet(processOnSheet(facts), facts.at)

describe('Phiếu bàn giao hồ sơ, kết quả', () => {
  it('has its columns in order, a line for each dossier, and room for both to sign', async () => {
    const pdf = await printedHandOver(HAND_OVER)
    expect(textOf(pdf)).toContain('ỦY BAN NHÂN DÂN XÃ TÂN HOÀ')
    expectInOrder(cellsOf(pdf), [
      'Độc lập - Tự do - Hạnh phúc',
      'Tân Hoà, ngày 20 tháng 11 năm 2026',
      'PHIẾU BÀN GIAO HỒ SƠ, KẾT QUẢ',
      'Bên giao: Trung tâm Phục vụ hành chính công',
      'Bên nhận: Văn phòng HĐND và UBND',
      'Bàn giao ngày 20 tháng 11 năm 2026, 2 hồ sơ',
      ...['TT', 'Mã hồ sơ', 'Nội dung', 'Kết quả', 'Chủ hồ sơ', 'Địa chỉ', 'Phí, lệ phí', 'Trả qua bưu điện', 'Người giao', 'Người nhận'],
      ...['1', 'H61.123-261119-0014', 'Cấp Giấy xác nhận', 'Nguyễn Thị Minh Họa', 'Số 12, ấp Mẫu, xã Tân Hoà', 'X', 'Lê Thị Ví Dụ, 09:15'],
      ...['2', 'H61.123-261119-0015', 'Giải quyết, số 125/QĐ-UBND', 'X', 'Lê Thị Ví Dụ, 09:15'],
      'BÊN GIAO',
      '(Ký và ghi rõ họ tên)',
      'BÊN NHẬN',
      '(Ký và ghi rõ họ tên)',
    ])
    expect(await pagesOf(pdf)).toBe(1)
  })

  it('crosses what has a fee and what goes by post, each in its column', () => {
    const { columns, lines } = handOverOnSheet(HAND_OVER)
    const at = (head: string) => columns.findIndex((column) => column.head === head)
    const [fee, post, receiver] = [at('Phí, lệ phí'), at('Trả qua bưu điện'), at('Người nhận')]
    expect(lines.map((line) => [line[fee], line[post], line[receiver]])).toEqual([
      ['X', '', ''],
      ['', 'X', ''],
    ])
  })

  it('is the same file whenever it is printed; forty dossiers flow on with the heads again', async () => {
    const [first, again] = [await printedHandOver(HAND_OVER), await printedHandOver(HAND_OVER)]
    expect(Buffer.from(first).equals(Buffer.from(again))).toBe(true)
    const rows = Array.from({ length: 40 }, (_, n) => handed({ owner: `Công Tằng Tôn Nữ Thị Minh Họa Thứ ${n + 1}` }))
    const long = await printedHandOver({ ...HAND_OVER, rows })
    const pages = await pagesOf(long)
    expect(pages).toBeGreaterThan(1)
    const text = cellsOf(long)
    expectInOrder(
      text,
      rows.map((_, n) => `Thứ ${n + 1} `),
    )
    expect(text.split('Người giao Người nhận')).toHaveLength(pages + 1)
    expect(text).toContain(`Trang ${pages}/${pages}`)
  })
})

describe('Phiếu quá trình xử lý', () => {
  it('has its columns in order and a line for each act', async () => {
    const pdf = await printedProcess(PROCESS)
    expectInOrder(cellsOf(pdf), [
      'PHIẾU QUÁ TRÌNH XỬ LÝ',
      'Mã hồ sơ: H61.123-261119-0014',
      'Cấp Giấy xác nhận tình trạng hôn nhân · Nguyễn Thị Minh Họa',
      'Tiếp nhận 08 giờ 15 phút, ngày 20 tháng 11 năm 2026; hẹn trả 17 giờ 00 phút, ngày 26 tháng 11 năm 2026',
      ...['STT', 'Ngày', 'Người xử lý', 'Thao tác', 'Người nhận', 'Thời hạn'],
      ...['1', '19:42 19/11/2026', 'Nguyễn Thị Minh Họa', 'Nộp trực tuyến', 'Trung tâm Phục vụ hành chính công', '17:00 20/11/2026'],
      ...['2', '09:15 20/11/2026', 'Lê Thị Ví Dụ', 'Chuyển phòng', 'Văn phòng HĐND và UBND', '10:00 25/11/2026'],
      ...['3', '10:00 20/11/2026', 'Phạm Văn Thí Điểm', 'Đính kèm kết quả'],
    ])
    expect(textOf(pdf)).toContain('in lúc 09:40 ngày 23/11/2026')
    expect(await pagesOf(pdf)).toBe(1)
  })

  it('before receipt there is no date to name', () => {
    expect(processOnSheet({ ...PROCESS, receivedAt: null, dueAt: null }).about.at(-1)).toBe('Chưa tiếp nhận')
  })
})
