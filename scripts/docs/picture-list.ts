import { expect, type Page } from '@playwright/test'
import { pdfFile } from '@/tests/support/files'

/** Who looks: a citizen by personal number, a member of staff by user name, or nobody. */
export type Visitor = string | null

/** One picture. `go` leads to what it shows; `after` takes back what `go` began. `height` in CSS pixels, where the usual one cuts badly. */
export type Picture = {
  name: string
  screen: 'page' | 'desk' | 'phone'
  visitor: Visitor
  go: (page: Page) => Promise<unknown>
  height?: number
  after?: (page: Page) => Promise<unknown>
}

/** Has dossiers at every stage. */
const CITIZEN = '086194000012'
const CLERK = 'vidu.le'
const SPECIALIST = 'thidiem.pham'
const HEAD = 'nguyenmau.ngo'
const LEADER = 'mau.tran'
const ADMIN = 'quantri.cao'

/** A procedure whose filing has every kind of step and few papers. */
const PROCEDURE = '1.004873'
const POPULAR = '1.001193'

const at = (path: string) => (page: Page) => page.goto(path)
const main = (page: Page) => page.locator('main')
const press = (page: Page, name: string | RegExp) => main(page).getByRole('button', { name, exact: true }).click()

/** Puts an element at the top of the picture, with a little air. */
const top = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => window.scrollTo(0, element.getBoundingClientRect().top + window.scrollY - 24))

// ---- citizens ----

async function startDraft(page: Page): Promise<void> {
  await page.goto(`/nop-ho-so/${PROCEDURE}`)
  await main(page)
    .getByRole('button', { name: /Bắt đầu nộp hồ sơ|Làm tiếp/ })
    .click()
  await page.waitForURL(/\/nop-ho-so\/[^/]+\/[^/]+/)
}

const draftPath = (page: Page) => /\/nop-ho-so\/[^/]+\/[^/]+/.exec(new URL(page.url()).pathname)?.[0] ?? ''

async function deleteDraft(page: Page): Promise<void> {
  await page.goto(`${draftPath(page)}/xoa`)
  await press(page, 'Xóa bản nháp')
  await page.waitForURL((url) => url.pathname === '/ho-so')
}

/** Fills a draft up to its papers; the contact of this citizen is known. */
async function toPapers(page: Page): Promise<void> {
  await startDraft(page)
  await page.goto(`${draftPath(page)}/nguoi-nop`)
  await page.getByLabel('Tôi là người yêu cầu').check()
  await press(page, 'Tiếp tục')
  await page.waitForURL(/\/noi-dung/)
  await page
    .getByLabel(/[Cc]hính tôi/)
    .first()
    .check()
  await press(page, 'Tiếp tục')
  await page.waitForURL(/\/giay-to/)
  for (const no of await page.getByLabel('Không', { exact: true }).all()) await no.check()
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'to-khai.pdf', mimeType: 'application/pdf', buffer: pdfFile({ pages: 2 }) })
  await top(page, '.files')
}

async function toCheck(page: Page): Promise<void> {
  await toPapers(page)
  await press(page, 'Tiếp tục')
  await page.waitForURL(/\/nhan-ket-qua/)
  await page.getByLabel('Chỉ nhận bản điện tử').check()
  await press(page, 'Tiếp tục')
  await page.waitForURL(/\/kiem-tra/)
}

/** The code of the citizen's first dossier that is worked on. */
async function lookUp(page: Page): Promise<void> {
  await page.goto('/ho-so')
  const list = page.locator('h2', { hasText: 'Đang giải quyết' }).locator('xpath=following-sibling::ul[1]')
  const href = await list.locator('li', { hasText: 'Hẹn trả' }).locator('h3 a').first().getAttribute('href')
  await page.goto(`/tra-cuu?ma=${href?.split('/').at(-1) ?? ''}`)
  await page.getByLabel('4 số cuối').fill(CITIZEN.slice(-4))
  await press(page, 'Tra cứu hồ sơ')
  await page.waitForURL(/\/tra-cuu\/H61/)
}

