import type { ReactNode } from 'react'
import { limitFromReceipt } from '@/app/(citizen)/limit-words'
import { keptFile } from '@/components/dossiers/file-words'
import { FileLine, Files, type FileStanding } from '@/components/forms/file-field'
import { type Answer, SummaryList } from '@/components/ui/facts'
import { FieldError } from '@/components/ui/field'
import { applies, type DraftPart, followsFromWhoFiles } from '@/lib/dossiers/draft-rules'
import { maskPersonalNumber, phoneWords } from '@/lib/people/rules'
import { formatVnd } from '@/lib/platform/money'
import { totalDue } from '@/lib/procedures/rules'
import type { Procedure } from '@/lib/procedures/store'
import { BEYOND_NETWORK, beyondNetwork, feeParts, feeTerm, possibleFeesWords, PRESENTED_WORDS } from '@/lib/procedures/words'
import { inSentence } from '@/lib/text/typed-date'
import { PART_PATH, stepHref } from '../../../steps'
import type { OpenDraft } from '../open-draft'

type Props = { draft: OpenDraft }
type Component = Procedure['components'][number]

/** What is still missing in a part, with the way there. The id is the part's, because the error summary leads to it. */
function Missing({ draft, part }: Props & { part: DraftPart }) {
  const missing = draft.missing.filter((one) => one.part === part)
  if (missing.length === 0) return null
  const href = stepHref(draft.place, PART_PATH[part])
  return (
    <div className="field field--error" id={part}>
      {missing.map(({ field, sentence }) => (
        <FieldError key={field} name={`${part}-${field}`} error={sentence} />
      ))}
      <a className="tap" href={href}>
        Làm tiếp phần này
      </a>
    </div>
  )
}

/** The link that changes an answer; `query` leads to its very box. */
const change = ({ place }: OpenDraft, part: DraftPart, { what, query = '' }: { what: string; query?: string }) => ({
  href: `${stepHref(place, PART_PATH[part])}${query}`,
  what,
})

export function CheckApplicant({ draft }: Props) {
  const { account, data } = draft
  const contact = (what: string, field: string) => change(draft, 'applicant', { what, query: `?lien-he=sua#${field}` })
  const { principal } = data
  const answers: Answer[] = [
    { term: 'Họ và tên', value: account.fullName, note: 'Lấy từ VNeID' },
    { term: 'Số định danh', value: <span className="figures">{account.maskedNumber}</span>, note: 'Lấy từ VNeID' },
    ...(account.hasContact
      ? [
          {
            term: 'Điện thoại',
            value: <span className="figures">{phoneWords(account.phone ?? '')}</span>,
            change: contact('số điện thoại', 'phone'),
          },
          {
            term: 'Thư điện tử',
            value: account.email ?? 'Chưa có',
            ...(account.email === null ? { note: 'Mã hồ sơ và ngày hẹn chỉ xem được trong Hồ sơ của tôi' } : {}),
            change: contact('thư điện tử', 'email'),
          },
          { term: 'Nơi ở hiện nay', value: account.address, change: contact('nơi ở hiện nay', 'addressDetail') },
        ]
      : []),
    ...(data.filedBy === 'other' && principal
      ? [
          {
            term: 'Nộp thay cho',
            value: principal.fullName,
            note: [maskPersonalNumber(principal.personalNumber), principal.address, phoneWords(principal.phone), principal.email]
              .filter((part) => part !== '')
              .join(', '),
            change: change(draft, 'applicant', { what: 'người ủy quyền' }),
          },
          { term: 'Văn bản ủy quyền', value: principal.document, change: change(draft, 'applicant', { what: 'văn bản ủy quyền' }) },
        ]
      : []),
  ]
  return (
    <>
      <h2>Người nộp hồ sơ</h2>
      <Missing draft={draft} part="applicant" />
      <SummaryList answers={answers} />
    </>
  )
}

