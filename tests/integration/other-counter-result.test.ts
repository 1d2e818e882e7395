import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/policy'
import { recordPayment } from '@/lib/dossiers/commands/record-payment'
import { readDossier } from '@/lib/dossiers/dossier-queries'
import { readStatus } from '@/lib/dossiers/look-up-queries'
import { readMyDossier } from '@/lib/dossiers/my-queries'
import { countShelves, findQueue } from '@/lib/dossiers/queue-queries'
import { findUnpaid } from '@/lib/dossiers/unpaid-queries'
import { ControlFacts } from '@/lib/papers/schema'
import { newId } from '@/lib/platform/clock'
import { valueOf } from '@/tests/support/filing'
import { decide, handOver, rowOf } from '@/tests/support/moves'
import { openOffice, type Office } from '@/tests/support/office'
import { chainsHold, DECIDES, RECEIVES, takeInThere } from '@/tests/support/other-counter'

let office: Office
let there: StaffActor
let clerk: StaffActor
let specialist: StaffActor
let leader: StaffActor
beforeAll(async () => {
  office = await openOffice()
  there = await office.staff('songsinh.ta')
  clerk = await office.staff('vidu.le')
  specialist = await office.staff('thidiem.pham')
  leader = await office.staff('mau.tran')
}, 120_000)
afterAll(() => office.close())

const takeIn = (fields: Readonly<Record<string, string>> = {}) => takeInThere(office, there, { fields })
const read = (actor: StaffActor, code: string) => readDossier(actor, { code })
const shelf = async (actor: StaffActor, name: string) => {
  const { shelves, at } = valueOf(await countShelves(actor, { shelf: name }))
  return { rail: shelves.find((one) => one.shelf === name)?.count ?? 0, at: at.count }
}
const listed = async (actor: StaffActor, name: string) => valueOf(await findQueue(actor, { shelf: name })).rows.map(({ code }) => code)

const decided = (code: string) => decide(office, { clerk, specialist, leader }, code)

describe('the money', () => {
  it('that is paid at that counter is recorded there, as the deciding commune’s payment', async () => {
    const { code } = await takeIn()
    expect(valueOf(await findUnpaid(there, { code })).map(({ due }) => due)).toEqual([5_000])
    valueOf(await recordPayment(there, newId(), { code, method: 'CASH', reference: newId() }))
    const paid = await office.db.payment.findFirst({ where: { dossier: { code } } })
    expect(paid).toMatchObject({ communeId: DECIDES, amount: 5_000, recordedBy: there.staffId })
    for (const actor of [there, clerk]) expect(valueOf(await findUnpaid(actor, { code }))).toEqual([])
    await chainsHold(office)
  })
})

describe('the result', () => {
  it('lies at the counter that received, which hands it over, and waits for nobody at the commune that decides', async () => {
    const before = { mine: await shelf(clerk, 'mine'), finished: await shelf(clerk, 'finished'), others: await shelf(there, 'for_others') }
    const { code } = await takeIn()
    expect((await shelf(clerk, 'mine')).at).toBe(before.mine.at + 1)
    expect(await shelf(there, 'for_others')).toEqual({ rail: before.others.rail + 1, at: before.others.at + 1 })
    expect(await listed(there, 'for_others')).toContain(code)
    expect(await listed(there, 'mine')).not.toContain(code)
    await decided(code)
    expect(await listed(clerk, 'mine')).not.toContain(code)
    expect((await shelf(clerk, 'mine')).at).toBe(before.mine.at)
    expect(await listed(clerk, 'finished')).not.toContain(code)
    expect(await shelf(clerk, 'finished')).toEqual(before.finished)
    const [row] = valueOf(await findQueue(there, { shelf: 'for_others' })).rows.filter((one) => one.code === code)
    expect(row).toMatchObject({ step: 'hand_over', other: { takesPart: 'decides', name: 'xã Tân Hoà' } })
    for (const actor of [there, clerk]) expect(valueOf(await read(actor, code)).holder).toBe('Trung tâm Phục vụ hành chính công, xã Thí Dụ')
    valueOf(await handOver(office, there, code))
    const closed = await rowOf(office, code)
    expect(closed).toMatchObject({ stage: 'returned', handOver: { byStaffId: there.staffId } })
    expect(closed.events.at(-1)).toMatchObject({ step: 'hand_over', actorCommuneId: RECEIVES })
    expect(await listed(there, 'for_others')).not.toContain(code)
    const control = ControlFacts.parse(closed.papers.find(({ kind }) => kind === 'CONTROL')?.facts)
    expect(JSON.stringify(control.rows)).toContain(`${there.fullName}, xã Thí Dụ`)
    await chainsHold(office)
  })

  it('is handed over by the deciding commune as well, once', async () => {
    const { code } = await takeIn()
    await decided(code)
    const version = (await rowOf(office, code)).version
    const answers = await Promise.all([clerk, there].map((actor) => handOver(office, actor, code, { version })))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.flatMap((answer) => (answer.ok ? [] : [answer.code]))).toEqual(['changed_meanwhile'])
  })
})

describe('whoever filed it', () => {
  it('is told where it was received, who decides and where the result is had, on either site', async () => {
    const known = '086194000012'
    const { code } = await takeIn({ 'person.personalNumber': known, 'person.fullName': 'Nguyễn Thị Minh Họa' })
    const citizen = await office.citizen(known)
    const offices = { received: 'Quầy Một cửa xã Thí Dụ', decides: 'UBND xã Tân Hoà', result: 'Quầy Một cửa xã Thí Dụ' }
    for (const communeId of [DECIDES, RECEIVES])
      expect(valueOf(await readMyDossier({ ...citizen, communeId }, { code })).followed).toMatchObject({
        offices,
        place: { holder: 'cán bộ Một cửa', at: 'xã Tân Hoà' },
      })
    await decided(code)
    const asked = { kind: 'anonymous', communeId: RECEIVES, address: '192.0.2.7' } as const
    const { followed } = valueOf(await readStatus(asked, { code, factor: known.slice(-4) }))
    expect(followed).toMatchObject({ offices, place: { at: 'xã Thí Dụ' } })
    expect(followed.toDo.next).toContain('Kết quả ở quầy Một cửa xã Thí Dụ.')
  })
})
