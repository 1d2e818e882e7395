import { sentenceCase } from '@/lib/text/dates'
import type { Channel, ComponentCheck, Outcome, ReturnMethod, Stage } from '@/prisma/generated/enums'
import type { Held } from './sheets'

/** The six families of the status tag. */
export type TagFamily = 'new' | 'work' | 'wait' | 'ready' | 'done' | 'closed'

export const STAGE_TAGS: Record<Stage, { family: TagFamily; staff: string; citizen: string }> = {
  submitted: { family: 'new', staff: 'Mới nộp', citizen: 'Đã gửi' },
  received: { family: 'work', staff: 'Đã tiếp nhận', citizen: 'Đã tiếp nhận' },
  in_department: { family: 'work', staff: 'Chờ phòng nhận', citizen: 'Đang giải quyết' },
  in_hand: { family: 'work', staff: 'Đang giải quyết', citizen: 'Đang giải quyết' },
  awaiting_approval: { family: 'work', staff: 'Chờ ký duyệt', citizen: 'Đang ký duyệt' },
  with_agency: { family: 'work', staff: 'Ở cơ quan khác', citizen: 'Đang giải quyết' },
  awaiting_issue: { family: 'work', staff: 'Chờ cấp số, đóng dấu', citizen: 'Đang ký duyệt' },
  awaiting_supplement: { family: 'wait', staff: 'Chờ bổ sung', citizen: 'Chờ Ông/Bà bổ sung' },
  awaiting_payment: { family: 'wait', staff: 'Chờ nộp tiền', citizen: 'Chờ Ông/Bà nộp tiền' },
  withdrawal_asked: { family: 'wait', staff: 'Xin rút hồ sơ', citizen: 'Đã xin rút' },
  finished: { family: 'ready', staff: 'Có kết quả', citizen: 'Có kết quả' },
  returned: { family: 'done', staff: 'Đã trả', citizen: 'Đã trả kết quả' },
  refused: { family: 'closed', staff: 'Từ chối tiếp nhận', citizen: 'Không được tiếp nhận' },
  withdrawn: { family: 'closed', staff: 'Đã rút', citizen: 'Đã rút' },
  stopped: { family: 'closed', staff: 'Đã dừng', citizen: 'Đã dừng giải quyết' },
}

/** In place of the stage, for the one to whom the approver sent it back: there is something to answer. */
export const SENT_BACK_TAG = { family: 'new', label: 'Bị trả lại' } as const satisfies { family: TagFamily; label: string }

/**
 * Where the dossier is, by role, for the one who follows it: never a name. `at`: whose place is said behind the role, that of the department
 * that works on it, of those who decide or of the other agency.
 */
export const WHERE_IT_IS: Record<
  Stage,
  { lead: string; holder: string; at: 'department' | 'approver' | 'agency' | null; purpose: string }
