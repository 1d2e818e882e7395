import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { receivePapers } from '@/app/api/uploads/papers'
import type { CitizenActor } from '@/lib/access/policy'
import { fileDossier } from '@/lib/dossiers/commands/file-dossier'
import { readDraft } from '@/lib/dossiers/draft-queries'
import { openMyDocument } from '@/lib/dossiers/my-queries'
import { newId } from '@/lib/platform/clock'
import { sha256 } from '@/lib/platform/digest'
import { env } from '@/lib/platform/env'
import { fileStorage } from '@/lib/documents/storage'
import { sentenceOf } from '@/lib/text/refusals'
import { database, openReference } from '@/tests/support/database'
import { aCitizen, aCompleteDraft, aDraft, aFile, codeOf, fillApplicant, MARITAL_STATUS, sendPapers, valueOf } from '@/tests/support/filing'
import { pdfFile } from '@/tests/support/files'

const db = database()
const MEGABYTE = 1024 * 1024
const heavyPdf = (megabytes: number) => pdfFile({ padding: megabytes * MEGABYTE })

type Sending = { answers?: Record<string, string>; files?: [box: string, name: string, content: Buffer][] }

/** The form of the papers page, as a browser posts it. */
function sending({ answers = {}, files = [] }: Sending): Request {
  const form = new FormData()
  for (const [name, value] of Object.entries(answers)) form.append(name, value)
  for (const [box, name, content] of files) form.append(box, new File([new Uint8Array(content)], name, { type: 'application/pdf' }))
  return new Request('http://localhost:3000/api/uploads', { method: 'POST', body: form })
}

const send = async (actor: CitizenActor, draftId: string, what: Sending): Promise<string> => {
  const answer = await receivePapers(sending(what), actor, draftId)
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}

/** Every file in the storage, the temp folder included. */
function stored(folder = path.join(env().DATA_DIR, 'files')): string[] {
  return readdirSync(folder).flatMap((name) => {
    const place = path.join(folder, name)
    return statSync(place).isDirectory() ? stored(place) : [place]
  })
}

/** Drafts of several procedures, each of which asks for a paper in any case. */
async function draftsOf(count: number): Promise<string[]> {
  const asking = { position: 1, requirement: 'ALWAYS' as const }
  const versions = await db.procedureVersion.findMany({
    where: { onlineLevel: { not: 'COUNTER' }, procedureCode: { not: MARITAL_STATUS }, components: { some: asking } },
    orderBy: { procedureCode: 'asc' },
    take: count,
  })
  return Promise.all(versions.map(({ procedureCode }) => aDraft(actor, procedureCode)))
}

let actor: CitizenActor
let draftId: string
let here: string

beforeAll(async () => {
  await openReference()
  await fileStorage()
})
beforeEach(async () => {
  actor = await aCitizen(db)
  draftId = await aDraft(actor)
  valueOf(await fillApplicant(actor, draftId))
  here = `/nop-ho-so/${MARITAL_STATUS}/${draftId}/giay-to`
})
afterAll(async () => {
  await db.$disconnect()
})

const page = async () => valueOf(await readDraft(actor, { draftId }))

