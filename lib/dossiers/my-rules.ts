import { extensionOf } from '@/lib/documents/rules'
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
  with_agency: never,
  awaiting_issue: never,
  awaiting_supplement: () => true,
  awaiting_payment: () => true,
  withdrawal_asked: never,
  finished: ({ returnMethod }) => returnMethod === 'COUNTER',
  returned: never,
  refused: never,
  withdrawn: never,
  stopped: never,
}

/** Must the applicant act, or only wait? */
export const applicantActs = (dossier: Followed): boolean => APPLICANT_ACTS[dossier.stage](dossier)

/** Stages in which the result itself is the applicant's: it has been handed over (NĐ 118/2025/NĐ-CP Điều 22). */
export const RESULT_STAGES: readonly Stage[] = ['returned']

/** Whether the applicant may have the result of a dossier at this stage. */
export const mayHaveResult = ({ stage }: Pick<Followed, 'stage'>): boolean => RESULT_STAGES.includes(stage)

/** "H61.123-261123-0001-ket-qua.pdf": what the applicant's copy is called, whatever its file was called on the desk of the office. */
export function resultName(code: string, file: { fileName: string; mediaType: string }): string {
  const extension = extensionOf(file)
  return `${code}-ket-qua${extension === null ? '' : `.${extension}`}`
}

/** The results as the applicant sees and downloads them. */
export const namedForApplicant = <F extends { fileName: string; mediaType: string }>(code: string, files: readonly F[]): F[] =>
  files.map((file) => ({ ...file, fileName: resultName(code, file) }))
