import type { Metadata } from 'next'
import { nowhere, shown } from '@/app/shown'
import { ActionForm } from '@/components/forms/action-form'
import { FormText } from '@/components/forms/form-field'
import { RequestId } from '@/components/forms/request-id'
import { SubmitButton } from '@/components/forms/submit-button'
import { StaffMain } from '@/components/layout/staff-page'
import { BackLink } from '@/components/ui/breadcrumbs'
import { Buttons } from '@/components/ui/button'
import { findRefunds } from '@/lib/dossiers/refund-queries'
import { requireStaff } from '@/lib/identity/session'
import { newId } from '@/lib/platform/clock'
import { EMPTY_FORM } from '@/lib/platform/form'
import { formatVnd } from '@/lib/platform/money'
import { refundHref, REFUNDS } from '../../addresses'
import { returnFeesAction } from '../actions'

export const metadata: Metadata = { title: 'Ghi hoàn phí' }

/** The proof that the money was given back. */
export default async function RefundPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  const refunds = await findRefunds(await requireStaff(refundHref(code)), {}).then(shown)
  const own = refunds.filter((refund) => refund.code === code)
  const [first] = own
  if (!first) return nowhere()
  return (
    <StaffMain>
      <ActionForm action={returnFeesAction} start={EMPTY_FORM}>
        <BackLink href={REFUNDS}>Về Phí phải hoàn</BackLink>
        <h1>Ghi hoàn phí</h1>
        <p>
          Hồ sơ {code}, {first.applicant}: hoàn <strong>{formatVnd(own.reduce((sum, { amount }) => sum + amount, 0))}</strong>. Người nộp
          thấy trong Hồ sơ của tôi là đã hoàn.
        </p>
        <RequestId id={newId()} />
        <input type="hidden" name="code" value={code} />
        <FormText name="reference" label="Số phiếu chi hoặc số giao dịch" width="half" autoComplete="off" maxLength={100} />
        <Buttons>
          <SubmitButton>Ghi hoàn phí</SubmitButton>
        </Buttons>
      </ActionForm>
    </StaffMain>
  )
}
