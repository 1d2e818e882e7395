import { open, type FileHandle } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import sharp from 'sharp'
import { hidesAnother } from './hidden'
import { openOfficeFile } from './open-office-file'
import { openPdf } from './open-pdf'
import {
  FILE_LIMIT,
  KINDS,
  PAGE_LIMIT,
  PIXEL_LIMIT,
  PROGRESSIVE_PIXEL_LIMIT,
  agreesWithName,
  claimedExtension,
  claimedType,
  type FileRefusal,
  type FoundContent,
  type MediaType,
} from './rules'

export type Inspection =
  | { ok: true; mediaType: MediaType; extension: string; pages: number | null; width: number | null; height: number | null }
  | { ok: false; refusal: FileRefusal }

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
/** Where readers of PDF still look for its end mark. */
const END_REACH = 1024
/** The end mark of a zip may be followed by a comment of 65,535 bytes. */
const ZIP_TAIL = 65_535 + 22
/** Pictures decoded at the same time; each may hold PROGRESSIVE_PIXEL_LIMIT × 6 bytes. */
const AT_ONCE = 2

// Every picture is looked at once, so a cache would only hold memory.
sharp.cache(false)
sharp.concurrency(1)

type Ends = { size: number; head: Buffer; tail: Buffer }
type Facts = { pages?: number; width?: number; height?: number }
/** What is wrong with a file, before its name is added to it. */
type Fault = { [R in FileRefusal['reason']]: Omit<Extract<FileRefusal, { reason: R }>, 'fileName'> }[FileRefusal['reason']]

/**
 * Recognises a file by its content and opens it: PDF by a PDF reader, pictures decoded to the last row, Office files unpacked
 * under a budget. `fileName` is what the person called it; it is only compared, never trusted.
 * Answers media type and what could be counted, or the refusal. Throws only when the disk does.
 */
export async function inspectFile(path: string, fileName: string): Promise<Inspection> {
  const ends = await readEnds(path)
  const outcome = await examine(path, fileName, ends)
  if ('reason' in outcome) return { ok: false, refusal: { fileName, ...outcome } }
  const { mediaType, facts } = outcome
  const { pages = null, width = null, height = null } = facts
  return { ok: true, mediaType, extension: KINDS[mediaType].extension, pages, width, height }
}

async function examine(path: string, fileName: string, ends: Ends): Promise<{ mediaType: MediaType; facts: Facts } | Fault> {
  if (ends.size === 0) return { reason: 'empty' }
  if (ends.size > FILE_LIMIT) return { reason: 'too_large', size: ends.size, limit: FILE_LIMIT }
  const found = await recognise(path, ends)
  if (typeof found !== 'string') return found
  const mediaType = asMediaType(found)
  if (mediaType === null) return claimedType(fileName) === null ? { reason: 'not_allowed', found } : mislabelled(fileName, found)
  if (!agreesWithName(fileName, mediaType)) return mislabelled(fileName, mediaType)
  if (isTwoFiles(mediaType, ends) || (await hidesAnother(path, mediaType))) return { reason: 'unsafe_content' }
  const facts = await openAs(mediaType, path, ends)
  return 'reason' in facts ? facts : { mediaType, facts }
}

/** What the bytes are. Office files are opened here already, since only their inside tells a document from a spreadsheet. */
async function recognise(path: string, { head, size }: Ends): Promise<FoundContent | Fault> {
  if (head.subarray(0, 5).equals(Buffer.from('%PDF-'))) return 'application/pdf'
  if (head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg'
  if (head.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'image/png'
  if (head.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]))) return recogniseZip(path, size)
  if (head.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) {
    return (await isLockedOfficeFile(path, head)) ? { reason: 'password_protected' } : 'old_office'
  }
  return recogniseOther(path, head)
}

async function recogniseZip(path: string, size: number): Promise<FoundContent | Fault> {
  const opened = await openOfficeFile(path)
  switch (opened.outcome) {
    case 'docx':
      return DOCX
    case 'other':
      return opened.found
    case 'password':
      return { reason: 'password_protected' }
    case 'cut_off':
      return { reason: 'cut_off', received: size, announced: null }
    case 'broken':
      return { reason: 'unreadable' }
    case 'unsafe':
      return { reason: 'unsafe_content' }
  }
}

