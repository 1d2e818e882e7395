import { expect, test, type Browser, type Page } from '@playwright/test'
import { pdfFile } from '../support/files'
import { codeOn, expectAccessible, expectNoSidewaysScroll, signInStaff } from './support/portal'

/** A phone of today, without script. */
const PHONE = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false } as const
const WAITING = '/can-bo/hang-doi?ke=department'
const QUESTION = 'Nội dung này có thuộc thẩm quyền của phòng không?'

async function open(browser: Browser, userName: string, path: string, options = {}): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage()
  await signInStaff(page, userName, '/can-bo/hang-doi')
  await page.goto(path)
  return page
}

/** Takes the first dossier that waits for the department into one's own hands. Answers its code. */
async function takeFirst(page: Page): Promise<string> {
  await page.goto(WAITING)
  await page.goto((await page.locator('main td.c-code a').first().getAttribute('href')) ?? '')
  const code = await codeOn(page)
  await page.getByLabel('Nhận xử lý').check()
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await page.getByRole('button', { name: 'Nhận xử lý hồ sơ' }).click()
  await page.waitForURL(/xong=take/)
  return code
}

async function ask(page: Page, code: string, names: readonly RegExp[]): Promise<void> {
  await page.goto(`/can-bo/ho-so/${code}/y-kien`)
  await page.getByLabel('Điều cần hỏi').fill(QUESTION)
  for (const name of names) await page.getByLabel(name).check()
  await page.getByRole('button', { name: 'Gửi câu hỏi' }).click()
  await page.waitForURL(/xong=ask_opinion/)
}

/** Whom the list shows by name, position and department. */
const OUTSIDER = /^Nguyễn .*Địa chính/
const LEADER = /^Trần .*Chủ tịch/

