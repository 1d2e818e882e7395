import type { Metadata } from 'next'
import { shown } from '@/app/shown'
import { MyDay } from '@/components/dossiers/my-day'
import { QueueTable } from '@/components/dossiers/queue-table'
import { Desk, QueueHead } from '@/components/layout/staff-page'
import { EmptyState, Notice } from '@/components/ui/notice'
import { Pagination } from '@/components/ui/pagination'
import { maySomewhere } from '@/lib/access/policy'
import { countShelves, findQueue } from '@/lib/dossiers/queue-queries'
import type { QueueRow } from '@/lib/dossiers/queue-row'
import { findAssignees } from '@/lib/dossiers/receiver-queries'
import { readMyDay } from '@/lib/dossiers/watch-queries'
import { type Shelf, SHELF_WORDS } from '@/lib/dossiers/shelves'
import { requireStaff } from '@/lib/identity/session'
import { currentSite } from '@/lib/places/site'
import { newId } from '@/lib/platform/clock'
import { findStandIns } from '@/lib/staff/queries'
import { askOpinionHref, dayHref, dossierHref, type List, listOr, questionHref, queueHref, stepHref } from '../addresses'
import { HAND_OVERS } from '../ban-giao/addresses'
import { readPassed } from '../passed-cookie'
import { queueItem, railOf } from '../queue-items'
import { tickField, tickValue } from '../ticks'
import { Assign } from './assign'
import { Filters } from './filters'
import { StandingIn } from './standing-in'
import { summaryOf } from './summary'

/** The lists from which papers, or results, are carried to another place of the office. */
const HANDED_FROM: ReadonlySet<Shelf> = new Set<Shelf>(['mine', 'received', 'finished', 'with_departments'])

type Address = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Address): Promise<Metadata> {
  return { title: SHELF_WORDS[listOr(await searchParams).shelf].title }
}

/** What waits, the most pressing first: 50 dossiers of one shelf, and the numbers of all shelves beside them. */
export default async function QueuePage({ searchParams }: Address) {
  const params = await searchParams
  const list = listOr(params)
  const cursor = typeof params.sau === 'string' ? params.sau : undefined
  const dayCursor = typeof params.viec === 'string' ? params.viec : undefined
  const actor = await requireStaff(dayCursor === undefined ? queueHref(list, cursor) : dayHref(dayCursor))
  const assigns = list.shelf === 'department' && maySomewhere(actor, 'dossier.assign') === true
  const [queue, counts, site, passed, assignees, day, standIns] = await Promise.all([
    findQueue(actor, { ...list, cursor }).then(shown),
    countShelves(actor, list).then(shown),
    currentSite(),
    readPassed(),
    assigns ? findAssignees(actor, {}).then(shown) : [],
    // Said where everyone's day begins, and once.
    list.shelf === 'mine' && cursor === undefined ? readMyDay(actor, { cursor: dayCursor }).then(shown) : null,
    list.shelf === 'mine' && actor.standsInFor?.length ? findStandIns(actor, {}).then(shown) : [],
  ])
  const { title } = SHELF_WORDS[list.shelf]
  const tickOf = ({ code, version, mayAssign }: QueueRow) =>
    assigns && mayAssign ? { name: tickField(code), value: tickValue(version, newId()) } : undefined
  const rows =
    queue.rows.length === 0 ? (
      <Nothing list={list} isLaterPage={cursor !== undefined} />
    ) : (
      <QueueTable
        caption={`${title}, hạn gần nhất lên trước`}
        prefix={site.agencyCode}
        items={queue.rows.map((row) => queueItem(row, list, { now: queue.now, tick: tickOf(row) }))}
      />
    )
  return (
    <Desk groups={railOf(counts.shelves, list.shelf)}>
      {passed === null ? null : (
        <Notice live>
          <p>
            Đã chuyển {passed.code} đến {passed.to}.
          </p>
        </Notice>
      )}
      <QueueHead
        title={title}
        summary={
          <>
            {summaryOf(counts.at, queue)}
            {HANDED_FROM.has(list.shelf) ? (
              <>
                {' '}
                <a href={HAND_OVERS}>Phiếu bàn giao trong ngày</a>
              </>
            ) : null}
          </>
        }
        filters={<Filters list={list} fields={counts.fields} />}
      />
      {standIns.length === 0 ? null : <StandingIn standIns={standIns} />}
      {day === null ? null : (
        <MyDay
          {...day}
          hrefOf={(code) => dossierHref(code, list)}
          extendHrefOf={(code) => stepHref(code, 'extend', list)}
          answerHrefOf={(code, id) => questionHref(code, id, list)}
          askHrefOf={(code) => askOpinionHref(code, list)}
          dayHrefOf={dayHref}
          isLater={dayCursor !== undefined}
        />
      )}
      {assigns ? (
        <Assign assignees={assignees} firstBox={queue.rows.flatMap((row) => tickOf(row)?.name ?? [])[0]} hasRows={queue.rows.length > 0}>
          {rows}
        </Assign>
      ) : (
        rows
      )}
      {queue.rows.length === 0 ? null : (
        <Pagination
          summary={pagerWords(queue, { count: counts.at.count, isLaterPage: cursor !== undefined })}
          first={cursor === undefined ? null : queueHref(list)}
          next={queue.next === null ? null : queueHref(list, queue.next)}
        />
      )}
    </Desk>
  )
}

function pagerWords(
  { rows, next }: { rows: readonly QueueRow[]; next: string | null },
  page: { count: number; isLaterPage: boolean },
): string {
  if (next !== null) return page.isLaterPage ? `${rows.length} hồ sơ tiếp theo` : `${rows.length} hồ sơ đầu trong ${page.count} hồ sơ`
  return `Hết danh sách: ${page.count} hồ sơ`
}

function Nothing({ list, isLaterPage }: { list: List; isLaterPage: boolean }) {
  if (isLaterPage)
    return (
      <EmptyState title="Hết danh sách.">
        <a href={queueHref(list)}>Về đầu danh sách</a>
      </EmptyState>
    )
  if (list.field ?? list.channel)
    return (
      <EmptyState title="Không có hồ sơ nào khớp bộ lọc.">
        <a href={queueHref({ shelf: list.shelf })}>Bỏ lọc, xem tất cả</a>
      </EmptyState>
    )
  return <EmptyState title={SHELF_WORDS[list.shelf].empty} />
}
