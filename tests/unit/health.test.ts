import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import * as ready from '@/app/api/health/ready/route'

it('a portal without a database and without a place for files is not ready, and says so instead of failing', async () => {
  // A file where the folder should be: nothing can be stored under it.
  writeFileSync(path.join(process.env.DATA_DIR ?? '', 'files'), '')
  const answer = await ready.GET()
  expect(answer.status).toBe(503)
  expect(await answer.json()).toEqual({ database: false, migrations: false, storage: false, worker: false })
})
