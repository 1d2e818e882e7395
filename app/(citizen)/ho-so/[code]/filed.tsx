import { elsewhere, keptFile, paperHref } from '@/components/dossiers/file-words'
import { FileLine, Files, type FileStanding } from '@/components/forms/file-field'
import { type Fact, Facts } from '@/components/ui/facts'
import { Panel } from '@/components/ui/notice'
import { Rows } from '@/components/ui/rows'
import type { MyDossier } from '@/lib/dossiers/my-queries'
import { endedWithoutResult, paidWords } from '@/lib/dossiers/unpaid'
import { channelWords, RETURN_WORDS, STAGE_TAGS } from '@/lib/dossiers/words'
import { INTERNAL, paperNumber } from '@/lib/papers/rules'
import { PAPER_NAMES } from '@/lib/papers/words'
import { phoneWords } from '@/lib/people/rules'
import { localDateOf, toIsoLocal } from '@/lib/platform/local-date'
import { formatVnd } from '@/lib/platform/money'
import { totalDue } from '@/lib/procedures/rules'
import { feeTerm, possibleFeesWords } from '@/lib/procedures/words'
import { dateWords, momentWords } from '@/lib/text/dates'
import { inSentence } from '@/lib/text/typed-date'

/** `home`: the commune of this site; a file of another one is asked for by name. */
type Props = { dossier: MyDossier; home: number }

const fileOf =
  ({ communeId }: MyDossier, home: number) =>
  (file: MyDossier['files'][number]) =>
    keptFile(file, elsewhere(communeId, home))

/** The result to take away, once it was handed over: the one thing that matters then. */
export function Result({ dossier, home }: Props) {
  if (dossier.results.length === 0) return null
  return (
    <Panel>
      <p>
        <strong>{dossier.procedureVersion.result}</strong>
      </p>
      {dossier.results.map(fileOf(dossier, home)).map(({ id, name, size, content, href }) => (
        <p key={id}>
          <a className="tap" href={href}>
            Tải {name}
          </a>
          <span className="note"> {[content, size].filter((fact) => fact !== null).join(' · ')}</span>
        </p>
      ))}
    </Panel>
  )
}

/** The official papers that the office has issued to the applicant. */
export function Papers({ dossier, home }: Props) {
  const papers = dossier.papers.filter(({ kind }) => !INTERNAL.includes(kind))
  if (papers.length === 0) return null
  return (
    <>
      <h2>Giấy tờ của cơ quan</h2>
      <Rows
        rows={papers.map(({ id, kind, number, printed, issuedAt, revokedAt }) => ({
          href: paperHref(id, elsewhere(dossier.communeId, home)),
          label: PAPER_NAMES[kind],
          note: (
            <>
              Số {paperNumber({ kind, number, printed })}, ký lúc <time dateTime={toIsoLocal(issuedAt)}>{momentWords(issuedAt)}</time>, tệp
              PDF
              {revokedAt === null ? null : <strong> (đã thu hồi {dateWords(localDateOf(revokedAt))}, không còn giá trị)</strong>}
            </>
          ),
        }))}
      />
    </>
  )
}

/** What was filed: the answers, the files, how the result comes, what it costs. */
export function Filed({ dossier, home }: Props) {
  const { applicant, said, channel, submittedAt, returnMethod } = dossier
  return (
    <>
      <h2>Hồ sơ đã nộp</h2>
      <Facts
        facts={[
          {
            term: 'Nộp lúc',
            value: <time dateTime={toIsoLocal(submittedAt)}>{momentWords(submittedAt)}</time>,
            note: channelWords(channel),
          },
          ...(applicant
            ? [
                { term: 'Người nộp', value: applicant.fullName, note: `Số định danh ${applicant.maskedNumber}` },
                {
                  term: 'Liên hệ',
                  value: <span className="figures">{phoneWords(applicant.phone)}</span>,
                  ...(applicant.email ? { note: applicant.email } : {}),
                },
                { term: 'Địa chỉ', value: applicant.address },
                ...(applicant.principal
                  ? [{ term: 'Nộp thay cho', value: applicant.principal.fullName, note: applicant.principal.document }]
                  : []),
              ]
            : []),
          ...said.map(({ label, value }) => ({ term: label, value })),
          {
            term: 'Nhận kết quả',
            value: RETURN_WORDS[returnMethod],
            ...(applicant?.returnAddress ? { note: applicant.returnAddress } : {}),
          },
          ...feeFacts(dossier),
        ]}
      />
      <h3>Giấy tờ đã nộp</h3>
      <Files>
        {dossier.procedureVersion.components
          .filter(({ requirement }) => requirement !== 'PRESENTED')
          .map(({ position, key, name }) => (
            <FileLine key={key} label={name} standing={standingOf({ dossier, home }, position)} />
          ))}
      </Files>
    </>
  )
}

/** What has to be paid: before the receipt what may come as well, after it what the clerk has decided, as on the receipt. */
function feeFacts({ feeLines, possibleFees, receivedAt, stage }: MyDossier): Fact[] {
  // Nothing is asked for any more; what was paid is told with the refund.
  if (endedWithoutResult(stage) && feeLines.every(({ payment }) => payment === null))
    return [{ term: feeTerm(feeLines), value: `Không phải nộp, hồ sơ ${inSentence(STAGE_TAGS[stage].citizen)}` }]
  const total = totalDue(feeLines)
  const possible = possibleFeesWords(possibleFees)
  if (total === 0 && receivedAt) return [{ term: feeTerm(feeLines), value: 'Không phải nộp' }]
  if (total === 0) return possible === null ? [] : [{ term: feeTerm(feeLines), value: 'Chưa xác định', note: possible }]
  const paid = paidWords(feeLines)
  return [{ term: feeTerm(feeLines), value: formatVnd(total), note: possible === null ? paid : `${paid}. ${possible}` }]
}

function standingOf({ dossier, home }: Props, position: number): FileStanding {
  const files = dossier.files.filter((file) => file.position === position).map(fileOf(dossier, home))
  if (files.length > 0) return { kind: 'received', files }
  const said = dossier.components.find((component) => component.position === position)
  if (said?.held) return { kind: 'held', words: `Tại quầy: ${said.held}` }
  return said?.applies === false ? { kind: 'not-needed', reason: 'Không thuộc trường hợp phải nộp' } : { kind: 'empty' }
}
