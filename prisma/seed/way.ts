import { DAY_MINUTES, limitMinutes, wayFits, type WayStep } from '@/lib/procedures/way'
import type { LimitUnit } from '@/prisma/generated/enums'

/** Results that are numbered and sealed by the registrar before they leave the house. */
const NUMBERED = /^(Quyết định|Giấy phép)/

const HOUR = 60

/**
 * The way that a version begins with, until the administrator lays down another: intake, review with drafting, signature, and number and seal
 * where the result carries a number. In the proportions of the internal split that Hà Nội uses (QĐ 663: 2, 3, 2 and 1 hours of a day; an example,
 * unverified); of a limit of days the review gets what the others leave.
 */
export function wayOf({
  limit,
  result,
  isAgency,
}: {
  limit: { value: number; unit: LimitUnit }
  result: string
  isAgency: boolean
}): WayStep[] {
  const all = limitMinutes(limit)
  const hasDays = all > DAY_MINUTES
  const isNumbered = NUMBERED.test(result) && !isAgency
  const share = (hours: number) => (hasDays ? hours * 2 * HOUR : Math.floor((all * hours) / 8))
  const [intake, sign, issue] = [share(2), share(2), isNumbered ? share(1) : 0]
  const steps: Omit<WayStep, 'position'>[] = [
    { kind: 'INTAKE', name: 'Tiếp nhận, chuyển hồ sơ', role: 'clerk', departmentCode: null, minutes: intake },
    { kind: 'REVIEW', name: 'Thẩm định, soạn kết quả', role: 'specialist', departmentCode: null, minutes: all - intake - sign - issue },
    { kind: 'SIGN', name: 'Ký duyệt', role: isAgency ? 'department_head' : 'leader', departmentCode: null, minutes: sign },
    ...(isNumbered ? [{ kind: 'ISSUE', name: 'Cấp số, đóng dấu', role: 'registrar', departmentCode: null, minutes: issue } as const] : []),
  ]
  const way = steps.map((step, index) => ({ position: index + 1, ...step }))
  const { minutes, allowed, fits } = wayFits(way, limit)
  if (!fits) throw new Error(`The way to “${result}” takes ${minutes} office minutes of ${allowed}`)
  return way
}
