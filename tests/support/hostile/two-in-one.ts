// Files that are two things at once: sound to whoever looks at one of them, and something else to the program that opens the other.
import { docxFile, pdfFile, pictureFile, zipFile } from '../files'
import { bytes, type HostileFile } from './file'
import { EICAR } from './foreign'

const PAGE = '<!doctype html><html><script>alert(1)</script></html>'
const PROGRAM = bytes('MZ\x90\0', Buffer.alloc(60), 'This program cannot be run in DOS mode.\r\n$', Buffer.alloc(40))
const RAR = bytes('Rar!\x1a\x07\x01\0', Buffer.alloc(60))
const SEVEN = bytes('7z\xbc\xaf\x27\x1c\0\x04', Buffer.alloc(60))
const ZIP = zipFile([{ name: 'a.txt', content: 'a' }])
const JAR = zipFile([{ name: 'META-INF/MANIFEST.MF', content: 'Main-Class: X' }])
const PDF_END = bytes('\n%%EOF\n')

/** What may be hidden behind, or in a remark of, a sound file. */
const HIDDEN: [string, Buffer][] = [
  ['a page', Buffer.from(PAGE)],
  ['a script', Buffer.from('<ScRiPt>alert(1)</ScRiPt>')],
  ['PHP', Buffer.from('<?php system($_GET["x"]); ?>')],
  ['a program', PROGRAM],
  ['a RAR', RAR],
  ['a 7z', SEVEN],
  ['EICAR', Buffer.from(EICAR)],
]

/** A JPEG with a remark right after its first mark. */
function jpegWithRemark(jpeg: Buffer, remark: Buffer): Buffer {
  const size = Buffer.alloc(2)
  size.writeUInt16BE(remark.length + 2)
  return Buffer.concat([jpeg.subarray(0, 2), bytes('\xff\xfe'), size, remark, jpeg.subarray(2)])
}

/** A PNG with a text chunk before its closing chunk; readers of pictures pass over it, whatever its checksum says. */
function pngWithText(png: Buffer, text: Buffer, checksum: (of: Buffer) => number): Buffer {
  const body = Buffer.concat([bytes('tEXtComment\0'), text])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(body.length - 4)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(checksum(body))
  return Buffer.concat([png.subarray(0, -12), size, body, sum, png.subarray(-12)])
}

/** A PDF with something in a remark after its header, where its readers do not look. */
function pdfWithRemark(remark: Buffer): Buffer {
  const pdf = pdfFile()
  const after = pdf.indexOf('\n') + 1
  return Buffer.concat([pdf.subarray(0, after), bytes('%'), remark, bytes('\n'), pdf.subarray(after)])
}

/** A zip whose comment holds `text`. */
function docxWithComment(text: Buffer): Buffer {
  const content = docxFile()
  content.writeUInt16LE(text.length, content.length - 2)
  return Buffer.concat([content, text])
}

export async function twoInOneFiles(checksum: (of: Buffer) => number): Promise<HostileFile[]> {
  const jpeg = await pictureFile('jpeg')
  const png = await pictureFile('png')
  const unsafe = (kind: string, name: string, content: Buffer): HostileFile => ({ kind, name, content, fault: 'unsafe' })
  const hidden = HIDDEN.flatMap(([what, content]) => [
    unsafe(`${what} behind a JPEG`, 'anh.jpg', Buffer.concat([jpeg, content])),
    unsafe(`${what} in the remark of a JPEG`, 'anh.jpg', jpegWithRemark(jpeg, content)),
    unsafe(`${what} behind a PNG`, 'anh.png', Buffer.concat([png, content])),
    unsafe(`${what} in the text of a PNG`, 'anh.png', pngWithText(png, content, checksum)),
    unsafe(`${what} behind a PDF`, 'to-khai.pdf', Buffer.concat([pdfFile(), content, PDF_END])),
    unsafe(`${what} in a remark of a PDF`, 'to-khai.pdf', pdfWithRemark(content)),
    unsafe(`${what} in the comment of a Word file`, 'don.docx', docxWithComment(content)),
  ])
  const zips = [ZIP, JAR, docxFile()].flatMap((zip, turn) => [
    unsafe(`zip ${turn} behind a JPEG`, 'anh.jpg', Buffer.concat([jpeg, zip])),
    unsafe(`zip ${turn} behind a PNG`, 'anh.png', Buffer.concat([png, zip])),
    unsafe(`zip ${turn} behind a PDF`, 'to-khai.pdf', Buffer.concat([pdfFile(), zip, PDF_END])),
  ])
  const before: HostileFile[] = [
    { kind: 'a page before a PDF', name: 'to-khai.pdf', content: Buffer.concat([Buffer.from(PAGE), pdfFile()]), fault: 'mislabelled' },
    { kind: 'a program before a Word file', name: 'don.docx', content: Buffer.concat([PROGRAM, docxFile()]), fault: 'mislabelled' },
    {
      kind: 'a GIF before a zip',
      name: 'anh.png',
      content: Buffer.concat([bytes('GIF89a\x01\0\x01\0\0\0\0;'), ZIP]),
      fault: 'mislabelled',
    },
    unsafe('a PDF in the remark of a JPEG', 'anh.jpg', jpegWithRemark(jpeg, pdfFile())),
    unsafe('a PDF behind a JPEG', 'anh.jpg', Buffer.concat([jpeg, pdfFile()])),
    unsafe('a PDF behind a PNG', 'anh.png', Buffer.concat([png, pdfFile()])),
    unsafe('a PDF in the comment of a Word file', 'don.docx', docxWithComment(pdfFile())),
  ]
  return [...hidden, ...zips, ...before]
}
