// Files of every other kind, each under its own name, under none, and in the disguise of the four kinds that are taken.
import { gzipSync } from 'node:zlib'
import { compoundFile, docxFile, heicFile, zipFile } from '../files'
import { bytes, type HostileFile } from './file'

/** EICAR's test file, which every virus scanner knows; in two parts, so that no scanner takes this source for it. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'
const HTML = '<!doctype html><html><body onload="alert(1)"><script>alert(1)</script></body></html>'
const office = (kind: string) => docxFile({ main: `application/vnd.openxmlformats-officedocument.${kind}.main+xml` })
const zeros = (count: number) => Buffer.alloc(count)
const tar = () => {
  const block = Buffer.alloc(1_024)
  block.write('a.txt')
  block.write('0000644\0', 100)
  block.write('00000000000\0', 124)
  block.write('ustar\x0000', 257)
  const sum = block.subarray(0, 512).reduce((total, byte) => total + byte, 8 * 32)
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return block
}
const utf16 = (text: string) => bytes('\xff\xfe', Buffer.from(text, 'utf16le'))

type Foreign = [extension: string, what: string, content: Buffer]

const PAGES: Foreign[] = [
  ['svg', 'SVG', Buffer.from(SVG)],
  ['svg', 'SVG with a prolog', Buffer.from(`<?xml version="1.0"?>\n<!DOCTYPE svg>\n${SVG}`)],
  ['svg', 'SVG behind a byte order mark', Buffer.from(`\ufeff${SVG}`)],
  ['svg', 'SVG in UTF-16', utf16(SVG)],
  [
    'svg',
    'SVG with an entity',
    Buffer.from(`<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${SVG.replace('</svg>', '&x;</svg>')}`),
  ],
  ['svgz', 'SVG compressed', gzipSync(SVG)],
  ['html', 'HTML', Buffer.from(HTML)],
  ['html', 'HTML behind blanks', Buffer.from(`\n\n   ${HTML}`)],
  ['html', 'HTML behind a comment', Buffer.from(`<!-- ${'x'.repeat(2_000)} -->${HTML}`)],
  ['html', 'HTML in UTF-16', utf16(HTML)],
  ['html', 'HTML in UTF-7', Buffer.from('+ADw-script+AD4-alert(1)+ADw-/script+AD4-')],
  ['html', 'a script alone', Buffer.from('<script>alert(1)</script>')],
  ['html', 'HTML before a PDF header', Buffer.from(`${HTML}\n%PDF-1.4\n%%EOF`)],
  ['xhtml', 'XHTML', Buffer.from('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></html>')],
  ['mht', 'a saved page', Buffer.from(`MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n${HTML}`)],
  ['eml', 'a mail', Buffer.from('From: a@vidu.example\r\nTo: b@vidu.example\r\nSubject: x\r\n\r\nx')],
  ['xml', 'XML with an entity', Buffer.from('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>')],
  ['xsl', 'a stylesheet with a script', Buffer.from('<xsl:stylesheet version="1.0"><msxsl:script>x()</msxsl:script></xsl:stylesheet>')],
]

const PROGRAMS: Foreign[] = [
  ['com', 'EICAR', Buffer.from(EICAR)],
  ['txt', 'EICAR with a line end', Buffer.from(`${EICAR}\r\n`)],
  ['zip', 'EICAR in a zip', zipFile([{ name: 'eicar.com', content: EICAR }])],
  ['exe', 'a Windows program', bytes('MZ\x90\0', zeros(56), '\x80\0\0\0', zeros(64), 'PE\0\0\x4c\x01')],
  ['scr', 'a screen saver', bytes('MZ\x90\0', zeros(200))],
  ['elf', 'a Linux program', bytes('\x7fELF\x02\x01\x01', zeros(60))],
  ['dylib', 'a Mac program', bytes('\xcf\xfa\xed\xfe\x07\0\0\x01', zeros(60))],
  ['class', 'a Java class', bytes('\xca\xfe\xba\xbe\0\0\0\x34', zeros(40))],
  ['wasm', 'WebAssembly', bytes('\0asm\x01\0\0\0')],
  ['jar', 'a Java archive', zipFile([{ name: 'META-INF/MANIFEST.MF', content: 'Main-Class: X' }])],
  ['apk', 'an Android program', zipFile([{ name: 'AndroidManifest.xml', content: 'x' }])],
  ['msi', 'an installer', compoundFile('\x05SummaryInformation')],
  ['lnk', 'a shortcut', bytes('L\0\0\0\x01\x14\x02\0\0\0\0\0\xc0\0\0\0\0\0\0F', zeros(60))],
  ['url', 'an address file', Buffer.from('[InternetShortcut]\r\nURL=file://xau.example/x\r\n')],
  ['hta', 'an HTML program', Buffer.from('<hta:application><script>new ActiveXObject("WScript.Shell")</script>')],
  ['js', 'JavaScript', Buffer.from('WScript.CreateObject("WScript.Shell").Run("calc")')],
  ['vbs', 'VBScript', Buffer.from('CreateObject("WScript.Shell").Run "calc"')],
  ['bat', 'a batch file', Buffer.from('@echo off\r\ncalc.exe\r\n')],
  ['ps1', 'PowerShell', Buffer.from('Start-Process calc')],
  ['sh', 'a shell script', Buffer.from('#!/bin/sh\nid\n')],
  ['php', 'PHP', Buffer.from('<?php system($_GET["x"]); ?>')],
  ['jsp', 'a JSP', Buffer.from('<% Runtime.getRuntime().exec("id"); %>')],
  ['py', 'Python', Buffer.from('import os\nos.system("id")\n')],
  ['htaccess', 'server settings', Buffer.from('AddType application/x-httpd-php .pdf')],
  ['reg', 'registry lines', Buffer.from('Windows Registry Editor Version 5.00\r\n')],
]

const PAPERS: Foreign[] = [
  ['doc', 'an old Word file', compoundFile('WordDocument')],
  ['xls', 'an old Excel file', compoundFile('Workbook')],
  ['ppt', 'an old slide file', compoundFile('PowerPoint Document')],
  ['xlsx', 'a spreadsheet', office('spreadsheetml.sheet')],
  ['pptx', 'slides', office('presentationml.presentation')],
  ['odt', 'an OpenDocument text', zipFile([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' }])],
  ['epub', 'a book', zipFile([{ name: 'mimetype', content: 'application/epub+zip' }])],
  ['rtf', 'RTF with an object', Buffer.from('{\\rtf1\\ansi{\\object\\objocx{\\*\\objdata 0105}}}')],
  ['ps', 'PostScript', Buffer.from('%!PS-Adobe-3.0\n(x) run\n%%EOF\n')],
  ['txt', 'text', Buffer.from('Tờ khai chỉ là chữ')],
  ['csv', 'a table with a formula', Buffer.from("=cmd|' /C calc'!A0,x\n")],
  ['json', 'JSON', Buffer.from('{"a":1}')],
  ['sqlite', 'a database', bytes('SQLite format 3\0', zeros(100))],
  ['pem', 'a key', Buffer.from('-----BEGIN PRIVATE KEY-----\nx\n-----END PRIVATE KEY-----\n')],
]

const PICTURES: Foreign[] = [
  ['gif', 'a GIF', bytes('GIF89a\x01\0\x01\0\0\0\0;')],
  ['gif', 'a GIF that is a script', bytes('GIF89a/*\0\x01\0\0\0\0*/=1;alert(1)')],
  ['bmp', 'a BMP', bytes('BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0', zeros(60))],
  ['tiff', 'a TIFF', bytes('II*\0\x08\0\0\0', zeros(60))],
  ['webp', 'a WebP', bytes('RIFF\x24\0\0\0WEBPVP8 \x18\0\0\0', zeros(40))],
  ['ico', 'an icon', bytes('\0\0\x01\0\x01\0\x10\x10\0\0', zeros(60))],
  ['psd', 'a Photoshop file', bytes('8BPS\0\x01', zeros(60))],
  ['heic', 'a HEIC', heicFile()],
  ['avif', 'an AVIF', bytes('\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf', zeros(60))],
  ['jp2', 'a JPEG 2000', bytes('\0\0\0\x0cjP  \r\n\x87\n', zeros(60))],
  ['djvu', 'a DjVu', bytes('AT&TFORM\0\0\0\x40DJVU', zeros(60))],
  ['wmf', 'a metafile', bytes('\xd7\xcd\xc6\x9a', zeros(60))],
  ['emf', 'an enhanced metafile', bytes('\x01\0\0\0\x6c\0\0\0', zeros(32), ' EMF', zeros(40))],
]

