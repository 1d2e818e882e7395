import { describe, expect, it } from 'vitest'
import { clockOf, handOversOf, judged, type Told, unitKey, unitName } from '@/lib/dossiers/hand-overs'
import { processRows } from '@/lib/dossiers/process-rows'
import type { Changes } from '@/lib/dossiers/life-cycle'
import { local, SEED_CALENDAR } from '../support/calendar'

const [CLERK, HEAD, SPECIALIST, LEADER, POLICE, REGISTRAR] = ['clerk', 'head', 'specialist', 'leader', 'police', 'registrar'] as const
const iso = (text: string): string => local(text).toISOString()

const desk = (stage: string): Changes => ({ stage, holderKind: 'desk', holderDepartment: 'TTPVHCC', holderStaffId: null })
const queueOf = (department: string, stage: string): Changes => ({
  ...{ stage, holderKind: 'department', holderDepartment: department, holderStaffId: null },
})
const handOf = (staff: string, department = 'VAN_PHONG'): Changes => ({
  ...{ stage: 'in_hand', holderKind: 'person', holderDepartment: department, holderStaffId: staff, processorId: staff },
})
const applicants: Changes = { stage: 'awaiting_supplement', holderKind: 'applicant', holderDepartment: null, holderStaffId: null }

type Short = [at: string, step: string, by: string | null, changes: Changes]
const told = (...events: Short[]): Told[] =>
  events.map(([at, step, by, changes], index) => ({
    ...{ seq: index + 1, at: local(at), step, changes },
    actorKind: by === null ? 'citizen' : 'staff',
    actorId: by ?? 'citizen',
  }))

const RECEIVED: Short[] = [
  ['2026-03-02 07:30', 'submit', null, desk('submitted')],
  [
    '2026-03-02 08:00',
    'receive',
    CLERK,
    { ...desk('received'), receivedAt: iso('2026-03-02 08:00'), dueAt: iso('2026-03-05 17:00'), stepDueAt: iso('2026-03-02 14:00') },
  ],
]
const FORWARDED: Short = [
  '2026-03-02 09:15',
  'forward',
  CLERK,
  { ...queueOf('VAN_PHONG', 'in_department'), stepDueAt: iso('2026-03-04 09:15') },
]
const TAKEN: Short = ['2026-03-02 10:00', 'take', SPECIALIST, handOf(SPECIALIST)]

/** Each hand-over as "from > to, giver > receiver, result". */
const said = (events: Told[]): string[] =>
  handOversOf(events).map((handOver) => {
    const { from, to, giver, receiver } = handOver
    const { result } = judged(handOver, SEED_CALENDAR)
    return `${unitKey(from)} > ${unitKey(to)}, ${giver ?? '-'} > ${receiver?.id ?? '-'}, ${result ?? '-'}`
  })

