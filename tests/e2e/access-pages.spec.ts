import { expect, test } from '@playwright/test'
import { ask, type Told } from '../support/access-matrix-http'
import { BASE, openPortal, type Portal } from '../support/access-matrix-portal'
import { ROUTE_ROWS } from '../support/access-matrix-route-rows'
import { expectedAt, rowTitle, routesOf, type RouteRow, type Visitor, VISITORS } from '../support/access-matrix-routes'

// What every page says to the browser about itself, and what no page says about anyone.

let portal: Portal
let numbers: ReadonlySet<string>
test.beforeAll(async () => {
  portal = await openPortal()
  const people = [
    ...(await portal.db.citizen.findMany({ select: { personalNumber: true } })),
    ...(await portal.db.dossierApplicant.findMany({ select: { personalNumber: true } })),
  ]
  numbers = new Set(people.map(({ personalNumber }) => personalNumber))
})
test.afterAll(() => portal.close())

async function open(row: RouteRow, visitor: Visitor): Promise<Told> {
  const cookies = [await portal.cookieOf(visitor), row.cookie?.(portal.sample) ?? ''].filter((cookie) => cookie !== '')
  return ask(new URL(row.at(portal.sample), BASE), { headers: cookies.length > 0 ? { cookie: cookies.join('; ') } : {} })
}

const pages = new Set(routesOf().flatMap(({ route, file }) => (file.endsWith('page.tsx') ? [route] : [])))
const PAGE_ROWS = ROUTE_ROWS.filter(({ route }) => pages.has(route))
const PUBLIC_ROWS = PAGE_ROWS.filter(({ answers }) => /^[o |]+$/.test(answers))

/** Who is shown the page itself. */
const readers = (row: RouteRow): Visitor[] => {
  const expected = expectedAt(row, portal.sample)
  return VISITORS.filter((visitor) => expected[visitor] === '200')
}

const nonceIn = ({ headers }: Told): string => /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1] ?? ''

function expectGuarded(told: Told): void {
  const { headers } = told
  const policy = String(headers['content-security-policy'])
  for (const rule of ["default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
    expect(policy).toContain(rule)
  expect(policy).not.toMatch(/script-src[^;]*'unsafe-inline'/)
  expect(nonceIn(told)).toMatch(/^[\w+/=-]{16,}$/)
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['referrer-policy']).toBe('same-origin')
  expect(headers['x-frame-options']).toBe('DENY')
  expect(headers['x-powered-by']).toBeUndefined()
}

for (const row of PAGE_ROWS) {
  test(`${rowTitle(row)} is guarded by its headers`, async () => {
    const [reader] = readers(row)
    const visitor = reader ?? 'visitor'
    const [first, second] = [await open(row, visitor), await open(row, visitor)]
    expectGuarded(first)
    expect(nonceIn(second)).not.toBe(nonceIn(first))
    const bare = (first.text.match(/<script\b[^>]*>/g) ?? []).filter((tag) => !tag.includes(`nonce="${nonceIn(first)}"`))
    expect(bare).toEqual([])
    // A page made for one person must not lie in a cache for the next one at the same computer.
    if (reader) expect(String(first.headers['cache-control'])).toMatch(/no-store/)
  })
}

test('a refused form and a page that is not there are guarded as well', async () => {
  expectGuarded(await ask(new URL('/khong-tim-thay', BASE)))
  const refused = await ask(new URL('/tra-cuu', BASE), { method: 'POST', headers: { origin: 'https://trang-khac.example' } })
  expect(refused.status).toBe(403)
  expectGuarded(refused)
})

test('what somebody sent is handed out as an attachment that runs nothing', async () => {
  const { sample, cookieOf } = portal
  const { headers } = await ask(new URL(`/api/files/${sample.documentId}`, BASE), { headers: { cookie: await cookieOf('owner') } })
  expect(headers['content-disposition']).toMatch(/^attachment;/)
  expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox")
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['cache-control']).toBe('private, no-store')
})

/** Twelve digits in a row, as a personal number has them, with or without blanks and dots between them. */
const numbersIn = (text: string): string[] => (text.match(/(?<!\d)\d(?:[ .]?\d){11}(?!\d)/g) ?? []).map((found) => found.replace(/\D/g, ''))

for (const row of PUBLIC_ROWS) {
  test(`${rowTitle(row)} tells nobody's personal number, and strangers nothing of the applicant`, async () => {
    const { applicant } = portal.sample
    for (const visitor of VISITORS) {
      const { text, status } = await open(row, visitor)
      expect(status).toBe(200)
      expect(numbersIn(text).filter((number) => numbers.has(number))).toEqual([])
      if (visitor !== 'visitor') continue
      for (const secret of [applicant.fullName, applicant.phone]) expect(text).not.toContain(secret)
    }
  })
}

for (const row of PAGE_ROWS.filter((page) => !PUBLIC_ROWS.includes(page))) {
  test(`${rowTitle(row)} tells no personal number but one's own`, async () => {
    for (const visitor of readers(row)) {
      const { text } = await open(row, visitor)
      const own = visitor === 'owner' ? [portal.sample.applicant.personalNumber] : []
      expect(numbersIn(text).filter((number) => numbers.has(number) && !own.includes(number))).toEqual([])
    }
  })
}