describe('sending papers', () => {
  test('keeps the file whole under a random name and goes on when nothing is missing', async () => {
    const content = pdfFile({ pages: 2 })
    const to = await send(actor, draftId, { answers: { 'applies-2': 'no', then: 'next' }, files: [['file-1', 'Tờ khai.pdf', content]] })
    expect(to).toBe(`/nop-ho-so/${MARITAL_STATUS}/${draftId}/nhan-ket-qua`)
    const [file] = (await page()).files
    expect(file).toMatchObject({ position: 1, fileName: 'Tờ khai.pdf', mediaType: 'application/pdf', pages: 2, size: content.length })
    const { storageKey } = valueOf(await openMyDocument(actor, { id: file?.id }))
    expect(storageKey).not.toContain('khai')
    expect(sha256(Buffer.from(await (await fileStorage()).readBytes(storageKey)).toString('latin1'))).toBe(
      sha256(content.toString('latin1')),
    )
  })

  test('takes a file of 19 MB and refuses one of 21 MB in words, beside what was sent with it', async () => {
    const files: Sending['files'] = [
      ['file-1', 'lon.pdf', heavyPdf(19)],
      ['file-2', 'qua-lon.pdf', heavyPdf(21)],
    ]
    expect(await send(actor, draftId, { answers: { 'applies-2': 'yes', then: 'next' }, files })).toBe(`${here}?loi=thieu#loi`)
    const { files: kept, data } = await page()
    expect(kept.map(({ fileName }) => fileName)).toEqual(['lon.pdf'])
    expect(data.refusedFiles).toEqual({ 2: expect.stringMatching(/^Tệp qua-lon\.pdf nặng 21,1 MB, tối đa 20 MB\./) })
  })

  test('says everything that is wrong with several files of one component', async () => {
    const files: Sending['files'] = [
      ['file-1', 'khoa.pdf', pdfFile({ userPassword: 'x' })],
      ['file-1', 'trong.pdf', Buffer.alloc(0)],
    ]
    expect(await send(actor, draftId, { answers: { then: 'stay-1' }, files })).toBe(`${here}?loi=tep#loi`)
    const sentence = (await page()).data.refusedFiles['1'] ?? ''
    expect(sentence).toContain('Tệp khoa.pdf có mật khẩu')
    expect(sentence).toContain('Tệp trong.pdf không có nội dung')
  })

  test('comes back to the component that was worked on, or leaves for later', async () => {
    const file: Sending['files'] = [['file-1', 'a.pdf', pdfFile()]]
    expect(await send(actor, draftId, { answers: { then: 'stay-1' }, files: file })).toBe(`${here}#file-1-place`)
    expect(await send(actor, draftId, { answers: { then: 'later' } })).toBe('/ho-so')
    const [kept] = (await page()).files
    expect(await send(actor, draftId, { answers: { remove: kept?.id ?? '' } })).toBe(here)
    expect((await page()).files).toEqual([])
  })

  test('never leads to another site, whatever the button says', async () => {
    for (const then of ['//noi-khac.example', 'https://noi-khac.example', 'stay-1#/../', '../../'])
      expect(await send(actor, draftId, { answers: { then } })).toBe(here)
  })
})

