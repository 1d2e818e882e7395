import { rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dataDir } from '@/scripts/database.mjs'
import { openCluster } from '@/scripts/database/cluster.mjs'
import { preparePlace } from '@/scripts/database/place.mjs'
import { watchServer } from '@/scripts/database/watch.mjs'
import { killServer } from '@/scripts/steps/kill.mjs'

// A server of its own beside the one of the tests: this one gets killed.

const place = preparePlace({ dataDir: dataDir(), cluster: `watched-${process.pid}` })
let server: Awaited<ReturnType<typeof openCluster>>
const said: string[] = []

beforeAll(async () => {
  server = await openCluster(place)
})
afterAll(async () => {
  await server.close()
  rmSync(place.home, { recursive: true, force: true })
})

const connectionString = () => `postgresql://${server.user}:${server.password}@127.0.0.1:${server.port}/postgres`

async function query(text: string): Promise<unknown[] | null> {
  const client = new pg.Client({ connectionString: connectionString(), connectionTimeoutMillis: 2_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return (await client.query<Record<string, unknown>>(text)).rows
  } catch {
    return null
  } finally {
    await client.end().catch(() => undefined)
  }
}

it('the embedded server that was killed comes back at its port with what was committed, and stays away once nobody looks after it', async () => {
  await query('CREATE TABLE kept AS SELECT 7 AS number')
  const end = watchServer(server.revive, (line) => said.push(line))
  await sleep(500)
  expect(said).toEqual([])
  await killServer(place.data)
  const since = performance.now()
  while ((await query('SELECT number FROM kept')) === null && performance.now() - since < 10_000) await sleep(50)
  expect(await query('SELECT number FROM kept')).toEqual([{ number: 7 }])
  await sleep(400)
  expect(said).toEqual(['Cơ sở dữ liệu đã dừng ngoài ý muốn và vừa được chạy lại.'])
  await end()
  await killServer(place.data)
  await sleep(1_500)
  expect(await query('SELECT 1')).toBeNull()
})

it('a server that cannot be started is told, with the reason, and tried again less and less often', async () => {
  const told: string[] = []
  let tries = 0
  const end = watchServer(
    () => {
      tries += 1
      return Promise.reject(new Error('hết chỗ trên đĩa'))
    },
    (line) => told.push(line),
  )
  await sleep(1_500)
  await end()
  expect(tries).toBe(2)
  expect(told[0]).toBe('Cơ sở dữ liệu đã dừng và chưa chạy lại được: hết chỗ trên đĩa')
})
