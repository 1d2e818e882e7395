import { expect, test, type Page } from '@playwright/test'
import { BASE, openPortal, type Portal } from '../support/access-matrix-portal'
import { ROUTE_ROWS } from '../support/access-matrix-route-rows'
import { expectedAt, routesOf, type Visitor, VISITORS } from '../support/access-matrix-routes'
import { WRITES } from '../support/access-matrix-writes'
import { accessibilityFaults, bringAxe, withPage } from './support/portal'

// Every page of the folder `app/` with something in it, with nothing in it and after a refused form, read by axe on a phone and on a desktop.

type State = 'filled' | 'empty' | 'refused'
/** A page as a visitor sees it; with `refuse` it is read after that form was sent and refused, and before too unless its state is that. */
type Look = { state: State; route: string; visitor: Visitor; cookie?: string; path: string; refuse?: (page: Page) => Promise<void> }

/** Pages read side by side: axe thinks in the browser while another page is on its way. */
const AT_ONCE = 2
/** Each page at the width at which it is mostly used; pages.spec.ts reads the main ones at 320 px. */
const widthOf = ({ path }: Look): number => (/^\/(?:can-bo|lanh-dao|quan-tri)/.test(path) ? 1440 : 390)
/** A route for the one place that all pages lead to when there is nothing. */
const NOWHERE = 'GET /khong-tim-thay'
const PAGES = routesOf().flatMap(({ route, file }) => (file.endsWith('page.tsx') ? [route] : []))
/** Pages that never show themselves to the people of the matrix, for they lead on or need a state that the stories make: where each is read. */
const READ_ELSEWHERE: Readonly<Record<string, string>> = {
  'GET /can-bo': 'leads on to the queue',
  'GET /ho-so/[code]/bo-sung': 'the story of the supplement, where something is asked for',
}

let portal: Portal
test.beforeAll(async () => {
  portal = await openPortal()
})
test.afterAll(() => portal.close())

const routeOf = (path: string): string => {
  const { pathname } = new URL(path, BASE)
  const fits = (route: string) => new RegExp(`^${route.slice('GET '.length).replace(/\[[^\]]+\]/g, '[^/]+')}$`).test(pathname)
  // The plainest address first: `/quan-tri/nhan-su/them` is no officer.
  return PAGES.filter(fits).toSorted((a, b) => a.split('[').length - b.split('[').length)[0] ?? pathname
}

/** Every page as the first visitor who is shown it. */
const filled = (): Look[] =>
  ROUTE_ROWS.filter(({ route }) => PAGES.includes(route)).flatMap((row) => {
    const expected = expectedAt(row, portal.sample)
    const visitor = VISITORS.toReversed().find((one) => expected[one] === '200')
    const cookie = row.cookie?.(portal.sample)
    return visitor
      ? [{ state: 'filled', route: row.route, visitor, path: row.at(portal.sample), ...(cookie !== undefined && { cookie }) }]
      : []
  })

/** Pages with nothing to show, by a search for nothing, a period before the office, or a person without dossiers. */
const empty = (): Look[] =>
  (
    [
      ['visitor', '/thu-tuc?q=khong+co+gi+nhu+the+nay'],
      ['neighbour', '/ho-so'],
      ['cashier', '/can-bo/hang-doi?ke=mine'],
      ['clerk', '/can-bo/tim/ket-qua'],
      ['leader', '/lanh-dao?tu=2019-01-01&den=2019-01-31'],
      ['leader', '/lanh-dao/so-lieu/tiep-nhan?tu=2019-01-01&den=2019-01-31'],
    ] as const
  ).map(([visitor, path]) => ({ state: 'empty', route: routeOf(path), visitor, path }))

/** Every form that is refused for what stands in it, as it comes back; before that only where no other look reads the page. */
const refused = (): Look[] => {
  const read = new Set([...filled(), ...empty()].map(({ path }) => path))
  return WRITES.flatMap(({ what, as: visitor, to, form, typed, says }) => {
    // A number that is shown when asked for is no refusal.
    if (form === undefined || says === undefined || what === 'revealAction') return []
    const path = to(portal.sample)
    const refuse = (page: Page) => sendRefused(page, form, typed(portal.sample), says(portal.sample))
    const state = read.has(path) ? 'refused' : 'filled'
    read.add(path)
    return [{ state, route: routeOf(path), visitor, path, refuse }]
  })
}

async function sendRefused(page: Page, mark: string, typed: readonly (readonly [string, string])[], says: string): Promise<void> {
  const forms = page.locator('form')
  const marked = await forms.evaluateAll((all, text) => all.findIndex((one) => one.outerHTML.includes(text)), mark)
  expect(marked, `a form with ${mark} on ${page.url()}`).toBeGreaterThanOrEqual(0)
  const form = forms.nth(marked)
  for (const [name, value] of typed) {
    const box = form.locator(`[name="${name}"]`).first()
    if ((await box.count()) > 0) await box.evaluate((element, text) => element.setAttribute('value', text), value)
  }
  await form.evaluate((element) => {
    if (element instanceof HTMLFormElement) element.requestSubmit()
  })
  // Whatever it was refused for: the boxes of the form may be asked before its version is.
  await expect(
    page
      .getByRole('alert')
      .or(page.getByRole('heading', { name: says }))
      .first(),
  ).toBeVisible()
}

async function faultsOf(page: Page, look: Look): Promise<string[]> {
  const cookies = [await portal.cookieOf(look.visitor), look.cookie ?? ''].filter((one) => one !== '')
  await page.context().clearCookies()
  await page
    .context()
    .addCookies(cookies.map((one) => ({ name: one.slice(0, one.indexOf('=')), value: one.slice(one.indexOf('=') + 1), url: BASE })))
  const width = widthOf(look)
  await page.setViewportSize({ width, height: 900 })
  await page.goto(look.path)
  const read = async (state: string) =>
    (await accessibilityFaults(page)).map((fault) => `${state} ${look.path} at ${width} px, ${look.visitor}: ${fault}`)
  const faults = look.state === 'refused' ? [] : await read(look.state)
  if (!look.refuse) return faults
  await look.refuse(page)
  return [...faults, ...(await read('refused'))]
}

for (const [what, looks] of [
  ['as the matrix opens it', filled],
  ['with nothing in it', empty],
  ['after a refused form', refused],
] as const) {
  test(`axe finds nothing on any page ${what}`, async ({ browser }) => {
    test.setTimeout(480_000)
    const faults: string[] = []
    const waiting = looks()
    const read = () =>
      withPage(browser, { baseURL: BASE }, async (page) => {
        await bringAxe(page)
        for (let look = waiting.shift(); look; look = waiting.shift()) faults.push(...(await faultsOf(page, look)))
      })
    await Promise.all(Array.from({ length: AT_ONCE }, read))
    expect(faults).toEqual([])
  })
}

test('every page was read', () => {
  const looks = [...filled(), ...empty(), ...refused()]
  const read = new Set(looks.map(({ route }) => route))
  expect(PAGES.filter((route) => !read.has(route) && !(route in READ_ELSEWHERE) && route !== NOWHERE)).toEqual([])
  const count = (state: State) => looks.filter((look) => look.state === state).length
  const again = looks.filter((look) => look.refuse).length
  console.log(
    `axe: ${read.size} địa chỉ của ${PAGES.length}, ${count('filled') + count('empty') + again} trạng thái (${count('filled')} đủ, ${count('empty')} trống, ${again} bị từ chối)`,
  )
})
