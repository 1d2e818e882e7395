import { type LocalDate, localDateOf, toIsoLocal } from '@/lib/platform/local-date'
import { formatVnd } from '@/lib/platform/money'
import { dateWords, dayOnForm, momentOnForm } from '@/lib/text/dates'
import { amountInWords } from './amount'
import { formEditionOn, type Letterhead, paperNumber, type PaperKind, type Payment } from './rules'
import type { Head, ReceiptFacts } from './schema'

export const PAPER_NAMES: Record<PaperKind, string> = {
  RECEIPT: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
  SUPPLEMENT: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ',
  REFUSAL: 'Phiếu từ chối tiếp nhận giải quyết hồ sơ',
  APOLOGY: 'Phiếu xin lỗi và đề nghị gia hạn thời gian giải quyết',
  STOP: 'Thông báo dừng giải quyết hồ sơ',
  CONTROL: 'Phiếu kiểm soát quá trình giải quyết hồ sơ',
  REGISTER: 'Sổ theo dõi hồ sơ',
}

const PAYMENT_WORDS: Record<Payment, string> = {
  paid_online: 'đã trả trực tuyến',
  paid_cash: 'đã nộp tại quầy',
  paid_transfer: 'đã chuyển khoản',
  due: 'chưa nộp',
}

/** A line of a form: `Label: value`; two halves that follow each other share a line. */
export type FormRow = { label: string; value: string; strong: boolean; half: boolean }

/** Who signs, and how: by hand below the note, or by what the system recorded, in a frame (`stamp`) or as a name alone. */
export type Hand = { note: string; name: string; byHand: boolean; stamp: string[] }

/** What stands above a title: the agency and the office on the left, place and day on the right. */
export type Heading = { parentAgency: string[]; unit: string[]; number: string; placeAndDate: string }

/** What every paper prints above its fields, and keeps as the properties of its file. */
export type HeadOnForm = {
  heading: Heading
  title: string
  /** The title where it has to stand on the width of a roll. */
  titleLines: string[]
  description: string
  author: string
  code: string
}

/** The receipt as the template prints it: every word decided, nothing left to compute. */
export type ReceiptOnForm = HeadOnForm & {
  before: FormRow[]
  componentsLead: string
  /** A paper is counted by the way it was handed in; a file has no such counts, and `electronic` says so across the three columns. */
  components: { name: string; originals: string; certified: string; photocopies: string; electronic: string | null }[]
  after: FormRow[]
  submitter: Hand
  receiver: Hand
  lookup: { lead: string; text: string; alt: string }
  /** "Trang", for the foot of a paper that needs more than one page. */
  pageWord: string
}

/** The form's number and circular, as the file's description has them; of a paper that an edition does not know, nothing. */
export function formWords(kind: PaperKind, on: LocalDate): string {
  const { circular, numbers } = formEditionOn(on)
  return numbers[kind] === null ? '' : ` (Mẫu số ${numbers[kind]}, Thông tư ${circular})`
}

/** The heading of a paper of that day; `number` as it is to stand there, empty for a sheet without one. */
export const headingOf = ({ parentAgency, unit, place }: Letterhead, on: LocalDate, number: string): Heading => ({
  parentAgency: balanced(printable(parentAgency).toLocaleUpperCase('vi'), 32),
  unit: balanced(printable(unit).toLocaleUpperCase('vi'), 28),
  number,
  placeAndDate: `${printable(place)}, ${dayOnForm(on)}`,
})

/**
 * The head of a paper of this kind; its form's number is that of the edition in force on the day of issue. `number` null: it is printed and not
 * issued, so it has none.
 */
export function headOnForm(kind: PaperKind, facts: Omit<Head, 'number'> & { number: number | null }): HeadOnForm {
  const issuedOn = localDateOf(new Date(facts.issuedAt))
  const name = PAPER_NAMES[kind]
  return {
    heading: headingOf(
      facts.letterhead,
      issuedOn,
      `Số: ${facts.number === null ? UNNUMBERED : printable(paperNumber({ kind, number: facts.number, printed: facts.printed ?? null }))}`,
    ),
    title: name.toLocaleUpperCase('vi'),
    titleLines: balanced(name.toLocaleUpperCase('vi'), 26),
    description: `${name}, hồ sơ ${printable(facts.dossierCode)}${formWords(kind, issuedOn)}`,
    author: printable(`${facts.letterhead.unit} ${facts.centre}`),
    code: printable(facts.dossierCode),
  }
}

