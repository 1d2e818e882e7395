// Files that nobody could read: empty, cut, damaged, or only claiming to be what they are.
import { assemblePdf, compoundFile, docxFile, pdfFile, pictureFile, zipFile } from '../files'
import { bytes, type Fault, type HostileFile } from './file'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const TYPES = `<Types><Override PartName="/word/document.xml" ContentType="${WORD}"/></Types>`
const PAGE = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>'

const pdfOf = (...objects: string[]) => assemblePdf(objects.map((object) => bytes(object)))

function emptyOnes(): HostileFile[] {
  const empty: [string, Buffer, Fault][] = [
    ['to-khai.pdf', Buffer.alloc(0), 'empty'],
    ['anh.jpg', Buffer.alloc(0), 'empty'],
    ['khong-duoi', Buffer.alloc(0), 'empty'],
    ['mot-byte.pdf', Buffer.alloc(1), 'mislabelled'],
    ['toan-so-khong.pdf', Buffer.alloc(5_000), 'mislabelled'],
    ['toan-so-khong.jpg', Buffer.alloc(5_000), 'mislabelled'],
    ['toan-dau-cach.docx', Buffer.alloc(5_000, 0x20), 'mislabelled'],
    ['toan-mot.png', Buffer.alloc(5_000, 0xff), 'mislabelled'],
    ['dau-bom.pdf', Buffer.from('\ufeff'), 'mislabelled'],
    ['chi-co-dau.pdf', bytes('%PDF-'), 'cut_off'],
    ['chi-co-dau.jpg', bytes('\xff\xd8\xff'), 'cut_off'],
    ['chi-co-dau.png', bytes('\x89PNG\r\n\x1a\n'), 'cut_off'],
    ['chi-co-dau.docx', bytes('PK\x03\x04'), 'cut_off'],
  ]
  return empty.map(([name, content, fault]) => ({ kind: `empty: ${name}`, name, content, fault }))
}

async function cutOnes(): Promise<HostileFile[]> {
  const whole: [string, Buffer][] = [
    ['cut.pdf', pdfFile({ pages: 3, padding: 4_000 })],
    ['cut.jpg', await pictureFile('jpeg')],
    ['cut-progressive.jpg', await pictureFile('jpeg', { progressive: true })],
    ['cut.png', await pictureFile('png')],
    ['cut-interlaced.png', await pictureFile('png', { progressive: true })],
    ['cut.docx', docxFile()],
  ]
  return whole.flatMap(([name, content]) =>
    [0.25, 0.5, 0.75, 0.99].map((part): HostileFile => ({
      kind: `cut at ${part}: ${name}`,
      name,
      content: content.subarray(0, Math.floor(content.length * part)),
      fault: 'cut_off',
    })),
  )
}

const DAMAGED_PDF: [string, Buffer][] = [
  ['only its marks', bytes('%PDF-1.4\nkhong phai PDF\n%%EOF\n')],
  ['without a catalog', pdfOf('<< /Type /Pages /Kids [] /Count 0 >>')],
  ['without a page', pdfOf('<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>')],
  ['whose pages are missing', pdfOf('<< /Type /Catalog /Pages 9 0 R >>', PAGE)],
  ['whose page tree goes round', pdfOf('<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R] /Count 1 >>')],
  ['whose first page is missing', pdfOf('<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [9 0 R] /Count 1 >>')],
  ['whose second page is missing', pdfOf('<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R 9 0 R] /Count 2 >>', PAGE)],
  ['that claims a million pages', pdfOf('<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1000000 >>', PAGE)],
]

async function damagedPictures(): Promise<[string, Buffer, Fault][]> {
  const png = await pictureFile('png')
  const jpeg = await pictureFile('jpeg')
  const painted = Buffer.from(png)
  painted.fill(0x55, 2_000, 4_000)
  const flat = Buffer.from(png)
  flat.writeUInt32BE(0, 16)
  const tall = Buffer.from(png)
  tall.writeUInt32BE(4_800, 20)
  const end = png.subarray(-12)
  return [
    ['painted-over.png', painted, 'unreadable'],
    ['no-width.png', flat, 'unreadable'],
    ['taller-than-its-rows.png', tall, 'unreadable'],
    ['no-rows.png', Buffer.concat([png.subarray(0, 33), end]), 'unreadable'],
    ['no-picture.jpg', bytes('\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xd9'), 'unreadable'],
    ['no-tables.jpg', Buffer.concat([jpeg.subarray(0, 20), jpeg.subarray(300)]), 'unreadable'],
  ]
}

const DAMAGED_DOCX: [string, Buffer][] = [
  ['wrong-checksum.docx', docxFile({ more: [{ name: 'x', content: 'x', wrongChecksum: true }] })],
  ['no-document.docx', zipFile([{ name: '[Content_Types].xml', content: TYPES }])],
  ['empty-document.docx', documentOf('')],
  ['half-document.docx', documentOf('<?xml version="1.0"?><w:document><w:body><w:p>')],
  ['not-a-document.docx', documentOf('<html><body>x</body></html>')],
  ['path-inside.docx', docxFile({ more: [{ name: '../../../etc/cron.d/x', content: 'x' }] })],
  ['absolute-path-inside.docx', docxFile({ more: [{ name: '/etc/passwd', content: 'x' }] })],
  ['drive-inside.docx', docxFile({ more: [{ name: 'C:\\Windows\\x.txt', content: 'x' }] })],
  ['comment-longer-than-file.docx', longComment()],
]

function documentOf(xml: string): Buffer {
  return zipFile([
    { name: '[Content_Types].xml', content: TYPES },
    { name: 'word/document.xml', content: xml },
  ])
}

/** The end mark of the zip promises a comment that is not there. */
function longComment(): Buffer {
  const content = docxFile()
  content.writeUInt16LE(9_000, content.length - 2)
  return content
}

const LOCKED: [string, Buffer][] = [
  ['khoa.pdf', pdfFile({ userPassword: 'mat-khau' })],
  ['khoa-hai-lan.pdf', pdfFile({ userPassword: 'mat-khau', ownerPassword: 'chu' })],
  ['khoa.docx', compoundFile('EncryptedPackage')],
  ['khoa', compoundFile('EncryptedPackage')],
  ['khoa-tung-phan.docx', docxFile({ more: [{ name: 'word/a.xml', content: 'x', encrypted: true }] })],
  ['khoa.zip', zipFile([{ name: 'a.txt', content: 'x', encrypted: true }])],
]

export async function brokenFiles(): Promise<HostileFile[]> {
  return [
    ...emptyOnes(),
    ...(await cutOnes()),
    ...DAMAGED_PDF.map(([what, content]): HostileFile => ({ kind: `PDF ${what}`, name: 'to-khai.pdf', content, fault: 'unreadable' })),
    ...(await damagedPictures()).map(([name, content, fault]): HostileFile => ({ kind: `picture: ${name}`, name, content, fault })),
    ...DAMAGED_DOCX.map(([name, content]): HostileFile => ({ kind: `Word: ${name}`, name, content, fault: 'unreadable' })),
    ...LOCKED.map(([name, content]): HostileFile => ({ kind: `password: ${name}`, name, content, fault: 'password' })),
  ]
}
