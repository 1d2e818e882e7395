import { describe, expect, test } from 'vitest'
import type { Actor, StaffActor } from '@/lib/access/policy'
import { MOVES, type Step } from '@/lib/dossiers/move-rules'
import {
  CLOSED_STAGES,
  DOSSIER_CODE,
  dossierCode,
  mayMove,
  mayMoveFrom,
  moveFrom,
  moveOf,
  NATIONAL,
  nextStep,
  permittedSteps,
  stageAfter,
  STAGES,
  type Standing,
  STEPS,
} from '@/lib/dossiers/rules'
import { Role, Stage } from '@/prisma/generated/enums'

// The expectations of this file are written out by hand from the procedure of the one-stop shop; none is derived from the table.

const ROLES = Object.values(Role)

/** Who may take a step, given that the dossier is theirs to move. What is not named here is refused to everybody. */
const GRANTED: readonly (readonly [Stage, Step, readonly Role[]])[] = [
  ['submitted', 'receive', ['clerk', 'centre_director']],
  ['submitted', 'ask_for_more', ['clerk', 'centre_director']],
  ['submitted', 'refuse', ['clerk', 'centre_director']],
  ['submitted', 'withdraw', []],
  ['awaiting_supplement', 'answer', ['clerk', 'centre_director']],
  ['awaiting_supplement', 'withdraw', []],
  ['received', 'forward', ['clerk', 'centre_director']],
  ['in_department', 'take', ['specialist', 'department_head']],
  ['in_department', 'assign', ['department_head']],
  ['in_department', 'pass_to_department', ['specialist', 'department_head']],
  ['in_hand', 'propose', ['specialist', 'department_head']],
  ['in_hand', 'ask_for_more', ['specialist', 'department_head']],
  ['in_hand', 'give_back', ['specialist', 'department_head']],
  ['in_hand', 'pass_on', ['specialist', 'department_head']],
  ['in_hand', 'pass_to_department', ['specialist', 'department_head']],
  ['in_hand', 'assign', ['department_head']],
  ['awaiting_approval', 'approve', ['leader', 'department_head']],
  ['awaiting_approval', 'send_back', ['leader', 'department_head']],
  ['awaiting_approval', 'recall', ['specialist', 'department_head']],
  ['finished', 'hand_over', ['clerk', 'centre_director']],
]

/** The ordinary next step of each stage; a closed one has none. */
const ORDINARY: Record<Stage, Step | null> = {
  submitted: 'receive',
  received: 'forward',
  in_department: 'take',
  in_hand: 'propose',
  awaiting_approval: 'approve',
  awaiting_supplement: 'answer',
  finished: 'hand_over',
  returned: null,
  refused: null,
  withdrawn: null,
}

const CLOSED: readonly Stage[] = ['returned', 'refused', 'withdrawn']

