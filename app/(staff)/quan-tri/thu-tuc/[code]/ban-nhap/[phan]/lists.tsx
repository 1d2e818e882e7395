import type { ReactNode } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import { FormText, FormTextarea } from '@/components/forms/form-field'
import { RequestId } from '@/components/forms/request-id'
import { SubmitButton } from '@/components/forms/submit-button'
import { StaffMain } from '@/components/layout/staff-page'
import { BackLink } from '@/components/ui/breadcrumbs'
import { Button, ButtonLink, Buttons } from '@/components/ui/button'
import { EmptyState, Notice } from '@/components/ui/notice'
import { newId } from '@/lib/platform/clock'
import { EMPTY_FORM } from '@/lib/platform/form'
import type { List } from '@/lib/procedures/versions/content'
import { detailOfFee, detailOfPaper, detailOfStep } from '@/lib/procedures/versions/texts'
import { arrangeVersionEntryAction, saveVersionPartAction } from '../../../actions'
import { draftHref, entryHref, PART_PLACE } from '../../../addresses'
import { boxesOfPart } from '../../../boxes'
import type { OpenVersionDraft } from '../../open-draft'
import { PartHead } from './part-form'

type ListPage = { draft: OpenVersionDraft; done: string | null }

const DONE: Readonly<Record<string, string>> = { 1: 'Đã lưu.', chuyen: 'Đã đổi thứ tự.', bo: 'Đã bỏ một mục.' }

export const PapersPage = ({ draft, done }: ListPage) => (
  <Listed
    draft={draft}
    done={done}
    list="papers"
    add="Thêm giấy tờ"
    entries={draft.content.papers.map((paper) => ({ name: paper.name, detail: detailOfPaper(paper) }))}
  >
    <p>Giấy tờ giữ tên cũ thì tệp trong bản nháp của người dân đi theo; giấy tờ bỏ đi thì tệp của nó cũng bỏ.</p>
  </Listed>
)

export const WayPage = ({ draft, done }: ListPage) => {
  const nameOf = (code: string) => draft.departments.find((department) => department.code === code)?.name ?? code
  return (
    <Listed
      draft={draft}
      done={done}
      list="way"
      add="Thêm bước"
      entries={draft.content.way.map((step) => ({ name: step.name, detail: detailOfStep(step, nameOf) }))}
    >
      {draft.sum.fits ? <p>{draft.sum.sentence}.</p> : <Notice tone="soon">{draft.sum.sentence}.</Notice>}
    </Listed>
  )
}

export const FeesPage = ({ draft, done }: ListPage) => (
  <Listed
    draft={draft}
    done={done}
    list="fees"
    add="Thêm khoản thu"
    entries={draft.content.fees.map((fee) => ({ name: fee.name, detail: detailOfFee(fee) }))}
    below={
      <ActionForm action={saveVersionPartAction} start={{ ...EMPTY_FORM, values: boxesOfPart('fees', draft.content, draft.earliest) }}>
        <h2>Lời cho người dân</h2>
        <PartHead draft={draft} part="fees" />
        <FormTextarea name="feeSentence" label="Câu về phí, lệ phí" hint="Hiện ở trang thủ tục." rows={4} />
        <FormText name="feeShort" label="Ghi ngắn" hint="Hiện trong danh sách, ví dụ 8.000 đồng." width="half" autoComplete="off" />
        <Buttons>
          <SubmitButton look="plain">Lưu lời về phí</SubmitButton>
        </Buttons>
      </ActionForm>
    }
  >
    <p>Mỗi khoản thu tính tiền trên hồ sơ. Lời bên dưới người dân đọc; sửa mức thì sửa cả hai.</p>
  </Listed>
)

type ListedProps = ListPage & {
  list: List
  add: string
  entries: readonly { name: string; detail: string }[]
  below?: ReactNode
  children: ReactNode
}

/** The entries in their order, each with its page, and buttons to move it or take it out. */
function Listed({ draft, done, list, add, entries, below, children }: ListedProps) {
  const said = done === null ? undefined : DONE[done]
  return (
    <StaffMain>
      <BackLink href={draftHref(draft.code)}>Về bản nháp</BackLink>
      {said ? <Notice live>{said}</Notice> : null}
      <p className="kicker">{draft.content.shortName}, phiên bản mới</p>
      <h1>{PART_PLACE[list].title}</h1>
      {children}
      {entries.length === 0 ? (
        <EmptyState title={list === 'fees' ? 'Không có khoản thu nào.' : 'Chưa có mục nào.'} />
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
                {list === 'fees' || index === 0 ? null : <Act to="up" label="Lên" name={name} />}
                {list === 'fees' || index === entries.length - 1 ? null : <Act to="down" label="Xuống" name={name} />}
                <Act to="out" label="Bỏ" name={name} />
              </ActionForm>
            </li>
          ))}
        </ol>
      )}
      <Buttons>
        <ButtonLink href={entryHref(draft.code, list, null)} look="plain">
          {add}
        </ButtonLink>
      </Buttons>
      {below}
    </StaffMain>
  )
}

const Act = ({ to, label, name }: { to: 'up' | 'down' | 'out'; label: string; name: string }) => (
  <Button look="plain" name="to" value={to}>
    {label}
    <span className="vh"> {name}</span>
  </Button>
)
