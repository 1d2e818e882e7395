// A dossier as the one who filed it follows it, at each stage of its way.
import type { FollowedRow } from '@/lib/dossiers/followed'
import type { Stage } from '@/prisma/generated/enums'
import { local } from '@/tests/support/calendar'

/** The dossier of the design: sent on the evening of 19/11/2026, received next morning, three working days, due after Ngày Văn hóa. */
export const STEPS: readonly (readonly [string, Stage])[] = [
  ['2026-11-19 19:42', 'submitted'],
  ['2026-11-20 08:15', 'received'],
  ['2026-11-20 08:40', 'in_department'],
  ['2026-11-20 09:05', 'in_hand'],
  ['2026-11-25 14:00', 'awaiting_approval'],
  ['2026-11-25 15:30', 'finished'],
  ['2026-11-26 08:20', 'returned'],
]

/** An event that brings a dossier to a stage. */
export const event = ([at, stage, step = 'take']: readonly [string, Stage, string?]) => ({
  ...{ at: local(at), step, changes: { stage, holderKind: 'desk' } },
})

/** The dossier as it stood when `stage` was reached. */
export function at(stage: Stage, more: Partial<FollowedRow> = {}): FollowedRow {
  const reached = STEPS.findIndex(([, name]) => name === stage)
  const when = (name: Stage) => {
    const found = STEPS.findIndex(([, step]) => step === name)
    return found <= reached ? local(STEPS[found]?.[0] ?? '') : null
  }
  const dueAt = when('received') && local('2026-11-26 17:00')
  return {
    stage,
    channel: 'ONLINE',
    returnMethod: 'COUNTER',
    handOver: null,
    feeLines: [],
    submittedAt: local('2026-11-19 19:42'),
    receivedAt: when('received'),
    nextDueAt: stage === 'returned' ? null : (dueAt ?? local('2026-11-20 17:00')),
    dueAt,
    appointmentAt: dueAt,
    finishedAt: when('finished'),
    procedureVersion: { limitValue: 3, limitUnit: 'WORKING_DAY', onlineLevel: 'FULL', bring: null },
    agency: null,
    department: { name: 'Văn phòng HĐND và UBND', kind: 'DEPARTMENT' },
    commune: { name: 'xã Tân Hoà' },
    events:
      reached === -1
        ? [...STEPS.slice(0, 1), ['2026-11-20 09:00', stage] as const].map((one) => event(one))
        : STEPS.slice(0, reached + 1).map((one) => event(one)),
    ...more,
  }
}
