import { z } from 'zod'
import { parseLocalDate } from '@/lib/platform/local-date'
import { MAX_LIMIT } from './rules'

/** Years whose weekends at least are known; outside them an answer would be an invention. */
export const YEARS = { first: 2000, last: 2100 }
const FIRST_MOMENT = new Date(`${YEARS.first}-01-01T00:00:00+07:00`)
const AFTER_LAST = new Date(`${YEARS.last + 1}-01-01T00:00:00+07:00`)
const MAX_PAUSES = 50

const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/

/** An ISO 8601 instant with its offset, or null. A `+` of the offset that a query string has turned into a blank is read as one. */
function parseInstant(text: string): Date | null {
  const iso = text.trim().replace(/ (?=\d{2}:\d{2}$)/, '+')
  const match = INSTANT.exec(iso)
  if (!match || parseLocalDate(match[1] ?? '') === null) return null
  const at = new Date(iso)
  return at >= FIRST_MOMENT && at < AFTER_LAST ? at : null
}

const RECEIVED_AT = `Ghi thời điểm nhận có múi giờ, ví dụ 2026-11-20T08:15:00+07:00, từ năm ${YEARS.first} đến năm ${YEARS.last}`
const VALUE = 'Thời hạn là số nguyên từ 1 đến 1.000'
const UNIT = 'Đơn vị là WORKING_DAY (ngày làm việc), DAY (ngày), SAME_DAY (trong ngày) hoặc HOUR (giờ làm việc)'
const PAUSES = 'Ghi mỗi lần tạm dừng dạng từ/đến, cách nhau bằng dấu phẩy, ví dụ 2026-11-23T10:00:00+07:00/2026-11-25T10:00:00+07:00'
const PAUSE_BACKWARDS = 'Có lần tạm dừng kết thúc trước khi bắt đầu. Kiểm tra lại hai thời điểm'
const PAUSE_OVERLAP = 'Có hai lần tạm dừng chồng lên nhau. Kiểm tra lại các thời điểm'
const PAUSE_EARLY = 'Có lần tạm dừng bắt đầu trước khi nhận hồ sơ. Kiểm tra lại thời điểm nhận'
const PAUSE_MANY = `Chỉ tính được đến ${MAX_PAUSES} lần tạm dừng`

const instant = z.string(RECEIVED_AT).transform((text, ctx) => {
  const at = parseInstant(text)
  if (at) return at
  ctx.addIssue({ code: 'custom', message: RECEIVED_AT })
  return z.NEVER
})

const value = z
  .string(VALUE)
  .regex(/^[1-9]\d{0,3}$/, VALUE)
  .transform(Number)
  .refine((n) => n <= MAX_LIMIT, VALUE)

/** What is wrong with the pauses that could be read of so many `written`, in the order of their beginnings; null when nothing is. */
function pausesFault(spans: readonly { from: Date; to: Date }[], written: number): string | null {
  if (written > MAX_PAUSES) return PAUSE_MANY
  if (spans.length < written) return PAUSES
  if (spans.some(({ from, to }) => to <= from)) return PAUSE_BACKWARDS
  return spans.some(({ to }, index) => (spans[index + 1]?.from ?? to) < to) ? PAUSE_OVERLAP : null
}

const pauses = z
  .string(PAUSES)
  .optional()
  .transform((text, ctx) => {
    const parts = (text ?? '').trim() === '' ? [] : (text ?? '').split(',')
    const found = parts.map((part) => part.split('/').map(parseInstant))
    const spans = found.flatMap(([from, to, ...rest]) => (from && to && rest.length === 0 ? [{ from, to }] : []))
    const sorted = spans.toSorted((a, b) => a.from.getTime() - b.from.getTime())
    const fault = pausesFault(sorted, parts.length)
    if (fault === null) return sorted
    ctx.addIssue({ code: 'custom', message: fault })
    return z.NEVER
  })

/**
 * `GET /api/v1/deadlines`: `receivedAt`, `value` (1 to 1,000; may be left out with `SAME_DAY`, which has only one meaning), `unit`,
 * `pauses` (`<from>/<to>,…`, disjoint, after the receipt, in any order). All instants are ISO 8601 with an offset.
 */
export const DeadlineQuestion = z
  .object({
    receivedAt: instant,
    value: value.optional(),
    unit: z.enum(['WORKING_DAY', 'DAY', 'SAME_DAY', 'HOUR'], UNIT),
    pauses,
  })
  // Also where something else is wrong already: a program is told of every mistake at once.
  .refine((raw) => raw.value !== undefined || raw.unit === 'SAME_DAY', {
    path: ['value'],
    message: VALUE,
    when: ({ value: raw }) => typeof raw === 'object' && raw !== null,
  })
  .transform(({ receivedAt, value: n, unit, pauses: spans }, ctx) => {
    if (spans.some(({ from }) => from < receivedAt)) ctx.addIssue({ code: 'custom', path: ['pauses'], message: PAUSE_EARLY })
    return { receivedAt, limit: { value: n ?? 1, unit }, pauses: spans }
  })

export type DeadlineQuestion = z.output<typeof DeadlineQuestion>