export function CheckContent({ draft }: Props) {
  return (
    <>
      <h2>Nội dung yêu cầu</h2>
      <Missing draft={draft} part="content" />
      {draft.said.length === 0 ? null : (
        <SummaryList
          answers={draft.said.map(({ key, label, value }) => ({
            term: label,
            value,
            change: change(draft, 'content', { what: inSentence(label), query: `#${key}` }),
          }))}
        />
      )}
    </>
  )
}

export function CheckPapers({ draft }: Props) {
  const { components } = draft.procedure
  const presented = components.filter(({ requirement }) => requirement === 'PRESENTED')
  return (
    <>
      <div className="h-act">
        <h2>Giấy tờ</h2>
        <a href={stepHref(draft.place, PART_PATH.papers)}>
          Sửa<span className="vh"> giấy tờ</span>
        </a>
      </div>
      <Missing draft={draft} part="papers" />
      <Files>
        {components
          .filter(({ requirement }) => requirement !== 'PRESENTED')
          .map((component) => (
            <FileLine key={component.key} label={component.name} standing={standingOf(draft, component)} />
          ))}
        {presented.length === 0 ? null : (
          <FileLine
            label={presented.map(({ name }, index) => (index === 0 ? name : inSentence(name))).join(', ')}
            standing={{ kind: 'not-needed', reason: `Không phải nộp: ${PRESENTED_WORDS}` }}
          />
        )}
      </Files>
    </>
  )
}

function standingOf(draft: OpenDraft, component: Component): FileStanding {
  if (applies(component, draft.data) === false)
    return {
      kind: 'not-needed',
      reason: followsFromWhoFiles(component) ? 'Không cần: Ông/Bà tự nộp hồ sơ của mình' : 'Không thuộc trường hợp phải nộp',
    }
  const files = draft.files.filter(({ position }) => position === component.position).map((file) => keptFile(file))
  return files.length > 0 ? { kind: 'received', files } : { kind: 'empty' }
}

const sentences = (...parts: (string | null)[]): string => parts.filter((part) => part !== null).join(' ')

export function CheckReturn({ draft, counter }: Props & { counter: string }) {
  const { data, fees, possibleFees, procedure } = draft
  const method: Record<'COUNTER' | 'POST' | 'ONLINE', ReactNode> = {
    COUNTER: `${counter}, kèm bản điện tử trong Hồ sơ của tôi`,
    ONLINE: 'Bản điện tử trong Hồ sơ của tôi',
    POST: `Qua bưu chính, đến ${data.returnAddress}; kèm bản điện tử trong Hồ sơ của tôi`,
  }
  const total = totalDue(fees)
  const rule = feeParts(procedure.feeSentence)
  const possible = possibleFeesWords(possibleFees)
  const beyond = beyondNetwork(procedure)
  return (
    <>
      <h2>Nhận kết quả và {feeTerm(procedure.fees).toLocaleLowerCase('vi')}</h2>
      <Missing draft={draft} part="return" />
      <SummaryList
        answers={[
          ...(data.returnMethod === null
            ? []
            : [{ term: 'Nhận kết quả', value: method[data.returnMethod], change: change(draft, 'return', { what: 'cách nhận kết quả' }) }]),
          total > 0
            ? {
                term: feeTerm(fees),
                value: <strong>{formatVnd(total)}</strong>,
                note: sentences('Nộp tại quầy Một cửa sau khi hồ sơ được tiếp nhận. Chưa phải nộp bây giờ.', possible),
              }
            : {
                term: feeTerm(procedure.fees),
                value: <strong>{rule.amount}</strong>,
                // What may come in this very case says more than the rule for all cases.
                note: possible === null ? (rule.note ?? undefined) : sentences(possible, 'Chưa phải trả bây giờ.'),
              },
          { term: 'Thời hạn', value: limitFromReceipt(procedure.limit) },
          ...(beyond === null ? [] : [{ term: BEYOND_NETWORK, value: beyond }]),
        ]}
      />
    </>
  )
}
