import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inspectFile, type Inspection } from '@/lib/documents/inspect'
import { blankPicture, compoundFile, docxFile, heicFile, pdfBomb, pdfFile, pictureFile, zipFile } from '../support/files'

let folder: string
let counter = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inspect-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function inspect(name: string, content: Buffer | string): Promise<Inspection> {
  counter += 1
  const path = join(folder, String(counter))
  await writeFile(path, content)
  return inspectFile(path, name)
}

async function refusalOf(name: string, content: Buffer | string) {
  const outcome = await inspect(name, content)
  if (outcome.ok) throw new Error(`${name} was accepted`)
  return outcome.refusal
}

describe('a sound file is recognised by its content', () => {
  it('PDF, with its pages', async () => {
    expect(await inspect('to-khai.pdf', pdfFile({ pages: 3 }))).toEqual({
      ok: true,
      mediaType: 'application/pdf',
      extension: 'pdf',
      pages: 3,
      width: null,
      height: null,
    })
  })

  it('PDF that only forbids printing opens without a password and is taken', async () => {
    expect(await inspect('quet.pdf', pdfFile({ ownerPassword: 'chu' }))).toMatchObject({ ok: true, pages: 1 })
  })

  it('PDF padded with blanks by a scanner', async () => {
    expect(await inspect('quet.pdf', Buffer.concat([pdfFile(), Buffer.alloc(5000)]))).toMatchObject({ ok: true, pages: 1 })
  })

  it.each(['jpeg', 'png'] as const)('%s, baseline and progressive, with its size', async (format) => {
    for (const progressive of [false, true]) {
      expect(await inspect(`anh.${format}`, await pictureFile(format, { progressive }))).toMatchObject({
        ok: true,
        mediaType: `image/${format}`,
        width: 640,
        height: 480,
      })
    }
  })

  it('JPEG with the trailer that phones append', async () => {
    const withTrailer = Buffer.concat([await pictureFile('jpeg'), Buffer.from('SEFH'), Buffer.alloc(3000, 7)])
    expect(await inspect('anh.JPG', withTrailer)).toMatchObject({ ok: true, mediaType: 'image/jpeg' })
  })

  it('DOCX', async () => {
    expect(await inspect('don.docx', docxFile())).toMatchObject({ ok: true, extension: 'docx', pages: null })
  })

  it('a name without an extension claims nothing', async () => {
    expect(await inspect('image', await pictureFile('png'))).toMatchObject({ ok: true, extension: 'png' })
  })
})

describe('a file that nobody could read is refused', () => {
  it('empty', async () => {
    expect(await refusalOf('to-khai.pdf', '')).toEqual({ reason: 'empty', fileName: 'to-khai.pdf' })
  })

  it('PDF with a password', async () => {
    expect(await refusalOf('to-khai.pdf', pdfFile({ userPassword: 'mat-khau' }))).toMatchObject({ reason: 'password_protected' })
  })

  it('Office document with a password', async () => {
    expect(await refusalOf('don.docx', compoundFile('EncryptedPackage'))).toMatchObject({ reason: 'password_protected' })
    expect(await refusalOf('don.docx', docxFile({ more: [{ name: 'x', content: 'x', encrypted: true }] }))).toMatchObject({
      reason: 'password_protected',
    })
  })

  it('cut off at any place', async () => {
    const whole = {
      'a.pdf': pdfFile({ pages: 2, padding: 4000 }),
      'b.jpg': await pictureFile('jpeg'),
      'c.png': await pictureFile('png'),
      'd.docx': docxFile(),
      'e.jpg': await pictureFile('jpeg', { progressive: true }),
    }
    for (const [name, content] of Object.entries(whole)) {
      for (const part of [0.3, 0.6, 0.95]) {
        const received = Math.floor(content.length * part)
        expect(await refusalOf(name, content.subarray(0, received)), `${name} at ${part}`).toEqual({
          reason: 'cut_off',
          fileName: name,
          received,
          announced: null,
        })
      }
    }
  })

  it('damaged inside', async () => {
    expect(await refusalOf('a.pdf', '%PDF-1.4\nkhông phải PDF\n%%EOF\n')).toMatchObject({ reason: 'unreadable' })
    expect(await refusalOf('a.docx', docxFile({ more: [{ name: 'x', content: 'x', wrongChecksum: true }] }))).toMatchObject({
      reason: 'unreadable',
    })
    const picture = await pictureFile('png')
    picture.fill(0x55, 2000, 4000)
    expect(await refusalOf('a.png', picture)).toMatchObject({ reason: 'unreadable' })
  })

  it('too large', async () => {
    const large = Buffer.concat([pdfFile(), Buffer.alloc(20 * 1024 * 1024)])
    expect(await refusalOf('a.pdf', large)).toMatchObject({ reason: 'too_large', size: large.length })
  })
})

