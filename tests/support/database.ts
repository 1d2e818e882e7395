// Every integration test file has a database of its own, copied from the migrated template and dropped afterwards. The address is in
// DATABASE_URL before the file imports any code of the portal.
import { setTimeout as sleep } from 'node:timers/promises'
import { PrismaPg } from '@prisma/adapter-pg'
import { afterAll, inject } from 'vitest'
import { closeDb } from '@/lib/platform/db'
import { PrismaClient } from '@/prisma/generated/client'
import { administer, withClient } from '@/scripts/database/client.mjs'

const { adminUrl, template, reference } = inject('databaseServer')
const name = `mot_cua_test_${process.pid}_${process.env.VITEST_POOL_ID ?? '0'}`

/** The address of this test file's database, for a second connection or a process that a test starts. */
export const databaseUrl = Object.assign(new URL(adminUrl), { pathname: `/${name}` }).href

const copy = (from: string) =>
  administer(adminUrl, `drop database if exists ${name} with (force)`, `create database ${name} template ${from}`)

/** Gives this test file's database the reference data of the demonstration. Only before anything is in it: it is a fresh copy. */
export const openReference = (): Promise<void> => copy(reference)

await copy(template)
process.env.DATABASE_URL = databaseUrl

/** A pool that was ended takes leave a moment after it says so; one that is cut off in that moment throws where nobody listens. */
const untilLeft = (): Promise<void> =>
  withClient(adminUrl, async (client) => {
    for (let looks = 0; looks < 20; looks += 1) {
      const { rowCount } = await client.query('select 1 from pg_stat_activity where datname = $1', [name])
      if (rowCount === 0) return
      await sleep(50)
    }
  })

afterAll(async () => {
  await closeDb()
  await untilLeft()
  await administer(adminUrl, `drop database if exists ${name} with (force)`)
})

/** The client of this test file's own database; `$disconnect` it in `afterAll`. */
export const database = () => new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl }) })
