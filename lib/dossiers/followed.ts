/** A dossier as the one who filed it follows it: where it is, what comes, by when and why. By role, never by name. Pure. */
import { explainAtLength, type ReasonLine } from '@/lib/deadlines/explanation'
import { type Deadline, effectiveReceiptOf } from '@/lib/deadlines/rules'
import type { DayStrip } from '@/lib/deadlines/day-strip'
import { answerStanding, type DueStanding } from '@/lib/deadlines/standing'
import type { WorkCalendar } from '@/lib/deadlines/working-time'
import { localDateOf, toIsoLocal } from '@/lib/platform/local-date'
import { momentDayMonth, momentWords } from '@/lib/text/dates'
import { inSentence } from '@/lib/text/typed-date'
import type { Channel, DepartmentKind, OnlineLevel, ReturnMethod, Stage } from '@/prisma/generated/enums'
import { type Dates, explainDue, isMoved, isPromiseBroken, stagesAhead } from './follow'
import { type Offices, officesOf } from './followed-offices'
import { HANDED_OVER, type HandedOver } from './hand-over-words'
import { CLOSED_STAGES, STAGES } from './rules'
import { endedWithoutResult, type FeeLine } from './unpaid'
import { handedOver, type ToDo, whatToDo } from './what-to-do'
import {
  AGENCY_OFFICER,
  BACK_WORDS,
  GOES_ON,
  RETURN_WORDS,
  CUT_SHORT,
  ENDED_BY,
  SENT_BY,
  STAGE_TAGS,
  STOP_WORDS,
  type Stop,
  type TagFamily,
  THE_APPLICANT,
  WHERE_IT_IS,
} from './words'

/** What is read of a dossier to follow it: nothing personal. `events` in their order. */
export type FollowedRow = Dates & {
  stage: Stage
  channel: Channel
  returnMethod: ReturnMethod
  procedureVersion: { onlineLevel: OnlineLevel; bring: string | null }
  appointmentAt: Date | null
  handOver: HandedOver
  feeLines: readonly FeeLine[]
  /** The other agency that has it now. */
  agency: { name: string } | null
  department: { name: string; kind: DepartmentKind }
  commune: { name: string }
  /** Another commune at whose counter it was filed and the result is fetched; null or left out: none. */
  receivingCommune?: { name: string } | null
  events: readonly { at: Date; step: string; changes: unknown }[]
}

/** An instant for the machine and in words; the year is said when it is not this one. */
export type Moment = { iso: string; text: string }

/** A stop of the way; `from` and `to` are said as far as they are known, `who` by role. */
export type WayStop = {
  standing: 'past' | 'here' | 'next'
  what: string
  from: Moment | null
  to: Moment | null
  isOpen: boolean
  who: string
}

/** Before receipt: by when the office answers. After it: when the result is due, and why. */
type DuePromise =
  | { kind: 'answer'; by: Moment; countedFrom: Moment; isMoved: boolean; standing: DueStanding }
  | {
      kind: 'result'
      at: Moment
      /** The day it was due by the count, where an apology has given another one; else null. */
      counted: Moment | null
      /** Whether that other day has passed as well. */
      isBroken: boolean
      /** When it was finished; null as long as it is not. */
      done: Moment | null
      /** By when the desk answers a wish to withdraw; null: nobody asked. */
      answerBy: Moment | null
      /** With what the clock goes on, where it stands. */
      goesOn: string
      standing: DueStanding
      deadline: Deadline
      strip: DayStrip
      reasons: readonly ReasonLine[]
    }

export type Followed = {
  tag: { family: TagFamily; label: string }
  /** Null: all of it is one commune's. */
  offices: Offices | null
  place: { lead: string; holder: string; at: string | null; purpose: string }
  toDo: ToDo
  promise: DuePromise | null
  way: readonly WayStop[]
}

/** `toApplicant`: on the pages of the one who filed it, signed in; else whoever knows code and factor may be reading. */
type Telling = { calendar: WorkCalendar; now: Date; toApplicant?: boolean }

/** All that a page or the public interface says of a dossier to the one who filed it. */
export function followedOf(row: FollowedRow, telling: Telling): Followed {
  const handed = handedOver(row)
  const { family, citizen } = STAGE_TAGS[row.stage]
  const { lead, purpose } = WHERE_IT_IS[row.stage]
  return {
    tag: { family, label: handed?.tag.citizen ?? citizen },
    place: handed
      ? { ...handedTo(handed.place, telling), at: null, purpose: '' }
      : { lead, ...named(holderAt(row, row.stage), telling), purpose },
    offices: officesOf(row),
    toDo: toDoIn(row, telling),
    promise: promiseOf(row, telling),
    way: [...wayBehind(row, telling.now), ...wayAhead(row)].map((stop) => (telling.toApplicant ? toHer(stop) : stop)),
  }
}

