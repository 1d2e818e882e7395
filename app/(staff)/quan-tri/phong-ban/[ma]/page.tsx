import type { Metadata } from 'next'
import { shown } from '@/app/shown'
import { ActionForm } from '@/components/forms/action-form'
import { FormRadios, FormSelect, FormText } from '@/components/forms/form-field'
import { RequestId } from '@/components/forms/request-id'
import { SubmitButton } from '@/components/forms/submit-button'
import { StaffMain } from '@/components/layout/staff-page'
import { BackLink } from '@/components/ui/breadcrumbs'
import { Buttons } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { readDepartment } from '@/lib/dossiers/department-queries'
import { requireStaff } from '@/lib/identity/session'
import { findChanges } from '@/lib/staff/change-queries'
import { newId } from '@/lib/platform/clock'
import { EMPTY_FORM } from '@/lib/platform/form'
import { GIVEN_KINDS } from '@/lib/staff/department-rules'
import { KIND_HINTS, KIND_WORDS } from '@/lib/staff/department-words'
import { departmentHref, DEPARTMENTS } from '../../addresses'
import { Changes } from '../../changes'
import { changeDepartmentAction, closeDepartmentAction } from '../actions'

export const metadata: Metadata = { title: 'Sửa phòng' }

const DONE: Readonly<Record<string, string>> = {
  sua: 'Đã lưu. Giấy tờ đã cấp giữ tên phòng như lúc cấp.',
  dong: 'Đã đóng phòng. Không hồ sơ, cán bộ hay thủ tục nào được giao đến đây nữa.',
  mo: 'Đã mở lại phòng.',
}

type Department = Extract<Awaited<ReturnType<typeof readDepartment>>, { ok: true }>['value']
type Params = { params: Promise<{ ma: string }>; searchParams: Promise<{ xong?: string | string[] }> }

/** One department: its name, what it does, its place in the lists, and its closing. */
export default async function DepartmentPage({ params, searchParams }: Params) {
  const [{ ma: code }, { xong }] = await Promise.all([params, searchParams])
  const actor = await requireStaff(departmentHref(code))
  const department = await readDepartment(actor, { code }).then(shown)
  const changes = await findChanges(actor, { topic: 'DEPARTMENT', subject: code }).then(shown)
  const { name, kind, after, others, closedAt } = department
  const done = typeof xong === 'string' ? DONE[xong] : undefined
  return (
    <StaffMain>
      <ActionForm action={changeDepartmentAction} start={{ ...EMPTY_FORM, values: { name, kind, after: after ?? '' } }}>
        <BackLink href={DEPARTMENTS}>Về Phòng ban</BackLink>
        {done === undefined ? null : <Notice live>{done}</Notice>}
        <h1>{name}</h1>
        {closedAt === null ? null : <p>Phòng đã đóng. Hồ sơ và giấy tờ cũ vẫn ghi tên phòng này.</p>}
        <Shown department={department} />
        <FormText name="name" label="Tên phòng" hint="Giấy tờ cấp từ nay ghi tên này." maxLength={120} autoComplete="off" />
        <Kind department={department} />
        <FormSelect
          name="after"
          label="Đứng sau"
          hint="Thứ tự trong mọi danh sách."
          options={[{ value: '', label: 'Đứng đầu danh sách' }, ...others.map((other) => ({ value: other.code, label: other.name }))]}
        />
        <Buttons>
          <SubmitButton>Lưu phòng</SubmitButton>
        </Buttons>
      </ActionForm>
      <Closing department={department} />
      <Changes topic="DEPARTMENT" changes={changes} />
    </StaffMain>
  )
}

/** Desk and leadership are what they are: each commune has one of each. */
function Kind({ department: { kind } }: { department: Department }) {
  if (kind === 'DESK' || kind === 'LEADERSHIP')
    return (
      <p>
        <input type="hidden" name="kind" value={kind} />
        {KIND_WORDS[kind]}. Mỗi xã có đúng một nơi làm việc này.
      </p>
    )
  return (
    <FormRadios
      name="kind"
      label="Việc của phòng"
      choices={GIVEN_KINDS.map((one) => ({ value: one, label: KIND_WORDS[one], hint: KIND_HINTS[one] }))}
    />
  )
}

/** Closing says first what has to be done before it, so that nothing is left where nobody works. */
function Closing({ department }: { department: Department }) {
  const { kind, faults, closedAt } = department
  if (closedAt !== null)
    return (
      <ActionForm action={closeDepartmentAction} start={EMPTY_FORM}>
        <h2>Mở lại phòng</h2>
        <Shown department={department} />
        <input type="hidden" name="reopen" value="yes" />
        <Buttons>
          <SubmitButton look="plain">Mở lại phòng này</SubmitButton>
        </Buttons>
      </ActionForm>
    )
  if (kind === 'DESK' || kind === 'LEADERSHIP') return null
  return (
    <ActionForm action={closeDepartmentAction} start={EMPTY_FORM}>
      <h2>Đóng phòng</h2>
      <Shown department={department} />
      {faults.length === 0 ? (
        <p>Không còn hồ sơ, thủ tục hay cán bộ nào ở đây. Đóng rồi thì phòng không hiện trong các danh sách chọn nữa; mở lại được.</p>
      ) : (
        <>
          <p>Trước khi đóng cần làm xong:</p>
          <ul className="plain">
            {faults.map((fault) => (
              <li key={fault}>{fault}.</li>
            ))}
          </ul>
        </>
      )}
      <Buttons>
        <SubmitButton look="grave">Đóng phòng này</SubmitButton>
      </Buttons>
    </ActionForm>
  )
}

/** Which department the form around is about, and as of when. */
const Shown = ({ department: { code, version } }: { department: Department }) => (
  <>
    <RequestId id={newId()} />
    <input type="hidden" name="code" value={code} />
    <input type="hidden" name="version" value={version} />
  </>
)
