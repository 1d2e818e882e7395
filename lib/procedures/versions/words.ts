/** Versions of procedures in the words of whoever keeps them. Pure. */
import { formatNumber } from '@/lib/platform/money'
import type { FeeChannel, FeeKind, FeePer, OnlineLevel, Requirement, StepKind } from '@/prisma/generated/enums'

export const STEP_KIND_WORDS: Record<StepKind, string> = {
  INTAKE: 'Tiếp nhận',
  REVIEW: 'Thẩm định',
  DRAFT: 'Soạn thảo',
  CONSULT: 'Lấy ý kiến',
  AGENCY: 'Cơ quan phối hợp giải quyết',
  SIGN: 'Ký duyệt',
  ISSUE: 'Cấp số, đóng dấu',
}

export const LEVEL_WORDS: Record<OnlineLevel, string> = { FULL: 'Toàn trình', PARTIAL: 'Một phần', COUNTER: 'Chỉ tại quầy' }

export const REQUIREMENT_WORDS: Record<Requirement, string> = {
  ALWAYS: 'Luôn cần',
  IF_APPLICABLE: 'Nếu thuộc trường hợp',
  PRESENTED: 'Chỉ xuất trình',
}

export const FEE_KIND_WORDS: Record<FeeKind, string> = { FEE: 'Phí', CHARGE: 'Lệ phí' }
export const FEE_PER_WORDS: Record<FeePer, string> = { CASE: 'mỗi hồ sơ', COPY: 'mỗi bản', PAGE: 'mỗi trang' }
export const FEE_CHANNEL_WORDS: Record<FeeChannel, string> = {
  ANY: 'mọi kênh nộp',
  ONLINE: 'nộp trực tuyến',
  COUNTER: 'nộp tại quầy, bưu chính',
}

/** `24 giờ làm việc`, `1,5 giờ làm việc`: office minutes as a way allots them. */
export const hoursWords = (minutes: number): string => `${formatNumber(minutes / 60, 2)} giờ làm việc`

/** A department to choose: one that was closed is named only so that what stands there is seen. */
export const departmentOption = ({ code, name, isOpen }: { code: string; name: string; isOpen: boolean }) => ({
  value: code,
  label: isOpen ? name : `${name} (đã đóng)`,
})

/** Of a draft that says the same as the version before it. */
export const NOTHING_NEW = 'Chưa có gì khác phiên bản trước. Sửa ít nhất một chỗ rồi công bố'

/** What becomes of what is still being written when a new version begins. `firstDay`: in words. */
export const unsentWords = ({ drafts, intakes }: { drafts: number; intakes: number }, firstDay: string): string =>
  [
    drafts === 0
      ? 'Không người dân nào đang soạn dở hồ sơ của thủ tục này.'
      : `${drafts} bản nháp của người dân: gửi trước ngày ${firstDay} thì theo phiên bản cũ; từ ngày đó hệ thống chuyển bản nháp sang phiên bản mới, giữ câu trả lời và tệp còn dùng được, hỏi thêm phần còn thiếu.`,
    ...(intakes === 0 ? [] : [`${intakes} hồ sơ đang nhập dở tại quầy: từ ngày ${firstDay} phải nhập lại theo phiên bản mới.`]),
  ].join(' ')