/** Whoever filed at another commune's counter is told that it is that one to come to. */
function toDoIn(row: FollowedRow, telling: Telling): ToDo {
  const toDo = whatToDo(row, telling)
  if (!row.receivingCommune || row.stage !== 'finished' || row.returnMethod !== 'COUNTER') return toDo
  return { ...toDo, next: `Kết quả ở quầy Một cửa ${row.receivingCommune.name}. ${toDo.next}` }
}

/** Whose desk has it, said where two communes have one. */
const DESKS: Partial<Record<Stage, 'commune' | 'receivingCommune'>> = {
  submitted: 'commune',
  received: 'commune',
  withdrawal_asked: 'commune',
  finished: 'receivingCommune',
}

/** Who holds a dossier at a stage, by role, and in whose house: "chuyên viên" of "Văn phòng HĐND và UBND". */
function holderAt(row: FollowedRow, stage: Stage): { holder: string; at: string | null } {
  const { department, commune, agency } = row
  const { holder, at } = WHERE_IT_IS[stage]
  const isAgency = department.kind === 'AGENCY'
  // What an agency works on is decided in the agency itself.
  if (at === 'approver') return { holder: `${holder} ${isAgency ? department.name : `UBND ${commune.name}`}`, at: null }
  if (at === 'agency') return { holder: agency?.name ?? holder, at: null }
  const desk = row.receivingCommune ? DESKS[stage] : undefined
  if (desk) return { holder, at: row[desk]?.name ?? null }
  return { holder: isAgency && stage === 'in_hand' ? AGENCY_OFFICER : holder, at: at === 'department' ? department.name : null }
}

const named = <P extends { holder: string }>(place: P, { toApplicant }: Telling): P =>
  toApplicant && place.holder === THE_APPLICANT ? { ...place, holder: 'Ông/Bà' } : place

const toHer = (stop: WayStop): WayStop => (stop.who === THE_APPLICANT ? { ...stop, who: 'Ông/Bà' } : stop)

/** Whoever came for it is not called "the receiver" to her face; perhaps she sent somebody. */
const handedTo = (place: { lead: string; holder: string }, { toApplicant }: Telling): { lead: string; holder: string } =>
  toApplicant && place === HANDED_OVER.COUNTER.place ? { lead: 'Kết quả đã được trao', holder: 'tại quầy Một cửa' } : place

function promiseOf(row: FollowedRow, { calendar, now }: Telling): DuePromise | null {
  const due = explainDue(row, calendar, now)
  const at = row.appointmentAt ?? row.dueAt
  // What ended without a result is promised to nobody any more.
  if (endedWithoutResult(row.stage)) return null
  if (due && at) {
    const reasons = due.written ?? explainAtLength(due.deadline, { now, calendar, submittedAt: row.submittedAt })
    const isWithdrawing = row.stage === 'withdrawal_asked'
    const hasMoved = isMoved(row) && row.events.some(({ step }) => step === 'extend')
    return {
      ...{ kind: 'result', ...due, reasons, at: inFull(at), done: row.finishedAt && inFull(row.finishedAt) },
      counted: hasMoved && row.dueAt ? inFull(row.dueAt) : null,
      isBroken: hasMoved && isPromiseBroken(row, now),
      answerBy: isWithdrawing && row.nextDueAt ? inFull(row.nextDueAt) : null,
      goesOn: GOES_ON[row.stage] ?? 'Khi hết tạm dừng',
      ...(isWithdrawing ? { standing: { kind: 'waiting', for: 'withdrawal' } } : {}),
    }
  }
  if (row.stage !== 'submitted' || !row.nextDueAt) return null
  // After an answered supplement the eight hours have begun anew.
  const arrivedAt = row.events.slice(1).findLast(({ changes }) => stageIn(changes) === 'submitted')?.at ?? row.submittedAt
  const countedFrom = effectiveReceiptOf(arrivedAt, calendar)
  return {
    kind: 'answer',
    by: inFull(row.nextDueAt),
    countedFrom: inFull(countedFrom),
    isMoved: countedFrom.getTime() !== arrivedAt.getTime(),
    standing: answerStanding(now, row.nextDueAt, calendar),
  }
}

const STOP_OF: Record<Stage, Stop> = {
  submitted: 'sent',
  received: 'accepted',
  in_department: 'work',
  in_hand: 'work',
  with_agency: 'agency',
  awaiting_approval: 'approval',
  awaiting_issue: 'approval',
  awaiting_supplement: 'supplement',
  awaiting_payment: 'payment',
  withdrawal_asked: 'withdrawal',
  finished: 'result',
  returned: 'handed_over',
  refused: 'refused',
  withdrawn: 'withdrawn',
  stopped: 'stopped',
}