> = {
  submitted: { lead: 'Hồ sơ đang ở', holder: 'cán bộ Một cửa', at: null, purpose: 'để kiểm tra giấy tờ' },
  received: { lead: 'Hồ sơ đang ở', holder: 'cán bộ Một cửa', at: null, purpose: 'để chuyển đến nơi giải quyết' },
  in_department: { lead: 'Hồ sơ đang ở', holder: 'bộ phận giải quyết', at: 'department', purpose: 'để giao cho người giải quyết' },
  in_hand: { lead: 'Hồ sơ đang ở', holder: 'chuyên viên', at: 'department', purpose: 'để xem xét và soạn kết quả' },
  awaiting_approval: { lead: 'Hồ sơ đang ở', holder: 'lãnh đạo', at: 'approver', purpose: 'để ký duyệt kết quả' },
  with_agency: { lead: 'Hồ sơ đang ở', holder: 'cơ quan phối hợp', at: 'agency', purpose: 'để làm phần việc của cơ quan đó' },
  awaiting_issue: { lead: 'Kết quả đã ký, đang ở', holder: 'văn thư', at: null, purpose: 'để cấp số và đóng dấu' },
  awaiting_supplement: { lead: 'Hồ sơ đang chờ', holder: 'người nộp hồ sơ', at: null, purpose: 'để bổ sung giấy tờ' },
  awaiting_payment: { lead: 'Hồ sơ đang chờ', holder: 'người nộp hồ sơ', at: null, purpose: 'để nộp tiền theo thông báo' },
  withdrawal_asked: { lead: 'Hồ sơ đang ở', holder: 'cán bộ Một cửa', at: null, purpose: 'để trả lời đề nghị rút hồ sơ' },
  finished: { lead: 'Kết quả đang ở', holder: 'cán bộ Một cửa', at: null, purpose: 'để trả cho Ông/Bà' },
  returned: { lead: 'Kết quả đã được trao cho', holder: 'người nhận', at: null, purpose: '' },
  refused: { lead: 'Hồ sơ đã được trả lại cho', holder: 'người nộp hồ sơ', at: null, purpose: 'kèm Phiếu từ chối ghi rõ lý do' },
  withdrawn: { lead: 'Hồ sơ đã đóng theo yêu cầu của', holder: 'người nộp hồ sơ', at: null, purpose: '' },
  stopped: {
    lead: 'Hồ sơ đã được trả lại cho',
    holder: 'người nộp hồ sơ',
    at: null,
    purpose: 'kèm Thông báo dừng giải quyết ghi rõ lý do',
  },
}

/** How the one who filed it is called wherever nobody knows who reads; on her own pages she is "Ông/Bà". */
export const THE_APPLICANT = 'người nộp hồ sơ'

/** Who works on a dossier of another agency (Công an xã), where nobody is called chuyên viên. */
export const AGENCY_OFFICER = 'cán bộ giải quyết'

/** Whether the applicant has to act, said before what comes next. */
const MUST_ACT = {
  no: 'Lúc này Ông/Bà không phải làm gì.',
  collect: 'Mời Ông/Bà đến quầy Một cửa nhận kết quả.',
  supplement: 'Mời Ông/Bà bổ sung giấy tờ.',
  payment: 'Mời Ông/Bà nộp tiền theo thông báo.',
} as const

/**
 * What is still to be paid, for the one who pays. There is no way to pay online yet, so nobody is sent looking for one. `at`: at the latest with
 * the result; before anything else is done, as the notice says; or after the result has been handed over, so that nothing is left to pay at.
 */
export const owedWords = (due: string, at: 'result' | 'notice' | 'over'): string => {
  if (at === 'notice') return `Còn ${due} chưa nộp.`
  return at === 'over'
    ? `Kết quả đã trả, còn ${due} chưa nộp. Nộp tại quầy Một cửa trong giờ làm việc; nộp xong có biên lai.`
    : `Còn ${due} chưa nộp. Nộp tại quầy Một cửa, muộn nhất khi nhận kết quả; nộp xong có biên lai.`
}

/** With what the legal clock goes on, where it stands while somebody waits for her. */
export const GOES_ON: Partial<Record<Stage, string>> = {
  awaiting_supplement: 'Khi nhận được phần còn thiếu',
  awaiting_payment: 'Khi đã nộp tiền',
  withdrawal_asked: 'Nếu không rút nữa',
}

/** What the applicant is asked to do first at this stage, where there is something to do. */
export const leadAt = (stage: Stage, mustAct: boolean): string => (mustAct ? (TO_DO_AT[stage] ?? MUST_ACT.collect) : MUST_ACT.no)

const TO_DO_AT: Partial<Record<Stage, string>> = { awaiting_supplement: MUST_ACT.supplement, awaiting_payment: MUST_ACT.payment }

