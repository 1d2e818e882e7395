import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { shown } from '@/app/shown'
import { QueueHead } from '@/components/layout/staff-page'
import { BackLink } from '@/components/ui/breadcrumbs'
import { EmptyState } from '@/components/ui/notice'
import { Ledger, type Column } from '@/components/ui/table'
import { limitWords } from '@/lib/text/limits'
import { findUnverified } from '@/lib/dossiers/unverified-queries'
import { requireStaff } from '@/lib/identity/session'
import { parseLocalDate } from '@/lib/platform/local-date'
import { formatVnd } from '@/lib/platform/money'
import { dateWords } from '@/lib/text/dates'
import { ADMIN, reasonHref, UNVERIFIED } from '../addresses'

export const metadata: Metadata = { title: 'Dữ liệu chưa đối chiếu' }

type Listed = { key: string; what: ReactNode; value: ReactNode; source: ReactNode }

/** What still has to be held against the text in force, with where it came from. */
export default async function UnverifiedPage() {
  const { rules, editions, fees, versions, days, reasons } = await findUnverified(await requireStaff(UNVERIFIED), {}).then(shown)
  const all = rules.length + reasons.length + editions.length + fees.length + versions.length + days.length
  return (
    <main className="queue" id="noi-dung" tabIndex={-1}>
      <BackLink href={ADMIN}>Về Quản trị</BackLink>
      <QueueHead
        title="Dữ liệu chưa đối chiếu"
        summary={`${all} mục nhập từ nguồn chưa phải văn bản đang có hiệu lực. So với văn bản trước khi dùng thật.`}
      />
      {all === 0 ? <EmptyState title="Mọi dữ liệu đã được đối chiếu." /> : null}
      <Part
        title="Quy tắc tính hạn và mẫu giấy tờ"
        heads={['Quy tắc', 'Đang dùng']}
        rows={[
          ...rules.map(({ rule, source }) => ({ key: rule, what: rule, value: 'Đang áp dụng', source })),
          ...editions.map(({ circular, from }) => ({
            key: circular,
            what: `Mẫu giấy tờ theo Thông tư ${circular}`,
            value: firstDay(from),
            source: `Thông tư ${circular}, ngày bắt đầu chưa đối chiếu`,
          })),
        ]}
      />
      <Part
        title="Lý do thường dùng"
        heads={['Lý do', 'Đang dùng']}
        rows={reasons.map(({ code, text }) => ({
          key: code,
          what: <a href={reasonHref(code)}>{text}</a>,
          value: 'Trong danh sách',
          source: 'Lời của phần mềm, chưa có danh sách ban hành',
        }))}
      />
      <Part
        title="Phí, lệ phí"
        heads={['Khoản thu', 'Mức']}
        rows={fees.map(({ name, amount, condition, source, version }, index) => ({
          key: String(index),
          what: (
            <>
              <a href={`/thu-tuc/${version.procedureCode}`}>{version.shortName}</a>: {name}
              {condition === null ? '' : `, ${condition}`}
            </>
          ),
          value: formatVnd(amount),
          source: source ?? 'Chưa ghi nguồn',
        }))}
      />
      <Part
        title="Thủ tục, thời hạn"
        heads={['Thủ tục', 'Thời hạn']}
        rows={versions.map(({ id, procedureCode, shortName, limitValue, limitUnit, basis }) => ({
          key: id,
          what: <a href={`/thu-tuc/${procedureCode}`}>{shortName}</a>,
          value: limitWords({ value: limitValue, unit: limitUnit }),
          source: basis.join('; '),
        }))}
      />
      <Part
        title="Ngày nghỉ"
        heads={['Ngày', 'Tên ngày']}
        rows={days.map(({ date, name, provisional, legalRef }) => ({
          key: date,
          what: dateWords(date),
          value: name,
          source: `${legalRef ?? 'Chưa ghi căn cứ'}${provisional ? ', chờ công bố' : ''}`,
        }))}
      />
    </main>
  )
}

function Part({ title, heads, rows }: { title: string; heads: readonly [string, string]; rows: readonly Listed[] }) {
  if (rows.length === 0) return null
  const columns: readonly Column[] = [
    { key: 'what', head: heads[0], className: 'person', rowHeader: true },
    { key: 'value', head: heads[1], width: '22%' },
    { key: 'source', head: 'Nguồn', width: '38%' },
  ]
  return (
    <section className="officers">
      <h2>
        {title} ({rows.length})
      </h2>
      <Ledger caption={title} look="risk" columns={columns} rows={rows.map(({ key, ...cells }) => ({ key, cells }))} />
    </section>
  )
}

function firstDay(from: string | null): string {
  const date = from === null ? null : parseLocalDate(from)
  return date === null ? 'Từ đầu' : `Từ ${dateWords(date)}`
}
