import { type BookStanding, STANDING_WORDS } from './rules'

/** What of a book is printed, where it is not all of it: "Nhận trong tháng 11 · Chưa có kết quả". */
export function partWords({ month, standing }: { month?: number; standing?: BookStanding }): string | null {
  const parts = [
    ...(month === undefined ? [] : [`Nhận trong tháng ${month}`]),
    ...(standing === undefined ? [] : [STANDING_WORDS[standing]]),
  ]
  return parts.length === 0 ? null : parts.join(' · ')
}