const ARCHIVES_AND_FILMS: Foreign[] = [
  ['zip', 'a zip', zipFile([{ name: 'a.txt', content: 'a' }])],
  ['zip', 'a zip that leads out', zipFile([{ name: 'a/b.txt', content: 'a' }])],
  ['rar', 'a RAR 4', bytes('Rar!\x1a\x07\0', zeros(60))],
  ['rar', 'a RAR 5', bytes('Rar!\x1a\x07\x01\0', zeros(60))],
  ['7z', 'a 7z', bytes('7z\xbc\xaf\x27\x1c\0\x04', zeros(60))],
  ['gz', 'a gzip', gzipSync('x')],
  ['bz2', 'a bzip2', bytes('BZh91AY&SY', zeros(60))],
  ['xz', 'an xz', bytes('\xfd7zXZ\0\0\x04', zeros(60))],
  ['tar', 'a tar', tar()],
  ['cab', 'a cabinet', bytes('MSCF\0\0\0\0', zeros(60))],
  ['mp4', 'a film', bytes('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', zeros(60))],
  ['avi', 'an AVI', bytes('RIFF\x24\0\0\0AVI LIST', zeros(60))],
  ['mp3', 'a song', bytes('ID3\x03\0\0\0\0\0\x21', zeros(60))],
  ['wav', 'a sound', bytes('RIFF\x24\0\0\0WAVEfmt ', zeros(60))],
  ['ogg', 'an Ogg', bytes('OggS\0\x02', zeros(60))],
]

