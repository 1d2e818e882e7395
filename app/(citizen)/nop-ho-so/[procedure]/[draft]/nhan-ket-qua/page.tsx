import type { Metadata } from 'next'
import { ActionForm } from '@/components/forms/action-form'
import { FormRadios, FormTextarea } from '@/components/forms/form-field'
import { Reveal } from '@/components/forms/reveal'
import { Main } from '@/components/layout/citizen-page'
import { currentSite } from '@/lib/places/site'
import { saveReturnAction } from '../../../actions'
import { DraftForm, StepEnd, StepHead } from '../../../step-head'
import { TypedBefore, typedBefore } from '../../../typed-away'
import { type DraftAddress, openDraft } from '../open-draft'

export const metadata: Metadata = { title: 'Nhận kết quả' }

export default async function ReturnPage(address: DraftAddress) {
  const draft = await openDraft(address, 'nhan-ket-qua')
  const { place, procedure, data, account } = draft
  const before = await typedBefore(draft, 'return')
  const site = await currentSite()
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
        <Reveal
          question={
            <FormRadios
              name="returnMethod"
              label="Ông/Bà nhận kết quả bằng cách nào?"
              hint="Cách nào cũng có bản điện tử trong Hồ sơ của tôi."
              choices={[
                { value: 'COUNTER', label: 'Tại quầy Một cửa', hint: `${site.address}, trong giờ làm việc.` },
                { value: 'ONLINE', label: 'Chỉ nhận bản điện tử', hint: 'Tải về ở Hồ sơ của tôi, không phải đến quầy.' },
                { value: 'POST', label: 'Qua bưu chính', hint: 'Trả cước cho bưu chính khi nhận.', opens: true },
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
