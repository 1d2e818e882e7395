import { createHash } from 'node:crypto'
import { fileStorage } from '@/lib/documents/storage'
import { db } from '@/lib/platform/db'

/** A file that a row names and that is not as it was stored. `key`: where it has to lie. */
export type FaultyFile = { kind: 'document' | 'paper'; communeId: number; id: string; key: string; fault: 'missing' | 'altered' }
export type FilesReport = { checked: number; faults: FaultyFile[] }

type Named = { communeId: number; id: string; storageKey: string | null; sha256: string | null }
type Place = { communeId: number; id: string }

const PAGE = 500
const FIELDS = { communeId: true, id: true, storageKey: true, sha256: true } as const
const ORDER = [{ communeId: 'asc' as const }, { id: 'asc' as const }]

/** How to read the next page of rows behind a place; the key of both tables is the same. */
const after = (place: Place | null) => ({
  select: FIELDS,
  orderBy: ORDER,
  take: PAGE,
  ...(place && { cursor: { communeId_id: place }, skip: 1 }),
})

const READERS: Record<FaultyFile['kind'], (place: Place | null) => Promise<Named[]>> = {
  document: (place) => db().document.findMany(after(place)),
  paper: (place) => db().paper.findMany({ ...after(place), where: { storageKey: { not: null } } }),
}

/** Reads every file that the database names and compares it with the hash kept when it was stored: after a restoration, or on a doubtful disk. */
export async function verifyFiles(): Promise<FilesReport> {
  const report: FilesReport = { checked: 0, faults: [] }
  for (const kind of ['document', 'paper'] as const) {
    let place: Place | null = null
    for (;;) {
      const rows: Named[] = await READERS[kind](place)
      for (const { communeId, id, storageKey: key, sha256 } of rows) {
        place = { communeId, id }
        if (key === null) continue
        report.checked += 1
        const found = await hashOf(key)
        if (found !== sha256) report.faults.push({ kind, communeId, id, key, fault: found === null ? 'missing' : 'altered' })
      }
      if (rows.length < PAGE) break
    }
  }
  return report
}

/** SHA-256 of a stored file, read as a stream; null when it is not there. */
async function hashOf(key: string): Promise<string | null> {
  const storage = await fileStorage()
  if (!(await storage.has(key))) return null
  const hash = createHash('sha256')
  for await (const chunk of await storage.read(key)) hash.update(chunk)
  return hash.digest('hex')
}
