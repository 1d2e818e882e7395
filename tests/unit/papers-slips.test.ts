import { describe, expect, it } from 'vitest'
import { renderPaper, renderRoll } from '@/lib/papers/render'
import { refusalOnForm } from '@/lib/papers/slip-words'
import type { RefusalFacts, SupplementFacts } from '@/lib/papers/schema'
import { expectInOrder } from '../support/in-order'
import { pagesOf, rasterOf, textOf } from '../support/pdf'
import { receiptFacts } from '../support/receipt-facts'

const { letterhead, issuedAt, dossierCode, centre, applicant, request, procedureCode, submitter, receiver, lookup } = receiptFacts()
const issued = { letterhead, issuedAt, dossierCode, centre, applicant, request, procedureCode }

const SUPPLEMENT: SupplementFacts = {
  ...issued,
  number: 7,
  items: [
    { name: 'Tờ khai cấp Giấy xác nhận tình trạng hôn nhân', reason: 'Chưa ký hoặc chưa ghi đủ nội dung tờ khai' },
    { name: 'Giấy xác nhận đã cấp trước đó', reason: 'Bản chụp mờ hoặc mất góc, không đọc được. Thiếu mặt sau' },
  ],
  contact: { name: 'Lê Thị Ví Dụ', phone: '0270 000 0123' },
  guide: receiver,
  lookup,
}

const REFUSAL: RefusalFacts = {
  ...issued,
  number: 3,
  submittedAt: '2026-11-19T19:42:00+07:00',
  papers: 2,
  reason: 'Người yêu cầu thường trú ở xã khác; đề nghị nộp tại UBND xã nơi thường trú.',
  submitter,
  receiver,
  lookup,
}

describe('Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', () => {
  it('carries every field of Mẫu 02 in the order of the form', async () => {
    expectInOrder(textOf(await renderPaper('SUPPLEMENT', 1, SUPPLEMENT)), [
      'Số: 0007/PBS',
      'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
      'Mã hồ sơ: H61.123-261119-0014',
      'Hồ sơ của Ông (Bà): Nguyễn Thị Minh Họa',
      'Nội dung yêu cầu giải quyết: Cấp Giấy xác nhận tình trạng hôn nhân (mã thủ tục 1.004873)',
      'Địa chỉ: Số 12, ấp Mẫu, xã Tân Hoà',
      'Số điện thoại: 0900 000 123',
      'Email: minhhoa@vidu.example',
      'Yêu cầu hoàn thiện hồ sơ gồm:',
      '1. Tờ khai cấp Giấy xác nhận tình trạng hôn nhân',
      '2. Giấy xác nhận đã cấp trước đó',
      'Lý do:',
      '1. Chưa ký hoặc chưa ghi đủ nội dung tờ khai',
      '2. Bản chụp mờ hoặc mất góc, không đọc được. Thiếu mặt sau',
      'nếu có vướng mắc, Ông (Bà) liên hệ với Lê Thị Ví Dụ, số điện thoại 0270 000 0123, để được hướng dẫn',
      'NGƯỜI HƯỚNG DẪN',
      'Người hướng dẫn: Lê Thị Ví Dụ',
      'Tra cứu hồ sơ:',
    ])
  })

  it('stands on one sheet, and a long list flows on with the dossier’s code at the foot', async () => {
    expect(await pagesOf(await renderPaper('SUPPLEMENT', 1, SUPPLEMENT))).toBe(1)
    const items = Array.from({ length: 45 }, (_, n) => ({ name: `Giấy tờ thứ ${n + 1}`, reason: `Thiếu trang thứ ${n + 1}` }))
    const long = await renderPaper('SUPPLEMENT', 1, { ...SUPPLEMENT, items })
    expect(await pagesOf(long)).toBeGreaterThan(1)
    expect(textOf(long)).toContain('45. Thiếu trang thứ 45')
  })

  it('is not issued with nothing asked for', async () => {
    await expect(renderPaper('SUPPLEMENT', 1, { ...SUPPLEMENT, items: [] })).rejects.toThrow()
  })
})

describe('Phiếu từ chối tiếp nhận giải quyết hồ sơ', () => {
  it('carries every field of Mẫu 03 in the order of the form, with those of an online dossier', async () => {
    expectInOrder(textOf(await renderPaper('REFUSAL', 1, REFUSAL)), [
      'Số: 0003/PTC',
      'PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ',
      'Mã hồ sơ: H61.123-261119-0014',
      'Trung tâm Phục vụ hành chính công: xã Tân Hoà',
      'Tiếp nhận hồ sơ của Ông (Bà): Nguyễn Thị Minh Họa',
      'Số định danh cá nhân: 086194000012',
      'Địa chỉ: Số 12, ấp Mẫu, xã Tân Hoà',
      'Số điện thoại: 0900 000 123',
      'Email: minhhoa@vidu.example',
      'Nội dung yêu cầu giải quyết: Cấp Giấy xác nhận tình trạng hôn nhân (mã thủ tục 1.004873)',
      'Thời gian nộp hồ sơ: 19 giờ 42 phút, ngày 19 tháng 11 năm 2026',
      'Số lượng giấy tờ đã nộp: 02',
      'Lý do từ chối: Người yêu cầu thường trú ở xã khác; đề nghị nộp tại UBND xã nơi thường trú.',
      'NGƯỜI NỘP HỒ SƠ',
      'NGƯỜI TIẾP NHẬN HỒ SƠ',
    ])
  })

  it('breaks the reason where its writer did; the first layout, which is kept, runs it together', async () => {
    const facts = { ...REFUSAL, reason: 'Hai việc:\r\n\r\n- nộp tại xã nơi thường trú\n- mang theo căn cước' }
    const printed = textOf(await renderPaper('REFUSAL', 2, facts))
    expect(printed).toContain('Lý do từ chối: Hai việc: - nộp tại xã nơi thường trú - mang theo căn cước')
    expect(refusalOnForm(facts, { keepsLines: true }).before.at(-1)?.value).toBe(
      'Hai việc:\n- nộp tại xã nơi thường trú\n- mang theo căn cước',
    )
    expect(refusalOnForm(facts, { keepsLines: false }).before.at(-1)?.value).not.toContain('\n')
  })

  it('gives the same bytes for the same facts', async () => {
    const [first, second] = [await renderPaper('REFUSAL', 1, REFUSAL), await renderPaper('REFUSAL', 1, REFUSAL)]
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
  })
})

