import type { Role, StaffStatus } from '@/prisma/generated/enums'

/** A role as the office calls it, inside a sentence. */
export const ROLE_WORDS: Record<Role, string> = {
  clerk: 'cán bộ Một cửa',
  specialist: 'chuyên viên',
  department_head: 'lãnh đạo phòng',
  leader: 'lãnh đạo Ủy ban nhân dân',
  centre_director: 'giám đốc Trung tâm',
  registrar: 'văn thư',
  cashier: 'thu phí, lệ phí',
  admin: 'quản trị',
}

/** What a role lets someone do, for whoever gives it. */
export const ROLE_HINTS: Record<Role, string> = {
  clerk: 'Tiếp nhận, chuyển phòng, trả kết quả; thấy hồ sơ cả xã.',
  specialist: 'Nhận xử lý và trình ký hồ sơ của phòng.',
  department_head: 'Như chuyên viên, thêm số liệu của phòng; nhận việc của người tạm ngừng.',
  leader: 'Ký duyệt, xem số liệu và hồ sơ cả xã.',
  centre_director: 'Như cán bộ Một cửa, thêm số liệu cả xã.',
  registrar: 'Thấy hồ sơ và giấy tờ cả xã; cấp số, đóng dấu, ban hành kết quả đã ký.',
  cashier: 'Thấy hồ sơ cả xã, ghi phí đã thu và đã hoàn.',
  admin: 'Nhân sự, phòng ban, lịch làm việc, thủ tục, sổ và số, thông tin xã. Không thấy hồ sơ.',
}

/** In the order in which work passes through the office. */
export const ROLES = [
  'clerk',
  'specialist',
  'department_head',
  'leader',
  'centre_director',
  'registrar',
  'cashier',
  'admin',
] as const satisfies readonly Role[]

export const STATUS_WORDS: Record<StaffStatus, string> = { ACTIVE: 'Đang làm việc', SUSPENDED: 'Tạm ngừng' }

/** In place of the name of an officer whose account is not there any more. */
export const FORMER_OFFICER = 'Người đã nghỉ'
