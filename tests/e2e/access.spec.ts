import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { ask, type Told } from '../support/access-matrix-http'
import { BASE, openPortal, type Portal, type Sample } from '../support/access-matrix-portal'
import { methodsOf, ROUTE_ROWS } from '../support/access-matrix-route-rows'
import { expectedAt, rowTitle, type RouteRow, routesOf, STRANGERS, type Visitor, VISITORS } from '../support/access-matrix-routes'
import { bareScripts, expectGuarded, knownNumbers, nonceIn, numbersIn } from './support/page-manners'

// What everyone gets at every address, over HTTP and without a browser, so that nothing comes in between; and how the pages behave there.

let portal: Portal
let numbers: ReadonlySet<string>
test.beforeAll(async () => {
  portal = await openPortal()
  numbers = await knownNumbers(portal)
})
test.afterAll(() => portal.close())

/** The answer as the rows say it. */
function said({ status, headers }: Told): string {
  const { location } = headers
  if (location === undefined || status < 300 || status > 399) return String(status)
  const { origin, pathname, search } = new URL(location, BASE)
  return `to ${origin === new URL(BASE).origin ? `${pathname}${search}` : origin}`
}

async function visit(row: RouteRow, method: string, visitor: Visitor, sample: Sample = portal.sample): Promise<Told> {
  const cookies = [await portal.cookieOf(visitor), row.cookie?.(sample) ?? ''].filter((cookie) => cookie !== '')
  const body = row.body?.(sample)
  return ask(new URL(row.at(sample), BASE), {
    method,
    headers: {
      ...(cookies.length > 0 ? { cookie: cookies.join('; ') } : {}),
      ...(method === 'GET' ? {} : { origin: new URL(BASE).origin }),
      ...(body ? { 'content-type': body.type } : {}),
    },
    ...(body ? { body: body.content } : {}),
  })
}

/** The sample with a dossier, a draft and files that do not exist. */
const nothing = (sample: Sample): Sample => {
  const [code, draftId, documentId, paperId] = [sample.code.replace(/\d+$/, '999999'), randomUUID(), randomUUID(), randomUUID()]
  return { ...sample, code, draftId, documentId, paperId }
}

/** Everything a caller sees but the ids that were in the question, and the nonces of a page. */
function seen(told: Told, { code, draftId, documentId, paperId }: Sample): string {
  const body = String(told.headers['content-type']).startsWith('text/html') ? '' : told.text
  return [code, draftId, documentId, paperId].reduce((text, id) => text.replaceAll(id, 'X'), `${said(told)}\n${body}`)
}

const PAGES = new Set(routesOf().flatMap(({ route, file }) => (file.endsWith('page.tsx') ? [route] : [])))
const isOpenToAll = ({ answers }: RouteRow): boolean => /^[o |]+$/.test(answers)

/** Every reader gets the page with a nonce of its own, and nobody's personal number but the own one, which no public page says either. */
function expectManners(row: RouteRow, readers: ReadonlyMap<Visitor, Told>): void {
  const { applicant } = portal.sample
  for (const [visitor, told] of readers) {
    expectGuarded(told)
    expect(bareScripts(told)).toEqual([])
    // A page made for one person must not lie in a cache for the next one at the same computer.
    expect(String(told.headers['cache-control'])).toMatch(/no-store/)
    const own = visitor === 'owner' && !isOpenToAll(row) ? [applicant.personalNumber] : []
    expect(numbersIn(told.text).filter((number) => numbers.has(number) && !own.includes(number))).toEqual([])
    if (visitor === 'visitor' && isOpenToAll(row))
      for (const secret of [applicant.fullName, applicant.phone]) expect(told.text).not.toContain(secret)
  }
  expect(new Set([...readers.values()].map(nonceIn)).size).toBe(readers.size)
}

for (const row of ROUTE_ROWS) {
  for (const route of methodsOf(row)) {
    const [method = ''] = route.split(' ')
    test(`${rowTitle({ ...row, route })} answers each visitor as the matrix says, and strangers as if nothing were there`, async () => {
      const expected = expectedAt(row, portal.sample)
      const answers: Record<string, string> = {}
      const told: string[] = []
      const readers = new Map<Visitor, Told>()
      const empty = nothing(portal.sample)
      const strangers =
        row.at(empty) === row.at(portal.sample) ? [] : STRANGERS[row.at(empty).includes(empty.draftId) ? 'draft' : 'dossier']
      for (const visitor of VISITORS) {
        const answer = await visit(row, method, visitor)
        answers[visitor] = said(answer)
        if (PAGES.has(route) && answer.status === 200) readers.set(visitor, answer)
        // Who has the key that the row gives along is no stranger.
        if (!strangers.includes(visitor) || expected[visitor] === '200') continue
        const other = await visit(row, method, visitor, empty)
        if (seen(answer, portal.sample) !== seen(other, empty))
          told.push(`${visitor}: ${seen(answer, portal.sample)} / ${seen(other, empty)}`)
      }
      expect(answers).toEqual(expected)
      expect(told).toEqual([])
      expectManners(row, readers)
    })
  }
}

test('the address that leads nowhere is not found, whoever asks', async () => {
  for (const visitor of VISITORS) {
    const cookie = await portal.cookieOf(visitor)
    expect((await ask(new URL('/khong-tim-thay', BASE), { headers: { cookie } })).status).toBe(404)
  }
})