type Back = keyof typeof BACK_WORDS

/** Stages in a row that a citizen sees as one stop; the last of them says who. `by`: the step that led to it; `back`: the steps that led back to it from an approval. */
type Run = { stop: Stop; stage: Stage; from: Date; by: string; back: Back[] }

function runsOf({ events }: FollowedRow): Run[] {
  const runs: Run[] = []
  for (const { at, step, changes } of events) {
    const stage = stageIn(changes)
    if (!stage) continue
    // What came back undecided was not resolved before: the work goes on where it was, or each round would stand there as one more success.
    if (isBack(step) && runs.at(-1)?.stop === 'approval' && runs.at(-2)?.stop === 'work') {
      runs.pop()
      runs.at(-1)?.back.push(step)
    }
    const before = runs.at(-1)
    if (before?.stop === STOP_OF[stage]) before.stage = stage
    else runs.push({ stop: STOP_OF[stage], stage, from: at, by: step, back: [] })
  }
  return runs
}

const isBack = (step: string): step is Back => Object.hasOwn(BACK_WORDS, step)

/** Who broke off a proposal, by role: the leader sent it back, or whoever had proposed it took it back. */
const backWords = (row: FollowedRow, back: readonly Back[]): string[] =>
  [...new Set(back)].map((step) => {
    const { holder } = holderAt(row, step === 'send_back' ? 'awaiting_approval' : 'in_hand')
    return BACK_WORDS[step](holder, back.filter((other) => other === step).length)
  })

function stageIn(changes: unknown): Stage | null {
  const named = typeof changes === 'object' && changes !== null && 'stage' in changes ? changes.stage : null
  return STAGES.find((stage) => stage === named) ?? null
}

function wayBehind(row: FollowedRow, now: Date): WayStop[] {
  const moment = (at: Date): Moment => ({
    iso: toIsoLocal(at),
    text: localDateOf(at).slice(0, 4) === localDateOf(now).slice(0, 4) ? momentDayMonth(at) : momentWords(at),
  })
  const runs = runsOf(row)
  return runs.map(({ stop, stage, from, back }, index): WayStop => {
    const next = runs[index + 1]
    const isHere = !next && !CLOSED_STAGES.includes(row.stage)
    const lasts = LASTING.includes(stop)
    const words = STOP_WORDS[stop]
    return {
      standing: isHere ? 'here' : 'past',
      what: isHere ? words.here : (cutShort(stop, next) ?? pastWords(row, stop)),
      // Of an approval that is over the citizen wants to know when it was given, not how long it lay.
      from: stop === 'approval' && next ? null : moment(from),
      to: lasts && next ? moment(next.from) : null,
      isOpen: lasts && isHere,
      who: [whoAt(row, stop, stage), ...backWords(row, back)].join('; '),
    }
  })
}

/** Stops at which somebody works or is waited for, so that both their ends are said. */
const LASTING: readonly Stop[] = ['work', 'agency', 'approval', 'supplement', 'payment', 'withdrawal']

const pastWords = (row: FollowedRow, stop: Stop): string => (stop === 'handed_over' && handedOver(row)?.stop.what) || STOP_WORDS[stop].past

function wayAhead(row: FollowedRow): WayStop[] {
  const here = STOP_OF[row.stage]
  const stops = new Map(stagesAhead(row).map((stage) => [STOP_OF[stage], stage]))
  return [...stops].flatMap(([stop, stage]): WayStop[] => {
    const what = STOP_WORDS[stop].ahead
    return what === null || stop === here
      ? []
      : [{ standing: 'next', what, from: null, to: null, isOpen: false, who: whoAt(row, stop, stage) }]
  })
}

function whoAt(row: FollowedRow, stop: Stop, stage: Stage): string {
  if (stop === 'sent') return SENT_BY[row.channel]
  // Of two counters either may have received it: that it lies at the deciding one now says nothing of that.
  if (stop === 'accepted') return WHERE_IT_IS[stage].holder
  if (stop === 'refused') return WHERE_IT_IS.submitted.holder
  if (stop === 'stopped')
    return row.events.some(({ step }) => step === 'stop') ? WHERE_IT_IS.awaiting_approval.holder : WHERE_IT_IS.withdrawal_asked.holder
  if (stop === 'handed_over') return handedOver(row)?.stop.who ?? inSentence(RETURN_WORDS[row.returnMethod])
  const { holder, at } = holderAt(row, stage)
  return at === null ? holder : `${holder}, ${at}`
}

const inFull = (at: Date): Moment => ({ iso: toIsoLocal(at), text: momentWords(at) })

/** What a stop is called that ended otherwise than in what it was for. */
const cutShort = (stop: Stop, next: Run | undefined): string | undefined => next && (ENDED_BY[next.by] ?? CUT_SHORT[stop]?.[next.stop])
