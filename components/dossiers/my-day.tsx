import { DossierCode } from '@/components/dossiers/dossier-code'
import { Notice } from '@/components/ui/notice'
import type { WarningKind } from '@/lib/dossiers/watch-rules'
import { momentDayMonth } from '@/lib/text/dates'

const WORDS: Record<WarningKind, (at: string) => string> = {
  step_soon: (at) => `sắp hết thời gian của bước này, ${at}`,
  due_tomorrow: (at) => `đến hạn trả ${at}`,
  step_late: (at) => `quá thời gian của bước này từ ${at}`,
  dossier_late: (at) => `quá hạn trả từ ${at}`,
  applicant_late: (at) => `người nộp quá ngày trả lời ${at}, cần gọi hỏi hoặc xem xét dừng`,
}

/** The same of the date that a Phiếu xin lỗi has promised. */
const PROMISED: Partial<typeof WORDS> = {
  due_tomorrow: (at) => `đến ngày hẹn lại ${at}`,
  dossier_late: (at) => `quá cả ngày hẹn lại từ ${at}`,
}

type Warned = { kind: WarningKind; dueAt: Date; isPromised: boolean; code: string; person: string | null; procedure: string }
type Asked = { id: string; dueAt: Date; question: string; isLate: boolean; code: string; procedure: string }
type Stuck = { id: string; question: string; of: string; mayAsk: boolean; code: string; procedure: string }
type Drafted = { code: string; newDueAt: Date; appointmentAt: Date | null; procedure: string }

/**
 * What the watchdog has to say to whoever opens the page, the opinions they are asked for, their own questions that nobody can answer any more, and
 * the apologies that wait for their signature; nothing where there is nothing.
 */
export function MyDay({
  warnings,
  drafts,
  questions,
  stuck,
  next,
  isLater = false,
  hrefOf,
  extendHrefOf,
  answerHrefOf,
  askHrefOf,
  dayHrefOf,
}: {
  warnings: readonly Warned[]
  drafts: readonly Drafted[]
  questions: readonly Asked[]
  stuck: readonly Stuck[]
  /** The cursor of what is less pressing; null: this is all. */
  next: string | null
  /** Whether this is what came behind the first page. */
  isLater?: boolean
  hrefOf: (code: string) => string
  extendHrefOf: (code: string) => string
  /** The page of one question, where it is answered or taken back. */
  answerHrefOf: (code: string, id: string) => string
  askHrefOf: (code: string) => string
  /** The page with what comes behind a cursor; null: where the day begins. */
  dayHrefOf: (cursor: string | null) => string
}) {
  if (warnings.length + drafts.length + questions.length + stuck.length === 0 && next === null && !isLater) return null
  return (
    <Notice tone="soon">
      {warnings.length === 0 ? null : (
        <details open={warnings.length <= 3}>
          <summary>
            <strong>Cần chú ý: {warnings.length} nhắc việc</strong>
          </summary>
          <ul>
            {warnings.map(({ kind, dueAt, isPromised, code, person, procedure }) => (
              <li key={`${code} ${kind} ${dueAt.getTime()}`}>
                <a href={hrefOf(code)}>
                  <DossierCode code={code} />
                </a>{' '}
                {procedure}, {person ?? 'người nộp'}: {((isPromised && PROMISED[kind]) || WORDS[kind])(momentDayMonth(dueAt))}
              </li>
            ))}
          </ul>
        </details>
      )}
      {questions.length === 0 ? null : (
        <details open={questions.length <= 3}>
          <summary>
            <strong>Được hỏi ý kiến: {questions.length}</strong>
          </summary>
          <ul>
            {questions.map(({ id, code, dueAt, question, isLate, procedure }) => (
              <li key={id}>
                <a href={answerHrefOf(code, id)}>
                  <DossierCode code={code} />
                </a>{' '}
                {procedure}: “{shortened(question)}”,{' '}
                {isLate ? <strong>quá hạn trả lời từ {momentDayMonth(dueAt)}</strong> : `trả lời trước ${momentDayMonth(dueAt)}`}
              </li>
            ))}
          </ul>
        </details>
      )}
      {stuck.length === 0 ? null : (
        <details open={stuck.length <= 3}>
          <summary>
            <strong>Câu hỏi không còn ai trả lời: {stuck.length}</strong>
          </summary>
          <ul>
            {stuck.map(({ id, code, question, of, mayAsk, procedure }) => (
              <li key={id}>
                <a href={hrefOf(code)}>
                  <DossierCode code={code} />
                </a>{' '}
                {procedure}: “{shortened(question)}”, {of} đã tạm ngừng.{' '}
                {mayAsk ? (
                  <>
                    <a href={askHrefOf(code)}>Hỏi người khác</a>,{' '}
                  </>
                ) : null}
                <a href={answerHrefOf(code, id)}>{mayAsk ? 'rút câu hỏi' : 'Rút câu hỏi'}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
      {drafts.length === 0 ? null : (
        <details open={drafts.length <= 3}>
          <summary>
            <strong>Phiếu xin lỗi chờ ký: {drafts.length}</strong>
          </summary>
          <ul>
            {drafts.map(({ code, newDueAt, appointmentAt, procedure }) => (
              <li key={code}>
                <a href={extendHrefOf(code)}>
                  <DossierCode code={code} />
                </a>{' '}
                {procedure}: đã hẹn {appointmentAt ? momentDayMonth(appointmentAt) : ''}, đề nghị hẹn lại {momentDayMonth(newDueAt)}
              </li>
            ))}
          </ul>
        </details>
      )}
      {next === null && !isLater ? null : (
        <p>
          {next === null ? 'Hết việc cần chú ý. ' : isLater ? 'Còn nữa. ' : 'Đây mới là các hồ sơ gấp nhất, còn nữa. '}
          {next === null ? null : <a href={dayHrefOf(next)}>Xem tiếp các việc sau</a>}
          {next !== null && isLater ? ', ' : null}
          {isLater ? <a href={dayHrefOf(null)}>{next === null ? 'Về đầu danh sách' : 'về đầu danh sách'}</a> : null}
        </p>
      )}
    </Notice>
  )
}

/** The beginning of a question; all of it stands on the page that answers it. */
const shortened = (question: string): string => (question.length > 90 ? `${question.slice(0, 90).replace(/\s+\S*$/, '')} …` : question)
