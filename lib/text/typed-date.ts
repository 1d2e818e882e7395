import { type LocalDate, parseLocalDate } from '@/lib/platform/local-date'
import { sentenceCase } from './dates'

/** The three boxes of a date as they were typed. */
export type TypedDate = { day: string; month: string; year: string }

const PART_WORDS: Record<keyof TypedDate, string> = { day: 'ngày', month: 'tháng', year: 'năm' }
const PARTS = ['day', 'month', 'year'] as const

/** A label inside a sentence: without its number on the paper form, and without the capital unless it begins with an acronym. */
export function inSentence(label: string): string {
  const bare = label.replace(/^\d+(\.\d+)*\.?\s+/, '')
  return /^\p{Lu}\p{Lu}/u.test(bare) ? bare : bare.slice(0, 1).toLocaleLowerCase('vi') + bare.slice(1)
}

/** The day, or the sentence that says what to change about it. */
export type ReadDay = { ok: true; date: LocalDate } | { ok: false; sentence: string }

/**
 * A day from its three boxes, or the sentence that says what to change about it. `label` is the field's ("Ngày sinh"). That all boxes are
 * empty is the caller's matter: only the caller knows whether the date is needed.
 */
export function readTypedDate(typed: TypedDate, label: string): ReadDay {
  const no = (sentence: string) => ({ ok: false as const, sentence: `${sentenceCase(inSentence(label))}${sentence}` })
  const missing = PARTS.filter((part) => typed[part] === '').map((part) => PART_WORDS[part])
  if (missing.length > 0) return no(` còn thiếu ${missing.join(' và ')}`)
  const { day, month, year } = typed
  if (![day, month, year].every((part) => /^\d+$/.test(part))) return no(' chỉ gồm chữ số')
  if (year.length !== 4) return no(`: năm có ${year.length} chữ số, cần đủ 4`)
  const date = parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return date === null ? no(` ${day}/${month} không có trong lịch. Kiểm tra lại ngày và tháng`) : { ok: true, date }
}

/**
 * A day from one box: `31/12/2024` as people write it, or `2024-12-31` as addresses carry it, within the years `first` to `last`. An empty
 * box asks for the day.
 */
export function readDay(text: string, label: string, years: { first: number; last: number }): ReadDay {
  if (text === '') return { ok: false, sentence: `Nhập ${inSentence(label)}, ví dụ 31/12/2024` }
  const [day = '', month = '', year = '', ...rest] = parseLocalDate(text) === null ? text.split('/') : text.split('-').toReversed()
  if (rest.length > 0 || month === '' || year === '') return { ok: false, sentence: `Ghi ${inSentence(label)} dạng 31/12/2024` }
  const read = readTypedDate({ day, month, year }, label)
  if (!read.ok) return read
  const at = Number(read.date.slice(0, 4))
  if (at >= years.first && at <= years.last) return read
  return { ok: false, sentence: `${label} nằm trong các năm ${years.first} đến ${years.last}` }
}