/** Names the common kinds that are not taken, so that the refusal can say how to convert them. */
async function recogniseOther(path: string, head: Buffer): Promise<FoundContent> {
  // The mark of text in UTF-16 looks like the beginning of a sound.
  if (head[0] === 0xff && head[1] === 0xfe) return 'unknown'
  const mime = (await fileTypeFromFile(path).catch(() => undefined))?.mime ?? ''
  if (/^image\/hei[cf]/.test(mime)) return 'heic'
  if (mime.startsWith('image/')) return 'other_picture'
  if (/^(video|audio)\//.test(mime)) return 'video'
  return /zip|rar|7z|tar|xz|bzip/.test(mime) ? 'archive' : 'unknown'
}

async function openAs(mediaType: MediaType, path: string, ends: Ends): Promise<Facts | Fault> {
  if (mediaType === 'application/pdf') return openAsPdf(path, ends)
  return KINDS[mediaType].picture ? inTurn(() => openAsPicture(mediaType, path, ends)) : {}
}

async function openAsPdf(path: string, { tail, size }: Ends): Promise<Facts | Fault> {
  // Readers repair a file without its end and show what is left, so a lost page would go unnoticed: ask for the end mark.
  const text = tail.toString('latin1').replace(/[\s\0]+$/, '')
  if (!text.slice(-END_REACH).includes('%%EOF')) return { reason: 'cut_off', received: size, announced: null }
  const opened = await openPdf(path)
  if (opened.outcome === 'password') return { reason: 'password_protected' }
  if (opened.outcome === 'active') return { reason: 'unsafe_content' }
  if (opened.outcome === 'broken' || opened.pages > PAGE_LIMIT) return { reason: 'unreadable' }
  return { pages: opened.pages }
}

async function openAsPicture(mediaType: MediaType, path: string, { size, tail }: Ends): Promise<Facts | Fault> {
  const options = { limitInputPixels: PIXEL_LIMIT, failOn: 'error', sequentialRead: true } as const
  try {
    const { width, height, isProgressive } = await sharp(path, { ...options, limitInputPixels: false }).metadata()
    if (width * height > (isProgressive ? PROGRESSIVE_PIXEL_LIMIT : PIXEL_LIMIT)) return { reason: 'too_many_pixels', width, height }
    await sharp(path, options).resize(16, 16, { fit: 'fill', fastShrinkOnLoad: false }).raw().toBuffer()
    return { width, height }
  } catch (error) {
    // A JPEG decoder says when it ran out of bytes; a PNG decoder only fails, but then the closing chunk is missing.
    const ranOut = error instanceof Error && error.message.includes('premature end')
    const isCut = mediaType === 'image/png' ? !tail.includes('IEND') : ranOut
    return isCut ? { reason: 'cut_off', received: size, announced: null } : { reason: 'unreadable' }
  }
}

/** A picture or PDF that is at the same time a zip: what a checker sees is not what the next program opens. */
function isTwoFiles(mediaType: MediaType, { tail }: Ends): boolean {
  return mediaType !== DOCX && hasZipEnd(tail)
}

/** A zip's end record whose directory really stands before it, so that chance bytes in a picture are not mistaken for one. */
function hasZipEnd(tail: Buffer): boolean {
  let at = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  while (at >= 0) {
    const directory = at + 22 <= tail.length ? at - tail.readUInt32LE(at + 12) : -1
    const starts = directory >= 0 && tail.toString('latin1', directory, directory + 4) === 'PK\x01\x02'
    if (starts) return true
    at = at === 0 ? -1 : tail.lastIndexOf('PK\x05\x06', at - 1, 'latin1')
  }
  return false
}

/** Office wraps an encrypted document in an old-style container with a stream of this name in its directory. */
async function isLockedOfficeFile(path: string, head: Buffer): Promise<boolean> {
  if (head.length < 512) return false
  const sector = head.readUInt16LE(30) === 12 ? 4096 : 512
  const directory = await readAt(path, (head.readUInt32LE(48) + 1) * sector, 4096)
  return directory.includes(Buffer.from('EncryptedPackage', 'utf16le'))
}

function mislabelled(fileName: string, found: FoundContent): Fault {
  return { reason: 'mislabelled', claimed: claimedExtension(fileName) ?? '', found }
}

function asMediaType(found: FoundContent): MediaType | null {
  return found === 'application/pdf' || found === 'image/jpeg' || found === 'image/png' || found === DOCX ? found : null
}

async function readEnds(path: string): Promise<Ends> {
  return withFile(path, async (file) => {
    const { size } = await file.stat()
    const from = Math.max(0, size - ZIP_TAIL)
    return { size, head: await bytesAt(file, 0, 4096), tail: await bytesAt(file, from, ZIP_TAIL) }
  })
}

function readAt(path: string, position: number, length: number): Promise<Buffer> {
  return withFile(path, (file) => bytesAt(file, position, length))
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}

async function withFile<T>(path: string, use: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path, 'r')
  try {
    return await use(file)
  } finally {
    await file.close()
  }
}

let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}
