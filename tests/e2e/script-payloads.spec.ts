import { expect, test, type Browser } from '@playwright/test'
import { ask, asForm } from '../support/access-matrix-http'
import { BASE, openPortal, type Portal, type Sample } from '../support/access-matrix-portal'
import { ROUTE_ROWS } from '../support/access-matrix-route-rows'
import { expectedAt, routesOf, type Visitor, VISITORS } from '../support/access-matrix-routes'
import { prepare, WRITES } from '../support/access-matrix-writes'
import { CANARY, allFrom, PAYLOADS } from '../support/hostile/payloads'
import { FILLINGS, plantPayloads, type Planting } from '../support/hostile/planting'
import { marksInTables } from '../support/planted'
import { hasRun, judge, listen, watch } from './support/hostile-page'

// Every text that a person can have typed becomes some 340 payloads, and every page of the folder `app/` is opened in a real browser by somebody who may
// see it: nothing runs, nothing is fetched from elsewhere, no element or attribute is there that a payload brought, and no page breaks.

// A film of pages of some hundred kilobytes costs more than the pages.
test.use({ trace: 'off' })

/** Pages opened side by side. */
const AT_ONCE = 3
const COMMUNE = 1

type Look = { visitor: Visitor; path: string; cookie?: string }

let portal: Portal
let planting: Planting
/** Dossiers of the demonstration that have what the sample has not: a supplement, a hand-over, an apology, … */
let others: readonly string[]
/** One of which something is asked, so that its applicant has a page to answer on. */
let asked = ''
test.beforeAll(async () => {
  portal = await openPortal()
  const { db, sample } = portal
  others = await codesWith(portal)
  asked = await codeToAnswer(portal)
  // Somebody else is signed in to the same accounts.
  for (const visitor of ['clerk', 'owner'] as const) await portal.cookieOf(visitor)
  const codes = [sample.code, sample.refundCode, sample.unpaidCode, asked, ...Object.values(sample.work), ...others]
  planting = await plantPayloads(db, { communeId: COMMUNE, codes, draftId: sample.draftId, intakeId: sample.intakeId })
})
test.afterAll(async () => {
  await planting.takeBack()
  // Neither of what was planted nor of what was typed and refused.
  const left = await marksInTables(portal.db, { payload: CANARY })
  await portal.close()
  expect(left).toEqual([])
})

async function codesWith({ db }: Portal): Promise<string[]> {
  const having = [
    { supplements: { some: { answeredAt: null } } },
    { supplements: { some: { answeredAt: { not: null } } } },
    { handOver: { isNot: null } },
    { extension: { isNot: null } },
    { agencyLegs: { some: {} } },
    { consultations: { some: {} } },
  ]
  const found = await Promise.all(
    having.map((where) =>
      db.dossier.findFirst({ where: { communeId: COMMUNE, ...where }, orderBy: { code: 'desc' }, select: { code: true } }),
    ),
  )
  return [...new Set(found.flatMap((row) => (row ? [row.code] : [])))]
}

/** The neighbour becomes the applicant of a dossier that waits for a supplement. */
async function codeToAnswer({ db }: Portal): Promise<string> {
  const { code, applicant } = await db.dossier.findFirstOrThrow({
    where: { communeId: COMMUNE, stage: 'awaiting_supplement', applicant: { isNot: null } },
    orderBy: { code: 'asc' },
    select: { code: true, applicant: { select: { personalNumberHash: true } } },
  })
  const { personalNumberHash = '' } = applicant ?? {}
  await db.citizen.updateMany({ where: { personalNumberHash: { startsWith: 'not a hash' } }, data: { personalNumberHash } })
  return code
}

const PAGES = routesOf().flatMap(({ route, file }) => (file.endsWith('page.tsx') ? [route] : []))
/** A route for the one place that all pages lead to when there is nothing. */
const NOWHERE = 'GET /khong-tim-thay'

/** Every page as the first visitor who is shown it. */
const ofTheMatrix = (): Look[] =>
  ROUTE_ROWS.filter(({ route }) => PAGES.includes(route)).flatMap((row) => {
    const expected = expectedAt(row, portal.sample)
    const visitor = VISITORS.find((one) => expected[one] === '200')
    const cookie = row.cookie?.(portal.sample)
    return visitor ? [{ visitor, path: row.at(portal.sample), ...(cookie !== undefined && { cookie }) }] : []
  })

