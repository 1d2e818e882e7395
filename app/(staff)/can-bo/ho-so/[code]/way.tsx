import type { StaffDossier } from '@/lib/dossiers/dossier-queries'
import { toIsoLocal } from '@/lib/platform/local-date'
import { ROLE_WORDS } from '@/lib/staff/words'
import { formatNumber } from '@/lib/platform/money'
import { shortMoment } from '@/lib/text/dates'

type WayStop = StaffDossier['way'][number]

const STANDING: Record<WayStop['standing'], string> = {
  done: 'Đã xong',
  skipped: 'Bỏ qua',
  here: 'Đang ở đây',
  away: 'Đang ở cơ quan phối hợp',
  applicant: 'Đang chờ người nộp',
  withdrawal: 'Người nộp xin rút',
  stopped: 'Dừng ở đây',
  next: 'Chưa đến',
}

/** Whether a dossier stands at the step, whoever has to do something. */
const isAtHand = ({ standing }: WayStop): boolean => !['done', 'skipped', 'next'].includes(standing)

/** Of these it is said whose they are and how much time they have. */
const TIMED: readonly WayStop['standing'][] = ['here', 'next', 'done']

/** An agency that the way does not name is named here. */
const standingWords = ({ standing }: WayStop, holder: string | null): string =>
  standing === 'away' && holder !== null ? `Đang ở ${holder}` : STANDING[standing]

/** The steps that the procedure lays down, from left to right, or below each other on a phone; each says in words how it stands. */
export function Way({ dossier: { way, holder } }: { dossier: StaffDossier }) {
  if (way.length === 0) return null
  return (
    <section className="way" aria-label="Quy trình nội bộ">
      <ol>
        {way.map((step) => (
          <li key={step.position} className={isAtHand(step) ? 'here' : step.standing} aria-current={isAtHand(step) ? 'step' : undefined}>
            <span className="what">
              {step.position}. {step.name}
            </span>
            <span className="note">
              <b>{standingWords(step, holder)}</b>
              {step.act === null ? (
                TIMED.includes(step.standing) ? (
                  <>, {allotted(step)}</>
                ) : null
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
