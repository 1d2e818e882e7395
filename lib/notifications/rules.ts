import { BEYOND_NETWORK, ifNotDone } from '@/lib/procedures/words'
import { momentWords } from '@/lib/text/dates'
import type { ReturnMethod } from '@/prisma/generated/enums'

/** Events of a dossier that its applicant is told of. */
export type NoticeEvent =
  | 'submitted'
  | 'supplement_asked'
  | 'supplement_answered'
  | 'refused'
  | 'withdrawn'
  | 'received'
  | 'payment_asked'
  | 'payment_confirmed'
  | 'payment_recalled'
  | 'withdrawal_asked'
  | 'withdrawal_dropped'
  | 'stopped'
  | 'taken_up_again'
  | 'extended'
  | 'reopened'
  | 'result_ready'
  | 'handed_over'

/** What a notice may say: nothing that the mail's reader could not see on the look-up page, and no personal number. */
export type NoticeFacts = {
  code: string
  procedureName: string
  /** Whose counter has received it. */
  communeName: string
  /** The commune that decides, where that is another one; left out: the same. */
  decidedBy?: string
  phone: string
  /** Address of the look-up for this dossier; the code may stand in it, the second factor never. */
  followUrl: string
  /** Address of the page on which a supplement is answered, after signing in. */
  supplementUrl: string
  dueAt: Date | null
  /** What is still to be paid, in words; null: nothing. */
  owed: string | null
  /** What the network does not do of this procedure; null: nothing. */
  beyondNetwork: string | null
  returnWords: string
  returnMethod: ReturnMethod
  /** How the result left the office; null: it has not. */
  handedOver: { method: ReturnMethod; trackingNumber: string | null } | null
}

export type NoticeText = { subject: string; paragraphs: readonly string[] }

const FOLLOW = (facts: NoticeFacts) => `Theo dõi hồ sơ: ${facts.followUrl}`

const owedParagraph = ({ owed }: NoticeFacts): string[] => (owed === null ? [] : [`Còn phải nộp: ${owed}`])

/** Only at the counter has somebody received it; what was posted is on its way, and what is electronic lies ready. */
const HANDED_OVER: Record<ReturnMethod, (facts: NoticeFacts) => { subject: string; sentence: string }> = {
  COUNTER: ({ code, procedureName }) => ({
    subject: `Đã trả kết quả hồ sơ ${code}`,
    sentence: `Kết quả hồ sơ "${procedureName}" đã được trả tại quầy Một cửa.`,
  }),
  POST: ({ code, procedureName }) => ({
    subject: `Đã gửi qua bưu chính kết quả hồ sơ ${code}`,
    sentence: `Kết quả hồ sơ "${procedureName}" đã được gửi qua bưu chính.`,
  }),
  ONLINE: ({ code, procedureName }) => ({
    subject: `Kết quả hồ sơ ${code} đã tải về được`,
    sentence: `Kết quả hồ sơ "${procedureName}" đã tải về được.`,
  }),
}

/** A signed result is not out yet: the desk has to hand it over, and until then there is nothing to download. */
const WHAT_TO_DO: Record<ReturnMethod, (facts: NoticeFacts) => string> = {
  COUNTER: ({ communeName, decidedBy }) =>
    `Đến quầy Một cửa${decidedBy === undefined ? '' : ` ${communeName}`} trong giờ làm việc để nhận, mang theo Giấy tiếp nhận và giấy tờ tùy thân.`,
  POST: () => 'Cán bộ Một cửa sắp gửi qua bưu chính, gửi xong có thư báo.',
  ONLINE: () => 'Bản điện tử chưa tải được ngay: cán bộ Một cửa trả xong có thư báo.',
}

/** Nobody is told that there is nothing to do who has to come for it, or has perhaps not done what does not go over the network. */
function whatToDo(facts: NoticeFacts): string {
  const { returnMethod, beyondNetwork } = facts
  const rest = beyondNetwork === null ? (returnMethod === 'COUNTER' ? [] : ['Lúc này chưa phải làm gì.']) : [ifNotDone(beyondNetwork)]
  return [WHAT_TO_DO[returnMethod](facts), ...rest].join(' ')
}

