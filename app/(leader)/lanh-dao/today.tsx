import type { ReactNode } from 'react'
import { dossierHref } from '@/app/(staff)/can-bo/addresses'
import { type TodayCount, TodayCounts } from '@/components/dossiers/figure-tile'
import { type RiskItem, RiskTable } from '@/components/dossiers/queue-table'
import { EmptyState } from '@/components/ui/notice'
import { openState } from '@/lib/deadlines/opening'
import { dueStanding } from '@/lib/deadlines/standing'
import { openWords as doorWords, standingWords, tomorrowWords } from '@/lib/deadlines/words'
import { localDateOf } from '@/lib/platform/local-date'
import type { ListedDossier } from '@/lib/reports/listed'
import type { readToday } from '@/lib/reports/today-queries'
import { shortPlace, TODAY_WORDS, waitsFor } from '@/lib/reports/words'
import { momentDayMonth, sentenceCase, timeWords, weekdayDate, weekdayDayMonth } from '@/lib/text/dates'
import { todayHref } from './addresses'

export type Today = Extract<Awaited<ReturnType<typeof readToday>>, { ok: true }>['value']

/** What needs action today: counts that open their lists, and by name what will be late if nobody acts now. */
export function TodaySection({ today, prefix, whole }: { today: Today; prefix: string; whole: string }) {
  const { now, calendar, risk } = today
  const state = openState(now, calendar)
  const isClosed = state.now.state === 'closed' && state.now.timing === 'closed_day'
  // On a closed day nothing is due by law; said, so that a nought is not taken for an idle office.
  const days = isClosed ? doorWords(state) : tomorrowWords(state)
  return (
    <section aria-labelledby="hom-nay">
      <div className="head-row">
        <h2 id="hom-nay">Hôm nay, {weekdayDate(localDateOf(now))}</h2>
        <p className="note">
          Số liệu lúc {timeWords(now)}.{days === null ? null : ` ${days}.`}
        </p>
      </div>
      <div className="today">
        <TodayCounts counts={countsOf(today, whole)} />
        <div>
          <h3>{TODAY_WORDS.at_risk.name}</h3>
          {risk.rows.length === 0 ? (
            <EmptyState title={TODAY_WORDS.at_risk.empty} />
          ) : (
            <RiskTable caption={TODAY_WORDS.at_risk.name} prefix={prefix} items={risk.rows.map(riskItem)} />
          )}
          <p className="note risk-note">
            {TODAY_WORDS.at_risk.definition}
            {risk.isCut ? <MoreAtRisk /> : null}
          </p>
        </div>
      </div>
    </section>
  )
}

const MoreAtRisk = (): ReactNode => (
  <>
    {' '}
    <a href={todayHref('at_risk')}>Xem cả danh sách</a>
  </>
)

const riskItem = ({ code, standing, procedure, holder, stage, hasResultFile }: ListedDossier): RiskItem => ({
  code,
  href: dossierHref(code, null),
  due: standing,
  procedure,
  holder: shortPlace(holder ?? ''),
  why: waitsFor(stage, hasResultFile),
})

function countsOf(today: Today, whole: string): TodayCount[] {
  const { counts, approves } = today
  const count = (list: 'overdue' | 'due_today' | 'due_next' | 'my_approval' | 'open', note: string): TodayCount => ({
    key: list,
    count: counts[list],
    label: TODAY_WORDS[list].name,
    href: todayHref(list),
    note,
    definition: TODAY_WORDS[list].definition,
    late: list === 'overdue',
  })
  return [
    count('overdue', oldestWords(today)),
    count('due_today', dueTodayWords(today)),
    count('due_next', sentenceCase(weekdayDayMonth(today.nextDay))),
    ...(approves ? [count('my_approval', approvalWords(today))] : []),
    { ...count('open', openWords(today)), label: `Đang mở, ${whole}` },
  ]
}

function oldestWords({ oldestDueAt, now, calendar }: Today): string {
  return oldestDueAt === null ? 'Không có hồ sơ nào' : `Lâu nhất: ${standingWords(dueStanding(now, oldestDueAt, calendar))}`
}

/** Results and answers apart: the one is the work of a department, the other of the desk. */
function dueTodayWords({ counts, notProposed, answersToday }: Today): string {
  const results = counts.due_today - answersToday
  const parts = [
    ...(results === 0 ? [] : [`${results} phải có kết quả (${notProposed === 0 ? 'đều đã trình ký' : `${notProposed} chưa trình ký`})`]),
    ...(answersToday === 0 ? [] : [`${answersToday} phải trả lời người nộp`]),
  ]
  return parts.length === 0 ? 'Không có hồ sơ nào' : parts.join(', ')
}

function approvalWords({ nextApprovalDueAt: due, now }: Today): string {
  if (due === null) return 'Không có hồ sơ nào'
  if (due < now) return 'Có hồ sơ đã quá hạn'
  return `Sớm nhất đến hạn ${localDateOf(due) === localDateOf(now) ? `${timeWords(due)} hôm nay` : momentDayMonth(due)}`
}

function openWords({ all }: Today): string {
  const parts = [
    ...(all.done === 0 ? [] : [`${all.done} hồ sơ chờ trả kết quả`]),
    ...(all.wait === 0 ? [] : [`${all.wait} hồ sơ đang chờ công dân`]),
  ]
  return parts.length === 0 ? 'Chưa có kết quả nào chờ trả' : `Trong đó ${parts.join(', ')}`
}
