import type { ReactNode } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import { FormSelect } from '@/components/forms/form-field'
import { SubmitButton } from '@/components/forms/submit-button'
import type { Assignee } from '@/lib/dossiers/receiver-queries'
import { EMPTY_FORM } from '@/lib/platform/form'
import { Outcomes } from '../outcomes'
import { FIRST_BOX } from '../ticks'
import { assignSeveralAction } from './actions'

/** The list as a form in which the head of department gives what is ticked to one officer. Without anything to tick only the answer is left of it. */
export function Assign(props: { assignees: readonly Assignee[]; firstBox: string | undefined; hasRows: boolean; children: ReactNode }) {
  const { assignees, firstBox, hasRows, children } = props
  return (
    <ActionForm action={assignSeveralAction} start={EMPTY_FORM} className="assign">
      <Outcomes done="Đã giao" />
      {firstBox === undefined ? null : <input type="hidden" name={FIRST_BOX} value={firstBox} />}
      {children}
      {hasRows ? (
        <div className="assign-bar">
          <FormSelect
            name="to"
            label="Giao hồ sơ đã chọn cho"
            options={[
              { value: '', label: 'Chọn người giải quyết' },
              ...assignees.map(({ to, name, department, holds }) => ({
                value: to,
                label: `${name}${department === null ? '' : `, ${department}`} (đang giữ ${holds} hồ sơ)`,
              })),
            ]}
          />
          <SubmitButton>Giao hồ sơ đã chọn</SubmitButton>
        </div>
      ) : null}
    </ActionForm>
  )
}
