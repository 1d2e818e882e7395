import type { Metadata } from 'next'
import { nowhere } from '@/app/shown'
import { CheckboxGroup, DateField } from '@/components/ui/choice'
import { TextField } from '@/components/ui/field'
import { hasRight } from '@/lib/access/policy'
import { requireStaff } from '@/lib/identity/session'
import { CALENDAR } from '../../addresses'
import { PlanPage } from '../plan-page'
import { fieldsOf, hoursPlanIn } from '../plan-in'

export const metadata: Metadata = { title: 'Đổi giờ làm việc' }

type Address = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const WEEKDAYS = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'].map((label, index) => ({
  value: String(index + 1),
  label,
}))

const TIMES = [
  { name: 'sang-mo', label: 'Buổi sáng mở cửa', usual: '07:00' },
  { name: 'sang-nghi', label: 'Buổi sáng nghỉ', usual: '11:30' },
  { name: 'chieu-mo', label: 'Buổi chiều mở cửa', usual: '13:30' },
  { name: 'chieu-nghi', label: 'Buổi chiều nghỉ', usual: '17:00' },
] as const

/** The commune's office hours from a day on. */
export default async function HoursPage({ searchParams }: Address) {
  const actor = await requireStaff(`${CALENDAR}/gio`)
  if (!hasRight(actor, 'calendar.manage')) await nowhere()
  const fields = fieldsOf(await searchParams)
  const asked = fields.xem === '1'
  const value = { day: fields['ngay.day'] ?? '', month: fields['ngay.month'] ?? '', year: fields['ngay.year'] ?? '' }
  const weekdays = asked ? (fields.thu ?? '').split(',') : ['1', '2', '3', '4', '5']
  return (
    <PlanPage actor={actor} title="Đổi giờ làm việc" action={`${CALENDAR}/gio`} kind="gio" fields={fields} plan={hoursPlanIn(fields)}>
      {(errors) => (
        <>
          <DateField name="ngay" label="Áp dụng từ ngày" value={value} error={errors.ngay} />
          <CheckboxGroup
            name="thu"
            label="Ngày làm việc trong tuần"
            choices={[...WEEKDAYS, { value: '0', label: 'Chủ nhật' }]}
            values={weekdays}
            error={errors.thu}
          />
          {TIMES.map(({ name, label, usual }) => (
            <TextField
              key={name}
              name={name}
              label={label}
              width="four"
              inputMode="numeric"
              value={asked ? fields[name] : usual}
              error={errors[name]}
            />
          ))}
        </>
      )}
    </PlanPage>
  )
}
