import type { Metadata } from 'next'
import { nowhere, shown } from '@/app/shown'
import { ActionForm } from '@/components/forms/action-form'
import { FormRadios, FormText } from '@/components/forms/form-field'
import { RequestId } from '@/components/forms/request-id'
import { SubmitButton } from '@/components/forms/submit-button'
import { StaffMain } from '@/components/layout/staff-page'
import { BackLink } from '@/components/ui/breadcrumbs'
import { Buttons } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/notice'
import { DossierCode } from '@/lib/dossiers/schema'
import { findUnpaid } from '@/lib/dossiers/unpaid-queries'
import { requireStaff } from '@/lib/identity/session'
import { newId } from '@/lib/platform/clock'
import { formatVnd } from '@/lib/platform/money'
import { unpaidHref, UNPAID_FEES } from '../../addresses'
import { recordPaymentAction } from '../actions'

export const metadata: Metadata = { title: 'Ghi đã thu' }

/** Everything still due for one dossier, paid at once. */
export default async function RecordPaymentPage({ params }: { params: Promise<{ code: string }> }) {
  const code = DossierCode.safeParse((await params).code).data
  if (code === undefined) return nowhere()
  const lines = await findUnpaid(await requireStaff(unpaidHref(code)), { code }).then(shown)
  const [first] = lines
  return (
    <StaffMain>
      <ActionForm action={recordPaymentAction} start={{ values: { method: 'CASH' }, errors: {}, message: null }}>
        <BackLink href={UNPAID_FEES}>Về Phí, lệ phí chờ nộp</BackLink>
        <h1>Ghi đã thu</h1>
        {first ? (
          <>
            <p>
              Hồ sơ {code}, {first.applicant}: thu <strong>{formatVnd(lines.reduce((sum, { due }) => sum + due, 0))}</strong>, gồm{' '}
              {lines.map(({ name, due }) => `${name} ${formatVnd(due)}`).join('; ')}. Người nộp thấy trong Hồ sơ của tôi là đã nộp.
            </p>
            <RequestId id={newId()} />
            <input type="hidden" name="code" value={code} />
            <FormRadios
              name="method"
              label="Nộp bằng"
              choices={[
                { value: 'CASH', label: 'Tiền mặt' },
                { value: 'TRANSFER', label: 'Chuyển khoản' },
              ]}
            />
            <FormText
              name="reference"
              label="Số biên lai hoặc số giao dịch"
              hint="Ghi đúng như trên biên lai đã đưa người nộp."
              width="half"
              autoComplete="off"
              maxLength={100}
            />
            <Buttons>
              <SubmitButton>Ghi đã thu</SubmitButton>
            </Buttons>
          </>
        ) : (
          <EmptyState title="Hồ sơ này không còn khoản nào chờ nộp." />
        )}
      </ActionForm>
    </StaffMain>
  )
}