async function answerSupplement(page: Page): Promise<void> {
  await page.goto('/ho-so')
  await page.getByRole('link', { name: 'Bổ sung giấy tờ' }).first().click()
  await page.waitForURL(/\/bo-sung/)
  await page.goto(page.url().replace('/bo-sung', ''))
  await main(page).getByRole('link', { name: 'Bổ sung giấy tờ' }).click()
  await page.waitForURL(/\/bo-sung/)
}

// ---- staff ----

/** Opens the first dossier of a shelf: its own page or, with a step, the page of that step at the first dossier that may take it. */
const onShelf = (shelf: string, step?: string) => async (page: Page) => {
  await page.goto(`/can-bo/hang-doi?ke=${shelf}`)
  const links = await page.locator('tbody .c-code a').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  for (const link of links) {
    const [path = '', query = ''] = link.split('?')
    await page.goto(step === undefined ? link : `${path}/${step}?${query}`)
    // The page of a step that may not be taken says why and has nothing to fill in: no picture of how it is done.
    if (step === undefined || (await main(page).locator('form').count()) > 0) return
  }
  throw new Error(`On the shelf "${shelf}" no dossier may take the step "${step ?? ''}"`)
}

async function receive(page: Page): Promise<void> {
  await onShelf('submitted', 'tiep-nhan')(page)
  for (const check of await page.locator('.to-check').all())
    await check
      .getByLabel(/^(?:Đạt|Không cần)$/)
      .first()
      .check()
}

async function askForMore(page: Page): Promise<void> {
  await onShelf('submitted', 'yeu-cau-bo-sung')(page)
  const first = page.locator('.to-ask').first()
  await first.getByRole('checkbox').check()
  await first.getByLabel('Lý do', { exact: true }).selectOption({ index: 1 })
}

async function atTheCounter(page: Page): Promise<void> {
  await page.goto(`/can-bo/tiep-nhan?q=${encodeURIComponent('xác nhận tình trạng hôn nhân')}`)
  await main(page).locator('ul.rows button').first().click()
  await page.waitForURL(/\/can-bo\/tiep-nhan\/.+/)
  await page.getByLabel('Tìm bằng số định danh hoặc số điện thoại').fill(CITIZEN)
  await press(page, 'Tìm người')
  await expect(page.locator('.found')).toContainText('Minh Họa')
  // Without the anchor that leads down to the person.
  const { pathname, search } = new URL(page.url())
  await page.goto(pathname + search)
}

async function handOver(page: Page): Promise<void> {
  await onShelf('finished', 'tra-ket-qua')(page)
  await page.getByLabel('Tại quầy Một cửa').check()
}

async function dropIntake(page: Page): Promise<void> {
  await page.goto(`${new URL(page.url()).pathname}/bo`)
  await press(page, 'Bỏ hồ sơ này')
  await page.waitForURL((url) => url.pathname === '/can-bo/tiep-nhan')
}

async function assign(page: Page): Promise<void> {
  await page.goto('/can-bo/hang-doi?ke=department')
  for (const tick of (await page.locator('tbody input[type=checkbox]').all()).slice(0, 2)) await tick.check()
}

async function openOfficer(page: Page, act = ''): Promise<void> {
  await page.goto('/quan-tri/nhan-su')
  const href = await page.getByRole('link', { name: 'Phạm Văn Thí Điểm' }).first().getAttribute('href')
  await page.goto(`${href ?? ''}${act}`)
}

/** Asks what a day off on a weekday soon would change, and saves nothing. */
async function previewCalendar(page: Page): Promise<void> {
  await page.goto('/quan-tri/lich-lam-viec/ngay')
  const { day, month, year } = await page.evaluate(() => {
    const ahead = new Date(Date.now() + 2 * 86_400_000)
    while ([0, 6].includes(ahead.getDay())) ahead.setDate(ahead.getDate() + 1)
    return { day: String(ahead.getDate()), month: String(ahead.getMonth() + 1), year: String(ahead.getFullYear()) }
  })
  await page.locator('[name="ngay.day"]').fill(day)
  await page.locator('[name="ngay.month"]').fill(month)
  await page.locator('[name="ngay.year"]').fill(year)
  await page.getByLabel('Nghỉ hoán đổi').check()
  await page.getByLabel('Tên ngày').fill('Nghỉ hoán đổi (ví dụ)')
  await page.getByLabel('Căn cứ').fill('Thông báo ví dụ')
  await press(page, 'Xem trước hạn nào đổi')
  await expect(main(page)).toContainText('Nếu sửa như trên')
  await top(page, '#xem-truoc')
}

