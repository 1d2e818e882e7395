import { z } from 'zod'
import { type LocalDate, parseLocalDate } from './local-date'

/**
 * A day as a form or an address carries it, `YYYY-MM-DD`, within the years `first` to `last` where they are given; `sentence` says what to do
 * about anything else.
 */
export const DayText = (sentence: string, years?: { first: number; last: number }) =>
  z.custom<LocalDate>((value) => {
    const date = typeof value === 'string' ? parseLocalDate(value) : null
    const year = Number(date?.slice(0, 4))
    return date !== null && (years === undefined || (year >= years.first && year <= years.last))
  }, sentence)