describe('a refusal at the counter', () => {
  it('counts no papers, for all went back into the person’s hand, who signs the sheet', async () => {
    const counter = { ...REFUSAL, papers: null, submitter: { name: submitter.name, confirmed: null } }
    const text = textOf(await renderPaper('REFUSAL', 1, counter))
    expect(text).not.toContain('Số lượng giấy tờ đã nộp')
    expectInOrder(text, ['Thời gian nộp hồ sơ', 'Lý do từ chối', 'NGƯỜI NỘP HỒ SƠ', '(Ký và ghi rõ họ tên)', submitter.name])
  })
})

describe('the slips on a roll of 80 mm', () => {
  const blank = /\s+/g
  /** On a narrow roll a line may break anywhere. */
  const expectOnRoll = async (pdf: Uint8Array, pieces: readonly string[]) =>
    expectInOrder(
      textOf(pdf).replaceAll(blank, ''),
      pieces.map((piece) => piece.replaceAll(blank, '')),
    )

  it('carry every field of Mẫu 02 in the order of the form', async () => {
    await expectOnRoll(await renderRoll('SUPPLEMENT', 1, SUPPLEMENT), [
      'Độc lập - Tự do - Hạnh phúc',
      'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
      'Số: 0007/PBS',
      'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
      'H61.123-261119-0014',
      'Hồ sơ của Ông (Bà): Nguyễn Thị Minh Họa',
      'Nội dung yêu cầu giải quyết: Cấp Giấy xác nhận tình trạng hôn nhân (mã thủ tục 1.004873)',
      'Địa chỉ: Số 12, ấp Mẫu, xã Tân Hoà',
      'Số điện thoại: 0900 000 123',
      'Email: minhhoa@vidu.example',
      'Yêu cầu hoàn thiện hồ sơ gồm:',
      '1. Tờ khai cấp Giấy xác nhận tình trạng hôn nhân',
      '2. Giấy xác nhận đã cấp trước đó',
      'Lý do:',
      '1. Chưa ký hoặc chưa ghi đủ nội dung tờ khai',
      '2. Bản chụp mờ hoặc mất góc, không đọc được. Thiếu mặt sau',
      'liên hệ với Lê Thị Ví Dụ, số điện thoại 0270 000 0123',
      'Người hướng dẫn: Lê Thị Ví Dụ',
      'Tra cứu hồ sơ:',
    ])
  })

  it('carry every field of Mẫu 03 in the order of the form', async () => {
    await expectOnRoll(await renderRoll('REFUSAL', 1, { ...REFUSAL, papers: null, submitter: { name: submitter.name, confirmed: null } }), [
      'Số: 0003/PTC',
      'PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ',
      'H61.123-261119-0014',
      'Trung tâm Phục vụ hành chính công: xã Tân Hoà',
      'Tiếp nhận hồ sơ của Ông (Bà): Nguyễn Thị Minh Họa',
      'Số định danh cá nhân: 086194000012',
      'Địa chỉ: Số 12, ấp Mẫu, xã Tân Hoà',
      'Số điện thoại: 0900 000 123',
      'Email: minhhoa@vidu.example',
      'Nội dung yêu cầu giải quyết: Cấp Giấy xác nhận tình trạng hôn nhân (mã thủ tục 1.004873)',
      'Thời gian nộp hồ sơ: 19 giờ 42 phút, ngày 19 tháng 11 năm 2026',
      'Lý do từ chối: Người yêu cầu thường trú ở xã khác; đề nghị nộp tại UBND xã nơi thường trú.',
      'Người nộp hồ sơ: Nguyễn Thị Minh Họa',
      'Người tiếp nhận: Lê Thị Ví Dụ',
      'Tra cứu hồ sơ:',
    ])
  })

  it('are one page as wide as the paper, however much stands on them', async () => {
    const items = Array.from({ length: 40 }, (_, n) => ({ name: `Giấy tờ thứ ${n + 1}`, reason: `Thiếu trang thứ ${n + 1}` }))
    for (const pdf of [await renderRoll('REFUSAL', 1, REFUSAL), await renderRoll('SUPPLEMENT', 1, { ...SUPPLEMENT, items })]) {
      expect(await pagesOf(pdf)).toBe(1)
      const { width } = await rasterOf(pdf, { page: 0, scale: 2 })
      expect(width / 2 / 72).toBeCloseTo(80 / 25.4, 1)
    }
  })
})
