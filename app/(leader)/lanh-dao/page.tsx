import type { Metadata } from 'next'
import { shown } from '@/app/shown'
import { askOpinionHref, dayHref, dossierHref, questionHref, stepHref } from '@/app/(staff)/can-bo/addresses'
import { MyDay } from '@/components/dossiers/my-day'
import { LeaderMain } from '@/components/layout/staff-page'
import { hasRight } from '@/lib/access/policy'
import { readMyDay } from '@/lib/dossiers/watch-queries'
import { requireStaff } from '@/lib/identity/session'
import { currentSite } from '@/lib/places/site'
import { localDateOf } from '@/lib/platform/local-date'
import { readPeriod } from '@/lib/reports/period'
import { readFigures } from '@/lib/reports/queries'
import { readToday } from '@/lib/reports/today-queries'
import { DASHBOARD, one, type Params } from './addresses'
import { Charts } from './charts'
import { NoApology } from './no-apology'
import { PeriodHead } from './period'
import { Tiles } from './tiles'
import { TodaySection } from './today'

export const metadata: Metadata = { title: 'Điều hành' }

/** What needs the leader today on top, then the figures of a period: this year's unless the address asks for another. */
export default async function DashboardPage({ searchParams }: { searchParams: Promise<Params> }) {
  const params = await searchParams
  const actor = await requireStaff(DASHBOARD)
  const [site, today, day] = await Promise.all([currentSite(), readToday(actor, {}).then(shown), readMyDay(actor, {}).then(shown)])
  const asked = readPeriod({ ky: one(params, 'ky'), tu: one(params, 'tu'), den: one(params, 'den') }, localDateOf(today.now))
  const department = one(params, 'don-vi')
  const report = await shown(await readFigures(actor, { ...asked.period, department }))
  const whole = hasRight(actor, 'dossier.read_all') ? 'cả xã' : 'đơn vị mình'
  return (
    <LeaderMain>
      <h1 className="vh">Điều hành</h1>
      <MyDay
        {...day}
        hrefOf={(code) => dossierHref(code, null)}
        extendHrefOf={(code) => stepHref(code, 'extend', null)}
        answerHrefOf={(code, id) => questionHref(code, id, null)}
        askHrefOf={(code) => askOpinionHref(code, null)}
        dayHrefOf={(cursor) => (cursor === null ? DASHBOARD : dayHref(cursor))}
      />
      <NoApology overdue={today.noApology} prefix={site.agencyCode} signs={today.apologises} />
      <TodaySection today={today} prefix={site.agencyCode} whole={whole} />
      <section aria-labelledby="ky">
        <PeriodHead
          asked={asked}
          now={today.now}
          departments={hasRight(actor, 'dossier.read_all') ? today.departments : []}
          department={department}
        />
        <Tiles figures={report.figures} period={report.period} department={department} />
      </section>
      <section aria-labelledby="dien-bien">
        <h2 id="dien-bien">Diễn biến</h2>
        <Charts report={report} today={today} whole={whole} department={department} />
      </section>
    </LeaderMain>
  )
}
