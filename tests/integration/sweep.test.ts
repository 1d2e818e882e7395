import { mkdtempSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { JobHelpers } from 'graphile-worker'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayRoom } from '@/lib/documents/quota'
import { DAY_LIMITS, storageKey } from '@/lib/documents/rules'
import { fileStorage } from '@/lib/documents/storage'
import { removeOrphans } from '@/lib/jobs/orphans'
import { sweep } from '@/lib/jobs/tasks'
import { newId, readClock } from '@/lib/platform/clock'
import { addDays, columnOfLocalDate, localDateOf } from '@/lib/platform/local-date'
import { database, openReference } from '@/tests/support/database'
import { aCitizen, aCompleteDraft } from '@/tests/support/filing'

const db = database()
const HOUR_MS = 3_600_000
const ago = (hours: number) => new Date(readClock().getTime() - hours * HOUR_MS)

const folder = mkdtempSync(join(tmpdir(), 'mot-cua-sweep-'))
process.env.DATA_DIR = folder

beforeAll(async () => {
  await openReference()
})
afterAll(async () => {
  await db.$disconnect()
  rmSync(folder, { recursive: true, force: true })
})

async function aFile(key: string, hours: number): Promise<string> {
  await (await fileStorage()).put(key, Buffer.from('%PDF-1.4'), newId())
  utimesSync(join(folder, 'files', key), ago(hours), ago(hours))
  return key
}
const has = async (key: string) => (await fileStorage()).has(key)

test('a file that no row names goes after a day; one that is named or has only just arrived stays', async () => {
  const draftId = await aCompleteDraft(db, await aCitizen(db))
  const { storageKey: named } = await db.document.findFirstOrThrow({ where: { draftId } })
  await aFile(named, 48)
  const orphan = await aFile(storageKey(1, newId()), 25)
  const fresh = await aFile(storageKey(1, newId()), 23)
  expect(await removeOrphans(readClock())).toBe(1)
  expect([await has(named), await has(orphan), await has(fresh)]).toEqual([true, false, true])
})

test('so many files without a row mean another database, and none is removed', async () => {
  const keys: string[] = []
  for (let turn = 0; turn < 201; turn += 1) keys.push(await aFile(storageKey(1, newId()), 48))
  expect(await removeOrphans(readClock())).toBe(0)
  expect(await has(keys[0] ?? '')).toBe(true)
  for (const key of keys) await (await fileStorage()).remove(key)
})

test('a session goes a day after its end, and not before', async () => {
  const actor = await aCitizen(db)
  const life = { createdAt: ago(60), lastSeenAt: ago(60), userAgent: 'test', roles: [], citizenId: actor.citizenId }
  const [old, young] = [newId(), newId()]
  await db.loginSession.createMany({
    data: [
      { ...life, id: old, expiresAt: ago(25) },
      { ...life, id: young, expiresAt: ago(23) },
    ],
  })
  // The task asks its helpers for nothing.
  await sweep({}, {} as JobHelpers)
  const left = (await db.loginSession.findMany({ where: { id: { in: [old, young] } } })).map(({ id }) => id)
  expect(left).toEqual([young])
})

test('what was sent on a day is counted for that day and forgotten the day after next', async () => {
  const day = (back: number) => columnOfLocalDate(addDays(localDateOf(readClock()), -back))
  const account = `citizen:${newId()}`
  await db.uploadDay.createMany({ data: [0, 1, 2].map((back) => ({ account, day: day(back), bytes: 300_000_000 })) })
  const citizen = { ...(await aCitizen(db)), citizenId: account.slice('citizen:'.length) }
  expect((await dayRoom(db, citizen, readClock())).room).toBe(DAY_LIMITS.citizen - 300_000_000)
  expect((await dayRoom(db, citizen, new Date(readClock().getTime() + 24 * HOUR_MS))).room).toBe(DAY_LIMITS.citizen)
  await sweep({}, {} as JobHelpers)
  expect((await db.uploadDay.findMany({ where: { account }, orderBy: { day: 'asc' } })).map((row) => row.day)).toEqual([day(1), day(0)])
})
