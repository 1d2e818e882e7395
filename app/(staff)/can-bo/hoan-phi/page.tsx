import type { Metadata } from 'next'
import { shown } from '@/app/shown'
import { QueueHead } from '@/components/layout/staff-page'
import { EmptyState, Notice } from '@/components/ui/notice'
import { type Column, Ledger } from '@/components/ui/table'
import { findRefunds } from '@/lib/dossiers/refund-queries'
import { STAGE_TAGS } from '@/lib/dossiers/words'
import { requireStaff } from '@/lib/identity/session'
import { phoneWords } from '@/lib/people/rules'
import { localDateOf } from '@/lib/platform/local-date'
import { formatVnd } from '@/lib/platform/money'
import { dateWords } from '@/lib/text/dates'
import { dossierHref, refundHref, REFUNDS } from '../addresses'

export const metadata: Metadata = { title: 'Phí phải hoàn' }

const COLUMNS: readonly Column[] = [
  { key: 'who', head: 'Người nộp', className: 'person', rowHeader: true },
  { key: 'dossier', head: 'Hồ sơ', width: '30%' },
  { key: 'amount', head: 'Phải hoàn', width: '24%' },
  { key: 'act', head: 'Việc làm', width: '14%' },
]

/** What was paid for dossiers that were refused or withdrawn before anybody worked on them. */
export default async function RefundsPage({ searchParams }: { searchParams: Promise<{ xong?: string | string[] }> }) {
  const refunds = await findRefunds(await requireStaff(REFUNDS), {}).then(shown)
  const sum = refunds.reduce((total, { amount }) => total + amount, 0)
  return (
    <main className="queue" id="noi-dung" tabIndex={-1}>
      {(await searchParams).xong === '1' ? <Notice live>Đã ghi nhận hoàn phí.</Notice> : null}
      <QueueHead
        title="Phí phải hoàn"
        summary={`${refunds.length} khoản, ${formatVnd(sum)}. Hồ sơ bị từ chối hoặc rút trước khi tiếp nhận mà đã nộp phí.`}
      />
      {refunds.length === 0 ? (
        <EmptyState title="Không có khoản nào phải hoàn." />
      ) : (
        <section className="officers">
          <Ledger
            caption="Phí phải hoàn, lâu nhất lên trước"
            look="risk"
            columns={COLUMNS}
            rows={refunds.map(({ id, applicant, phone, code, stage, procedure, amount, refundDueAt }) => ({
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
                    {formatVnd(amount)}
                    {refundDueAt === null ? null : <span className="note">từ {dateWords(localDateOf(refundDueAt))}</span>}
                  </>
                ),
                act: (
                  <a href={refundHref(code)}>
                    Ghi hoàn phí<span className="vh"> hồ sơ {code}</span>
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
