import { describe, expect, it } from 'vitest'
import { askedAt, wayStood } from '@/lib/dossiers/way-rules'
import type { WayStep } from '@/lib/procedures/way'
import type { Stage, StepKind } from '@/prisma/generated/enums'

const step = (position: number, kind: StepKind): WayStep => ({
  ...{ position, kind, name: kind, role: null, departmentCode: null, minutes: 60 },
})
const WAY = [step(1, 'INTAKE'), step(2, 'REVIEW'), step(3, 'SIGN'), step(4, 'ISSUE')]
const at = new Date('2026-11-23T02:00:00Z')
/** Newest first, as the page reads them. */
const acts = ['propose', 'take', 'forward', 'receive'].map((name) => ({ step: name, at, by: `by ${name}` }))
const dossier = (stage: Stage, stageBefore: Stage | null = null) => ({ stage, stageBefore, receivedAt: at })
const standings = (stage: Stage, all = acts) =>
  wayStood(WAY, dossier(stage), { acts: all, isAsking: false }).map(({ standing }) => standing)

describe('the way of a procedure on a dossier', () => {
  it('has the step at hand, what is before it done, and the rest to come', () => {
    expect(standings('submitted', [])).toEqual(['here', 'next', 'next', 'next'])
    expect(standings('received', [])).toEqual(['here', 'next', 'next', 'next'])
    expect(standings('in_department')).toEqual(['done', 'here', 'next', 'next'])
    expect(standings('in_hand')).toEqual(['done', 'here', 'next', 'next'])
    expect(standings('awaiting_approval')).toEqual(['done', 'done', 'here', 'next'])
    const signed = ['issue', 'approve'].map((name) => ({ step: name, at, by: `by ${name}` }))
    expect(standings('awaiting_issue', [...signed.slice(1), ...acts])).toEqual(['done', 'done', 'done', 'here'])
    for (const stage of ['finished', 'returned'] as const)
      expect(standings(stage, [...signed, ...acts])).toEqual(['done', 'done', 'done', 'done'])
  })

  it('rests while another agency answers that the way does not name', () => {
    expect(standings('with_agency')).toEqual(['done', 'away', 'next', 'next'])
  })

  it('waits for the applicant, or for the answer to her wish, at the step where it will go on', () => {
    expect(standings('awaiting_payment')).toEqual(['done', 'applicant', 'next', 'next'])
    expect(standings('awaiting_supplement')).toEqual(['done', 'applicant', 'next', 'next'])
    const early = { ...dossier('awaiting_supplement'), receivedAt: null }
    expect(wayStood(WAY, early, { acts: [], isAsking: false })[0]?.standing).toBe('applicant')
    const wished = wayStood(WAY, dossier('withdrawal_asked', 'awaiting_approval'), { acts, isAsking: false })
    expect(wished.map(({ standing }) => standing)).toEqual(['done', 'done', 'withdrawal', 'next'])
  })

  it('of what the office stopped says where, and keeps what was done', () => {
    const stopped = (before: Stage) =>
      wayStood(WAY, dossier('stopped', before), { acts: acts.slice(1), isAsking: false }).map(({ standing }) => standing)
    expect(stopped('in_hand')).toEqual(['done', 'stopped', 'next', 'next'])
    expect(stopped('awaiting_payment')).toEqual(['done', 'stopped', 'next', 'next'])
  })

  describe('with an opinion and an agency between review and draft', () => {
    const LONG = [step(1, 'INTAKE'), step(2, 'REVIEW'), step(3, 'CONSULT'), step(4, 'AGENCY'), step(5, 'DRAFT'), step(6, 'SIGN')]
    const along = (stage: Stage, names: string[], isAsking = false) =>
      wayStood(LONG, dossier(stage), { acts: [...names.map((name) => ({ step: name, at, by: name })), ...acts.slice(1)], isAsking })
        .map(({ standing }) => standing)
        .join(' ')

    it('stands at the opinion and at the agency while they are asked, and at the draft after them', () => {
      expect(along('in_hand', [])).toBe('done here next next next next')
      expect(along('in_hand', ['ask_opinion'], true)).toBe('done done here next next next')
      expect(along('with_agency', ['ask_agency', 'give_opinion', 'ask_opinion'])).toBe('done done done here next next')
      expect(along('in_hand', ['agency_answer', 'ask_agency', 'give_opinion', 'ask_opinion'])).toBe('done done done done here next')
    })

    it('says of an opinion that was not given and of an agency that was not asked that they were passed over', () => {
      expect(along('awaiting_approval', ['propose', 'attach_result', 'ask_opinion'], true)).toBe('done done skipped skipped done here')
      expect(along('finished', ['approve', 'propose', 'attach_result'])).toBe('done done skipped skipped done done')
    })
  })

  it('takes what came from the books of before for done, by nobody', () => {
    const imported = wayStood(WAY, dossier('finished'), { acts: [{ step: 'import', at, by: 'x' }], isAsking: false })
    expect(imported.every(({ standing, act }) => standing === 'done' && act === null)).toBe(true)
  })

  it('says of what is done who ended it, and nothing of what came back', () => {
    const [intake, review, sign] = wayStood(WAY, dossier('awaiting_approval'), { acts, isAsking: false })
    expect(intake?.act?.by).toBe('by forward')
    expect(review?.act?.by).toBe('by propose')
    expect(sign?.act).toBeNull()
    // Sent back: what was proposed is in hand again.
    expect(wayStood(WAY, dossier('in_hand'), { acts, isAsking: false })[1]).toMatchObject({ standing: 'here', act: null })
  })

  it('of what was closed without a result shows only what was done', () => {
    expect(standings('refused', [])).toEqual(['next', 'next', 'next', 'next'])
    expect(standings('stopped', acts.slice(2))).toEqual(['done', 'next', 'next', 'next'])
  })
})

describe('who is asked on the way', () => {
  it('is the agency of its step, with the working days that it allots, rounded up', () => {
    const way = [{ ...step(2, 'AGENCY'), departmentCode: 'CONG_AN', minutes: 500 }]
    expect(askedAt('AGENCY', way)).toEqual({ departmentCode: 'CONG_AN', days: 2 })
    expect(askedAt('AGENCY', [step(2, 'AGENCY')])).toEqual({ departmentCode: null, days: 1 })
    expect(askedAt('CONSULT', way)).toBeNull()
  })
})
