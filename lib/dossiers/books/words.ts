import { type NumberFormat, writtenNumber } from '@/lib/papers/rules'
import { volumeName } from '../register/rules'
import type { Book } from './rules'

/** A number of a book as it is written: "0413/TTPVHCC"; of a register "7, quyển 01/2026-HT". */
export function numberWords(
  { paper }: Pick<Book, 'paper'>,
  { number, year, format }: { number: number; year: number; format: NumberFormat },
): string {
  if (paper !== null) return writtenNumber(number, format)
  return `${String(number).padStart(format.digits, '0')}, quyển ${volumeName({ year, mark: format.sign || null })}`
}
