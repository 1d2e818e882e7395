import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StaffActor } from '@/lib/access/policy'
import { storageKey } from '@/lib/documents/rules'
import { attachResult } from '@/lib/dossiers/commands/attach-result'
import { performStep } from '@/lib/dossiers/commands/perform-step'
import { readResultRoom } from '@/lib/dossiers/upload-queries'
import { aDossier } from '@/prisma/seed/builders/dossier'
import { dice } from '@/prisma/seed/builders/dice'
import { aPerson } from '@/prisma/seed/builders/person'
import { procedureOf } from '@/prisma/seed/builders/world'
import { newId } from '@/lib/platform/clock'
import { local } from '@/tests/support/calendar'
import { aFile, MARITAL_STATUS, valueOf } from '@/tests/support/filing'
import { openOffice, type Office } from '@/tests/support/office'

let office: Office
let code: string
let specialist: StaffActor

const result = () => aFile(1)
const attach = (file: ReturnType<typeof result>, version: number) => attachResult(specialist, newId(), { code, version, file })
const row = () => office.db.dossier.findFirstOrThrow({ where: { code }, select: { id: true, version: true, holderStaffId: true } })
const results = async () => {
  const { id } = await row()
  return office.db.document.findMany({ where: { dossierId: id, purpose: 'RESULT' }, select: { storageKey: true } })
}
const jobsToRemove = async () => {
  const rows = await office.db.$queryRaw<{ key: string }[]>`
    SELECT payload->>'storageKey' AS key FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
    WHERE t.identifier = 'remove_file'`
  return rows.map(({ key }) => key)
}

beforeAll(async () => {
  office = await openOffice()
  const submittedAt = local('2026-11-23 08:00')
  const begun = aDossier(office.world, {
    procedure: procedureOf(office.world, MARITAL_STATUS),
    person: aPerson(dice(1), 1),
    channel: 'ONLINE',
    submittedAt,
  })
  const [inserted] = await office.insert(begun.upTo('take', () => local('2026-11-23 09:00')).built())
  if (!inserted) throw new Error('nothing was inserted')
  code = inserted
  const holder = await office.db.staff.findFirstOrThrow({ where: { id: (await row()).holderStaffId ?? '' } })
  specialist = await office.staff(holder.userName)
})
afterAll(() => office.close())

test('a new draft of the result takes the place of the earlier one, whose file leaves the storage', async () => {
  const [first, second] = [result(), result()]
  const { version } = valueOf(await attach(first, (await row()).version))
  expect(await results()).toEqual([{ storageKey: storageKey(1, first.id) }])
  expect(await jobsToRemove()).toEqual([])

  valueOf(await attach(second, version))
  expect(await results()).toEqual([{ storageKey: storageKey(1, second.id) }])
  expect(await jobsToRemove()).toEqual([storageKey(1, first.id)])
})

test('one sent from an older page replaces nothing', async () => {
  const before = await results()
  const { version } = await row()
  const stale = { ok: false, code: 'changed_meanwhile', detail: { by: specialist.fullName } }
  expect(await attach(result(), version - 1)).toMatchObject(stale)
  // Before the file is read, and also when the dossier has moved on: who was first says more than that it cannot be done.
  expect(await readResultRoom(specialist, { code, version: version - 1 })).toMatchObject(stale)
  valueOf(await performStep(specialist, newId(), { code, step: 'propose', outcome: 'GRANTED', version }))
  expect(await attach(result(), version)).toMatchObject(stale)
  expect(await readResultRoom(specialist, { code, version })).toMatchObject(stale)
  expect(await results()).toEqual(before)
  expect(await jobsToRemove()).toHaveLength(1)
})
