import { z } from 'zod'
import { DayText } from '@/lib/platform/day-text'
import { daysBetween } from '@/lib/platform/local-date'
import { GIVEN_KINDS } from './department-rules'
import { ROLES } from './words'

/** A login name as it is stored: small letters, so that a telephone's capital at the start does no harm. */
export const UserName = z
  .string()
  .transform((text) => text.normalize('NFC').trim().toLowerCase())
  .pipe(z.string().min(1, 'Nhập tên đăng nhập đơn vị đã cấp').max(100, 'Tên đăng nhập dài quá 100 chữ'))

/** A name that is given to a new account: what can be typed on any keyboard and read out over the telephone. */
const NewUserName = UserName.pipe(
  z.string().regex(/^[a-z0-9](?:[a-z0-9._-]{1,58})[a-z0-9]$/, 'Tên đăng nhập gồm 3 đến 60 chữ cái không dấu, chữ số, dấu chấm hoặc gạch'),
)

const Line = (missing: string) => z.string().trim().min(1, missing).max(120, 'Dài quá 120 chữ, viết gọn lại')

/** Where somebody works and what they may do. */
export const Position = z.object({
  fullName: Line('Nhập họ và tên'),
  position: Line('Nhập chức vụ, như ghi trên quyết định phân công'),
  departmentCode: z.string().min(1, 'Chọn phòng').max(60),
  roles: z.array(z.enum(ROLES)).min(1, 'Chọn ít nhất một vai trò'),
})

export const NewOfficer = Position.extend({ userName: NewUserName })

/** One officer, by id. */
export const OfOfficer = z.object({ staffId: z.uuid() })

/** One officer as the page showed them. */
export const OfOfficerVersion = OfOfficer.extend({ version: z.coerce.number().int().min(0).max(2_147_483_647) })

/** Six months: a longer absence is a change of department or roles. */
const LONGEST_DAYS = 184

const Day = DayText('Ngày này không có trong lịch')

export const NewSubstitution = z
  .object({ absentId: z.uuid(), substituteId: z.uuid('Chọn người làm thay'), firstDay: Day, lastDay: Day })
  .superRefine(({ absentId, substituteId, firstDay, lastDay }, context) => {
    if (absentId === substituteId) context.addIssue({ code: 'custom', path: ['substituteId'], message: 'Chọn một người khác' })
    if (lastDay < firstDay) context.addIssue({ code: 'custom', path: ['lastDay'], message: 'Ngày cuối phải từ ngày đầu trở đi' })
    else if (daysBetween(firstDay, lastDay) > LONGEST_DAYS)
      context.addIssue({ code: 'custom', path: ['lastDay'], message: 'Làm thay nhiều nhất 6 tháng; lâu hơn thì đổi phòng hoặc vai trò' })
  })

const DepartmentName = z
  .string()
  .trim()
  .transform((text) => text.replace(/\s+/g, ' '))
  .pipe(z.string().min(3, 'Nhập tên phòng, như ghi trên giấy tờ').max(120, 'Dài quá 120 chữ, viết gọn lại'))

export const NewDepartment = z.object({ name: DepartmentName, kind: z.enum(GIVEN_KINDS, 'Chọn việc của phòng') })

/** One department as the page showed it. */
export const OfDepartment = z.object({
  code: z.string().min(1).max(60),
  version: z.coerce.number().int().min(0).max(2_147_483_647),
})

/** `after`: the department behind which it stands in every list; empty: it stands first. */
export const ChangedDepartment = OfDepartment.extend({
  name: DepartmentName,
  kind: z.enum(['DESK', 'DEPARTMENT', 'LEADERSHIP', 'AGENCY'], 'Chọn việc của phòng'),
  after: z.string().max(60),
})
