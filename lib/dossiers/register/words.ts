import { STANDING_WORDS } from './rules'
import type { Book } from './schema'

/** What of a book is printed, where it is not all of it: "Nhận trong tháng 11 · Chưa có kết quả". */
export function partWords({ month, standing }: Pick<Book, 'month' | 'standing'>): string | null {
  const parts = [
    ...(month === undefined ? [] : [`Nhận trong tháng ${month}`]),
    ...(standing === undefined ? [] : [STANDING_WORDS[standing]]),
  ]
  return parts.length === 0 ? null : parts.join(' · ')
}
