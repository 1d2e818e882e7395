import { FormSelect, FormText } from '@/components/forms/form-field'
import { PressOnChange } from '@/components/forms/press-on-change'
import { SummaryList } from '@/components/ui/facts'
import { phoneWords } from '@/lib/people/rules'

type Place = { code: string; name: string }

/** Phone, mail and address, asked once for all filings. The list of wards belongs to one province; another one is fetched by its own button. */
export function ContactFields({ provinces, wards, wardsOf }: { provinces: readonly Place[]; wards: readonly Place[]; wardsOf: string }) {
  const chosen = provinces.find(({ code }) => code === wardsOf)
  return (
    <div>
      <FormText
        name="phone"
        label="Số điện thoại"
        hint="Một cửa gọi khi cần hỏi, và dùng 4 số cuối để tra cứu hồ sơ."
        type="tel"
        width="phone"
        figures
        autoComplete="tel"
      />
      <FormText
        name="email"
        label="Thư điện tử (không bắt buộc)"
        hint="Để nhận mã hồ sơ, ngày hẹn và tin khi có kết quả."
        type="email"
        width="half"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
      />
      <PressOnChange>
        <FormSelect
          name="provinceCode"
          label="Nơi ở hiện nay: tỉnh, thành phố"
          hint="Chọn xong thì danh sách xã, phường ở dưới đổi theo."
          options={[{ value: '', label: 'Chọn tỉnh, thành phố' }, ...provinces.map(asOption)]}
        />
        <input type="hidden" name="wardsOf" value={wardsOf} />
        <button className="btn-link" type="submit" name="then" value="wards">
          {chosen ? 'Đổi tỉnh: hiện xã, phường của tỉnh đã chọn' : 'Hiện danh sách xã, phường'}
        </button>
      </PressOnChange>
      {chosen ? (
        <FormSelect
          name="wardCode"
          label="Xã, phường, đặc khu"
          hint={`Thuộc ${chosen.name}, theo địa giới từ ngày 01/7/2025.`}
          options={[{ value: '', label: 'Chọn xã, phường, đặc khu' }, ...wards.map(asOption)]}
        />
      ) : null}
      <FormText name="addressDetail" label="Số nhà, đường, thôn hoặc ấp" width="full" autoComplete="street-address" />
    </div>
  )
}

const asOption = ({ code, name }: Place) => ({ value: code, label: name })

/** What the account knows already, with the way to change it. */
export function KnownContact({
  account,
  changeHref,
}: {
  account: { phone: string | null; email: string | null; address: string }
  changeHref: string
}) {
  const change = (what: string, field: string) => ({ href: `${changeHref}#${field}`, what })
  return (
    <SummaryList
      answers={[
        {
          term: 'Điện thoại',
          value: <span className="figures">{phoneWords(account.phone ?? '')}</span>,
          change: change('số điện thoại', 'phone'),
        },
        { term: 'Thư điện tử', value: account.email ?? 'Chưa có', change: change('thư điện tử', 'email') },
        { term: 'Nơi ở hiện nay', value: account.address, change: change('nơi ở hiện nay', 'addressDetail') },
      ]}
    />
  )
}
