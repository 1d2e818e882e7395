import { expect, test, type Page } from '@playwright/test'
import { ask } from '../support/access-matrix-http'
import { BASE, openPortal, type Portal } from '../support/access-matrix-portal'
import { ROUTE_ROWS } from '../support/access-matrix-route-rows'
import { expectedAt, rowTitle, routesOf, type RouteRow, VISITORS } from '../support/access-matrix-routes'
import { CANARY, PAYLOADS } from '../support/hostile/payloads'
import { plantPayloads, type Planting } from '../support/hostile/planting'

// Every text that a person can have typed becomes 300 payloads, and every page is opened by somebody who may see it, in a real browser: nothing
// runs, nothing is fetched from elsewhere, and no element or attribute is there that a payload brought.

let portal: Portal
let planting: Planting
test.beforeAll(async () => {
  portal = await openPortal()
  const { db, sample } = portal
  const draft = { filedBy: 'other', principal: { fullName: 'x', address: 'x', phone: 'x', document: 'x' }, returnAddress: 'x' }
  const { data } = await db.draft.findFirstOrThrow({ where: { communeId: 1, id: sample.draftId } })
  const boxes = { typed: { request: 'x', for_whom: 'x', other_full_name: 'x', copy_count: 'x' }, refusedFiles: { 1: 'x' } }
  await db.draft.updateMany({ where: { communeId: 1, id: sample.draftId }, data: { data: { ...Object(data), ...draft, ...boxes } } })
  planting = await plantPayloads(db, sample.code)
})
test.afterAll(async () => {
  await planting.takeBack()
  await portal.close()
})

const pages = new Set(routesOf().flatMap(({ route, file }) => (file.endsWith('page.tsx') ? [route] : [])))
const PAGE_ROWS = ROUTE_ROWS.filter(({ route }) => pages.has(route))

type Seen = { faults: string[]; marks: number }

