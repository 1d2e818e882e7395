import { constants, createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import { env } from '@/lib/platform/env'

const TEMP = 'tmp'
const KEY = /^[a-z0-9][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*)*$/

/** Where the files of people and of the office lie. Keys are made by `storageKey`, never from a name that someone typed. */
export type Storage = {
  /** A path for a file that is still arriving; on the same volume as the storage, so that moving it in is one atomic rename. */
  tempPath(id: string): string
  /**
   * Moves a finished temp file to its key. When it returns, content and name are on the disk, so a commit that follows
   * never points at a file that a power cut took away. An existing key is an error: files are never overwritten.
   */
  adopt(tempPath: string, key: string): Promise<void>
  /** Stores bytes that the office itself made (a rendered paper), with the same promise as `adopt`. */
  put(key: string, bytes: Uint8Array, id: string): Promise<void>
  has(key: string): Promise<boolean>
  /** Rejects (ENOENT) before the first byte when the file is missing, so that a response can still become an error page. */
  read(key: string): Promise<Readable>
  readBytes(key: string): Promise<Uint8Array>
  /** Removing what is not there is no error. */
  remove(key: string): Promise<void>
  /** Writes, syncs and removes a probe: false when the volume is missing, full or read-only. For the health check. */
  ready(id: string): Promise<boolean>
  /** Removes temp files last written before `before` (left by broken connections and killed processes); answers how many. */
  sweepTemp(before: Date): Promise<number>
  /** The keys of files last written before `before`, a folder at a time. */
  keysBefore(before: Date): AsyncGenerator<string[]>
}

/** The storage under a folder of this machine, which is made when missing and closed to other users. */
export async function openStorage(folder: string): Promise<Storage> {
  const temp = join(folder, TEMP)
  await mkdir(temp, { recursive: true, mode: 0o700 })
  const disk = new Disk(new FSDriver({ location: folder, visibility: 'private' }))

  const tempPath = (id: string) => join(temp, safe(id))
  const adopt = async (from: string, key: string) => {
    const target = join(folder, safe(key))
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    await flush(from)
    if (await disk.exists(key)) throw new Error('storage key is taken')
    await rename(from, target)
    await flush(dirname(target))
  }

  return {
    tempPath,
    adopt,
    put: async (key, bytes, id) => {
      const path = tempPath(id)
      try {
        await writeNew(path, bytes)
        await adopt(path, key)
      } finally {
        await rm(path, { force: true })
      }
    },
    has: (key) => disk.exists(safe(key)),
    read: async (key) => {
      const path = join(folder, safe(key))
      await stat(path)
      return createReadStream(path)
    },
    readBytes: (key) => disk.getBytes(safe(key)),
    remove: (key) => disk.delete(safe(key)),
    ready: async (id) => {
      const path = tempPath(id)
      try {
        await writeNew(path, new TextEncoder().encode(id))
        return true
      } catch {
        return false
      } finally {
        await rm(path, { force: true }).catch(() => undefined)
      }
    },
    keysBefore: (before) => keysBefore(folder, before),
    sweepTemp: async (before) => {
      let removed = 0
      for (const name of await readdir(temp)) {
        const path = join(temp, name)
        const { mtime } = await stat(path).catch(() => ({ mtime: before }))
        if (mtime >= before) continue
        await unlink(path).catch(() => undefined)
        removed += 1
      }
      return removed
    },
  }
}

/** Folders are `<commune>/<two characters>/`; what lies elsewhere is not ours to judge. */
async function* keysBefore(folder: string, before: Date): AsyncGenerator<string[]> {
  const inside = async (path: string) => readdir(join(folder, path)).catch((): string[] => [])
  for (const commune of (await inside('')).filter((name) => /^\d+$/.test(name)))
    for (const shelf of await inside(commune)) {
      const keys: string[] = []
      for (const name of await inside(join(commune, shelf))) {
        const key = `${commune}/${shelf}/${name}`
        const written = await stat(join(folder, key)).catch(() => null)
        if (KEY.test(key) && written?.isFile() && written.mtime < before) keys.push(key)
      }
      if (keys.length > 0) yield keys
    }
}

let shared: Promise<Storage> | undefined

/** The storage of this installation, under `DATA_DIR/files`. A failed opening is tried again at the next call. */
export function fileStorage(): Promise<Storage> {
  shared ??= openStorage(join(env().DATA_DIR, 'files')).catch((error: unknown) => {
    shared = undefined
    throw error
  })
  return shared
}

/** A key or id that cannot leave the folder. */
function safe(key: string): string {
  if (!KEY.test(key)) throw new Error('unsafe storage key')
  return key
}

async function writeNew(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A rename survives a power cut only after the file and then its folder are synced. */
async function flush(path: string): Promise<void> {
  const handle = await open(path, constants.O_RDONLY)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
