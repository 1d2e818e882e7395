/** The two letters by which the office says that a dossier stops or comes late: Mẫu 05 and Mẫu 04 (TT 03/2025/TT-VPCP, Annex I). */
import { formatVnd } from '@/lib/platform/money'
import { momentOnForm } from '@/lib/text/dates'
import { amountInWords } from './amount'
import type { ApologyFacts, Issued, StopFacts } from './schema'
import { linesRow, type SlipOnForm } from './slip-words'
import { type FormRow, headOnForm, NONE, officerWords, printable, row, strongRow } from './words'

/** Mẫu 05, Thông báo dừng giải quyết hồ sơ. The circular's own list of fields was not at hand; these are those proposed for it (unverified). */
export function stopOnForm(facts: StopFacts): SlipOnForm {
  const { returned, refund, contact } = facts
  const hasList = returned.length > 0
  const money = refund === null ? NONE : `${formatVnd(refund)} (${amountInWords(refund)})`
  return {
    ...headOnForm('STOP', facts),
    before: [
      addressee(facts),
      ...aboutRows(facts),
      ...(facts.askedAt === null ? [] : [row('Ngày nhận yêu cầu dừng', momentOnForm(new Date(facts.askedAt)))]),
      linesRow('Lý do dừng giải quyết', facts.reason),
      // The money stands behind the papers, also where these are a list.
      ...(hasList ? [] : [row('Giấy tờ hoàn trả', 'không có bản giấy phải trả lại'), row('Phí, lệ phí hoàn lại', money)]),
    ],
    lists: hasList ? [{ lead: 'Giấy tờ hoàn trả gồm:', items: returned.map(printable) }] : [],
    after: [
      ...(hasList ? [`Phí, lệ phí hoàn lại: ${money}.`] : []),
      printable(
        `Nếu có vướng mắc, Ông (Bà) liên hệ với ${contact.name}, số điện thoại ${contact.phone}. Khi cần, Ông (Bà) có thể nộp hồ sơ mới.`,
      ),
    ],
    hands: [{ role: 'NGƯỜI THÔNG BÁO', name: 'Người thông báo', hand: officerWords('Người thông báo', facts.signer) }],
    lookup: lookupWords(facts, 'Giấy tờ và tiền được trả lại tại quầy Một cửa trong giờ làm việc.'),
    pageWord: 'Trang',
  }
}

/** Mẫu 04, Phiếu xin lỗi và đề nghị gia hạn thời gian giải quyết: its fields in the order of the form. */
export function apologyOnForm(facts: ApologyFacts): SlipOnForm {
  return {
    ...headOnForm('APOLOGY', facts),
    before: [
      addressee(facts),
      row('Ngày tiếp nhận', momentOnForm(new Date(facts.receivedAt))),
      row('Cơ quan giải quyết', facts.agency),
      row('Tên thủ tục hành chính', `${facts.procedureName} (mã thủ tục ${facts.procedureCode})`),
      row('Người nộp hồ sơ', facts.applicant.name),
      row('Số định danh', facts.applicant.identifier ?? NONE),
      row('Mã hồ sơ', facts.dossierCode),
      row('Thời gian hẹn trả kết quả', momentOnForm(new Date(facts.dueAt))),
      linesRow('Lý do chậm', facts.reason),
    ],
    lists: [],
    after: [
      printable(
        `Hồ sơ của Ông (Bà) chưa thể giải quyết xong trong thời hạn đã hẹn. ${facts.agency} xin lỗi Ông (Bà) và mong Ông (Bà) thông cảm.`,
      ),
      printable(`Ngày hẹn trả kết quả mới: ${momentOnForm(new Date(facts.newDueAt))}.`),
    ],
    hands: [{ role: 'THỦ TRƯỞNG CƠ QUAN', name: 'Thủ trưởng cơ quan', hand: officerWords('Người ký', facts.signer) }],
    lookup: lookupWords(facts, 'Không phải đến trước ngày hẹn mới.'),
    pageWord: 'Trang',
  }
}

const addressee = ({ applicant }: Issued): FormRow =>
  strongRow('Kính gửi', `${applicant.kind === 'person' ? 'Ông (Bà) ' : ''}${applicant.name}`)

const aboutRows = (facts: StopFacts): FormRow[] => [
  row('Mã hồ sơ', facts.dossierCode),
  row('Thủ tục hành chính', `${facts.procedureName} (mã thủ tục ${facts.procedureCode})`),
  row('Ngày tiếp nhận', momentOnForm(new Date(facts.receivedAt))),
]

const lookupWords = ({ lookup, dossierCode }: StopFacts | ApologyFacts, more: string): SlipOnForm['lookup'] => ({
  lead: 'Tra cứu hồ sơ:',
  text: printable(
    `quét mã QR hoặc vào ${lookup.page}, nhập mã hồ sơ và 4 số cuối của điện thoại hoặc số định danh. ${more} Hỏi về hồ sơ: ${lookup.phone}, trong giờ làm việc.`,
  ),
  alt: `Mã QR mở trang tra cứu hồ sơ ${printable(dossierCode)}`,
})
