/** What the administrator sends about a book, with the sentence for each mistake. */
import { z } from 'zod'
import { DayText } from '@/lib/platform/day-text'
import { WholeText } from '@/lib/platform/whole-text'

const OfBook = z.object({ kind: z.string().min(1).max(80) })

/** Stands on papers behind a slash, and in the name of a volume behind a dash. Empty: only a register may have none. */
const Sign = z
  .string()
  .trim()
  .regex(
    /^(?:[\p{L}\d](?:[\p{L}\d.&/-]{0,28}[\p{L}\d])?)?$/u,
    'Ký hiệu gồm chữ, số, gạch ngang, gạch chéo hoặc dấu chấm, không có khoảng trắng; nhiều nhất 30 ký tự',
  )

export const BookFormatIn = OfBook.extend({
  sign: Sign,
  digits: WholeText('Số chữ số từ 1 đến 8', { least: 1, most: 8 }),
  from: DayText('Ngày này không có trong lịch', { first: 2000, last: 2100 }),
  /** The first day of the newest way of writing that the page showed; empty: none. */
  seen: z.string().max(10),
})

export const NextNumber = OfBook.extend({
  next: WholeText('Nhập số từ 1 đến 9.999.999', { least: 1, most: 9_999_999 }),
  /** The next number that the page showed. */
  seen: WholeText('Tải lại trang', { least: 1, most: 2_147_483_647 }),
})