const TEXTS: Record<NoticeEvent, (facts: NoticeFacts) => NoticeText> = {
  submitted: (facts) => ({
    subject: `Đã gửi hồ sơ ${facts.code}`,
    paragraphs: [
      `Hồ sơ "${facts.procedureName}" đã được gửi đến Bộ phận Một cửa ${facts.communeName}.`,
      `Mã hồ sơ: ${facts.code}`,
      'Cán bộ Một cửa kiểm tra giấy tờ và trả lời trong 8 giờ làm việc. Ngày hẹn trả kết quả có trong thư tiếp theo.',
      ...(facts.beyondNetwork === null ? [] : [`${BEYOND_NETWORK}: ${facts.beyondNetwork}`]),
      FOLLOW(facts),
    ],
  }),
  received: (facts) => ({
    subject: `Đã tiếp nhận hồ sơ ${facts.code}`,
    paragraphs: [
      `Bộ phận Một cửa ${facts.communeName} đã tiếp nhận hồ sơ "${facts.procedureName}"${facts.decidedBy === undefined ? '' : `, do ${facts.decidedBy} giải quyết`}.`,
      `Mã hồ sơ: ${facts.code}`,
      ...(facts.dueAt ? [`Hẹn trả kết quả: ${momentWords(facts.dueAt)}`] : []),
      'Giấy tiếp nhận hồ sơ và hẹn trả kết quả có trong Hồ sơ của tôi. Cách tính ngày hẹn có ở trang theo dõi.',
      FOLLOW(facts),
    ],
  }),
  supplement_asked: (facts) => ({
    subject: `Hồ sơ ${facts.code} cần bổ sung giấy tờ`,
    paragraphs: [
      `Hồ sơ "${facts.procedureName}" còn giấy tờ phải bổ sung hoặc sửa.`,
      `Mã hồ sơ: ${facts.code}`,
      `Xem từng giấy tờ, lý do, và gửi bổ sung: ${facts.supplementUrl}`,
      ...(facts.dueAt ? ['Thời hạn giải quyết tạm dừng cho đến khi nhận được bổ sung.'] : []),
      'Phiếu yêu cầu bổ sung có trong Hồ sơ của tôi. Cũng có thể mang giấy tờ đến quầy Một cửa.',
      FOLLOW(facts),
    ],
  }),
  supplement_answered: (facts) => ({
    subject: `Đã nhận bổ sung hồ sơ ${facts.code}`,
    paragraphs: [
      `Bộ phận Một cửa ${facts.communeName} đã nhận phần bổ sung của hồ sơ "${facts.procedureName}".`,
      `Mã hồ sơ: ${facts.code}`,
      facts.dueAt
        ? `Thời hạn chạy tiếp. Hẹn trả kết quả mới: ${momentWords(facts.dueAt)}`
        : 'Cán bộ Một cửa kiểm tra lại giấy tờ và trả lời trong 8 giờ làm việc.',
      FOLLOW(facts),
    ],
  }),
  refused: (facts) => ({
    subject: `Hồ sơ ${facts.code} không được tiếp nhận`,
    paragraphs: [
      `Bộ phận Một cửa ${facts.communeName} không tiếp nhận hồ sơ "${facts.procedureName}".`,
      `Mã hồ sơ: ${facts.code}`,
      'Lý do ghi ở Phiếu từ chối tiếp nhận giải quyết hồ sơ, có trong Hồ sơ của tôi.',
      FOLLOW(facts),
    ],
  }),
  withdrawn: (facts) => ({
    subject: `Đã rút hồ sơ ${facts.code}`,
    paragraphs: [
      `Hồ sơ "${facts.procedureName}" đã được rút theo yêu cầu của Ông/Bà và không được giải quyết tiếp.`,
      `Mã hồ sơ: ${facts.code}`,
      'Nếu Ông/Bà không rút hồ sơ này, gọi ngay số dưới đây.',
    ],
  }),
  payment_asked: (facts) => ({
    subject: `Hồ sơ ${facts.code} có khoản phải nộp`,
    paragraphs: [
      `Hồ sơ "${facts.procedureName}" cần nộp tiền theo thông báo trước khi giải quyết tiếp.`,
      `Mã hồ sơ: ${facts.code}`,
      ...owedParagraph(facts),
      'Khoản phải nộp và lý do có trong Hồ sơ của tôi. Thời hạn giải quyết tạm dừng cho đến khi nộp xong.',
      FOLLOW(facts),
    ],
  }),
  payment_confirmed: (facts) => ({
    subject: `Đã ghi nhận khoản nộp của hồ sơ ${facts.code}`,
    paragraphs: [
      `Khoản phải nộp của hồ sơ "${facts.procedureName}" đã được ghi nhận.`,
      `Mã hồ sơ: ${facts.code}`,
      ...(facts.dueAt ? [`Thời hạn chạy tiếp. Hẹn trả kết quả mới: ${momentWords(facts.dueAt)}`] : []),
      FOLLOW(facts),
    ],
  }),
  payment_recalled: (facts) => ({
    subject: `Hồ sơ ${facts.code} không phải nộp khoản đã yêu cầu`,
    paragraphs: [
      `Yêu cầu nộp tiền của hồ sơ "${facts.procedureName}" đã được rút lại. Ông/Bà không phải nộp khoản đó nữa.`,
      `Mã hồ sơ: ${facts.code}`,
      ...(facts.owed === null ? [] : [`Khoản khác còn phải nộp: ${facts.owed}`]),
      ...(facts.dueAt ? [`Thời hạn chạy tiếp. Hẹn trả kết quả mới: ${momentWords(facts.dueAt)}`] : []),
      FOLLOW(facts),
    ],
  }),
  withdrawal_asked: (facts) => ({
    subject: `Đã nhận đề nghị rút hồ sơ ${facts.code}`,
    paragraphs: [
      `Bộ phận Một cửa ${facts.decidedBy ?? facts.communeName} đã nhận đề nghị rút hồ sơ "${facts.procedureName}" và trả lời trong 8 giờ làm việc.`,
      `Mã hồ sơ: ${facts.code}`,
      'Thời hạn giải quyết tạm dừng. Nếu không muốn rút nữa, chọn Giải quyết tiếp trong Hồ sơ của tôi.',
      'Nếu Ông/Bà không xin rút hồ sơ này, gọi ngay số dưới đây.',
      FOLLOW(facts),
    ],
  }),
  withdrawal_dropped: (facts) => ({
    subject: `Hồ sơ ${facts.code} được giải quyết tiếp`,
    paragraphs: [
      `Hồ sơ "${facts.procedureName}" không rút nữa và được giải quyết tiếp.`,
      `Mã hồ sơ: ${facts.code}`,
      ...(facts.dueAt ? [`Hẹn trả kết quả: ${momentWords(facts.dueAt)}`] : []),
      FOLLOW(facts),
    ],
  }),
  stopped: (facts) => ({
    subject: `Đã dừng giải quyết hồ sơ ${facts.code}`,
    paragraphs: [
      `Hồ sơ "${facts.procedureName}" không được giải quyết tiếp.`,
      `Mã hồ sơ: ${facts.code}`,
      'Lý do, giấy tờ và tiền được trả lại ghi ở Thông báo dừng giải quyết hồ sơ, có trong Hồ sơ của tôi.',
      FOLLOW(facts),
    ],
  }),
  taken_up_again: (facts) => ({
    subject: `Hồ sơ ${facts.code} được giải quyết tiếp`,
    paragraphs: [
      `Hồ sơ "${facts.procedureName}" đã dừng nay được mở lại và giải quyết tiếp từ chỗ đã dừng. Thông báo dừng giải quyết trước đây không còn giá trị.`,
      `Mã hồ sơ: ${facts.code}`,
      ...(facts.dueAt ? [`Hẹn trả kết quả: ${momentWords(facts.dueAt)}`] : []),
      'Lý do mở lại, và việc Ông/Bà còn phải làm nếu có, ghi trong Hồ sơ của tôi.',
      FOLLOW(facts),
    ],
  }),
  extended: (facts) => ({
    subject: `Xin lỗi và hẹn lại ngày trả kết quả hồ sơ ${facts.code}`,
    paragraphs: [
      `Hồ sơ "${facts.procedureName}" chưa thể xong đúng ngày đã hẹn. ${facts.decidedBy ?? facts.communeName} xin lỗi Ông/Bà.`,
      `Mã hồ sơ: ${facts.code}`,
      ...(facts.dueAt ? [`Ngày hẹn mới: ${momentWords(facts.dueAt)}`] : []),
      'Lý do ghi ở Phiếu xin lỗi và đề nghị gia hạn, có trong Hồ sơ của tôi.',
      FOLLOW(facts),
    ],
  }),
  reopened: (facts) => ({
    subject: `Kết quả hồ sơ ${facts.code} đang được sửa`,
    paragraphs: [
      `Kết quả hồ sơ "${facts.procedureName}" có chỗ phải sửa nên chưa trả. Khi có kết quả mới, Ông/Bà được báo lại.`,
      `Mã hồ sơ: ${facts.code}`,
      FOLLOW(facts),
    ],
  }),
  result_ready: (facts) => ({
    subject: `Hồ sơ ${facts.code} đã có kết quả`,
    paragraphs: [
      `Hồ sơ "${facts.procedureName}" đã có kết quả.`,
      `Mã hồ sơ: ${facts.code}`,
      `Cách nhận đã chọn: ${facts.returnWords}.`,
      whatToDo(facts),
      FOLLOW(facts),
    ],
  }),
  handed_over: (facts) => {
    const { method, trackingNumber } = facts.handedOver ?? { method: 'COUNTER', trackingNumber: null }
    const { subject, sentence } = HANDED_OVER[method](facts)
    return {
      subject,
      paragraphs: [
        sentence,
        `Mã hồ sơ: ${facts.code}`,
        ...(trackingNumber === null ? [] : [`Mã bưu gửi: ${trackingNumber}`]),
        'Bản điện tử của kết quả có trong Hồ sơ của tôi. Đăng nhập để tải về.',
        FOLLOW(facts),
      ],
    }
  },
}

/** Subject and paragraphs of the mail for one event. */
export function noticeText(event: NoticeEvent, facts: NoticeFacts): NoticeText {
  const { subject, paragraphs } = TEXTS[event](facts)
  return { subject, paragraphs: [...paragraphs, `Cần hỏi, gọi ${facts.phone} trong giờ làm việc.`] }
}
