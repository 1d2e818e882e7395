// A citizen sends a file of 1 MB and then the dossier, over HTTP as a browser without script does.
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { sessionCookie, sessionToken } from '@/lib/identity/cookies'
import { closeDb, db } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { formOn } from '@/tests/support/access-matrix-http'
import { cpuOf, median, quantile, send, timed, untilAnswers } from './load'
import { startWeb } from './processes'
import { find, keep, number } from './report'
import { recorded, type Sent } from './statements'

/** Cấp Giấy xác nhận tình trạng hôn nhân. */
const PROCEDURE = '1.004873'
const MEGABYTE = 1_048_576
const [RECORDED, WARM, MEASURED] = [2, 10, 60]
const TOGETHER = 4
const port = Number(process.env.PORT)
const BOUNDARY = 'ranh-gioi-cua-phep-do'
/** Where a dossier that was filed leads to. */
const FILED = /\/da-gui\//

type Sender = { draftId: string; cookie: string; position: number; upload?: number; filing?: number }

/** Fields and at most one file as a form sends them. */
function multipart(fields: readonly (readonly [string, string])[], file?: { name: string; content: Buffer }): Buffer {
  const text = (words: string) => Buffer.from(words, 'utf8')
  const head = (words: string) => `--${BOUNDARY}\r\nContent-Disposition: form-data; ${words}\r\n`
  return Buffer.concat([
    ...fields.map(([name, value]) => text(`${head(`name="${name}"`)}\r\n${value}\r\n`)),
    ...(file
      ? [text(`${head(`name="${file.name}"; filename="ban-chup.jpg"`)}Content-Type: image/jpeg\r\n\r\n`), file.content, text('\r\n')]
      : []),
    text(`--${BOUNDARY}--\r\n`),
  ])
}

/** A photograph of about 1 MB: of noise, since nothing smaller holds it. */
async function photograph(): Promise<Buffer> {
  const [width, height, channels] = [1_600, 1_200, 3] as const
  const raw = randomBytes(width * height * channels)
  for (let quality = 60; ; quality += 5) {
    const photo = await sharp(raw, { raw: { width, height, channels } }).jpeg({ quality }).toBuffer()
    if (photo.length >= MEGABYTE || quality >= 95) return photo
  }
}

async function senders(count: number): Promise<Sender[]> {
  const prepared = spawnSync(process.execPath, ['--import', 'tsx', 'tests/faults/prepare.ts', String(count)], { encoding: 'utf8' })
  if (prepared.status !== 0) throw new Error(prepared.stderr)
  const drafts = await db().draft.findMany({
    where: { citizen: { sessions: { some: { userAgent: 'faults' } } } },
    take: count,
    select: { id: true, citizen: { select: { sessions: { select: { id: true } } } } },
  })
  const { position } = await db().procedureComponent.findFirstOrThrow({
    where: { version: { procedureCode: PROCEDURE }, requirement: 'ALWAYS' },
  })
  return Promise.all(
    drafts.map(async ({ id, citizen }) => {
      const token = await sessionToken(citizen.sessions[0]?.id ?? '')
      return { draftId: id, cookie: `${sessionCookie().name}=${token}`, position }
    }),
  )
}

/** The form of a page, ready to be sent; `typed` replaces what stands in it. */
async function formAt(path: string, cookie: string, mark: string, typed: readonly (readonly [string, string])[] = []) {
  const { status, text } = await send({ port, path, cookie })
  if (status !== 200) throw new Error(`${path} answers ${status}`)
  return [...formOn(text, mark).filter(([name]) => !typed.some(([other]) => other === name)), ...typed]
}

async function post(path: string, cookie: string, body: Buffer): Promise<string> {
  const headers = { origin: new URL(env().PUBLIC_URL).origin, 'content-type': `multipart/form-data; boundary=${BOUNDARY}` }
  const { status, location } = await send({ port, path, cookie }, { method: 'POST', headers, body })
  if (status !== 303) throw new Error(`${path} answers ${status}`)
  return location
}

const draftPage = ({ draftId }: Sender, page: string) => `/nop-ho-so/${PROCEDURE}/${draftId}/${page}`

type Form = { to: string; body: Buffer }
/** Where the forms are sent from, who is asked for the CPU, how many send at a time, and where each is led to when it is taken. */
type Round = { page: string; pid: number; together: number; leadsTo: RegExp }

async function formWithFile(person: Sender, content: Buffer): Promise<Form> {
  const fields = await formAt(draftPage(person, 'giay-to'), person.cookie, '/api/uploads', [['then', 'next']])
  const kept = fields.filter(([name]) => !name.startsWith('remove'))
  return { to: `/api/uploads?draft=${person.draftId}`, body: multipart(kept, { name: `file-${person.position}`, content }) }
}

