import { describe, expect, test } from 'vitest'
import { MOVES, type Step } from '@/lib/dossiers/move-rules'
import { DOSSIER_CODE, dossierCode, NATIONAL } from '@/lib/dossiers/rules'

// What each step does, written out by hand as the counter expects it; none is derived from the table.

/** What a step does: where the dossier goes, to whom, to the legal clock, with which paper and notice. */
const QUIET = { holder: 'stage', clock: 'keep', needsReason: false, paper: null, notice: null } as const
const EFFECTS: Record<Step, object> = {
  receive: { ...QUIET, to: 'received', clock: 'start', paper: 'RECEIPT', notice: 'received' },
  ask_for_more: { ...QUIET, to: 'awaiting_supplement', clock: 'pause', needsReason: true, paper: 'SUPPLEMENT', notice: 'supplement_asked' },
  ask_again: { ...QUIET, to: 'awaiting_supplement', clock: 'pause', needsReason: true, paper: 'SUPPLEMENT', notice: 'supplement_asked' },
  answer: { ...QUIET, to: 'back', clock: 'resume', notice: 'supplement_answered' },
  ask_for_payment: { ...QUIET, to: 'awaiting_payment', clock: 'pause', needsReason: true, notice: 'payment_asked' },
  confirm_payment: { ...QUIET, to: 'back', clock: 'resume', notice: 'payment_confirmed' },
  recall_payment: { ...QUIET, to: 'back', clock: 'resume', needsReason: true, notice: 'payment_recalled' },
  refuse: { ...QUIET, to: 'refused', needsReason: true, paper: 'REFUSAL', notice: 'refused' },
  withdraw: { ...QUIET, to: 'withdrawn', notice: 'withdrawn' },
  ask_to_withdraw: { ...QUIET, to: 'withdrawal_asked', clock: 'pause', notice: 'withdrawal_asked' },
  keep_going: { ...QUIET, to: 'back', clock: 'resume', notice: 'withdrawal_dropped' },
  confirm_withdrawal: { ...QUIET, to: 'stopped', paper: 'STOP', notice: 'stopped' },
  stop: { ...QUIET, to: 'stopped', needsReason: true, paper: 'STOP', notice: 'stopped' },
  take_up_again: { ...QUIET, to: 'back', clock: 'go_on', needsReason: true, notice: 'taken_up_again' },
  forward: { ...QUIET, to: 'in_department' },
  recall_forward: { ...QUIET, to: 'received', needsReason: true },
  return_to_desk: { ...QUIET, to: 'received', needsReason: true },
  take: { ...QUIET, to: 'in_hand', holder: 'actor' },
  assign: { ...QUIET, to: 'in_hand', holder: 'named' },
  give_back: { ...QUIET, to: 'in_department', needsReason: true },
  pass_on: { ...QUIET, to: 'in_hand', holder: 'named', needsReason: true },
  pass_to_department: { ...QUIET, to: 'in_department', holder: 'named', needsReason: true },
  ask_agency: { ...QUIET, to: 'with_agency', holder: 'named', needsReason: true },
  agency_answer: { ...QUIET, to: 'in_hand', needsReason: true },
  propose: { ...QUIET, to: 'awaiting_approval' },
  recall: { ...QUIET, to: 'in_hand' },
  approve: { ...QUIET, to: 'signed', clock: 'stop', notice: 'result_ready' },
  send_back: { ...QUIET, to: 'in_hand', needsReason: true },
  issue: { ...QUIET, to: 'finished', clock: 'stop', notice: 'result_ready' },
  return_to_signer: { ...QUIET, to: 'awaiting_approval', needsReason: true },
  reopen: { ...QUIET, to: 'in_hand', clock: 'reopen', needsReason: true, notice: 'reopened' },
  extend: { ...QUIET, to: 'same', holder: 'same', needsReason: true, paper: 'APOLOGY', notice: 'extended' },
  hand_over: { ...QUIET, to: 'returned', notice: 'handed_over' },
}

describe('what a step does', () => {
  const moves = Object.entries(MOVES).flatMap(([stage, steps]) =>
    Object.entries(steps).map(([step, move]) => ({
      stage,
      step,
      move,
      expected: Object.entries(EFFECTS).find(([name]) => name === step)?.[1],
    })),
  )

  test.each(moves)('$step does to a dossier in $stage what the counter expects', ({ move, expected }) => {
    expect(move).toMatchObject(expected ?? { to: 'no step of this name is expected' })
  })

  test('the clock starts at receipt, stands while the applicant is asked, stops when the result is issued, and no other step touches it', () => {
    const clocks = Object.values(MOVES).flatMap((moves) => Object.entries(moves).map(([step, { clock }]) => `${step} ${clock}`))
    expect([...new Set(clocks.filter((line) => !line.endsWith('keep')))].sort()).toEqual([
      'answer resume',
      'approve stop',
      'ask_again pause',
      'ask_for_more pause',
      'ask_for_payment pause',
      'ask_to_withdraw pause',
      'confirm_payment resume',
      'issue stop',
      'keep_going resume',
      'recall_payment resume',
      'receive start',
      'reopen reopen',
      'take_up_again go_on',
    ])
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
      with_agency: 4,
      awaiting_issue: 4,
      awaiting_supplement: 5,
      awaiting_payment: 6,
      withdrawal_asked: 7,
      finished: 9,
      returned: 10,
      refused: 3,
      withdrawn: 8,
      stopped: 8,
    })
    expect([...new Set(Object.values(NATIONAL))].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
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
