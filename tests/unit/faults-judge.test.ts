import { describe, expect, it } from 'vitest'
import { WRITES, type Entry } from '@/tests/faults/journal'
import { judge, passes, totals, type Found } from '@/tests/faults/judge'

const CODE = 'H61.123-261123-0001'
const entry = (write: Entry['write'], state: Entry['state'], more: Partial<Entry> = {}): Entry => ({
  ...{ write, state, draftId: 'd1', code: CODE, sent: 1 },
  ...more,
})
const dossier = (more: Partial<Found> = {}): Found => ({
  ...{ draftId: 'd1', code: CODE, steps: { submit: 1, receive: 1 }, notices: { submitted: 1, received: 1 } },
  ...more,
})
const journal = [
  entry('submit', 'asked'),
  entry('submit', 'acknowledged', { sent: 3 }),
  entry('receive', 'asked'),
  entry('receive', 'acknowledged'),
]

describe('the judge of a run with faults', () => {
  it('finds nothing where everything acknowledged is there once', () => {
    const { writes, sentences } = judge(journal, [dossier()])
    expect(sentences).toEqual([])
    expect(writes.submit).toEqual({ asked: 1, acknowledged: 1, again: 1, refused: 0, unanswered: 0, lost: 0, doubled: 0 })
  })

  it('finds a dossier that was acknowledged and is gone, and every step with it', () => {
    const { writes } = judge(journal, [])
    expect([writes.submit.lost, writes.receive.lost]).toEqual([1, 1])
  })

  it('finds a step that was acknowledged and is not in the events', () => {
    const { writes } = judge(journal, [dossier({ steps: { submit: 1 } })])
    expect([writes.submit.lost, writes.receive.lost]).toEqual([0, 1])
  })

  it('finds an acknowledged notice that was never written', () => {
    expect(judge(journal, [dossier({ notices: { submitted: 1 } })]).writes.receive.lost).toBe(1)
  })

  it('finds another code than the one the person was told', () => {
    expect(judge(journal, [dossier({ code: 'H61.123-261123-0002' })]).writes.submit.lost).toBe(1)
  })

  it('finds two dossiers of one draft, a step taken twice and a notice written twice', () => {
    expect(judge(journal, [dossier(), dossier({ code: 'H61.123-261123-0002' })]).writes.submit.doubled).toBe(1)
    expect(judge(journal, [dossier({ steps: { submit: 1, receive: 2 } })]).writes.receive.doubled).toBe(1)
    expect(judge(journal, [dossier({ notices: { submitted: 2, received: 1 } })]).writes.submit.doubled).toBe(1)
  })

  it('finds a paper that was acknowledged and is gone, and one that was kept twice, also while it is a draft', () => {
    const sent = [entry('attach', 'asked', { code: null }), entry('attach', 'acknowledged', { code: null })]
    const there = (attach: number, code = CODE) => judge(sent, [dossier({ code, steps: { submit: 1, attach } })]).writes.attach
    expect([there(0).lost, there(1).lost, there(0, '').lost, there(1, '').lost, judge(sent, []).writes.attach.lost]).toEqual([
      1, 0, 1, 0, 1,
    ])
    expect([there(1).doubled, there(2).doubled, there(2, '').doubled]).toEqual([0, 1, 1])
  })

  it('takes a draft that was never sent for no dossier', () => {
    const { writes } = judge(journal, [dossier({ code: '', steps: { attach: 1 }, notices: {} })])
    expect([writes.submit.lost, writes.receive.lost]).toEqual([1, 1])
  })

  it('lets what was never answered be there or not', () => {
    const asked = [entry('submit', 'asked', { code: null })]
    for (const there of [[], [dossier({ steps: { submit: 1 }, notices: { submitted: 1 } })]])
      expect(judge(asked, there).writes.submit).toMatchObject({ unanswered: 1, lost: 0, doubled: 0 })
  })

  it('lets a run pass only when every kind of work was acknowledged and none was lost or doubled', () => {
    const all = WRITES.flatMap((write) => [entry(write, 'asked'), entry(write, 'acknowledged')])
    const steps = { attach: 1, submit: 1, receive: 1, forward: 1, take: 1 }
    expect(passes(judge(all, [dossier({ steps })]).writes)).toBe(true)
    const lost = judge(all, [dossier({ steps: { ...steps, take: 0 } })]).writes
    expect([passes(lost), totals(lost)]).toEqual([false, { lost: 1, doubled: 0 }])
    const doubled = judge(all, [dossier({ steps: { ...steps, forward: 2 } })]).writes
    expect([passes(doubled), totals(doubled)]).toEqual([false, { lost: 0, doubled: 1 }])
    expect(passes(judge([], []).writes)).toBe(false)
  })
})
