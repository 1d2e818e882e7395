import { Icon } from '@/components/ui/icon'
import type { OpenState } from '@/lib/deadlines/opening'
import { aheadWords, openWords } from '@/lib/deadlines/words'
import { blocksOn, nextWorkingDay, type OfficeBlock, type WorkCalendar } from '@/lib/deadlines/working-time'
import { addDays, instantAt, type LocalDate, localDateOf, weekdayOf } from '@/lib/platform/local-date'
import { joinWords, sentenceCase, timeWords, weekdayWords } from '@/lib/text/dates'

/** Whether the door is open now: a green dot and words, or only words. */
export function OpenLine({ state }: { state: OpenState }) {
  if (state.now.state !== 'open') return <p>{openWords(state)}</p>
  return (
    <p className="open">
      <Icon name="dot" />
      {openWords(state)}
    </p>
  )
}

/** When the office is open, now and in general, and which unusual day comes next. `online`: the network is open at any hour. */
export function OfficeHours({ state, calendar, now, online }: { state: OpenState; calendar: WorkCalendar; now: Date; online: boolean }) {
  const today = localDateOf(now)
  const ahead = aheadWords(state)
  return (
    <>
      <OpenLine state={state} />
      <dl className="hours">
        {blocksOn(nextWorkingDay(addDays(today, -1), calendar), calendar).map((block) => (
          <Block key={block.opens} block={block} on={today} />
        ))}
      </dl>
      <p className="quiet">
        {sentenceCase(weekdaysOf(today, calendar))}.{online ? ' Nộp trực tuyến bất cứ lúc nào.' : ''}
      </p>
      {ahead === null ? null : (
        <p>
          <strong>{ahead.what}</strong>, {ahead.why}.
        </p>
      )}
    </>
  )
}

const NOON = 12 * 60

function Block({ block, on }: { block: OfficeBlock; on: LocalDate }) {
  const time = (minute: number) => timeWords(instantAt(on, minute))
  return (
    <>
      <dt>{block.opens < NOON ? 'Sáng' : 'Chiều'}</dt>
      <dd>
        {time(block.opens)} – {time(block.closes)}
      </dd>
    </>
  )
}

/** `thứ Hai đến thứ Sáu`: the weekdays of the hours in force, holidays aside. */
function weekdaysOf(today: LocalDate, calendar: WorkCalendar): string {
  const hours = calendar.hours.findLast(({ validFrom }) => validFrom === null || validFrom <= today) ?? calendar.hours[0]
  const monday = addDays(today, -((weekdayOf(today) + 6) % 7))
  const week = Array.from({ length: 7 }, (_, index) => addDays(monday, index))
  const open = week.filter((date) => hours?.weekdays.includes(weekdayOf(date)))
  const [first, last] = [open[0], open.at(-1)]
  if (first === undefined || last === undefined) return ''
  const isRun = open.every((date, index) => date === addDays(first, index))
  return isRun && open.length > 2 ? `${weekdayWords(first)} đến ${weekdayWords(last)}` : joinWords(open.map(weekdayWords))
}
