import type { Metadata } from 'next'
import { shown } from '@/app/shown'
import { Notice } from '@/components/ui/notice'
import { DossierCode } from '@/lib/dossiers/schema'
import { findUnpaid } from '@/lib/dossiers/unpaid-queries'
import { requireStaff } from '@/lib/identity/session'
import { localDateOf } from '@/lib/platform/local-date'
import { dateWords } from '@/lib/text/dates'
import { dossierHref, unpaidHref, UNPAID_FEES } from '../addresses'
import { FeeList } from '../fee-list'

const TITLE = 'Phí, lệ phí chờ nộp'
export const metadata: Metadata = { title: TITLE }

/** What is due of dossiers that were received, and nobody has recorded as paid. */
export default async function UnpaidPage({ searchParams }: { searchParams: Promise<{ xong?: string | string[] }> }) {
  const unpaid = await findUnpaid(await requireStaff(UNPAID_FEES), {}).then(shown)
  const done = DossierCode.safeParse((await searchParams).xong).data
  return (
    <FeeList
      title={TITLE}
      about="Hồ sơ đã tiếp nhận mà chưa nộp đủ."
      empty="Không có khoản nào chờ nộp."
      amountHead="Phải nộp"
      items={unpaid.map(({ due, name, receivedAt, ...line }) => ({
        ...line,
        amount: due,
        note: receivedAt === null ? name : `${name}, nhận ${dateWords(localDateOf(receivedAt))}`,
      }))}
      act={{ label: 'Ghi đã thu', of: 'phí hồ sơ', href: unpaidHref }}
      notice={
        done === undefined ? null : (
          <Notice live>
            Đã ghi thu phí hồ sơ <a href={dossierHref(done, null)}>{done}</a>.
          </Notice>
        )
      }
    />
  )
}
