import type { Channel, ComponentCheck, ReturnMethod, Stage } from '@/prisma/generated/enums'
import type { Step } from './rules'

/** The six families of the status tag. */
export type TagFamily = 'new' | 'work' | 'wait' | 'ready' | 'done' | 'closed'

export const STAGE_TAGS: Record<Stage, { family: TagFamily; staff: string; citizen: string }> = {
  submitted: { family: 'new', staff: 'Mới nộp', citizen: 'Đã gửi' },
  received: { family: 'work', staff: 'Đã tiếp nhận', citizen: 'Đã tiếp nhận' },
  in_department: { family: 'work', staff: 'Chờ phòng nhận', citizen: 'Đang giải quyết' },
  in_hand: { family: 'work', staff: 'Đang giải quyết', citizen: 'Đang giải quyết' },
  awaiting_approval: { family: 'work', staff: 'Chờ ký duyệt', citizen: 'Đang ký duyệt' },
  finished: { family: 'ready', staff: 'Có kết quả', citizen: 'Có kết quả' },
  returned: { family: 'done', staff: 'Đã trả', citizen: 'Đã trả kết quả' },
}

/** Where the dossier is, by role, for the one who follows it: never a name. */
export const WHERE_IT_IS: Record<Stage, { holder: string; purpose: string }> = {
  submitted: { holder: 'cán bộ Một cửa', purpose: 'để kiểm tra giấy tờ' },
  received: { holder: 'cán bộ Một cửa', purpose: 'để chuyển đến nơi giải quyết' },
  in_department: { holder: 'phòng chuyên môn', purpose: 'để phân công người giải quyết' },
  in_hand: { holder: 'chuyên viên', purpose: 'để xem xét và soạn kết quả' },
  awaiting_approval: { holder: 'lãnh đạo', purpose: 'để ký duyệt kết quả' },
  finished: { holder: 'cán bộ Một cửa', purpose: 'để trả kết quả' },
  returned: { holder: 'người nhận kết quả', purpose: 'hồ sơ đã xong' },
}

/** Who must act next and what comes, for the citizen. */
export const WHAT_IS_NEXT: Record<Stage, string> = {
  submitted: 'Lúc này Ông/Bà không phải làm gì. Cán bộ Một cửa kiểm tra giấy tờ rồi báo ngày hẹn trả.',
  received: 'Lúc này Ông/Bà không phải làm gì. Hồ sơ sắp được chuyển đến nơi giải quyết.',
  in_department: 'Lúc này Ông/Bà không phải làm gì. Phòng chuyên môn phân công người giải quyết.',
  in_hand: 'Lúc này Ông/Bà không phải làm gì. Có kết quả thì thư báo sẽ gửi đến địa chỉ thư điện tử đã đăng ký.',
  awaiting_approval: 'Lúc này Ông/Bà không phải làm gì. Lãnh đạo xem và ký kết quả.',
  finished: 'Đã có kết quả. Nhận theo cách đã chọn khi nộp hồ sơ.',
  returned: 'Hồ sơ đã xong. Ông/Bà không phải làm gì thêm.',
}

export const STEP_WORDS: Record<Step, { action: string; done: string; consequence: string }> = {
  receive: { action: 'Tiếp nhận', done: 'Tiếp nhận', consequence: 'Cấp số, in giấy hẹn. Thời hạn bắt đầu tính.' },
  forward: { action: 'Chuyển phòng', done: 'Chuyển phòng', consequence: 'Phòng chuyên môn giữ hồ sơ. Thời hạn vẫn chạy.' },
  take: { action: 'Nhận xử lý', done: 'Nhận xử lý', consequence: 'Hồ sơ do chính mình giữ. Thời hạn vẫn chạy.' },
  propose: { action: 'Trình ký duyệt', done: 'Trình ký duyệt', consequence: 'Cần văn bản kết quả đính kèm. Thời hạn vẫn chạy.' },
  approve: { action: 'Ký duyệt', done: 'Ký duyệt', consequence: 'Kết quả được ban hành, đồng hồ dừng, hồ sơ về Một cửa.' },
  send_back: { action: 'Trả lại chuyên viên', done: 'Trả lại chuyên viên', consequence: 'Phải ghi lý do. Thời hạn vẫn chạy.' },
  hand_over: { action: 'Trả kết quả', done: 'Trả kết quả', consequence: 'Ghi ai nhận, nhận thế nào. Hồ sơ đóng lại.' },
}

/** First event of a dossier: it has no step of the table. */
export const SUBMITTED_WORDS: Record<Channel, string> = {
  ONLINE: 'Nộp trực tuyến',
  COUNTER: 'Nộp tại quầy',
  POSTAL: 'Nộp qua bưu chính',
  NATIONAL_PORTAL: 'Nộp qua Cổng quốc gia',
}

export const CHANNEL_WORDS: Record<Channel, string> = {
  ONLINE: 'Trực tuyến',
  COUNTER: 'Tại quầy',
  POSTAL: 'Qua bưu chính',
  NATIONAL_PORTAL: 'Cổng Dịch vụ công quốc gia',
}

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
}