/** What a step does: where the dossier goes, to whom, to the legal clock, with which paper and notice. */
const EFFECTS = {
  receive: { to: 'received', holder: 'desk', clock: 'start', needsReason: false, paper: 'RECEIPT', notice: 'received' },
  ask_for_more: {
    to: 'awaiting_supplement',
    holder: 'applicant',
    clock: 'pause',
    needsReason: true,
    paper: 'SUPPLEMENT',
    notice: 'supplement_asked',
  },
  answer: { to: 'back', holder: 'back', clock: 'resume', needsReason: false, paper: null, notice: 'supplement_answered' },
  refuse: { to: 'refused', holder: 'nobody', clock: 'keep', needsReason: true, paper: 'REFUSAL', notice: 'refused' },
  withdraw: { to: 'withdrawn', holder: 'nobody', clock: 'keep', needsReason: false, paper: null, notice: 'withdrawn' },
  forward: { to: 'in_department', holder: 'department', clock: 'keep', needsReason: false, paper: null, notice: null },
  take: { to: 'in_hand', holder: 'actor', clock: 'keep', needsReason: false, paper: null, notice: null },
  propose: { to: 'awaiting_approval', holder: 'approver', clock: 'keep', needsReason: false, paper: null, notice: null },
  approve: { to: 'finished', holder: 'desk', clock: 'stop', needsReason: false, paper: null, notice: 'result_ready' },
  send_back: { to: 'in_hand', holder: 'processor', clock: 'keep', needsReason: true, paper: null, notice: null },
  assign: { to: 'in_hand', holder: 'named', clock: 'keep', needsReason: false, paper: null, notice: null },
  give_back: { to: 'in_department', holder: 'department', clock: 'keep', needsReason: true, paper: null, notice: null },
  pass_on: { to: 'in_hand', holder: 'named', clock: 'keep', needsReason: true, paper: null, notice: null },
  pass_to_department: { to: 'in_department', holder: 'named', clock: 'keep', needsReason: true, paper: null, notice: null },
  recall: { to: 'in_hand', holder: 'processor', clock: 'keep', needsReason: false, paper: null, notice: null },
  hand_over: { to: 'returned', holder: 'nobody', clock: 'keep', needsReason: false, paper: null, notice: 'handed_over' },
} satisfies Record<Step, unknown>

const staff = (role: Role, more: Partial<StaffActor> = {}): StaffActor => ({
  kind: 'staff',
  communeId: 1,
  staffId: 'the-one-at-work',
  sessionId: 'a-session',
  fullName: 'Phạm Văn Thí Điểm',
  position: 'Chuyên viên',
  departmentCode: 'VAN_PHONG',
  roles: [role],
  ...more,
})

/** A dossier held by the department and by the person of `staff`, so that only stage and role decide. */
const theirs = (stage: Stage): Standing => ({
  stage,
  holderKind: 'person',
  holderDepartment: 'VAN_PHONG',
  holderStaffId: 'the-one-at-work',
  processorId: 'the-one-at-work',
  receivedAt: null,
  askedInWorkAt: null,
})

const OUTSIDERS: readonly [string, Actor, string][] = [
  ['somebody not signed in', { kind: 'anonymous', communeId: 1, address: '192.0.2.1' }, 'sign_in_needed'],
  ['the worker', { kind: 'system', communeId: 1, name: 'worker' }, 'not_allowed'],
]