const DISGUISES = ['pdf', 'jpg', 'jpeg', 'png', 'docx'] as const

/** Each under its own name, under none, and in one disguise; what a browser or a computer would run in every disguise. */
export function foreignFiles(): HostileFile[] {
  const runs = [...PAGES, ...PROGRAMS.slice(0, 5)]
  const rest = [...PROGRAMS.slice(5), ...PAPERS, ...PICTURES, ...ARCHIVES_AND_FILMS]
  return [
    ...runs.flatMap((one) => [undisguised(one), ...DISGUISES.map((as) => disguised(one, as))]),
    ...rest.flatMap((one, turn) => [undisguised(one), disguised(one, DISGUISES[turn % DISGUISES.length] ?? 'pdf')]),
    ...[...runs, ...rest].filter((_, turn) => turn % 4 === 0).map(([, what, content]) => nameless(what, content)),
  ]
}

const undisguised = ([extension, what, content]: Foreign): HostileFile => ({
  kind: what,
  name: `to-khai.${extension}`,
  content,
  fault: 'not_allowed',
})
const disguised = ([, what, content]: Foreign, as: string): HostileFile => ({
  kind: `${what} as ${as}`,
  name: `to-khai.${as}`,
  content,
  fault: 'mislabelled',
})
const nameless = (what: string, content: Buffer): HostileFile => ({
  kind: `${what} without an extension`,
  name: 'to khai',
  content,
  fault: 'not_allowed',
})
