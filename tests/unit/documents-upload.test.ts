import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, readFile, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { discardFiles, receiveUpload, sizeField, type Upload } from '@/lib/documents/receive-upload'
import { FILE_LIMIT, MEGABYTE, storageKey } from '@/lib/documents/rules'
import { openStorage, type Storage } from '@/lib/documents/storage'

const newId = () => randomUUID()
const folders: string[] = []
let folder: string
let storage: Storage

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'upload-'))
  folders.push(folder)
  storage = await openStorage(folder)
})
afterAll(() => Promise.all(folders.map((path) => rm(path, { recursive: true, force: true }))))

const waiting = () => readdir(join(folder, 'tmp'))

type Part = { name: string; value: string } | { name: string; fileName: string; content: Buffer | string }

const BOUNDARY = 'ranh-gioi-0123456789'

/** The body as a browser writes it. */
function bodyOf(parts: readonly Part[]): Buffer {
  const pieces = parts.map((part) =>
    'value' in part
      ? Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="${part.name}"\r\n\r\n${part.value}\r\n`)
      : Buffer.concat([
          Buffer.from(
            `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${part.name}"; filename="${part.fileName}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
          ),
          Buffer.from(part.content),
          Buffer.from('\r\n'),
        ]),
  )
  return Buffer.concat([...pieces, Buffer.from(`--${BOUNDARY}--\r\n`)])
}

function send(
  body: Buffer,
  { length, chunk = 65_536, terms = {} }: { length?: number; chunk?: number; terms?: { room?: number; maxFiles?: number } } = {},
) {
  let at = 0
  const stream = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (at >= body.length) controller.close()
      else controller.enqueue(new Uint8Array(body.subarray(at, (at += chunk))))
    },
  })
  const headers = new Headers({ 'content-type': `multipart/form-data; boundary=${BOUNDARY}` })
  if (length !== undefined) headers.set('content-length', String(length))
  return receiveUpload(post(headers, stream), { storage, newId, ...terms })
}

/** A streamed request; `duplex` is asked for by Node and unknown to the DOM's types. */
function post(headers: Headers, body: ReadableStream<Uint8Array>): Request {
  const init = { method: 'POST', headers, body, duplex: 'half' }
  return new Request('http://mot-cua.example/api/uploads', init)
}

function whole(upload: Upload) {
  if (!upload.ok) throw new Error(`refused: ${upload.failure}`)
  return upload
}

