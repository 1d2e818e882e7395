/** What the administrator sends about the lists of ordinary reasons, with the sentence for each mistake. */
import { z } from 'zod'
import { DayText } from '@/lib/platform/day-text'
import { WholeText } from '@/lib/platform/whole-text'
import { REASON_KINDS } from './reason-rules'

const Day = DayText('Ngày này không có trong lịch', { first: 2000, last: 2100 })

/** A reason stands in the middle of a paper's sentence, so it ends without a full stop. */
const Text = z
  .string()
  .trim()
  .transform((text) => text.replace(/\s+/g, ' ').replace(/[.;,\s]+$/, ''))
  .pipe(z.string().min(5, 'Ghi lý do thành câu, người đọc thấy nguyên văn').max(200, 'Lý do dài quá 200 chữ. Viết gọn lại'))

export const ReasonKindIn = z.enum(REASON_KINDS, 'Chọn danh sách')

export const NewReason = z.object({ kind: ReasonKindIn, text: Text, from: Day })

/** One reason as the page showed it: its code and the day from which that wording holds. */
const OfReason = z.object({ code: z.string().min(1).max(60), shownFrom: Day })
export const ChangeReason = OfReason.extend({ text: Text, from: Day })
export const EndReason = OfReason.extend({ lastDay: Day })

export const SupplementTime = z.object({
  days: WholeText('Số ngày từ 1 đến 365', { least: 1, most: 365 }),
  /** Empty: not held against a text. */
  source: z
    .string()
    .trim()
    .max(200, 'Căn cứ dài quá 200 chữ')
    .transform((text) => (text === '' ? null : text)),
})
