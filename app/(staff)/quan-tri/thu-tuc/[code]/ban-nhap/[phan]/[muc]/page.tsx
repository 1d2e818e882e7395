import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { nowhere } from '@/app/shown'
import { ActionForm } from '@/components/forms/action-form'
import { FormCheckbox, FormDate, FormRadios, FormSelect, FormText, FormTextarea } from '@/components/forms/form-field'
import { RequestId } from '@/components/forms/request-id'
import { SubmitButton } from '@/components/forms/submit-button'
import { StaffMain } from '@/components/layout/staff-page'
import { Buttons } from '@/components/ui/button'
import { newId } from '@/lib/platform/clock'
import { EMPTY_FORM } from '@/lib/platform/form'
import { LISTS, type List } from '@/lib/procedures/versions/content'
import {
  departmentOption,
  FEE_CHANNEL_WORDS,
  FEE_KIND_WORDS,
  FEE_PER_WORDS,
  REQUIREMENT_WORDS,
  STEP_KIND_WORDS,
} from '@/lib/procedures/versions/words'
import { ROLE_WORDS } from '@/lib/staff/words'
import { sentenceCase } from '@/lib/text/dates'
import { saveVersionEntryAction } from '../../../../actions'
import { PART_PLACE, partHref } from '../../../../addresses'
import { ENTRY_WORDS } from '../../../../entry-words'
import { type Boxes, boxesOfFee, boxesOfPaper, boxesOfStep } from '../../../../boxes'
import { optionsOf } from '../../../../options'
import { type OpenVersionDraft, openVersionDraft } from '../../../open-draft'
import { DraftHead } from '../draft-head'

type Address = { params: Promise<{ code: string; phan: string; muc: string }> }

const listOf = (path: string): List | null => LISTS.find((list) => PART_PLACE[list].path === path) ?? null

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const { phan, muc } = await params
  const list = listOf(phan)
  return list ? { title: ENTRY_WORDS[list][muc === 'them' ? 'add' : 'change'] } : {}
}

/** One entry of a list of a version: a paper, a fee or a step, written anew or changed. */
export default async function VersionEntryPage({ params }: Address) {
  const { code, phan, muc } = await params
  const list = listOf(phan) ?? (await nowhere())
  const draft = await openVersionDraft(code)
  const at = muc === 'them' ? null : Number(muc)
  if (at !== null && !(Number.isInteger(at) && at >= 1 && at <= draft.content[list].length)) await nowhere()
  return (
    <StaffMain>
      <ActionForm action={saveVersionEntryAction} start={{ ...EMPTY_FORM, values: BOXES[list](draft, at === null ? -1 : at - 1) }}>
        <DraftHead
          draft={draft}
          back={{ href: partHref(code, list), words: `Về ${PART_PLACE[list].title}` }}
          title={ENTRY_WORDS[list][at === null ? 'add' : 'change']}
        />
        <RequestId id={newId()} />
        <input type="hidden" name="code" value={code} />
        <input type="hidden" name="list" value={list} />
        <input type="hidden" name="at" value={at ?? ''} />
        <input type="hidden" name="seen" value={draft.marks[list]} />
        {FIELDS[list](draft)}
        <Buttons>
          <SubmitButton>{at === null ? ENTRY_WORDS[list].add : 'Lưu'}</SubmitButton>
        </Buttons>
      </ActionForm>
    </StaffMain>
  )
}

/** What stands in the boxes; no entry at `index`: what a new one begins with. */
const BOXES: Record<List, (draft: OpenVersionDraft, index: number) => Boxes> = {
  papers: ({ content }, index) => boxesOfPaper(content.papers[index] ?? null),
  fees: ({ content }, index) => boxesOfFee(content.fees[index] ?? null),
  way: ({ content }, index) => boxesOfStep(content.way[index] ?? null),
}

const { admin: _admin, cashier: _cashier, ...WORKING } = ROLE_WORDS

const FIELDS: Record<List, (draft: OpenVersionDraft) => ReactNode> = {
  papers: () => (
    <>
      <FormText name="name" label="Tên giấy tờ" maxLength={200} autoComplete="off" />
      <FormRadios name="requirement" label="Khi nào cần" choices={optionsOf(REQUIREMENT_WORDS)} />
      <FormText
        name="question"
        label="Câu hỏi nếu thuộc trường hợp"
        hint="Người nộp trả lời Có hoặc Không, ví dụ: Có nộp thay người khác không?"
        autoComplete="off"
      />
      <FormText name="originals" label="Số bản chính" width="four" figures inputMode="numeric" autoComplete="off" />
      <FormText name="copies" label="Số bản sao" width="four" figures inputMode="numeric" autoComplete="off" />
      <FormText name="formName" label="Mẫu (không bắt buộc)" hint="Tên mẫu và văn bản ban hành mẫu." autoComplete="off" />
      <FormTextarea name="note" label="Ghi chú cho người nộp (không bắt buộc)" rows={3} />
    </>
  ),
  fees: () => (
    <>
      <FormText name="name" label="Tên khoản thu" autoComplete="off" />
      <FormRadios name="kind" label="Là" choices={optionsOf(FEE_KIND_WORDS)} />
      <FormText name="amount" label="Mức thu, đồng" width="code" figures inputMode="numeric" autoComplete="off" />
      <FormRadios name="per" label="Thu theo" choices={capitals(FEE_PER_WORDS)} />
      <FormRadios name="channel" label="Áp dụng cho" choices={capitals(FEE_CHANNEL_WORDS)} />
      <FormText
        name="condition"
        label="Chỉ thu khi (không bắt buộc)"
        hint="Để trống nếu luôn thu. Ví dụ: Đăng ký quá hạn."
        autoComplete="off"
      />
      <FormDate name="from" label="Thu từ ngày (không bắt buộc)" hint="Để trống: từ ngày đầu của phiên bản." />
      <FormDate name="to" label="Thu đến hết ngày (không bắt buộc)" />
      <FormText name="source" label="Căn cứ mức thu" hint="Nghị quyết, thông tư quy định mức." autoComplete="off" />
      <FormCheckbox name="verified" label="Đã đối chiếu với văn bản đang có hiệu lực" />
    </>
  ),
  way: ({ departments }) => (
    <>
      <FormSelect name="kind" label="Loại bước" options={optionsOf(STEP_KIND_WORDS)} />
      <FormText name="name" label="Tên bước" autoComplete="off" />
      <FormSelect name="role" label="Ai làm" options={[{ value: '', label: 'Người đang giải quyết' }, ...capitals(WORKING)]} />
      <FormSelect
        name="departmentCode"
        label="Ở đâu"
        options={[{ value: '', label: 'Nơi giải quyết thủ tục, hoặc nơi vai trò ấy làm việc' }, ...departments.map(departmentOption)]}
      />
      <FormText
        name="minutes"
        label="Số giờ làm việc"
        hint="Một ngày làm việc là 8 giờ."
        width="four"
        figures
        inputMode="decimal"
        autoComplete="off"
      />
    </>
  ),
}

function capitals(words: Readonly<Record<string, string>>): { value: string; label: string }[] {
  return optionsOf(words).map(({ value, label }) => ({ value, label: sentenceCase(label) }))
}