/** What comes next, for the citizen; it may depend on how the result is to reach them. */
export const WHAT_IS_NEXT: Record<Stage, string | Record<ReturnMethod, string>> = {
  submitted: 'Cán bộ Một cửa kiểm tra giấy tờ rồi báo ngày hẹn trả.',
  received: 'Hồ sơ sắp được chuyển đến nơi giải quyết.',
  in_department: 'Hồ sơ sắp được giao cho người giải quyết.',
  in_hand: 'Khi có kết quả, thư báo được gửi đến địa chỉ thư điện tử đã đăng ký, nếu có.',
  awaiting_approval: 'Lãnh đạo ký xong thì thư báo được gửi đến địa chỉ thư điện tử đã đăng ký, nếu có.',
  with_agency: 'Cơ quan phối hợp trả lời xong thì hồ sơ được giải quyết tiếp.',
  awaiting_issue: 'Văn thư cấp số, đóng dấu xong thì thư báo được gửi đến địa chỉ thư điện tử đã đăng ký, nếu có.',
  awaiting_supplement: 'Xem từng giấy tờ và lý do trong Hồ sơ của tôi, rồi gửi ở đó hoặc mang đến quầy Một cửa.',
  awaiting_payment: 'Xem khoản phải nộp và lý do trong Hồ sơ của tôi. Nộp xong thì hồ sơ được giải quyết tiếp.',
  withdrawal_asked: 'Cán bộ Một cửa trả lời trong 8 giờ làm việc. Trong lúc đó vẫn có thể cho giải quyết tiếp, trong Hồ sơ của tôi.',
  finished: {
    COUNTER: 'Đến trong giờ làm việc, mang theo Giấy tiếp nhận và giấy tờ tùy thân.',
    POST: 'Kết quả sắp được gửi qua bưu chính đến địa chỉ đã ghi khi nộp.',
    ONLINE: 'Bản điện tử sắp có trong Hồ sơ của tôi.',
  },
  // How the result was really handed over says more: hand-over-words.ts.
  returned: 'Hồ sơ đã xong.',
  refused: 'Hồ sơ đã đóng. Lý do ghi ở Phiếu từ chối trong Hồ sơ của tôi; có thể nộp hồ sơ mới.',
  withdrawn: 'Hồ sơ đã đóng. Cần thì nộp hồ sơ mới.',
  stopped: 'Hồ sơ đã đóng. Lý do và giấy tờ được trả lại ghi ở Thông báo dừng giải quyết, trong Hồ sơ của tôi.',
}

/** The same on her own pages, where nobody is sent to "Hồ sơ của tôi": that is where she is. */
export const NEXT_ON_HER_PAGES: Partial<Record<Stage, string>> = {
  awaiting_supplement: 'Gửi ở đây, hoặc mang đến quầy Một cửa.',
  awaiting_payment: 'Khoản phải nộp và lý do ghi ở trang hồ sơ. Nộp xong thì hồ sơ được giải quyết tiếp.',
  refused: 'Hồ sơ đã đóng. Cần thì nộp hồ sơ mới.',
  stopped: 'Hồ sơ đã đóng. Lý do và giấy tờ được trả lại ghi ở Thông báo dừng giải quyết.',
  withdrawal_asked: 'Cán bộ Một cửa trả lời trong 8 giờ làm việc. Trong lúc đó vẫn có thể cho giải quyết tiếp, ở trang hồ sơ.',
}

/** What comes after an electronic result was signed: by when it can be downloaded, where that day is still ahead. */
export const electronicResultWords = (by: string | null, onHerPages: boolean): string => {
  const where = onHerPages ? 'lên đây' : 'vào Hồ sơ của tôi'
  return by === null ? `Bản điện tử đang được đưa ${where}; chưa thấy thì gọi Một cửa.` : `Bản điện tử được đưa ${where} chậm nhất ${by}.`
}

/** A stop on the way of a dossier as the citizen sees it; the finer stages of the office share one. */
export type Stop =
  | 'sent'
  | 'accepted'
  | 'work'
  | 'agency'
  | 'supplement'
  | 'payment'
  | 'approval'
  | 'withdrawal'
  | 'result'
  | 'handed_over'
  | 'refused'
  | 'withdrawn'
  | 'stopped'

