// Broken, disguised and harmful files, and names that lie, sent through the door by which citizens send papers: nothing of them is kept, and
// whoever sent one in good faith reads what to do.
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { crc32 } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { receivePapers } from '@/app/api/uploads/papers'
import type { CitizenActor } from '@/lib/access/policy'
import { NAME_LIMIT } from '@/lib/documents/rules'
import { fileStorage } from '@/lib/documents/storage'
import { readDraft } from '@/lib/dossiers/draft-queries'
import { env } from '@/lib/platform/env'
import { database, openReference } from '@/tests/support/database'
import { aCitizen, aDraft, fillApplicant, MARITAL_STATUS, valueOf } from '@/tests/support/filing'
import { docxFile, pdfFile, pictureFile } from '@/tests/support/files'
import { actingFiles } from '@/tests/support/hostile/acting'
import { brokenFiles } from '@/tests/support/hostile/broken'
import { type HostileFile, SAYS, WAY_OUT } from '@/tests/support/hostile/file'
import { foreignFiles } from '@/tests/support/hostile/foreign'
import { ODD_NAMES } from '@/tests/support/hostile/names'
import { twoInOneFiles } from '@/tests/support/hostile/two-in-one'

const db = database()
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
afterAll(() => db.$disconnect())

const BOUNDARY = 'ranh-gioi-cua-bieu-mau-0123456789'

const field = (name: string, value: string) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const fileHead = (position: number, name: string) =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file-${position}"; filename="${name.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"\r\nContent-Type: application/pdf\r\n\r\n`

type Named = { name: string; content: Buffer }

/** The form with a file in each box from the first on, written by hand: a browser would tidy the names before they leave. */
function sending(files: readonly Named[]): Request {
  const parts = files.flatMap(({ name, content }, index) => [Buffer.from(fileHead(index + 1, name)), content, Buffer.from('\r\n')])
  const body = Buffer.concat([Buffer.from(field('then', 'stay-1')), ...parts, Buffer.from(`--${BOUNDARY}--\r\n`)])
  const headers = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}`, 'content-length': String(body.length) }
  return new Request('http://localhost:3000/api/uploads', { method: 'POST', headers, body: new Uint8Array(body) })
}

async function send(...named: Named[]) {
  const answer = await receivePapers(sending(named), actor, draftId)
  const { data, files } = valueOf(await readDraft(actor, { draftId }))
  return { to: answer.headers.get('location'), sentences: data.refusedFiles, files }
}

/** Every file in the storage, the temp folder included. */
function stored(folder = path.join(env().DATA_DIR, 'files')): string[] {
  return readdirSync(folder).flatMap((name) => {
    const place = path.join(folder, name)
    return statSync(place).isDirectory() ? stored(place) : [place]
  })
}

/** What is wrong with the sentence that somebody reads of her file. */
function faultsOf({ kind, name, fault }: HostileFile, sentence: string): string[] {
  const faults = [
    SAYS[fault].test(sentence) ? [] : [`is not refused as ${fault}`],
    sentence.includes(` ${name} `) ? [] : ['is not named'],
    WAY_OUT.test(sentence) ? [] : ['leaves its sender without a way out'],
  ].flat()
  return faults.map((one) => `${kind} (${name}) ${one}: ${JSON.stringify(sentence)}`)
}

const KINDS: [string, () => HostileFile[] | Promise<HostileFile[]>][] = [
  ['broken, cut, empty or locked', brokenFiles],
  ['of another kind, also in disguise', foreignFiles],
  ['two things at once', () => twoInOneFiles(crc32)],
  ['acting on their own or swelling', actingFiles],
]

/** The boxes of the page, each of which has a sentence of its own. */
const BOXES = 5

test.each(KINDS)('files that are %s are refused in words, and nothing of them stays', { timeout: 120_000 }, async (what, make) => {
  const files = await make()
  const before = stored()
  const faults: string[] = []
  const passed: string[] = []
  for (let from = 0; from < files.length; from += BOXES) {
    const together = files.slice(from, from + BOXES)
    const { to, sentences } = await send(...together)
    expect(to).toBe(`${here}?loi=tep#loi`)
    for (const [index, file] of together.entries()) {
      const sentence = sentences[index + 1] ?? ''
      if (sentence === '') passed.push(file.kind)
      faults.push(...faultsOf(file, sentence))
    }
  }
  const kept = await db.document.findMany({ where: { draftId }, select: { fileName: true } })
  console.log(`${files.length} files that are ${what}: ${files.length - passed.length} refused`)
  expect({ faults, kept }).toEqual({ faults: [], kept: [] })
  expect(stored()).toEqual(before)
})

test('sound files pass the same door', async () => {
  const sound = [
    { name: 'to-khai.pdf', content: pdfFile({ pages: 2 }) },
    { name: 'khoa-sua.pdf', content: pdfFile({ ownerPassword: 'chu' }) },
    { name: 'anh.jpg', content: await pictureFile('jpeg') },
    { name: 'anh.png', content: await pictureFile('png') },
    { name: 'don.docx', content: docxFile() },
  ]
  for (const file of sound) expect(await send(file)).toMatchObject({ to: `${here}#file-1-place`, sentences: {} })
  expect(await db.document.count({ where: { draftId } })).toBe(sound.length)
})

/** A name that may stand on a page, in a header and on the disk of whoever saves it. */
const HARMLESS = /^[^\p{C}\p{Zl}\p{Zp}<>:"|?*;%&`$\\/\s.][^\p{C}\p{Zl}\p{Zp}<>:"|?*;%&`$\\/]*\.pdf$/u
/** Characters below the blank but the tab, and DEL. */
const hasControl = (name: string) => [...name].some((one) => (one < ' ' && one !== '\t') || one === '\u007f')
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)\./i

test('a sound file under an odd name is kept under a harmless one, or refused where its end lies', async () => {
  const faults: string[] = []
  let refused = 0
  for (const [turn, { name, isRefused }] of ODD_NAMES.entries()) {
    const content = pdfFile({ padding: 1_000 + turn })
    const { to, sentences, files } = await send({ name, content })
    const sentence = sentences['1'] ?? ''
    // What was kept before stays; each has a size of its own.
    const file = files.find(({ size }) => size === content.length)
    const shown = file?.fileName ?? ''
    // A NUL or another control character stands in no header; the page then asks for the file once more.
    const isBroken = to === `${here}?loi=malformed#loi` && !file
    const isTold = to === `${here}?loi=tep#loi` && !file && SAYS.mislabelled.test(sentence) && WAY_OUT.test(sentence)
    if (isBroken || isTold) refused += 1
    const isGood =
      isRefused || hasControl(name)
        ? isBroken || isTold
        : HARMLESS.test(shown) && !DEVICE.test(shown) && shown.length <= NAME_LIMIT && shown === shown.normalize('NFC')
    if (!isGood) faults.push(`${JSON.stringify(name)} is kept as ${JSON.stringify(shown)}: ${JSON.stringify(sentence)}`)
    if (file) {
      const { storageKey } = await db.document.findFirstOrThrow({ where: { id: file.id } })
      expect(storageKey).toMatch(/^1\/[0-9a-f]{2}\/[0-9a-f-]{36}$/)
    }
  }
  console.log(`${ODD_NAMES.length} odd names, ${refused} of them refused`)
  expect(faults).toEqual([])
})
