import type { Metadata } from 'next'
import { shown } from '@/app/shown'
import { QueueHead } from '@/components/layout/staff-page'
import { BackLink } from '@/components/ui/breadcrumbs'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/notice'
import { Ledger, type Column } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { requireStaff } from '@/lib/identity/session'
import { findOfficers } from '@/lib/staff/queries'
import { ROLE_WORDS, STATUS_WORDS } from '@/lib/staff/words'
import { rangeWords, sentenceCase } from '@/lib/text/dates'
import { ADMIN, officerHref, OFFICERS } from '../addresses'

export const metadata: Metadata = { title: 'Nhân sự' }

type Found = Extract<Awaited<ReturnType<typeof findOfficers>>, { ok: true }>['value']
type Officer = Found['departments'][number]['officers'][number]

const COLUMNS: readonly Column[] = [
  { key: 'name', head: 'Họ và tên', width: '26%', className: 'person', rowHeader: true },
  { key: 'position', head: 'Chức vụ' },
  { key: 'roles', head: 'Vai trò', width: '26%' },
  { key: 'status', head: 'Tài khoản', width: '11rem' },
]

/** Everyone who works here, by department. */
export default async function OfficersPage() {
  const { departments, substitutions } = await findOfficers(await requireStaff(OFFICERS), {}).then(shown)
  const officers = departments.flatMap((department) => department.officers)
  const suspended = officers.filter(({ status }) => status === 'SUSPENDED').length
  return (
    <main className="queue" id="noi-dung" tabIndex={-1}>
      <BackLink href={ADMIN}>Về Quản trị</BackLink>
      <QueueHead
        title="Nhân sự"
        summary={`${officers.length} tài khoản${suspended === 0 ? '' : `, ${suspended} tạm ngừng`}`}
        filters={<ButtonLink href={`${OFFICERS}/them`}>Thêm cán bộ</ButtonLink>}
      />
      <Absences substitutions={substitutions} />
      {departments.map(({ code, name, officers: members }) => (
        <section key={code} className="officers" aria-labelledby={`phong-${code}`}>
          <h2 id={`phong-${code}`}>{name}</h2>
          {members.length === 0 ? (
            <EmptyState title="Chưa có ai. Hồ sơ chuyển đến phòng này sẽ không có người nhận." />
          ) : (
            <Ledger caption={name} look="risk" columns={COLUMNS} rows={members.map(officerRow)} />
          )}
        </section>
      ))}
    </main>
  )
}

function officerRow({ id, fullName, userName, position, roles, status, hasPassword }: Officer) {
  return {
    key: id,
    href: officerHref(id),
    cells: {
      name: (
        <>
          <a href={officerHref(id)}>{fullName}</a> <span className="note">{userName}</span>
        </>
      ),
      position,
      roles: sentenceCase(roles.map((role) => ROLE_WORDS[role]).join(', ')),
      status: <AccountTag status={status} hasPassword={hasPassword} />,
    },
  }
}

function AccountTag({ status, hasPassword }: Pick<Officer, 'status' | 'hasPassword'>) {
  if (status === 'SUSPENDED') return <Tag family="closed">{STATUS_WORDS[status]}</Tag>
  return hasPassword ? <Tag family="done">{STATUS_WORDS[status]}</Tag> : <Tag family="wait">Chờ đặt mật khẩu</Tag>
}

function Absences({ substitutions }: Pick<Found, 'substitutions'>) {
  if (substitutions.length === 0) return null
  return (
    <section className="officers" aria-labelledby="lam-thay">
      <h2 id="lam-thay">Làm thay</h2>
      <ul className="plain">
        {substitutions.map(({ id, absent, substitute, firstDay, lastDay, isNow }) => (
          <li key={id}>
            {substitute.fullName} làm thay <a href={officerHref(absent.id, 'lam-thay')}>{absent.fullName}</a>,{' '}
            {rangeWords(firstDay, lastDay)}
            {isNow ? ', đang làm thay' : ''}
          </li>
        ))}
      </ul>
    </section>
  )
}
