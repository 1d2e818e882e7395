import { createHash } from 'node:crypto'
import { crc32, deflateRawSync } from 'node:zlib'
import sharp from 'sharp'

// Files of every kind that people send, sound and unsound, made from nothing so that no sample of anyone's papers lies in the repository.

const join = (...parts: (string | Uint8Array)[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))))

// ---- PDF ----

type PdfOptions = { pages?: number; userPassword?: string; ownerPassword?: string; padding?: number }

/** A PDF of A4 pages with a line of text each; with a password of either kind it is encrypted (RC4, 40 bits, the oldest scheme still met). */
export function pdfFile({ pages = 1, userPassword, ownerPassword, padding = 0 }: PdfOptions = {}): Buffer {
  const lock = userPassword === undefined && ownerPassword === undefined ? null : lockOf(userPassword ?? '', ownerPassword ?? 'chu-so-huu')
  const kids = Array.from({ length: pages }, (_, index) => `${4 + index * 2} 0 R`).join(' ')
  const objects: Buffer[] = [
    join('<< /Type /Catalog /Pages 2 0 R >>'),
    join(`<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`),
    join('<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>'),
  ]
  for (let page = 0; page < pages; page += 1) {
    const number = 5 + page * 2
    const content = join(`BT /F1 24 Tf 72 720 Td (Trang ${page + 1}) Tj ET\n${' '.repeat(padding)}`)
    const bytes = lock ? rc4(objectKey(lock.key, number), content) : content
    objects.push(
      join(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${number} 0 R >>`),
      join(`<< /Length ${bytes.length} >>\nstream\n`, bytes, '\nendstream'),
    )
  }
  if (lock) objects.push(join(`<< /Filter /Standard /V 1 /R 2 /O <${hex(lock.owner)}> /U <${hex(lock.user)}> /P -4 >>`))
  return assemblePdf(objects, lock ? `/Encrypt ${objects.length} 0 R /ID [<${hex(ID)}> <${hex(ID)}>]` : '')
}

/** The objects numbered from 1, with their table; the first is the catalog. */
export function assemblePdf(objects: Buffer[], trailer = ''): Buffer {
  const parts: Buffer[] = [join('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n')]
  const offsets: number[] = []
  let length = parts[0]?.length ?? 0
  for (const [index, object] of objects.entries()) {
    const part = join(`${index + 1} 0 obj\n`, object, '\nendobj\n')
    offsets.push(length)
    length += part.length
    parts.push(part)
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  parts.push(
    join(`xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${length}\n%%EOF\n`),
  )
  return Buffer.concat(parts)
}

/** A well-formed small PDF whose one object stream unfolds to `megabytes` when the reader looks for its catalog. */
export function pdfBomb(megabytes: number): Buffer {
  const packed = deflateZeros(megabytes)
  const stream = join(
    `1 0 obj\n<< /Type /ObjStm /N 1 /First 5 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`,
    packed,
    '\nendstream\nendobj\n',
  )
  const head = join('%PDF-1.5\n')
  const at = head.length + stream.length
  // Cross-reference stream: object 1 at its offset, objects 2 (catalog) and 3 inside the object stream.
  const rows = Buffer.alloc(5 * 6)
  const entry = (index: number, type: number, field: number, last: number) => {
    rows.writeUInt8(type, index * 6)
    rows.writeUInt32BE(field, index * 6 + 1)
    rows.writeUInt8(last, index * 6 + 5)
  }
  entry(1, 1, head.length, 0)
  entry(2, 2, 1, 0)
  entry(3, 2, 1, 1)
  entry(4, 1, at, 0)
  const xref = join(
    `4 0 obj\n<< /Type /XRef /Size 5 /W [1 4 1] /Root 2 0 R /Length ${rows.length} >>\nstream\n`,
    rows,
    '\nendstream\nendobj\n',
  )
  return join(head, stream, xref, `startxref\n${at}\n%%EOF\n`)
}

function deflateZeros(megabytes: number): Buffer {
  const raw = deflateRawSync(Buffer.alloc(megabytes * 1024 * 1024, 0x20), { level: 9 })
  return join('\x78\x9c', raw, '\0\0\0\0')
}

const ID = createHash('md5').update('tep mau').digest()
const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex')
const padded = (password: string) => Buffer.concat([Buffer.from(password, 'latin1'), PADDING]).subarray(0, 32)
const md5 = (...parts: Buffer[]) => createHash('md5').update(Buffer.concat(parts)).digest()
const hex = (bytes: Buffer) => bytes.toString('hex')

/** Standard security handler, revision 2 (ISO 32000-1, 7.6.3). */
function lockOf(userPassword: string, ownerPassword: string): { key: Buffer; owner: Buffer; user: Buffer } {
  const owner = rc4(md5(padded(ownerPassword)).subarray(0, 5), padded(userPassword))
  const permissions = Buffer.alloc(4)
  permissions.writeInt32LE(-4)
  const key = md5(padded(userPassword), owner, permissions, ID).subarray(0, 5)
  return { key, owner, user: rc4(key, PADDING) }
}

function objectKey(key: Buffer, number: number): Buffer {
  const salt = Buffer.alloc(5)
  salt.writeUIntLE(number, 0, 3)
  return md5(key, salt).subarray(0, 10)
}

/** Written out, because the crypto library of current Node versions has it switched off. */
function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index)
  const swap = (a: number, b: number) => {
    const kept = state[a] ?? 0
    state[a] = state[b] ?? 0
    state[b] = kept
  }
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 255
    swap(i, j)
  }
  let i = 0
  let j = 0
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 255
      j = (j + (state[i] ?? 0)) & 255
      swap(i, j)
      return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 255] ?? 0)
    }),
  )
}

// ---- pictures ----

type PictureOptions = { width?: number; height?: number; progressive?: boolean }

/** A picture with some noise in it, so that its size grows with its pixels. */
export async function pictureFile(
  format: 'jpeg' | 'png',
  { width = 640, height = 480, progressive = false }: PictureOptions = {},
): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * 3)
  for (let at = 0, state = 1; at < pixels.length; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    pixels[at] = 200 + (state >>> 27)
  }
  const picture = sharp(pixels, { raw: { width, height, channels: 3 } })
  return format === 'jpeg' ? picture.jpeg({ progressive }).toBuffer() : picture.png({ progressive, compressionLevel: 1 }).toBuffer()
}

/** A plain white picture: huge in pixels, tiny in bytes. */
export function blankPicture(format: 'jpeg' | 'png', { width, height, progressive = false }: Required<PictureOptions>): Promise<Buffer> {
  const picture = sharp({ create: { width, height, channels: 3, background: 'white' }, limitInputPixels: false })
  return format === 'jpeg' ? picture.jpeg({ progressive }).toBuffer() : picture.png({ progressive }).toBuffer()
}

// ---- zip and Office ----

export type ZipEntry = { name: string; content: string | Buffer; encrypted?: boolean; declaredSize?: number; wrongChecksum?: boolean }

/** A zip written by hand, so that its headers can also lie. */
export function zipFile(entries: readonly ZipEntry[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, encrypted = false, declaredSize, wrongChecksum = false } of entries) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(encrypted ? 1 : 0, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(wrongChecksum ? (crc32(bytes) ^ 1) >>> 0 : crc32(bytes), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(declaredSize ?? bytes.length, 18)
    fields.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = join('PK\x03\x04', fields, Buffer.from(name), packed)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(join('PK\x01\x02', Buffer.from([20, 0]), fields, rest, Buffer.from(name)))
    bodies.push(local)
    offset += local.length
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(size, 8)
  end.writeUInt32LE(offset, 12)
  return join(...bodies, ...directory, 'PK\x05\x06', end)
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const contentTypes = (main: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`
const RELATIONS =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
const DOCUMENT =
  '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Tờ khai mẫu</w:t></w:r></w:p></w:body></w:document>'

/** A Word document; `main` changes its main content type, `more` adds parts to it. */
export function docxFile({ main = WORD, more = [] }: { main?: string; more?: readonly ZipEntry[] } = {}): Buffer {
  return zipFile([
    { name: '[Content_Types].xml', content: contentTypes(main) },
    { name: '_rels/.rels', content: RELATIONS },
    { name: 'word/document.xml', content: DOCUMENT },
    ...more,
  ])
}

/** The container of old Office files, with one stream in its directory. */
export function compoundFile(streamName: string): Buffer {
  const header = Buffer.alloc(512)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header)
  header.writeUInt16LE(3, 26)
  header.writeUInt16LE(0xfffe, 28)
  header.writeUInt16LE(9, 30)
  header.writeUInt32LE(0, 48)
  const directory = Buffer.alloc(512)
  Buffer.from('Root Entry', 'utf16le').copy(directory, 0)
  Buffer.from(streamName, 'utf16le').copy(directory, 128)
  return Buffer.concat([header, directory])
}

/** The first bytes of an iPhone picture. */
export function heicFile(): Buffer {
  return join('\0\0\0\x18ftypheic\0\0\0\0mif1heic', Buffer.alloc(200))
}
