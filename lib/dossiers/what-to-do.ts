/** What the one who filed a dossier has to do now, and what comes next. Pure. */
import { formatVnd } from '@/lib/platform/money'
import { beyondNetwork, ifNotDone } from '@/lib/procedures/words'
import { momentWords } from '@/lib/text/dates'
import type { Channel, OnlineLevel, ReturnMethod, Stage } from '@/prisma/generated/enums'
import { HANDED_OVER, type HandedOver, trackingWords } from './hand-over-words'
import { applicantActs } from './my-rules'
import { CLOSED_STAGES, ONLINE_CHANNELS } from './rules'
import { type FeeLine, owed } from './unpaid'
import { electronicResultWords, leadAt, NEXT_ON_HER_PAGES, owedWords, WHAT_IS_NEXT } from './words'

type Row = {
  stage: Stage
  channel: Channel
  returnMethod: ReturnMethod
  procedureVersion: { onlineLevel: OnlineLevel; bring: string | null }
  receivedAt: Date | null
  appointmentAt: Date | null
  handOver: HandedOver
  feeLines: readonly FeeLine[]
}

/** `toApplicant`: on the pages of the one who filed it, signed in; else whoever knows code and factor may be reading. */
type Telling = { now: Date; toApplicant?: boolean | undefined }

export type ToDo = { mustAct: boolean; lead: string; next: string }

/** How the result was handed over, in words; null as long as it was not. */
export function handedOver({ stage, handOver, returnMethod }: Pick<Row, 'stage' | 'handOver' | 'returnMethod'>) {
  return stage === 'returned' ? HANDED_OVER[handOver?.method ?? returnMethod] : null
}

/** Whether the one who filed it has to do something (`mustAct`), that in a sentence (`lead`), and what else there is to know (`next`). */
export function whatToDo(row: Row, { now, toApplicant }: Telling): ToDo {
  const handed = handedOver(row)
  const mustAct = handed ? false : applicantActs(row)
  const due = owed(row)
  const next = handed ? [handed.next, trackingWords(row.handOver)].filter(Boolean).join(' ') : nextWords(row, { now, toApplicant })
  // Whoever still has to pay, or to come with what does not go over the network, is not told that there is nothing to do.
  const open = [
    due === 0 || row.stage === 'withdrawal_asked' ? null : owedWords(formatVnd(due), payableAt(row.stage, handed !== null)),
    stillBeyondNetwork(row),
  ].filter((words) => words !== null)
  if (mustAct) return { mustAct, lead: leadAt(row.stage, mustAct), next: [next, ...open].join(' ') }
  const [lead = leadAt(row.stage, mustAct), ...others] = open
  return { mustAct, lead, next: [...others, next].join(' ') }
}

const payableAt = (stage: Stage, isHandedOver: boolean): 'result' | 'notice' | 'over' =>
  isHandedOver ? 'over' : stage === 'awaiting_payment' ? 'notice' : 'result'

/** Of a dossier that came over the network in part; nobody notes when the rest was done, so it is told as long as the dossier is open. */
function stillBeyondNetwork({ stage, channel, procedureVersion }: Row): string | null {
  const isOver = CLOSED_STAGES.includes(stage) || stage === 'withdrawal_asked'
  const beyond = isOver || !ONLINE_CHANNELS.includes(channel) ? null : beyondNetwork(procedureVersion)
  return beyond && ifNotDone(beyond)
}

/** What comes next, in words: for the one who filed it on her own pages, or for anyone who follows it. */
export function nextWords(row: Pick<Row, 'stage' | 'returnMethod' | 'appointmentAt'>, { now, toApplicant }: Telling): string {
  if (row.stage === 'finished' && row.returnMethod === 'ONLINE')
    return electronicResultWords(row.appointmentAt && row.appointmentAt > now ? momentWords(row.appointmentAt) : null, toApplicant === true)
  const ordinary = (toApplicant ? NEXT_ON_HER_PAGES[row.stage] : undefined) ?? WHAT_IS_NEXT[row.stage]
  return typeof ordinary === 'string' ? ordinary : ordinary[row.returnMethod]
}
