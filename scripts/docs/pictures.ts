// `npm run docs:pictures`: takes every picture of docs/pictures from the running demonstration that DOCS_URL names (else http://localhost:3000).
// Only looks, and what it has to begin (a draft, a dossier at the counter) it deletes again, so a second run on the same day sees the same office.
// `-- queue dossier` takes only these.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'
import sharp from 'sharp'
import { ensureChromium } from '@/scripts/steps/tools.mjs'
import { signInCitizen, signInStaff } from '@/tests/e2e/support/portal'
import { PICTURES, type Picture, type Visitor } from './picture-list'

const BASE = process.env.DOCS_URL ?? 'http://localhost:3000'
const FOLDER = 'docs/pictures'
const LIMIT = 80 * 1024
/** The first quality at which a picture is light enough is taken. */
const QUALITIES = [85, 75, 65, 55, 45]

/** A citizen's page, a screen of the staff, or a phone at twice its points, which is shown at half its size. */
const SCREENS = {
  page: { viewport: { width: 1040, height: 800 }, deviceScaleFactor: 1 },
  desk: { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 },
  phone: { viewport: { width: 390, height: 780 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
} as const

const HOMES: Readonly<Record<string, string>> = { 'mau.tran': '/lanh-dao', 'nguyenmau.ngo': '/lanh-dao', 'quantri.cao': '/quan-tri' }

async function signIn(page: Page, visitor: Visitor): Promise<void> {
  if (visitor === null) return
  if (/^\d+$/.test(visitor)) await signInCitizen(page, visitor)
  else await signInStaff(page, visitor, HOMES[visitor] ?? '/can-bo/hang-doi')
}

/** The picture as it is kept: as good as fits the limit. */
async function write(name: string, png: Buffer): Promise<number> {
  for (const quality of QUALITIES) {
    const webp = await sharp(png).webp({ quality, effort: 6, smartSubsample: true }).toBuffer()
    if (webp.length > LIMIT && quality !== QUALITIES.at(-1)) continue
    writeFileSync(path.join(FOLDER, `${name}.webp`), webp)
    return webp.length
  }
  return 0
}

async function take(browser: Browser, { name, screen, visitor, go, height, after }: Picture): Promise<void> {
  const { viewport, ...device } = SCREENS[screen]
  const context = await browser.newContext({
    ...device,
    viewport: { ...viewport, height: height ?? viewport.height },
    baseURL: BASE,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    reducedMotion: 'reduce',
  })
  try {
    const page = await context.newPage()
    await signIn(page, visitor)
    await go(page)
    await page.evaluate(() => document.fonts.ready)
    const png = await page.screenshot({ animations: 'disabled', caret: 'hide' })
    const bytes = await write(name, png)
    await after?.(page)
    console.log(`  ${name}.webp  ${Math.round(bytes / 1024)} KB`)
  } finally {
    await context.close()
  }
}

const wanted = process.argv.slice(2)
mkdirSync(FOLDER, { recursive: true })
const browser = await chromium.launch({
  executablePath: await ensureChromium(),
  // The words of the browser's own controls stand in the pictures too, as far as it knows them. Its sandbox refuses to run as root.
  args: ['--lang=vi', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
})
for (const picture of PICTURES) if (wanted.length === 0 || wanted.includes(picture.name)) await take(browser, picture)
await browser.close()
