import { describe, expect, it } from 'vitest'
import { renderPaper, renderRoll } from '@/lib/papers/render'
import { stopOnForm } from '@/lib/papers/notice-words'
import type { ApologyFacts, StopFacts } from '@/lib/papers/schema'
import { expectInOrder } from '../support/in-order'
import { pagesOf, textOf } from '../support/pdf'
import { receiptFacts } from '../support/receipt-facts'

const { letterhead, issuedAt, dossierCode, centre, applicant, request, procedureCode, receiver, lookup } = receiptFacts()
const issued = { letterhead, issuedAt, dossierCode, centre, applicant, request, procedureCode }
const about = { procedureName: 'Cấp Giấy xác nhận tình trạng hôn nhân', receivedAt: '2026-11-20T08:15:00+07:00', signer: receiver, lookup }

const STOP: StopFacts = {
  ...issued,
  ...about,
  number: 12,
  askedAt: null,
  reason: 'Người yêu cầu không cư trú tại xã.\r\nĐề nghị nộp tại UBND xã nơi thường trú.',
  returned: ['Tờ khai cấp Giấy xác nhận tình trạng hôn nhân: 1 bản chính', 'Giấy xác nhận đã cấp trước đó: 1 bản sao'],
  refund: 5_000,
  contact: { name: 'Lê Thị Ví Dụ', phone: '0270 000 0123' },
}

const APOLOGY: ApologyFacts = {
  ...issued,
  ...about,
  number: 4,
  agency: 'Văn phòng HĐND và UBND',
  dueAt: '2026-11-26T17:00:00+07:00',
  reason: 'Chờ xác minh nơi đăng ký kết hôn trước đây.',
  newDueAt: '2026-12-01T17:00:00+07:00',
}

const HEAD = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc']

describe('Thông báo dừng giải quyết hồ sơ', () => {
  it('carries every field of Mẫu 05 in the order of the form', async () => {
    const text = textOf(await renderPaper('STOP', 1, STOP))
    for (const words of [...HEAD, 'Số: 0012/TBD']) expect(text).toContain(words)
    expectInOrder(text, [
      'THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ',
      'Kính gửi: Ông (Bà) Nguyễn Thị Minh Họa',
      'Mã hồ sơ: H61.123-261119-0014',
      'Thủ tục hành chính: Cấp Giấy xác nhận tình trạng hôn nhân (mã thủ tục 1.004873)',
      'Ngày tiếp nhận: 08 giờ 15 phút, ngày 20 tháng 11 năm 2026',
      'Lý do dừng giải quyết: Người yêu cầu không cư trú tại xã.',
      'Đề nghị nộp tại UBND xã nơi thường trú.',
      'Giấy tờ hoàn trả gồm:',
      '1. Tờ khai cấp Giấy xác nhận tình trạng hôn nhân: 1 bản chính',
      '2. Giấy xác nhận đã cấp trước đó: 1 bản sao',
      'Phí, lệ phí hoàn lại: 5.000 đồng (năm nghìn đồng)',
      'liên hệ với Lê Thị Ví Dụ, số điện thoại 0270 000 0123',
      'NGƯỜI THÔNG BÁO',
      'Lê Thị Ví Dụ',
      'Tra cứu hồ sơ:',
    ])
    expect(text).not.toContain('Ngày nhận yêu cầu dừng')
  })

  it('says when she asked for it, where she did, and that nothing has to go back, where nothing has', async () => {
    const asked = { ...STOP, askedAt: '2026-11-24T09:30:00+07:00', returned: [], refund: null }
    expectInOrder(textOf(await renderPaper('STOP', 1, asked)), [
      'Ngày tiếp nhận: 08 giờ 15 phút, ngày 20 tháng 11 năm 2026',
      'Ngày nhận yêu cầu dừng: 09 giờ 30 phút, ngày 24 tháng 11 năm 2026',
      'Lý do dừng giải quyết:',
      'Giấy tờ hoàn trả: không có bản giấy phải trả lại',
      'Phí, lệ phí hoàn lại: không có',
    ])
  })

  it('breaks the reason where its writer did', () => {
    expect(stopOnForm(STOP).before.find(({ label }) => label === 'Lý do dừng giải quyết')?.value).toBe(
      'Người yêu cầu không cư trú tại xã.\nĐề nghị nộp tại UBND xã nơi thường trú.',
    )
  })

  it('stands on one sheet, and a long list flows on', async () => {
    expect(await pagesOf(await renderPaper('STOP', 1, STOP))).toBe(1)
    const returned = Array.from({ length: 60 }, (_, n) => `Giấy tờ thứ ${n + 1}: 1 bản chính`)
    const long = await renderPaper('STOP', 1, { ...STOP, returned })
    expect(await pagesOf(long)).toBeGreaterThan(1)
    expect(textOf(long)).toContain('60. Giấy tờ thứ 60: 1 bản chính')
  })
})

