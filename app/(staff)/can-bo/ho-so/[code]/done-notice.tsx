import { paperHref } from '@/components/dossiers/file-words'
import { Buttons } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { StaffDossier } from '@/lib/dossiers/dossier-queries'
import type { Step } from '@/lib/dossiers/move-rules'
import { paperOf } from '@/lib/dossiers/rules'
import { type PaperKind, paperNumber } from '@/lib/papers/rules'
import { formatVnd } from '@/lib/platform/money'
import { momentWords, timeWords } from '@/lib/text/dates'
import { COUNTER, rollHref } from '../../addresses'
import { HAND_OVERS, handOverHref } from '../../ban-giao/addresses'

/** What was done, in one line. `done` is said only while it is the last thing that happened, so an address kept from yesterday says nothing. */
export function DoneNotice({ dossier, step }: { dossier: StaffDossier; step: string | null }) {
  const [last] = dossier.events
  if (step === null || last?.step !== step) return null
  if (!isSaid(step)) return null
  const sentence = SENTENCES[step](dossier, timeWords(last.at))
  const issued = paperOf(step)
  const paper = dossier.papers.findLast(({ kind }) => kind === issued)
  return (
    <Notice live>
      <p>{sentence}</p>
      {paper ? (
        <Buttons>
          <a className="btn btn--plain" href={paperHref(paper.id)} target="_blank" rel="noopener">
            In {SHORT_NAMES[paper.kind]} số {paperNumber(paper)}
          </a>
          <a className="btn btn--plain" href={rollHref(paper.id)} target="_blank" rel="noopener">
            In cuộn 80 mm
          </a>
        </Buttons>
      ) : null}
      {step === 'forward' ? (
        <p>
          <a href={handOverHref(dossier.code, last.seq)} target="_blank" rel="noopener">
            In phiếu bàn giao
          </a>{' '}
          của hồ sơ này, hoặc <a href={HAND_OVERS}>của mọi hồ sơ chuyển trong ngày</a>.
        </p>
      ) : null}
      {issued && dossier.channel === 'COUNTER' && (step === 'receive' || dossier.receivedAt === null) ? (
        <p>
          <a href={COUNTER}>Tiếp nhận người tiếp theo</a>
        </p>
      ) : null}
    </Notice>
  )
}

type HandOver = NonNullable<StaffDossier['handOver']>

const DONE: Record<HandOver['method'], (handOver: HandOver) => string> = {
  COUNTER: ({ receiverName }) => (receiverName === null ? 'Đã trả kết quả' : `Đã trả kết quả cho ${receiverName}`),
  POST: ({ trackingNumber }) => (trackingNumber === null ? 'Đã gửi qua bưu chính' : `Đã gửi qua bưu chính, mã bưu gửi ${trackingNumber},`),
  ONLINE: () => 'Người nộp tải được kết quả từ',
}

/** The papers as an officer calls them. */
export const SHORT_NAMES: Record<PaperKind, string> = {
  RECEIPT: 'Giấy tiếp nhận',
  SUPPLEMENT: 'Phiếu yêu cầu bổ sung',
  REFUSAL: 'Phiếu từ chối',
  APOLOGY: 'Phiếu xin lỗi',
  STOP: 'Thông báo dừng',
  CONTROL: 'Phiếu kiểm soát',
  REGISTER: 'Sổ theo dõi',
}

/** A payment is told by the cashier's own page, and what the applicant takes back by hers. */
type Said =
  | Exclude<Step, 'confirm_payment' | 'withdraw'>
  | ('attach_result' | 'ask_opinion' | 'give_opinion' | 'take_back_question' | 'draft_apology')

const isSaid = (step: string): step is Said => Object.hasOwn(SENTENCES, step)

const stopped = ({ refund }: StaffDossier): string =>
  `Hồ sơ đã đóng${refund === null ? '' : `; ${formatVnd(refund.amount)} chờ hoàn trong danh sách Phí phải hoàn`}.`

