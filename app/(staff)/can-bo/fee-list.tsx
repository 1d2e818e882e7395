import type { ReactNode } from 'react'
import { QueueHead } from '@/components/layout/staff-page'
import { EmptyState } from '@/components/ui/notice'
import { type Column, Ledger } from '@/components/ui/table'
import { STAGE_TAGS } from '@/lib/dossiers/words'
import { phoneWords } from '@/lib/people/rules'
import { formatVnd } from '@/lib/platform/money'
import type { Stage } from '@/prisma/generated/enums'
import { dossierHref } from './addresses'

/** One sum of money between the office and an applicant. `note`: what it is for or since when. */
export type FeeItem = {
  id: string
  applicant: string
  phone: string | null
  code: string
  stage: Stage
  procedure: string
  amount: number
  note: string | null
}

const columns = (amountHead: string): readonly Column[] => [
  { key: 'who', head: 'Người nộp', className: 'person', rowHeader: true },
  { key: 'dossier', head: 'Hồ sơ', width: '30%' },
  { key: 'amount', head: amountHead, width: '24%' },
  { key: 'act', head: 'Việc làm', width: '14%' },
]

/** The cashier's page of sums, the oldest first. `about` ends the sentence that counts them; `act`: what is recorded of a row, `of` of what for who only hears the link, and where. */
export function FeeList(props: {
  title: string
  about: string
  empty: string
  amountHead: string
  items: readonly FeeItem[]
  act: { label: string; of: string; href: (code: string) => string }
  notice: ReactNode
}) {
  const { title, about, empty, amountHead, items, act, notice } = props
  const sum = items.reduce((total, { amount }) => total + amount, 0)
  return (
    <main className="queue" id="noi-dung" tabIndex={-1}>
      {notice}
      <QueueHead title={title} summary={`${items.length} khoản, ${formatVnd(sum)}. ${about}`} />
      {items.length === 0 ? (
        <EmptyState title={empty} />
      ) : (
        <section className="officers">
          <Ledger
            caption={`${title}, lâu nhất lên trước`}
            look="risk"
            columns={columns(amountHead)}
            rows={items.map(({ id, applicant, phone, code, stage, procedure, amount, note }) => ({
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
                    {note === null ? null : <span className="note">{note}</span>}
                  </>
                ),
                act: (
                  <a href={act.href(code)}>
                    {act.label}
                    <span className="vh">
                      {' '}
                      {act.of} {code}
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
