import type { Metadata } from 'next'
import { shown } from '@/app/shown'
import { Checkbox, DateField, RadioGroup } from '@/components/ui/choice'
import { TextField } from '@/components/ui/field'
import { findDays } from '@/lib/deadlines/queries'
import { requireStaff } from '@/lib/identity/session'
import { CALENDAR } from '../../addresses'
import { PlanPage } from '../plan-page'
import { dayPlanIn, fieldsOf } from '../plan-in'

export const metadata: Metadata = { title: 'Sửa ngày trong lịch' }

type Address = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const KINDS = [
  { value: 'HOLIDAY', label: 'Nghỉ lễ' },
  { value: 'SWAP_OFF', label: 'Nghỉ hoán đổi', hint: 'Ngày thường được nghỉ, làm bù vào ngày khác.' },
  { value: 'SWAP_WORK', label: 'Làm bù', hint: 'Thứ Bảy, Chủ nhật làm việc thay ngày đã nghỉ.' },
  { value: 'NONE', label: 'Ngày bình thường', hint: 'Bỏ ngày này khỏi lịch nghỉ.' },
]

/** One day of the calendar: `?ngay=2027-01-01` begins with what it is now. */
export default async function DayPage({ searchParams }: Address) {
  const actor = await requireStaff(`${CALENDAR}/ngay`)
  const asked = fieldsOf(await searchParams)
  const { days } = await findDays(actor, {}).then(shown)
  const known = days.find(({ date }) => date === asked.ngay)
  const [year = '', month = '', day = ''] = (known?.date ?? '').split('-')
  const { ngay: _ngay, ...typed } = asked
  const fields: Record<string, string> = known
    ? {
        ...{ 'ngay.day': day, 'ngay.month': month, 'ngay.year': year, loai: known.kind, ten: known.name, 'can-cu': known.legalRef ?? '' },
        ...(known.provisional ? { 'cho-cong-bo': 'yes' } : {}),
      }
    : typed
  const value = { day: fields['ngay.day'] ?? '', month: fields['ngay.month'] ?? '', year: fields['ngay.year'] ?? '' }
  return (
    <PlanPage
      actor={actor}
      title="Sửa một ngày trong lịch"
      action={`${CALENDAR}/ngay`}
      kind="ngay"
      fields={fields}
      plan={dayPlanIn(fields)}
    >
      {(errors) => (
        <>
          <DateField name="ngay" label="Ngày" value={value} error={errors.ngay} />
          <RadioGroup name="loai" label="Là ngày gì" choices={KINDS} value={fields.loai} error={errors.loai} />
          <TextField
            name="ten"
            label="Tên ngày"
            hint="Như thông báo ghi, ví dụ Nghỉ hoán đổi Tết Dương lịch."
            value={fields.ten}
            error={errors.ten}
          />
          <TextField
            name="can-cu"
            label="Căn cứ"
            hint="Số, ngày của văn bản thông báo."
            value={fields['can-cu']}
            error={errors['can-cu']}
          />
          <Checkbox name="cho-cong-bo" label="Chưa có công bố chính thức, tính trước theo luật" checked={fields['cho-cong-bo'] === 'yes'} />
        </>
      )}
    </PlanPage>
  )
}
