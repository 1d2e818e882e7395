import type { TimeLimit } from '@/lib/deadlines/rules'
import { limitWords } from '@/lib/text/limits'

/** `3 ngày làm việc kể từ ngày tiếp nhận`, `Trong ngày làm việc`: from when a time limit is counted. */
export const limitFromReceipt = (limit: TimeLimit): string =>
  limit.unit === 'SAME_DAY' ? limitWords(limit) : `${limitWords(limit)} kể từ ngày tiếp nhận`
