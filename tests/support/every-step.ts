// Any step of the table, taken through the door that its page calls, with whatever that page would send.
import type { Actor } from '@/lib/access/policy'
import { answerSupplement, keepSupplementAnswer } from '@/lib/dossiers/commands/answer-supplement'
import { answerForAgency, askAgency } from '@/lib/dossiers/commands/ask-agency'
import { askForMore } from '@/lib/dossiers/commands/ask-for-more'
import { askForPayment } from '@/lib/dossiers/commands/ask-for-payment'
import { extendDossier } from '@/lib/dossiers/commands/extend-dossier'
import { handOverResult } from '@/lib/dossiers/commands/hand-over-result'
import { passOn } from '@/lib/dossiers/commands/pass-on'
import { performStep } from '@/lib/dossiers/commands/perform-step'
import { receiveDossier } from '@/lib/dossiers/commands/receive-dossier'
import { recordPayment } from '@/lib/dossiers/commands/record-payment'
import { refuseDossier } from '@/lib/dossiers/commands/refuse-dossier'
import { stopDossier } from '@/lib/dossiers/commands/stop-dossier'
import { takeUpAgain } from '@/lib/dossiers/commands/take-up-again'
import { withdrawDossier } from '@/lib/dossiers/commands/withdraw-dossier'
import type { Step } from '@/lib/dossiers/move-rules'
import { newId } from '@/lib/platform/clock'
import type { LocalDate } from '@/lib/platform/local-date'
import type { Result } from '@/lib/platform/refusal'
import { attach, checksFor, versionOf } from './moves'
import type { Office } from './office'

/** Numbers given to results: each is used once. */
let issued = 0
const REASON = 'Lý do thử nghiệm'
const ASKED = [{ position: 0, reasonCode: 'mismatch', text: '' }]

/** What some steps name: to whom it goes, within how many working days an agency answers, the new appointment. */
type Words = { to: string; days: number; newDay: LocalDate }
type Sending = { code: string; version: number; reason: string } & Words
type Door = (office: Office, actor: Actor, sending: Sending) => Promise<Result<unknown>>

const pass =
  (step: Step): Door =>
  (_office, actor, sending) =>
    passOn(actor, newId(), { ...sending, step })
const stop =
  (step: Step): Door =>
  (_office, actor, sending) =>
    stopDossier(actor, newId(), { ...sending, step, refund: false })
const ask =
  (step: Step): Door =>
  (_office, actor, { code, version }) =>
    askForMore(actor, newId(), { code, version, step, items: ASKED })

const DOORS: Partial<Record<Step, Door>> = {
  receive: async (office, actor, { code, version }) =>
    receiveDossier(actor, newId(), { code, version, checks: await checksFor(office, code), fees: [] }),
  ask_for_more: ask('ask_for_more'),
  ask_again: ask('ask_again'),
  answer: async (_office, actor, { code, version }) => {
    const kept = await keepSupplementAnswer(actor, newId(), { code, answers: { '0': 'Đã sửa' }, files: [], remove: null })
    return kept.ok ? answerSupplement(actor, newId(), { code, version }) : kept
  },
  refuse: (_office, actor, { code, version, reason }) => refuseDossier(actor, newId(), { code, version, reason }),
  withdraw: (_office, actor, { code, version, reason }) => withdrawDossier(actor, newId(), { code, version, reason }),
  stop: stop('stop'),
  confirm_withdrawal: stop('confirm_withdrawal'),
  take_up_again: (_office, actor, { code, version, reason }) => takeUpAgain(actor, newId(), { code, version, reason, papersHere: true }),
  ask_for_payment: (_office, actor, sending) => askForPayment(actor, newId(), { ...sending, name: 'Khoản phải nộp', amount: '120000' }),
  confirm_payment: (_office, actor, { code }) => recordPayment(actor, newId(), { code, method: 'CASH', reference: newId() }),
  ask_agency: (_office, actor, sending) => askAgency(actor, newId(), sending),
  agency_answer: (_office, actor, { code, version, reason }) => answerForAgency(actor, newId(), { code, version, reason }),
  assign: pass('assign'),
  pass_on: pass('pass_on'),
  pass_to_department: pass('pass_to_department'),
  extend: (_office, actor, { code, version, reason, newDay }) => extendDossier(actor, newId(), { code, version, reason, newDay }),
  hand_over: (_office, actor, { code, version }) =>
    handOverResult(actor, newId(), { code, version, method: 'COUNTER', isApplicant: 'yes' }),
  propose: async (office, actor, { code, version, reason }) => {
    const isAttached = actor.kind === 'staff' && (await attach(office, actor, code, { version })).ok
    const seen = isAttached ? version + 1 : version
    return performStep(actor, newId(), { code, version: seen, step: 'propose', reason, outcome: 'GRANTED' })
  },
}

/** Takes the step from the page as it is now. */
export async function takeAny(office: Office, step: Step, { actor, code, words }: { actor: Actor; code: string; words: Words }) {
  const sending = { code, version: await versionOf(office, code), reason: REASON, ...words }
  const door = DOORS[step]
  if (door) return door(office, actor, sending)
  return performStep(actor, newId(), { ...sending, step, resultNumber: `${(issued += 1)}/QĐ-UBND` })
}
