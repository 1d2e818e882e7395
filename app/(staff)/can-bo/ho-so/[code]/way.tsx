import type { StaffDossier } from '@/lib/dossiers/dossier-queries'
import { toIsoLocal } from '@/lib/platform/local-date'
import { ROLE_WORDS } from '@/lib/staff/words'
import { formatNumber } from '@/lib/platform/money'
import { shortMoment } from '@/lib/text/dates'

type WayStop = StaffDossier['way'][number]

const STANDING: Record<WayStop['standing'], string> = { done: 'Đã xong', here: 'Đang ở đây', next: 'Chưa đến' }

/** The steps that the procedure lays down, from left to right, or below each other on a phone; each says in words how it stands. */
export function Way({ dossier: { way } }: { dossier: StaffDossier }) {
  if (way.length === 0) return null
  return (
    <section className="way" aria-label="Quy trình nội bộ">
      <ol>
        {way.map((step) => (
          <li key={step.position} className={step.standing} aria-current={step.standing === 'here' ? 'step' : undefined}>
            <span className="what">
              {step.position}. {step.name}
            </span>
            <span className="note">
              <b>{STANDING[step.standing]}</b>
              {step.act === null ? (
                <>, {allotted(step)}</>
              ) : (
                <>
                  {' '}
                  <time dateTime={toIsoLocal(step.act.at)}>{shortMoment(step.act.at)}</time>
                  {step.act.by === null ? '' : `, ${step.act.by}`}
                </>
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Whose step it is and in how many office hours: "chuyên viên, 24 giờ làm việc". */
const allotted = ({ role, department, minutes }: WayStop): string =>
  [role === null ? 'người giải quyết' : ROLE_WORDS[role], department, `${formatNumber(Math.round((minutes / 60) * 10) / 10)} giờ`]
    .filter((part) => part !== null)
    .join(', ')
