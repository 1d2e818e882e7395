import type { Actor, Right, StaffActor } from '@/lib/access/policy'
import { hasRight, placesOf } from '@/lib/access/policy'
import type { PaperKind } from '@/lib/papers/rules'
import type { RefusalCode } from '@/lib/platform/refusal'
import { hasIssueStep, type WayStep } from '@/lib/procedures/way'
import type { Channel, HolderKind, Stage } from '@/prisma/generated/enums'
import { type Condition, type Desk, type Move, MOVES, type Step } from './move-rules'

/**
 * National status codes of TT 04/2025/TT-VPCP. A withdrawal before receipt needs nobody's consent, so 7 (asked) and 8 (stopped) fall together
 * and the dossier stands at 8.
 */
export const NATIONAL: Record<Stage, 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10> = {
  submitted: 1,
  received: 2,
  in_department: 4,
  in_hand: 4,
  with_agency: 4,
  awaiting_approval: 4,
  awaiting_issue: 4,
  awaiting_supplement: 5,
  awaiting_payment: 6,
  withdrawal_asked: 7,
  finished: 9,
  returned: 10,
  refused: 3,
  withdrawn: 8,
  stopped: 8,
}

/** A new online dossier is answered within 8 office hours (NĐ 45/2020/NĐ-CP; unverified, kept in one place). */
export const ANSWER_MINUTES = 8 * 60

/**
 * By when the office looks again at a dossier that waits for its applicant, in calendar days, where the commune has set nothing else. Nothing
 * happens to her when it passes but that the desk sees it (unverified: the texts at hand name no limit for the answer).
 */
export const SUPPLEMENT_DAYS = 30

/** Stages in which nobody has to act any more. */
export const CLOSED_STAGES: readonly Stage[] = ['returned', 'refused', 'withdrawn', 'stopped']

/** Stages in which the legal clock of a received dossier stands: somebody waits for the applicant, or for what she wants (national 5, 6, 7). */
export const PAUSED_STAGES: readonly Stage[] = ['awaiting_supplement', 'awaiting_payment', 'withdrawal_asked']

/** Stages that keep where the dossier came from. */
const KEPT_STAGES: readonly Stage[] = ['withdrawal_asked', 'stopped']

/** What the table needs to know of a dossier. */
export type Standing = {
  communeId: number
  receivingCommuneId: number | null
  stage: Stage
  /** Whose work it is. */
  departmentCode: string
  holderKind: HolderKind
  holderDepartment: string | null
  holderStaffId: string | null
  processorId: string | null
  receivedAt: Date | null
  askedInWorkAt: Date | null
  extendedAt: Date | null
  stageBefore: Stage | null
}

/**
 * Where a dossier goes back to once what it waited for is there: where it stood when the applicant wished to withdraw or the office stopped it, else
 * to the desk's check before receipt and to the one who works on it after.
 */
export const stageBack = ({ stage, stageBefore, receivedAt }: Pick<Standing, 'stage' | 'stageBefore' | 'receivedAt'>): Stage =>
  KEPT_STAGES.includes(stage) && stageBefore !== null ? stageBefore : receivedAt === null ? 'submitted' : 'in_hand'

/** The stage that a move leads to for this dossier, on the way of its procedure. */
export function stageAfter(
  { to }: Move,
  dossier: Pick<Standing, 'stage' | 'stageBefore' | 'receivedAt'>,
  way: readonly WayStep[] = [],
): Stage {
  if (to === 'same') return dossier.stage
  if (to === 'signed') return hasIssueStep(way) ? 'awaiting_issue' : 'finished'
  return to === 'back' ? stageBack(dossier) : to
}

/** The move, or null where the step is not possible at this stage. */
export const moveOf = (stage: Stage, step: Step): Move | null => MOVES[stage][step] ?? null

/**
 * Whether this actor may take this step now: the stage allows it, a role has the right or it is the applicant's own to do, and the dossier is
 * theirs to move. Whose dossier a citizen's is, `visibleTo` has decided before.
 * Refusals: `step_not_possible`, `already_asked`, `not_allowed`, `sign_in_needed`.
 */
