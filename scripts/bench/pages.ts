// `npm run bench:pages`: what a first visit to each page weighs, and what Lighthouse says of it on a throttled phone, against the running
// demonstration that BENCH_URL names. Weights are of what arrived, packed with brotli as the reverse proxy of an installation does; times are
// the median of BENCH_RUNS visits. Lighthouse itself is no part of the product: `npm install --no-save lighthouse@12.8.2` first.
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { brotliCompressSync, constants } from 'node:zlib'
import { chromium, type BrowserContext, type Page } from '@playwright/test'
import { z } from 'zod'
import { ensureChromium } from '@/scripts/steps/tools.mjs'
import { readClock } from '@/lib/platform/clock'
import { signInCitizen, signInStaff } from '@/tests/e2e/support/portal'
import { median } from './load'
import { BARS, type Figures, shortfalls, type Side } from './page-bars'

const BASE = process.env.BENCH_URL ?? 'http://localhost:3000'
const RUNS = Number(process.env.BENCH_RUNS ?? 9)
const LIGHTHOUSE = process.env.LIGHTHOUSE ?? 'node_modules/lighthouse/cli/index.js'
const DEBUG_PORT = Number(process.env.BENCH_DEBUG_PORT ?? 9333)

const run = promisify(execFile)

type Visitor = { side: Side; signIn: (page: Page) => Promise<void>; paths: readonly string[] }

/** `first <href>` opens the first link of that kind on the page before. */
const VISITORS: readonly Visitor[] = [
  {
    side: 'citizen',
    signIn: async () => {},
    paths: [
      '/',
      '/thu-tuc',
      '/thu-tuc?q=lam+giay+khai+sinh',
      '/thu-tuc/1.001193',
      '/tra-cuu',
      '/tinh-ngay-hen',
      '/cong-khai',
      '/dang-nhap',
      '/dang-nhap/can-bo',
    ],
  },
  { side: 'citizen', signIn: (page) => signInCitizen(page, '086194000012'), paths: ['/ho-so', 'first /ho-so/H61', '/nop-ho-so/1.001193'] },
  { side: 'staff', signIn: (page) => signInStaff(page, 'vidu.le'), paths: ['/can-bo/hang-doi', 'first /can-bo/ho-so/H61'] },
  { side: 'charts', signIn: (page) => signInStaff(page, 'mau.tran', '/lanh-dao'), paths: ['/lanh-dao?tu=2024-01-01&den=2024-12-31'] },
]

/** Pages are packed as they go out, files of the build once and well. */
const QUALITY = { html: 5, css: 11, js: 11 }
const packed = (body: Buffer, quality: number): number =>
  brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length

/** Bytes of a first visit by kind; fonts are packed already. */
async function weigh(context: BrowserContext, path: string): Promise<Pick<Figures, 'html' | 'css' | 'fonts' | 'js'>> {
  const bytes = { html: 0, css: 0, fonts: 0, js: 0 }
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true })
  const bodies: Promise<void>[] = []
  page.on('response', (response) => {
    const kind = ({ document: 'html', stylesheet: 'css', font: 'fonts', script: 'js' } as const)[response.request().resourceType()]
    if (!kind || response.status() >= 300) return
    bodies.push(response.body().then((body) => void (bytes[kind] += kind === 'fonts' ? body.length : packed(body, QUALITY[kind]))))
  })
  await page.goto(path, { waitUntil: 'networkidle' })
  await Promise.all(bodies)
  await page.close()
  return bytes
}

const Report = z.object({ audits: z.record(z.string(), z.looseObject({ numericValue: z.number().optional() })) })

/** Largest contentful paint and blocking time in milliseconds, layout shift as a number; in the browser that listens, as whoever has the cookie. */
async function paint(address: string, cookie: string): Promise<Pick<Figures, 'lcp' | 'tbt' | 'cls'>> {
  const options = ['--output=json', '--quiet', '--only-categories=performance', `--port=${DEBUG_PORT}`]
  const headers = cookie === '' ? [] : [`--extra-headers=${JSON.stringify({ cookie })}`]
  const { stdout } = await run(process.execPath, [LIGHTHOUSE, new URL(address, BASE).href, ...options, ...headers], {
    maxBuffer: 64 * 2 ** 20,
  })
  const { audits } = Report.parse(JSON.parse(stdout))
  const of = (audit: string) => audits[audit]?.numericValue ?? Number.NaN
  return { lcp: of('largest-contentful-paint'), tbt: of('total-blocking-time'), cls: of('cumulative-layout-shift') }
}

async function addressOf(context: BrowserContext, path: string, before: string): Promise<string> {
  if (!path.startsWith('first ')) return path
  const page = await context.newPage()
  await page.goto(before)
  const address = await page
    .locator(`main a[href*="${path.slice('first '.length)}"]`)
    .first()
    .getAttribute('href')
  await page.close()
  if (!address) throw new Error(`${before} leads to no ${path}`)
  return address
}

if (!existsSync(LIGHTHOUSE)) throw new Error('Chưa có Lighthouse. Chạy "npm install --no-save lighthouse@12.8.2" rồi thử lại.')
const executablePath = await ensureChromium()
const table: (Figures & { page: string; side: Side })[] = []
for (const { side, signIn, paths } of VISITORS) {
  const browser = await chromium.launch({ executablePath, args: [`--remote-debugging-port=${DEBUG_PORT}`, '--no-sandbox'] })
  const context = await browser.newContext({ baseURL: BASE })
  await signIn(await context.newPage())
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  let before = ''
  for (const path of paths) {
    const address = await addressOf(context, path, before)
    before = address
    const weights = await weigh(context, address)
    const paints: Awaited<ReturnType<typeof paint>>[] = []
    for (let run = 0; run < RUNS; run += 1) {
      paints.push(await paint(address, cookie))
    }
    const of = (key: 'lcp' | 'tbt' | 'cls') => median(paints.map((paint) => paint[key]))
    const row = { page: path, side, ...weights, lcp: of('lcp'), tbt: of('tbt'), cls: of('cls') }
    table.push(row)
    console.log(JSON.stringify(row))
  }
  await browser.close()
}

const floor = Math.min(...table.map(({ js }) => js))
const KB = (bytes: number) => Number((bytes / 1_000).toFixed(1))
console.table(
  table.map(({ page, html, css, fonts, js, lcp, tbt, cls }) => ({
    page,
    'HTML KB': KB(html),
    'CSS KB': KB(css),
    'fonts KB': KB(fonts),
    'JS KB': KB(js),
    'JS beyond the least': KB(js - floor),
    'LCP s': Number((lcp / 1_000).toFixed(2)),
    'TBT ms': Math.round(tbt),
    CLS: Number(cls.toFixed(3)),
  })),
)
for (const { page, side, ...figures } of table)
  for (const short of shortfalls(figures, BARS[side])) console.log(`CHƯA ĐẠT  ${page}: ${short}`)
console.log(
  `${table.filter(({ page: _page, side, ...figures }) => shortfalls(figures, BARS[side]).length === 0).length} / ${table.length} trang đạt, trung vị của ${RUNS} lần`,
)
mkdirSync('tests/.out/bench', { recursive: true })
writeFileSync(
  `tests/.out/bench/pages-${readClock().toISOString().replaceAll(':', '')}.json`,
  JSON.stringify({ base: BASE, runs: RUNS, table }, null, 1),
)
