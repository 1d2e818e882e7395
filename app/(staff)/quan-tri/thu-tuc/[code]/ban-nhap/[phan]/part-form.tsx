import type { ReactNode } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import { FormCheckbox, FormDate, FormRadios, FormSelect, FormText, FormTextarea } from '@/components/forms/form-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { StaffMain } from '@/components/layout/staff-page'
import { Buttons } from '@/components/ui/button'
import { EMPTY_FORM } from '@/lib/platform/form'
import type { List } from '@/lib/procedures/versions/content'
import type { Part } from '@/lib/procedures/versions/rules'
import { departmentOption, LEVEL_WORDS } from '@/lib/procedures/versions/words'
import { dateWords, sentenceCase } from '@/lib/text/dates'
import { UNIT_WORDS } from '@/lib/text/limits'
import { saveVersionPartAction } from '../../../actions'
import { draftHref, PART_PLACE } from '../../../addresses'
import { boxesOfPart } from '../../../boxes'
import { optionsOf } from '../../../options'
import type { OpenVersionDraft } from '../../open-draft'
import { DraftHead, PartHead } from './draft-head'

type FormPart = Exclude<Part, List>

/** One form of a version, saved by itself. */
export function PartForm({ draft, part }: { draft: OpenVersionDraft; part: FormPart }) {
  return (
    <StaffMain>
      <ActionForm action={saveVersionPartAction} start={{ ...EMPTY_FORM, values: boxesOfPart(part, draft.content, draft.earliest) }}>
        <DraftHead draft={draft} back={{ href: draftHref(draft.code), words: 'Về bản nháp' }} title={PART_PLACE[part].title} />
        <PartHead draft={draft} part={part} />
        {FIELDS[part](draft)}
        <Buttons>
          <SubmitButton>Lưu phần này</SubmitButton>
        </Buttons>
      </ActionForm>
    </StaffMain>
  )
}

const FIELDS: Record<FormPart, (draft: OpenVersionDraft) => ReactNode> = {
  names: () => (
    <>
      <FormText name="name" label="Tên thủ tục" hint="Như quyết định công bố thủ tục." maxLength={200} autoComplete="off" />
      <FormText name="shortName" label="Tên gọi tắt" hint="Nhiều nhất 45 chữ, hiện trong danh sách." width="half" autoComplete="off" />
      <FormTextarea name="lead" label="Giới thiệu" hint="Một câu: thủ tục này để làm gì." rows={3} />
      <FormText name="result" label="Kết quả" hint="Giấy tờ người dân nhận được." autoComplete="off" />
    </>
  ),
  limit: ({ departments }) => (
    <>
      <FormText name="value" label="Thời hạn giải quyết" width="four" figures inputMode="numeric" autoComplete="off" />
      <FormRadios
        name="unit"
        label="Tính bằng"
        choices={optionsOf(UNIT_WORDS).map(({ value, label }) => ({
          value,
          label: sentenceCase(label),
          ...(value === 'SAME_DAY' ? { hint: 'Không cần ghi số.' } : {}),
        }))}
      />
      <FormTextarea name="limitNote" label="Ghi chú thời hạn (không bắt buộc)" rows={2} />
      <FormRadios name="onlineLevel" label="Mức trực tuyến" choices={optionsOf(LEVEL_WORDS)} />
      <FormTextarea
        name="bring"
        label="Phải mang đến hoặc làm tại quầy"
        hint="Bắt buộc khi chỉ làm tại quầy; để trống nếu không có."
        rows={2}
      />
      <FormSelect name="departmentCode" label="Phòng giải quyết" options={departments.map(departmentOption)} />
      <FormCheckbox name="interAgency" label="Có cơ quan khác cùng giải quyết (liên thông)" />
    </>
  ),
  basis: () => (
    <>
      <FormTextarea name="texts" label="Văn bản" hint="Mỗi dòng một văn bản, kèm số: Luật Hộ tịch 60/2014/QH13." rows={10} />
      <FormCheckbox
        name="verified"
        label="Đã đối chiếu với quyết định công bố đang có hiệu lực"
        hint="Chưa đánh dấu thì trang người dân ghi là đang đối chiếu."
      />
    </>
  ),
  day: ({ earliest, newest }) => (
    <>
      <p>
        Hồ sơ nộp từ ngày này theo phiên bản mới. Phiên bản trước, từ {dateWords(newest.validFrom)}, hết hiệu lực vào hôm trước. Sớm nhất là{' '}
        {dateWords(earliest)}.
      </p>
      <FormDate name="firstDay" label="Áp dụng từ ngày" />
    </>
  ),
}
