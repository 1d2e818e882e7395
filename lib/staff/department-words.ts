import type { DepartmentKind } from '@/prisma/generated/enums'

/** What a department does, as the office calls it. */
export const KIND_WORDS: Record<DepartmentKind, string> = {
  DESK: 'Một cửa: tiếp nhận và trả kết quả',
  DEPARTMENT: 'Phòng chuyên môn',
  LEADERSHIP: 'Lãnh đạo: ký duyệt',
  AGENCY: 'Cơ quan phối hợp',
}

/** What that means for a dossier, for whoever chooses it. */
export const KIND_HINTS: Record<DepartmentKind, string> = {
  DESK: 'Nhận hồ sơ, trả kết quả.',
  DEPARTMENT: 'Giải quyết hồ sơ; kết quả do lãnh đạo xã ký.',
  LEADERSHIP: 'Ký duyệt kết quả của các phòng.',
  AGENCY: 'Như Công an xã: tự ký kết quả của mình, nhận việc liên thông.',
}
