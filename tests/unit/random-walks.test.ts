import { afterEach, describe, expect, test } from 'vitest'
import { type Condition, type Move, MOVES, type Step } from '@/lib/dossiers/move-rules'
import { STAGES } from '@/lib/dossiers/rules'
import { walk } from '@/tests/support/random-walk'

const SEQUENCES = 10_000

describe('whatever people do with a dossier, in whatever order and at whatever time', () => {
  test('the rules say what the rule book says, and nothing ever hangs', { timeout: 120_000 }, () => {
    const done = new Map<string, number>()
    for (let seed = 1; seed <= SEQUENCES; seed += 1) {
      const { difference, deeds } = walk(seed)
      if (difference !== null) expect.fail(difference)
      for (const deed of deeds) done.set(deed, (done.get(deed) ?? 0) + 1)
    }
    // A walk that never came by a step would say nothing of it.
    const steps = new Set(Object.values(MOVES).flatMap((moves) => Object.keys(moves)))
    expect([...steps].filter((step) => (done.get(step) ?? 0) < 100)).toEqual([])
  })
})

describe('a wrong line in the table', () => {
  const whole = STAGES.flatMap((stage) => Object.entries(MOVES[stage]).map(([step, move]) => ({ stage, step: step as Step, move })))
  afterEach(() => {
    for (const { stage, step, move } of whole) MOVES[stage][step] = move
  })

  const CONTRARY: Record<Condition, Condition> = {
    ...{ before_receipt: 'after_receipt', after_receipt: 'before_receipt', not_asked_yet: 'asked_once', asked_once: 'not_asked_yet' },
    not_extended_yet: 'asked_once',
    stopped_by_office: 'not_extended_yet',
  }
  /** What somebody could write by mistake into a line. */
  const FAULTS: readonly (readonly [string, (move: Move) => Partial<Move>])[] = [
    ['another stage', ({ to }) => ({ to: to === 'in_department' ? 'received' : 'in_department' })],
    ['another right', () => ({ right: 'staff.manage' })],
    ['another clock', ({ clock }) => ({ clock: clock === 'start' ? 'keep' : 'start' })],
    ['anybody or only the holder', ({ by }) => ({ by: by === 'person' ? 'anyone' : 'person' })],
    ['the applicant or not', ({ applicant }) => ({ applicant: !applicant })],
    ['another condition', ({ only }) => ({ only: only === null ? 'asked_once' : CONTRARY[only] })],
    ['who pressed holds it', ({ holder }) => ({ holder: holder === 'actor' ? 'stage' : 'actor' })],
  ]
  /** What would change nothing: no right of staff's to narrow, the same stage, and the one who takes a proposal or a request back has it then anyway. */
  const HARMLESS = new Set([
    'submitted withdraw: anybody or only the holder',
    'awaiting_supplement withdraw: anybody or only the holder',
    'in_department extend: another stage',
    'awaiting_approval recall: who pressed holds it',
    'awaiting_payment recall_payment: who pressed holds it',
  ])
  const cells = whole
    .flatMap(({ stage, step, move }) => FAULTS.map(([name, fault]) => ({ stage, step, name, planted: { ...move, ...fault(move) } })))
    .filter(({ stage, step, name }) => !HARMLESS.has(`${stage} ${step}: ${name}`))

  test.each(cells)('is found: $stage $step, $name', { timeout: 60_000 }, ({ stage, step, planted }) => {
    MOVES[stage][step] = planted
    expect(firstFound()).not.toBeNull()
  })

  test('is found where a line is missing', { timeout: 120_000 }, () => {
    for (const { stage, step, move } of whole) {
      MOVES[stage] = Object.fromEntries(Object.entries(MOVES[stage]).filter(([name]) => name !== step))
      expect(firstFound(), `${stage} without ${step}`).not.toBeNull()
      MOVES[stage][step] = move
    }
  })

  function firstFound(): string | null {
    for (let seed = 1; seed <= SEQUENCES; seed += 1) {
      const { difference } = walk(seed)
      if (difference !== null) return difference
    }
    return null
  }
})
