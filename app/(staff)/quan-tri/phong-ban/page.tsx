import type { Metadata } from 'next'
import { shown } from '@/app/shown'
import { ActionForm } from '@/components/forms/action-form'
import { FormRadios, FormText } from '@/components/forms/form-field'
import { RequestId } from '@/components/forms/request-id'
import { SubmitButton } from '@/components/forms/submit-button'
import { QueueHead } from '@/components/layout/staff-page'
import { BackLink } from '@/components/ui/breadcrumbs'
import { Buttons } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { type Column, Ledger } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { findDepartments } from '@/lib/dossiers/department-queries'
import { requireStaff } from '@/lib/identity/session'
import { findChanges } from '@/lib/staff/change-queries'
import { newId } from '@/lib/platform/clock'
import { EMPTY_FORM } from '@/lib/platform/form'
import { formatNumber } from '@/lib/platform/money'
import { GIVEN_KINDS } from '@/lib/staff/department-rules'
import { KIND_HINTS, KIND_WORDS } from '@/lib/staff/department-words'
import { ADMIN, departmentHref, DEPARTMENTS } from '../addresses'
import { Changes } from '../changes'
import { addDepartmentAction } from './actions'

export const metadata: Metadata = { title: 'Phòng ban' }

const COLUMNS: readonly Column[] = [
  { key: 'name', head: 'Phòng', className: 'person', rowHeader: true },
  { key: 'kind', head: 'Việc của phòng', width: '30%' },
  { key: 'officers', head: 'Người', className: 'figures', width: '7rem' },
  { key: 'dossiers', head: 'Hồ sơ đang mở', className: 'figures', width: '9rem' },
]

type Found = Extract<Awaited<ReturnType<typeof findDepartments>>, { ok: true }>['value'][number]

/** The departments of the office in their order, and those that were closed. */
export default async function DepartmentsPage({ searchParams }: { searchParams: Promise<{ xong?: string | string[] }> }) {
  const actor = await requireStaff(DEPARTMENTS)
  const [departments, changes] = await Promise.all([
    findDepartments(actor, {}).then(shown),
    findChanges(actor, { topic: 'DEPARTMENT' }).then(shown),
  ])
  const { xong } = await searchParams
  const open = departments.filter(({ closedAt }) => closedAt === null)
  const nameOf = (code: string) => departments.find((one) => one.code === code)?.name ?? code
  return (
    <main className="queue" id="noi-dung" tabIndex={-1}>
      <BackLink href={ADMIN}>Về Quản trị</BackLink>
      {xong === 'them' ? <Notice live>Đã thêm phòng. Giao người về phòng ở Nhân sự trước khi giao thủ tục.</Notice> : null}
      <QueueHead title="Phòng ban" summary={`${open.length} phòng, theo thứ tự dùng trong mọi danh sách.`} />
      <section className="officers">
        <h2>Đang hoạt động</h2>
        <Ledger caption="Phòng đang hoạt động" look="risk" columns={COLUMNS} rows={open.map(rowOf)} />
      </section>
      {open.length === departments.length ? null : (
        <section className="officers">
          <h2>Đã đóng</h2>
          <Ledger
            caption="Phòng đã đóng"
            look="risk"
            columns={COLUMNS}
            rows={departments.filter(({ closedAt }) => closedAt !== null).map(rowOf)}
          />
        </section>
      )}
      <div className="work">
        <ActionForm action={addDepartmentAction} start={EMPTY_FORM}>
          <h2>Thêm phòng</h2>
          <RequestId id={newId()} />
          <FormText name="name" label="Tên phòng" hint="Ghi trên giấy tờ, ví dụ Phòng Kinh tế." maxLength={120} autoComplete="off" />
          <FormRadios
            name="kind"
            label="Việc của phòng"
            choices={GIVEN_KINDS.map((kind) => ({ value: kind, label: KIND_WORDS[kind], hint: KIND_HINTS[kind] }))}
          />
          <Buttons>
            <SubmitButton look="plain">Thêm phòng</SubmitButton>
          </Buttons>
        </ActionForm>
      </div>
      <Changes topic="DEPARTMENT" changes={changes} nameOf={nameOf} />
    </main>
  )
}

const rowOf = ({ code, name, kind, officers, dossiers, closedAt }: Found) => ({
  key: code,
  cells: {
    name: <a href={departmentHref(code)}>{name}</a>,
    kind: closedAt === null ? KIND_WORDS[kind] : <Tag family="closed">Đã đóng</Tag>,
    officers: <Count many={officers} of="người" />,
    dossiers: <Count many={dossiers} of="hồ sơ đang mở" />,
  },
})

/** A number under its head; on a phone, where there is no head, with what it counts. */
const Count = ({ many, of }: { many: number; of: string }) => (
  <>
    {formatNumber(many)}
    <span className="vh-wide"> {of}</span>
  </>
)
