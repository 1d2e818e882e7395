/** Time limits in words. Pure. */
import { formatNumber } from '@/lib/platform/money'
import type { LimitUnit } from '@/prisma/generated/enums'

export const UNIT_WORDS: Record<LimitUnit, string> = {
  SAME_DAY: 'Trong ngày làm việc',
  WORKING_DAY: 'ngày làm việc',
  DAY: 'ngày',
  HOUR: 'giờ làm việc',
}

/** `Trong ngày làm việc`, `3 ngày làm việc`, `15 ngày`, `4 giờ làm việc`. */
export function limitWords({ value, unit }: { value: number; unit: LimitUnit }): string {
  return unit === 'SAME_DAY' ? UNIT_WORDS.SAME_DAY : `${formatNumber(value)} ${UNIT_WORDS[unit]}`
}
