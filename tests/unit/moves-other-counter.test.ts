import { describe, expect, test } from 'vitest'
import type { Step } from '@/lib/dossiers/move-rules'
import { deskOf, mayMove, STAGES, type Standing } from '@/lib/dossiers/rules'
import type { Role, Stage } from '@/prisma/generated/enums'
import { GRANTED, ROLES, staff, theirs } from '@/tests/support/granted-moves'

describe('a dossier that another commune’s counter has received', () => {
  const received = (stage: Stage, step?: Step): Standing => ({ ...theirs(stage, step), receivingCommuneId: 2 })
  const from = (communeId: number, role: Role) => staff(role, { communeId })
  /** What the person comes to that counter for. */
  const THERE: readonly (readonly [Stage, Step])[] = [
    ['submitted', 'receive'],
    ['submitted', 'ask_for_more'],
    ['submitted', 'refuse'],
    ['awaiting_supplement', 'answer'],
    ['awaiting_supplement', 'ask_to_withdraw'],
    ['received', 'ask_to_withdraw'],
    ['in_department', 'ask_to_withdraw'],
    ['in_hand', 'ask_to_withdraw'],
    ['with_agency', 'ask_to_withdraw'],
    ['awaiting_approval', 'ask_to_withdraw'],
    ['awaiting_payment', 'ask_to_withdraw'],
    ['awaiting_payment', 'confirm_payment'],
    ['withdrawal_asked', 'keep_going'],
    ['finished', 'hand_over'],
  ]
  const isThere = (stage: Stage, step: Step) => THERE.some(([at, one]) => at === stage && one === step)

  test('lets that counter do what the person comes to it for, and no more', () => {
    for (const [stage, step, roles] of GRANTED)
      for (const role of ROLES) {
        const expected = isThere(stage, step) && roles.includes(role) ? true : 'not_allowed'
        expect(mayMove(from(2, role), received(stage, step), step), `${stage} ${step} ${role}`).toBe(expected)
      }
  })

  test('lets the deciding commune do everything, as with its own', () => {
    for (const [stage, step, roles] of GRANTED)
      for (const role of roles) expect(mayMove(from(1, role), received(stage, step), step), `${stage} ${step} ${role}`).toBe(true)
  })

  test('lets nobody of a third commune do anything, nor of the second with a dossier that it did not receive', () => {
    for (const [stage, step, roles] of GRANTED)
      for (const role of roles) {
        expect(mayMove(from(3, role), received(stage, step), step), `${stage} ${step} ${role}`).toBe('not_allowed')
        expect(mayMove(from(2, role), theirs(stage, step), step), `${stage} ${step} ${role}`).toBe('not_allowed')
      }
  })

  test('lies at that counter only as a result, and at the deciding one else while a desk has it', () => {
    for (const stage of STAGES) {
      const at = { ...received(stage), holderKind: 'desk' as const }
      expect(deskOf(at), stage).toBe(stage === 'finished' ? 2 : 1)
      expect(deskOf({ ...at, receivingCommuneId: null }), stage).toBe(1)
    }
    expect(deskOf(received('in_hand'))).toBeNull()
  })
})
