/** What the office takes as a file, how large, under which name. */

export const MEGABYTE = 1024 * 1024
/** The largest single file, bytes. */
export const FILE_LIMIT = 20 * MEGABYTE
/** The largest sum of files in one dossier, bytes. */
export const DOSSIER_LIMIT = 100 * MEGABYTE
/**
 * What one account may send in a day, bytes. A citizen: three full dossiers, far more than a family files in a day. An officer: a counter that
 * scans all that eighty people bring. Without it one account could fill the disk that all of them need.
 */
export const DAY_LIMITS = { citizen: 300 * MEGABYTE, staff: 5_000 * MEGABYTE }
/** Pixels of one picture: an A4 page at 600 dpi has 35 million, a phone of the better sort 50 million. */
export const PIXEL_LIMIT = 100_000_000
/** A progressive or interlaced picture is held whole in memory while it is decoded (6 bytes a pixel), so it gets less. */
export const PROGRESSIVE_PIXEL_LIMIT = 30_000_000
/** Pages of one PDF; a file that claims more is broken or means harm. */
export const PAGE_LIMIT = 5_000
/** Longest display name, characters. */
export const NAME_LIMIT = 120

export const MEDIA_TYPES = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
] as const
export type MediaType = (typeof MEDIA_TYPES)[number]

export type FileKind = { extension: string; alsoNamed: readonly string[]; paged: boolean; picture: boolean }

export const KINDS: Record<MediaType, FileKind> = {
  'application/pdf': { extension: 'pdf', alsoNamed: [], paged: true, picture: false },
  'image/jpeg': { extension: 'jpg', alsoNamed: ['jpeg', 'jpe', 'jfif'], paged: false, picture: true },
  'image/png': { extension: 'png', alsoNamed: [], paged: false, picture: true },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    extension: 'docx',
    alsoNamed: [],
    paged: false,
    picture: false,
  },
}

/** For the `accept` attribute of a file input: extensions, because phones filter better by them than by media types. */
export const ACCEPTED_NAMES = Object.values(KINDS)
  .flatMap(({ extension, alsoNamed }) => [extension, ...alsoNamed])
  .map((extension) => `.${extension}`)
  .join(',')

/** What a refused file turned out to be, as far as the person can do something about it. */
export type FoundContent = MediaType | 'heic' | 'other_picture' | 'old_office' | 'spreadsheet' | 'slides' | 'archive' | 'video' | 'unknown'

export type FileRefusal = { fileName: string } & (
  | { reason: 'empty' }
  | { reason: 'too_large'; size: number; limit: number }
  /** `room`: bytes that still fit into the dossier. */
  | { reason: 'dossier_full'; size: number; room: number }
  /** `room`: bytes that the account may still send today, of `limit`. */
  | { reason: 'day_full'; size: number; room: number; limit: number }
  /** `announced`: bytes that the sender promised; null when the content itself ends too early. */
  | { reason: 'cut_off'; received: number; announced: number | null }
  | { reason: 'not_allowed'; found: FoundContent }
  | { reason: 'mislabelled'; claimed: string; found: FoundContent }
  | { reason: 'password_protected' }
  | { reason: 'unreadable' }
  | { reason: 'too_many_pixels'; width: number; height: number }
  /** Macros, remote templates, a second file hidden inside, or content that swells beyond measure when unpacked. */
  | { reason: 'unsafe_content' }
)

/**
 * The extension that a name claims, lower case without the dot; null when there is none.
 * "Trang 3.2024" claims nothing: an extension begins with a letter and has two to five characters.
 */
export function claimedExtension(fileName: string): string | null {
  return /\.([a-z][a-z0-9]{1,4})$/i.exec(fileName)?.[1]?.toLowerCase() ?? null
}

/** The allowed type that a name claims by its extension, or null. */
export function claimedType(fileName: string): MediaType | null {
  const extension = claimedExtension(fileName)
  return MEDIA_TYPES.find((type) => KINDS[type].extension === extension || KINDS[type].alsoNamed.some((name) => name === extension)) ?? null
}

/**
 * Does the content agree with the name? A name without an extension claims nothing and agrees with every allowed type;
 * a name with any other extension disagrees, also with an unknown one, since the person who opens it later trusts the name.
 */
export function agreesWithName(fileName: string, found: MediaType): boolean {
  return claimedExtension(fileName) === null || claimedType(fileName) === found
}

/** Control, format (bidi overrides, zero width), private, unassigned and ignorable characters, and line separators: none belongs in a name. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}\p{DI}]/gu
/** Reserved by file systems, HTML or the Content-Disposition header. */
const RESERVED = /[<>:"|?*;%&`$\\/]/g
/** More than three marks on one letter no Vietnamese or upland spelling needs; they only draw over neighbouring lines. */
const HEAPED_MARKS = /(\p{M}{3})\p{M}+/gu

/** Names that Windows keeps for devices: a file so called cannot be saved there, whatever its extension. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i

/**
 * The name under which a file is shown and downloaded: NFC, without folders, without invisible or reserved characters, at most
 * NAME_LIMIT characters with the extension kept. Never used as a path. Applying it twice changes nothing.
 */
export function displayName(raw: string): string {
  const last =
    raw
      .replaceAll(INVISIBLE, '')
      .normalize('NFC')
      .split(/[/\\]/)
      .filter((part) => part.trim() !== '')
      .at(-1) ?? ''
  const clean = last.replaceAll(RESERVED, '-').replaceAll(HEAPED_MARKS, '$1').replaceAll(/\s+/g, ' ')
  const trimmed = trimEnds(clean).replace(DEVICE, 'tep-$1')
  if (trimmed === '') return 'tep-khong-ten'
  const extension = claimedExtension(trimmed)
  if (extension === null) return shorten(trimmed, NAME_LIMIT)
  const stem = trimEnds(trimmed.slice(0, -extension.length - 1))
  return `${shorten(stem === '' ? 'tep-khong-ten' : stem, NAME_LIMIT - extension.length - 1)}.${extension}`
}

/** The display name with the extension of its content when the name itself claims none. */
export function storedName(fileName: string, type: MediaType): string {
  const name = displayName(fileName)
  return claimedExtension(name) === null ? displayName(`${name}.${KINDS[type].extension}`) : name
}

/** The extension of a kept file's content; of a kind that is no longer taken it is the name's own. */
export function extensionOf({ fileName, mediaType }: { fileName: string; mediaType: string }): string | null {
  const kind = MEDIA_TYPES.find((type) => type === mediaType)
  return kind === undefined ? claimedExtension(fileName) : KINDS[kind].extension
}

/** Where a file lies in the storage. The last two characters of a UUIDv7 are random, so folders fill evenly. */
export function storageKey(communeId: number, id: string): string {
  return `${communeId}/${id.slice(-2)}/${id}`
}

function trimEnds(text: string): string {
  return text.replace(/^[\s.\-\p{M}]+/u, '').replace(/[\s.]+$/u, '')
}

/** Cuts by code point, so no half character stays, and never leaves a dot or space at the end. */
function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text
  let cut = ''
  for (const character of text) {
    if (cut.length + character.length > limit) break
    cut += character
  }
  return trimEnds(cut)
}
