import { hasIssueStep, type WayStep } from '@/lib/procedures/way'
import type { Channel } from '@/prisma/generated/enums'
import type { Step } from './move-rules'
import { filedWords } from './words'

/** What a step is called on its button and in the history, and what it does, in a line. */
export const STEP_WORDS: Record<Step, { action: string; done: string; consequence: string }> = {
  receive: { action: 'Tiếp nhận', done: 'Tiếp nhận', consequence: 'Cấp số, in giấy hẹn. Thời hạn bắt đầu tính.' },
  ask_for_more: {
    action: 'Yêu cầu bổ sung',
    done: 'Yêu cầu bổ sung',
    consequence: 'Ra Phiếu yêu cầu bổ sung, báo người nộp. Thời hạn tạm dừng nếu đã tiếp nhận.',
  },
  answer: {
    action: 'Nhận bổ sung',
    done: 'Bổ sung giấy tờ',
    consequence: 'Ghi giấy tờ người nộp mang đến. Hồ sơ về nơi đã yêu cầu, thời hạn chạy tiếp.',
  },
  refuse: { action: 'Từ chối tiếp nhận', done: 'Từ chối tiếp nhận', consequence: 'Phải ghi lý do. Ra Phiếu từ chối, hồ sơ đóng lại.' },
  withdraw: { action: 'Rút hồ sơ', done: 'Người nộp rút hồ sơ', consequence: 'Hồ sơ đóng lại.' },
  forward: { action: 'Chuyển phòng', done: 'Chuyển phòng', consequence: 'Phòng chuyên môn giữ hồ sơ.' },
  take: { action: 'Nhận xử lý', done: 'Nhận xử lý', consequence: 'Hồ sơ do chính mình giữ.' },
  propose: { action: 'Trình ký duyệt', done: 'Trình ký duyệt', consequence: 'Cần văn bản kết quả đính kèm.' },
  approve: { action: 'Ký duyệt', done: 'Ký duyệt', consequence: 'Kết quả được ban hành, thời hạn dừng tính, hồ sơ về Một cửa.' },
  send_back: { action: 'Trả lại chuyên viên', done: 'Trả lại chuyên viên', consequence: 'Phải ghi lý do.' },
  recall: { action: 'Rút lại bản trình', done: 'Rút lại bản trình', consequence: 'Hồ sơ về lại người đã trình.' },
  assign: { action: 'Giao việc', done: 'Giao việc', consequence: 'Chọn người của phòng giải quyết hồ sơ.' },
  pass_on: {
    action: 'Chuyển người khác',
    done: 'Chuyển người khác',
    consequence: 'Phải ghi lý do. Người cùng phòng nhận thay.',
  },
  pass_to_department: {
    action: 'Chuyển phòng khác',
    done: 'Chuyển phòng khác',
    consequence: 'Phải ghi lý do. Phòng khác của xã nhận hồ sơ.',
  },
  ask_again: {
    action: 'Yêu cầu bổ sung lần nữa',
    done: 'Yêu cầu bổ sung lần nữa',
    consequence: 'Ra Phiếu yêu cầu bổ sung. Yêu cầu quá một lần thì hồ sơ tính là trễ hạn (chỉ số 2.1).',
  },
  ask_for_payment: {
    action: 'Yêu cầu nộp tiền',
    done: 'Yêu cầu thực hiện nghĩa vụ tài chính',
    consequence: 'Ghi khoản phải nộp, báo người nộp. Thời hạn tạm dừng cho đến khi nộp xong.',
  },
  confirm_payment: {
    action: 'Ghi đã nộp tiền',
    done: 'Đã nộp tiền',
    consequence: 'Ghi số biên lai. Hồ sơ về người giải quyết, thời hạn chạy tiếp.',
  },
  recall_payment: {
    action: 'Rút yêu cầu nộp tiền',
    done: 'Rút yêu cầu nộp tiền',
    consequence: 'Phải ghi lý do. Khoản phải nộp được hủy, hồ sơ về người giải quyết, thời hạn chạy tiếp.',
  },
  ask_agency: {
    action: 'Chuyển cơ quan phối hợp',
    done: 'Chuyển cơ quan phối hợp',
    consequence: 'Ghi phần việc và hạn trả lời. Cơ quan đó giữ hồ sơ.',
  },
  agency_answer: {
    action: 'Ghi trả lời phối hợp',
    done: 'Cơ quan phối hợp trả lời',
    consequence: 'Ghi nội dung trả lời. Hồ sơ về người giải quyết.',
  },
  issue: {
    action: 'Cấp số, ban hành',
    done: 'Cấp số, đóng dấu, ban hành',
    consequence: 'Ghi số, ký hiệu của văn bản. Thời hạn dừng tính, hồ sơ về Một cửa.',
  },
  return_to_signer: {
    action: 'Trả lại người ký',
    done: 'Văn thư trả lại',
    consequence: 'Phải ghi lý do. Hồ sơ về chờ ký duyệt.',
  },
  reopen: {
    action: 'Rút lại kết quả',
    done: 'Rút lại kết quả',
    consequence: 'Phải ghi lý do. Hồ sơ về người giải quyết để sửa, thời hạn tính như chưa dừng.',
  },
  extend: {
    action: 'Xin lỗi, gia hạn',
    done: 'Xin lỗi và hẹn lại ngày trả',
    consequence: 'Ra Phiếu xin lỗi với ngày hẹn mới, báo người nộp. Hạn tính đúng hạn không đổi.',
  },
  stop: {
    action: 'Dừng giải quyết',
    done: 'Dừng giải quyết',
    consequence: 'Phải ghi lý do. Ra Thông báo dừng, trả giấy tờ và tiền đã nộp; hồ sơ đóng lại.',
  },
  take_up_again: {
    action: 'Mở lại hồ sơ',
    done: 'Mở lại hồ sơ đã dừng',
    consequence: 'Phải ghi lý do. Chỉ khi giấy tờ và tiền chưa trả. Thông báo dừng bị thu hồi, thời hạn chạy tiếp từ lúc dừng.',
  },
  ask_to_withdraw: {
    action: 'Ghi đề nghị rút hồ sơ',
    done: 'Người nộp đề nghị rút hồ sơ',
    consequence: 'Thời hạn tạm dừng. Một cửa trả lời trong 8 giờ làm việc.',
  },
  keep_going: { action: 'Giải quyết tiếp', done: 'Người nộp không rút nữa', consequence: 'Hồ sơ về chỗ cũ, thời hạn chạy tiếp.' },
  confirm_withdrawal: {
    action: 'Đồng ý cho rút',
    done: 'Đồng ý cho rút hồ sơ',
    consequence: 'Ra Thông báo dừng, trả giấy tờ và tiền đã nộp; hồ sơ đóng lại.',
  },
  return_to_desk: {
    action: 'Trả lại Một cửa',
    done: 'Phòng trả lại Một cửa',
    consequence: 'Phải ghi lý do. Một cửa giữ hồ sơ để chuyển nơi khác.',
  },
  recall_forward: {
    action: 'Rút về Một cửa',
    done: 'Một cửa rút về',
    consequence: 'Phải ghi lý do. Chỉ khi phòng chưa nhận xử lý.',
  },
  give_back: {
    action: 'Trả lại phòng',
    done: 'Trả lại phòng',
    consequence: 'Phải ghi lý do. Hồ sơ về chờ người khác của phòng nhận.',
  },
  hand_over: { action: 'Trả kết quả', done: 'Trả kết quả', consequence: 'Ghi trả cho ai, hoặc gửi qua đâu. Hồ sơ đóng lại.' },
}

