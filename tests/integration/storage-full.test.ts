import type { PathLike } from 'node:fs'
import { readdirSync, statSync } from 'node:fs'
import type * as FsPromises from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { receivePapers } from '@/app/api/uploads/papers'
import type { CitizenActor } from '@/lib/access/policy'
import { fileStorage } from '@/lib/documents/storage'
import { UPLOAD_FAILURES } from '@/lib/documents/words'
import { readDraft } from '@/lib/dossiers/draft-queries'
import { env } from '@/lib/platform/env'
import { database, openReference } from '@/tests/support/database'
import { aCitizen, aDraft, MARITAL_STATUS, valueOf } from '@/tests/support/filing'
import { pdfFile } from '@/tests/support/files'

/** The disk as the kernel describes it: how many more bytes it takes, and whether a folder takes another name. */
const disk = vi.hoisted(() => ({ room: Infinity, names: true }))

/** What the kernel says when there is no room. No test may fill the disk of the machine that it runs on. */
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof FsPromises>()
  const full = () => Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
  return {
    ...real,
    open: async (place: PathLike, ...how: []) => {
      const file = await real.open(place, ...how)
      for (const way of ['write', 'writeFile'] as const) {
        const write: (chunk: Uint8Array) => Promise<unknown> = file[way].bind(file)
        const value = async (chunk: Uint8Array) => {
          disk.room -= chunk.length
          if (disk.room < 0) throw full()
          return write(chunk)
        }
        Object.defineProperty(file, way, { value })
      }
      return file
    },
    rename: async (from: PathLike, to: PathLike) => {
      if (!disk.names) throw full()
      return real.rename(from, to)
    },
  }
})

const db = database()
let actor: CitizenActor
let draftId: string
let here: string

beforeAll(async () => {
  await openReference()
  await fileStorage()
})
beforeEach(async () => {
  Object.assign(disk, { room: Infinity, names: true })
  actor = await aCitizen(db)
  draftId = await aDraft(actor)
  here = `/nop-ho-so/${MARITAL_STATUS}/${draftId}/giay-to`
})
afterAll(async () => {
  await db.$disconnect()
})

/** Two files in one sending; the disk is full in the middle of the second. */
async function send(): Promise<string> {
  const form = new FormData()
  form.append('then', 'stay-1')
  for (const name of ['mot.pdf', 'hai.pdf'])
    form.append(
      'file-1',
      new File([new Uint8Array(pdfFile({ padding: name === 'mot.pdf' ? 1_000 : 800_000 }))], name, { type: 'application/pdf' }),
    )
  const request = new Request('http://localhost:3000/api/uploads', { method: 'POST', body: form })
  return (await receivePapers(request, actor, draftId)).headers.get('location') ?? ''
}

/** Every file in the storage, the temp folder included. */
function stored(folder = path.join(env().DATA_DIR, 'files')): string[] {
  return readdirSync(folder).flatMap((name) => {
    const place = path.join(folder, name)
    return statSync(place).isDirectory() ? stored(place) : [place]
  })
}

const kept = async () => valueOf(await readDraft(actor, { draftId })).files.map(({ fileName }) => fileName)

test.each([
  ['while a file is written', { room: 300_000 }],
  ['when a whole file gets its place', { names: false }],
])('a storage that is full %s: a sentence, nothing half-written, and the same sending is kept once there is room', async (_when, state) => {
  const before = stored()
  Object.assign(disk, state)
  expect(await send()).toBe(`${here}?loi=storage_full#loi`)
  expect(stored()).toEqual(before)
  expect(await kept()).toEqual([])
  expect(UPLOAD_FAILURES.storage_full).toMatch(/không lưu được tệp. Nội dung đã nhập vẫn còn; thử lại sau ít phút/)

  Object.assign(disk, { room: Infinity, names: true })
  expect(await send()).toBe(`${here}#file-1-place`)
  expect(await kept()).toEqual(['mot.pdf', 'hai.pdf'])
})

test('the health check tells of it, so that the operator knows', async () => {
  const storage = await fileStorage()
  expect(await storage.ready('probe-1')).toBe(true)
  Object.assign(disk, { room: 0 })
  expect(await storage.ready('probe-2')).toBe(false)
})
