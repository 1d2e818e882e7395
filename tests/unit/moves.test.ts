import { describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/policy'
import { MOVES, type Step } from '@/lib/dossiers/move-rules'
import {
  CLOSED_STAGES,
  mayMove,
  mayMoveFrom,
  moveFrom,
  moveOf,
  nextStep,
  permittedSteps,
  stageAfter,
  STAGES,
  type Standing,
  STEPS,
} from '@/lib/dossiers/rules'
import { type Role, Stage } from '@/prisma/generated/enums'
import { GRANTED, ROLES, staff, theirs } from '@/tests/support/granted-moves'

// The expectations of this file are written out by hand from the procedure of the one-stop shop; none is derived from the table.

/** The ordinary next step of each stage; a closed one has none. */
const ORDINARY: Record<Stage, Step | null> = {
  submitted: 'receive',
  received: 'forward',
  in_department: 'take',
  in_hand: 'propose',
  awaiting_approval: 'approve',
  with_agency: 'agency_answer',
  awaiting_issue: 'issue',
  awaiting_supplement: 'answer',
  awaiting_payment: 'confirm_payment',
  withdrawal_asked: 'confirm_withdrawal',
  finished: 'hand_over',
  returned: null,
  refused: null,
  withdrawn: null,
  stopped: null,
}

const CLOSED: readonly Stage[] = ['returned', 'refused', 'withdrawn', 'stopped']

const OUTSIDERS: readonly [string, Actor, string][] = [
  ['somebody not signed in', { kind: 'anonymous', communeId: 1, address: '192.0.2.1' }, 'sign_in_needed'],
  ['the worker', { kind: 'system', communeId: 1, name: 'worker' }, 'not_allowed'],
]

describe('who may take which step', () => {
  const cells = STAGES.flatMap((stage) => STEPS.flatMap((step) => ROLES.map((role) => ({ stage, step, role }))))

  test('the walk covers every stage, every step and every role that there is', () => {
    expect([...STAGES].sort()).toEqual(Object.values(Stage).sort())
    expect([...STEPS].sort()).toEqual([...new Set(Object.values(MOVES).flatMap((moves) => Object.keys(moves)))].sort())
    expect(cells).toHaveLength(15 * 33 * 8)
  })

  test.each(cells)('$stage, $step, $role', ({ stage, step, role }) => {
    const row = GRANTED.find(([from, by]) => from === stage && by === step)
    const expected = row === undefined ? 'step_not_possible' : row[2].includes(role) ? true : 'not_allowed'
    expect(mayMove(staff(role), theirs(stage, step), step)).toBe(expected)
  })

  test.each(OUTSIDERS)('%s takes no step at all', (_who, actor, refusal) => {
    for (const stage of STAGES) for (const step of STEPS) expect(mayMove(actor, theirs(stage), step), `${stage} ${step}`).toBe(refusal)
  })

  test('somebody with several roles may do what any of them may', () => {
    const both = staff('clerk', { roles: ['clerk', 'leader'] })
    expect(mayMove(both, theirs('submitted'), 'receive')).toBe(true)
    expect(mayMove(both, theirs('awaiting_approval'), 'approve')).toBe(true)
    expect(mayMove(both, theirs('in_department'), 'take')).toBe('not_allowed')
  })

  test('somebody whose roles were all taken away may do nothing', () => {
    for (const [stage, step] of GRANTED) expect(mayMove(staff('clerk', { roles: [] }), theirs(stage, step), step)).toBe('not_allowed')
  })
})

describe('whose dossier it is', () => {
  const elsewhere = (role: Role) => staff(role, { departmentCode: 'KINH_TE' })
  const colleague = (role: Role) => staff(role, { staffId: 'a-colleague' })

  test('the desk serves every dossier, whichever department works on it', () => {
    for (const [stage, step] of [
      ['submitted', 'receive'],
      ['received', 'forward'],
      ['finished', 'hand_over'],
    ] as const) {
      expect(mayMove(elsewhere('clerk'), theirs(stage), step)).toBe(true)
      expect(mayMove(colleague('clerk'), theirs(stage), step)).toBe(true)
    }
  })

  test('who is only asked for a part neither stops it nor puts it off: that is for the leaders and the department whose work it is', () => {
    const asked = { ...theirs('with_agency'), departmentCode: 'TU_PHAP', holderDepartment: 'VAN_PHONG' }
    for (const step of ['stop', 'extend'] as const) {
      expect(mayMove(staff('department_head'), asked, step)).toBe('not_allowed')
      expect(mayMove(staff('department_head', { departmentCode: 'TU_PHAP' }), asked, step)).toBe(true)
      expect(mayMove(staff('leader', { departmentCode: 'UBND' }), asked, step)).toBe(true)
    }
    for (const [stage, step] of [
      ['finished', 'reopen'],
      ['stopped', 'take_up_again'],
      ['in_hand', 'ask_again'],
    ] as const)
      expect(mayMove(staff('department_head', { departmentCode: 'KINH_TE' }), theirs(stage, step), step)).toBe('not_allowed')
  })

  test('a dossier is taken by anyone of the department that holds it and by nobody of another', () => {
    expect(mayMove(colleague('specialist'), theirs('in_department'), 'take')).toBe(true)
    expect(mayMove(elsewhere('specialist'), theirs('in_department'), 'take')).toBe('not_allowed')
  })

  test('only the one who holds it proposes the result, not even a colleague next door', () => {
    expect(mayMove(colleague('specialist'), theirs('in_hand'), 'propose')).toBe('not_allowed')
    expect(mayMove(staff('specialist'), { ...theirs('in_hand'), holderStaffId: null }, 'propose')).toBe('not_allowed')
  })

  test('the head gives number and seal only to what they hold in person, where no registrar is', () => {
    const atRegistrar = { ...theirs('awaiting_issue'), holderKind: 'department' as const, holderStaffId: null }
    expect(mayMove(staff('department_head'), atRegistrar, 'issue')).toBe('not_allowed')
    expect(mayMove(staff('registrar'), atRegistrar, 'issue')).toBe(true)
    expect(mayMove(colleague('department_head'), theirs('awaiting_issue'), 'issue')).toBe('not_allowed')
  })

  test('an agency’s dossier is approved by its own head and not by the commune’s leaders', () => {
    const atPolice: Standing = {
      ...theirs('awaiting_approval'),
      holderKind: 'department',
      holderDepartment: 'CONG_AN',
      holderStaffId: null,
    }
    for (const step of ['approve', 'send_back'] as const) {
      expect(mayMove(staff('department_head', { departmentCode: 'CONG_AN' }), atPolice, step)).toBe(true)
      expect(mayMove(staff('leader', { departmentCode: 'UBND' }), atPolice, step)).toBe('not_allowed')
    }
  })
})

describe('what a page is offered', () => {
  test('a leader sees approval first, and the ways out behind it', () => {
    const offered = permittedSteps(staff('leader'), theirs('awaiting_approval'))
    expect(offered.map(({ step }) => step)).toEqual(['approve', 'send_back', 'extend', 'stop'])
    expect(offered.map(({ move }) => move.to)).toEqual(['signed', 'in_hand', 'same', 'stopped'])
  })

  test('nothing is offered that the command would refuse', () => {
    for (const stage of STAGES)
      for (const role of ROLES) {
        // A second request is not offered of what was not asked for yet.
        const granted = GRANTED.flatMap(([from, step, roles]) =>
          from === stage && roles.includes(role) && step !== 'ask_again' ? [step] : [],
        )
        const offered = permittedSteps(staff(role), theirs(stage)).map(({ step }) => step)
        expect(offered.toSorted(), `${stage} ${role}`).toEqual(granted.toSorted())
      }
  })

  test('a page older than the dossier is let through to be told who was first', () => {
    const taken = { ...theirs('in_hand'), version: 4 }
    expect(mayMoveFrom(staff('specialist'), taken, 'take', 3)).toBe(true)
    expect(mayMoveFrom(staff('specialist'), taken, 'take', 4)).toBe('step_not_possible')
  })
})

describe('the way of a dossier', () => {
  test.each(STAGES)('from %s the ordinary next step is the one of the procedure', (stage) => {
    expect(nextStep(stage)).toBe(ORDINARY[stage])
  })

  test.each(STAGES.filter((stage) => !CLOSED.includes(stage)))('%s has exactly one ordinary step', (stage) => {
    expect(Object.values(MOVES[stage]).filter(({ ordinary }) => ordinary)).toHaveLength(1)
  })

  test('a dossier is closed when its result was handed over, when it was refused, withdrawn or stopped, and only what the office has stopped has a way out', () => {
    expect(CLOSED_STAGES).toEqual(CLOSED)
    for (const stage of CLOSED) expect(Object.keys(MOVES[stage])).toEqual(stage === 'stopped' ? ['take_up_again'] : [])
  })

  test('from every stage the ordinary steps lead to a closed stage, so none is a dead end', () => {
    for (const start of STAGES) {
      let stage: Stage = start
      for (let walked = 0, step = nextStep(stage); step; step = nextStep(stage)) {
        stage = stageAfter(moveFrom(stage, step), theirs(stage))
        expect((walked += 1), `${start} walks in a circle`).toBeLessThan(STAGES.length)
      }
      expect(stage, start).toBe(CLOSED.includes(start) ? start : start === 'withdrawal_asked' ? 'stopped' : 'returned')
    }
  })

  test('every stage is reached from a dossier just sent', () => {
    const reached = new Set<Stage>(['submitted'])
    const withRegistrar = [{ position: 1, kind: 'ISSUE', name: 'Cấp số', role: 'registrar', departmentCode: null, minutes: 60 }] as const
    for (const stage of reached)
      for (const move of Object.values(MOVES[stage]))
        for (const way of [[], withRegistrar]) reached.add(stageAfter(move, theirs(stage), way))
    expect([...reached].sort()).toEqual([...STAGES].sort())
  })

  test('asking for a move that does not exist is a bug, not an answer', () => {
    expect(moveOf('submitted', 'approve')).toBeNull()
    expect(() => moveFrom('submitted', 'approve')).toThrow(/No move approve from submitted/)
  })
})
