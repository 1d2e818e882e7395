import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/policy'
import { addReason } from '@/lib/dossiers/commands/reasons'
import { findReasons } from '@/lib/dossiers/reason-queries'
import { newId, readClock } from '@/lib/platform/clock'
import { localDateOf } from '@/lib/platform/local-date'
import { loadReasons } from '@/prisma/seed/data'
import { valueOf } from '@/tests/support/filing'
import { openOffice, type Office } from '@/tests/support/office'

// An installation of before there were five lists: the update fills what is empty, and nothing else.

const UPDATE = readFileSync(join(process.cwd(), 'prisma/migrations/20261130091000_usual_reasons/migration.sql'), 'utf8')
const NEW_KINDS = ['REFUSAL', 'RETURN', 'EXTENSION', 'STOP'] as const

let office: Office
let admin: StaffActor
beforeAll(async () => {
  office = await openOffice()
  admin = await office.staff('quantri.cao')
})
afterAll(() => office.close())

const update = () => office.db.$executeRawUnsafe(UPDATE)
const listOf = async (kind: string, communeId = 1) =>
  (await office.db.listedReason.findMany({ where: { communeId, kind: kind as 'STOP' }, orderBy: { position: 'asc' } })).map(
    ({ text }) => text,
  )
const usual = (kind: string) => loadReasons().flatMap((reason) => (reason.kind === kind ? [reason.text] : []))

describe('an update of an older installation', () => {
  it('fills the lists that are empty with what a new commune begins with, in every commune, and says that nobody has verified them', async () => {
    await office.db.listedReason.deleteMany({ where: { kind: { in: [...NEW_KINDS] } } })
    await update()
    for (const kind of NEW_KINDS) for (const communeId of [1, 2]) expect(await listOf(kind, communeId)).toEqual(usual(kind))
    expect(await office.db.listedReason.count({ where: { kind: { in: [...NEW_KINDS] }, unverified: false } })).toBe(0)
    expect(valueOf(await findReasons(await office.staff('mau.tran'), { kind: 'STOP' })).map(({ text }) => text)).toEqual(usual('STOP'))
  })

  it('leaves a list alone in which the administrator has written anything, and fills the others', async () => {
    await office.db.listedReason.deleteMany({ where: { communeId: 1, kind: { in: ['STOP', 'RETURN'] } } })
    const from = localDateOf(readClock())
    valueOf(await addReason(admin, newId(), { kind: 'STOP', text: 'Lý do của xã', from }))
    const supplements = await listOf('SUPPLEMENT')
    await update()
    expect(await listOf('STOP')).toEqual(['Lý do của xã'])
    expect(await listOf('RETURN')).toEqual(usual('RETURN'))
    expect(await listOf('SUPPLEMENT')).toEqual(supplements)
  })

  it('changes nothing where every list has something, also one whose reasons are all over', async () => {
    await office.db.listedReason.updateMany({ where: { communeId: 1, kind: 'EXTENSION' }, data: { validTo: new Date('2026-01-31') } })
    const before = await office.db.listedReason.findMany({ orderBy: [{ communeId: 'asc' }, { code: 'asc' }, { validFrom: 'asc' }] })
    expect(await update()).toBe(0)
    expect(await office.db.listedReason.findMany({ orderBy: [{ communeId: 'asc' }, { code: 'asc' }, { validFrom: 'asc' }] })).toEqual(
      before,
    )
  })
})