describe('a sending that arrives whole', () => {
  it('gives the answers, and each file counted, hashed and waiting in the temp folder', async () => {
    const content = Buffer.alloc(3 * MEGABYTE, 'tờ khai ')
    const body = bodyOf([
      { name: 'requestId', value: 'r-1' },
      { name: 'hoTen', value: 'Nguye\u0302\u0303n Thị Minh Họa' },
      { name: 'toKhai', fileName: 'Tờ khai.pdf', content },
      { name: 'anh', fileName: 'C:\\anh\\mặt trước.jpg', content: 'abc' },
    ])
    const upload = whole(await send(body, { length: body.length }))
    expect(upload.fields.get('hoTen')).toEqual(['Nguyễn Thị Minh Họa'])
    expect(upload.refused).toEqual([])
    expect(upload.files).toMatchObject([
      { field: 'toKhai', fileName: 'Tờ khai.pdf', size: content.length, sha256: createHash('sha256').update(content).digest('hex') },
      { field: 'anh', fileName: 'mặt trước.jpg', size: 3 },
    ])
    expect(content.equals(await readFile(upload.files[0]?.tempPath ?? ''))).toBe(true)
    expect((await stat(upload.files[0]?.tempPath ?? '')).mode & 0o077).toBe(0)
  })

  it('arrives the same however the network slices it', async () => {
    const body = bodyOf([
      { name: 'a', fileName: 'a.pdf', content: `x\r\n--${BOUNDARY.slice(0, -1)}\r\ny` },
      { name: 'b', value: 'đủ' },
    ])
    for (const chunk of [1, 2, 7, 1000]) {
      const upload = whole(await send(body, { chunk, length: body.length }))
      expect(upload.files.map(({ size }) => size)).toEqual([7 + BOUNDARY.length])
      expect(upload.fields.get('b')).toEqual(['đủ'])
    }
  })

  it('an input in which nothing was chosen is left out; an empty file is refused and the rest kept', async () => {
    const upload = whole(
      await send(
        bodyOf([
          { name: 'khongChon', fileName: '', content: '' },
          { name: 'rong', fileName: 'rong.pdf', content: '' },
          { name: 'du', fileName: 'du.pdf', content: 'x' },
        ]),
      ),
    )
    expect(upload.files.map(({ field }) => field)).toEqual(['du'])
    expect(upload.refused).toEqual([{ field: 'rong', refusal: { reason: 'empty', fileName: 'rong.pdf' } }])
    expect(await waiting()).toHaveLength(1)
  })

  it('a file of exactly 20 MB is taken; one byte more is refused with its size, not stored, and the form kept', async () => {
    const upload = whole(
      await send(
        bodyOf([
          { name: 'vua', fileName: 'vua.pdf', content: Buffer.alloc(FILE_LIMIT, 1) },
          { name: 'qua', fileName: 'qua.jpg', content: Buffer.alloc(FILE_LIMIT + 1, 1) },
          { name: 'ghiChu', value: 'vẫn còn' },
        ]),
      ),
    )
    expect(upload.files.map(({ size }) => size)).toEqual([FILE_LIMIT])
    expect(upload.refused).toEqual([
      { field: 'qua', refusal: { reason: 'too_large', fileName: 'qua.jpg', size: FILE_LIMIT + 1, limit: FILE_LIMIT } },
    ])
    expect(upload.fields.get('ghiChu')).toEqual(['vẫn còn'])
    expect(await waiting()).toHaveLength(1)
  })

  it('files beyond the room of the dossier are refused, and a smaller one after them still fits', async () => {
    const upload = whole(
      await send(
        bodyOf([
          { name: 'a', fileName: 'a.pdf', content: Buffer.alloc(600) },
          { name: 'b', fileName: 'b.pdf', content: Buffer.alloc(500) },
          { name: 'c', fileName: 'c.pdf', content: Buffer.alloc(400) },
        ]),
        { terms: { room: 1_000 } },
      ),
    )
    expect(upload.files.map(({ field }) => field)).toEqual(['a', 'c'])
    expect(upload.refused).toMatchObject([{ field: 'b', refusal: { reason: 'dossier_full', size: 500, room: 400 } }])
  })

  it('a file with another size than the page announced was cut on its way', async () => {
    const upload = whole(
      await send(
        bodyOf([
          { name: sizeField('giayTo'), value: '0' },
          { name: sizeField('giayTo'), value: '6' },
          { name: 'giayTo', fileName: 'rong.pdf', content: '' },
          { name: 'giayTo', fileName: 'du.pdf', content: 'đủ.' },
          { name: 'giayTo', fileName: 'thieu.pdf', content: 'thi' },
          { name: sizeField('giayTo'), value: '1900' },
        ]),
      ),
    )
    expect(upload.files.map(({ fileName }) => fileName)).toEqual(['du.pdf'])
    expect(upload.refused).toContainEqual({
      field: 'giayTo',
      refusal: { reason: 'cut_off', fileName: 'thieu.pdf', received: 3, announced: 1900 },
    })
    expect(await waiting()).toHaveLength(1)
  })
})

