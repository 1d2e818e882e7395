import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/policy'
import { countShelves, findPlace, findQueue, searchDossiers } from '@/lib/dossiers/queue-queries'
import type { QueueRow } from '@/lib/dossiers/queue-row'
import { shelvesOf, type Shelf } from '@/lib/dossiers/shelves'
import { readClock } from '@/lib/platform/clock'
import { localDateOf } from '@/lib/platform/local-date'
import { dice } from '@/prisma/seed/builders/dice'
import { aDossier } from '@/prisma/seed/builders/dossier'
import { aPerson } from '@/prisma/seed/builders/person'
import { procedureOf } from '@/prisma/seed/builders/world'
import { codeOf, MARITAL_STATUS, valueOf } from '@/tests/support/filing'
import { aDossierIn, BIRTH, RESIDENCE } from '@/tests/support/moves'
import { openOffice, type Office } from '@/tests/support/office'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

let office: Office
let clerk: StaffActor

const ROLES = [
  'vidu.le',
  'giadinh.hoang',
  'thidiem.pham',
  'nguyenmau.ngo',
  'gialap.nguyen',
  'dientap.huynh',
  'mau.tran',
  'tamtinh.bui',
  'soghi.phan',
]

/** Sixty dossiers at every stage, sent over the last 40 days, so that many are late and some due today. */
async function fillTheOffice(): Promise<void> {
  const cast = dice(11)
  const { world } = office
  const procedures = [MARITAL_STATUS, BIRTH, RESIDENCE, '1.013225', '1.001776'].map((code) => procedureOf(world, code))
  const last = [null, 'receive', 'forward', 'take', 'propose', 'approve', 'hand_over'] as const
  const built = Array.from({ length: 63 }, (_, n) => {
    const sent = readClock().getTime() - cast.between(1, 40) * DAY - n * MINUTE
    const dossier = aDossier(
      world,
      {
        procedure: cast.pick(procedures),
        person: aPerson(cast, 1_000 + n),
        channel: n % 5 === 0 ? 'COUNTER' : 'ONLINE',
        submittedAt: new Date(sent),
      },
      n,
    )
    const step = last[n % last.length] ?? null
    return (
      step ? dossier.upTo(step, (at) => new Date(sent + (last.indexOf(at as (typeof last)[number]) + 1) * 10 * MINUTE)) : dossier
    ).built()
  })
  await office.insert(...built)
}

beforeAll(async () => {
  office = await openOffice()
  clerk = await office.staff('vidu.le')
  await fillTheOffice()
}, 120_000)
afterAll(() => office.close())

/** Every page of a shelf. */
async function allOf(actor: StaffActor, shelf: Shelf, more: Readonly<Record<string, string>> = {}): Promise<QueueRow[]> {
  const rows: QueueRow[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = valueOf(await findQueue(actor, { shelf, cursor, ...more }))
    expect(page.rows.length).toBeLessThanOrEqual(50)
    rows.push(...page.rows)
    cursor = page.next
  }
  return rows
}

const isToday = (at: Date | null): boolean => at !== null && localDateOf(at) === localDateOf(readClock())
const timeOf = ({ dueAt }: { dueAt: Date | null }): number => dueAt?.getTime() ?? 0

