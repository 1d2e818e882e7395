import type { Metadata } from 'next'
import { TaskList } from '@/components/dossiers/task-list'
import { StaffMain } from '@/components/layout/staff-page'
import { BackLink } from '@/components/ui/breadcrumbs'
import { ButtonLink, Buttons } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PARTS } from '@/lib/procedures/versions/rules'
import { FORMER_OFFICER } from '@/lib/staff/words'
import { dateWords, momentWords } from '@/lib/text/dates'
import { dropHref, PART_PLACE, partHref, publishHref, versionsHref } from '../../addresses'
import { openVersionDraft } from '../open-draft'

export const metadata: Metadata = { title: 'Soạn phiên bản mới' }

type Address = { params: Promise<{ code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The draft of a procedure's next version, page by page; what is wrong stands at its page. */
export default async function VersionDraftPage({ params, searchParams }: Address) {
  const { code } = await params
  const { content, missing, newest, savedAt, by } = await openVersionDraft(code)
  const { luu } = await searchParams
  const part = PARTS.find((one) => one === luu)
  return (
    <StaffMain>
      <BackLink href={versionsHref(code)}>Về các phiên bản</BackLink>
      {part ? <Notice live>Đã lưu phần {PART_PLACE[part].title}.</Notice> : null}
      {luu === 'rut' ? <Notice live>Đã rút phiên bản. Nội dung của nó ở lại đây thành bản nháp.</Notice> : null}
      <h1>Soạn phiên bản mới: {content.shortName}</h1>
      <p className="note">
        Tiếp theo phiên bản từ {dateWords(newest.validFrom)}. {by ?? FORMER_OFFICER} lưu lúc {momentWords(savedAt)}. Chưa công bố thì người
        dân không thấy gì.
      </p>
      <TaskList
        tasks={PARTS.map((one) => ({
          key: one,
          label: PART_PLACE[one].title,
          href: partHref(code, one),
          done: !missing.some((fault) => fault.part === one),
        }))}
      />
      {missing.length === 0 ? null : (
        <>
          <h2>Cần sửa trước khi công bố</h2>
          <ul className="plain">
            {missing.map(({ part: at, sentence }) => (
              <li key={sentence}>
                <a href={partHref(code, at)}>{sentence}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <Buttons>
        <ButtonLink href={publishHref(code)}>Xem trước khi công bố</ButtonLink>
        <a href={dropHref(code)}>Bỏ bản nháp</a>
      </Buttons>
    </StaffMain>
  )
}
