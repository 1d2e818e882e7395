import { shown } from '@/app/shown'
import { ActionForm } from '@/components/forms/action-form'
import { FormDate, FormSelect } from '@/components/forms/form-field'
import { RequestId } from '@/components/forms/request-id'
import { SubmitButton } from '@/components/forms/submit-button'
import { Button, Buttons } from '@/components/ui/button'
import { EmptyState, Notice } from '@/components/ui/notice'
import { requireStaff } from '@/lib/identity/session'
import { newId } from '@/lib/platform/clock'
import { EMPTY_FORM } from '@/lib/platform/form'
import { readAbsence } from '@/lib/staff/queries'
import { dateWords } from '@/lib/text/dates'
import { officerHref } from '../../../addresses'
import { addSubstitutionAction, endSubstitutionAction } from '../../actions'

const DONE: Readonly<Record<string, string>> = {
  them: 'Đã ghi người làm thay.',
  bo: 'Đã thôi làm thay. Từ trang tiếp theo, người đó chỉ còn việc của mình.',
}

/** Who does this officer's work while they are away. */
export async function Absence({ staffId, done }: { staffId: string; done: string | string[] | undefined }) {
  const { officer, others, substitutions, today } = await readAbsence(await requireStaff(officerHref(staffId, 'lam-thay')), {
    staffId,
  }).then(shown)
  const [year = '', month = '', day = ''] = today.split('-')
  return (
    <>
      {typeof done === 'string' && DONE[done] ? <Notice live>{DONE[done]}</Notice> : null}
      <ActionForm
        action={addSubstitutionAction}
        start={{ ...EMPTY_FORM, values: { 'firstDay.day': day, 'firstDay.month': month, 'firstDay.year': year } }}
      >
        <h1>Người làm thay: {officer.fullName}</h1>
        <RequestId id={newId()} />
        <input type="hidden" name="absentId" value={officer.id} />
        {substitutions.length === 0 ? <EmptyState title="Chưa có ai làm thay." /> : null}
        <p>
          Người làm thay thấy và làm được việc của {officer.fullName}, ký tên mình. Hồ sơ vẫn của {officer.fullName}, khi về thì làm tiếp.
        </p>
        <FormSelect
          name="substituteId"
          label="Ai làm thay"
          hint="Người cùng vai trò đứng trước. Người có vai trò khác vẫn làm được mọi việc hồ sơ của người vắng, kể cả ký duyệt."
          options={[
            { value: '', label: 'Chọn người' },
            ...others.map(({ id, fullName, position, hasSameRole }) => ({
              value: id,
              label: `${fullName}, ${position}${hasSameRole ? '' : ' (vai trò khác)'}`,
            })),
          ]}
        />
        <FormDate name="firstDay" label="Từ ngày" />
        <FormDate name="lastDay" label="Đến hết ngày" />
        <Buttons>
          <SubmitButton>Ghi người làm thay</SubmitButton>
        </Buttons>
      </ActionForm>
      {substitutions.length === 0 ? null : <h2>Đã ghi</h2>}
      {substitutions.map(({ id, substitute, firstDay, lastDay, isNow }) => (
        <form key={id} action={endSubstitutionAction} className="stack">
          <RequestId id={newId()} />
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="absentId" value={officer.id} />
          <p>
            <strong>{substitute.fullName}</strong>, {dateWords(firstDay)} đến hết {dateWords(lastDay)}
            {isNow ? ', đang làm thay.' : ', chưa bắt đầu.'}
          </p>
          <Button look="plain">Thôi làm thay</Button>
        </form>
      ))}
    </>
  )
}
