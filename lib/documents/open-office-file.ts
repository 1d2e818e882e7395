import { crc32 } from 'node:zlib'
import { openPromise, type Entry, type ZipFile } from 'yauzl'
import type { FoundContent } from './rules'

export type OpenedOfficeFile =
  | { outcome: 'docx' }
  | { outcome: 'other'; found: FoundContent }
  | { outcome: 'password' }
  | { outcome: 'cut_off' }
  | { outcome: 'broken' }
  | { outcome: 'unsafe' }

/** A file that unpacks to more than this is a bomb; pictures inside do not shrink, so 20 MB of honest text and pictures stay far below. */
const UNPACKED_LIMIT = 200 * 1024 * 1024
const ENTRY_LIMIT = 3_000
/** Lists of names and relations; megabytes of them are no document. */
const LIST_LIMIT = 2 * 1024 * 1024
/** Any other part that is text: a book has ten megabytes of it. */
const TEXT_LIMIT = 32 * 1024 * 1024

const CONTENT_TYPES = '[Content_Types].xml'
const MAIN_TYPE = /application\/vnd\.(?:openxmlformats-officedocument\.)?[a-z0-9.-]+\.main\+xml/gi
const WORD_MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
/** Macros in any Office file: the part itself, or a content type that announces them. */
const MACRO_PART = /vba(project|data)/i
const MACRO_TYPE = /macroenabled|vbaproject/i
/** Programs, scripts and files with macros of their own, and controls: nothing of a paper, and what attackers put into one. */
const ACTING_PART =
  /\.(exe|dll|scr|com|bat|cmd|ps1|vb[es]?|jse?|ws[fh]|hta|lnk|jar|msi|reg|docm|dotm|xls[mb]|xltm|ppt[ms]|rtf)$|(^|\/)activex\//i
/** Entities, which no Office file has: they unfold without end or read files of the machine. */
const ENTITIES = /<!(DOCTYPE|ENTITY)\b/i
/** The text of a field, possibly cut into runs. DDE is the one that starts a program. */
const FIELD_TEXT = /<(?:\w+:)?instrText\b[^>]*>([^<]*)<|\binstr\s*=\s*"([^"]*)"/g
const DDE = /\bDDE(AUTO)?\b/i
/** A template or object that Word fetches from elsewhere on opening: how a clean-looking document brings its macros along. */
const FETCHED = /\/(attachedTemplate|oleObject|frame|subDocument|aFChunk)"/i
const FAR_AWAY = /Target\s*=\s*["'](https?:|ftp:|file:\/\/[^/]|\\\\|\/\/)/i
/** What Word opens on a stranger's share without a question, handing over who is signed in; a picture on a web page does no such thing. */
const SHARE = /Target\s*=\s*["'](file:\/\/[^/]|\\\\|\/\/)/i
const LINK = /\/hyperlink"/i
/** The end of a document, whatever its namespace is called. */
const DOCUMENT_END = /<\/(\w+:)?document>\s*$/

/**
 * Reads an Office file to its end without unpacking it to disk: every entry is inflated under a budget and its checksum compared,
 * so a cut, damaged, locked or booby-trapped file is known before a clerk opens it.
 */
export async function openOfficeFile(path: string): Promise<OpenedOfficeFile> {
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

async function walk(zip: ZipFile): Promise<OpenedOfficeFile> {
  if (zip.entryCount > ENTRY_LIMIT) return { outcome: 'unsafe' }
  let unpacked = 0
  let contentTypes: string | null = null
  let hasDocument = false
  const names = new Set<string>()
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) return { outcome: 'password' }
    const name = entry.fileName.toLowerCase()
    unpacked += entry.uncompressedSize
    // A part that stands there twice is one thing to us and another to the program that takes the other one.
    if (unpacked > UNPACKED_LIMIT || names.has(name) || MACRO_PART.test(name)) return { outcome: 'unsafe' }
    names.add(name)
    const text = await readEntry(zip, entry)
    if (text === 'damaged') return { outcome: 'broken' }
    if (entry.fileName === CONTENT_TYPES) contentTypes = text.content
    else if (isUnsafeText(text.content)) return { outcome: 'unsafe' }
    hasDocument ||= DOCUMENT_END.test(text.content.slice(-200))
  }
  if (contentTypes === null) return { outcome: 'other', found: 'archive' }
  const opened = classify(contentTypes)
  if (opened.outcome !== 'docx') return opened
  if ([...names].some((name) => ACTING_PART.test(name))) return { outcome: 'unsafe' }
  return hasDocument ? opened : { outcome: 'broken' }
}

/** Inflates an entry to its end; keeps its text only where it is markup. */
async function readEntry(zip: ZipFile, entry: Entry): Promise<{ content: string } | 'damaged'> {
  const isList = entry.fileName === CONTENT_TYPES || entry.fileName.endsWith('.rels')
  const isText = isList || /\.xml$/i.test(entry.fileName)
  if (isText && entry.uncompressedSize > (isList ? LIST_LIMIT : TEXT_LIMIT)) return 'damaged'
  const kept: Buffer[] = []
  let sum = 0
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    if (!Buffer.isBuffer(chunk)) return 'damaged'
    sum = crc32(chunk, sum)
    if (isText) kept.push(chunk)
  }
  return sum === entry.crc32 ? { content: textOf(Buffer.concat(kept)) } : 'damaged'
}

/** XML may also be UTF-16, which its first two bytes say. */
function textOf(bytes: Buffer): string {
  return bytes.toString(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf16le' : 'utf8')
}

function isUnsafeText(text: string): boolean {
  return ENTITIES.test(text) || reachesFar(text) || DDE.test(fieldTextOf(text))
}

const fieldTextOf = (text: string): string => [...text.matchAll(FIELD_TEXT)].map(([, run, whole]) => run ?? ` ${whole} `).join('')

function classify(contentTypes: string): OpenedOfficeFile {
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

function reachesFar(relations: string): boolean {
  return (relations.match(/<Relationship\b[^>]*>/g) ?? []).some(
    (relation) => (FETCHED.test(relation) && FAR_AWAY.test(relation)) || (SHARE.test(relation) && !LINK.test(relation)),
  )
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : ''
}
