/** Figures in Vietnamese: what each is called, what it counts, and what its exceptions are. Pure. */
import { filedWords } from '@/lib/dossiers/words'
import { formatNumber } from '@/lib/platform/money'
import type { Channel, PaymentMethod, Stage } from '@/prisma/generated/enums'
import type { BucketUnit } from './period'
import type { Figure, Part, Rate } from './rules'
import type { TodayList } from './today'

export interface FigureWords {
  name: string
  /** Its number in Quyết định 766/QĐ-TTg; null: a plain count, or counted otherwise than there. */
  index: string | null
  /** What the denominator counts, to follow a number. */
  of: string
  /** One or two sentences; the index number is added by `definitionOf`. */
  definition: string
  /** What the exceptions are, to follow a number; null: there are none by definition. */
  exceptions: string | null
}

export const FIGURE_WORDS: Record<Figure, FigureWords> = {
  received: {
    name: 'Tiếp nhận',
    index: null,
    of: 'hồ sơ',
    definition: 'Có ngày nhận tính thời hạn nằm trong kỳ, mọi kênh nộp.',
    exceptions: null,
  },
  resolved: {
    name: 'Giải quyết',
    index: null,
    of: 'hồ sơ',
    definition: 'Có thời điểm ra kết quả nằm trong kỳ, kể cả nhận từ kỳ trước.',
    exceptions: null,
  },
  onTime: {
    name: 'Đúng hạn',
    index: '2.1',
    of: 'hồ sơ đã nhận',
    definition: 'Xong đúng hạn, hoặc còn làm mà trong hạn khi hết kỳ; kể cả nhận từ kỳ trước. Thời gian chờ công dân không tính.',
    exceptions: 'hồ sơ trễ',
  },
  online: {
    name: 'Nộp trực tuyến',
    index: null,
    of: 'hồ sơ tiếp nhận',
    definition: 'Nộp qua trang này hoặc Cổng Dịch vụ công quốc gia.',
    exceptions: 'hồ sơ nộp cách khác',
  },
  digitised: {
    name: 'Số hóa',
    index: '4.2',
    of: 'hồ sơ giải quyết',
    definition: 'Có cả tệp giấy tờ và tệp kết quả. Đủ điểm từ 80%.',
    exceptions: 'hồ sơ chưa đủ tệp',
  },
  onlinePayment: {
    name: 'Thanh toán trực tuyến',
    index: '3.6',
    of: 'hồ sơ tiếp nhận có thu phí',
    definition: 'Hồ sơ có khoản phải thu lớn hơn 0 đồng và đã trả trực tuyến.',
    exceptions: 'hồ sơ chưa trả trực tuyến',
  },
}

/** `Có cả tệp giấy tờ và tệp kết quả. Đủ điểm từ 80%. Chỉ số 4.2.` */
export function definitionOf(figure: Figure): string {
  const { definition, index } = FIGURE_WORDS[figure]
  // Kept together on one line: the number alone would be read as a value.
  return index === null ? definition : `${definition} Chỉ\u00a0số\u00a0${index}.`
}

/** `cả 1.032 hồ sơ đúng hạn`, `1.031 trên 1.032 hồ sơ đúng hạn`, to follow what was resolved. */
export function onTimeWords({ numerator, denominator }: Rate): string {
  if (denominator === 0) return 'chưa có hồ sơ nào đến lượt tính hạn'
  const share =
    numerator === denominator ? `cả ${formatNumber(denominator)}` : `${formatNumber(numerator)} trên ${formatNumber(denominator)}`
  return `${share} hồ sơ đúng hạn`
}

/** What a list of dossiers of this part is called, to follow a number: `hồ sơ nộp trực tuyến`. */
const MET: Record<Figure, string> = {
  received: 'hồ sơ tiếp nhận',
  resolved: 'hồ sơ giải quyết',
  onTime: 'hồ sơ đúng hạn',
  online: 'hồ sơ nộp trực tuyến',
  digitised: 'hồ sơ đủ tệp',
  onlinePayment: 'hồ sơ đã trả trực tuyến',
}

export function partWords(figure: Figure, part: Part): string {
  const { of, exceptions } = FIGURE_WORDS[figure]
  if (part === 'exceptions') return exceptions ?? 'hồ sơ khác'
  return part === 'numerator' || exceptions === null ? MET[figure] : of
}

/** The axis of a chart over time: what its parts are, inside a sentence. */
export const BUCKET_WORDS: Record<BucketUnit, string> = { day: 'ngày', month: 'tháng', quarter: 'quý', year: 'năm' }