/** What a step does, on the way of this procedure: what is signed may still need its number and seal. */
export const consequenceOf = (step: Step, way: readonly Pick<WayStep, 'kind'>[]): string =>
  step === 'approve' && hasIssueStep(way) ? 'Hồ sơ chuyển văn thư cấp số, đóng dấu. Thời hạn vẫn chạy.' : STEP_WORDS[step].consequence

/** What signing a result means, at length. */
export const approvalMeans = (way: readonly Pick<WayStep, 'kind'>[]): string =>
  hasIssueStep(way)
    ? 'Hồ sơ chuyển văn thư cấp số, đóng dấu văn bản dưới đây. Thời hạn vẫn chạy.'
    : 'Kết quả dưới đây được ban hành. Thời hạn dừng tính, hồ sơ về Một cửa để trả, người nộp được báo qua thư điện tử nếu có.'

/** What an event says that is not a step of the table. */
const OTHER_EVENTS: Readonly<Record<string, string>> = {
  attach_result: 'Đính kèm kết quả',
  import: 'Chuyển từ sổ theo dõi cũ',
  calendar_changed: 'Hạn đổi theo lịch làm việc',
  ask_opinion: 'Hỏi ý kiến',
  give_opinion: 'Cho ý kiến',
  take_back_question: 'Rút câu hỏi ý kiến',
  pass_to_head: 'Chuyển việc của người tạm ngừng hoặc chuyển phòng',
  wait_with_head: 'Lãnh đạo phòng giữ vì không còn ai nhận',
}

/** Whom an act went to, or was about, beside the name of who did it: nobody stands twice in one line. `by`: who did it; null: nothing to say. */
export function othersIn(names: readonly (string | null)[], { step, by }: { step: string; by: string | null }): string | null {
  const told = names.filter((name) => name !== null)
  const others = told.filter((name) => name !== by)
  if (others.length > 0) return others.join(', ')
  return told.length > 0 && step === 'assign' ? 'tự nhận' : null
}

/** What was done, for the history on a staff page. */
export function eventWords(step: string, channel: Channel): string {
  if (step === 'submit') return filedWords(channel)
  const words: Readonly<Record<string, { done: string }>> = STEP_WORDS
  return words[step]?.done ?? OTHER_EVENTS[step] ?? step
}
