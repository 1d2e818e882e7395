import { describe, expect, it } from 'vitest'
import { wayStood } from '@/lib/dossiers/way-rules'
import type { WayStep } from '@/lib/procedures/way'
import type { Stage, StepKind } from '@/prisma/generated/enums'

const step = (position: number, kind: StepKind): WayStep => ({
  ...{ position, kind, name: kind, role: null, departmentCode: null, minutes: 60 },
})
const WAY = [step(1, 'INTAKE'), step(2, 'REVIEW'), step(3, 'SIGN'), step(4, 'ISSUE')]
const at = new Date('2026-11-23T02:00:00Z')
/** Newest first, as the page reads them. */
const acts = ['propose', 'take', 'forward', 'receive'].map((name) => ({ step: name, at, by: `by ${name}` }))
const standings = (stage: Stage, all = acts) => wayStood(WAY, { stage, acts: all }).map(({ standing }) => standing)

describe('the way of a procedure on a dossier', () => {
  it('has the step at hand, what is before it done, and the rest to come', () => {
    expect(standings('submitted', [])).toEqual(['here', 'next', 'next', 'next'])
    expect(standings('received', [])).toEqual(['here', 'next', 'next', 'next'])
    expect(standings('in_department')).toEqual(['done', 'here', 'next', 'next'])
    expect(standings('in_hand')).toEqual(['done', 'here', 'next', 'next'])
    expect(standings('awaiting_approval')).toEqual(['done', 'done', 'here', 'next'])
    expect(standings('awaiting_issue')).toEqual(['done', 'done', 'done', 'here'])
    for (const stage of ['finished', 'returned'] as const) expect(standings(stage)).toEqual(['done', 'done', 'done', 'done'])
  })

  it('stands at the review while another agency answers, where the way names no agency', () => {
    expect(standings('with_agency')).toEqual(['done', 'here', 'next', 'next'])
  })

  it('says of what is done who ended it, and nothing of what came back', () => {
    const [intake, review, sign] = wayStood(WAY, { stage: 'awaiting_approval', acts })
    expect(intake?.act?.by).toBe('by forward')
    expect(review?.act?.by).toBe('by propose')
    expect(sign?.act).toBeNull()
    // Sent back: what was proposed is in hand again.
    expect(wayStood(WAY, { stage: 'in_hand', acts })[1]).toMatchObject({ standing: 'here', act: null })
  })

  it('of what was closed without a result shows only what was done', () => {
    expect(standings('refused', [])).toEqual(['next', 'next', 'next', 'next'])
    expect(standings('stopped', acts.slice(2))).toEqual(['done', 'next', 'next', 'next'])
  })
})
