/**
 * What is in force, what has to be paid, and what may be filed online. Every rule of a procedure has effective dates, and a dossier keeps
 * the version of its receipt (Nghị định 118/2025/NĐ-CP Điều 17; a change of the law never touches a dossier under way).
 */
import type { LocalDate } from '@/lib/platform/local-date'
import type { Channel, FeeChannel, FeeKind, FeePer, OnlineLevel } from '@/prisma/generated/enums'

/** In force from `validFrom` to `validTo`, both days included; null = until something newer says otherwise. */
export interface InForce {
  validFrom: LocalDate
  validTo: LocalDate | null
}

/** `amount` is đồng for one unit of `per`; `condition` null = always due, else due only when the case is the one described. */
export interface FeeRule extends InForce {
  code: string
  name: string
  kind: FeeKind
  amount: number
  per: FeePer
  channel: FeeChannel
  condition: string | null
}

/** One line to pay: `amount` đồng × `quantity`. */
export interface FeeDue {
  code: string
  name: string
  kind: FeeKind
  amount: number
  quantity: number
}

/** A fee that is due only if its `condition` is the case. */
export type PossibleFee = FeeDue & { condition: string }

/** Whether a rule or a version is in force on `on`. */
export const isInForce = ({ validFrom, validTo }: InForce, on: LocalDate): boolean => validFrom <= on && (validTo === null || on <= validTo)

/** Where something with days stands on `today`: still to come, in force, or over. */
export type InTime = 'coming' | 'now' | 'over'
export const inTime = (dated: InForce, today: LocalDate): InTime =>
  isInForce(dated, today) ? 'now' : dated.validFrom > today ? 'coming' : 'over'

/** The version in force on `on`; of several the youngest, since a newer text replaces an older one. Null: none is. */
export function versionOn<V extends InForce>(versions: readonly V[], on: LocalDate): V | null {
  return versions.filter((version) => isInForce(version, on)).toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0] ?? null
}

/** Of each code what is in force on `on`, in the order in which the codes first come. */
export function eachOn<V extends InForce & { code: string }>(versions: readonly V[], on: LocalDate): V[] {
  const codes = [...new Set(versions.map(({ code }) => code))]
  const ofCode = (wanted: string) => versions.filter(({ code }) => code === wanted)
  return codes.flatMap((code) => versionOn(ofCode(code), on) ?? [])
}

/** Which side of a fee a dossier is on: what arrives over the network pays the online amount, what arrives on paper the counter's. */
const FEE_CHANNEL: Record<Channel, Exclude<FeeChannel, 'ANY'>> = {
  ONLINE: 'ONLINE',
  NATIONAL_PORTAL: 'ONLINE',
  COUNTER: 'COUNTER',
  POSTAL: 'COUNTER',
}

/** How often a fee is due for `quantity` copies or pages. */
const TIMES: Record<FeePer, (quantity: number) => number> = {
  CASE: () => 1,
  COPY: (quantity) => quantity,
  PAGE: (quantity) => quantity,
}

export interface FeeQuestion {
  rules: readonly FeeRule[]
  channel: Channel
  on: LocalDate
  /** Copies or pages asked for, 1 when the person was not asked, 0 when none was wanted. */
  quantity: number
  /** Codes of the conditional fees whose case it is. */
  conditions: readonly string[]
}

/** What has to be paid, line by line, in the order of the rules. A line of 0 đồng or of no copies is left out: nothing to pay, nothing to receipt. */
export function feesDue({ rules, channel, on, quantity, conditions }: FeeQuestion): FeeDue[] {
  return eachOn(rules, on)
    .filter((rule) => rule.channel === 'ANY' || rule.channel === FEE_CHANNEL[channel])
    .filter((rule) => rule.condition === null || conditions.includes(rule.code))
    .filter((rule) => rule.amount > 0)
    .map(({ code, name, kind, amount, per }) => ({ code, name, kind, amount, quantity: TIMES[per](quantity) }))
    .filter((line) => line.quantity > 0)
}

/**
 * The fees that are due only in a case that somebody has to judge, with the sentence of the case and what they would come to. Nobody owes
 * them before the clerk has decided at the receipt; until then everybody reads them as what may come.
 */
export function conditionalFees(question: Omit<FeeQuestion, 'conditions'>): PossibleFee[] {
  const rules = eachOn(question.rules, question.on)
  return feesDue({ ...question, conditions: rules.map(({ code }) => code) }).flatMap((fee) => {
    const condition = rules.find(({ code }) => code === fee.code)?.condition ?? null
    return condition === null ? [] : [{ ...fee, condition }]
  })
}

/**
 * Whether the time limit begins with the receipt. Complaints and denunciations count from the day they are taken up (thụ lý), which nobody
 * knows when a dossier arrives; their data says so in the note of the limit.
 */
export const countsFromReceipt = ({ limitNote }: { limitNote: string | null }): boolean => !/tính từ ngày thụ lý/i.test(limitNote ?? '')

/** Đồng in all. */
export const totalDue = (lines: readonly FeeDue[]): number => lines.reduce((sum, { amount, quantity }) => sum + amount * quantity, 0)

/** Whether the portal takes this procedure online (Nghị định 42/2022/NĐ-CP: toàn trình and một phần; the rest is information only). */
export const ONLINE_FILING: Record<OnlineLevel, boolean> = { FULL: true, PARTIAL: true, COUNTER: false }