describe('what is not taken', () => {
  test('leaves no file behind: the same one again, one for no component, one that was not needed', async () => {
    const file: Sending['files'] = [['file-1', 'a.pdf', pdfFile()]]
    await send(actor, draftId, { files: file })
    const before = stored()
    await send(actor, draftId, { files: file })
    await send(actor, draftId, { files: [['file-77', 'b.pdf', pdfFile()]] })
    await send(actor, draftId, { files: [['anh', 'c.pdf', pdfFile()]] })
    await send(actor, draftId, { answers: { 'applies-2': 'no' }, files: [['file-2', 'd.pdf', pdfFile()]] })
    expect(stored()).toEqual(before)
    expect((await page()).files).toHaveLength(1)
  })

  test('is what does not fit any more into the 100 MB of a dossier', async () => {
    const heavy = () => ({ ...aFile(1), size: 20 * MEGABYTE })
    valueOf(await sendPapers(actor, draftId, { files: [heavy(), heavy(), heavy(), heavy(), { ...heavy(), size: 19 * MEGABYTE }] }))
    const before = stored()
    expect(await send(actor, draftId, { answers: { then: 'stay-1' }, files: [['file-1', 'them.pdf', heavyPdf(2)]] })).toBe(
      `${here}?loi=tep#loi`,
    )
    expect((await page()).data.refusedFiles['1']).toContain('chỉ còn chỗ cho 1 MB')
    expect(stored()).toEqual(before)
  })

  test('is what does not fit any more into the day of its account, whichever draft it is sent to', async () => {
    const heavy = () => ({ ...aFile(1), size: 20 * MEGABYTE })
    const drafts = await draftsOf(3)
    for (const [index, id] of drafts.entries()) {
      const last = index === drafts.length - 1 ? { ...heavy(), size: 19 * MEGABYTE } : heavy()
      valueOf(await sendPapers(actor, id, { files: [heavy(), heavy(), heavy(), heavy(), last] }))
    }
    const before = stored()
    const two: Sending = { answers: { then: 'stay-1' }, files: [['file-1', 'them.pdf', heavyPdf(2)]] }
    expect(await send(actor, draftId, two)).toBe(`${here}?loi=tep#loi`)
    expect((await page()).data.refusedFiles['1']).toContain('hôm nay tài khoản này chỉ còn gửi được 1 MB (mỗi ngày tối đa 300 MB)')
    expect(stored()).toEqual(before)
    // What is taken away again has been sent all the same.
    const [first] = valueOf(await readDraft(actor, { draftId: drafts[0] })).files
    valueOf(await sendPapers(actor, drafts[0] ?? '', { files: [], remove: first?.id ?? '' }))
    expect(await send(actor, draftId, two)).toBe(`${here}?loi=tep#loi`)
    const other = await aCitizen(db)
    expect(await send(other, await aDraft(other), two)).toMatch(/#file-1-place$/)
  })

  test('is one of two sendings at the same moment that together pass the limit of the day', async () => {
    const heavy = (megabytes: number) => ({ ...aFile(1), size: megabytes * MEGABYTE })
    const drafts = await draftsOf(4)
    const full = [heavy(20), heavy(20), heavy(20), heavy(20), heavy(20)]
    for (const id of drafts.slice(0, 2)) valueOf(await sendPapers(actor, id, { files: full.map(() => heavy(20)) }))
    const both = await Promise.all(drafts.slice(2).map((id) => sendPapers(actor, id, { files: [heavy(20), heavy(20), heavy(20)] })))
    expect(both.map(codeOf).toSorted()).toEqual(['day_full', 'ok'])
    const refused = both.find((one) => !one.ok)
    expect(refused && !refused.ok && sentenceOf(refused)).toBe(
      'Hôm nay tài khoản này đã gửi đủ 300 MB tệp. Phần đã lưu vẫn còn: gửi tiếp từ ngày mai, hoặc mang bản giấy đến quầy.',
    )
  })

  test('is a body that was cut off: nothing of it stays', async () => {
    const whole = sending({ files: [['file-1', 'a.pdf', heavyPdf(1)]] })
    const bytes = Buffer.from(await whole.clone().arrayBuffer())
    const cut = new Request(whole.url, {
      method: 'POST',
      headers: { 'content-type': whole.headers.get('content-type') ?? '', 'content-length': String(bytes.length) },
      body: bytes.subarray(0, 300_000),
    })
    const before = stored()
    const answer = await receivePapers(cut, actor, draftId)
    expect(answer.headers.get('location')).toBe(`${here}?loi=cut_off#loi`)
    expect(stored()).toEqual(before)
    expect((await page()).files).toEqual([])
  })

  test('is what another citizen sends, whose body is not even read', async () => {
    const other = await aCitizen(db)
    const request = sending({ files: [['file-1', 'a.pdf', pdfFile()]] })
    const before = stored()
    expect((await receivePapers(request, other, draftId)).headers.get('location')).toBe('/ho-so')
    expect(request.bodyUsed).toBe(false)
    expect(stored()).toEqual(before)
  })

  test('is what comes after the draft was sent: it leads to what was filed', async () => {
    const sent = await aCompleteDraft(db, actor, '1.000894')
    const { code } = valueOf(await fileDossier(actor, newId(), { draftId: sent, declared: 'yes' }))
    const before = stored()
    expect(await send(actor, sent, { files: [['file-1', 'a.pdf', pdfFile()]] })).toBe(`/nop-ho-so/1.000894/da-gui/${code}`)
    expect(stored()).toEqual(before)
    expect(codeOf(await readDraft(actor, { draftId: sent }))).toBe('already_filed')
  })
})