describe('the rail', () => {
  it('counts what each list holds, for every role, however it is narrowed', async () => {
    let lying = 0
    for (const userName of ROLES) {
      const actor = await office.staff(userName)
      for (const shelf of shelvesOf(actor)) {
        const { shelves, at } = valueOf(await countShelves(actor, { shelf }))
        const rows = await allOf(actor, shelf)
        const late = rows.filter(({ standing }) => standing?.kind === 'late' || standing?.kind === 'minutes_late').length
        const today = rows.filter(
          (row) => row.standing?.kind === 'today' || (row.standing?.kind === 'minutes_left' && isToday(row.dueAt)),
        ).length
        expect({ userName, shelf, count: shelves.find((one) => one.shelf === shelf)?.count }).toEqual({
          userName,
          shelf,
          count: rows.length,
        })
        expect(at).toEqual({ count: rows.length, overdue: late, today })
        lying += rows.length
      }
    }
    expect(lying).toBeGreaterThan(200)
    const field = procedureOf(office.world, MARITAL_STATUS).procedure.fieldCode
    const narrowed = { shelf: 'mine', field, channel: 'COUNTER' } as const
    const [{ at, fields }, rows] = [valueOf(await countShelves(clerk, narrowed)), await allOf(clerk, 'mine', narrowed)]
    expect(rows.length).toBeGreaterThan(0)
    expect(at.count).toBe(rows.length)
    expect(rows.length).toBeLessThan((await allOf(clerk, 'mine', { field })).length)
    expect(fields.map(({ code }) => code)).toContain(field)
  })

  it('offers only the shelves of one’s work, and never a dossier of another department', async () => {
    expect(shelvesOf(clerk)).toEqual([
      'mine',
      'submitted',
      'received',
      'finished',
      'for_others',
      'supplement_lapsed',
      'with_departments',
      'awaiting_supplement',
      'overdue',
      'due_today',
    ])
    const signs = async (userName: string) => shelvesOf(await office.staff(userName)).includes('approval')
    expect(await Promise.all(['mau.tran', 'dientap.huynh', 'nguyenmau.ngo', 'tuongtrung.do'].map(signs))).toEqual([
      true,
      true,
      false,
      false,
    ])
    const police = await office.staff('thaotac.trinh')
    const seen = new Set((await allOf(police, 'overdue')).map(({ code }) => code))
    const theirs = await office.db.dossier.findMany({ where: { departmentCode: 'CONG_AN' }, select: { code: true } })
    expect([...seen].filter((code) => !theirs.some((dossier) => dossier.code === code))).toEqual([])
    expect(seen.size).toBeGreaterThan(0)
  })
})

describe('a list', () => {
  it('puts what can still be late first, by its time, and results that wait for their owners after it', async () => {
    const rows = await allOf(clerk, 'mine')
    const firstDone = rows.findIndex(({ standing }) => standing?.kind === 'done')
    expect(rows.slice(firstDone).every(({ standing }) => standing?.kind === 'done')).toBe(true)
    expect(rows.slice(0, firstDone).some(({ standing }) => standing?.kind === 'done')).toBe(false)
    for (const part of [rows.slice(0, firstDone), rows.slice(firstDone)])
      expect(part.map(timeOf)).toEqual(part.map(timeOf).toSorted((a, b) => a - b))
    expect(firstDone).toBeGreaterThan(0)
  })

  it('of 130 comes in pages of 50 without losing or repeating one, although many are due at the same time', async () => {
    const sent = new Date(readClock().getTime() - 3 * MINUTE)
    const dossiers = Array.from({ length: 130 }, (_, n) =>
      aDossier(office.world, {
        procedure: procedureOf(office.world, MARITAL_STATUS),
        person: aPerson(dice(n), 40_000 + n),
        channel: 'ONLINE',
        submittedAt: sent,
      }).built(),
    )
    const codes = await office.insert(...dossiers)
    const rows = await allOf(clerk, 'submitted')
    expect(new Set(rows.map(({ code }) => code)).size).toBe(rows.length)
    expect(codes.filter((code) => !rows.some((row) => row.code === code))).toEqual([])
  })

  it('with a cursor that somebody made up begins at its start', async () => {
    const [whole, odd] = [
      valueOf(await findQueue(clerk, { shelf: 'mine' })),
      valueOf(await findQueue(clerk, { shelf: 'mine', cursor: 'x_y' })),
    ]
    expect(odd.rows.map(({ code }) => code)).toEqual(whole.rows.map(({ code }) => code))
  })

  it('names the step only to those who may take it', async () => {
    const code = await aDossierIn(office, { sent: 30 * 24 * 60 })
    const stepFor = async (userName: string) =>
      (await allOf(await office.staff(userName), 'overdue')).find((row) => row.code === code)?.step ?? null
    expect(await stepFor('vidu.le')).toBe('receive')
    expect(await stepFor('tamtinh.bui')).toBeNull()
    const inDepartment = async (userName: string) =>
      new Set((await allOf(await office.staff(userName), 'department')).map((row) => row.step))
    expect(await inDepartment('nguyenmau.ngo')).toEqual(new Set(['assign']))
    expect(await inDepartment('thidiem.pham')).toEqual(new Set(['take']))
  })

  it('is only for staff', async () => {
    const citizen = await office.citizen()
    expect(codeOf(await findQueue(citizen, {}))).toBe('not_allowed')
    expect(codeOf(await countShelves({ kind: 'anonymous', communeId: 1, address: '' }, {}))).toBe('sign_in_needed')
  })
})

