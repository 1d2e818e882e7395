import type { Metadata } from 'next'
import { TaskList } from '@/components/dossiers/task-list'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/submit-button'
import { Main } from '@/components/layout/citizen-page'
import { BackLink } from '@/components/ui/breadcrumbs'
import { ButtonLink, Buttons } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { DRAFT_PARTS } from '@/lib/dossiers/draft-rules'
import { EMPTY_FORM } from '@/lib/platform/form'
import { dateWords, momentWords } from '@/lib/text/dates'
import { startDraftAction } from '../../actions'
import { deleteHref, PART_PATH, stepHref, STEPS } from '../../steps'
import { type DraftAddress, openDraft, type OpenDraft } from './open-draft'

export const metadata: Metadata = { title: 'Bản nháp' }

export default async function DraftOverviewPage(address: DraftAddress) {
  const draft = await openDraft(address, 'overview')
  return (
    <Main>
      <BackLink href="/ho-so">Về Hồ sơ của tôi</BackLink>
      <p className="kicker">Bản nháp, chưa gửi</p>
      <h1>{draft.procedure.name}</h1>
      <p className="note">
        Lưu lúc <time dateTime={draft.savedAt.toISOString()}>{momentWords(draft.savedAt)}</time>. Không gửi thì tự xóa sau ngày{' '}
        <time dateTime={draft.keptUntil}>{dateWords(draft.keptUntil)}</time>.
      </p>
      {draft.outdated ? <Outdated draft={draft} /> : <Parts draft={draft} />}
    </Main>
  )
}

/** The law has changed since: the draft goes on by the new version, or not at all. */
function Outdated({ draft }: { draft: OpenDraft }) {
  return (
    <>
      <Notice tone="soon">
        <p>
          <strong>Quy định của thủ tục này đã thay đổi.</strong> Nội dung đã khai và giấy tờ còn dùng được sẽ được giữ lại; phần nào cần
          thêm sẽ được hỏi thêm.
        </p>
      </Notice>
      <ActionForm action={startDraftAction} start={EMPTY_FORM}>
        <input type="hidden" name="procedure" value={draft.procedure.code} />
        <Buttons>
          <SubmitButton>Làm tiếp theo quy định mới</SubmitButton>
          <a href={deleteHref(draft.place)}>Xóa bản nháp</a>
        </Buttons>
      </ActionForm>
    </>
  )
}

function Parts({ draft: { place, missing } }: { draft: OpenDraft }) {
  const titleOf = (path: string) => STEPS.find((step) => step.path === path)?.title ?? ''
  const open = DRAFT_PARTS.filter((part) => missing.some((one) => one.part === part))
  const [first] = open
  const check = { key: 'kiem-tra', label: 'Kiểm tra và gửi' }
  return (
    <>
      <TaskList
        tasks={[
          ...DRAFT_PARTS.map((part) => ({
            key: part,
            label: titleOf(PART_PATH[part]),
            href: stepHref(place, PART_PATH[part]),
            done: !open.includes(part),
          })),
          first === undefined ? { ...check, href: stepHref(place, 'kiem-tra'), done: false } : { ...check, after: 'Sau các phần trên' },
        ]}
      />
      <Buttons>
        <ButtonLink href={stepHref(place, first === undefined ? 'kiem-tra' : PART_PATH[first])}>Làm tiếp</ButtonLink>
        <a href={deleteHref(place)}>Xóa bản nháp</a>
      </Buttons>
    </>
  )
}