describe('who may take which step', () => {
  const cells = STAGES.flatMap((stage) => STEPS.flatMap((step) => ROLES.map((role) => ({ stage, step, role }))))

  test('the walk covers every stage, every step and every role that there is', () => {
    expect([...STAGES].sort()).toEqual(Object.values(Stage).sort())
    expect([...STEPS].sort()).toEqual([...new Set(Object.values(MOVES).flatMap((moves) => Object.keys(moves)))].sort())
    expect(cells).toHaveLength(10 * 16 * 8)
  })

  test.each(cells)('$stage, $step, $role', ({ stage, step, role }) => {
    const row = GRANTED.find(([from, by]) => from === stage && by === step)
    const expected = row === undefined ? 'step_not_possible' : row[2].includes(role) ? true : 'not_allowed'
    expect(mayMove(staff(role), theirs(stage), step)).toBe(expected)
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
    for (const [stage, step] of GRANTED) expect(mayMove(staff('clerk', { roles: [] }), theirs(stage), step)).toBe('not_allowed')
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

  test('a dossier is taken by anyone of the department that holds it and by nobody of another', () => {
    expect(mayMove(colleague('specialist'), theirs('in_department'), 'take')).toBe(true)
    expect(mayMove(elsewhere('specialist'), theirs('in_department'), 'take')).toBe('not_allowed')
  })

  test('only the one who holds it proposes the result, not even a colleague next door', () => {
    expect(mayMove(colleague('specialist'), theirs('in_hand'), 'propose')).toBe('not_allowed')
    expect(mayMove(staff('specialist'), { ...theirs('in_hand'), holderStaffId: null }, 'propose')).toBe('not_allowed')
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
  test('a leader sees approval before sending back, and nothing else', () => {
    const offered = permittedSteps(staff('leader'), theirs('awaiting_approval'))
    expect(offered.map(({ step }) => step)).toEqual(['approve', 'send_back'])
    expect(offered.map(({ move }) => move.to)).toEqual(['finished', 'in_hand'])
  })

  test('nothing is offered that the command would refuse', () => {
    for (const stage of STAGES)
      for (const role of ROLES) {
        const granted = GRANTED.flatMap(([from, step, roles]) => (from === stage && roles.includes(role) ? [step] : []))
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

  test('a dossier is closed when its result was handed over, when it was refused and when it was withdrawn, and has no way out', () => {
    expect(CLOSED_STAGES).toEqual(CLOSED)
    for (const stage of CLOSED) expect(MOVES[stage]).toEqual({})
  })

  test('from every stage the ordinary steps lead to a closed stage, so none is a dead end', () => {
    for (const start of STAGES) {
      let stage: Stage = start
      for (let walked = 0, step = nextStep(stage); step; step = nextStep(stage)) {
        stage = stageAfter(moveFrom(stage, step), theirs(stage))
        expect((walked += 1), `${start} walks in a circle`).toBeLessThan(STAGES.length)
      }
      expect(stage, start).toBe(CLOSED.includes(start) ? start : 'returned')
    }
  })

  test('every stage is reached from a dossier just sent', () => {
    const reached = new Set<Stage>(['submitted'])
    for (const stage of reached) for (const move of Object.values(MOVES[stage])) reached.add(stageAfter(move, theirs(stage)))
    expect([...reached].sort()).toEqual([...STAGES].sort())
  })

  test.each(GRANTED.map(([stage, step]) => ({ stage, step })))(
    '$step does to a dossier in $stage what the counter expects',
    ({ stage, step }) => {
      expect(moveOf(stage, step)).toMatchObject(EFFECTS[step])
    },
  )

  test('the clock starts at receipt, stands while the applicant is asked, stops when the result is issued, and no other step touches it', () => {
    const clocks = Object.values(MOVES).flatMap((moves) => Object.entries(moves).map(([step, { clock }]) => `${step} ${clock}`))
    expect(clocks.filter((line) => !line.endsWith('keep')).sort()).toEqual([
      'answer resume',
      'approve stop',
      'ask_for_more pause',
      'ask_for_more pause',
      'receive start',
    ])
  })

  test('asking for a move that does not exist is a bug, not an answer', () => {
    expect(moveOf('submitted', 'approve')).toBeNull()
    expect(() => moveFrom('submitted', 'approve')).toThrow(/No move approve from submitted/)
  })
})

describe('what the outside world reads', () => {
  test('each stage has its national status code', () => {
    expect(NATIONAL).toEqual({
      submitted: 1,
      received: 2,
      in_department: 4,
      in_hand: 4,
      awaiting_approval: 4,
      awaiting_supplement: 5,
      finished: 9,
      returned: 10,
      refused: 3,
      withdrawn: 8,
    })
  })

  test('a code is agency, local day and number of the day, and is recognised', () => {
    expect(dossierCode('H61.123', '2026-11-23', 1)).toBe('H61.123-261123-0001')
    expect(dossierCode('H61.123', '2026-01-02', 12_345)).toBe('H61.123-260102-12345')
    for (const code of ['H61.123-261123-0001', 'H61.123-260102-12345', 'G01.1.22.333-240101-0001']) expect(code).toMatch(DOSSIER_CODE)
    for (const text of [
      '',
      'H61.123-261123-001',
      'H61-261123-0001',
      'h61.123-261123-0001',
      'H61.123-261123-0001 ',
      "H61.123-261123-0001'--",
    ])
      expect(text).not.toMatch(DOSSIER_CODE)
  })
})
