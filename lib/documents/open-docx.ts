import { crc32 } from 'node:zlib'
import { openPromise, type Entry, type ZipFile } from 'yauzl'
import type { FoundContent } from './rules'

export type OpenedDocx =
  | { outcome: 'docx' }
  | { outcome: 'other'; found: FoundContent }
  | { outcome: 'password' }
  | { outcome: 'cut_off' }
  | { outcome: 'broken' }
  | { outcome: 'unsafe' }

/** A file that unpacks to more than this is a bomb; pictures inside do not shrink, so 20 MB of honest text and pictures stay far below. */
const UNPACKED_LIMIT = 200 * 1024 * 1024
const ENTRY_LIMIT = 3_000
/** The parts read as text are lists of names; megabytes of them are no document. */
const TEXT_LIMIT = 2 * 1024 * 1024

const CONTENT_TYPES = '[Content_Types].xml'
const MAIN_TYPE = /application\/vnd\.(?:openxmlformats-officedocument\.)?[a-z0-9.-]+\.main\+xml/gi
const WORD_MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
/** Macros in any Office file: the part itself, or a content type that announces them. */
const MACRO_PART = /vba(project|data)/i
const MACRO_TYPE = /macroenabled|vbaproject/i
/** A template or object that Word fetches from elsewhere on opening: how a clean-looking document brings its macros along. */
const FETCHED = /\/(attachedTemplate|oleObject|frame|subDocument|aFChunk)"/i
const FAR_AWAY = /Target\s*=\s*["'](https?:|ftp:|file:\/\/[^/]|\\\\|\/\/)/i

/**
 * Reads an Office file to its end without unpacking it to disk: every entry is inflated under a budget and its checksum compared,
 * so a cut, damaged, locked or booby-trapped file is known before a clerk opens it.
 */
export async function openDocx(path: string): Promise<OpenedDocx> {
  let zip: ZipFile
  try {
    zip = await openPromise(path, { autoClose: false })
  } catch (error) {
    return { outcome: messageOf(error).includes('signature not found') ? 'cut_off' : 'broken' }
  }
  try {
    return await walk(zip)
  } catch (error) {
    return { outcome: messageOf(error).includes('strong encryption') ? 'password' : 'broken' }
  } finally {
    zip.close()
  }
}

async function walk(zip: ZipFile): Promise<OpenedDocx> {
  if (zip.entryCount > ENTRY_LIMIT) return { outcome: 'unsafe' }
  let unpacked = 0
  let contentTypes: string | null = null
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) return { outcome: 'password' }
    unpacked += entry.uncompressedSize
    if (unpacked > UNPACKED_LIMIT || MACRO_PART.test(entry.fileName)) return { outcome: 'unsafe' }
    const text = await readEntry(zip, entry)
    if (text === 'damaged') return { outcome: 'broken' }
    if (entry.fileName === CONTENT_TYPES) contentTypes = text.content
    else if (hasFarTemplate(text.content)) return { outcome: 'unsafe' }
  }
  return contentTypes === null ? { outcome: 'other', found: 'archive' } : classify(contentTypes)
}

/** Inflates an entry to its end; keeps its text only for lists of names and relations. */
async function readEntry(zip: ZipFile, entry: Entry): Promise<{ content: string } | 'damaged'> {
  const isText = entry.fileName === CONTENT_TYPES || entry.fileName.endsWith('.rels')
  if (isText && entry.uncompressedSize > TEXT_LIMIT) return 'damaged'
  const kept: Buffer[] = []
  let sum = 0
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    if (!Buffer.isBuffer(chunk)) return 'damaged'
    sum = crc32(chunk, sum)
    if (isText) kept.push(chunk)
  }
  return sum === entry.crc32 ? { content: Buffer.concat(kept).toString('utf8') } : 'damaged'
}

function classify(contentTypes: string): OpenedDocx {
  if (MACRO_TYPE.test(contentTypes)) return { outcome: 'unsafe' }
  const mains: readonly string[] = contentTypes.match(MAIN_TYPE) ?? []
  if (mains.includes(WORD_MAIN)) return { outcome: 'docx' }
  const found = mains.some((type) => type.includes('spreadsheetml'))
    ? 'spreadsheet'
    : mains.some((type) => type.includes('presentationml'))
      ? 'slides'
      : 'unknown'
  return { outcome: 'other', found }
}

function hasFarTemplate(relations: string): boolean {
  return (relations.match(/<Relationship\b[^>]*>/g) ?? []).some((relation) => FETCHED.test(relation) && FAR_AWAY.test(relation))
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : ''
}
