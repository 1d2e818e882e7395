import { createHash } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import busboy from 'busboy'
import { DOSSIER_LIMIT, FILE_LIMIT, MEGABYTE, displayName, type FileRefusal } from './rules'
import type { Storage } from './storage'
import type { UploadFailure } from './words'

/** A file that arrived whole and waits in the temp folder; not yet looked into (`inspectFile` does that). */
export type ReceivedFile = { field: string; fileName: string; announcedType: string; size: number; sha256: string; tempPath: string }
export type RefusedFile = { field: string; refusal: FileRefusal }

export type Upload =
  | { ok: true; fields: ReadonlyMap<string, readonly string[]>; files: readonly ReceivedFile[]; refused: readonly RefusedFile[] }
  /** Nothing is kept in the temp folder; `fields` holds what was read before the failure, so that the form can be shown again. */
  | { ok: false; failure: UploadFailure; fields: ReadonlyMap<string, readonly string[]> }

export type UploadTerms = {
  storage: Storage
  newId: () => string
  /** Bytes that still fit into the dossier; default: an empty dossier. */
  room?: number
  /** What the account may still send today, of how much; default: no limit. */
  day?: { room: number; limit: number }
  /** Files in one sending; default 40, the longest list of components with a few pages each. */
  maxFiles?: number
}

/** Form overhead and answers beside the files. */
const FIELDS_LIMIT = 4 * MEGABYTE
const FIELD_LIMIT = 64 * 1024

/** The hidden field in which a page with script announces the sizes of an input's files, in order: `size-of-<input name>`. */
export const sizeField = (field: string) => `size-of-${field}`

type Progress = {
  fields: Map<string, string[]>
  files: ReceivedFile[]
  refused: RefusedFile[]
  /** Bytes stored so far. */
  kept: number
  failure: UploadFailure | null
  /** How many files each input has sent, and which of them lies where: announced sizes count refused files too. */
  sent: Map<string, number>
  places: Map<string, number>
}
type Part = { field: string; stream: Readable; name: string | undefined; announcedType: string }

/**
 * Reads a multipart/form-data body as a stream: each file goes to the temp folder while it is counted and hashed, never into memory.
 * A file that is too large is read to its end but not stored, so that the person keeps the rest of the form and gets her answer;
 * a body beyond the dossier's limit is broken off. The body is compared with its Content-Length, because a proxy may cut it silently.
 * An input without a chosen file is left out; an empty file is refused as `empty`. Throws only when the disk fails for good.
 */
export async function receiveUpload(request: Request, terms: UploadTerms): Promise<Upload> {
  const progress: Progress = { fields: new Map(), files: [], refused: [], kept: 0, failure: null, sent: new Map(), places: new Map() }
  try {
    const failure = (await readBody(request, terms, progress)) ?? progress.failure
    if (failure === null) {
      await compareWithAnnounced(progress)
      return { ok: true, fields: progress.fields, files: progress.files, refused: progress.refused }
    }
    await discardFiles(progress.files)
    return { ok: false, failure, fields: progress.fields }
  } catch (error) {
    await discardFiles(progress.files)
    if (isDiskFull(error)) return { ok: false, failure: 'storage_full', fields: progress.fields }
    throw error
  }
}

/** Removes temp files that will not be kept (a later check refused them, or the command failed). Safe after some were moved away. */
export async function discardFiles(files: readonly ReceivedFile[]): Promise<void> {
  for (const { tempPath } of files) await rm(tempPath, { force: true })
}

async function readBody(request: Request, terms: UploadTerms, progress: Progress): Promise<UploadFailure | null> {
  const announced = announcedLength(request.headers)
  const limit = DOSSIER_LIMIT + FIELDS_LIMIT
  if (announced !== null && announced > limit) return 'too_large'
  const parser = parserFor(request.headers, terms)
  if (parser === null || request.body === null) return 'malformed'

  const meter = { count: 0, limit }
  const abort = new AbortController()
  let turn = Promise.resolve()
  parser.on('field', (name, value, { valueTruncated }) => {
    if (valueTruncated) progress.failure = 'malformed'
    else progress.fields.set(name, [...(progress.fields.get(name) ?? []), value.normalize('NFC')])
  })
  parser.on('file', (field, stream, { filename, mimeType }) => {
    // Its turn may come after the connection broke; without a listener that error would end the process.
    stream.on('error', () => undefined)
    turn = turn.then(() => takeFile({ field, stream, name: filename, announcedType: mimeType }, terms, progress))
    turn.catch((error: unknown) => abort.abort(error))
  })
  for (const event of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const) {
    parser.on(event, () => (progress.failure = 'too_many_parts'))
  }

  const broken = await pipeline(metered(request.body, meter), parser, { signal: abort.signal }).then(
    () => null,
    (error: unknown) => ({ error }),
  )
  const disk = await turn.then(
    () => null,
    (error: unknown) => ({ error }),
  )
  if (meter.count > limit) return 'too_large'
  if (disk && hasCode(disk.error)) throw disk.error
  if (broken) return broken.error instanceof Error && broken.error.message.startsWith('Malformed') ? 'malformed' : 'cut_off'
  return announced !== null && announced !== meter.count ? 'cut_off' : null
}

