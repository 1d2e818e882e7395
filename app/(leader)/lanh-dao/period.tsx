import { Button } from '@/components/ui/button'
import { SelectField, TextField } from '@/components/ui/field'
import { localDateOf } from '@/lib/platform/local-date'
import { quickPeriods, type ReadPeriod } from '@/lib/reports/period'
import { dateWords } from '@/lib/text/dates'
import { DASHBOARD, dashboardHref } from './addresses'

/** Which period and department the figures below are of: quick choices as links, and a plain form, so that every view has an address. */
export function PeriodHead(props: {
  asked: ReadPeriod
  now: Date
  departments: readonly { code: string; name: string }[]
  department: string | undefined
}) {
  const { asked, now, departments, department } = props
  const { period, choice, typed, errors } = asked
  const only = departments.find(({ code }) => code === department)
  return (
    <div className="head-row">
      <div>
        <h2 id="ky">
          Kỳ báo cáo {dateWords(period.from)} – {dateWords(period.to)}
        </h2>
        <ul className="choices" aria-label="Chọn nhanh kỳ báo cáo">
          {quickPeriods(localDateOf(now)).map(({ key, label }) => (
            <li key={key}>
              <a href={`${dashboardHref({ ky: key, department })}#ky`} aria-current={key === choice ? 'true' : undefined}>
                {label}
              </a>
            </li>
          ))}
        </ul>
        {only === undefined ? null : (
          <p className="note">Số liệu trong kỳ chỉ tính {only.name}. Phần Hôm nay và biểu đồ Đang mở lúc này vẫn tính cả xã.</p>
        )}
      </div>
      <form className="filters" action={`${DASHBOARD}#ky`} method="get">
        <TextField name="tu" label="Từ ngày" value={typed.tu} error={errors.tu} width="date" figures inputMode="numeric" />
        <TextField name="den" label="Đến ngày" value={typed.den} error={errors.den} width="date" figures inputMode="numeric" />
        {departments.length < 2 ? null : (
          <SelectField
            name="don-vi"
            label="Đơn vị"
            value={department}
            options={[{ value: '', label: 'Cả xã' }, ...departments.map(({ code, name }) => ({ value: code, label: name }))]}
          />
        )}
        <Button look="plain">Xem số liệu</Button>
      </form>
    </div>
  )
}
