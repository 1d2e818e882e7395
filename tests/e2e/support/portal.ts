import { expect, type Browser, type BrowserContext, type BrowserContextOptions, type Cookie, type Page } from '@playwright/test'
import axe from 'axe-core'
import { loadDemoAccounts } from '@/prisma/seed/data'

/** The oldest phone: 320 px wide, no script. */
export const OLD_PHONE = { viewport: { width: 320, height: 640 }, javaScriptEnabled: false } as const

/** Does something in a browser of its own, which is closed afterwards whatever comes of it. */
export async function withPage<T>(browser: Browser, options: BrowserContextOptions, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext(options)
  try {
    return await work(await context.newPage())
  } finally {
    await context.close()
  }
}

/** From the first page of a filing into its draft: a new one, or the one that was begun. */
export const beginFiling = (page: Page): Promise<void> => page.getByRole('button', { name: /Bắt đầu nộp hồ sơ|Làm tiếp/ }).click()

/** Signs a citizen in and goes into her draft of this procedure. Answers the path under which its screens stand. */
export async function openDraft(page: Page, personalNumber: string, procedure: string): Promise<string> {
  await signInCitizen(page, personalNumber, `/nop-ho-so/${procedure}`)
  await beginFiling(page)
  await page.waitForURL((url) => /^\/nop-ho-so\/[^/]+\/[0-9a-f-]{36}/.test(url.pathname))
  const [, , , draft = ''] = new URL(page.url()).pathname.split('/')
  return `/nop-ho-so/${procedure}/${draft}`
}

/** On to the next screen of a filing. */
export const goOn = (page: Page): Promise<void> => page.locator('main').getByRole('button', { name: 'Tiếp tục', exact: true }).click()

const signedIn = new Map<string, Cookie[]>()

/** Comes to `path` as somebody who has signed in before and is still; `signIn`, as a person would, where not. */
async function enter(page: Page, who: string, path: string, signIn: () => Promise<void>): Promise<void> {
  const known = signedIn.get(who)
  if (known) {
    await page.context().addCookies(known)
    await page.goto(path)
    if (new URL(page.url()).pathname === path) return
  }
  await signIn()
  signedIn.set(who, await page.context().cookies())
}

/** Brings a citizen to `path`. */
export const signInCitizen = (page: Page, personalNumber: string, path = '/ho-so'): Promise<void> =>
  enter(page, personalNumber, path, () => signInAtIdentityServer(page, personalNumber, path))

/** Signs a citizen in through the identity server: one button here, one there. */
export async function signInAtIdentityServer(page: Page, personalNumber: string, path: string): Promise<void> {
  await page.goto(`/dang-nhap?tiep=${encodeURIComponent(path)}`)
  await page.getByRole('button', { name: 'Đăng nhập bằng VNeID' }).click()
  await page.getByLabel('Số định danh của người trong dữ liệu mẫu').fill(personalNumber)
  await page.getByRole('button', { name: 'Đăng nhập bằng số định danh' }).click()
  await page.waitForURL((url) => url.pathname === path)
}

/** Brings a member of staff to `path`. */
export const signInStaff = (page: Page, userName: string, path = '/can-bo/hang-doi'): Promise<void> =>
  enter(page, userName, path, () => signInWithPassword(page, userName, path))

/** Signs a member of staff in with the demonstration's password. */
export async function signInWithPassword(page: Page, userName: string, path = '/can-bo/hang-doi'): Promise<void> {
  await page.goto(`/dang-nhap/can-bo?tiep=${encodeURIComponent(path)}`)
  await page.getByLabel('Tên đăng nhập').fill(userName)
  await page.getByLabel('Mật khẩu').fill(loadDemoAccounts().password)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.waitForURL((url) => url.pathname === path)
}

/** Fills the three boxes of a day; `label`: what stands above them. */
export async function fillDay(page: Page, label: string, day: string): Promise<void> {
  const [year = '', month = '', date = ''] = day.split('-')
  const boxes = page.getByRole('group', { name: label })
  await boxes.getByLabel('Ngày', { exact: true }).fill(date)
  await boxes.getByLabel('Tháng', { exact: true }).fill(month)
  await boxes.getByLabel('Năm', { exact: true }).fill(year)
}

type Step = { code: string; label: RegExp; before?: (page: Page) => Promise<void> }

/** Chooses a step on the dossier's page and goes on to where it is taken. */
export async function goToStep(page: Page, { code, label }: Step): Promise<void> {
  await page.goto(`/can-bo/ho-so/${code}`)
  await page.getByRole('radio', { name: label }).check()
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
}

/** Takes a step from the dossier page; `before` fills what the step's page asks. */
export async function takeStep(page: Page, { code, label, before }: Step): Promise<void> {
  await goToStep(page, { code, label })
  await before?.(page)
  await page.locator('main').getByRole('button', { name: label }).click()
  await page.waitForURL((url) => url.pathname === `/can-bo/ho-so/${code}`)
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Lets every page that is opened here bring axe along: handing it over anew for each page costs more than the reading. */
export async function bringAxe(page: Page): Promise<void> {
  await page.addInitScript({ content: axe.source })
}

/** The rules of WCAG 2.2 AA that the page breaks, as far as a machine sees, each with where. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(
    async (rules) => {
      const { axe: there } = window as typeof window & { axe: typeof axe }
      const { violations } = await there.run(document, { runOnly: rules, resultTypes: ['violations'] })
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
    },
    [...RULES],
  )
}

/** A page that a script puts in place of another gets its title last, so that is waited for. */
export async function expectAccessible(page: Page): Promise<void> {
  await expect(page).toHaveTitle(/\S/)
  expect(await accessibilityFaults(page)).toEqual([])
}

/** Fails when something is wider than the window. Asks the browser, not the page, so it works without script. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const { cssContentSize } = await devtools.send('Page.getLayoutMetrics')
  await devtools.detach()
  expect(cssContentSize.width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0)
}

/** Collects what the console complains of and what throws; the test expects it to stay empty. */
export function listenForErrors(context: BrowserContext): string[] {
  const errors: string[] = []
  context.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.location().url}: ${message.text()}`)
  })
  context.on('weberror', (error) => errors.push(error.error().message))
  return errors
}

/** The dossier's code where the page says it; codes begin with the commune's own. */
export async function codeOn(page: Page, agencyCode = 'H61.123'): Promise<string> {
  const text = await page.locator('body').innerText()
  const code = new RegExp(`${agencyCode.replace('.', '\\.')}-\\d{6}-\\d{4}`).exec(text.replace(/\s+/g, ''))?.[0]
  if (!code) throw new Error(`No dossier code on ${page.url()}`)
  return code
}