describe('the hand-overs of a dossier', () => {
  it('begin after its receipt: nothing was handed over before, nor by receiving it', () => {
    expect(said(told(...RECEIVED))).toEqual([])
    expect(
      said(told(['2026-03-02 07:30', 'submit', null, desk('submitted')], ['2026-03-02 08:00', 'ask_for_more', CLERK, applicants])),
    ).toEqual([])
  })

  it('name who took it up in the department, and when; until somebody has, nobody', () => {
    expect(said(told(...RECEIVED, FORWARDED))).toEqual(['department.TTPVHCC > department.VAN_PHONG, clerk > -, on_time'])
    const [handOver] = handOversOf(told(...RECEIVED, FORWARDED, TAKEN))
    expect(handOver?.receiver).toEqual({ id: SPECIALIST, at: local('2026-03-02 10:00') })
    expect(handOver?.dueAt).toEqual(local('2026-03-02 14:00'))
  })

  it('are not made by what happens within a department', () => {
    const within: Short[] = [
      ['2026-03-02 11:00', 'pass_on', SPECIALIST, handOf('colleague')],
      ['2026-03-02 11:10', 'give_back', 'colleague', { ...queueOf('VAN_PHONG', 'in_department'), processorId: null }],
      ['2026-03-02 11:20', 'attach_result', 'colleague', { hasResultFile: true }],
    ]
    expect(said(told(...RECEIVED, FORWARDED, TAKEN, ...within))).toHaveLength(1)
  })

  it('go to another agency and back: its own time judges it, and what it answered on paper names no officer of it', () => {
    const asked: Short = [
      '2026-03-03 08:00',
      'ask_agency',
      SPECIALIST,
      { ...queueOf('CONG_AN', 'with_agency'), holderKind: 'agency', stepDueAt: iso('2026-03-04 17:00') },
    ]
    const answered = (by: string): Short => [
      '2026-03-05 09:30',
      'agency_answer',
      by,
      { ...handOf(SPECIALIST), stepDueAt: iso('2026-03-05 17:00') },
    ]
    expect(said(told(...RECEIVED, FORWARDED, TAKEN, asked, answered(POLICE))).slice(1)).toEqual([
      'department.VAN_PHONG > department.CONG_AN, specialist > police, early',
      'department.CONG_AN > department.VAN_PHONG, police > specialist, late',
    ])
    const onPaper = handOversOf(told(...RECEIVED, FORWARDED, TAKEN, asked, answered(SPECIALIST)))
    expect(onPaper.slice(1).map(({ giver, receiver }) => [giver, receiver?.id ?? null])).toEqual([
      [SPECIALIST, null],
      [null, SPECIALIST],
    ])
    expect(onPaper[2] && judged(onPaper[2], SEED_CALENDAR)).toEqual({ result: 'late', lateMinutes: 150 })
  })

  it('tell who signs and who numbers apart from the departments they sit in', () => {
    const result: Short[] = [
      ['2026-03-03 08:00', 'propose', SPECIALIST, { ...queueOf('UBND', 'awaiting_approval'), stepDueAt: iso('2026-03-03 14:00') }],
      [
        '2026-03-03 15:00',
        'approve',
        LEADER,
        { ...queueOf('UBND', 'awaiting_issue'), outcome: 'GRANTED', stepDueAt: iso('2026-03-04 08:00') },
      ],
      ['2026-03-04 08:00', 'issue', REGISTRAR, { ...desk('finished'), resultNumber: '7/QĐ-UBND', stepDueAt: null }],
      ['2026-03-09 08:00', 'hand_over', CLERK, { stage: 'returned', holderKind: 'nobody', holderDepartment: null }],
    ]
    expect(said(told(...RECEIVED, FORWARDED, TAKEN, ...result)).slice(1)).toEqual([
      'department.VAN_PHONG > signers.UBND, specialist > leader, early',
      'signers.UBND > registrar, leader > registrar, late',
      'registrar > department.TTPVHCC, registrar > clerk, on_time',
      // The result waits for its owner as long as it may.
      'department.TTPVHCC > applicant, clerk > -, -',
    ])
  })

  it('taken back from one who had not begun are neither early nor on time, but late is late', () => {
    const back = (at: string): Short => [at, 'recall_forward', CLERK, { ...desk('received'), stepDueAt: iso('2026-03-05 17:00') }]
    expect(said(told(...RECEIVED, FORWARDED, back('2026-03-03 08:00')))[1]).toBe('department.VAN_PHONG > department.TTPVHCC, - > clerk, -')
    expect(said(told(...RECEIVED, FORWARDED, back('2026-03-05 08:00')))[1]).toBe(
      'department.VAN_PHONG > department.TTPVHCC, - > clerk, late',
    )
  })

  it('to the applicant stop the clock and back from her it goes on, with the new date; her time is nobody’s to judge', () => {
    const pause: Short[] = [
      ['2026-03-03 08:00', 'ask_for_more', SPECIALIST, { ...applicants, pausedAt: iso('2026-03-03 08:00'), stepDueAt: null }],
      [
        '2026-03-10 08:00',
        'answer',
        null,
        { ...handOf(SPECIALIST), pausedAt: null, dueAt: iso('2026-03-12 17:00'), stepDueAt: iso('2026-03-11 17:00') },
      ],
    ]
    const events = told(...RECEIVED, FORWARDED, TAKEN, ...pause)
    expect(said(events).slice(1)).toEqual([
      'department.VAN_PHONG > applicant, specialist > -, early',
      'applicant > department.VAN_PHONG, - > specialist, -',
    ])
    expect(handOversOf(events).slice(1).map(clockOf)).toEqual([
      { clock: 'stops', newDueAt: null },
      { clock: 'goes_on', newDueAt: local('2026-03-12 17:00') },
    ])
  })

  it('a wish to withdraw gives the desk its own time; a stop ends it where it lies', () => {
    const wish: Short = [
      '2026-03-03 08:00',
      'ask_to_withdraw',
      null,
      { ...desk('withdrawal_asked'), pausedAt: iso('2026-03-03 08:00'), nextDueAt: iso('2026-03-04 08:00'), stepDueAt: null },
    ]
    const agreed: Short = [
      '2026-03-04 09:00',
      'confirm_withdrawal',
      CLERK,
      { stage: 'stopped', holderKind: 'nobody', holderDepartment: null, closedAt: iso('2026-03-04 09:00') },
    ]
    expect(said(told(...RECEIVED, FORWARDED, TAKEN, wish, agreed)).slice(1)).toEqual([
      'department.VAN_PHONG > department.TTPVHCC, - > clerk, -',
      'department.TTPVHCC > applicant, clerk > -, late',
    ])
    // Whoever reads the wish first has it from then on, not from the moment it was sent.
    const receivers = (events: Short[]) => handOversOf(told(...RECEIVED, FORWARDED, TAKEN, ...events)).map(({ receiver }) => receiver)
    expect(receivers([wish, agreed])[1]).toEqual({ id: CLERK, at: local('2026-03-04 09:00') })
    expect(receivers([wish])[1]).toBeNull()
    const stop: Short = [
      '2026-03-06 08:00',
      'stop',
      HEAD,
      { stage: 'stopped', holderKind: 'nobody', holderDepartment: null, closedAt: iso('2026-03-06 08:00') },
    ]
    expect(said(told(...RECEIVED, FORWARDED, TAKEN, stop)).slice(1)).toEqual(['department.VAN_PHONG > applicant, - > -, late'])
  })
})