describe('a file of another kind is named for what it is', () => {
  it.each([
    ['anh.heic', heicFile(), 'heic'],
    ['don.doc', compoundFile('WordDocument'), 'old_office'],
    ['so.xlsx', docxFile({ main: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml' }), 'spreadsheet'],
    ['goi.zip', zipFile([{ name: 'a.txt', content: 'a' }]), 'archive'],
    ['trang.html', '<!doctype html><script>alert(1)</script>', 'unknown'],
    ['hinh.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'unknown'],
    ['hinh.gif', Buffer.from('GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000;', 'latin1'), 'other_picture'],
    ['virus.com', 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*', 'unknown'],
  ])('%s', async (name, content, found) => {
    expect(await refusalOf(name, content)).toEqual({ reason: 'not_allowed', fileName: name, found })
  })

  it.each([
    ['anh.pdf', 'image/jpeg'],
    ['anh.exe', 'image/jpeg'],
  ])('a picture called %s is mislabelled', async (name, found) => {
    expect(await refusalOf(name, await pictureFile('jpeg'))).toMatchObject({ reason: 'mislabelled', found })
  })

  it('text, a page or a program called PDF or JPEG is mislabelled', async () => {
    expect(await refusalOf('to-khai.pdf', 'chỉ là chữ')).toMatchObject({ reason: 'mislabelled', claimed: 'pdf', found: 'unknown' })
    expect(await refusalOf('anh.jpg', '<html><script>alert(1)</script></html>')).toMatchObject({ reason: 'mislabelled' })
    expect(await refusalOf('anh.jpg', heicFile())).toMatchObject({ reason: 'mislabelled', found: 'heic' })
    expect(await refusalOf('to-khai.pdf', Buffer.from('MZ\u0090\u0000', 'latin1'))).toMatchObject({ reason: 'mislabelled' })
  })
})

describe('a file that means harm is refused', () => {
  it('macros, by content type or by part, whatever the name says', async () => {
    const macroType = 'application/vnd.ms-word.document.macroEnabled.main+xml'
    expect(await refusalOf('don.docx', docxFile({ main: macroType }))).toMatchObject({ reason: 'unsafe_content' })
    expect(await refusalOf('don.docm', docxFile({ main: macroType }))).toMatchObject({ reason: 'unsafe_content' })
    expect(await refusalOf('don.docx', docxFile({ more: [{ name: 'word/vbaProject.bin', content: 'x' }] }))).toMatchObject({
      reason: 'unsafe_content',
    })
  })

  it('a template fetched from elsewhere, while a template on the own disk is harmless', async () => {
    const relation = (target: string) =>
      docxFile({
        more: [
          {
            name: 'word/_rels/settings.xml.rels',
            content: `<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="${target}" TargetMode="External"/></Relationships>`,
          },
        ],
      })
    expect(await refusalOf('don.docx', relation('https://xau.example/mau.dotm'))).toMatchObject({ reason: 'unsafe_content' })
    expect(await inspect('don.docx', relation('file:///C:/Users/mau/Normal.dotm'))).toMatchObject({ ok: true })
  })

  it('a document that unpacks to hundreds of megabytes', async () => {
    const megabytes = { name: 'word/media/a.bin', content: Buffer.alloc(70 * 1024 * 1024) }
    const bomb = docxFile({ more: [megabytes, { ...megabytes, name: 'word/media/b.bin' }, { ...megabytes, name: 'word/media/c.bin' }] })
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect(await refusalOf('don.docx', bomb)).toMatchObject({ reason: 'unsafe_content' })
  })

  it('a document that lies about the size it unpacks to', async () => {
    const liar = docxFile({ more: [{ name: 'word/media/a.bin', content: Buffer.alloc(1024 * 1024), declaredSize: 10 }] })
    expect(await refusalOf('don.docx', liar)).toMatchObject({ reason: 'unreadable' })
  })

  it('a document of thousands of parts', async () => {
    const more = Array.from({ length: 3_000 }, (_, index) => ({ name: `x/${index}`, content: '' }))
    expect(await refusalOf('don.docx', docxFile({ more }))).toMatchObject({ reason: 'unsafe_content' })
  })

  it('a tiny picture that would fill the memory', async () => {
    const wide = await blankPicture('png', { width: 12_000, height: 9_000, progressive: false })
    expect(await refusalOf('a.png', wide)).toEqual({ reason: 'too_many_pixels', fileName: 'a.png', width: 12_000, height: 9_000 })
    const progressive = await blankPicture('jpeg', { width: 8_000, height: 5_000, progressive: true })
    expect(await refusalOf('a.jpg', progressive)).toMatchObject({ reason: 'too_many_pixels' })
  })

  it('a PDF that unfolds to half a gigabyte, and the next sound one still opens', async () => {
    const bomb = pdfBomb(512)
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect(await refusalOf('a.pdf', bomb)).toMatchObject({ reason: 'unreadable' })
    expect(await inspect('b.pdf', pdfFile())).toMatchObject({ ok: true, pages: 1 })
  })

  it('two files in one', async () => {
    const zip = zipFile([{ name: 'a.txt', content: 'a' }])
    expect(await refusalOf('a.jpg', Buffer.concat([await pictureFile('jpeg'), zip]))).toMatchObject({ reason: 'unsafe_content' })
    expect(await refusalOf('a.pdf', Buffer.concat([pdfFile(), zip, Buffer.from('\n%%EOF\n')]))).toMatchObject({ reason: 'unsafe_content' })
    expect(await refusalOf('a.docx', docxFile({ more: [] }).subarray(4))).toMatchObject({ reason: 'mislabelled' })
    const jpeg = await pictureFile('jpeg')
    const comment = Buffer.from('\xff\xfe\x00\x20%PDF-1.4 trong loi chu thich...', 'latin1').subarray(0, 34)
    expect(await refusalOf('a.jpg', Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]))).toMatchObject({
      reason: 'unsafe_content',
    })
    expect(await refusalOf('a.pdf', Buffer.concat([Buffer.from('<html>'), pdfFile()]))).toMatchObject({ reason: 'mislabelled' })
  })
})