/** What a payload would have brought to the page; runs in the browser. `html`: judge this markup in place of the page. */
function judge({ canary, html }: { canary: string; html?: string }): Seen {
  const parsed = html === undefined ? document : new DOMParser().parseFromString(html, 'text/html')
  const faults: string[] = []
  const ADDRESSES = new Set(['href', 'src', 'action', 'formaction', 'data', 'srcdoc', 'xlink:href', 'poster', 'ping', 'srcset'])
  const OURS = /^(\/(?![/\\])|#|\?|$|https?:\/\/|mailto:|tel:|data:image\/)/
  const name = (element: Element, attribute = '') => `<${element.localName} ${attribute}>`.slice(0, 200)
  for (const element of parsed.querySelectorAll('*')) {
    if (element.localName.includes(canary) || ['base', 'iframe', 'object', 'embed', 'portal', 'marquee'].includes(element.localName))
      faults.push(name(element))
    if (element instanceof HTMLScriptElement && element.nonce === '' && element.getAttribute('nonce') === null) faults.push(name(element))
    if (element.localName === 'style' && (element.textContent ?? '').includes(canary)) faults.push(name(element))
    for (const { name: attribute, value } of element.attributes) {
      if (attribute === canary || attribute.startsWith('on')) faults.push(name(element, attribute))
      const isElsewhere = !OURS.test(value) || new URL(value, 'http://here.invalid').hostname.includes(canary)
      if (ADDRESSES.has(attribute) && isElsewhere) faults.push(name(element, `${attribute}=${value}`))
      if (attribute === 'http-equiv') faults.push(name(element, attribute))
    }
  }
  return { faults, marks: (parsed.documentElement.outerHTML.match(new RegExp(canary, 'g')) ?? []).length }
}

/** Everything that the browser says while it shows a page. */
function listen(page: Page): string[] {
  const said: string[] = []
  page.on('dialog', (dialog) => {
    said.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('console', (message) => {
    if (message.type() === 'error') said.push(`console: ${message.text().slice(0, 300)}`)
  })
  page.on('pageerror', (error) => said.push(`error: ${error.message.slice(0, 300)}`))
  page.on('request', (request) => {
    if (new URL(request.url()).hostname.includes(CANARY)) said.push(`request ${request.url()}`)
  })
  return said
}

async function open(page: Page, row: RouteRow): Promise<{ status: number; seen: Seen; called: boolean } | null> {
  const expected = expectedAt(row, portal.sample)
  const reader = VISITORS.find((visitor) => expected[visitor] === '200')
  if (reader === undefined) return null
  await page.context().clearCookies()
  const cookies = [await portal.cookieOf(reader), row.cookie?.(portal.sample) ?? ''].filter((cookie) => cookie !== '')
  await page.context().addCookies(
    cookies.map((cookie) => {
      const at = cookie.indexOf('=')
      return { name: cookie.slice(0, at), value: cookie.slice(at + 1), url: BASE }
    }),
  )
  const answer = await page.goto(new URL(row.at(portal.sample), BASE).href)
  const seen = await page.evaluate(judge, { canary: CANARY })
  const called = await page.evaluate(() => Reflect.get(window, 'zqcalled') === true)
  return { status: answer?.status() ?? 0, seen, called }
}

test('no payload runs or stands as markup on any page that shows what people typed', async ({ page }) => {
  test.setTimeout(240_000)
  const said = listen(page)
  await page.addInitScript((canary) => {
    Reflect.set(window, canary, () => Reflect.set(window, 'zqcalled', true))
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`policy: ${violatedDirective} ${blockedURI}`),
    )
  }, CANARY)
  const faults: string[] = []
  let opened = 0
  let showing = 0
  // Pages of forms take half of the payloads at a time.
  const again = PAGE_ROWS.filter(({ route }) => /\[(draft|intake|code)\]/.test(route))
  for (const [turn, row] of [...PAGE_ROWS, ...again].entries()) {
    if (turn === PAGE_ROWS.length) await planting.plantOtherHalf()
    const told = await open(page, row)
    if (told === null) continue
    opened += 1
    if (told.seen.marks > 0) showing += 1
    const heard = said.splice(0)
    if (told.status !== 200) faults.push(`${rowTitle(row)} answered ${told.status}`)
    if (told.called) faults.push(`${rowTitle(row)} ran a payload`)
    faults.push(...[...told.seen.faults, ...heard].slice(0, 5).map((fault) => `${rowTitle(row)}: ${fault}`))
  }
  console.log(`${PAYLOADS.length} payloads in every text: ${opened} pages opened, ${showing} of them show some, ${faults.length} faults`)
  expect(faults).toEqual([])
  expect(showing).toBeGreaterThan(40)
})

/** Pages that say again what stands in their address. */
const SAYING: readonly [path: string, parameters: readonly string[]][] = [
  ['/thu-tuc', ['q', 'linh-vuc', 'xem', 'sau']],
  ['/tra-cuu', ['ma', 'mo-lai', 'loi']],
  ['/tinh-ngay-hen', ['so', 'don-vi', 'luc', 'ngay', 'gio', 'tu']],
  ['/dang-nhap', ['tiep', 'loi']],
  ['/dang-nhap/can-bo', ['tiep', 'loi']],
  ['/khong-tim-thay', ['dia-chi']],
  ['/cong-khai', ['ky', 'tu', 'den', 'nam']],
  ['/dang-ban', ['tiep']],
]
const AT_ONCE = 30

test('no payload in an address becomes markup on the page that answers', async ({ page }) => {
  test.setTimeout(120_000)
  await page.goto(new URL('/tra-cuu', BASE).href)
  const faults: string[] = []
  let asked = 0
  for (const [path, parameters] of SAYING) {
    for (let from = 0; from < PAYLOADS.length; from += AT_ONCE) {
      // A lone half of a pair is no address.
      const typed = PAYLOADS.slice(from, from + AT_ONCE)
        .join(' ')
        .slice(0, 1_400)
      const address = `${path}?${parameters.map((name) => `${name}=${encodeURIComponent(typed.replace(/\p{Surrogate}/gu, ''))}`).join('&')}`
      const { status, text, headers } = await ask(new URL(BASE), { path: address.slice(0, 12_000).replace(/%[0-9A-F]?$/, '') })
      asked += 1
      const { faults: found } = await page.evaluate(judge, { canary: CANARY, html: text })
      const leads = new URL(headers.location ?? '/', BASE)
      if (status >= 500 && path !== '/dang-ban') found.push(`answered ${status}`)
      if (leads.origin !== new URL(BASE).origin || headers['set-cookie']?.some((cookie) => cookie.startsWith(CANARY)))
        found.push(`leads to ${leads.href}`)
      faults.push(...found.slice(0, 5).map((fault) => `${path}: ${fault}`))
    }
  }
  console.log(`${PAYLOADS.length} payloads in ${asked} addresses: ${faults.length} faults`)
  expect(faults).toEqual([])
})