export function mayMove(actor: Actor, dossier: Standing, step: Step): true | RefusalCode {
  if (actor.kind === 'anonymous') return 'sign_in_needed'
  if (!isTheirs(actor, step)) return 'not_allowed'
  const possible = moveOf(dossier.stage, step)
  if (!possible) return 'step_not_possible'
  if (actor.kind === 'citizen' && !possible.applicant) return 'not_allowed'
  if (actor.kind === 'staff' && !placesOf(actor).some((place) => movesFrom(place, dossier, possible))) return 'not_allowed'
  return meets(possible, dossier)
}

/** Whether what a move asks beyond the stage holds, or the refusal's code. */
export const meets = ({ only }: Pick<Move, 'only'>, dossier: Standing): true | RefusalCode => only === null || ONLY[only](dossier)

/** What must hold beyond the stage, or the refusal's code. */
const ONLY: Record<Condition, (dossier: Standing) => true | RefusalCode> = {
  before_receipt: ({ receivedAt }) => receivedAt === null || 'step_not_possible',
  after_receipt: ({ receivedAt }) => receivedAt !== null || 'step_not_possible',
  not_asked_yet: ({ askedInWorkAt }) => askedInWorkAt === null || 'already_asked',
  asked_once: ({ askedInWorkAt }) => askedInWorkAt !== null || 'step_not_possible',
  stopped_by_office: ({ stageBefore }) => stageBefore !== null || 'step_not_possible',
  not_extended_yet: ({ extendedAt }) => extendedAt === null || 'already_extended',
}

/** Whether the move is this one place's: by its roles, its department, its person. */
export function movesFrom(place: StaffActor, dossier: Standing, { right, by, desk }: Pick<Move, 'right' | 'by' | 'desk'>): boolean {
  if (!isAtDesk(place, dossier, desk)) return false
  if (right === null || !(hasRight(place, right) || isInPlaceOfRegistrar(place, dossier, right))) return false
  if (by === 'department') return dossier.holderDepartment === place.departmentCode
  if (by === 'processor') return dossier.processorId === place.staffId
  if (by === 'answerable') return place.roles.includes('leader') || dossier.departmentCode === place.departmentCode
  if (by === 'agency') return dossier.holderDepartment === place.departmentCode || dossier.processorId === place.staffId
  return by === 'anyone' || dossier.holderStaffId === place.staffId
}

/** Whether this officer's office is one at which the move is made: the commune that decides, or the one that received for it. */
const isAtDesk = ({ communeId }: StaffActor, dossier: Pick<Standing, 'communeId' | 'receivingCommuneId'>, desk: Desk): boolean =>
  communeId === dossier.communeId || (desk === 'either' && communeId === dossier.receivingCommuneId)

/** The head who holds what waits for number and seal does so because there is no registrar (`nobody-there.ts`), and does the registrar's work. */
const isInPlaceOfRegistrar = (place: StaffActor, { stage, holderStaffId }: Standing, right: Right): boolean =>
  right === 'dossier.issue' && stage === 'awaiting_issue' && holderStaffId === place.staffId && hasRight(place, 'dossier.assign')

/**
 * The place from which this officer takes the step: their own, or that of an absent colleague, who then holds what the step gives to "the actor",
 * so that the work is still there when the colleague comes back.
 */
export function placeToMoveFrom(actor: Actor, dossier: Standing, step: Step): Actor {
  const possible = moveOf(dossier.stage, step)
  if (actor.kind !== 'staff' || !possible) return actor
  return placesOf(actor).find((place) => movesFrom(place, dossier, possible)) ?? actor
}

/** Whether the step is something that a person of this kind ever does. */
const isTheirs = (actor: Actor, step: Step): boolean =>
  actor.kind === 'staff' || (actor.kind === 'citizen' && Object.values(MOVES).some(({ [step]: possible }) => possible?.applicant === true))

/**
 * `mayMove` for a page that showed `version`: an older page is let through to be told who was first, which says more than that
 * the step is not possible any more. `mustBeCurrent` in the store then refuses it before anything is written. Only to those who ever take the
 * step: the sentence names a member of staff; the applicant is told roles, never names.
 */
export const mayMoveFrom = (actor: Actor, dossier: Standing & { version: number }, step: Step, version: number): true | RefusalCode =>
  dossier.version !== version && takesStep(actor, step) ? true : mayMove(actor, dossier, step)

