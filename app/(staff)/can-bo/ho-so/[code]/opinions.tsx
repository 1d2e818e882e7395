import { Section } from '@/components/dossiers/dossier-page'
import type { StaffDossier } from '@/lib/dossiers/dossier-queries'
import { toIsoLocal } from '@/lib/platform/local-date'
import { momentDayMonth, shortMoment } from '@/lib/text/dates'
import { askOpinionHref, type List, questionHref } from '../../addresses'

type Question = StaffDossier['questions'][number]
type OpinionsProps = { dossier: StaffDossier; list: List | null }

/** Who was asked what, by when, and what they answered; what was asked of several at once stands once. */
export function Opinions({ dossier: { code, questions, mayAskOpinion }, list }: OpinionsProps) {
  if (questions.length === 0) return null
  return (
    <Section id="y-kien" title="Ý kiến" acts={mayAskOpinion ? <a href={askOpinionHref(code, list)}>Hỏi thêm</a> : undefined}>
      {together(questions).map(({ key, asked: [first, ...others] }) => (
        <div key={key} className="asked">
          <p>
            {first.by} hỏi, <time dateTime={toIsoLocal(first.askedAt)}>{shortMoment(first.askedAt)}</time>: “{first.question}”
          </p>
          <ul className="result-files">
            {[first, ...others].map((question) => (
              <li key={question.id}>
                <Answer question={question} />
                {question.mayAnswer ? <a href={questionHref(code, question.id, list)}>Trả lời</a> : null}
                {question.mayAnswer || !question.mayTakeBack ? null : <a href={questionHref(code, question.id, list)}>Rút câu hỏi</a>}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  )
}

/** Questions that were asked in one act. */
function together(questions: readonly Question[]): { key: string; asked: [Question, ...Question[]] }[] {
  const acts: { key: string; asked: [Question, ...Question[]] }[] = []
  for (const question of questions) {
    const key = `${question.askedAt.getTime()} ${question.by}`
    const act = acts.find((one) => one.key === key)
    if (act) act.asked.push(question)
    else acts.push({ key, asked: [question] })
  }
  return acts
}

function Answer({ question }: { question: Question }) {
  const { of, standing, answer, answeredAt, answeredFor, dueAt, standIn, isSuspended } = question
  if (standing === 'answered')
    return (
      <>
        <strong>{of}</strong>
        {answeredFor === null ? '' : ` (${answeredFor} trả lời thay)`}, {answeredAt === null ? '' : shortMoment(answeredAt)}: “{answer}”
      </>
    )
  if (standing === 'taken_back')
    return (
      <>
        <strong>{of}</strong>: <span className="note">câu hỏi đã rút lại</span>
      </>
    )
  if (standing === 'nobody')
    return (
      <>
        <strong>{of}</strong>: <strong className="late">tài khoản đang tạm ngừng và không có người làm thay. Hỏi người khác.</strong>{' '}
      </>
    )
  const due = <time dateTime={toIsoLocal(dueAt)}>{momentDayMonth(dueAt)}</time>
  return (
    <>
      <strong>{of}</strong>
      {standIn === null ? '' : ` (${isSuspended ? 'đang tạm ngừng, ' : ''}${standIn} làm thay)`}:{' '}
      {standing === 'late' ? <strong className="late">chưa trả lời, quá hạn từ {due}</strong> : <>chưa trả lời, hạn {due}</>}{' '}
    </>
  )
}

/** What the one who looks is asked, on top of the page: for an officer of another department it is why the dossier is open to them. */
export function AskedOfMe({ dossier: { code, questions }, list }: OpinionsProps) {
  return questions
    .filter(({ mayAnswer }) => mayAnswer)
    .map(({ id, by, question, dueAt }) => (
      <p key={id}>
        <strong>{by} hỏi ý kiến</strong>, trả lời trước {momentDayMonth(dueAt)}: “{question}”{' '}
        <a href={questionHref(code, id, list)}>Trả lời</a>
      </p>
    ))
}

/** Said before a result goes on: nobody has to wait for an opinion, but nobody should forget one. */
export function openOpinionWords(questions: readonly Question[]): string | null {
  const open = questions.filter(({ standing }) => standing === 'waiting' || standing === 'late' || standing === 'nobody')
  if (open.length === 0) return null
  return `Còn ${open.length} câu hỏi ý kiến chưa có trả lời (${open.map(({ of }) => of).join(', ')}). Vẫn làm tiếp được, nhưng ý kiến đến sau sẽ không kịp xem.`
}