/** The lists of open dossiers, as their headings say them, and in one sentence what stands on them. */
export const TODAY_WORDS: Record<TodayList, { name: string; definition: string; empty: string }> = {
  overdue: {
    name: 'Quá hạn',
    definition: 'Chưa có kết quả mà đã qua hạn trả, hoặc mới nộp mà quá 8 giờ làm việc chưa được trả lời; chờ công dân thì không tính.',
    empty: 'Không có hồ sơ nào quá hạn.',
  },
  no_apology: {
    name: 'Quá hạn mà người nộp chưa được báo',
    definition:
      'Đã tiếp nhận, chưa có kết quả, đã qua hạn trả mà chưa gửi Phiếu xin lỗi và đề nghị gia hạn, hoặc đã qua cả ngày hẹn lại trong phiếu đó.',
    empty: 'Không có hồ sơ nào quá hạn mà chưa có Phiếu xin lỗi, hoặc quá cả ngày hẹn lại.',
  },
  due_today: {
    name: 'Đến hạn hôm nay',
    definition: 'Từ lúc này đến hết ngày phải có kết quả, hoặc mới nộp và phải được trả lời trong 8 giờ làm việc.',
    empty: 'Hôm nay không có hồ sơ nào phải xong.',
  },
  due_next: {
    name: 'Đến hạn ngày làm việc tới',
    definition: 'Sau hôm nay và đến hết ngày làm việc tới phải có kết quả, hoặc phải được trả lời.',
    empty: 'Ngày làm việc tới không có hồ sơ nào phải xong.',
  },
  my_approval: {
    name: 'Chờ tôi ký duyệt',
    definition: 'Kết quả đã trình, đang chờ chính nơi này ký.',
    empty: 'Không có kết quả nào chờ ký duyệt. Hồ sơ chuyên viên vừa trình sẽ hiện ở đây.',
  },
  at_risk: {
    name: 'Sẽ trễ nếu không làm ngay',
    definition: 'Đã quá hạn; đến hạn hôm nay mà chưa có kết quả; hoặc đến hạn ngày làm việc tới mà chưa ai nhận hay chưa có dự thảo.',
    empty: 'Không có hồ sơ nào sắp trễ.',
  },
  open: {
    name: 'Đang mở',
    definition: 'Đã nộp và chưa đóng, kể cả đang chờ công dân và chờ trả kết quả.',
    empty: 'Không có hồ sơ nào đang mở.',
  },
  left: {
    name: 'Còn hạn sau hôm nay',
    definition: 'Chưa có kết quả, hạn sau hôm nay.',
    empty: 'Không có hồ sơ nào còn hạn sau hôm nay.',
  },
  waiting: {
    name: 'Chờ công dân',
    definition: 'Đang chờ người nộp bổ sung giấy tờ; không quá hạn và không đến hạn.',
    empty: 'Không có hồ sơ nào chờ công dân.',
  },
  finished: {
    name: 'Chờ trả kết quả',
    definition: 'Đã có kết quả, chưa trả cho người nộp.',
    empty: 'Không có kết quả nào chờ trả.',
  },
}

/** A department's name where there is little room, as the office itself shortens it. */
export const shortPlace = (name: string): string => SHORTER.reduce((text, [long, short]) => text.replace(long, short), name)

const SHORTER: readonly [RegExp, string][] = [
  [/Ủy ban nhân dân/i, 'UBND'],
  [/Hội đồng nhân dân/i, 'HĐND'],
  [/Phục vụ hành chính công/i, 'PVHCC'],
]

/** Why an open dossier has not moved on, for the one who has to push. `result`: a draft of the result is attached. */
const WAITS_FOR: Record<Stage, (result: boolean) => string> = {
  submitted: () => 'Chưa tiếp nhận',
  received: () => 'Chưa chuyển phòng',
  in_department: () => 'Chưa ai nhận xử lý',
  in_hand: (result) => (result ? 'Có dự thảo, chưa trình ký' : 'Chưa có dự thảo kết quả'),
  awaiting_approval: () => 'Chờ ký duyệt',
  with_agency: () => 'Chờ cơ quan khác trả lời',
  awaiting_issue: () => 'Chờ cấp số, đóng dấu',
  awaiting_supplement: () => 'Chờ công dân bổ sung',
  awaiting_payment: () => 'Chờ công dân nộp tiền',
  withdrawal_asked: () => 'Công dân xin rút, chưa trả lời',
  finished: () => 'Chờ trả kết quả',
  returned: () => 'Đã trả kết quả',
  refused: () => 'Từ chối tiếp nhận',
  withdrawn: () => 'Người nộp đã rút',
  stopped: () => 'Đã dừng giải quyết',
}

export const waitsFor = (stage: Stage, hasResult: boolean): string => WAITS_FOR[stage](hasResult)

const METHODS: Record<PaymentMethod, string> = { ONLINE: 'trực tuyến', CASH: 'tiền mặt', TRANSFER: 'chuyển khoản tại quầy' }

export interface CountedBecause {
  stage: Stage
  channel: Channel
  hasComponentFile: boolean
  hasResultFile: boolean
  /** How what was paid has been paid; none: nothing has been paid. */
  paidBy: readonly PaymentMethod[]
}

/** Why a dossier stands where it stands in this figure, in a few words. */
const BECAUSE: Record<Figure, (row: CountedBecause) => string> = {
  received: ({ channel }) => filedWords(channel),
  resolved: ({ channel }) => filedWords(channel),
  onTime: ({ stage, hasResultFile }) => waitsFor(stage, hasResultFile),
  online: ({ channel }) => filedWords(channel),
  digitised: ({ hasComponentFile, hasResultFile }) => {
    if (hasComponentFile && hasResultFile) return 'Đủ tệp giấy tờ và kết quả'
    if (hasComponentFile) return 'Thiếu tệp kết quả'
    return hasResultFile ? 'Thiếu tệp giấy tờ' : 'Thiếu tệp giấy tờ và kết quả'
  },
  onlinePayment: ({ paidBy }) => (paidBy.length === 0 ? 'Chưa thanh toán' : `Trả ${paidBy.map((method) => METHODS[method]).join(', ')}`),
}

export const countedBecause = (figure: Figure, row: CountedBecause): string => BECAUSE[figure](row)