/** Mẫu 01 in words, its fields in the order of the form (Circular 03/2025/TT-VPCP, Annex I). */
export function receiptOnForm(facts: ReceiptFacts): ReceiptOnForm {
  return {
    ...headOnForm('RECEIPT', facts),
    before: [...partyRows(facts), row('Nội dung yêu cầu giải quyết', `${facts.request} (mã thủ tục ${facts.procedureCode})`)],
    componentsLead: facts.components.length > 0 ? 'Thành phần hồ sơ nộp gồm:' : 'Thành phần hồ sơ nộp gồm: không có giấy tờ phải nộp',
    components: facts.components.map(({ name, originals, certified, photocopies, electronic }) => ({
      name: printable(name),
      originals: String(originals),
      certified: String(certified),
      photocopies: String(photocopies),
      electronic: electronic ? 'Tệp điện tử' : null,
    })),
    after: afterRows(facts),
    submitter: submitterWords(facts.submitter),
    receiver: officerWords('Người tiếp nhận', facts.receiver),
    lookup: {
      lead: 'Tra cứu hồ sơ:',
      text: printable(
        `quét mã QR hoặc vào ${facts.lookup.page}, nhập mã hồ sơ và 4 số cuối của điện thoại hoặc số định danh. Hỏi về hồ sơ: ${facts.lookup.phone}, trong giờ làm việc. ${FETCH_WORDS[facts.returnMethod ?? 'COUNTER']}`,
      ),
      alt: `Mã QR mở trang tra cứu hồ sơ ${printable(facts.dossierCode)}`,
    },
    pageWord: 'Trang',
  }
}

function partyRows({ letterhead, centre, decidedBy, applicant, authorising }: ReceiptFacts): FormRow[] {
  const person = applicant.kind === 'person'
  return [
    row('Nơi tiếp nhận hồ sơ', `${letterhead.unit} ${centre}`),
    ...(decidedBy === undefined ? [] : [row('Cơ quan giải quyết', decidedBy)]),
    strongRow(person ? 'Tiếp nhận hồ sơ của Ông (Bà)' : 'Tiếp nhận hồ sơ của Tổ chức', applicant.name),
    row(person ? 'Số định danh cá nhân' : 'Số định danh tổ chức', applicant.identifier ?? NONE),
    row('Địa chỉ', applicant.address),
    halfRow('Số điện thoại', applicant.phone),
    halfRow('Email', applicant.email ?? NONE),
    ...authorisingRows(authorising),
  ]
}

function authorisingRows(side: ReceiptFacts['authorising']): FormRow[] {
  if (side === null) return [row('Người ủy quyền', 'không có (người nộp tự thực hiện)')]
  return [
    row('Người ủy quyền', side.name),
    row('Địa chỉ của người ủy quyền', side.address),
    row('Số định danh của người ủy quyền', side.identifier ?? NONE),
    halfRow('Số điện thoại', side.phone),
    halfRow('Email', side.email === undefined ? NOT_ASKED : (side.email ?? NONE)),
    row('Giấy tờ ủy quyền', side.paper),
  ]
}

function afterRows(facts: ReceiptFacts): FormRow[] {
  return [
    row('Số lượng hồ sơ', `${twoDigits(facts.sets)} (bộ)`),
    row('Thời gian giải quyết hồ sơ theo quy định', limitOnForm(facts.limit)),
    row('Thời gian nhận hồ sơ', momentOnForm(new Date(facts.receivedAt))),
    strongRow('Thời gian trả kết quả giải quyết hồ sơ', momentOnForm(new Date(facts.dueAt))),
    ...(facts.dueBecause === null ? [] : [row('Cách tính ngày hẹn', facts.dueBecause)]),
    row('Phí, lệ phí', feesInWords(facts.fees, facts.payment)),
    row('Đăng ký nhận kết quả tại', facts.resultAt),
    ...(facts.presented.length === 0 ? [] : [row(PRESENTED, facts.presented.join('; '))]),
    ...(facts.toPresent.length === 0 ? [] : [row(toPresentLabel(facts), facts.toPresent.join('; '))]),
    halfRow(
      'Vào Sổ theo dõi hồ sơ, Quyển số',
      facts.book.of === undefined ? facts.book.volume : `${facts.book.volume} (Sổ của ${facts.book.of})`,
    ),
    halfRow('Số thứ tự', String(facts.book.ordinal).padStart(facts.book.digits ?? 1, '0')),
  ]
}

/** How the applicant stands under a paper. */
export const submitterWords = ({ name, confirmed }: ReceiptFacts['submitter']): Hand => ({
  note: confirmed === null ? SIGN_HERE : `(${printable(confirmed)})`,
  name: printable(name),
  byHand: confirmed === null,
  stamp: [],
})

/** How the office stands under a paper; `role` begins the line of a hand that the system recorded. */
export function officerWords(role: string, { name, signature }: ReceiptFacts['receiver']): Hand {
  if (signature === null) return { note: SIGN_HERE, name: printable(name), byHand: true, stamp: [] }
  const at = new Date(signature.at)
  const time = toIsoLocal(at).slice(11, 19)
  const digital = signature.kind === 'digital'
  return {
    note: digital ? '(Ký số)' : '(Xác nhận trên hệ thống)',
    name: '',
    byHand: false,
    stamp: [
      `${digital ? 'Ký bởi' : role}: ${printable(name)}`,
      `Cơ quan: ${printable(signature.agency)}`,
      `${digital ? 'Thời gian ký' : 'Thời gian'}: ${dateWords(localDateOf(at))} ${time} +07:00`,
    ],
  }
}

