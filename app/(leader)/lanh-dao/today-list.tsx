import { shown } from '@/app/shown'
import { LeaderMain, QueueHead } from '@/components/layout/staff-page'
import { BackLink } from '@/components/ui/breadcrumbs'
import { EmptyState } from '@/components/ui/notice'
import { Pagination } from '@/components/ui/pagination'
import { requireStaff } from '@/lib/identity/session'
import { currentSite } from '@/lib/places/site'
import { localDateOf } from '@/lib/platform/local-date'
import { formatNumber } from '@/lib/platform/money'
import type { TodayList } from '@/lib/reports/today'
import { findToday } from '@/lib/reports/today-queries'
import { shortPlace, TODAY_WORDS, waitsFor } from '@/lib/reports/words'
import { sentenceCase, timeWords, weekdayDate } from '@/lib/text/dates'
import { DASHBOARD, one, type Params, todayHref } from './addresses'
import { ListedTable } from './listed-table'

/** One list of open dossiers, nearest time to act first. */
export async function TodayListPage({ list, params }: { list: TodayList; params: Params }) {
  const [department, cursor] = [one(params, 'don-vi'), one(params, 'sau')]
  const actor = await requireStaff(todayHref(list, { department, cursor }))
  const [site, found] = await Promise.all([currentSite(), findToday(actor, { list, department, cursor }).then(shown)])
  const { name, definition, empty } = TODAY_WORDS[list]
  return (
    <LeaderMain>
      {list === 'my_approval' ? null : <BackLink href={DASHBOARD}>Điều hành</BackLink>}
      <QueueHead
        title={found.department === null ? name : `${name}, ${found.department}`}
        summary={
          <>
            <strong>{formatNumber(found.count)} hồ sơ.</strong> {definition} {sentenceCase(weekdayDate(localDateOf(found.now)))},{' '}
            {timeWords(found.now)}.
          </>
        }
      />
      {found.rows.length === 0 ? (
        <EmptyState title={empty} />
      ) : (
        <>
          <ListedTable
            caption={name}
            prefix={site.agencyCode}
            rows={found.rows}
            because={{
              head: 'Đang giữ, chờ gì',
              of: (row) => [shortPlace(row.holder ?? ''), waitsFor(row.stage, row.hasResultFile)].filter(Boolean).join(': '),
            }}
          />
          <Pagination
            summary={
              found.next === null && cursor === undefined
                ? `Đủ ${found.rows.length} hồ sơ`
                : `${found.rows.length} trong ${formatNumber(found.count)} hồ sơ, hạn gần nhất trước`
            }
            first={cursor === undefined ? null : todayHref(list, { department })}
            next={found.next === null ? null : todayHref(list, { department, cursor: found.next })}
          />
        </>
      )}
    </LeaderMain>
  )
}
