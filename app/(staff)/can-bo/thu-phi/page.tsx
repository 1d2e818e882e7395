import type { Metadata } from 'next'
import { shown } from '@/app/shown'
import { QueueHead } from '@/components/layout/staff-page'
import { EmptyState, Notice } from '@/components/ui/notice'
import { type Column, Ledger } from '@/components/ui/table'
import { DossierCode } from '@/lib/dossiers/schema'
import { findUnpaid } from '@/lib/dossiers/unpaid-queries'
import { STAGE_TAGS } from '@/lib/dossiers/words'
import { requireStaff } from '@/lib/identity/session'
import { phoneWords } from '@/lib/people/rules'
import { localDateOf } from '@/lib/platform/local-date'
import { formatVnd } from '@/lib/platform/money'
import { dateWords } from '@/lib/text/dates'
import { dossierHref, unpaidHref, UNPAID_FEES } from '../addresses'

export const metadata: Metadata = { title: 'Phí, lệ phí chờ nộp' }

const COLUMNS: readonly Column[] = [
  { key: 'who', head: 'Người nộp', className: 'person', rowHeader: true },
  { key: 'dossier', head: 'Hồ sơ', width: '30%' },
  { key: 'amount', head: 'Phải nộp', width: '24%' },
  { key: 'act', head: 'Việc làm', width: '14%' },
]

/** What is due of dossiers that were received, and nobody has recorded as paid. */
export default async function UnpaidPage({ searchParams }: { searchParams: Promise<{ xong?: string | string[] }> }) {
  const unpaid = await findUnpaid(await requireStaff(UNPAID_FEES), {}).then(shown)
  const sum = unpaid.reduce((total, { due }) => total + due, 0)
  const done = DossierCode.safeParse((await searchParams).xong).data
  return (
    <main className="queue" id="noi-dung" tabIndex={-1}>
      {done === undefined ? null : (
        <Notice live>
          Đã ghi thu phí hồ sơ <a href={dossierHref(done, null)}>{done}</a>.
        </Notice>
      )}
      <QueueHead title="Phí, lệ phí chờ nộp" summary={`${unpaid.length} khoản, ${formatVnd(sum)}. Hồ sơ đã tiếp nhận mà chưa nộp đủ.`} />
      {unpaid.length === 0 ? (
        <EmptyState title="Không có khoản nào chờ nộp." />
      ) : (
        <section className="officers">
          <Ledger
            caption="Phí, lệ phí chờ nộp, lâu nhất lên trước"
            look="risk"
            columns={COLUMNS}
            rows={unpaid.map(({ id, applicant, phone, code, stage, procedure, name, due, receivedAt }) => ({
              key: id,
              cells: {
                who: (
                  <>
                    {applicant}
                    {phone === null ? null : <span className="note figures">{phoneWords(phone)}</span>}
                  </>
                ),
                dossier: (
                  <>
                    <a href={dossierHref(code, null)}>{code}</a>
                    <span className="note">
                      {procedure}, {STAGE_TAGS[stage].staff.toLocaleLowerCase('vi')}
                    </span>
                  </>
                ),
                amount: (
                  <>
                    {formatVnd(due)}
                    <span className="note">
                      {name}
                      {receivedAt === null ? '' : `, nhận ${dateWords(localDateOf(receivedAt))}`}
                    </span>
                  </>
                ),
                act: (
                  <a href={unpaidHref(code)}>
                    Ghi đã thu<span className="vh"> phí hồ sơ {code}</span>
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
