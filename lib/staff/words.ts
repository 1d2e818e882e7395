import type { Role } from '@/prisma/generated/enums'

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