/** `ahead` null: not drawn before it is reached, because the next stop says the same. */
export const STOP_WORDS: Record<Stop, { past: string; here: string; ahead: string | null }> = {
  sent: { past: 'Đã gửi', here: 'Đã gửi', ahead: null },
  accepted: { past: 'Đã tiếp nhận', here: 'Đã tiếp nhận', ahead: 'Tiếp nhận' },
  work: { past: 'Đã giải quyết', here: 'Đang giải quyết', ahead: 'Giải quyết' },
  agency: { past: 'Cơ quan phối hợp đã trả lời', here: 'Đang ở cơ quan phối hợp', ahead: null },
  supplement: { past: 'Đã bổ sung giấy tờ', here: 'Chờ bổ sung giấy tờ', ahead: null },
  payment: { past: 'Đã nộp tiền theo thông báo', here: 'Chờ nộp tiền theo thông báo', ahead: null },
  withdrawal: { past: 'Đã xin rút, sau đó cho giải quyết tiếp', here: 'Đã xin rút, chờ trả lời', ahead: null },
  approval: { past: 'Đã ký duyệt', here: 'Đang ký duyệt', ahead: 'Ký duyệt' },
  result: { past: 'Có kết quả', here: 'Có kết quả', ahead: null },
  handed_over: { past: 'Đã trả kết quả', here: 'Đã trả kết quả', ahead: 'Trả kết quả' },
  refused: { past: 'Không được tiếp nhận', here: 'Không được tiếp nhận', ahead: null },
  withdrawn: { past: 'Đã rút hồ sơ', here: 'Đã rút hồ sơ', ahead: null },
  stopped: { past: 'Đã dừng giải quyết', here: 'Đã dừng giải quyết', ahead: null },
}

/** How a dossier came, as it follows a time or a verb: the one table of channels in words. */
export const SENT_BY: Record<Channel, string> = {
  ONLINE: 'trực tuyến',
  COUNTER: 'tại quầy',
  POSTAL: 'qua bưu chính',
  NATIONAL_PORTAL: 'qua Cổng Dịch vụ công quốc gia',
}

/** "Trực tuyến", "Tại quầy": the channel by itself. */
export const channelWords = (channel: Channel): string => sentenceCase(SENT_BY[channel])

/** "Nộp trực tuyến", "Nộp tại quầy": the first event of a dossier, which has no step of the table. */
export const filedWords = (channel: Channel): string => `Nộp ${SENT_BY[channel]}`

/** Stops that ended otherwise than in what they were for, by the stop that came then. */
export const CUT_SHORT: Partial<Record<Stop, Partial<Record<Stop, string>>>> = {
  work: {
    supplement: 'Đã xem xét, cần bổ sung',
    payment: 'Đã xem xét, cần nộp tiền',
    agency: 'Đã xem xét, cần cơ quan phối hợp',
    withdrawal: 'Đang giải quyết thì có đề nghị rút',
    stopped: 'Đang giải quyết thì dừng',
  },
  accepted: { withdrawal: 'Đã tiếp nhận' },
  result: { work: 'Có kết quả, được rút lại để sửa' },
  supplement: { withdrawn: 'Được yêu cầu bổ sung', withdrawal: 'Được yêu cầu bổ sung', stopped: 'Được yêu cầu bổ sung, không trả lời' },
  payment: { withdrawal: 'Được yêu cầu nộp tiền', stopped: 'Được yêu cầu nộp tiền, chưa nộp' },
  agency: { withdrawal: 'Đã chuyển cơ quan phối hợp', stopped: 'Đã chuyển cơ quan phối hợp' },
  withdrawal: { stopped: 'Đã xin rút' },
}

/** Stops that a step ended otherwise than in what they were for, whatever came then. */
export const ENDED_BY: Readonly<Record<string, string>> = {
  recall_payment: 'Được yêu cầu nộp tiền, yêu cầu đã rút lại',
  take_up_again: 'Đã dừng, sau đó được giải quyết tiếp',
}

/** Rounds between work and approval that led back: who broke them off, how often, and for what. */
export const BACK_WORDS = {
  send_back: (by: string, times: number) => `${by} trả lại ${times} lần để giải quyết thêm`,
  recall: (by: string, times: number) => `${by} rút lại bản trình ${times} lần để sửa`,
} as const