describe('a place on a shelf', () => {
  it('is counted in the order of the list, with the neighbours', async () => {
    const rows = (await allOf(clerk, 'received')).map(({ code }) => code)
    const [first = '', second = ''] = rows
    expect(rows.length).toBeGreaterThan(2)
    expect(valueOf(await findPlace(clerk, { shelf: 'received', code: second }))).toEqual({
      number: 2,
      of: rows.length,
      before: first,
      after: rows[2],
    })
    expect(valueOf(await findPlace(clerk, { shelf: 'received', code: first }))).toMatchObject({ number: 1, before: null })
    const elsewhere = (await allOf(clerk, 'finished'))[0]?.code
    expect(valueOf(await findPlace(clerk, { shelf: 'received', code: elsewhere }))).toBeNull()
  })
})

describe('the search field', () => {
  it('finds by the end of a code, by a name without accents, by the end of a telephone number', async () => {
    const person = { ...aPerson(dice(1), 8_888), fullName: 'Đặng Thị Ví Dụ Hiếm Có', phone: '0900654321' }
    const code = await aDossierIn(office, { person })
    const found = async (actor: StaffActor, q: string) => valueOf(await searchDossiers(actor, { q })).rows.map((row) => row.code)
    expect(await found(clerk, 'dang thi vi du hiem')).toEqual([code])
    expect(await found(clerk, 'HIẾM CÓ')).toEqual([code])
    expect(await found(clerk, 'Đặng Hiếm Có')).toEqual([code])
    expect(await found(clerk, 'có hiếm đặng')).toEqual([code])
    expect(await found(clerk, 'Trần Hiếm Có')).toEqual([])
    expect(await found(clerk, '654 321')).toEqual([code])
    expect(await found(clerk, code.slice(-11).toLowerCase())).toContain(code)
    expect(await found(clerk, 'không ai có tên này')).toEqual([])
    expect(await found(clerk, '')).toEqual([])
    expect(await found(await office.staff('gialap.nguyen'), 'hiem co')).toEqual([])
    expect(await found(await office.staff('songsinh.ta'), 'hiem co')).toEqual([])
  })

  it('finds by a whole personal number and by no part of one, and says so in the audit', async () => {
    const person = { ...aPerson(dice(2), 8_889), personalNumber: '086199008889' }
    const code = await aDossierIn(office, { person })
    const found = async (q: string) => valueOf(await searchDossiers(clerk, { q })).rows.map((row) => row.code)
    expect(await found('086199008889')).toEqual([code])
    expect(await found('0861 9900 8889')).toEqual([code])
    const line = await office.db.auditLine.findFirstOrThrow({ where: { action: 'dossier.search' }, orderBy: { chainSeq: 'desc' } })
    expect(line.detail).toEqual({ length: 14, field: 'personalNumber' })
    expect(await found('86199008889')).toEqual([])
  })

  it('writes down that somebody searched, and never for whom', async () => {
    valueOf(await searchDossiers(clerk, { q: 'Đặng Thị' }))
    const line = await office.db.auditLine.findFirstOrThrow({ where: { action: 'dossier.search' }, orderBy: { chainSeq: 'desc' } })
    expect(line).toMatchObject({ actorId: clerk.staffId, detail: { length: 8 } })
    expect(JSON.stringify(line.detail)).not.toContain('Đặng')
  })
})