const SENTENCES: Readonly<Record<Said, (dossier: StaffDossier, at: string) => string>> = {
  receive: ({ dueAt }, at) => `Đã tiếp nhận lúc ${at}.${dueAt ? ` Hẹn trả ${momentWords(dueAt)}.` : ''}`,
  ask_for_more: ({ receivedAt }, at) =>
    `Đã yêu cầu bổ sung lúc ${at}; người nộp được báo qua thư điện tử nếu có.${receivedAt ? ' Thời hạn tạm dừng.' : ''}`,
  ask_again: (_dossier, at) => `Đã yêu cầu bổ sung lần nữa lúc ${at}; người nộp được báo qua thư điện tử nếu có. Thời hạn tạm dừng.`,
  answer: ({ dueAt }, at) => `Đã ghi nhận bổ sung lúc ${at}.${dueAt ? ` Thời hạn chạy tiếp, hẹn trả ${momentWords(dueAt)}.` : ''}`,
  refuse: (_dossier, at) => `Đã từ chối tiếp nhận lúc ${at}, kèm lý do. Hồ sơ đã đóng.`,
  forward: ({ holder }, at) => `Đã chuyển ${holder ?? 'phòng chuyên môn'} lúc ${at}.`,
  recall_forward: (_dossier, at) => `Đã rút về Một cửa lúc ${at}, kèm lý do.`,
  return_to_desk: (_dossier, at) => `Đã trả lại Một cửa lúc ${at}, kèm lý do.`,
  take: (_dossier, at) => `Đã nhận xử lý lúc ${at}.`,
  ask_for_payment: ({ owed }, at) =>
    `Đã yêu cầu nộp ${formatVnd(owed)} lúc ${at}; người nộp được báo qua thư điện tử nếu có. Thời hạn tạm dừng.`,
  recall_payment: ({ dueAt }, at) =>
    `Đã rút yêu cầu nộp tiền lúc ${at}; người nộp được báo qua thư điện tử nếu có.${dueAt ? ` Thời hạn chạy tiếp, hẹn trả ${momentWords(dueAt)}.` : ''}`,
  ask_agency: ({ holder }, at) => `Đã chuyển ${holder ?? 'cơ quan phối hợp'} lúc ${at}. Thời hạn vẫn chạy.`,
  agency_answer: ({ holder }, at) => `Đã ghi trả lời của cơ quan phối hợp lúc ${at}. Hồ sơ về ${holder ?? 'người giải quyết'}.`,
  attach_result: (_dossier, at) => `Đã đính kèm văn bản kết quả lúc ${at}. Có thể trình ký duyệt.`,
  propose: ({ holder }, at) => `Đã trình ${holder ?? 'lãnh đạo'} lúc ${at}.`,
  approve: ({ stage }, at) =>
    stage === 'awaiting_issue'
      ? `Đã ký duyệt lúc ${at}. Hồ sơ ở văn thư để cấp số, đóng dấu.`
      : `Đã ký duyệt lúc ${at}. Hồ sơ về Một cửa để trả kết quả; người nộp được báo qua thư điện tử nếu có.`,
  issue: ({ resultNumber }, at) =>
    `Đã ban hành văn bản${resultNumber === null ? '' : ` số ${resultNumber}`} lúc ${at}. Hồ sơ về Một cửa để trả; người nộp được báo qua thư điện tử nếu có.`,
  return_to_signer: (_dossier, at) => `Đã trả lại người ký lúc ${at}, kèm lý do.`,
  reopen: ({ holder }, at) => `Đã rút lại kết quả lúc ${at}, kèm lý do. Hồ sơ về ${holder ?? 'người giải quyết'}.`,
  extend: ({ appointmentAt }, at) =>
    `Đã gửi Phiếu xin lỗi lúc ${at}.${appointmentAt ? ` Hẹn trả lại ${momentWords(appointmentAt)}; đúng hạn hay quá hạn vẫn tính theo hạn cũ.` : ''}`,
  ask_to_withdraw: (_dossier, at) => `Đã ghi đề nghị rút lúc ${at}. Thời hạn tạm dừng; Một cửa trả lời trong 8 giờ làm việc.`,
  keep_going: ({ dueAt }, at) => `Đã ghi lúc ${at}: người nộp không rút nữa.${dueAt ? ` Hẹn trả ${momentWords(dueAt)}.` : ''}`,
  stop: (dossier, at) => `Đã dừng giải quyết lúc ${at}. ${stopped(dossier)}`,
  take_up_again: ({ holder, dueAt }, at) =>
    `Đã mở lại hồ sơ lúc ${at}${holder === null ? '' : `, về ${holder}`}; người nộp được báo qua thư điện tử nếu có.${dueAt ? ` Hẹn trả ${momentWords(dueAt)}.` : ''}`,
  confirm_withdrawal: (dossier, at) => `Đã đồng ý cho rút lúc ${at}. ${stopped(dossier)}`,
  send_back: ({ holder }, at) => `Đã trả lại ${holder ?? 'chuyên viên'} lúc ${at}, kèm lý do.`,
  recall: (_dossier, at) => `Đã rút lại bản trình lúc ${at}. Sửa xong thì trình lại.`,
  assign: ({ holder }, at) => `Đã giao ${holder ?? 'người của phòng'} lúc ${at}.`,
  pass_on: ({ holder }, at) => `Đã chuyển ${holder ?? 'người khác'} lúc ${at}, kèm lý do.`,
  pass_to_department: ({ holder }, at) => `Đã chuyển ${holder ?? 'phòng khác'} lúc ${at}, kèm lý do.`,
  give_back: ({ holder }, at) => `Đã trả lại ${holder ?? 'phòng'} lúc ${at}, kèm lý do.`,
  ask_opinion: ({ questions: [question] }, at) =>
    `Đã hỏi ý kiến lúc ${at}.${question ? ` Hạn trả lời ${momentWords(question.dueAt)}.` : ''} Hồ sơ vẫn ở chỗ cũ, thời hạn vẫn chạy.`,
  give_opinion: (_dossier, at) => `Đã ghi ý kiến lúc ${at}. Người hỏi đọc được ở mục Ý kiến.`,
  take_back_question: (_dossier, at) => `Đã rút câu hỏi lúc ${at}. Người được hỏi không phải trả lời nữa.`,
  draft_apology: ({ extension }, at) =>
    `Đã báo không kịp hạn lúc ${at}.${extension ? ` Phiếu xin lỗi đề nghị hẹn lại ${momentWords(extension.newDueAt)}, chờ lãnh đạo ký.` : ''} Hồ sơ vẫn ở chỗ cũ, thời hạn vẫn chạy.`,
  hand_over: ({ handOver }, at) => `${handOver ? DONE[handOver.method](handOver) : 'Đã trả kết quả'} lúc ${at}. Hồ sơ đã đóng.`,
}
