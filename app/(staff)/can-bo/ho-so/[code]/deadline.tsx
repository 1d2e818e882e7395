import { Section } from '@/components/dossiers/dossier-page'
import { DueChip } from '@/components/dossiers/due-chip'
import { DenseDeadline } from '@/components/dossiers/explained-deadline'
import { explainBriefly } from '@/lib/deadlines/short-explanation'
import { limitWords } from '@/lib/text/limits'
import type { StaffDossier } from '@/lib/dossiers/dossier-queries'
import type { ExplainedDue } from '@/lib/dossiers/follow'
import { endedWithoutResult } from '@/lib/dossiers/unpaid'
import { toIsoLocal } from '@/lib/platform/local-date'
import { momentWords } from '@/lib/text/dates'

/** When the result is due and why, or, before anyone has received it, until when the office has to answer. */
export function Deadline({ dossier }: { dossier: StaffDossier }) {
  const { due, nextDueAt, procedure, stage, standing, now, answerBy } = dossier
  const hasLapsed = (stage === 'awaiting_supplement' || stage === 'awaiting_payment') && nextDueAt !== null && now > nextDueAt
  if (due && endedWithoutResult(stage))
    return (
      <Section id="han" title="Hạn trả kết quả">
        <p className="note">Hồ sơ đóng trước khi có kết quả nên không còn hạn.</p>
      </Section>
    )
  if (answerBy !== null)
    return (
      <Section id="han" title="Hạn trả lời phối hợp">
        <p className="due-at">
          <time dateTime={toIsoLocal(answerBy)}>{momentWords(answerBy)}</time>
        </p>
        {standing === null ? null : (
          <p>
            <DueChip standing={standing} />
          </p>
        )}
        {due === null ? null : (
          <p className="note">
            Hạn của cả hồ sơ: <time dateTime={toIsoLocal(due.deadline.dueAt)}>{momentWords(due.deadline.dueAt)}</time>.
          </p>
        )}
      </Section>
    )
  if (due)
    return (
      <Section id="han" title={due.deadline.frozen ? 'Hạn trả kết quả, đang tạm dừng' : 'Hạn trả kết quả'}>
        {hasLapsed ? <Lapsed /> : null}
        {due.deadline.frozen ? (
          <p className="note">Hạn dưới đây là hạn khi tạm dừng; hạn mới tính lại khi {CLOCK_RUNS_WHEN[stage] ?? 'hết tạm dừng'}.</p>
        ) : null}
        <Apology dossier={dossier} />
        <Counted dossier={dossier} counted={due} />
      </Section>
    )
  if (nextDueAt === null) return null
  if (stage === 'awaiting_supplement')
    return (
      <Section id="han" title="Chờ người nộp bổ sung">
        {hasLapsed ? <Lapsed /> : null}
        <p className="note">
          Chưa tiếp nhận nên thời hạn chưa tính. Xem lại hồ sơ này sau{' '}
          <time dateTime={toIsoLocal(nextDueAt)}>{momentWords(nextDueAt)}</time> nếu chưa có trả lời. Khi người nộp bổ sung, 8 giờ trả lời
          tính lại từ đầu.
        </p>
      </Section>
    )
  return (
    <Section id="han" title="Hạn tiếp nhận">
      <p className="due-at">
        <time dateTime={toIsoLocal(nextDueAt)}>{momentWords(nextDueAt)}</time> <span className="note">8 giờ làm việc</span>
      </p>
      {standing === null ? null : (
        <p>
          <DueChip standing={standing} />
        </p>
      )}
      <p className="note">
        Hồ sơ mới phải được trả lời trong 8 giờ làm việc. Thời hạn giải quyết ({limitWords(limitOf(procedure)).toLocaleLowerCase('vi')}) bắt
        đầu tính khi tiếp nhận.
      </p>
    </Section>
  )
}

/** With what the legal clock goes on. */
const CLOCK_RUNS_WHEN: Partial<Record<StaffDossier['stage'], string>> = {
  awaiting_supplement: 'người nộp bổ sung',
  awaiting_payment: 'người thu ghi đã nộp tiền',
  withdrawal_asked: 'người nộp không rút nữa',
}

/** The new appointment that was given with an apology, or the one that is proposed; on time is judged by the due date all the same. */
function Apology({ dossier: { extendedAt, extension, appointmentAt, finishedAt } }: { dossier: StaffDossier }) {
  if (extendedAt && appointmentAt)
    return (
      <p>
        <strong>Đã xin lỗi, hẹn lại</strong> <time dateTime={toIsoLocal(appointmentAt)}>{momentWords(appointmentAt)}</time>. Đúng hạn hay
        quá hạn vẫn tính theo hạn dưới đây.
      </p>
    )
  if (!extension || extension.issuedAt !== null || finishedAt) return null
  return (
    <p>
      <strong>Phiếu xin lỗi đã soạn, chờ lãnh đạo ký.</strong> Đề nghị hẹn lại{' '}
      <time dateTime={toIsoLocal(extension.newDueAt)}>{momentWords(extension.newDueAt)}</time>.
    </p>
  )
}

/** The applicant has been silent for longer than the office said. No text at hand lets it end here by itself. */
const Lapsed = () => (
  <p>
    <strong>Đã quá ngày xem lại mà người nộp chưa trả lời.</strong> Gọi cho người nộp; hồ sơ không tự đóng.
  </p>
)

const limitOf = ({ limitValue, limitUnit }: StaffDossier['procedure']) => ({ value: limitValue, unit: limitUnit })

/** A counted deadline in the width of a column. */
export function Counted({
  dossier,
  counted,
}: {
  dossier: StaffDossier
  counted: Pick<ExplainedDue, 'deadline' | 'strip'> & Partial<Pick<ExplainedDue, 'written'>>
}) {
  const { now, calendar, submittedAt, procedure } = dossier
  const { dueAt } = counted.deadline
  return (
    <DenseDeadline
      dueAt={toIsoLocal(dueAt)}
      due={momentWords(dueAt)}
      limit={limitWords(limitOf(procedure))}
      strip={counted.strip}
      reasons={counted.written ?? explainBriefly(counted.deadline, { now, calendar, submittedAt })}
    />
  )
}
