import { momentWords } from '@/lib/text/dates'
import type { ReturnMethod } from '@/prisma/generated/enums'

/** Events of a dossier that its applicant is told of. */
export type NoticeEvent = 'submitted' | 'received' | 'result_ready' | 'handed_over'

/** What a notice may say: nothing that the mail's reader could not see on the look-up page, and no personal number. */
export type NoticeFacts = {
  code: string
  procedureName: string
  communeName: string
  phone: string
  /** Address of the look-up for this dossier; the code may stand in it, the second factor never. */
  followUrl: string
  dueAt: Date | null
  returnWords: string
  /** How the result left the office; null: it has not. */
  handedOver: { method: ReturnMethod; trackingNumber: string | null } | null
}

export type NoticeText = { subject: string; paragraphs: readonly string[] }

const FOLLOW = (facts: NoticeFacts) => `Theo dõi hồ sơ: ${facts.followUrl}`

/** Only at the counter has somebody received it; what was posted is on its way, and what is electronic lies ready. */
const HANDED_OVER: Record<ReturnMethod, (facts: NoticeFacts) => { subject: string; sentence: string }> = {
  COUNTER: ({ code, procedureName }) => ({
    subject: `Đã trả kết quả hồ sơ ${code}`,
    sentence: `Kết quả hồ sơ "${procedureName}" đã được trả tại quầy Một cửa.`,
  }),
  POST: ({ code, procedureName }) => ({
    subject: `Đã gửi qua bưu điện kết quả hồ sơ ${code}`,
    sentence: `Kết quả hồ sơ "${procedureName}" đã được gửi qua bưu điện.`,
  }),
  ONLINE: ({ code, procedureName }) => ({
    subject: `Kết quả hồ sơ ${code} đã tải về được`,
    sentence: `Kết quả hồ sơ "${procedureName}" đã tải về được.`,
  }),
}

const TEXTS: Record<NoticeEvent, (facts: NoticeFacts) => NoticeText> = {
  submitted: (facts) => ({
    subject: `Đã gửi hồ sơ ${facts.code}`,
    paragraphs: [
      `Hồ sơ "${facts.procedureName}" đã được gửi đến Bộ phận Một cửa ${facts.communeName}.`,
      `Mã hồ sơ: ${facts.code}`,
      'Cán bộ Một cửa kiểm tra giấy tờ và trả lời trong 8 giờ làm việc. Ngày hẹn trả kết quả có trong thư tiếp theo.',
      FOLLOW(facts),
    ],
  }),
  received: (facts) => ({
    subject: `Đã tiếp nhận hồ sơ ${facts.code}`,
    paragraphs: [
      `Bộ phận Một cửa ${facts.communeName} đã tiếp nhận hồ sơ "${facts.procedureName}".`,
      `Mã hồ sơ: ${facts.code}`,
      ...(facts.dueAt ? [`Hẹn trả kết quả: ${momentWords(facts.dueAt)}`] : []),
      'Giấy tiếp nhận hồ sơ và hẹn trả kết quả có trong Hồ sơ của tôi. Cách tính ngày hẹn có ở trang theo dõi.',
      FOLLOW(facts),
    ],
  }),
  result_ready: (facts) => ({
    subject: `Hồ sơ ${facts.code} đã có kết quả`,
    paragraphs: [
      `Hồ sơ "${facts.procedureName}" đã có kết quả.`,
      `Mã hồ sơ: ${facts.code}`,
      `Cách nhận đã chọn: ${facts.returnWords}.`,
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