export const PICTURES: readonly Picture[] = [
  { name: 'home', screen: 'page', visitor: null, go: at('/'), height: 860 },
  { name: 'procedure-phone', screen: 'phone', visitor: null, go: at(`/thu-tuc/${POPULAR}`) },
  { name: 'filing-papers-phone', screen: 'phone', visitor: CITIZEN, go: toPapers, after: deleteDraft },
  { name: 'filing-check-phone', screen: 'phone', visitor: CITIZEN, go: toCheck, after: deleteDraft },
  { name: 'look-up', screen: 'page', visitor: CITIZEN, go: lookUp, height: 900 },
  { name: 'my-dossiers', screen: 'page', visitor: CITIZEN, go: at('/ho-so'), height: 900 },
  { name: 'supplement', screen: 'page', visitor: CITIZEN, go: answerSupplement, height: 980 },

  { name: 'queue', screen: 'desk', visitor: CLERK, go: at('/can-bo/hang-doi') },
  { name: 'dossier', screen: 'desk', visitor: CLERK, go: onShelf('submitted') },
  { name: 'receive', screen: 'desk', visitor: CLERK, go: receive },
  { name: 'ask-for-more', screen: 'desk', visitor: CLERK, go: askForMore },
  { name: 'counter', screen: 'desk', visitor: CLERK, go: atTheCounter, after: dropIntake, height: 900 },
  { name: 'hand-over', screen: 'desk', visitor: CLERK, go: handOver },

  { name: 'specialist-queue', screen: 'desk', visitor: SPECIALIST, go: at('/can-bo/hang-doi'), height: 640 },
  { name: 'specialist-dossier', screen: 'desk', visitor: SPECIALIST, go: onShelf('mine') },
  { name: 'pass-on', screen: 'desk', visitor: SPECIALIST, go: onShelf('mine', 'chuyen-nguoi'), height: 640 },
  { name: 'assign', screen: 'desk', visitor: HEAD, go: assign, height: 560 },

  { name: 'approvals', screen: 'desk', visitor: LEADER, go: at('/lanh-dao/phe-duyet'), height: 620 },
  { name: 'approvals-phone', screen: 'phone', visitor: LEADER, go: at('/lanh-dao/phe-duyet') },
  { name: 'dashboard', screen: 'desk', visitor: LEADER, go: at('/lanh-dao?tu=2024-01-01&den=2024-12-31'), height: 1000 },
  {
    name: 'figures',
    screen: 'desk',
    visitor: LEADER,
    go: async (page) => {
      await page.goto('/lanh-dao?tu=2024-01-01&den=2024-12-31')
      await top(page, '#ky')
    },
    height: 620,
  },
  {
    name: 'counted',
    screen: 'desk',
    visitor: LEADER,
    go: at('/lanh-dao/so-lieu/truc-tuyen?tu=2024-01-01&den=2024-12-31&phan=chua-dat'),
    height: 640,
  },

  { name: 'officers', screen: 'desk', visitor: ADMIN, go: at('/quan-tri/nhan-su') },
  { name: 'officer', screen: 'desk', visitor: ADMIN, go: (page) => openOfficer(page), height: 1100 },
  { name: 'suspend', screen: 'desk', visitor: ADMIN, go: (page) => openOfficer(page, '/tam-ngung'), height: 480 },
  { name: 'calendar', screen: 'desk', visitor: ADMIN, go: at('/quan-tri/lich-lam-viec') },
  { name: 'calendar-preview', screen: 'desk', visitor: ADMIN, go: previewCalendar, height: 700 },
  { name: 'reasons', screen: 'desk', visitor: ADMIN, go: at('/quan-tri/ly-do-bo-sung') },
]