const DEPARTMENTS = [
  { code: 'UBND', name: 'Lãnh đạo Ủy ban nhân dân xã', kind: 'LEADERSHIP' },
  { code: 'VAN_PHONG', name: 'Văn phòng HĐND và UBND', kind: 'DEPARTMENT' },
  { code: 'CONG_AN', name: 'Công an xã', kind: 'AGENCY' },
  { code: 'TTPVHCC', name: 'Trung tâm Phục vụ hành chính công', kind: 'DESK' },
]

it('places are called as the office calls them', () => {
  expect(unitName({ as: 'signers', code: 'UBND' }, DEPARTMENTS)).toBe('Lãnh đạo Ủy ban nhân dân xã')
  expect(unitName({ as: 'signers', code: 'CONG_AN' }, DEPARTMENTS)).toBe('Lãnh đạo Công an xã')
  expect(unitName({ as: 'registrar' }, DEPARTMENTS)).toBe('Văn thư')
  expect(unitName({ as: 'department', code: 'GONE' }, DEPARTMENTS)).toBe('GONE')
})

it('the process sheet has every event, to whom it went and the time that was set then', () => {
  const names = (id: string | null) => (id === SPECIALIST ? 'Phạm Văn Thí Điểm' : id === CLERK ? 'Lê Thị Ví Dụ' : null)
  const known = { channel: 'ONLINE', names, owner: 'Nguyễn Thị Minh Họa', departments: DEPARTMENTS } as const
  const rows = processRows(
    told(...RECEIVED, FORWARDED, TAKEN, ['2026-03-02 11:00', 'attach_result', SPECIALIST, { hasResultFile: true }]),
    known,
  )
  expect(rows.map(({ by, act, to, dueAt }) => [by, act, to, dueAt])).toEqual([
    ['Nguyễn Thị Minh Họa', 'Nộp trực tuyến', 'Trung tâm Phục vụ hành chính công', null],
    ['Lê Thị Ví Dụ', 'Tiếp nhận', null, local('2026-03-02 14:00')],
    ['Lê Thị Ví Dụ', 'Chuyển phòng', 'Văn phòng HĐND và UBND', local('2026-03-04 09:15')],
    ['Phạm Văn Thí Điểm', 'Nhận xử lý', 'Phạm Văn Thí Điểm, Văn phòng HĐND và UBND', null],
    ['Phạm Văn Thí Điểm', 'Đính kèm kết quả', null, null],
  ])
})
