import { z } from 'zod'
import { DayText } from '@/lib/platform/day-text'
import { type LocalDate, WEEKDAYS } from '@/lib/platform/local-date'
import type { CalendarPlan } from './calendar-plan'

const Day = DayText('Nhập đủ ngày, tháng, năm của một ngày có trong lịch')

const Text = (missing: string) => z.string().trim().min(1, missing).max(200, 'Dài quá 200 chữ')

/** One day: what it becomes, by which announcement. `NONE` makes it an ordinary day again. */
const DayPlan = z.object({
  date: Day,
  kind: z.enum(['HOLIDAY', 'SWAP_OFF', 'SWAP_WORK', 'NONE'], 'Chọn ngày đó là ngày gì'),
  name: Text('Nhập tên ngày, như thông báo ghi'),
  legalRef: Text('Nhập số, ngày của văn bản thông báo'),
  provisional: z.boolean(),
})

const Minute = z.string().transform((text, context): number => {
  const [, hour = '', minute = ''] = /^([01]?\d|2[0-3])[:hg.]([0-5]\d)$/.exec(text.trim()) ?? []
  if (hour !== '') return Number(hour) * 60 + Number(minute)
  context.addIssue({ code: 'custom', message: 'Nhập giờ dạng 07:00' })
  return z.NEVER
})

const WeekdayIn = z.string().regex(/^\d$/).transform(Number).pipe(z.literal(WEEKDAYS))

/** Office hours from a day on. */
const HoursPlan = z
  .object({
    validFrom: Day,
    weekdays: z.array(WeekdayIn).min(1, 'Chọn ít nhất một ngày trong tuần'),
    morningOpens: Minute,
    morningCloses: Minute,
    afternoonOpens: Minute,
    afternoonCloses: Minute,
  })
  .superRefine(({ morningOpens, morningCloses, afternoonOpens, afternoonCloses }, context) => {
    const no = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (morningCloses <= morningOpens) no('morningCloses', 'Buổi sáng phải nghỉ sau khi mở')
    if (afternoonOpens < morningCloses) no('afternoonOpens', 'Buổi chiều phải mở sau khi buổi sáng nghỉ')
    if (afternoonCloses <= afternoonOpens) no('afternoonCloses', 'Buổi chiều phải nghỉ sau khi mở')
  })

export const Plan = z.union([z.object({ day: DayPlan }), z.object({ hours: HoursPlan })])
export type Plan = z.output<typeof Plan>

/** The plan as the rules take it. */
export function planOf(plan: Plan): CalendarPlan {
  if ('day' in plan) {
    const { date, kind, name, provisional } = plan.day
    return { kind: 'day', date, day: kind === 'NONE' ? null : { kind, name, provisional } }
  }
  const { validFrom, weekdays, morningOpens, morningCloses, afternoonOpens, afternoonCloses } = plan.hours
  const blocks = [
    { opens: morningOpens, closes: morningCloses },
    { opens: afternoonOpens, closes: afternoonCloses },
  ]
  return { kind: 'hours', hours: { validFrom, weekdays, blocks } }
}

/** The first day that a plan changes. */
export const firstDayOf = (plan: Plan): LocalDate => ('day' in plan ? plan.day.date : plan.hours.validFrom)
