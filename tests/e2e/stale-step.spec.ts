import { expect, test, type Browser, type Page } from '@playwright/test'
import { pdfFile } from '../support/files'
import { inHand } from './support/dossiers'
import { expectAccessible, signInStaff } from './support/portal'

/** Two clerks of the same office, each with a browser of their own, before the same page. */
async function twoClerks(browser: Browser, javaScriptEnabled: boolean): Promise<[Page, Page]> {
  const open = async (userName: string) => {
    const page = await (await browser.newContext({ javaScriptEnabled })).newPage()
    await signInStaff(page, userName)
    return page
  }
  return [await open('vidu.le'), await open('tapduot.duong')]
}

for (const [how, javaScriptEnabled] of [
  ['with a script', true],
  ['without one', false],
] as const)
  test(`who comes second sees who was first and the dossier as it is now, not a form that can only fail again, ${how}`, async ({
    browser,
  }) => {
    const [first, second] = await twoClerks(browser, javaScriptEnabled)
    await first.goto('/can-bo/hang-doi?ke=received')
    const step = (await first.locator('main a[href*="/chuyen-phong"]').first().getAttribute('href')) ?? ''
    await Promise.all([first.goto(step), second.goto(step)])
    await first.getByRole('button', { name: 'Chuyển phòng' }).click()
    await first.waitForURL(/xong=forward/)
    await second.getByRole('button', { name: 'Chuyển phòng' }).click()
    await expect(second.getByRole('alert').first()).toContainText(/đã thay đổi hồ sơ này lúc .* Chưa có gì bị ghi đè/)
    await expect(second.getByRole('alert').first()).toBeFocused()
    await expect(second).toHaveTitle(/^Lỗi: /)
    await expect(second.locator('main').getByRole('button', { name: 'Chuyển phòng' })).toHaveCount(0)
    await expect(second.locator('main')).toContainText('Chờ phòng nhận')
    if (javaScriptEnabled) await expectAccessible(second)
    await second.getByRole('link', { name: /^Xem hồ sơ/ }).click()
    await second.waitForURL(/\/can-bo\/ho-so\/[^/]+\?ke=received$/)
    await Promise.all([first.context().close(), second.context().close()])
  })

test('a result file that is not taken says why above the page and at its box, and the list is not forgotten', async ({ browser }) => {
  for (const javaScriptEnabled of [true, false]) {
    await inHand()
    const page = await (await browser.newContext({ javaScriptEnabled })).newPage()
    await signInStaff(page, 'thidiem.pham')
    await page.goto('/can-bo/hang-doi?ke=mine')
    const links = page.locator('main a[href*="/trinh-ky"]')
    const dossier = ((await links.first().getAttribute('href')) ?? '').replace('/trinh-ky', '')
    await page.goto(dossier)
    const send = async (name: string, buffer: Buffer) => {
      const summary = page.locator('details.attach > summary')
      if (!(await page.locator('#result').isVisible())) await summary.click()
      await page.setInputFiles('#result', { name, mimeType: 'application/pdf', buffer })
      await page.getByRole('button', { name: 'Đính kèm tệp này' }).click()
    }
    await send('ket-qua.pdf', Buffer.from('not a pdf at all'))
    await page.waitForURL(/\?ke=mine#loi$/)
    await expect(page).toHaveTitle(/^Lỗi: Hồ sơ/)
    const summary = page.getByRole('alert').first()
    await expect(summary).toContainText('ket-qua.pdf')
    await expect(summary).toBeFocused()
    await expect(summary.getByRole('link')).toHaveAttribute('href', '#result')
    await expect(page.locator('#result-error')).toContainText('ket-qua.pdf')
    await send('ket-qua.pdf', Buffer.from(pdfFile()))
    await page.waitForURL(/\?ke=mine&xong=attach_result$/)
    await expect(page).toHaveTitle(/^Hồ sơ/)
    await page.context().close()
  }
})