test('the specialist asks two officers, and what was wrong with the form is said with everything typed kept', async ({ browser }) => {
  const specialist = await open(browser, 'thidiem.pham', WAITING)
  const code = await takeFirst(specialist)
  await specialist.getByRole('link', { name: 'Hỏi ý kiến' }).click()
  await expect(specialist.getByRole('heading', { name: 'Hỏi ý kiến' })).toBeVisible()
  await expectAccessible(specialist)
  await specialist.getByLabel('Điều cần hỏi').fill(QUESTION)
  await specialist.getByLabel('Trả lời trong mấy ngày làm việc').fill('11')
  await specialist.getByRole('button', { name: 'Gửi câu hỏi' }).click()
  await expect(specialist.getByRole('alert').first()).toContainText('Nhiều nhất 10 ngày làm việc')
  await expect(specialist.getByRole('alert').first()).toContainText('Chọn ít nhất một người')
  await expect(specialist.getByLabel('Điều cần hỏi')).toHaveValue(QUESTION)
  await expectAccessible(specialist)
  await specialist.getByLabel('Trả lời trong mấy ngày làm việc').fill('1')
  await specialist.getByLabel(OUTSIDER).check()
  await specialist.getByLabel(LEADER).check()
  await specialist.getByRole('button', { name: 'Gửi câu hỏi' }).click()
  await expect(specialist.getByRole('status').first()).toContainText('Đã hỏi ý kiến lúc')
  const opinions = specialist.getByRole('region', { name: 'Ý kiến' })
  await expect(opinions.getByText('chưa trả lời, hạn')).toHaveCount(2)
  await expect(specialist.getByRole('region', { name: 'Quá trình' })).toContainText('Hỏi ý kiến')
  await expectAccessible(specialist)

  // The result can go on all the same; that a question is open is said.
  if (!(await specialist.locator('#result').isVisible())) await specialist.locator('details.attach > summary').click()
  await specialist.setInputFiles('#result', { name: 'ket-qua.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdfFile()) })
  await specialist.getByRole('button', { name: 'Đính kèm tệp này' }).click()
  await specialist.waitForURL(/xong=attach_result/)
  await specialist.goto(`/can-bo/ho-so/${code}/trinh-ky`)
  await expect(specialist.locator('main')).toContainText('Còn 2 câu hỏi ý kiến chưa có trả lời')
  await expectAccessible(specialist)
  await specialist.getByRole('radio', { name: /^Giải quyết/ }).check()
  await specialist.getByRole('button', { name: 'Trình ký duyệt' }).click()
  await specialist.waitForURL(/xong=propose/)
})

test('who is asked answers on a phone without script, and the asker reads it on the dossier', async ({ browser }) => {
  const specialist = await open(browser, 'thidiem.pham', WAITING)
  const code = await takeFirst(specialist)
  await ask(specialist, code, [OUTSIDER])

  const outsider = await open(browser, 'gialap.nguyen', '/can-bo/hang-doi', PHONE)
  await expect(outsider.locator('main')).toContainText('Được hỏi ý kiến')
  await expectNoSidewaysScroll(outsider)
  // The whole dossier is open to whoever is asked, and says why.
  await outsider.goto(`/can-bo/ho-so/${code}`)
  await expect(outsider.locator('main')).toContainText('hỏi ý kiến, trả lời trước')
  await expect(outsider.locator('main')).toContainText('Chưa có việc ở đây')
  await expectNoSidewaysScroll(outsider)
  await outsider.getByRole('link', { name: 'Trả lời' }).first().click()
  await expect(outsider.getByRole('heading', { name: 'Cho ý kiến' })).toBeVisible()
  const address = outsider.url()
  await expectNoSidewaysScroll(outsider)
  await outsider.getByRole('button', { name: 'Gửi ý kiến' }).click()
  await expect(outsider.locator('main')).toContainText('Ghi ý kiến')
  await expect(outsider).toHaveTitle(/^Lỗi: /)
  await outsider.getByLabel('Ý kiến', { exact: true }).fill('Thuộc thẩm quyền, đề nghị giải quyết.')
  await outsider.getByRole('button', { name: 'Gửi ý kiến' }).click()
  await outsider.waitForURL(/xong=give_opinion/)
  await expect(outsider.getByRole('status').first()).toContainText('Đã ghi ý kiến lúc')
  // Somebody who comes back to the page finds the answer and no form.
  await outsider.goto(address)
  await expect(outsider.locator('main')).toContainText('Câu hỏi này đã có ý kiến.')
  await expect(outsider.getByRole('button', { name: 'Gửi ý kiến' })).toHaveCount(0)

  await specialist.goto(`/can-bo/ho-so/${code}`)
  await expect(specialist.getByRole('region', { name: 'Ý kiến' })).toContainText('“Thuộc thẩm quyền, đề nghị giải quyết.”')
})

test('a question that nobody can answer is taken back by who asked, and the dossier is shut again', async ({ browser }) => {
  const specialist = await open(browser, 'thidiem.pham', WAITING)
  const code = await takeFirst(specialist)
  await ask(specialist, code, [OUTSIDER])
  const outsider = await open(browser, 'gialap.nguyen', `/can-bo/ho-so/${code}`)
  await outsider.getByRole('link', { name: 'Trả lời' }).first().click()
  await outsider.getByLabel('Ý kiến', { exact: true }).fill('Đang viết dở')

  await specialist.getByRole('link', { name: 'Rút câu hỏi' }).click()
  await expectAccessible(specialist)
  await specialist.getByRole('button', { name: 'Rút câu hỏi' }).click()
  await specialist.waitForURL(/xong=take_back_question/)
  await expect(specialist.getByRole('status').first()).toContainText('Đã rút câu hỏi')

  await outsider.getByRole('button', { name: 'Gửi ý kiến' }).click()
  await expect(outsider.locator('main')).toContainText('Câu hỏi này đã được rút lại')
  await expectAccessible(outsider)
  expect((await outsider.goto(`/can-bo/ho-so/${code}`))?.status()).toBe(404)
})
