import type { Metadata } from 'next'
import { shown } from '@/app/shown'
import { ActionForm } from '@/components/forms/action-form'
import { FormSelect, FormText } from '@/components/forms/form-field'
import { RequestId } from '@/components/forms/request-id'
import { SubmitButton } from '@/components/forms/submit-button'
import { StaffMain } from '@/components/layout/staff-page'
import { BackLink } from '@/components/ui/breadcrumbs'
import { Buttons } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { requireStaff } from '@/lib/identity/session'
import { findChanges } from '@/lib/staff/change-queries'
import { listProvinces, readCommune } from '@/lib/places/queries'
import { newId } from '@/lib/platform/clock'
import { EMPTY_FORM } from '@/lib/platform/form'
import { ADMIN, COMMUNE } from '../addresses'
import { Changes } from '../changes'
import { saveCommuneAction } from './actions'

export const metadata: Metadata = { title: 'Thông tin xã' }

/** What pages and papers say of the commune. */
export default async function CommunePage({ searchParams }: { searchParams: Promise<{ xong?: string | string[] }> }) {
  const actor = await requireStaff(COMMUNE)
  const [commune, provinces, changes] = await Promise.all([
    readCommune(actor, {}).then(shown),
    listProvinces(actor, {}).then(shown),
    findChanges(actor, { topic: 'COMMUNE' }).then(shown),
  ])
  const { email, host, provinceCode, ...facts } = commune
  const values = { ...facts, email: email ?? '', host: host ?? '', provinceCode: provinceCode ?? '' }
  return (
    <StaffMain>
      <BackLink href={ADMIN}>Về Quản trị</BackLink>
      {(await searchParams).xong === 'luu' ? <Notice live>Đã lưu. Trang và giấy tờ từ nay ghi như dưới đây.</Notice> : null}
      <ActionForm action={saveCommuneAction} start={{ ...EMPTY_FORM, values }}>
        <h1>Thông tin xã</h1>
        <p>Trang web và giấy tờ cấp từ nay lấy từ đây. Giấy tờ đã cấp giữ nguyên như lúc cấp.</p>
        <RequestId id={newId()} />
        <FormText name="name" label="Tên xã" hint="Trong câu, ví dụ xã Tân Hoà." width="half" />
        <FormText name="address" label="Địa chỉ Trung tâm" />
        <FormText name="phone" label="Điện thoại" type="tel" width="phone" />
        <FormText name="email" label="Thư điện tử (không bắt buộc)" type="email" width="half" />
        <FormSelect
          name="provinceCode"
          label="Tỉnh, thành phố"
          hint="Người nộp hồ sơ thấy tỉnh này được chọn sẵn ở ô địa chỉ."
          options={[{ value: '', label: 'Không chọn sẵn' }, ...provinces.map(({ code, name }) => ({ value: code, label: name }))]}
        />
        <h2>Đầu giấy tờ</h2>
        <FormText name="parentAgency" label="Cơ quan chủ quản" hint="Dòng trên, chữ in hoa." />
        <FormText name="centreName" label="Trung tâm" hint="Dòng dưới, chữ in hoa." />
        <FormText name="placeName" label="Địa danh" hint="Ghi trước ngày tháng, ví dụ Tân Hoà." width="half" />
        <h2>Mã và tên miền</h2>
        <FormText name="agencyCode" label="Mã cơ quan" hint="Đứng đầu mọi mã hồ sơ. Có hồ sơ rồi thì không đổi được." width="code" />
        <FormText
          name="host"
          label="Tên miền (không bắt buộc)"
          hint="Chỉ cần khi bản cài đặt có nhiều xã. Sai tên miền thì trang của xã không mở được."
          width="half"
          autoCapitalize="none"
          spellCheck={false}
        />
        <Buttons>
          <SubmitButton>Lưu thông tin xã</SubmitButton>
        </Buttons>
      </ActionForm>
      <Changes topic="COMMUNE" changes={changes} />
    </StaffMain>
  )
}
