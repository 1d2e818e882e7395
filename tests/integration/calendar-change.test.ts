import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/policy'
import { previewCalendar } from '@/lib/dossiers/calendar-queries'
import { changeCalendar } from '@/lib/dossiers/commands/change-calendar'
import { readDossier } from '@/lib/dossiers/dossier-queries'
import { findUnverified } from '@/lib/dossiers/unverified-queries'
import { newId, readClock } from '@/lib/platform/clock'
import { localDateOf, weekdayOf } from '@/lib/platform/local-date'
import { findChanges } from '@/lib/staff/change-queries'
import { saveCommune } from '@/lib/places/commands'
import { readCommune, readSite } from '@/lib/places/queries'
import { anonymous } from '@/tests/support/actors'
import { valueOf } from '@/tests/support/filing'
import { aDossierIn, inDepartment, rowOf } from '@/tests/support/moves'
import { type Office, openOffice } from '@/tests/support/office'

let office: Office
let admin: StaffActor
beforeAll(async () => {
  office = await openOffice()
  admin = await office.staff('quantri.cao')
})
afterAll(() => office.close())

const off = (date: string, kind = 'SWAP_OFF') => ({
  day: { date, kind, name: 'Nghỉ theo thông báo', legalRef: 'Thông báo 01/TB-UBND', provisional: false },
})
const preview = async (plan: unknown) => valueOf(await previewCalendar(admin, plan))

describe('a day off that is announced', () => {
  it('moves only the appointments that fall on it, says so beforehand, and keeps those that it lies before', async () => {
    const code = await inDepartment(office, '1.004222')
    const { dueAt, events: before } = await rowOf(office, code)
    const day = localDateOf(dueAt ?? readClock())
    expect(weekdayOf(day)).not.toBe(0)
    const seen = await preview(off(day))
    expect(seen.moved.named.map(({ code: named }) => named)).toContain(code)
    expect((await rowOf(office, code)).dueAt).toEqual(dueAt)
    const told = seen.moved.named.find((named) => named.code === code)?.to

    const done = valueOf(await changeCalendar(admin, newId(), off(day)))
    expect(done.moved).toBe(seen.moved.count + seen.answer.count + seen.elsewhere)
    const row = await rowOf(office, code)
    expect(row).toMatchObject({ dueAt: told, appointmentAt: told, nextDueAt: told, firstDueAt: dueAt })
    expect(row.events.slice(before.length).map(({ step }) => step)).toEqual(['calendar_changed'])
    const shown = valueOf(await readDossier(await office.staff('dientap.huynh'), { code }))
    expect(shown.due?.deadline.dueAt).toEqual(told)
    expect(JSON.stringify(shown.due?.deadline.reasons)).toContain('Nghỉ theo thông báo')
    const nothingMore = await preview(off(day))
    expect([nothingMore.moved.count, nothingMore.answer.count]).toEqual([0, 0])
  })

  it('counts anew the time in which a dossier just sent must be answered', async () => {
    // Sent in three days, so that its answer is due on no day that has begun, whatever the hour is now.
    const code = await aDossierIn(office, { sent: -3 * 24 * 60 })
    const { nextDueAt } = await rowOf(office, code)
    const due = nextDueAt ?? readClock()
    const { answer } = await preview(off(localDateOf(due)))
    const told = answer.named.find((named) => named.code === code)
    expect(told?.from).toEqual(due)
    expect(localDateOf(told?.to ?? due) > localDateOf(due)).toBe(true)
  })

  it('is refused for today and before, without a source, and to who is no administrator', async () => {
    const today = localDateOf(readClock())
    expect(await previewCalendar(admin, off(today))).toMatchObject({
      ok: false,
      fields: { 'day.date': expect.stringContaining('ngày mai') },
    })
    expect(await changeCalendar(admin, newId(), off(today))).toMatchObject({ ok: false, code: 'invalid_input' })
    expect(await changeCalendar(admin, newId(), { day: { ...off('2099-01-01').day, legalRef: ' ' } })).toMatchObject({ ok: false })
    expect(await changeCalendar(await office.staff('mau.tran'), newId(), off('2099-01-01'))).toMatchObject({ code: 'not_allowed' })
  })
})

describe('the commune', () => {
  it('says on its pages from now on what its administrator wrote, and papers take it from the same row', async () => {
    const facts = valueOf(await readCommune(admin, {}))
    const asForm = { ...facts, email: facts.email ?? '', host: '', provinceCode: facts.provinceCode ?? '' }
    valueOf(await saveCommune(admin, newId(), { ...asForm, phone: '0270 000 0999' }))
    expect(valueOf(await readSite(anonymous(), { host: 'localhost' })).phone).toBe('0270 000 0999')
    // And tells who wrote it, from what to what.
    expect(valueOf(await findChanges(admin, { topic: 'COMMUNE' }))).toMatchObject([
      { by: admin.fullName, before: { phone: facts.phone }, after: { phone: '0270 000 0999' } },
    ])
  })

  it('keeps the code that its dossiers carry, and takes no other commune’s name or code', async () => {
    const facts = valueOf(await readCommune(admin, {}))
    const asForm = { ...facts, email: facts.email ?? '', host: '', provinceCode: facts.provinceCode ?? '' }
    const other = await office.db.commune.findFirstOrThrow({ where: { id: 2 } })
    const fieldsOf = async (more: object) => {
      const result = await saveCommune(admin, newId(), { ...asForm, ...more })
      return result.ok ? {} : result.fields
    }
    expect(await fieldsOf({ agencyCode: 'H61.999' })).toMatchObject({ agencyCode: expect.stringContaining('Đã có hồ sơ') })
    expect(await fieldsOf({ agencyCode: other.agencyCode })).toHaveProperty('agencyCode')
    expect(await fieldsOf({ host: other.host })).toHaveProperty('host')
    expect(await fieldsOf({ phone: 'gọi tôi' })).toHaveProperty('phone')
    expect(await fieldsOf({ provinceCode: '00' })).toHaveProperty('provinceCode')
  })
})

it('lists every datum that nobody has held against its text, with its source', async () => {
  const { fees, versions, days, rules, editions } = valueOf(await findUnverified(admin, {}))
  expect(fees).toHaveLength(await office.db.feeRule.count({ where: { unverified: true } }))
  expect(versions).toHaveLength(await office.db.procedureVersion.count({ where: { verified: false } }))
  expect(days.filter(({ provisional }) => provisional)).toHaveLength(await office.db.calendarDay.count({ where: { provisional: true } }))
  expect(editions.map(({ circular }) => circular)).toEqual(['03/2025/TT-VPCP'])
  expect(rules.map(({ rule }) => rule).join()).toContain('8 giờ làm việc')
})
