/** Procedures in the words of the counter. Pure. */
import { formatVnd } from '@/lib/platform/money'
import { joinWords, sentenceCase } from '@/lib/text/dates'
import { inSentence } from '@/lib/text/typed-date'
import type { FeeKind, OnlineLevel, Requirement } from '@/prisma/generated/enums'
import type { PossibleFee } from './rules'

/** For a line of a list. */
const ONLINE_SHORT: Record<OnlineLevel, string> = {
  FULL: 'nộp trực tuyến được',
  PARTIAL: 'nộp trực tuyến một phần',
  COUNTER: 'chỉ làm tại quầy',
}

/** Where a dossier may be filed (Nghị định 118/2025/NĐ-CP Điều 14: three ways). */
export const WHERE_TO_FILE: Record<OnlineLevel, string> = {
  FULL: 'Trực tuyến toàn trình, tại quầy, hoặc qua bưu chính',
  PARTIAL: 'Trực tuyến một phần, tại quầy, hoặc qua bưu chính',
  COUNTER: 'Chỉ làm tại quầy',
}

/** What "một phần" asks of people beyond the network (Nghị định 42/2022/NĐ-CP Điều 3). */
const PARTIAL_MEANS = 'Gửi hồ sơ qua mạng được; có bước phải đến Trung tâm.'

/** What that part is called, wherever it is told. */
export const BEYOND_NETWORK = 'Phần không làm qua mạng'

/** What the network does not do where a procedure goes online in part: who has to come, or what goes on paper. Null for all others. */
export const beyondNetwork = ({ onlineLevel, bring }: { onlineLevel: OnlineLevel; bring: string | null }): string | null =>
  onlineLevel === 'PARTIAL' ? (bring ?? PARTIAL_MEANS) : null

/** The same once it may have been done: nobody notes when. */
export const ifNotDone = (beyond: string): string => `${BEYOND_NETWORK}, nếu chưa làm: ${inSentence(beyond)}`

export const REQUIREMENT_CAPTION: Record<Requirement, string> = {
  ALWAYS: 'Luôn cần',
  IF_APPLICABLE: 'Chỉ cần nếu thuộc trường hợp',
  PRESENTED: 'Chỉ cho xem hoặc được tra cứu, không phải nộp',
}

/** `1 bản chính`, `1 bản sao`, `1 bản chính và 1 bản sao`; of what is only shown `Cho xem`. */
export function copiesWords({ originals, copies }: { originals: number; copies: number }): string {
  const parts = [originals > 0 ? `${originals} bản chính` : '', copies > 0 ? `${copies} bản sao` : ''].filter((part) => part !== '')
  return parts.length === 0 ? 'Cho xem' : joinWords(parts)
}

/**
 * What the fees are called: `Lệ phí` or `Phí` where something of one kind is always due, else both; the two are different things in law
 * (Luật Phí và lệ phí 97/2015/QH13 Điều 3).
 */
export function feeTerm(fees: readonly { kind: FeeKind; condition?: string | null }[]): string {
  const isDue = (kind: FeeKind) => fees.some((fee) => fee.kind === kind && (fee.condition ?? null) === null)
  return isDue('CHARGE') === isDue('FEE') ? 'Phí, lệ phí' : isDue('CHARGE') ? 'Lệ phí' : 'Phí'
}

/** The fee's sentence in two: the amount for the eye, and what else there is to know. A full stop inside a number ends nothing. */
export function feeParts(feeSentence: string): { amount: string; note: string | null } {
  const end = /[.;](\s+|$)/.exec(feeSentence)
  if (!end) return { amount: feeSentence, note: null }
  const rest = feeSentence.slice(end.index + end[0].length)
  return { amount: feeSentence.slice(0, end.index), note: rest === '' ? null : sentenceCase(rest) }
}

/** A fee before anybody has decided on it: `Có thể phải nộp 16.000 đồng (2 × 8.000 đồng) phí cấp bản sao nếu xin thêm bản sao`. */
export function possibleFeeWords({ name, amount, quantity, condition }: PossibleFee): string {
  const each = quantity > 1 ? ` (${quantity} × ${formatVnd(amount)})` : ''
  return `Có thể phải nộp ${formatVnd(amount * quantity)}${each} ${inSentence(name)} nếu ${inSentence(condition)}`
}

/** Everything that may have to be paid, and who decides on it; null where there is nothing of that kind. */
export const possibleFeesWords = (fees: readonly PossibleFee[]): string | null =>
  fees.length === 0 ? null : `${fees.map(possibleFeeWords).join('. ')}. Cán bộ Một cửa xác định khi tiếp nhận.`

/** What to do about a component that is a form on paper: the questions of the portal's generic form do not replace it. Null for others. */
export const paperFormWords = ({ formName }: { formName: string | null }): string | null =>
  formName === null ? null : `${formName}. Điền, ký rồi tải bản chụp lên; các câu hỏi ở bước Nội dung yêu cầu chưa thay được mẫu.`

/** Where a form comes from that cannot be printed here. */
export const FORM_AT_THE_DESK = 'Mẫu phát miễn phí tại quầy Một cửa; viết tay theo đúng các mục của mẫu cũng được.'

/** What becomes of papers that are only shown, whichever way the result comes. */
export const PRESENTED_WORDS = 'cán bộ tra cứu; cần xem bản gốc thì Một cửa báo Ông/Bà'

/** One line of facts for a list: `3 ngày làm việc · 5.000 đồng · nộp trực tuyến được`. `limit` is the time limit in words. */
export function factLine({ limit, feeShort, onlineLevel }: { limit: string; feeShort: string; onlineLevel: OnlineLevel }): string {
  return [limit, feeShort, ONLINE_SHORT[onlineLevel]].join(' · ')
}

/** Who works on it: the desk, the department or the other agency, and whether further agencies take part. `commune` is `xã Tân Hoà`. */
export function whoHandles(facts: {
  commune: string
  department: { name: string; kind: 'DESK' | 'DEPARTMENT' | 'LEADERSHIP' | 'AGENCY' } | null
  interAgency: boolean
}): string {
  const { commune, department, interAgency } = facts
  const works =
    department?.kind === 'AGENCY'
      ? `${department.name} giải quyết.`
      : `${department ? `${department.name} xem xét, ` : ''}Ủy ban nhân dân ${commune} quyết định.`
  const others = interAgency ? ' Có cơ quan khác cùng giải quyết; hồ sơ được chuyển giữa các cơ quan, không phải tự mang đi.' : ''
  return `Trung tâm Phục vụ hành chính công ${commune} nhận hồ sơ và trả kết quả. ${works}${others}`
}