/** "03 ngày làm việc"; one digit gets a nought in front, so that nothing can be written before it. */
export function limitOnForm({ value, unit }: ReceiptFacts['limit']): string {
  switch (unit) {
    case 'SAME_DAY':
      return 'trong ngày làm việc'
    case 'WORKING_DAY':
      return `${twoDigits(value)} ngày làm việc`
    case 'DAY':
      return `${twoDigits(value)} ngày`
    case 'HOUR':
      return `${twoDigits(value)} giờ làm việc`
  }
}

/** The lines of phí and lệ phí, their sum in figures and letters, and whether it has been paid. */
export function feesInWords(fees: ReceiptFacts['fees'], payment: Payment): string {
  const sum = fees.reduce((total, { amount, quantity }) => total + amount * quantity, 0)
  if (sum === 0) return 'không phải nộp'
  const total = `${formatVnd(sum)} (${amountInWords(sum)}), ${PAYMENT_WORDS[payment]}`
  const due = fees.filter(({ amount }) => amount > 0)
  const [only] = due
  if (due.length === 1 && only?.quantity === 1) return total
  const lines = due.map(({ name, amount, quantity }) => `${name} ${quantity > 1 ? `${quantity} × ` : ''}${formatVnd(amount)}`)
  return `${lines.join('; ')}; cộng ${total}`
}

/** Not a field of Mẫu 01: what the counter has seen and does not keep. */
const PRESENTED = 'Giấy tờ đã xuất trình, đã nhận lại'
/** Not a field of Mẫu 01: what the applicant must bring, said beside where the result is fetched. Whoever fetches nothing has to come for it. */
const toPresentLabel = ({ returnMethod = 'COUNTER' }: ReceiptFacts): string =>
  `Giấy tờ chưa xuất trình, ${returnMethod === 'COUNTER' ? 'mang theo khi nhận kết quả' : 'mang đến quầy Một cửa'} nếu thuộc trường hợp`
/** Last sentence below the paper: what it is good for on the day of the result. */
const FETCH_WORDS: Record<NonNullable<ReceiptFacts['returnMethod']>, string> = {
  COUNTER: 'Khi đến nhận kết quả, mang theo giấy này hoặc mã hồ sơ và giấy tờ tùy thân.',
  POST: 'Kết quả được gửi qua bưu chính, không phải đến quầy nhận; giữ giấy này để tra cứu.',
  ONLINE: 'Có kết quả thì tải bản điện tử trong Hồ sơ của tôi, không phải đến quầy nhận; giữ giấy này để tra cứu.',
}
/** In place of the number of a paper that is not issued. */
const UNNUMBERED = '…………'
/** Room to write what nobody was asked for. */
const NOT_ASKED = '………………………………'
/** What stands where nobody gave anything. */
export const NONE = 'không có'
const SIGN_HERE = '(Ký và ghi rõ họ tên)'
/** Characters of label and value that fit into half a line of the sheet. */
const HALF = 42

/** A line of a form from its label and what was said; `strongRow` in bold, `halfRow` beside another half where both are short enough. */
export const row = (label: string, value: string): FormRow => ({
  label: printable(label),
  value: printable(value),
  strong: false,
  half: false,
})
export const strongRow = (label: string, value: string): FormRow => ({ ...row(label, value), strong: true })
export const halfRow = (label: string, value: string): FormRow => ({ ...row(label, value), half: label.length + value.length <= HALF })
const twoDigits = (value: number): string => String(value).padStart(2, '0')

/** Longest run without a blank that is left alone; a longer one may break anywhere, or it would run off the sheet. */
const RUN = 40

/**
 * Text from people as it may stand on a sheet: composed letters (the fonts have no marks to build them from), one line, nothing
 * invisible that turns or hides what is printed, no heap of marks over the neighbouring lines.
 */
export function printable(text: string): string {
  return text
    .replaceAll(/[^\S\u00a0]+/gu, ' ')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu, '')
    .normalize('NFC')
    .replaceAll(/(\p{M}{3})\p{M}+/gu, '$1')
    .trim()
    .replaceAll(new RegExp(`\\S{${RUN},}`, 'gu'), (run) => run.match(/.{1,10}/gu)?.join('\u200b') ?? run)
}

/** A name too long for one line of the letterhead, broken where both lines are nearest in length. */
function balanced(text: string, width: number): string[] {
  if (text.length <= width) return [text]
  const words = text.split(' ')
  const breaks = words.slice(1).map((_, index) => index + 1)
  const lengthOf = (at: number) => Math.max(words.slice(0, at).join(' ').length, words.slice(at).join(' ').length)
  const best = breaks.reduce((chosen, at) => (lengthOf(at) < lengthOf(chosen) ? at : chosen), 1)
  return words.length === 1 ? [text] : [words.slice(0, best).join(' '), words.slice(best).join(' ')]
}
