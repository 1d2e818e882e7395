// Holds the journal against the database: what was acknowledged has to be there, once.
import { WRITES, type Entry, type Write } from './journal'

/**
 * A dossier as the database has it: how often each step stands in its events, how often each notice was written. A draft that was never sent has no
 * code and no steps. `attach` counts the files of the one component.
 */
export type Found = { draftId: string; code: string; steps: Readonly<Record<string, number>>; notices: Readonly<Record<string, number>> }

/** `unanswered`: sent, and never answered before the load ended; either outcome is right. `again`: acknowledged only when sent again. */
export type Verdict = {
  asked: number
  acknowledged: number
  again: number
  refused: number
  unanswered: number
  lost: number
  doubled: number
}

export type Judged = { writes: Record<Write, Verdict>; sentences: string[] }

/** The notice that a write leaves, where it leaves one. */
const NOTICES: Partial<Record<Write, string>> = { submit: 'submitted', receive: 'received' }

const none = (): Verdict => ({ asked: 0, acknowledged: 0, again: 0, refused: 0, unanswered: 0, lost: 0, doubled: 0 })

export function judge(journal: readonly Entry[], found: readonly Found[]): Judged {
  const writes: Record<Write, Verdict> = { attach: none(), submit: none(), receive: none(), forward: none(), take: none() }
  const sentences: string[] = []
  const byDraft = new Map<string, Found[]>()
  for (const one of found.filter(({ code }) => code !== '')) byDraft.set(one.draftId, [...(byDraft.get(one.draftId) ?? []), one])
  const files = new Map<string, number>()
  for (const { draftId, steps } of found) files.set(draftId, (files.get(draftId) ?? 0) + (steps.attach ?? 0))
  for (const write of WRITES) {
    const verdict = writes[write]
    const entries = journal.filter((entry) => entry.write === write)
    const answered = new Map(entries.filter(({ state }) => state !== 'asked').map((entry) => [entry.draftId, entry]))
    for (const { draftId } of entries.filter(({ state }) => state === 'asked')) {
      verdict.asked += 1
      const answer = answered.get(draftId)
      const there = byDraft.get(draftId) ?? []
      const count = write === 'submit' ? there.length : write === 'attach' ? (files.get(draftId) ?? 0) : (there[0]?.steps[write] ?? 0)
      const notices = there.reduce((sum, { notices: counts }) => sum + (counts[NOTICES[write] ?? ''] ?? 0), 0)
      if (!answer) verdict.unanswered += 1
      if (answer?.state === 'refused') verdict.refused += 1
      if (answer?.state === 'acknowledged') {
        verdict.acknowledged += 1
        if (answer.sent > 1) verdict.again += 1
        const right = count > 0 && (write === 'attach' || there[0]?.code === answer.code) && (NOTICES[write] === undefined || notices > 0)
        if (!right) {
          verdict.lost += 1
          sentences.push(`lost: ${write} of ${answer.code ?? draftId}`)
        }
      }
      const submits = write === 'submit' ? (there[0]?.steps.submit ?? 0) : 0
      if (count > 1 || submits > 1 || notices > 1) {
        verdict.doubled += 1
        sentences.push(`doubled: ${write} of ${there.map(({ code }) => code).join(', ')} (${count} times, ${notices} notices)`)
      }
    }
  }
  return { writes, sentences }
}

/** Over all writes. */
export function totals(writes: Judged['writes']): { lost: number; doubled: number } {
  const sum = (key: 'lost' | 'doubled') => WRITES.reduce((total, write) => total + writes[write][key], 0)
  return { lost: sum('lost'), doubled: sum('doubled') }
}

/** Whether a run is good: nothing lost, nothing doubled, and somebody was told something at all. */
export function passes(writes: Judged['writes']): boolean {
  const { lost, doubled } = totals(writes)
  return lost === 0 && doubled === 0 && WRITES.every((write) => writes[write].acknowledged > 0)
}
