import type { ReactNode } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import { FormText, FormTextarea } from '@/components/forms/form-field'
import { RequestId } from '@/components/forms/request-id'
import { SubmitButton } from '@/components/forms/submit-button'
import { StaffMain } from '@/components/layout/staff-page'
import { Button, ButtonLink, Buttons } from '@/components/ui/button'
import { EmptyState, Notice } from '@/components/ui/notice'
import { newId } from '@/lib/platform/clock'
import { EMPTY_FORM } from '@/lib/platform/form'
import type { List } from '@/lib/procedures/versions/content'
import { detailOfFee, detailOfPaper, detailOfStep } from '@/lib/procedures/versions/texts'
import { arrangeVersionEntryAction, saveVersionPartAction } from '../../../actions'
import { draftHref, entryHref, PART_PLACE } from '../../../addresses'
import { boxesOfPart } from '../../../boxes'
import { ENTRY_WORDS } from '../../../entry-words'
import type { OpenVersionDraft } from '../../open-draft'
import { DraftHead, PartHead } from './draft-head'

const DONE: Readonly<Record<string, string>> = { 1: 'Đã lưu.', chuyen: 'Đã đổi thứ tự.', bo: 'Đã bỏ một mục.' }

type Listed = {
  entries: (draft: OpenVersionDraft) => readonly { name: string; detail: string }[]
  /** What is said above the entries. */
  lead: (draft: OpenVersionDraft) => ReactNode
  /** Whether their order means something. */
  isOrdered: boolean
  Below?: (props: { draft: OpenVersionDraft }) => ReactNode
}

const LISTED: Record<List, Listed> = {
  papers: {
    entries: ({ content }) => content.papers.map((paper) => ({ name: paper.name, detail: detailOfPaper(paper) })),
    lead: () => <p>Giấy tờ giữ tên cũ thì tệp trong bản nháp của người dân đi theo; giấy tờ bỏ đi thì tệp của nó cũng bỏ.</p>,
    isOrdered: true,
  },
  way: {
    entries: ({ content, departments }) => {
      const nameOf = (code: string) => departments.find((department) => department.code === code)?.name ?? code
      return content.way.map((step) => ({ name: step.name, detail: detailOfStep(step, nameOf) }))
    },
    lead: ({ sum }) => (sum.fits ? <p>{sum.sentence}.</p> : <Notice tone="soon">{sum.sentence}.</Notice>),
    isOrdered: true,
  },
  fees: {
    entries: ({ content }) => content.fees.map((fee) => ({ name: fee.name, detail: detailOfFee(fee) })),
    lead: () => <p>Mỗi khoản thu tính tiền trên hồ sơ. Lời bên dưới người dân đọc; sửa mức thì sửa cả hai.</p>,
    isOrdered: false,
    Below: FeeWords,
  },
}

/** What people read of the fees, beside what is charged. */
function FeeWords({ draft }: { draft: OpenVersionDraft }) {
  return (
    <ActionForm action={saveVersionPartAction} start={{ ...EMPTY_FORM, values: boxesOfPart('fees', draft.content, draft.earliest) }}>
      <h2>Lời cho người dân</h2>
      <PartHead draft={draft} part="fees" />
      <FormTextarea name="feeSentence" label="Câu về phí, lệ phí" hint="Hiện ở trang thủ tục." rows={4} />
      <FormText name="feeShort" label="Ghi ngắn" hint="Hiện trong danh sách, ví dụ 8.000 đồng." width="half" autoComplete="off" />
      <Buttons>
        <SubmitButton look="plain">Lưu lời về phí</SubmitButton>
      </Buttons>
    </ActionForm>
  )
}

/** The entries in their order, each with its page, and buttons to move it or take it out. */
export function ListPage({ draft, done, list }: { draft: OpenVersionDraft; done: string | null; list: List }) {
  const said = done === null ? undefined : DONE[done]
  const { entries: entriesOf, lead, isOrdered, Below } = LISTED[list]
  const entries = entriesOf(draft)
  return (
    <StaffMain>
      <DraftHead draft={draft} back={{ href: draftHref(draft.code), words: 'Về bản nháp' }} title={PART_PLACE[list].title}>
        {said ? <Notice live>{said}</Notice> : null}
      </DraftHead>
      {lead(draft)}
      {entries.length === 0 ? (
        <EmptyState title={ENTRY_WORDS[list].none} />
      ) : (
        <ol className="entries">
          {entries.map(({ name, detail }, index) => (
            <li key={`${index} ${name}`}>
              <div>
                <a href={entryHref(draft.code, list, index + 1)}>{name}</a>
                <span className="note">{detail}</span>
              </div>
              <ActionForm action={arrangeVersionEntryAction} start={EMPTY_FORM} className="entry-acts">
                <RequestId id={newId()} />
                <input type="hidden" name="code" value={draft.code} />
                <input type="hidden" name="list" value={list} />
                <input type="hidden" name="at" value={index + 1} />
                <input type="hidden" name="seen" value={draft.marks[list]} />
                {isOrdered && index > 0 ? <Act to="up" label="Lên" name={name} /> : null}
                {isOrdered && index < entries.length - 1 ? <Act to="down" label="Xuống" name={name} /> : null}
                <Act to="out" label="Bỏ" name={name} />
              </ActionForm>
            </li>
          ))}
        </ol>
      )}
      <Buttons>
        <ButtonLink href={entryHref(draft.code, list, null)} look="plain">
          {ENTRY_WORDS[list].add}
        </ButtonLink>
      </Buttons>
      {Below ? <Below draft={draft} /> : null}
    </StaffMain>
  )
}

const Act = ({ to, label, name }: { to: 'up' | 'down' | 'out'; label: string; name: string }) => (
  <Button look="plain" name="to" value={to}>
    {label}
    <span className="vh"> {name}</span>
  </Button>
)
