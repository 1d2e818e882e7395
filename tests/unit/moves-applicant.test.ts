import { describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/policy'
import type { Step } from '@/lib/dossiers/move-rules'
import { mayMove, permittedSteps, STAGES, type Standing, STEPS } from '@/lib/dossiers/rules'
import type { Stage } from '@/prisma/generated/enums'
import { staff, theirs as handedTo } from '@/tests/support/granted-moves'

// What the applicant does herself, and what she can be asked; written out by hand, as in moves.test.ts.

/** What the one whose dossier it is does herself. */
const APPLICANTS: readonly (readonly [Stage, Step])[] = [
  ['submitted', 'withdraw'],
  ['awaiting_supplement', 'answer'],
  ['awaiting_supplement', 'withdraw'],
  ['withdrawal_asked', 'keep_going'],
]

/** What she asks for once the office has received it. */
const ASKS_TO_WITHDRAW: readonly Stage[] = [
  'received',
  'in_department',
  'in_hand',
  'with_agency',
  'awaiting_approval',
  'awaiting_supplement',
  'awaiting_payment',
]
/** One that the office has not received yet, wherever it is said to lie. */
const theirs = (stage: Stage): Standing => ({ ...handedTo(stage), receivedAt: null, stageBefore: null })

const CITIZEN: Actor = {
  kind: 'citizen',
  communeId: 1,
  citizenId: 'a-citizen',
  sessionId: 'a-session',
  fullName: 'Nguyễn Thị Minh Họa',
  personalNumberHash: 'a-hash',
  level: 2,
}

describe('asking, answering, taking back', () => {
  test('the one whose dossier it is takes it back before receipt and answers what she is asked, and nothing else', () => {
    for (const stage of STAGES)
      for (const step of STEPS) {
        const isHers = step === 'ask_to_withdraw' || APPLICANTS.some(([, one]) => one === step)
        const expected = APPLICANTS.some(([at, one]) => at === stage && one === step) || (isHers ? 'step_not_possible' : 'not_allowed')
        expect(mayMove(CITIZEN, theirs(stage), step), `${stage} ${step}`).toBe(expected)
      }
  })

  test('what is received is not simply taken back any more', () => {
    const asked = { ...theirs('awaiting_supplement'), receivedAt: new Date() }
    expect(mayMove(CITIZEN, asked, 'withdraw')).toBe('step_not_possible')
    expect(mayMove(CITIZEN, asked, 'answer')).toBe(true)
  })

  test('what is received she asks to stop, until it is decided', () => {
    for (const stage of STAGES) {
      const received = { ...theirs(stage), receivedAt: new Date() }
      expect(mayMove(CITIZEN, received, 'ask_to_withdraw'), stage).toBe(ASKS_TO_WITHDRAW.includes(stage) ? true : 'step_not_possible')
    }
  })

  test('while it is worked on more is asked for once only', () => {
    const asked = { ...theirs('in_hand'), receivedAt: new Date(), askedInWorkAt: new Date() }
    expect(mayMove(staff('specialist'), asked, 'ask_for_more')).toBe('already_asked')
    expect(permittedSteps(staff('specialist'), asked).map(({ step }) => step)).not.toContain('ask_for_more')
  })

  test('before receipt more may be asked for again', () => {
    expect(mayMove(staff('clerk'), theirs('submitted'), 'ask_for_more')).toBe(true)
  })
})