describe('a sending that does not arrive whole leaves nothing behind', () => {
  const body = bodyOf([
    { name: 'requestId', value: 'r-1' },
    { name: 'a', fileName: 'a.pdf', content: Buffer.alloc(300_000, 1) },
    { name: 'b', fileName: 'b.pdf', content: Buffer.alloc(300_000, 2) },
  ])

  it.each([10, 120, 300, 150_000, 300_500, 400_000, body.length - 40, body.length - 5])('cut after %i bytes', async (bytes) => {
    const upload = await send(body.subarray(0, bytes), { length: body.length })
    expect(upload).toMatchObject({ ok: false, failure: 'cut_off' })
    expect(await waiting()).toEqual([])
  })

  it('cut by a proxy right after a part, so that only the length betrays it', async () => {
    const upload = await send(bodyOf([{ name: 'a', fileName: 'a.pdf', content: 'x' }]), { length: 19 * MEGABYTE })
    expect(upload).toMatchObject({ ok: false, failure: 'cut_off' })
    expect(await waiting()).toEqual([])
  })

  it('broken off by the person, and the answers typed so far are kept for the form', async () => {
    let sent = false
    const stream = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        if (sent) controller.error(new Error('connection reset'))
        else controller.enqueue(new Uint8Array(body.subarray(0, 200_000)))
        sent = true
      },
    })
    const request = post(new Headers({ 'content-type': `multipart/form-data; boundary=${BOUNDARY}` }), stream)
    const upload = await receiveUpload(request, { storage, newId })
    expect(upload).toMatchObject({ ok: false, failure: 'cut_off' })
    expect(upload.fields.get('requestId')).toEqual(['r-1'])
    expect(await waiting()).toEqual([])
  })

  it('larger than a dossier: refused by its announcement, or broken off when the announcement lied', async () => {
    expect(await send(body, { length: 200 * MEGABYTE })).toMatchObject({ ok: false, failure: 'too_large' })
    const huge = bodyOf(
      Array.from({ length: 6 }, (_, index) => ({ name: 'a', fileName: `${index}.pdf`, content: Buffer.alloc(19 * MEGABYTE) })),
    )
    expect(await send(huge, { chunk: MEGABYTE })).toMatchObject({ ok: false, failure: 'too_large' })
    expect(await waiting()).toEqual([])
  })

  it('too many files', async () => {
    const many = bodyOf(Array.from({ length: 4 }, (_, index) => ({ name: 'a', fileName: `${index}.pdf`, content: 'x' })))
    expect(await send(many, { terms: { maxFiles: 3 } })).toMatchObject({ ok: false, failure: 'too_many_parts' })
    expect(await waiting()).toEqual([])
  })

  it('not a form at all, or a form without sense', async () => {
    const bodies: [string, string][] = [
      ['application/json', '{}'],
      ['multipart/form-data', 'x'],
      [`multipart/form-data; boundary=${BOUNDARY}`, `--${BOUNDARY}\r\nno colon here\r\n\r\nx\r\n--${BOUNDARY}--\r\n`],
    ]
    for (const [contentType, content] of bodies) {
      const request = new Request('http://mot-cua.example/', { method: 'POST', headers: { 'content-type': contentType }, body: content })
      expect(await receiveUpload(request, { storage, newId }), contentType).toMatchObject({ ok: false, failure: 'malformed' })
    }
    const empty = new Request('http://mot-cua.example/', { method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=x' } })
    expect(await receiveUpload(empty, { storage, newId })).toMatchObject({ ok: false, failure: 'malformed' })
  })

  it('an answer longer than any form asks for', async () => {
    expect(await send(bodyOf([{ name: 'a', value: 'x'.repeat(70_000) }]))).toMatchObject({ ok: false, failure: 'malformed' })
  })
})

describe('the storage', () => {
  it('keeps a received file under its key, and gives it back', async () => {
    const upload = whole(await send(bodyOf([{ name: 'a', fileName: 'a.pdf', content: 'nội dung' }])))
    const key = storageKey(1, newId())
    await storage.adopt(upload.files[0]?.tempPath ?? '', key)
    expect(await waiting()).toEqual([])
    expect(await text(await storage.read(key))).toBe('nội dung')
    await discardFiles(upload.files)
    expect(await storage.has(key)).toBe(true)
    await storage.remove(key)
    await storage.remove(key)
    expect(await storage.has(key)).toBe(false)
    await expect(storage.read(key)).rejects.toThrow('ENOENT')
  })

  it('never overwrites', async () => {
    const key = storageKey(1, newId())
    await storage.put(key, Buffer.from('một'), newId())
    await expect(storage.put(key, Buffer.from('hai'), newId())).rejects.toThrow('taken')
    expect(Buffer.from(await storage.readBytes(key)).toString()).toBe('một')
    expect(await waiting()).toEqual([])
  })

  it('takes no key that leads elsewhere', async () => {
    for (const key of ['../x', '/etc/passwd', '1/../../x', '1//x', '', 'a\0b', '1/x.pdf', '1/..']) {
      await expect(storage.put(key, Buffer.from('x'), newId())).rejects.toThrow('unsafe storage key')
      await expect(storage.read(key)).rejects.toThrow('unsafe storage key')
    }
  })

  it('says when it is not ready', async () => {
    expect(await storage.ready(newId())).toBe(true)
    expect(await waiting()).toEqual([])
    await rm(folder, { recursive: true })
    expect(await storage.ready(newId())).toBe(false)
  })

  it('sweeps only what has been lying in the temp folder for long', async () => {
    const [old, fresh] = [storage.tempPath('cu'), storage.tempPath('moi')]
    await writeFile(old, 'x')
    await writeFile(fresh, 'x')
    await utimes(old, new Date('2026-01-01T00:00:00Z'), new Date('2026-01-01T00:00:00Z'))
    expect(await storage.sweepTemp(new Date('2026-01-02T00:00:00Z'))).toBe(1)
    expect(await waiting()).toEqual(['moi'])
  })
})
