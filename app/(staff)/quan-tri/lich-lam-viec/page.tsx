import type { Metadata } from 'next'
import { shown } from '@/app/shown'
import { QueueHead } from '@/components/layout/staff-page'
import { BackLink } from '@/components/ui/breadcrumbs'
import { ButtonLink, Buttons } from '@/components/ui/button'
import { EmptyState, Notice } from '@/components/ui/notice'
import { Ledger, type Column } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { findDays } from '@/lib/deadlines/queries'
import { requireStaff } from '@/lib/identity/session'
import { dateWords, sentenceCase, shortWeekday, weekdayDate } from '@/lib/text/dates'
import { ADMIN, CALENDAR, UNVERIFIED } from '../addresses'
import { clockWords, KIND_WORDS } from './words'

export const metadata: Metadata = { title: 'Lịch làm việc' }

const COLUMNS: readonly Column[] = [
  { key: 'date', head: 'Ngày', width: '11rem', className: 'person', rowHeader: true },
  { key: 'name', head: 'Tên ngày' },
  { key: 'kind', head: 'Là ngày', width: '9rem' },
  { key: 'source', head: 'Căn cứ', width: '30%' },
]

type Address = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Days off, swapped days and office hours, by which every due date is counted. */
export default async function CalendarPage({ searchParams }: Address) {
  const { xong, so } = await searchParams
  const { days, hours, today } = await findDays(await requireStaff(CALENDAR), {}).then(shown)
  const ahead = days.filter(({ date }) => date > today)
  return (
    <main className="queue" id="noi-dung" tabIndex={-1}>
      <BackLink href={ADMIN}>Về Quản trị</BackLink>
      {xong === 'luu' ? (
        <Notice live>Đã sửa lịch. {Number(so) > 0 ? `${Number(so)} hạn đã đổi theo.` : 'Không hạn nào đổi.'}</Notice>
      ) : null}
      <QueueHead
        title="Lịch làm việc"
        summary={`Hôm nay ${weekdayDate(today)}. Ngày nghỉ dùng chung cho mọi xã trên bản cài đặt; giờ làm việc của riêng xã.`}
        filters={
          <Buttons>
            <ButtonLink href={`${CALENDAR}/ngay`}>Thêm hoặc sửa ngày</ButtonLink>
            <ButtonLink href={`${CALENDAR}/gio`} look="plain">
              Đổi giờ làm việc
            </ButtonLink>
          </Buttons>
        }
      />
      <section className="officers">
        <h2>Giờ làm việc</h2>
        <ul className="plain">
          {hours.map((row) => (
            <li key={row.validFrom}>
              Từ {dateWords(row.validFrom)}: {row.weekdays.map((day) => (day === 0 ? 'CN' : `T${day + 1}`)).join(', ')},{' '}
              {clockWords(row.morningOpens)}–{clockWords(row.morningCloses)} và {clockWords(row.afternoonOpens)}–
              {clockWords(row.afternoonCloses)}
            </li>
          ))}
          {hours.length === 0 ? <li>Chưa đặt: theo giờ mặc định, T2 đến T6, 07:00–11:30 và 13:30–17:00.</li> : null}
        </ul>
      </section>
      <section className="officers">
        <h2>Ngày nghỉ, ngày làm bù</h2>
        {ahead.some(({ provisional }) => provisional) ? (
          <p className="note">
            Ngày <strong>chờ công bố</strong> tính trước theo Bộ luật Lao động, Nhà nước còn có thể đổi.{' '}
            <a href={UNVERIFIED}>Mọi dữ liệu chưa đối chiếu</a>
          </p>
        ) : null}
        {ahead.length === 0 ? (
          <EmptyState title="Chưa có ngày nào sắp tới. Nhập khi có thông báo nghỉ của năm." />
        ) : (
          <Ledger
            caption="Ngày nghỉ, ngày làm bù sắp tới"
            look="risk"
            columns={COLUMNS}
            rows={ahead.map(({ date, name, kind, legalRef, provisional }) => ({
              key: date,
              cells: {
                date: (
                  <a href={`${CALENDAR}/ngay?ngay=${date}`}>
                    {shortWeekday(date)} {dateWords(date)}
                  </a>
                ),
                name: sentenceCase(name),
                kind: KIND_WORDS[kind],
                source: (
                  <>
                    {provisional ? <Tag family="wait">Chờ công bố</Tag> : null} {legalRef ?? 'Chưa ghi căn cứ'}
                  </>
                ),
              },
            }))}
          />
        )}
      </section>
    </main>
  )
}
