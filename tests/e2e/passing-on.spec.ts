import { expect, test, type Browser, type Page } from '@playwright/test'
import { pdfFile } from '../support/files'
import { inDepartment } from './support/dossiers'
import { codeOn, expectAccessible, expectNoSidewaysScroll, OLD_PHONE, signInStaff } from './support/portal'

/** A phone of today, without script. */
const PHONE = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false } as const
const WAITING = '/can-bo/hang-doi?ke=department'

async function open(browser: Browser, userName: string, path: string, options = {}): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage()
  await signInStaff(page, userName, '/can-bo/hang-doi')
  await page.goto(path)
  return page
}

/** Opens the first dossier that waits for its department, and says which it is. */
async function firstWaiting(page: Page): Promise<string> {
  await page.goto(WAITING)
  await page.goto((await page.locator('main td.c-code a').first().getAttribute('href')) ?? '')
  return codeOn(page)
}

// As many as these stories take out of the department's queue, whatever others have left there.
test.beforeAll(async () => {
  test.setTimeout(120_000)
  for (let left = 4; left > 0; left -= 1) await inDepartment()
})

const codeIn = (label: string): string => /H61\.123-[\d-]+/.exec(label)?.[0] ?? ''

async function choose(page: Page, step: string): Promise<void> {
  await page.getByLabel(step).check()
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
}

test('the head assigns, who got it passes it on with a reason, and that one gives it back', async ({ browser }) => {
  const head = await open(browser, 'nguyenmau.ngo', WAITING)
  const code = await firstWaiting(head)
  await choose(head, 'Giao việc')
  await expect(head.getByText(/đang giữ \d+ hồ sơ/).first()).toBeVisible()
  await expectAccessible(head)
  await head.getByRole('button', { name: 'Giao việc' }).click()
  await expect(head.getByRole('alert').first()).toContainText('Chọn người được giao')
  await head.getByLabel(/^Phạm/).check()
  await head.getByRole('button', { name: 'Giao việc' }).click()
  await expect(head.getByRole('status').first()).toContainText(/Đã giao Phạm .* lúc/)

  const specialist = await open(browser, 'thidiem.pham', `/can-bo/ho-so/${code}/chuyen-nguoi`, OLD_PHONE)
  await specialist.getByLabel(/^Đỗ/).check()
  await specialist.getByRole('button', { name: 'Chuyển hồ sơ' }).click()
  await expect(specialist.getByText('Ghi lý do').first()).toBeVisible()
  await specialist.getByLabel('Lý do chuyển').fill('Nghỉ phép từ ngày mai')
  await specialist.getByLabel(/^Đỗ/).check()
  await expectNoSidewaysScroll(specialist)
  await specialist.getByRole('button', { name: 'Chuyển hồ sơ' }).click()
  await expect(specialist.getByText(/Đã chuyển Đỗ .* kèm lý do/)).toBeVisible()

  const colleague = await open(browser, 'thunghiem.do', `/can-bo/ho-so/${code}/tra-phong`)
  await colleague.getByLabel('Lý do trả lại').fill('Đang giữ quá nhiều hồ sơ')
  await colleague.getByRole('button', { name: 'Trả lại phòng' }).click()
  await expect(colleague.getByRole('status').first()).toContainText('Đã trả lại Văn phòng')
  await expect(colleague.locator('main')).toContainText('“Nghỉ phép từ ngày mai”')
})

test('what came to the wrong department goes to the right one, on a phone without script', async ({ browser }) => {
  const specialist = await open(browser, 'thidiem.pham', WAITING, PHONE)
  const code = await firstWaiting(specialist)
  await specialist.getByRole('link', { name: 'Xuống bước được làm' }).click()
  await expect(specialist.getByRole('heading', { name: 'Bước được làm' })).toBeInViewport()
  await choose(specialist, 'Chuyển phòng khác')
  await expectNoSidewaysScroll(specialist)
  await specialist.getByLabel('Phòng Kinh tế').check()
  await specialist.getByLabel('Lý do chuyển').fill('Việc về hộ kinh doanh')
  await specialist.getByRole('button', { name: 'Chuyển hồ sơ' }).click()
  await specialist.waitForURL(/\/can-bo\/hang-doi/)
  await expect(specialist.getByRole('status')).toContainText(`Đã chuyển ${code} đến Phòng Kinh tế.`)
  await expect(specialist.locator(`main a[href*="${code}"]`)).toHaveCount(0)
  const other = await open(browser, 'gialap.nguyen', `/can-bo/ho-so/${code}`)
  await expect(other.locator('main')).toContainText('“Việc về hộ kinh doanh”')
  await expect(other.locator('main')).toContainText('Chờ phòng nhận')
})