/** Whether the step is this actor's work at all, at whatever stage. */
const takesStep = (actor: Actor, step: Step): boolean =>
  Object.values(MOVES).some(({ [step]: possible }) => {
    if (possible === undefined) return false
    if (actor.kind === 'citizen') return possible.applicant
    const { right } = possible
    return actor.kind === 'staff' && right !== null && placesOf(actor).some((place) => hasRight(place, right))
  })

/** The move of a step that `mayMove` has allowed. */
export function moveFrom(stage: Stage, step: Step): Move {
  const possible = moveOf(stage, step)
  if (!possible) throw new Error(`No move ${step} from ${stage}: the command ran although it was not allowed`)
  return possible
}

/** The steps this actor may take now, the ordinary ones first: what the page draws. */
export function permittedSteps(actor: Actor, dossier: Standing): { step: Step; move: Move }[] {
  const moves = MOVES[dossier.stage]
  return STEPS.flatMap((step) => {
    const found = moves[step]
    return found && mayMove(actor, dossier, step) === true ? [{ step, move: found }] : []
  }).sort((a, b) => Number(b.move.ordinary) - Number(a.move.ordinary))
}

export const STEPS: readonly Step[] = [
  'receive',
  'forward',
  'take',
  'propose',
  'agency_answer',
  'approve',
  'issue',
  'confirm_payment',
  'confirm_withdrawal',
  'send_back',
  'recall',
  'assign',
  'ask_agency',
  'ask_for_payment',
  'pass_on',
  'pass_to_department',
  'give_back',
  'return_to_desk',
  'recall_forward',
  'recall_payment',
  'return_to_signer',
  'answer',
  'ask_for_more',
  'ask_again',
  'keep_going',
  'refuse',
  'withdraw',
  'extend',
  'ask_to_withdraw',
  'stop',
  'take_up_again',
  'reopen',
  'hand_over',
]
export const STAGES: readonly Stage[] = [
  'submitted',
  'received',
  'in_department',
  'in_hand',
  'with_agency',
  'awaiting_approval',
  'awaiting_issue',
  'awaiting_supplement',
  'awaiting_payment',
  'withdrawal_asked',
  'finished',
  'returned',
  'refused',
  'withdrawn',
  'stopped',
]

const PAPERS: ReadonlyMap<string, PaperKind> = new Map(
  Object.values(MOVES).flatMap((moves) =>
    Object.entries(moves).flatMap(([step, { paper }]) => (paper === null ? [] : [[step, paper] as const])),
  ),
)

/** The paper that a step issues, at whichever stage it is taken; null: none, or what happened is no step of the table. */
export const paperOf = (step: string): PaperKind | null => PAPERS.get(step) ?? null

/** The step that the dossier waits for: exactly one while it is open, null once it is closed. */
export function nextStep(stage: Stage): Step | null {
  const ordinary = STEPS.filter((step) => MOVES[stage][step]?.ordinary)
  return ordinary[0] ?? null
}

/**
 * The commune at whose desk the dossier lies. A result lies where it is fetched, so at the counter that received; all else at the one that decides,
 * which is answerable for it. Null while no desk has it. It follows from the stage, as who holds it does.
 */
export function deskOf({ stage, holderKind, communeId, receivingCommuneId }: AtDesk): number | null {
  if (holderKind !== 'desk') return null
  return stage === 'finished' ? (receivingCommuneId ?? communeId) : communeId
}

type AtDesk = Pick<Standing, 'stage' | 'holderKind' | 'communeId' | 'receivingCommuneId'>

/** Channels that count as online filing (index 3.3 of QĐ 766/QĐ-TTg: KenhThucHien = 2). */
export const ONLINE_CHANNELS: readonly Channel[] = ['ONLINE', 'NATIONAL_PORTAL']

/** "H61.123-261123-0001": agency, local day of filing, number of the day with at least four digits (TT 04/2025/TT-VPCP). */
export const dossierCode = (agencyCode: string, day: string, number: number): string =>
  `${agencyCode}-${day.slice(2).replaceAll('-', '')}-${String(number).padStart(4, '0')}`

/** Shape of a dossier's code, for what people type or scan. */
export const DOSSIER_CODE = /^[A-Z]\d{2}(?:\.\d{1,3}){1,3}-\d{6}-\d{4,}$/
