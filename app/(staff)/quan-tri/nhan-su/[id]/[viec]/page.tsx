import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { nowhere } from '@/app/shown'
import { ActionForm } from '@/components/forms/action-form'
import { RequestId } from '@/components/forms/request-id'
import { SubmitButton } from '@/components/forms/submit-button'
import { StaffMain } from '@/components/layout/staff-page'
import { BackLink } from '@/components/ui/breadcrumbs'
import { Buttons } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/notice'
import { newId } from '@/lib/platform/clock'
import { EMPTY_FORM } from '@/lib/platform/form'
import { OFFICER_ACTS, type OfficerAct, officerHref } from '../../../addresses'
import { resetPasswordAction, restoreOfficerAction, suspendOfficerAction } from '../../actions'
import { UntilLink } from '../../one-time-link'
import { openOfficer, type OfficerAddress, type ShownOfficer } from '../open-officer'
import { Absence } from './absence'

type ActAddress = Omit<OfficerAddress, 'params'> & { params: Promise<{ id: string; viec: string }> }

const TITLES: Record<OfficerAct, string> = {
  'tam-ngung': 'Tạm ngừng tài khoản',
  'phuc-hoi': 'Cho làm việc lại',
  'dat-lai-mat-khau': 'Đặt lại mật khẩu',
  'lam-thay': 'Người làm thay',
}

const actOf = (text: string): OfficerAct | null => OFFICER_ACTS.find((act) => act === text) ?? null

export async function generateMetadata({ params }: ActAddress): Promise<Metadata> {
  const act = actOf((await params).viec)
  return act ? { title: TITLES[act] } : {}
}

/** One grave act upon an account: what it brings about, then the button. */
export default async function OfficerActPage({ params, searchParams }: ActAddress) {
  const { id, viec } = await params
  const act = actOf(viec) ?? (await nowhere())
  const officer = await openOfficer(id)
  return (
    <StaffMain>
      <BackLink href={officerHref(officer.id)}>{`Về ${officer.fullName}`}</BackLink>
      {act === 'lam-thay' ? <Absence staffId={officer.id} done={(await searchParams).xong} /> : null}
      {act === 'tam-ngung' ? <Suspend officer={officer} /> : null}
      {act === 'phuc-hoi' ? <Restore officer={officer} /> : null}
      {act === 'dat-lai-mat-khau' ? <Reset officer={officer} /> : null}
    </StaffMain>
  )
}

type Acting = { officer: ShownOfficer }

function Head({ officer, act, children }: Acting & { act: OfficerAct; children: ReactNode }) {
  return (
    <>
      <RequestId id={newId()} />
      <input type="hidden" name="staffId" value={officer.id} />
      <input type="hidden" name="version" value={officer.version} />
      <h1>
        {TITLES[act]}: {officer.fullName}
      </h1>
      {children}
    </>
  )
}

function Suspend({ officer }: Acting) {
  const { isMe, status, held, expected, successor, fullName } = officer
  if (isMe || status === 'SUSPENDED')
    return (
      <>
        <h1>{TITLES['tam-ngung']}</h1>
        <EmptyState title={isMe ? 'Không tự tạm ngừng tài khoản của chính mình.' : `${fullName} đang tạm ngừng rồi.`} />
      </>
    )
  return (
    <ActionForm action={suspendOfficerAction} start={EMPTY_FORM}>
      <Head officer={officer} act="tam-ngung">
        <ul className="plain">
          <li>Thoát ngay khỏi mọi máy và không đăng nhập được nữa.</li>
          <li>{workWords(held, expected, successor?.fullName ?? null)}</li>
          <li>Đang làm thay ai thì thôi làm thay.</li>
          <li>Cho làm việc lại lúc nào cũng được; hồ sơ đã giao thì không tự quay về.</li>
        </ul>
      </Head>
      <Buttons>
        <SubmitButton look="grave">Tạm ngừng tài khoản</SubmitButton>
        <a href={officerHref(officer.id)}>Không tạm ngừng</a>
      </Buttons>
    </ActionForm>
  )
}

/** Whose work goes where. What waits elsewhere (for a signature, the applicant, an agency) is nobody's here until it comes back. */
function workWords(held: number, expected: number, successor: string | null): string {
  const work = [
    ...(held > 0 ? [`${held} hồ sơ đang giữ`] : []),
    ...(expected > held ? [`${expected - held} hồ sơ nơi khác đang giữ, khi quay lại`] : []),
  ].join('; ')
  if (work === '') return 'Không giữ hồ sơ nào, nên không có việc phải giao.'
  return successor === null
    ? `Phòng không còn ai nhận thay ${work}. Thêm lãnh đạo hoặc chuyên viên cho phòng trước.`
    : `Giao cho ${successor}: ${work}.`
}

function Restore({ officer }: Acting) {
  if (officer.status === 'ACTIVE')
    return (
      <>
        <h1>{TITLES['phuc-hoi']}</h1>
        <EmptyState title={`${officer.fullName} đang làm việc.`} />
      </>
    )
  return (
    <ActionForm action={restoreOfficerAction} start={EMPTY_FORM}>
      <Head officer={officer} act="phuc-hoi">
        <p>Đăng nhập được ngay bằng mật khẩu cũ, với phòng và vai trò như trước.</p>
      </Head>
      <Buttons>
        <SubmitButton>Cho làm việc lại</SubmitButton>
      </Buttons>
    </ActionForm>
  )
}

function Reset({ officer }: Acting) {
  return (
    <ActionForm action={resetPasswordAction} start={EMPTY_FORM}>
      <UntilLink name={officer.fullName}>
        <Head officer={officer} act="dat-lai-mat-khau">
          <p>
            Mật khẩu cũ hết dùng được ngay, người này thoát khỏi mọi máy. Sau đó hiện ra một đường dẫn dùng một lần để đặt mật khẩu mới; các
            đường dẫn trước không còn dùng được.
          </p>
        </Head>
        <Buttons>
          <SubmitButton look="grave">Đặt lại mật khẩu</SubmitButton>
          <a href={officerHref(officer.id)}>Giữ mật khẩu cũ</a>
        </Buttons>
      </UntilLink>
    </ActionForm>
  )
}
