import type { Metadata } from 'next'
import { cache } from 'react'
import { shown } from '@/app/shown'
import { ActionForm } from '@/components/forms/action-form'
import { RequestId } from '@/components/forms/request-id'
import { SubmitButton } from '@/components/forms/submit-button'
import { QueueHead } from '@/components/layout/staff-page'
import { BackLink } from '@/components/ui/breadcrumbs'
import { ButtonLink, Buttons } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { type Column, Ledger } from '@/components/ui/table'
import { Tag, type TagFamily } from '@/components/ui/tag'
import { limitWords } from '@/lib/text/limits'
import { requireStaff } from '@/lib/identity/session'
import { newId } from '@/lib/platform/clock'
import { EMPTY_FORM } from '@/lib/platform/form'
import { readVersions } from '@/lib/procedures/versions/queries'
import { FORMER_OFFICER } from '@/lib/staff/words'
import { dateWords, momentWords, shortMoment } from '@/lib/text/dates'
import { inSentence } from '@/lib/text/typed-date'
import { draftHref, dropHref, VERSIONS, versionsHref, withdrawHref } from '../addresses'
import { startVersionAction } from '../actions'
import { Differences } from '../differences'

type Address = { params: Promise<{ code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }
type Kept = Extract<Awaited<ReturnType<typeof readVersions>>, { ok: true }>['value']
type Version = Kept['versions'][number]

/** Title and page read the same versions; one request reads them once. */
const versionsOf = cache(async (code: string) => readVersions(await requireStaff(versionsHref(code)), { code }).then(shown))

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  return { title: `Phiên bản: ${(await versionsOf((await params).code)).shortName}` }
}

const STANDING: Record<Version['standing'], { family: TagFamily; label: string }> = {
  now: { family: 'work', label: 'Đang áp dụng' },
  coming: { family: 'wait', label: 'Chưa bắt đầu' },
  over: { family: 'closed', label: 'Đã thôi áp dụng' },
}

const COLUMNS: readonly Column[] = [
  { key: 'span', head: 'Hiệu lực', className: 'person', rowHeader: true },
  { key: 'says', head: 'Thời hạn, phí', width: '28%' },
  { key: 'by', head: 'Công bố', width: '26%' },
  { key: 'standing', head: 'Hiện nay', width: '20%' },
]

const DONE: Readonly<Record<string, string>> = {
  'cong-bo': 'Đã công bố phiên bản mới. Hồ sơ đang mở giữ phiên bản cũ.',
  bo: 'Đã bỏ bản nháp. Phiên bản đang áp dụng giữ nguyên.',
}

/** One procedure: the version in force, those before and to come, who published them, and the draft of the next one. */
export default async function VersionsPage({ params, searchParams }: Address) {
  const kept = await versionsOf((await params).code)
  const { xong } = await searchParams
  const done = typeof xong === 'string' ? DONE[xong] : undefined
  return (
    <main className="queue" id="noi-dung" tabIndex={-1}>
      <BackLink href={VERSIONS}>Về Thủ tục và phiên bản</BackLink>
      {done ? <Notice live>{done}</Notice> : null}
      <QueueHead
        title={kept.name}
        summary={
          <>
            Mã {kept.code}. <a href={`/thu-tuc/${kept.code}`}>Trang người dân đang thấy</a>
          </>
        }
      />
      <div className="work stack">
        <Next kept={kept} />
      </div>
      <section className="officers">
        <h2>Các phiên bản</h2>
        <Ledger caption="Các phiên bản, mới nhất lên trước" look="risk" columns={COLUMNS} rows={kept.versions.map(rowOf)} />
      </section>
      {kept.changes.length === 0 ? null : <History changes={kept.changes} />}
    </main>
  )
}

/** What can be done next: go on with a draft, begin one, take the coming version back. */
function Next({ kept: { code, draft, isKeeper, keeper, withdrawable, versions } }: { kept: Kept }) {
  if (!isKeeper)
    return <p>Thủ tục dùng chung cho mọi xã trên bản cài đặt, do quản trị {keeper.name} soạn và công bố. Cần sửa thì báo nơi đó.</p>
  if (draft)
    return (
      <>
        <Notice>
          Đang có bản nháp phiên bản mới, {draft.by ?? inSentence(FORMER_OFFICER)} lưu lúc {momentWords(draft.savedAt)}. Người dân chưa thấy
          gì.
          {draft.isReadable ? '' : ' Bản nháp này không đọc lại được nữa: bỏ đi rồi soạn lại.'}
        </Notice>
        <Buttons>
          {draft.isReadable ? <ButtonLink href={draftHref(code)}>Soạn tiếp</ButtonLink> : null}
          <a href={dropHref(code)}>Bỏ bản nháp</a>
        </Buttons>
      </>
    )
  const [newest] = versions
  return (
    <ActionForm action={startVersionAction} start={EMPTY_FORM}>
      <p>
        Bản nháp chép từ phiên bản {newest?.standing === 'coming' ? 'sắp áp dụng' : 'đang áp dụng'}; sửa từng phần, xem trước rồi mới công
        bố.
      </p>
      <RequestId id={newId()} />
      <input type="hidden" name="code" value={code} />
      <Buttons>
        <SubmitButton>Soạn phiên bản mới</SubmitButton>
        {withdrawable === null ? null : <a href={withdrawHref(code)}>Rút phiên bản từ {dateWords(withdrawable.validFrom)}</a>}
      </Buttons>
    </ActionForm>
  )
}

const rowOf = ({ id, validFrom, validTo, standing, verified, limit, feeShort, published }: Version) => ({
  key: id,
  cells: {
    span: `Từ ${dateWords(validFrom)}${validTo === null ? '' : ` đến hết ${dateWords(validTo)}`}`,
    says: (
      <>
        {limitWords(limit)}
        <span className="note">{feeShort}</span>
      </>
    ),
    by: published ? `${published.by ?? FORMER_OFFICER}, ${shortMoment(published.at)}` : 'Có sẵn khi cài đặt',
    standing: (
      <>
        <Tag family={STANDING[standing].family}>{STANDING[standing].label}</Tag>
        {verified ? null : <span className="note">chưa đối chiếu</span>}
      </>
    ),
  },
})

/** Who changed what, newest first. */
function History({ changes }: Pick<Kept, 'changes'>) {
  return (
    <section className="officers">
      <h2>Ai đã đổi gì</h2>
      {changes.map(({ id, at, act, from, by, differences }) => (
        <div key={id} className="version-change">
          <h3>
            {by ?? FORMER_OFFICER} {act === 'PUBLISHED' ? 'công bố' : 'rút'} phiên bản từ {dateWords(from)}, lúc {momentWords(at)}
          </h3>
          {differences.length === 0 ? null : (
            <details>
              <summary>{differences.length} chỗ đổi so với phiên bản trước</summary>
              <Differences differences={differences} caption={`Chỗ đổi của phiên bản từ ${dateWords(from)}`} />
            </details>
          )}
        </div>
      ))}
    </section>
  )
}
