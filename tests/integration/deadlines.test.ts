import { beforeAll, expect, test } from 'vitest'
import type { AnonymousActor } from '@/lib/access/policy'
import { deadlineJson } from '@/lib/deadlines/json'
import { explainDeadline, readCalendar } from '@/lib/deadlines/queries'
import { isOpen } from '@/lib/deadlines/working-time'
import { db } from '@/lib/platform/db'
import { columnOfLocalDate } from '@/lib/platform/local-date'
import { CALENDAR_ROWS, day, local, SEED_CALENDAR } from '@/tests/support/calendar'
import { openReference } from '@/tests/support/database'

const passerBy: AnonymousActor = { kind: 'anonymous', communeId: 1, address: '192.0.2.1' }

beforeAll(() => openReference())

test('the stored calendar is the one that the rules were tested with', async () => {
  const read = await readCalendar(passerBy, {})
  if (!read.ok) throw new Error(read.code)
  expect([...read.value.calendar.days]).toEqual([...SEED_CALENDAR.days])
  expect(read.value.calendar.days.size).toBe(CALENDAR_ROWS.length)
  expect(read.value.calendar.announcedUntil).toBe('2026-12-31')
})

test('anyone may ask when a dossier would be due, and is told why', async () => {
  const question = { receivedAt: '2026-11-20T08:15:00+07:00', value: '3', unit: 'WORKING_DAY' }
  const answer = await explainDeadline(passerBy, question)
  if (!answer.ok) throw new Error(answer.code)
  const { dueAt, reasons } = deadlineJson(answer.value)
  expect(dueAt).toBe('2026-11-26T17:00:00+07:00')
  expect(JSON.stringify(reasons)).toContain('Ngày Văn hóa Việt Nam')
})

test('a question that cannot be read is refused with a sentence at its field', async () => {
  const answer = await explainDeadline(passerBy, { receivedAt: '20/11/2026', value: '0', unit: 'WORKING_DAY' })
  expect(answer).toMatchObject({
    ok: false,
    code: 'invalid_input',
    fields: { receivedAt: expect.stringMatching(/^Ghi thời điểm nhận/), value: 'Thời hạn là số nguyên từ 1 đến 1.000' },
  })
})

test('a commune works by its own hours from the day they begin, half days too', async () => {
  await db().officeHours.create({
    data: {
      communeId: 1,
      validFrom: columnOfLocalDate(day('2026-12-07')),
      weekdays: [1, 2, 3, 4, 5, 6],
      morningOpens: 390,
      morningCloses: 690,
      afternoonOpens: 690,
      afternoonCloses: 690,
    },
  })
  const read = await readCalendar(passerBy, {})
  if (!read.ok) throw new Error(read.code)
  const open = (text: string) => isOpen(local(text), read.value.calendar)
  expect([open('2026-12-04 06:30'), open('2026-12-04 14:00'), open('2026-12-05 08:00')]).toEqual([false, true, false])
  expect([open('2026-12-07 06:30'), open('2026-12-07 14:00'), open('2026-12-12 08:00')]).toEqual([true, false, true])
})

test('a calendar that changes behind the back of this process holds from the next question on', async () => {
  const closes = async () => {
    const read = await readCalendar(passerBy, {})
    if (!read.ok) throw new Error(read.code)
    return read.value.calendar.days.get(day('2026-12-14'))
  }
  const here = await closes()
  expect(await closes()).toBe(here)
  const date = columnOfLocalDate(day('2026-12-14'))
  await db().$executeRaw`INSERT INTO calendar_day (date, kind, name, provisional) VALUES (${date}, 'HOLIDAY', 'Nghỉ bù', false)`
  expect(await closes()).toEqual({ kind: 'HOLIDAY', name: 'Nghỉ bù', provisional: false })
  await db().$executeRaw`DELETE FROM calendar_day WHERE date = ${date}`
  expect(await closes()).toBeUndefined()
})
