import type { Metadata } from 'next'
import { shown } from '@/app/shown'
import { ActionForm } from '@/components/forms/action-form'
import { FormDate, FormSelect, FormText } from '@/components/forms/form-field'
import { RequestId } from '@/components/forms/request-id'
import { SubmitButton } from '@/components/forms/submit-button'
import { QueueHead } from '@/components/layout/staff-page'
import { BackLink } from '@/components/ui/breadcrumbs'
import { Buttons } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { type Column, Ledger } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { REASON_KIND_WORDS, REASON_KINDS } from '@/lib/dossiers/reason-rules'
import { findReasonWordings } from '@/lib/dossiers/reason-queries'
import { requireStaff } from '@/lib/identity/session'
import { findChanges } from '@/lib/staff/change-queries'
import { newId } from '@/lib/platform/clock'
import { EMPTY_FORM } from '@/lib/platform/form'
import { ADMIN, reasonHref, REASONS } from '../addresses'
import { Changes } from '../changes'
import { addReasonAction, saveSupplementTimeAction } from './actions'
import { dayBoxes } from '../typed-day'
import { nameIn, spanWords, STANDING_WORDS, type Wording } from './words'

export const metadata: Metadata = { title: 'Danh sách lý do' }

const DONE: Readonly<Record<string, string>> = {
  them: 'Đã thêm lý do.',
  sua: 'Đã ghi cách nói mới. Phiếu đã cấp giữ nguyên lời cũ.',
  thoi: 'Đã ghi ngày thôi dùng.',
  ngay: 'Đã lưu số ngày chờ bổ sung, áp dụng cho yêu cầu từ nay.',
}

const COLUMNS: readonly Column[] = [
  { key: 'text', head: 'Lý do', className: 'person', rowHeader: true },
  { key: 'span', head: 'Hiệu lực', width: '34%' },
  { key: 'standing', head: 'Hiện nay', width: '18%' },
]

/** The office's lists of ordinary reasons, by the days on which each wording holds, and how long it waits for a supplement. */
export default async function ReasonsPage({ searchParams }: { searchParams: Promise<{ xong?: string | string[] }> }) {
  const actor = await requireStaff(REASONS)
  const [{ wordings, time, today }, changes] = await Promise.all([
    findReasonWordings(actor, {}).then(shown),
    findChanges(actor, { topic: 'REASON' }).then(shown),
  ])
  const { xong } = await searchParams
  const done = typeof xong === 'string' ? DONE[xong] : undefined
  const inUse = wordings.filter(({ standing }) => standing === 'now').length
  return (
    <main className="queue" id="noi-dung" tabIndex={-1}>
      <BackLink href={ADMIN}>Về Quản trị</BackLink>
      {done ? <Notice live>{done}</Notice> : null}
      <QueueHead title="Danh sách lý do" summary={`${inUse} lý do đang dùng. Phiếu đã cấp giữ nguyên lời lúc cấp.`} />
      {REASON_KINDS.map((kind) => (
        <Listed key={kind} title={REASON_KIND_WORDS[kind]} wordings={wordings.filter((wording) => wording.kind === kind)} />
      ))}
      <div className="work">
        <ActionForm action={addReasonAction} start={{ ...EMPTY_FORM, values: dayBoxes('from', today) }}>
          <h2>Thêm lý do</h2>
          <RequestId id={newId()} />
          <FormSelect
            name="kind"
            label="Danh sách"
            options={REASON_KINDS.map((kind) => ({ value: kind, label: REASON_KIND_WORDS[kind] }))}
          />
          <FormText
            name="text"
            label="Lý do"
            hint="Không cần dấu chấm cuối; người đọc thấy nguyên văn."
            maxLength={200}
            autoComplete="off"
          />
          <FormDate name="from" label="Dùng từ ngày" />
          <Buttons>
            <SubmitButton look="plain">Thêm lý do</SubmitButton>
          </Buttons>
        </ActionForm>
        <ActionForm
          action={saveSupplementTimeAction}
          start={{ ...EMPTY_FORM, values: { days: String(time.days), source: time.source ?? '' } }}
        >
          <h2>Chờ người nộp bổ sung</h2>
          <p>Quá số ngày này mà chưa có trả lời, hồ sơ hiện ở Quá hạn bổ sung của Một cửa. Hồ sơ không tự đóng.</p>
          <RequestId id={newId()} />
          <FormText name="days" label="Số ngày" width="four" figures inputMode="numeric" autoComplete="off" />
          <FormText
            name="source"
            label="Căn cứ (không bắt buộc)"
            hint="Điều, khoản của văn bản. Để trống thì vẫn là dữ liệu chưa đối chiếu."
            autoComplete="off"
          />
          <Buttons>
            <SubmitButton look="plain">Lưu số ngày</SubmitButton>
          </Buttons>
        </ActionForm>
      </div>
      <Changes topic="REASON" changes={changes} nameOf={nameIn(wordings)} />
    </main>
  )
}

/** One list, every wording with its days. */
function Listed({ title, wordings }: { title: string; wordings: readonly Wording[] }) {
  return (
    <section className="officers">
      <h2>{title}</h2>
      {wordings.length === 0 ? (
        <p className="note">Chưa có lý do nào; cán bộ tự ghi.</p>
      ) : (
        <Ledger
          caption={`Lý do: ${title}`}
          look="risk"
          columns={COLUMNS}
          rows={wordings.map((wording) => ({
            key: `${wording.code} ${wording.from}`,
            cells: {
              text: wording.isNewest ? <a href={reasonHref(wording.code)}>{wording.text}</a> : wording.text,
              span: spanWords(wording),
              standing: (
                <>
                  <Tag family={wording.standing === 'now' ? 'work' : wording.standing === 'coming' ? 'wait' : 'closed'}>
                    {STANDING_WORDS[wording.standing]}
                  </Tag>
                  {wording.unverified ? <span className="note">chưa đối chiếu</span> : null}
                </>
              ),
            },
          }))}
        />
      )}
    </section>
  )
}
