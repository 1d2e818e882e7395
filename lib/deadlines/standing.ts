/** How a dossier stands towards its due time, for the due chip and for lists. Pure. */
import { localDateOf } from '@/lib/platform/local-date'
import { officeMinutesBetween, workingDaysBetween, type WorkCalendar } from './working-time'

/**
 * `left`: working days after today up to and including the due day. `late`: working days since the due day, today included; 0 until the
 * next working day begins. `minutes_left` and `minutes_late`: the same for a time limit of hours, in
 * office minutes; `isToday`: they end today. `waiting`: the clock stands; `applicant_lapsed`: for longer than the office said it would. `done`: finished, measured against the due time.
 */
export type DueStanding =
  | { kind: 'left'; workingDays: number }
  | { kind: 'today' }
  | { kind: 'minutes_left'; officeMinutes: number; isToday: boolean }
  | { kind: 'minutes_late'; officeMinutes: number }
  | { kind: 'late'; workingDays: number }
  | { kind: 'waiting'; for: 'applicant' | 'applicant_lapsed' | 'withdrawal' }
  | { kind: 'done'; when: 'early' | 'promised_today' | 'on_the_day' | 'late' }

/** The standing of a dossier whose clock runs. The due minute itself is still on time. */
export function dueStanding(now: Date, dueAt: Date, calendar: WorkCalendar): DueStanding {
  const today = localDateOf(now)
  const dueDay = localDateOf(dueAt)
  if (now > dueAt) return { kind: 'late', workingDays: workingDaysBetween(dueDay, today, calendar) }
  if (dueDay === today) return { kind: 'today' }
  return { kind: 'left', workingDays: workingDaysBetween(today, dueDay, calendar) }
}

/** The standing of a dossier that has to be answered within hours: office minutes until `dueAt`, or since. The due minute itself is in time. */
export function answerStanding(now: Date, dueAt: Date, calendar: WorkCalendar): DueStanding {
  if (now > dueAt) return { kind: 'minutes_late', officeMinutes: officeMinutesBetween(dueAt, now, calendar) }
  const isToday = localDateOf(dueAt) === localDateOf(now)
  return { kind: 'minutes_left', officeMinutes: officeMinutesBetween(now, dueAt, calendar), isToday }
}

/** The standing of a dossier that has its result: the due time against the finish (national status 9), as index 2.1 judges it. */
export function finishedStanding({ finishedAt, dueAt, now }: { finishedAt: Date; dueAt: Date; now: Date }): DueStanding {
  if (finishedAt > dueAt) return { kind: 'done', when: 'late' }
  const dueDay = localDateOf(dueAt)
  if (dueDay === localDateOf(now)) return { kind: 'done', when: 'promised_today' }
  return { kind: 'done', when: localDateOf(finishedAt) === dueDay ? 'on_the_day' : 'early' }
}
