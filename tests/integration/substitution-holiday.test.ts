import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { StaffActor } from '@/lib/access/policy'
import { findQueue } from '@/lib/dossiers/queue-queries'
import { watchCommune } from '@/lib/dossiers/watch'
import { readMyDay } from '@/lib/dossiers/watch-queries'
import { newId } from '@/lib/platform/clock'
import { addSubstitution } from '@/lib/staff/commands'
import { dice } from '@/prisma/seed/builders/dice'
import { aDossier } from '@/prisma/seed/builders/dossier'
import { aPerson } from '@/prisma/seed/builders/person'
import { procedureOf, staffNamed } from '@/prisma/seed/builders/world'
import { signInAs } from '@/tests/support/actors'
import { clockOf, local } from '@/tests/support/calendar'
import { MARITAL_STATUS, valueOf } from '@/tests/support/filing'
import { attach, rowOf, take } from '@/tests/support/moves'
import { type Office, openOffice } from '@/tests/support/office'
import { officersOf } from '@/tests/support/officers'

// 31/12/2026 is a Thursday; Friday 01/01/2027 is a holiday, and the office opens again on Monday 04/01.
const ABSENT = 'thidiem.pham'
const SUBSTITUTE = 'gialap.nguyen'

let office: Office
let admin: StaffActor
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: local('2026-12-30 08:00') })
  office = await openOffice()
  admin = (await officersOf(office)).admin
}, 120_000)
afterAll(async () => {
  vi.useRealTimers()
  await office.close()
})

const goTo = (text: string) => vi.setSystemTime(local(text))
/** The officer at a sign-in of this moment. */
async function now(userName: string): Promise<StaffActor> {
  const { actor } = await signInAs(office.db, { userName })
  if (actor.kind !== 'staff') throw new Error('not staff')
  return actor
}
const shelf = async (userName: string) => valueOf(await findQueue(await now(userName), { shelf: 'mine' })).rows.map(({ code }) => code)
const warned = async (userName: string) => valueOf(await readMyDay(await now(userName), {})).warnings.map(({ kind }) => kind)

/** Received in the afternoon of 30/12, three working days: 31/12, 04/01 and 05/01. */
async function inHand(): Promise<string> {
  const by = staffNamed(office.world, ABSENT)
  const at = local('2026-12-30 15:00')
  const dossier = aDossier(office.world, {
    procedure: procedureOf(office.world, MARITAL_STATUS),
    person: aPerson(dice(61), 961),
    channel: 'ONLINE',
    submittedAt: local('2026-12-30 14:00'),
  })
  const [code = ''] = await office.insert(dossier.step('receive', at).step('forward', at).step('take', at, { by }).built())
  return code
}

describe('an officer who is away over a holiday', () => {
  it('has the work done by the substitute, who is warned of it, and has it back on the first day after', async () => {
    const code = await inHand()
    goTo('2026-12-30 16:00')
    const ids = { absentId: staffNamed(office.world, ABSENT).id, substituteId: staffNamed(office.world, SUBSTITUTE).id }
    valueOf(await addSubstitution(admin, newId(), { ...ids, firstDay: '2026-12-31', lastDay: '2027-01-04' }))
    expect([await shelf(ABSENT), await shelf(SUBSTITUTE)]).toEqual([[code], []])

    goTo('2026-12-31 08:00')
    expect([await shelf(ABSENT), await shelf(SUBSTITUTE)]).toEqual([[code], [code]])
    expect(await warned(SUBSTITUTE)).toEqual([])
    // The holiday counts for nobody: neither warned, nor in the date.
    const row = await rowOf(office, code)
    expect(clockOf(row.dueAt ?? new Date(0))).toBe('2027-01-05 17:00')
    for (const closed of ['2027-01-01 09:00', '2027-01-02 09:00'])
      expect(await watchCommune(office.db, 1, local(closed))).toEqual({ warned: 0, drafted: 0 })
    expect(await shelf(SUBSTITUTE)).toEqual([code])

    goTo('2027-01-04 08:00')
    await watchCommune(office.db, 1, local('2027-01-04 08:00'))
    expect(await warned(SUBSTITUTE)).toContain('due_tomorrow')
    expect(await warned(SUBSTITUTE)).toEqual(await warned(ABSENT))
    const substitute = await now(SUBSTITUTE)
    valueOf(await attach(office, substitute, code))
    valueOf(await take(office, substitute, code, 'propose'))
    valueOf(await take(office, await now('mau.tran'), code, 'send_back', { reason: 'Sai ngày sinh' }))
    const back = await rowOf(office, code)
    expect(back).toMatchObject({ stage: 'in_hand', holderStaffId: ids.absentId, processorId: ids.absentId })
    expect(back.events.find(({ step }) => step === 'propose')?.actorId).toBe(ids.substituteId)
    expect(await shelf(SUBSTITUTE)).toEqual([code])

    goTo('2027-01-05 07:30')
    expect([await shelf(ABSENT), await shelf(SUBSTITUTE)]).toEqual([[code], []])
    expect([await warned(ABSENT), await warned(SUBSTITUTE)]).toEqual([expect.arrayContaining(['due_tomorrow']), []])
    valueOf(await take(office, await now(ABSENT), code, 'propose'))
  })
})