test('who proposed takes it back before it is signed, and it is theirs again', async ({ browser }) => {
  const specialist = await open(browser, 'thidiem.pham', WAITING)
  const code = await firstWaiting(specialist)
  await choose(specialist, 'Nhận xử lý')
  await specialist.getByRole('button', { name: 'Nhận xử lý hồ sơ' }).click()
  await specialist.waitForURL(/xong=take/)
  if (!(await specialist.locator('#result').isVisible())) await specialist.locator('details.attach > summary').click()
  await specialist.setInputFiles('#result', { name: 'ket-qua.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdfFile()) })
  await specialist.getByRole('button', { name: 'Đính kèm tệp này' }).click()
  await specialist.waitForURL(/xong=attach_result/)
  await choose(specialist, 'Trình ký duyệt')
  await specialist.getByRole('radio', { name: /^Giải quyết/ }).check()
  await specialist.getByRole('button', { name: 'Trình ký duyệt' }).click()
  await specialist.waitForURL(/xong=propose/)
  await choose(specialist, 'Rút lại bản trình')
  await expectAccessible(specialist)
  await specialist.getByRole('button', { name: 'Rút lại bản trình' }).click()
  await specialist.waitForURL(/xong=recall/)
  await expect(specialist.getByRole('status').first()).toContainText('Đã rút')
  const leader = await open(browser, 'mau.tran', '/lanh-dao/phe-duyet')
  await expect(leader.locator('main')).not.toContainText(code)
})

for (const [how, options] of [
  ['with a script', {}],
  ['on a phone without script', PHONE],
] as const)
  test(`the leader approves several, only those whose document was opened, ${how}`, async ({ browser }) => {
    const leader = await open(browser, 'mau.tran', '/lanh-dao/phe-duyet', options)
    const rows = leader.locator('.approvals > li')
    const before = await rows.count()
    expect(before).toBeGreaterThan(1)
    await leader.getByRole('button', { name: 'Ký duyệt các hồ sơ đã chọn' }).click()
    await expect(leader.getByRole('alert').first()).toContainText('Chưa chọn hồ sơ nào')
    await expect(leader).toHaveTitle(/^Lỗi: /)
    const [first, second] = [rows.nth(0), rows.nth(1)]
    const download = leader.waitForEvent('download')
    await first.locator('.result-files a').click()
    await download
    await first.getByRole('checkbox').check()
    await second.getByRole('checkbox').check()
    await leader.getByRole('button', { name: 'Ký duyệt các hồ sơ đã chọn' }).click()
    await expect(leader.getByRole('status')).toContainText('Đã ký duyệt 1 trên 2 hồ sơ được chọn.')
    await expect(leader.getByRole('status')).toContainText('Mở văn bản kết quả xem trước khi ký duyệt')
    await expect(rows).toHaveCount(before - 1)
    await expectNoSidewaysScroll(leader)
    if (!('javaScriptEnabled' in options)) {
      await expect(leader.locator('.outcomes')).toBeFocused()
      await expectAccessible(leader)
    }
  })

for (const [how, options] of [
  ['with a script', {}],
  ['on a phone without script', PHONE],
] as const)
  test(`the head who names nobody is asked for whom, and what was ticked stays ticked, ${how}`, async ({ browser }) => {
    const head = await open(browser, 'nguyenmau.ngo', WAITING, options)
    await expectNoSidewaysScroll(head)
    await head.getByRole('checkbox').last().check()
    await head.getByRole('button', { name: 'Giao hồ sơ đã chọn' }).click()
    await expect(head.getByRole('alert').first()).toContainText('Chọn người giải quyết các hồ sơ đã chọn')
    await expect(head.getByRole('checkbox').last()).toBeChecked()
    if (!('javaScriptEnabled' in options)) await expectAccessible(head)
  })

test('the head assigns several at once, on a phone without script, and one that was taken meanwhile stops no other', async ({
  browser,
}) => {
  const head = await open(browser, 'nguyenmau.ngo', WAITING, PHONE)
  const other = (await head.getByRole('checkbox').last().getAttribute('aria-label')) ?? ''
  const specialist = await open(browser, 'thunghiem.do', WAITING)
  const taken = await firstWaiting(specialist)
  await choose(specialist, 'Nhận xử lý')
  await specialist.getByRole('button', { name: 'Nhận xử lý hồ sơ' }).click()
  await specialist.waitForURL(/xong=take/)

  await head.getByRole('checkbox', { name: taken }).check()
  await head.getByRole('checkbox', { name: other }).check()
  await head.getByLabel('Giao hồ sơ đã chọn cho').selectOption({ label: await head.getByRole('option', { name: /^Phạm/ }).innerText() })
  await head.getByRole('button', { name: 'Giao hồ sơ đã chọn' }).click()
  const answer = head.getByRole('status')
  await expect(answer).toContainText('Đã giao 1 trên 2 hồ sơ được chọn.')
  await expect(answer.getByRole('listitem').first()).toContainText(new RegExp(`${taken}: Chưa giao. Đỗ .* đã thay đổi hồ sơ này`))
  await expect(head.getByRole('checkbox', { name: other })).toHaveCount(0)
  await expectNoSidewaysScroll(head)
  const code = codeIn(other)
  const assigned = await open(browser, 'thidiem.pham', `/can-bo/ho-so/${code}`, PHONE)
  await expect(assigned.getByLabel('Trình ký duyệt')).toBeVisible()
})
