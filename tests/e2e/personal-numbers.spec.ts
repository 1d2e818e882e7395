import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { hashPersonalNumber } from '@/lib/platform/crypto'
import { ask, asForm, type Told } from '../support/access-matrix-http'
import { BASE, openPortal, type Portal } from '../support/access-matrix-portal'
import { ROUTE_ROWS } from '../support/access-matrix-route-rows'
import { expectedAt, VISITORS, type Visitor } from '../support/access-matrix-routes'
import type { Write } from '../support/access-matrix-write'
import { prepare, WRITES } from '../support/access-matrix-writes'

// A personal number that stands nowhere else belongs to the applicant of a dossier and is typed into every box of every form. It is then looked for
// in all that the web process and the worker have logged, in every address that an answer leads to, and on every page that strangers see.

const LOG = path.join('tests', '.out', 'portal.log')
const NUMBER = '086990007731'
const PHONE = '0900777931'
/** In one and in groups, as people write them and as addresses spell them. */
const SPELLED = [NUMBER, PHONE].flatMap((number) => {
  const groups = number.match(/\d{1,3}/g) ?? []
  return [number, ...[' ', '.', '-', '%20', '+'].map((between) => groups.join(between))]
})
const marksIn = (text: string): string[] => SPELLED.filter((mark) => text.includes(mark))

let portal: Portal
let begun = 0
let takeBack: () => Promise<void>
test.beforeAll(async () => {
  begun = statSync(LOG).size
  portal = await openPortal()
  const { db, sample } = portal
  const { applicant } = await db.dossier.findFirstOrThrow({ where: { code: sample.code }, select: { applicant: true } })
  if (!applicant) throw new Error('The dossier has no applicant')
  const { personalNumber, personalNumberHash, phone } = applicant
  const planted = { personalNumber: NUMBER, personalNumberHash: hashPersonalNumber(NUMBER), phone: PHONE }
  const ids = (await db.citizen.findMany({ where: { personalNumberHash }, select: { id: true } })).map(({ id }) => id)
  await db.dossierApplicant.updateMany({ where: { personalNumberHash }, data: planted })
  await db.citizen.updateMany({ where: { id: { in: ids } }, data: planted })
  takeBack = async () => {
    const before = { personalNumber, personalNumberHash, phone }
    await db.dossierApplicant.updateMany({ where: { personalNumberHash: planted.personalNumberHash }, data: before })
    await db.citizen.updateMany({ where: { id: { in: ids } }, data: before })
  }
})
test.afterAll(async () => {
  await portal.db.attempt.deleteMany({})
  await takeBack()
  await portal.close()
})

/** Fields that the page gave the form, not a person. */
const OURS = /^\$|^(requestId|version|code|draft|intake|staffId|procedure|step|then|purpose|seen)$/

/** Sends a form with the number in each box that somebody can type into. */
async function typedInto(write: Write): Promise<Told> {
  const { fields, path: at, cookie } = await prepare(portal, write)
  const typed = fields.map(([name, value], index) => [name, OURS.test(name) ? value : (SPELLED[index % SPELLED.length] ?? '')] as const)
  const { type, content } = asForm(typed)
  return ask(new URL(at, BASE), { method: 'POST', headers: { cookie, 'content-type': type, origin: new URL(BASE).origin }, body: content })
}

/** Questions that people ask with a number where something else belongs. */
async function asked(): Promise<Told[]> {
  const { code, factor } = portal.sample
  const json = { 'content-type': 'application/json' }
  const status = (of: string, by: string) =>
    ask(new URL(`/api/v1/dossiers/${encodeURIComponent(of)}/status`, BASE), {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ factor: by }),
    })
  const cookie = await portal.cookieOf('clerk')
  const search = (q: string) => {
    const { type, content } = asForm([['q', q]])
    const headers = { cookie, 'content-type': type, origin: new URL(BASE).origin }
    return ask(new URL('/can-bo/tim', BASE), { method: 'POST', headers, body: content })
  }
  const answers = [
    await status(code, NUMBER.slice(-4)),
    await status(code, factor === '0000' ? '1111' : '0000'),
    await status(code, NUMBER),
  ]
  for (const number of SPELLED.slice(0, 6)) answers.push(await search(number), await status('H61.123-261123-9999', number))
  return answers
}

test('a personal number stands in no log line, no address that we lead to and no page of strangers', async () => {
  test.setTimeout(180_000)
  const { sample } = portal
  const faults: string[] = []
  const addresses = (what: string, { headers, status }: Told) => {
    if (marksIn(decodeURIComponent(headers.location ?? '')).length > 0) faults.push(`${what} leads to ${headers.location}`)
    if (status >= 500 && !what.includes('/dang-ban')) faults.push(`${what} answered ${status}`)
  }
  let pages = 0
  for (const row of ROUTE_ROWS.filter(({ route }) => route.startsWith('GET'))) {
    const expected = expectedAt(row, sample)
    const reader = VISITORS.find((visitor) => expected[visitor] === '200')
    for (const visitor of new Set<Visitor>(['visitor', reader ?? 'visitor'])) {
      const cookie = [await portal.cookieOf(visitor), row.cookie?.(sample) ?? ''].filter(Boolean).join('; ')
      const told = await ask(new URL(row.at(sample), BASE), { headers: cookie === '' ? {} : { cookie } })
      pages += 1
      addresses(row.route, told)
      if (visitor === 'visitor' && marksIn(told.text).length > 0) faults.push(`${row.route} shows ${marksIn(told.text).join(', ')}`)
    }
  }
  for (const told of await asked()) addresses('a question', told)
  let forms = 0
  for (const write of WRITES) {
    addresses(write.what, await typedInto(write))
    forms += 1
  }
  const log = readFileSync(LOG).subarray(begun).toString('utf8')
  console.log(`${pages} pages and ${forms} forms, then ${log.split('\n').length} lines of log: ${faults.length} faults`)
  expect(faults).toEqual([])
  // Somebody was refused at the sign-in, and the log says so: it is the log that we read.
  expect(log).toContain('sign-in refused')
  expect(marksIn(log)).toEqual([])
})
