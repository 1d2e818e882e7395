import { Section } from '@/components/dossiers/dossier-page'
import { DenseDeadline } from '@/components/dossiers/explained-deadline'
import { explainBriefly } from '@/lib/deadlines/short-explanation'
import { limitWords } from '@/lib/deadlines/words'
import type { StaffDossier } from '@/lib/dossiers/dossier-queries'
import type { ExplainedDue } from '@/lib/dossiers/follow'
import { toIsoLocal } from '@/lib/platform/local-date'
import { momentWords } from '@/lib/text/dates'

/** When the result is due and why, or, before anyone has received it, until when the office has to answer. */
export function Deadline({ dossier }: { dossier: StaffDossier }) {
  const { due, nextDueAt, procedure } = dossier
  if (due)
    return (
      <Section id="han" title="Hạn trả kết quả">
        <Counted dossier={dossier} counted={due} />
      </Section>
    )
  return (
    <Section id="han" title="Hạn tiếp nhận">
      {nextDueAt === null ? null : (
        <p className="due-at">
          <time dateTime={toIsoLocal(nextDueAt)}>{momentWords(nextDueAt)}</time> <span className="note">8 giờ làm việc</span>
        </p>
      )}
      <p className="note">
        Hồ sơ mới phải được trả lời trong 8 giờ làm việc. Thời hạn giải quyết ({limitWords(limitOf(procedure)).toLocaleLowerCase('vi')}) bắt
        đầu tính khi tiếp nhận.
      </p>
    </Section>
  )
}

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