describe('Phiếu xin lỗi và đề nghị gia hạn thời gian giải quyết', () => {
  it('carries every field of Mẫu 04 in the order of the form', async () => {
    const text = textOf(await renderPaper('APOLOGY', 1, APOLOGY))
    for (const words of [...HEAD, 'Số: 0004/PXL']) expect(text).toContain(words)
    expectInOrder(text, [
      'PHIẾU XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT',
      'Kính gửi: Ông (Bà) Nguyễn Thị Minh Họa',
      'Ngày tiếp nhận: 08 giờ 15 phút, ngày 20 tháng 11 năm 2026',
      'Cơ quan giải quyết: Văn phòng HĐND và UBND',
      'Tên thủ tục hành chính: Cấp Giấy xác nhận tình trạng hôn nhân (mã thủ tục 1.004873)',
      'Người nộp hồ sơ: Nguyễn Thị Minh Họa',
      'Số định danh: 086194000012',
      'Mã hồ sơ: H61.123-261119-0014',
      'Thời gian hẹn trả kết quả: 17 giờ 00 phút, ngày 26 tháng 11 năm 2026',
      'Lý do chậm: Chờ xác minh nơi đăng ký kết hôn trước đây.',
      'Văn phòng HĐND và UBND xin lỗi Ông (Bà)',
      'Ngày hẹn trả kết quả mới: 17 giờ 00 phút, ngày 01 tháng 12 năm 2026',
      'THỦ TRƯỞNG CƠ QUAN',
      'Lê Thị Ví Dụ',
      'Tra cứu hồ sơ:',
    ])
    expect(await pagesOf(await renderPaper('APOLOGY', 1, APOLOGY))).toBe(1)
  })

  it('gives the same bytes for the same facts', async () => {
    const [first, second] = [await renderPaper('APOLOGY', 1, APOLOGY), await renderPaper('APOLOGY', 1, APOLOGY)]
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
  })
})

it('both letters say the same on a roll of 80 mm, one page each', async () => {
  for (const [kind, facts, words] of [
    ['STOP', STOP, ['Kính gửi: Ông (Bà) Nguyễn Thị Minh Họa', 'Lý do dừng giải quyết:', '5.000 đồng (năm nghìn đồng)', 'Tra cứu hồ sơ:']],
    ['APOLOGY', APOLOGY, ['Kính gửi: Ông (Bà) Nguyễn Thị Minh Họa', 'Lý do chậm:', 'Ngày hẹn trả kết quả mới:', 'Tra cứu hồ sơ:']],
  ] as const) {
    const roll = await renderRoll(kind, 1, facts)
    const blank = /\s+/g
    expectInOrder(
      textOf(roll).replaceAll(blank, ''),
      words.map((piece) => piece.replaceAll(blank, '')),
    )
    expect(await pagesOf(roll)).toBe(1)
  }
})
