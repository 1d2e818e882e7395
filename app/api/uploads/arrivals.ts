import { inspectFile } from '@/lib/documents/inspect'
import { discardFiles, isDiskFull, receiveUpload, type RefusedFile } from '@/lib/documents/receive-upload'
import { storageKey, storedName } from '@/lib/documents/rules'
import type { StoredFile } from '@/lib/documents/schema'
import { fileStorage } from '@/lib/documents/storage'
import type { UploadFailure } from '@/lib/documents/words'
import { newId } from '@/lib/platform/clock'

/** A file that was looked into and lies in the storage, by the box it was picked in; nobody can reach it before a row names it. */
type Arrival = StoredFile & { field: string }

export type Arrivals =
  | { ok: true; fields: ReadonlyMap<string, readonly string[]>; files: readonly Arrival[]; refused: readonly RefusedFile[] }
  | { ok: false; failure: UploadFailure; fields: ReadonlyMap<string, readonly string[]> }

/**
 * Streams a form with files to the disk, looks into each file and moves the sound ones to the storage. `room`: bytes that still fit into the
 * dossier; `day`: into the day of the account. What the caller does not take in the end it gives to `dropArrivals`.
 */
export async function receiveArrivals(
  request: Request,
  { communeId, room, day }: { communeId: number; room: number; day: { room: number; limit: number } },
): Promise<Arrivals> {
  const storage = await fileStorage()
  const upload = await receiveUpload(request, { storage, newId, room, day })
  if (!upload.ok) return upload
  const files: Arrival[] = []
  const begun: { id: string }[] = []
  const refused = [...upload.refused]
  try {
    for (const { field, fileName, tempPath, size, sha256 } of upload.files) {
      const inspected = await inspectFile(tempPath, fileName)
      if (!inspected.ok) {
        refused.push({ field, refusal: inspected.refusal })
        continue
      }
      const id = newId()
      begun.push({ id })
      await storage.adopt(tempPath, storageKey(communeId, id))
      const { mediaType, pages } = inspected
      files.push({ field, id, fileName: storedName(fileName, mediaType), mediaType, size, sha256, pages })
    }
  } catch (error) {
    await dropArrivals(communeId, begun)
    if (isDiskFull(error)) return { ok: false, failure: 'storage_full', fields: upload.fields }
    throw error
  } finally {
    await discardFiles(upload.files)
  }
  return { ok: true, fields: upload.fields, files, refused }
}

/** Removes files that no row names: those of a refused command, and those that were there already. */
export async function dropArrivals(communeId: number, files: readonly { id: string }[]): Promise<void> {
  const storage = await fileStorage()
  for (const { id } of files) await storage.remove(storageKey(communeId, id))
}

/** The one value of a field or of the button that was pressed; empty when there is none. */
export const textOf = (fields: ReadonlyMap<string, readonly string[]>, name: string): string => fields.get(name)?.at(-1) ?? ''

/** The position in a box's name, or null for a box that is not of this kind. */
export function positionIn(name: string, boxOf: (position: number) => string): number | null {
  const position = Number(/-(\d{1,4})$/.exec(name)?.[1])
  return Number.isInteger(position) && boxOf(position) === name ? position : null
}
