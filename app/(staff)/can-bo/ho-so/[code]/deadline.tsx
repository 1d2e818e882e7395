import { Section } from '@/components/dossiers/dossier-page'
import { DueChip } from '@/components/dossiers/due-chip'
import { DenseDeadline } from '@/components/dossiers/explained-deadline'
import { explainBriefly } from '@/lib/deadlines/short-explanation'
import { limitWords } from '@/lib/deadlines/words'
import type { StaffDossier } from '@/lib/dossiers/dossier-queries'
import type { ExplainedDue } from '@/lib/dossiers/follow'
import { toIsoLocal } from '@/lib/platform/local-date'
import { momentWords } from '@/lib/text/dates'

/** When the result is due and why, or, before anyone has received it, until when the office has to answer. */
export function Deadline({ dossier }: { dossier: StaffDossier }) {
  const { due, nextDueAt, procedure, stage, standing, now } = dossier
  const hasLapsed = stage === 'awaiting_supplement' && nextDueAt !== null && now > nextDueAt
  if (due)
    return (
      <Section id="han" title={due.deadline.frozen ? 'Hạn trả kết quả, đang tạm dừng' : 'Hạn trả kết quả'}>
        {hasLapsed ? <Lapsed /> : null}
        {due.deadline.frozen ? <p className="note">Hạn dưới đây là hạn khi tạm dừng; hạn mới tính lại khi người nộp bổ sung.</p> : null}
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

/** The applicant has been silent for longer than the office said. No text at hand lets it end here by itself. */
const Lapsed = () => (
  <p>
    <strong>Đã quá ngày hẹn bổ sung mà chưa có trả lời.</strong> Gọi cho người nộp; hồ sơ không tự đóng.
  </p>
)

const limitOf = ({ limitValue, limitUnit }: StaffDossier['procedure']) => ({ value: limitValue, unit: limitUnit })

/** A counted deadline in the width of a column. */
export function Counted({ dossier, counted }: { dossier: StaffDossier; counted: Pick<ExplainedDue, 'deadline' | 'strip'> }) {
  const { now, calendar, submittedAt, procedure } = dossier
  const { dueAt } = counted.deadline
  return (
    <DenseDeadline
      dueAt={toIsoLocal(dueAt)}
      due={momentWords(dueAt)}
      limit={limitWords(limitOf(procedure))}
      strip={counted.strip}
      reasons={explainBriefly(counted.deadline, { now, calendar, submittedAt })}
    />
  )
}
