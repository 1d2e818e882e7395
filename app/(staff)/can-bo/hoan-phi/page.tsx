import type { Metadata } from 'next'
import { shown } from '@/app/shown'
import { Notice } from '@/components/ui/notice'
import { DossierCode } from '@/lib/dossiers/schema'
import { findRefunds } from '@/lib/dossiers/refund-queries'
import { requireStaff } from '@/lib/identity/session'
import { localDateOf } from '@/lib/platform/local-date'
import { dateWords } from '@/lib/text/dates'
import { dossierHref, refundHref, REFUNDS } from '../addresses'
import { FeeList } from '../fee-list'

const TITLE = 'Phí phải hoàn'
export const metadata: Metadata = { title: TITLE }

/** What was paid for dossiers that were refused, withdrawn or stopped. */
export default async function RefundsPage({ searchParams }: { searchParams: Promise<{ xong?: string | string[] }> }) {
  const refunds = await findRefunds(await requireStaff(REFUNDS), {}).then(shown)
  const done = DossierCode.safeParse((await searchParams).xong).data
  return (
    <FeeList
      title={TITLE}
      about="Hồ sơ đã nộp phí rồi bị từ chối, rút hoặc dừng giải quyết."
      empty="Không có khoản nào phải hoàn."
      amountHead="Phải hoàn"
      items={refunds.map(({ refundDueAt, ...refund }) => ({
        ...refund,
        note: refundDueAt === null ? null : `từ ${dateWords(localDateOf(refundDueAt))}`,
      }))}
      act={{ label: 'Ghi hoàn phí', of: 'hồ sơ', href: refundHref }}
      notice={
        done === undefined ? null : (
          <Notice live>
            Đã ghi hoàn phí hồ sơ <a href={dossierHref(done, null)}>{done}</a>.
          </Notice>
        )
      }
    />
  )
}