async function declaration(person: Sender): Promise<Form> {
  const to = draftPage(person, 'kiem-tra')
  return { to, body: multipart(await formAt(to, person.cookie, 'name="requestId"', [['declared', 'yes']])) }
}

/** Sends the form of each; only the sendings are counted, not the pages with the forms. */
async function sendForms(forms: ReadonlyMap<Sender, Form>, { page, pid, together, leadsTo }: Round) {
  const before = cpuOf(pid)
  const times = new Map<Sender, number>()
  await timed([...forms], together, async ([person, form]) => {
    const since = performance.now()
    const location = await post(form.to, person.cookie, form.body)
    times.set(person, performance.now() - since)
    if (!leadsTo.test(location)) throw new Error(`${page} leads to ${location}`)
  })
  return { cpu: (cpuOf(pid) - before) / forms.size, times }
}

async function sendFiles(people: readonly Sender[], pid: number, together: number) {
  const content = await photograph()
  const forms = new Map<Sender, Form>()
  for (const person of people) forms.set(person, await formWithFile(person, content))
  return sendForms(forms, { page: 'giay-to', pid, together, leadsTo: /\/(nhan-ket-qua|kiem-tra)$/ })
}

/** Sends the file of each, then the dossier of each. */
async function sendAll(people: readonly Sender[], pid: number, together: number) {
  const upload = await sendFiles(people, pid, together)
  const forms = new Map<Sender, Form>()
  for (const person of people) forms.set(person, await declaration(person))
  const filing = await sendForms(forms, { page: 'kiem-tra', pid, together, leadsTo: FILED })
  const whole = people.map((person) => (upload.times.get(person) ?? NaN) + (filing.times.get(person) ?? NaN))
  return { upload: upload.cpu, filing: filing.cpu, whole }
}

/** What one sending of a dossier asks of the database, once another has gone the same way. */
async function statementsOf(people: readonly Sender[]): Promise<Sent[]> {
  const file = `${process.env.DATA_DIR}/statements.jsonl`
  const web = startWeb({ statements: file })
  try {
    await untilAnswers({ port, path: '/', cookie: '' })
    const [first, second] = people
    if (!first || !second) throw new Error('Nobody sends')
    await sendAll([first], web.pid, 1)
    await sendFiles([second], web.pid, 1)
    const { to, body } = await declaration(second)
    return await recorded(file, async () => {
      const location = await post(to, second.cookie, body)
      if (!FILED.test(location)) throw new Error(`kiem-tra leads to ${location}`)
    })
  } finally {
    await web.end()
  }
}

export async function measureSubmission(): Promise<void> {
  const people = await senders(RECORDED + WARM + MEASURED)
  await closeDb()
  const statements = await statementsOf(people.splice(0, RECORDED))
  const web = startWeb()
  try {
    await untilAnswers({ port, path: '/trang-trong', cookie: '' })
    await sendAll(people.splice(0, WARM), web.pid, TOGETHER)
    const sent = await sendAll(people, web.pid, TOGETHER)
    const before = cpuOf(web.pid)
    await timed(Array.from({ length: 200 }), TOGETHER, async () => void (await send({ port, path: '/trang-trong', cookie: '' })))
    const empty = (cpuOf(web.pid) - before) / 200
    keep('submission', { ...sent, empty, statements })
    const cpu = sent.upload + sent.filing
    find('nộp hồ sơ kèm tệp 1 MB: p95', quantile(sent.whole, 0.95), {
      unit: 'ms',
      atMost: 200,
      also: `hai lần gửi: tệp rồi hồ sơ, ${TOGETHER} người cùng lúc; p50 ${number(median(sent.whole))} ms`,
    })
    find('nộp hồ sơ kèm tệp 1 MB: CPU so với trang trống', cpu / empty, {
      unit: 'lần',
      digits: 2,
      also: `${number(cpu)} µs: tệp ${number(sent.upload)}, gửi ${number(sent.filing)}; trang trống ${number(empty)}`,
    })
    const BEGIN = /^\s*BEGIN/i
    const from = statements.findIndex(({ text }) => BEGIN.test(text))
    find('gửi hồ sơ: câu lệnh SQL từ BEGIN đến COMMIT', statements.slice(from).findIndex(({ text }) => /^\s*COMMIT/i.test(text)) + 1, {
      unit: '',
      atMost: 16,
      also: `cả yêu cầu ${statements.length}`,
    })
  } finally {
    await web.end()
  }
}
