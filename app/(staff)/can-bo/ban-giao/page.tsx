import type { Metadata } from 'next'
import { shown } from '@/app/shown'
import { QueueHead } from '@/components/layout/staff-page'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { EmptyState } from '@/components/ui/notice'
import { type Column, Ledger } from '@/components/ui/table'
import { findHandOvers } from '@/lib/dossiers/sheet-queries'
import { requireStaff } from '@/lib/identity/session'
import { formatNumber } from '@/lib/platform/money'
import { dateWords, sentenceCase, weekdayDate } from '@/lib/text/dates'
import { readDay } from '@/lib/text/typed-date'
import { HAND_OVERS, handOversHref } from './addresses'

const TITLE = 'Bàn giao hồ sơ'
export const metadata: Metadata = { title: TITLE }

const YEARS = { first: 2000, last: 2100 } as const

const COLUMNS: readonly Column[] = [
  { key: 'from', head: 'Bên giao', className: 'person', rowHeader: true },
  { key: 'to', head: 'Bên nhận', width: '34%' },
  { key: 'count', head: 'Số hồ sơ', width: '14%' },
  { key: 'sheet', head: 'Phiếu', width: '18%' },
]

/** What went from one place of the office to another on a day, each pair with its sheet to sign. */
export default async function HandOversPage({ searchParams }: { searchParams: Promise<{ ngay?: string | string[] }> }) {
  const { ngay } = await searchParams
  const typed = typeof ngay === 'string' ? ngay.trim() : ''
  const actor = await requireStaff(HAND_OVERS)
  const asked = typed === '' ? null : readDay(typed, 'Ngày bàn giao', YEARS)
  const { day, pairs } = await findHandOvers(actor, { day: asked?.ok ? asked.date : undefined }).then(shown)
  const error = asked && !asked.ok ? asked.sentence : null
  const count = pairs.reduce((sum, pair) => sum + pair.count, 0)
  return (
    <main className="queue" id="noi-dung" tabIndex={-1}>
      <QueueHead
        title={TITLE}
        summary={`${sentenceCase(weekdayDate(day))}: ${formatNumber(count)} lượt bàn giao. Mỗi phiếu ghi mọi hồ sơ chuyển trong ngày giữa hai bên, có chỗ để ký.`}
        filters={
          <form className="filters" action={HAND_OVERS} method="get">
            <TextField
              name="ngay"
              label="Ngày"
              value={error === null ? dateWords(day) : typed}
              error={error}
              width="date"
              figures
              inputMode="numeric"
            />
            <Button look="plain">Xem</Button>
          </form>
        }
      />
      {pairs.length === 0 ? (
        <EmptyState title="Ngày này không có hồ sơ nào được bàn giao." />
      ) : (
        <section className="officers">
          <Ledger
            caption={`${TITLE} ${dateWords(day)}`}
            look="risk"
            columns={COLUMNS}
            rows={pairs.map((pair) => ({
              key: `${pair.from.key} ${pair.to.key}`,
              cells: {
                from: pair.from.name,
                to: `đến ${pair.to.name}`,
                count: `${formatNumber(pair.count)} hồ sơ`,
                sheet: (
                  <a href={handOversHref({ day, from: pair.from.key, to: pair.to.key })} target="_blank" rel="noopener">
                    In phiếu bàn giao
                    <span className="vh">
                      {' '}
                      từ {pair.from.name} đến {pair.to.name}
                    </span>
                  </a>
                ),
              },
            }))}
          />
        </section>
      )}
    </main>
  )
}
