import type { Metadata } from 'next'
import { dossierHref, stepHref } from '@/app/(staff)/can-bo/addresses'
import { Outcomes } from '@/app/(staff)/can-bo/outcomes'
import { FIRST_BOX, tickField, tickValue } from '@/app/(staff)/can-bo/ticks'
import { shown } from '@/app/shown'
import { DossierCode } from '@/components/dossiers/dossier-code'
import { DueChip } from '@/components/dossiers/due-chip'
import { keptFile } from '@/components/dossiers/file-words'
import { ActionForm } from '@/components/forms/action-form'
import { FormCheckbox } from '@/components/forms/form-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { LeaderMain, QueueHead } from '@/components/layout/staff-page'
import { Buttons } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/notice'
import { Pagination } from '@/components/ui/pagination'
import { type Approval, findApprovals } from '@/lib/dossiers/approval-queries'
import { OUTCOME_WORDS } from '@/lib/dossiers/words'
import { requireStaff } from '@/lib/identity/session'
import { newId } from '@/lib/platform/clock'
import { EMPTY_FORM } from '@/lib/platform/form'
import { localDateOf } from '@/lib/platform/local-date'
import { formatNumber } from '@/lib/platform/money'
import { TODAY_WORDS } from '@/lib/reports/words'
import { sentenceCase, timeWords, weekdayDate } from '@/lib/text/dates'
import { one, type Params, todayHref } from '../addresses'
import { approveSeveralAction } from './actions'
import { ResultLink } from './result-link'

export const metadata: Metadata = { title: 'Chờ ký duyệt' }

/** What waits for this person's signature: each with its result document to open, and a box for those to be approved together. */
export default async function ApprovalsPage({ searchParams }: { searchParams: Promise<Params> }) {
  const cursor = one(await searchParams, 'sau')
  const actor = await requireStaff(todayHref('my_approval', { cursor }))
  const { rows, next, count, now } = await shown(await findApprovals(actor, { cursor }))
  const { name, definition, empty } = TODAY_WORDS.my_approval
  const firstBox = rows.find(({ documents }) => documents.length > 0)
  return (
    <LeaderMain>
      <ActionForm action={approveSeveralAction} start={EMPTY_FORM}>
        <QueueHead
          title={name}
          summary={
            <>
              <strong>{formatNumber(count)} hồ sơ.</strong> {definition} {sentenceCase(weekdayDate(localDateOf(now)))}, {timeWords(now)}.
            </>
          }
        />
        <Outcomes done="Đã ký duyệt" />
        {rows.length === 0 ? (
          <EmptyState title={cursor === undefined ? empty : 'Hết danh sách.'}>
            {cursor === undefined ? null : <a href={todayHref('my_approval')}>Về đầu danh sách</a>}
          </EmptyState>
        ) : (
          <>
            <p className="note">Mở văn bản kết quả của từng hồ sơ trước khi đánh dấu; hồ sơ chưa mở văn bản thì chưa được ký.</p>
            {firstBox === undefined ? null : <input type="hidden" name={FIRST_BOX} value={tickField(firstBox.code)} />}
            <ul className="approvals">
              {rows.map((row) => (
                <li key={row.code} className="to-ask">
                  <ToApprove row={row} />
                </li>
              ))}
            </ul>
            <Buttons>
              <SubmitButton>Ký duyệt các hồ sơ đã chọn</SubmitButton>
            </Buttons>
            <Pagination
              summary={
                next === null && cursor === undefined
                  ? `Đủ ${rows.length} hồ sơ`
                  : `${rows.length} trong ${formatNumber(count)} hồ sơ, hạn gần nhất trước`
              }
              first={cursor === undefined ? null : todayHref('my_approval')}
              next={next === null ? null : todayHref('my_approval', { cursor: next })}
            />
          </>
        )}
      </ActionForm>
    </LeaderMain>
  )
}

function ToApprove({ row }: { row: Approval }) {
  const { code, version, applicant, procedure, standing, outcome, opinion, documents } = row
  return (
    <>
      {documents.length === 0 ? (
        <p>
          {procedure}, {applicant}
        </p>
      ) : (
        <FormCheckbox name={tickField(code)} value={tickValue(version, newId())} label={`${procedure}, ${applicant}`} />
      )}
      <p className="approval-about">
        <a href={dossierHref(code, null)}>
          <span className="vh">Xem hồ sơ </span>
          <DossierCode code={code} />
        </a>
        {standing === null ? null : <DueChip standing={standing} />}
        {outcome === 'DECLINED' ? <strong>{OUTCOME_WORDS[outcome]}</strong> : null}
        <a href={stepHref(code, 'send_back', null)}>
          Trả lại chuyên viên<span className="vh"> hồ sơ {code}</span>
        </a>
      </p>
      {opinion === null ? null : <p className="opinion">Ý kiến trình: “{opinion}”</p>}
      {documents.length === 0 ? (
        <p className="note">Chưa có văn bản kết quả nên chưa ký được.</p>
      ) : (
        <ul className="result-files">
          {documents.map(({ isOpened, ...document }) => {
            const { id, name, content, size, href } = keptFile(document)
            return (
              <li key={id}>
                <ResultLink
                  href={href ?? ''}
                  name={name}
                  about={[content, size].filter((part) => part !== null).join(', ')}
                  isOpened={isOpened}
                />
              </li>
            )
          })}
        </ul>
      )}
    </>
  )
}