/** What a proposed result says; a refusal on content is a result too, issued in time and handed over like any other. */
export const OUTCOME_WORDS: Record<Outcome, string> = { GRANTED: 'Giải quyết', DECLINED: 'Không giải quyết' }

export const RETURN_WORDS: Record<ReturnMethod, string> = {
  COUNTER: 'Tại quầy Một cửa',
  POST: 'Qua bưu chính, đến địa chỉ đã ghi',
  ONLINE: 'Bản điện tử trong Hồ sơ của tôi',
}

export const CHECK_WORDS: Record<ComponentCheck, string> = {
  PENDING: 'Chưa kiểm tra',
  ACCEPTED: 'Đạt',
  NOT_NEEDED: 'Không cần',
  INADEQUATE: 'Chưa đạt',
  NOT_PRESENTED: 'Chưa xuất trình',
}

/** `1 bản chính, 2 bản sao`, `đã xem, trả lại ngay`; null: nothing came on paper. */
export function heldWords({ originals, certified, copies, shown }: Held): string | null {
  const sheets = [
    originals > 0 ? `${originals} bản chính` : '',
    certified > 0 ? `${certified} bản chứng thực` : '',
    copies > 0 ? `${copies} bản sao` : '',
    shown ? 'đã xem, trả lại ngay' : '',
  ].filter((part) => part !== '')
  return sheets.length === 0 ? null : sheets.join(', ')
}

/** A paper's name inside a sentence; some are whole paragraphs of a decree. */
const briefly = (name: string): string => `“${name.length > 70 ? `${name.slice(0, 70).trimEnd()}…` : name}”`

/** Why a component keeps a dossier from being received, and what to do. */
export const CHECK_FAULTS: Record<ComponentCheck, (component: string) => string> = {
  PENDING: (component) => `Chọn kết quả kiểm tra cho ${briefly(component)}`,
  ACCEPTED: (component) => `Không có tệp nào của ${briefly(component)}: chọn Không cần, hoặc Chưa đạt nếu hồ sơ này phải có`,
  NOT_NEEDED: (component) => `${briefly(component)} phải có trong hồ sơ này, không thể chọn Không cần`,
  NOT_PRESENTED: (component) => `${briefly(component)} phải nộp cùng hồ sơ, không phải loại chỉ xuất trình`,
  INADEQUATE: (component) => `${briefly(component)} chưa đạt nên chưa thể tiếp nhận. Chọn Yêu cầu bổ sung để người nộp gửi lại giấy tờ này`,
}

/** Rules of the count that stand in the code while the text in force was not at hand. */
export const UNVERIFIED_RULES: readonly { rule: string; source: string }[] = [
  { rule: 'Hồ sơ mới gửi được trả lời trong 8 giờ làm việc', source: 'Nghị định 45/2020/NĐ-CP (đã sửa đổi)' },
  { rule: 'Việc giải quyết trong ngày: nhận từ 15:00 thì trả trong ngày làm việc tiếp theo', source: 'Nghị định 118/2025/NĐ-CP' },
  {
    rule: 'Phí, lệ phí đã nộp được hoàn lại khi hồ sơ bị từ chối tiếp nhận hoặc rút trước khi tiếp nhận',
    source: 'Nghị định 118/2025/NĐ-CP Điều 24',
  },
  { rule: 'Việc không làm ở quầy Một cửa và nơi phải đến (căn cước, ly hôn, đăng ký xe, hộ chiếu…)', source: 'Chưa có văn bản đối chiếu' },
]

/** In place of the name of a person whose data was erased at their request. */
export const NAME_DELETED = 'Đã xóa theo yêu cầu'

/** Places of a dossier that are no department, as its pages and sheets call them. */
export const PLACE_WORDS = { registrar: 'Văn thư', applicant: 'Người nộp hồ sơ', receiver: 'Người nhận kết quả' } as const