/** The page of every form, of each dossier and of what is not there. */
const besides = ({ sample }: { sample: Sample }): Look[] => [
  ...WRITES.flatMap(({ as: visitor, to, form }) => (form === undefined ? [] : [{ visitor, path: to(sample) }])),
  ...[...others, ...Object.values(sample.work)].map((code): Look => ({ visitor: 'clerk', path: `/can-bo/ho-so/${code}` })),
  ...[sample.work.toAnswer, sample.work.sent].map((code): Look => ({ visitor: 'owner', path: `/ho-so/${code}` })),
  ...['department', 'overdue', 'due_today'].map((shelf): Look => ({ visitor: 'head', path: `/can-bo/hang-doi?ke=${shelf}` })),
  { visitor: 'clerk', path: '/can-bo/hang-doi?ke=submitted' },
  { visitor: 'neighbour', path: `/ho-so/${asked}` },
  { visitor: 'neighbour', path: `/ho-so/${asked}/bo-sung` },
  { visitor: 'owner', path: '/khong-tim-thay' },
]

type Told = { path: string; faults: string[]; marks: number }

/** Opens one page in a browser of its own. */
async function open(browser: Browser, { visitor, path, cookie }: Look): Promise<Told> {
  const context = await browser.newContext({ baseURL: BASE })
  const cookies = [await portal.cookieOf(visitor), cookie ?? ''].filter((one) => one !== '')
  await context.addCookies(
    cookies.map((one) => ({ name: one.slice(0, one.indexOf('=')), value: one.slice(one.indexOf('=') + 1), url: BASE })),
  )
  const page = await context.newPage()
  await watch(page)
  const said = listen(page)
  const answer = await page.goto(path)
  const { faults, marks } = await judge(page)
  const led = new URL(page.url()).pathname
  const called = await hasRun(page)
  await context.close()
  const status = answer?.status() ?? 0
  const wanted = path === '/khong-tim-thay' ? 404 : 200
  const heard = said.filter((line) => !(wanted === 404 && line.includes('404')))
  return {
    path,
    marks,
    faults: [
      ...(status === wanted ? [] : [`answered ${status}`]),
      ...(led === new URL(path, BASE).pathname ? [] : [`led to ${led}`]),
      ...(called ? ['ran a payload'] : []),
      ...faults,
      ...heard,
    ]
      .slice(0, 5)
      .map((fault) => `${visitor} ${path}: ${fault}`),
  }
}

