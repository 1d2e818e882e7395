import { describe, expect, it } from 'vitest'
import { controlOnForm } from '@/lib/papers/control-words'
import { renderControl, renderPaper, renderRoll } from '@/lib/papers/render'
import { ControlFacts } from '@/lib/papers/schema'
import { controlFacts, type ControlRow, controlRow } from '../support/control-facts'
import { expectInOrder } from '../support/in-order'
import { cellsOf, pagesOf, rasterOf, textOf } from '../support/pdf'

const render = (change: Partial<ControlFacts> = {}) => renderPaper('CONTROL', 1, controlFacts(change))
const unnumbered = (change: Partial<ControlFacts> = {}) => renderControl({ ...controlFacts(change), number: null })

describe('Phiếu kiểm soát quá trình giải quyết hồ sơ', () => {
  it('carries every field of Mẫu 06 in the order of the form', async () => {
    const pdf = await render()
    const text = textOf(pdf)
    for (const words of ['ỦY BAN NHÂN DÂN XÃ TÂN HOÀ', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'Số: 0012/PKS'])
      expect(text).toContain(words)
    expectInOrder(cellsOf(pdf), [
      'Tân Hoà, ngày 27 tháng 11 năm 2026',
      'PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ',
      'Mã số hồ sơ: H61.123-261119-0014',
      'Cơ quan giải quyết: Văn phòng HĐND và UBND',
      'Cơ quan phối hợp: Công an xã',
      'Ngày nhận: 08 giờ 15 phút, ngày 20 tháng 11 năm 2026',
      'Ngày hẹn trả: 17 giờ 00 phút, ngày 26 tháng 11 năm 2026',
      'Tên đơn vị (1. Giao; 2. Nhận)',
      'Thời gian giao, nhận hồ sơ',
      'Kết quả giải quyết',
      'Ghi chú',
      '1. Giao: Trung tâm Phục vụ hành chính công',
      'Người giao: Lê Thị Ví Dụ',
      '2. Nhận: Văn phòng HĐND và UBND',
      'Người nhận: Phạm Văn Thí Điểm',
      'Giao: 09:15 20/11/2026',
      'Nhận: 09:40 20/11/2026',
      'Đúng hạn',
      'Chuyển phòng',
      'Hạn 14:00 20/11/2026',
      '2. Nhận: Công an xã',
      'Giao: 10:30 23/11/2026',
      'Trước hạn',
      'Chuyển cơ quan phối hợp',
      '1. Giao: Công an xã',
      '2. Nhận: Văn phòng HĐND và UBND',
      'Nhận: 09:30 26/11/2026',
      'Quá hạn',
      'Cơ quan phối hợp trả lời',
      'Hạn 17:00 25/11/2026',
      'Quá 2 giờ 30 phút làm việc',
      'Kết thúc: Trả kết quả, 16 giờ 20 phút, ngày 27 tháng 11 năm 2026.',
      'Tra cứu hồ sơ: quét mã QR hoặc vào mot-cua.tanhoa.example/tra-cuu',
    ])
    expect(await pagesOf(pdf)).toBe(1)
  })

  it('says how the date moved: by pauses, and by an apology', () => {
    const said = (change: Partial<ControlFacts>) => controlOnForm(controlFacts(change)).before.at(-1)?.value
    expect(said({ firstDueAt: '2026-11-24T17:00:00+07:00' })).toBe(
      '17 giờ 00 phút, ngày 26 tháng 11 năm 2026; hẹn lần đầu 17:00 24/11/2026',
    )
    expect(said({ appointmentAt: '2026-12-01T17:00:00+07:00' })).toBe(
      '17 giờ 00 phút, ngày 26 tháng 11 năm 2026; hẹn lại 17:00 01/12/2026 theo Phiếu xin lỗi',
    )
  })

  it('measures nothing while it waits for the applicant, and says that the clock stands and goes on', async () => {
    const text = cellsOf(
      await render({
        helpers: [],
        rows: [
          controlRow({ to: { place: 'Người nộp hồ sơ', officer: null, at: null }, act: 'Yêu cầu bổ sung', clock: 'stops' }),
          controlRow({
            from: { place: 'Người nộp hồ sơ', officer: null },
            act: 'Bổ sung giấy tờ',
            ...{ dueAt: null, result: null, clock: 'goes_on', newDueAt: '2026-12-01T17:00:00+07:00' },
          }),
        ],
      }),
    )
    expectInOrder(text, [
      'Cơ quan phối hợp: không có',
      '2. Nhận: Người nộp hồ sơ',
      'Yêu cầu bổ sung',
      'Tạm dừng tính hạn',
      '1. Giao: Người nộp hồ sơ',
      'Không tính',
      'Bổ sung giấy tờ',
      'Hạn chạy tiếp, hẹn trả 17:00 01/12/2026',
    ])
  })

  it('says no time of receipt of what nobody has taken yet', () => {
    const timesOf = (row: ControlRow) => controlOnForm(controlFacts({ rows: [row] })).lines[0]?.times
    const to = { place: 'Phòng Kinh tế', officer: null, at: null }
    expect(timesOf(controlRow({ to: { ...to, isOpen: true } }))).toEqual(['Giao: 09:15 20/11/2026', 'Nhận: ……'])
    // A paper that was kept before says what it said.
    expect(timesOf(controlRow({ to }))).toEqual(['Giao: 09:15 20/11/2026', 'Nhận: 09:15 20/11/2026'])
  })

  it('printed while it is under way it has no number and says so; with no hand-over yet it says that too', async () => {
    const text = textOf(await unnumbered({ ended: null, rows: [], issuedAt: '2026-11-23T09:40:00+07:00' }))
    expect(text).toContain('Hồ sơ chưa kết thúc. In lúc 09:40 ngày 23/11/2026')
    expect(text).toContain('Chưa có lần giao nhận nào.')
    expect(text).not.toContain('/PKS')
    expect(text).not.toContain('Kết thúc:')
    expect(textOf(await unnumbered())).toContain('Bản in từ hệ thống, không cấp số. In lúc 16:20 ngày 27/11/2026')
    expect(textOf(await render())).not.toContain('In lúc')
  })

  it('of thirty hand-overs with long names flows over pages: each line whole, the heads again, nothing beyond the margin', async () => {
    const long = 'Phòng Văn hóa, Khoa học và Thông tin, Giáo dục, Y tế, Lao động và Bảo trợ xã hội'
    const rows = Array.from({ length: 30 }, (_, n) =>
      controlRow({
        from: { place: `${long} số ${n + 1}`, officer: `Công Tằng Tôn Nữ Thị Ví Dụ Minh Họa Thứ ${n + 1}` },
        act: 'Chuyển việc của người tạm ngừng hoặc chuyển phòng',
        ...{ result: 'late', lateMinutes: 9_999 },
      }),
    )
    const pdf = await render({ rows, dossierCode: 'H61.123.45-261119-00014' })
    const pages = await pagesOf(pdf)
    expect(pages).toBeGreaterThan(2)
    const text = cellsOf(pdf)
    expectInOrder(
      text,
      rows.map((_, n) => `Thị Ví Dụ Minh Họa Thứ ${n + 1} `),
    )
    expect(text.split('Tên đơn vị (1. Giao; 2. Nhận)')).toHaveLength(pages + 1)
    expect(text).toContain(`Trang 1/${pages}`)
    const scale = 2
    const { width, height, isDark } = await rasterOf(pdf, { page: 1, scale })
    const edge = Array.from({ length: Math.floor(12 * ((72 * scale) / 25.4)) }, (_, x) => width - 1 - x)
    expect(edge.some((x) => Array.from({ length: height }, (_, y) => y).some((y) => isDark(x, y)))).toBe(false)
  })

  it('is the same file whenever it is made from the same facts, survives being kept as JSON, and is on no roll', async () => {
    expect(ControlFacts.parse(JSON.parse(JSON.stringify(controlFacts())))).toEqual(controlFacts())
    expect(Buffer.from(await render()).equals(Buffer.from(await render()))).toBe(true)
    await expect(renderRoll('CONTROL', 1, controlFacts())).rejects.toThrow('no version 1 of the roll of CONTROL')
  })
})
