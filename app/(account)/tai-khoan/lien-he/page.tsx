import type { Metadata } from 'next'
import { shown } from '@/app/shown'
import { ActionForm } from '@/components/forms/action-form'
import { FormSelect, FormText } from '@/components/forms/form-field'
import { PressOnChange } from '@/components/forms/press-on-change'
import { RequestId } from '@/components/forms/request-id'
import { SubmitButton } from '@/components/forms/submit-button'
import { Main } from '@/components/layout/citizen-page'
import { BackLink } from '@/components/ui/breadcrumbs'
import { Buttons } from '@/components/ui/button'
import { SelectField } from '@/components/ui/field'
import { requireCitizen } from '@/lib/identity/session'
import { readMyContact } from '@/lib/people/queries'
import { newId } from '@/lib/platform/clock'
import { listProvinces, listWards } from '@/lib/places/queries'
import { currentSite } from '@/lib/places/site'
import { saveMyContactAction } from '../actions'

export const metadata: Metadata = { title: 'Sửa liên hệ' }

type Address = { searchParams: Promise<{ tinh?: string | string[] }> }

/** Phone, mail and address of the account. The province is a question of its own, before the others, because the list of wards hangs on it. */
export default async function ContactPage({ searchParams }: Address) {
  const actor = await requireCitizen('/tai-khoan/lien-he')
  const [{ tinh }, contact, site] = await Promise.all([searchParams, readMyContact(actor, {}).then(shown), currentSite()])
  const provinces = await shown(await listProvinces(actor, {}))
  const wanted = typeof tinh === 'string' ? tinh : (contact.provinceCode ?? site.provinceCode ?? '')
  const province = provinces.find(({ code }) => code === wanted)
  const wards = province ? await shown(await listWards(actor, { provinceCode: province.code })) : []
  const values = {
    phone: contact.phone ?? '',
    email: contact.email ?? '',
    wardCode: province?.code === contact.provinceCode ? (contact.wardCode ?? '') : '',
    addressDetail: contact.addressDetail ?? '',
  }
  return (
    <Main>
      <BackLink href="/tai-khoan">Về Tài khoản</BackLink>
      <h1>Sửa liên hệ</h1>
      <p>Dùng cho các hồ sơ nộp từ bây giờ. Hồ sơ đã nộp giữ số điện thoại và địa chỉ đã ghi khi nộp.</p>
      <form method="get" action="/tai-khoan/lien-he" className="stack">
        <PressOnChange>
          <SelectField
            name="tinh"
            label="Nơi ở hiện nay: tỉnh, thành phố"
            hint="Chọn xong thì danh sách xã, phường ở dưới đổi theo."
            value={province?.code ?? ''}
            options={[{ value: '', label: 'Chọn tỉnh, thành phố' }, ...provinces.map(asOption)]}
          />
          <button className="btn-link" type="submit">
            Hiện xã, phường của tỉnh đã chọn
          </button>
        </PressOnChange>
      </form>
      <ActionForm key={province?.code ?? ''} action={saveMyContactAction} start={{ values, errors: {}, message: null }}>
        <RequestId id={newId()} />
        <input type="hidden" name="provinceCode" value={province?.code ?? ''} />
        <FormSelect
          name="wardCode"
          label="Xã, phường, đặc khu"
          hint={province ? `Thuộc ${province.name}, theo địa giới từ ngày 01/7/2025.` : 'Chọn tỉnh, thành phố ở trên trước.'}
          options={[{ value: '', label: 'Chọn xã, phường, đặc khu' }, ...wards.map(asOption)]}
        />
        <FormText name="addressDetail" label="Số nhà, đường, thôn hoặc ấp" width="full" autoComplete="street-address" />
        <FormText name="phone" label="Số điện thoại" type="tel" width="phone" figures autoComplete="tel" />
        <FormText
          name="email"
          label="Thư điện tử (không bắt buộc)"
          type="email"
          width="half"
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
        />
        <Buttons>
          <SubmitButton>Lưu liên hệ</SubmitButton>
        </Buttons>
      </ActionForm>
    </Main>
  )
}

const asOption = ({ code, name }: { code: string; name: string }) => ({ value: code, label: name })
