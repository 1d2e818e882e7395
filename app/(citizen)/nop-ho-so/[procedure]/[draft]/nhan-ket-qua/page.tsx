import type { Metadata } from 'next'
import { ActionForm } from '@/components/forms/action-form'
import { FormRadios, FormTextarea } from '@/components/forms/form-field'
import { Reveal } from '@/components/forms/reveal'
import { Main } from '@/components/layout/citizen-page'
import { currentSite } from '@/lib/places/site'
import { formatVnd } from '@/lib/platform/money'
import { totalDue } from '@/lib/procedures/rules'
import { BEYOND_NETWORK, beyondNetwork } from '@/lib/procedures/words'
import { inSentence } from '@/lib/text/typed-date'
import { saveReturnAction } from '../../../actions'
import { DraftForm, StepEnd, StepHead } from '../../../step-head'
import { TypedBefore, typedBefore } from '../../../typed-away'
import { type DraftAddress, openDraft, type OpenDraft } from '../open-draft'

export const metadata: Metadata = { title: 'Nhận kết quả' }

/**
 * The result may come home, but the money does not go by itself, since there is no way to pay online yet, nor does what goes online only in
 * part: nobody is told that she need not come who has to.
 */
function atCounterWords({ fees, possibleFees, procedure }: OpenDraft): string {
  const total = totalDue(fees)
  if (beyondNetwork(procedure) !== null) return total > 0 ? ` Vẫn phải nộp ${formatVnd(total)} tại quầy.` : ''
  if (total > 0) return ` Vẫn phải đến quầy nộp ${formatVnd(total)}, vì chưa nộp được qua mạng.`
  return possibleFees.length > 0 ? ' Chỉ phải đến quầy nếu có phí, lệ phí phải nộp.' : ' Không phải đến quầy.'
}

export default async function ReturnPage(address: DraftAddress) {
  const draft = await openDraft(address, 'nhan-ket-qua')
  const { place, procedure, data, account } = draft
  const before = await typedBefore(draft, 'return')
  const site = await currentSite()
  const beyond = beyondNetwork(procedure)
  const values = {
    ...(data.returnMethod === null ? {} : { returnMethod: data.returnMethod }),
    returnAddress: data.returnAddress === '' ? account.address : data.returnAddress,
  }
  return (
    <Main>
      <ActionForm action={saveReturnAction} start={{ values: before ?? values, errors: {}, message: null }}>
        <StepHead place={place} path="nhan-ket-qua" procedure={procedure.shortName} />
        <DraftForm place={place} seen={draft.marks.return} />
        {before === null ? null : <TypedBefore />}
        <p>
          Kết quả: <strong>{procedure.result}</strong>
        </p>
        {beyond === null ? null : (
          <p>
            {BEYOND_NETWORK}, dù nhận kết quả cách nào: {inSentence(beyond)}
          </p>
        )}
        <Reveal
          question={
            <FormRadios
              name="returnMethod"
              label="Ông/Bà nhận kết quả bằng cách nào?"
              hint="Cách nào cũng có bản điện tử trong Hồ sơ của tôi."
              choices={[
                { value: 'COUNTER', label: 'Tại quầy Một cửa', hint: `${site.address}, trong giờ làm việc.` },
                { value: 'ONLINE', label: 'Chỉ nhận bản điện tử', hint: `Tải về ở Hồ sơ của tôi.${atCounterWords(draft)}` },
                { value: 'POST', label: 'Qua bưu chính', hint: `Trả cước cho bưu chính khi nhận.${atCounterWords(draft)}`, opens: true },
              ]}
            />
          }
        >
          <FormTextarea
            name="returnAddress"
            label="Địa chỉ nhận"
            hint={<span className="unhidden">Chỉ dùng khi nhận qua bưu chính.</span>}
            rows={3}
          />
        </Reveal>
        <StepEnd />
      </ActionForm>
    </Main>
  )
}