async function openAll(browser: Browser, looks: readonly Look[]): Promise<Told[]> {
  const waiting = [...looks]
  const told: Told[] = []
  const work = async () => {
    for (let look = waiting.shift(); look; look = waiting.shift()) told.push(await open(browser, look))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return told
}

test('a page that took a payload for more than text would be noticed, with a policy and without', async ({ page }) => {
  await watch(page)
  const said = listen(page)
  const markup = `<p>${allFrom(0)}</p>`
  for (const [headers, runs] of [
    [{}, true],
    [{ 'content-security-policy': "default-src 'self'" }, false],
  ] as const) {
    await page.route('**/', (route) => route.fulfill({ contentType: 'text/html', headers, body: markup }))
    await page.goto('/', { waitUntil: 'domcontentloaded' })
    expect((await judge(page)).faults.length).toBeGreaterThan(50)
    expect(await hasRun(page)).toBe(runs)
    expect(said.splice(0)).not.toEqual([])
    await page.unroute('**/')
  }
})

/** Fields that the page gave the form, not a person. */
const OURS = /^\$|^(requestId|version|code|draft|intake|staffId|procedure|step|then|purpose|seen|tiep|id)$/

test('no payload typed into a form that is refused becomes markup on the page that shows it again', async ({ page }) => {
  test.setTimeout(120_000)
  await page.goto('/tra-cuu')
  const faults: string[] = []
  const forms = WRITES.filter(({ form, says }) => form !== undefined && says !== undefined)
  let echoed = 0
  for (const [turn, write] of forms.entries()) {
    const { fields, path, cookie } = await prepare(portal, write)
    const kept = new Set(write.typed(portal.sample).map(([name]) => name))
    const typed = fields.map(([name, value], at) => [name, OURS.test(name) || kept.has(name) ? value : allFrom(turn + at)] as const)
    const { type, content } = asForm(typed)
    const headers = { cookie, 'content-type': type, origin: new URL(BASE).origin }
    const { status, text } = await ask(new URL(path, BASE), { method: 'POST', headers, body: content })
    const seen = await judge(page, text)
    if (seen.marks > 0) echoed += 1
    faults.push(
      ...[...(status === 200 ? [] : [`answered ${status}`]), ...seen.faults].slice(0, 5).map((fault) => `${write.what}: ${fault}`),
    )
  }
  console.log(`${PAYLOADS.length} payloads in every box of ${forms.length} forms: ${echoed} pages show some again, ${faults.length} faults`)
  expect(faults).toEqual([])
  expect(echoed).toBeGreaterThan(forms.length / 2)
})

/** Every page once, whoever may see it. */
const looksOf = (): Look[] => [
  ...new Map([...ofTheMatrix(), ...besides(portal)].map((look) => [`${look.visitor} ${look.path} ${look.cookie}`, look])).values(),
]

/** Pages of the draft and of the intake, which show another text when they are not yet complete. */
const ofForms = ({ path }: Look): boolean => {
  const { draftId, intakeId } = portal.sample
  return [draftId, intakeId].some((id) => path.includes(id)) && !/(bo-sung|tu-choi)$/.test(path)
}

/** So many tests share the pages, each short enough for a slow machine. */
const SHARES = 6

for (const filling of FILLINGS) {
  const shares = filling === 'sendable' ? SHARES : 1
  for (let share = 0; share < shares; share += 1) {
    test(`no payload runs or stands as markup on any page, and no page breaks: ${filling}, share ${share + 1} of ${shares}`, async ({
      browser,
    }) => {
      await planting.fill(filling)
      // A slip is written only for what could be sent as it is.
      const looks = filling === 'sendable' ? looksOf() : looksOf().filter(ofForms)
      const told = await openAll(
        browser,
        looks.filter((_, at) => at % shares === share),
      )
      const faults = told.flatMap((one) => one.faults)
      const showing = told.filter(({ marks }) => marks > 0).length
      console.log(
        `${PAYLOADS.length} payloads in every text: ${told.length} pages opened, ${showing} of them show some, ${faults.length} faults`,
      )
      expect(faults).toEqual([])
      expect(showing).toBeGreaterThan(told.length * 0.7)
    })
  }
}

test('every page was opened', () => {
  const opened = [...ofTheMatrix(), ...besides(portal)].map(({ path }) => new URL(path, BASE).pathname)
  const fits = (route: string) => new RegExp(`^${route.slice('GET '.length).replace(/\[[^\]]+\]/g, '[^/]+')}$`)
  const missing = PAGES.filter((route) => route !== NOWHERE && !opened.some((path) => fits(route).test(path)))
  expect(missing).toEqual([])
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
/** As many as an address of some kilobytes takes. */
const IN_ONE_ADDRESS = 30

test('no payload in an address becomes markup on the page that answers', async ({ page }) => {
  test.setTimeout(120_000)
  await page.goto('/tra-cuu')
  const faults: string[] = []
  let asked = 0
  for (const [path, parameters] of SAYING) {
    for (let from = 0; from < PAYLOADS.length; from += IN_ONE_ADDRESS) {
      // A lone half of a pair is no address.
      const typed = encodeURIComponent(
        PAYLOADS.slice(from, from + IN_ONE_ADDRESS)
          .join(' ')
          .replace(/\p{Surrogate}/gu, ''),
      )
      const each = Math.floor(12_000 / parameters.length)
      const cut = typed.slice(0, each).replace(/%[0-9A-F]?$/, '')
      const address = `${path}?${parameters.map((name) => `${name}=${cut}`).join('&')}`
      const { status, text, headers } = await ask(new URL(BASE), { path: address })
      asked += 1
      const { faults: found } = await judge(page, text)
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
