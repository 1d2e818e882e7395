/** A followed dossier as the public API answers it: instants with +07:00, stages with their national code, nothing personal. */
import { deadlineJson } from '@/lib/deadlines/json'
import { toIsoLocal } from '@/lib/platform/local-date'
import type { LookedUp } from './look-up-queries'
import { NATIONAL, nextStep } from './rules'
import { THE_APPLICANT } from './words'

const instant = (at: Date | null): string | null => at && toIsoLocal(at)

/**
 * The body of `POST /api/v1/dossiers/{code}/status`. `nationalStatus`: 1 to 10 of TT 04/2025/TT-VPCP. `next.by`: the role that has to act;
 * `next.step` null: nobody has to. `answerDueAt` until it is received, `dueAt` and `deadline` from then on.
 */
export function statusJson({ code, stage, procedure, commune, followed, returnedBy, ...dates }: Omit<LookedUp, 'apology'>) {
  const { tag, place, toDo, promise } = followed
  const { holder, at } = place
  return {
    code,
    procedure,
    agency: commune.name,
    stage,
    stageName: tag.label,
    nationalStatus: NATIONAL[stage],
    // What lies ready to download is the applicant's already; pages name the place to look instead.
    holder: { role: returnedBy === 'ONLINE' ? THE_APPLICANT : holder, place: at },
    next: {
      step: nextStep(stage),
      by: toDo.mustAct ? THE_APPLICANT : nextStep(stage) === null ? null : holder,
      text: `${toDo.lead} ${toDo.next}`,
    },
    submittedAt: toIsoLocal(dates.submittedAt),
    answerDueAt: instant(dates.answerDueAt),
    receivedAt: instant(dates.receivedAt),
    dueAt: instant(dates.dueAt),
    appointmentAt: instant(dates.appointmentAt),
    finishedAt: instant(dates.finishedAt),
    returnedAt: instant(dates.returnedAt),
    deadline: promise?.kind === 'result' ? deadlineJson(promise.deadline) : null,
  }
}
