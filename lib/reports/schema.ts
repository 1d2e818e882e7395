import { z } from 'zod'
import { DayText } from '@/lib/platform/day-text'
import { RowPlace } from '@/lib/platform/row-place'
import { YEARS } from './period'
import { FIGURES, PARTS } from './rules'
import { TODAY_LISTS } from './today'

const HOW = `ghi dạng năm-tháng-ngày, ví dụ 2024-12-31, từ năm ${YEARS.first} đến năm ${YEARS.last}`
const BACKWARDS = 'Ngày cuối kỳ không được trước ngày đầu kỳ'

const from = DayText(`Ngày đầu kỳ (from) ${HOW}`, YEARS)
const to = DayText(`Ngày cuối kỳ (to) ${HOW}`, YEARS)

const isForward = (period: { from: string; to: string }): boolean => period.from <= period.to
const backwards = { path: ['to'], message: BACKWARDS }

const code = z.string().min(1).max(60)

/** A period, both days included; `field`: the code of one field, for its figures alone. */
export const AskedFigures = z.object({ from, to, field: code.optional() }).refine(isForward, backwards)

export const AskedDashboard = z.object({ from, to, department: code.optional() }).refine(isForward, backwards)

/** Which dossiers a figure counted; the cursor comes from the page before. */
export const AskedCounted = z
  .object({
    figure: z.enum(FIGURES),
    part: z.enum(PARTS),
    from,
    to,
    field: code.optional(),
    department: code.optional(),
    cursor: RowPlace.optional(),
  })
  .refine(isForward, backwards)

export const AskedToday = z.object({ list: z.enum(TODAY_LISTS), department: code.optional(), cursor: RowPlace.optional() })
