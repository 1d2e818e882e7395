import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { shown } from '@/app/shown'
import { DossierCode } from '@/components/dossiers/dossier-code'
import { ActionForm } from '@/components/forms/action-form'
import { ErrorSummary } from '@/components/forms/error-summary'
import { RequestId } from '@/components/forms/request-id'
import { SubmitButton } from '@/components/forms/submit-button'
import { BackLink } from '@/components/ui/breadcrumbs'
import { ButtonLink, Buttons } from '@/components/ui/button'
import { EmptyState, Notice } from '@/components/ui/notice'
import { previewVersion } from '@/lib/dossiers/version-effect'
import { requireStaff } from '@/lib/identity/session'
import { newId } from '@/lib/platform/clock'
import { EMPTY_FORM } from '@/lib/platform/form'
import { NOTHING_NEW, unsentWords } from '@/lib/procedures/versions/words'
import { ROLE_WORDS } from '@/lib/staff/words'
import { dateWords, joinWords } from '@/lib/text/dates'
import { sentenceOf } from '@/lib/text/refusals'
import { inSentence } from '@/lib/text/typed-date'
import { publishVersionAction } from '../../actions'
import { draftHref, partHref, publishHref, versionsHref } from '../../addresses'
import { Differences } from '../../differences'

export const metadata: Metadata = { title: 'Xem trước khi công bố' }

type Address = { params: Promise<{ code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }
type Preview = Extract<Awaited<ReturnType<typeof previewVersion>>, { ok: true }>['value']

/** What publishing would touch and what is different; then the button. Looking changes nothing. */
export default async function PublishPage({ params, searchParams }: Address) {
  const { code } = await params
  const result = await previewVersion(await requireStaff(publishHref(code)), { code })
  if (!result.ok && result.code === 'draft_unreadable') redirect(versionsHref(code))
  const preview = await shown(result)
  const { missing, differences, firstDay, shortName, seen } = preview
  const isReady = missing.length === 0 && differences.length > 0 && firstDay !== null
  const { loi } = await searchParams
  return (
    <main className="queue" id="noi-dung" tabIndex={-1}>
      <BackLink href={draftHref(code)}>Về bản nháp</BackLink>
      <ErrorSummary errors={{}} message={loi === 'thieu' && !isReady ? sentenceOf({ code: 'version_incomplete', detail: {} }) : null} />
      <h1>Công bố phiên bản mới: {shortName}</h1>
      {isReady ? (
        <div className="work stack">
          <Touched preview={preview} firstDay={dateWords(firstDay)} />
        </div>
      ) : (
        <div className="work stack">
          <Faults code={code} missing={missing} isSame={differences.length === 0} />
        </div>
      )}
      <section className="officers">
        <h2>Khác phiên bản trước {differences.length} chỗ</h2>
        {differences.length === 0 ? (
          <EmptyState title="Bản nháp đang giống hệt phiên bản trước." />
        ) : (
          <Differences differences={differences} caption="Chỗ khác so với phiên bản trước" />
        )}
      </section>
      {isReady ? (
        <div className="work">
          <ActionForm action={publishVersionAction} start={EMPTY_FORM}>
            <p>
              Công bố xong, phiên bản áp dụng từ {dateWords(firstDay)}.{' '}
              {preview.isToday
                ? 'Bắt đầu ngay hôm nay nên không rút lại được nữa; sửa bằng một phiên bản sau.'
                : 'Trước ngày đó còn rút lại được.'}
            </p>
            <RequestId id={newId()} />
            <input type="hidden" name="code" value={code} />
            <input type="hidden" name="seen" value={seen} />
            <Buttons>
              <SubmitButton>Công bố phiên bản</SubmitButton>
              <a href={draftHref(code)}>Chưa công bố</a>
            </Buttons>
          </ActionForm>
        </div>
      ) : null}
    </main>
  )
}

function Faults({ code, missing, isSame }: { code: string; missing: Preview['missing']; isSame: boolean }) {
  return (
    <>
      <Notice tone="soon">
        <p>
          <strong>Chưa công bố được.</strong> Sửa những chỗ sau:
        </p>
        <ul className="plain">
          {missing.map(({ part, sentence }) => (
            <li key={sentence}>
              <a href={partHref(code, part)}>{sentence}</a>
            </li>
          ))}
          {isSame ? <li>{NOTHING_NEW}</li> : null}
        </ul>
      </Notice>
      <Buttons>
        <ButtonLink href={draftHref(code)} look="plain">
          Sửa bản nháp
        </ButtonLink>
      </Buttons>
    </>
  )
}

function Touched({ preview, firstDay }: { preview: Preview; firstDay: string }) {
  const { touched, before, gone, leavesNetwork, unfilled, without } = preview
  const open = touched.received + touched.sent
  const more = open - touched.named.length
  return (
    <>
      <Group title={open === 0 ? 'Không có hồ sơ nào đang mở' : `${open} hồ sơ đang mở giữ phiên bản cũ`}>
        <p>
          {open === 0
            ? 'Xã chưa có hồ sơ nào của thủ tục này đang giải quyết.'
            : 'Thời hạn, giấy tờ, phí và quy trình của những hồ sơ này không đổi.'}
          {touched.elsewhere > 0 ? ` Thêm ${touched.elsewhere} hồ sơ ở các xã khác trên bản cài đặt, cũng giữ nguyên.` : ''}
        </p>
        {touched.sent > 0 ? (
          <p className="note">
            Trong đó {touched.sent} hồ sơ đã gửi mà chưa tiếp nhận: cũng theo phiên bản lúc gửi. Văn bản mới buộc theo quy định mới kể cả hồ
            sơ chưa tiếp nhận thì Một cửa phải yêu cầu bổ sung từng hồ sơ.
          </p>
        ) : null}
        {touched.named.length > 0 ? (
          <details>
            <summary>Mã các hồ sơ</summary>
            <ul className="plain">
              {touched.named.map((dossier) => (
                <li key={dossier}>
                  <DossierCode code={dossier} />
                </li>
              ))}
            </ul>
            {more > 0 ? <p className="note">và {more} hồ sơ khác.</p> : null}
          </details>
        ) : null}
      </Group>
      <Group title={`Hồ sơ gửi từ ${firstDay} theo phiên bản mới`}>
        <p>
          Phiên bản từ {dateWords(before.from)} hết hiệu lực sau ngày {before.lastDay === null ? '' : dateWords(before.lastDay)}.
        </p>
        <p>{unsentWords(touched, firstDay)}</p>
        {gone.length > 0 ? <p>Tệp đã tải lên bản nháp cho {joinWords(gone.map(inSentence))} sẽ bỏ đi.</p> : null}
        {leavesNetwork ? <p>Thủ tục không còn nộp qua mạng: bản nháp chưa gửi không gửi được nữa, người dân phải đến quầy.</p> : null}
      </Group>
      {unfilled.length > 0 || without.length > 0 ? (
        <Notice tone="soon">
          <ul className="plain">
            {unfilled.map(({ role, department, steps }) => (
              <li key={`${role} ${department ?? ''}`}>
                Chưa ai là {ROLE_WORDS[role]}
                {department === null ? '' : ` ở ${department}`} để làm bước {joinWords(steps)}.
              </li>
            ))}
            {without.length > 0 ? <li>Chưa có phòng mà phiên bản này chỉ định: {joinWords(without)}.</li> : null}
          </ul>
        </Notice>
      ) : null}
    </>
  )
}

const Group = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="stack">
    <h2>{title}</h2>
    {children}
  </section>
)