async function takeFile(part: Part, terms: UploadTerms, progress: Progress): Promise<void> {
  const { field, stream, announcedType } = part
  const fileName = displayName(part.name ?? '')
  const place = progress.sent.get(field) ?? 0
  if (part.name !== undefined) progress.sent.set(field, place + 1)
  const room = (terms.room ?? DOSSIER_LIMIT) - progress.kept
  const dayRoom = (terms.day?.room ?? Infinity) - progress.kept
  const tempPath = terms.storage.tempPath(terms.newId())
  const { size, sha256, stored } = await store(stream, tempPath, Math.min(FILE_LIMIT, room, dayRoom))
  if (stored) {
    progress.kept += size
    progress.places.set(tempPath, place)
    progress.files.push({ field, fileName, announcedType, size, sha256, tempPath })
  } else if (size === 0) {
    // A browser sends an empty nameless part for an input in which nothing was chosen.
    if (part.name !== undefined) progress.refused.push({ field, refusal: { reason: 'empty', fileName } })
  } else if (size > FILE_LIMIT) {
    progress.refused.push({ field, refusal: { reason: 'too_large', fileName, size, limit: FILE_LIMIT } })
  } else if (size <= room && terms.day) {
    const { limit } = terms.day
    progress.refused.push({ field, refusal: { reason: 'day_full', fileName, size, room: Math.max(0, dayRoom), limit } })
  } else {
    progress.refused.push({ field, refusal: { reason: 'dossier_full', fileName, size, room: Math.max(0, room) } })
  }
}

/** Counts and hashes to the end; keeps the file only when it has bytes and stays within `limit`. */
async function store(stream: Readable, path: string, limit: number): Promise<{ size: number; sha256: string; stored: boolean }> {
  const hash = createHash('sha256')
  const file = await open(path, 'wx', 0o600)
  let size = 0
  let whole = false
  try {
    for await (const chunk of stream) {
      if (!Buffer.isBuffer(chunk)) continue
      size += chunk.length
      if (size > limit) continue
      hash.update(chunk)
      await file.write(chunk)
    }
    whole = true
  } finally {
    await file.close()
    if (!whole || size === 0 || size > limit) await rm(path, { force: true })
  }
  return { size, sha256: hash.digest('hex'), stored: size > 0 && size <= limit }
}

/** Where the page announced sizes, a file with another size was cut or changed on its way. */
async function compareWithAnnounced(progress: Progress): Promise<void> {
  for (const file of [...progress.files]) {
    const text = progress.fields.get(sizeField(file.field))?.[progress.places.get(file.tempPath) ?? 0]
    const announced = text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : file.size
    if (announced === file.size) continue
    await discardFiles([file])
    progress.files.splice(progress.files.indexOf(file), 1)
    progress.refused.push({ field: file.field, refusal: { reason: 'cut_off', fileName: file.fileName, received: file.size, announced } })
  }
}

function parserFor(headers: Headers, { maxFiles = 40 }: UploadTerms): busboy.Busboy | null {
  const contentType = headers.get('content-type') ?? ''
  if (!/^multipart\/form-data\s*;/i.test(contentType)) return null
  try {
    return busboy({
      headers: { 'content-type': contentType },
      defParamCharset: 'utf8',
      limits: { files: maxFiles, fields: 400, fieldSize: FIELD_LIMIT, parts: maxFiles + 400, headerPairs: 20 },
    })
  } catch {
    return null
  }
}

type Meter = { count: number; limit: number }

/** The body's chunks, counted; stops reading where the limit is passed or the parser gives up. */
async function* metered(body: ReadableStream<Uint8Array>, meter: Meter): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      meter.count += value.length
      if (meter.count > meter.limit) return
      yield value
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

function announcedLength(headers: Headers): number | null {
  const text = headers.get('content-length')
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null
}

function hasCode(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /^E[A-Z]+$/.test(error.code)
}

/** Whether the storage, and not the sender, is at fault: the disk is full, its quota is used up, or it can only be read. */
export function isDiskFull(error: unknown): boolean {
  return hasCode(error) && ['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS'].includes(error.code)
}
