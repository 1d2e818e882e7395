import type { ReturnMethod, Stage } from '@/prisma/generated/enums'

type Followed = { stage: Stage; returnMethod: ReturnMethod }

const never = (): boolean => false

/** Whether the applicant has something to do now; a new stage does not compile until that is decided. */
const APPLICANT_ACTS: Record<Stage, (dossier: Followed) => boolean> = {
  submitted: never,
  received: never,
  in_department: never,
  in_hand: never,
  awaiting_approval: never,
  finished: ({ returnMethod }) => returnMethod === 'COUNTER',
  returned: never,
}

/** Must the applicant act, or only wait? */
export const applicantActs = (dossier: Followed): boolean => APPLICANT_ACTS[dossier.stage](dossier)

/** Stages in which the result itself is the applicant's: it has been handed over (NĐ 118/2025/NĐ-CP Điều 22). */
export const RESULT_STAGES: readonly Stage[] = ['returned']

/** Whether the applicant may have the result of a dossier at this stage. */
export const mayHaveResult = ({ stage }: Pick<Followed, 'stage'>): boolean => RESULT_STAGES.includes(stage)
