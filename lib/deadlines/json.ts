/** A deadline as the public API answers it: instants with +07:00, and each reason with its kind, its facts and one Vietnamese sentence. */
import { type LocalDate, toIsoLocal } from '@/lib/platform/local-date'
import { sentenceCase, weekdayWords } from '@/lib/text/dates'
import type { Deadline, Reason } from './rules'
import { reasonWords } from './words'

type Json = string | number | boolean | null | LocalDate | { [key: string]: Json }

function plain(value: unknown): Json {
  if (value instanceof Date) return toIsoLocal(value)
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null) return value
  if (typeof value !== 'object') throw new TypeError('a reason holds plain facts')
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]))
}

/** `because` is flattened so that a skipped day reads `{date, why, name, …}`; a plain weekend day is named by its weekday. */
function reasonJson(reason: Reason): Json {
  const { kind, ...facts } =
    reason.kind === 'skipped'
      ? { kind: reason.kind, date: reason.date, name: sentenceCase(weekdayWords(reason.date)), ...reason.because }
      : reason
  return { kind, ...Object.fromEntries(Object.entries(facts).map(([key, part]) => [key, plain(part)])), text: reasonWords(reason) }
}

/** The body of `GET /api/v1/deadlines`. */
export function deadlineJson({ effectiveReceipt, firstDueAt, dueAt, reasons }: Deadline) {
  return {
    effectiveReceipt: toIsoLocal(effectiveReceipt),
    firstDueAt: toIsoLocal(firstDueAt),
    dueAt: toIsoLocal(dueAt),
    reasons: reasons.map(reasonJson),
  }
}
