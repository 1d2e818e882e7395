import type { LocalDate } from '@/lib/platform/local-date'
import { dateWords } from '@/lib/text/dates'
import type { Letterhead } from './rules'
import { formWords, headingOf, PAPER_NAMES, printable } from './words'

/** A register, or a part of one, as it is to be printed: every cell is words already. */
export type RegisterFacts = {
  letterhead: Letterhead
  /** "xã Tân Hoà" */
  commune: string
  /** "Hộ tịch" */
  field: string
  /** "01/2026-HT" */
  volume: string
  year: number
  /** What is left out, in words; null: it is the whole book. */
  part: string | null
  /** The day it is printed on. */
  day: LocalDate
  heads: readonly string[]
  lines: readonly (readonly string[])[]
}

/** A code longer than its column (those of older systems are) goes on below, after a hyphen. */
const breakable = (cell: string): string => (/^\S{21,}$/.test(cell) ? cell.replaceAll('-', '-\u200b') : cell)

/** Mẫu 07 in words: the edition of the form is that of the day it is printed on. */
export function registerOnForm({ letterhead, commune, field, volume, year, part, day, heads, lines }: RegisterFacts) {
  const name = PAPER_NAMES.REGISTER
  return {
    heading: headingOf(letterhead, day, `Số: ${volume}/STD`),
    title: name.toLocaleUpperCase('vi'),
    about: [`Lĩnh vực: ${printable(field)} · Năm ${year} · Quyển số ${volume}`, ...(part === null ? [] : [printable(part)])],
    description: `${name}, lĩnh vực ${printable(field)}, năm ${year}${formWords('REGISTER', day)}`,
    author: printable(`${letterhead.unit} ${commune}`),
    foot: `${name} ${volume}, in ngày ${dateWords(day)}`,
    pageWord: 'Trang',
    heads: heads.map(printable),
    lines: lines.map((line) => line.map((cell) => breakable(printable(cell)))),
    nothing: 'Không có hồ sơ nào.',
  }
}
