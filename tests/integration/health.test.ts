import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { PrismaPg } from '@prisma/adapter-pg'
import * as live from '@/app/api/health/live/route'
import * as ready from '@/app/api/health/ready/route'
import { readClock } from '@/lib/platform/clock'
import { PrismaClient } from '@/prisma/generated/client'
import { databaseUrl } from '@/tests/support/database'

const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl }) })
afterAll(() => db.$disconnect())

const beat = (secondsAgo: number) => {
  const at = new Date(readClock().getTime() - secondsAgo * 1_000)
  return db.workerHeartbeat.upsert({ where: { name: 'worker' }, create: { name: 'worker', at }, update: { at } })
}

const asked = async () => {
  const answer = await ready.GET()
  return { status: answer.status, retry: answer.headers.get('retry-after'), body: await answer.json() }
}

describe('the health of the portal', () => {
  beforeEach(() => beat(1))

  it('lives as long as the process answers', async () => {
    expect(live.GET().status).toBe(200)
  })

  it('is ready when database, migrations, storage and worker are', async () => {
    expect(await asked()).toEqual({ status: 200, retry: null, body: { database: true, migrations: true, storage: true, worker: true } })
  })

  it('is not ready when the worker has been silent for half a minute, and says when to ask again', async () => {
    await beat(31)
    expect(await asked()).toMatchObject({ status: 503, retry: '5', body: { database: true, worker: false } })
    await db.workerHeartbeat.deleteMany()
    expect(await asked()).toMatchObject({ status: 503, body: { worker: false } })
  })

  it('is not ready when the database has not every migration of the code', async () => {
    const [last] = await db.$queryRaw<{ id: string }[]>`SELECT id FROM _prisma_migrations ORDER BY migration_name DESC LIMIT 1`
    await db.$executeRaw`UPDATE _prisma_migrations SET finished_at = NULL WHERE id = ${last?.id}`
    expect(await asked()).toMatchObject({ status: 503, body: { database: true, migrations: false } })
    await db.$executeRaw`UPDATE _prisma_migrations SET finished_at = now() WHERE id = ${last?.id}`
    expect((await asked()).status).toBe(200)
  })
})
