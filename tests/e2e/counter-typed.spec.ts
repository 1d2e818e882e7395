import { expect, type Page, test } from '@playwright/test'
import { begin, CLERK, COUNTER, fillRequest, FORM, paper, receive } from './support/counter'
import { expectAccessible, listenForErrors, signInStaff, signInWithPassword } from './support/portal'

// In the middle of an intake the page is loaded anew, the line is lost, the clerk goes: what was typed is there for her, and for nobody else.

/** A clerk of the same counter. */
const COLLEAGUE = 'bannhap.vu'

/** What this tab keeps of anything typed. */
const keptIn = (page: Page) => page.evaluate(() => Object.values({ ...window.sessionStorage }).join())
const restored = (page: Page) => page.getByRole('status').filter({ hasText: 'Đã khôi phục nội dung vừa nhập, chưa lưu' })

const fullName = (page: Page) => page.getByLabel('Họ và tên', { exact: true })

async function typeIn(page: Page): Promise<void> {
  await fullName(page).fill('Võ Thị Mất Điện')
  await page.getByLabel('Số định danh cá nhân').fill('086088000777')
  await page.getByLabel('Số điện thoại', { exact: true }).fill('0900000777')
  await page.getByLabel('Địa chỉ', { exact: true }).fill('Ấp Mẫu, xã Tân Hoà')
  await fillRequest(page)
  await paper(page, FORM).getByLabel('Bản chính').fill('1')
  await paper(page, 'Giấy tờ tùy thân').getByLabel('Đã xuất trình').check()
  await page.getByLabel('Qua bưu chính').check()
  await page.getByLabel('Địa chỉ nhận').fill('Ấp Mẫu')
}

async function expectTyped(page: Page): Promise<void> {
  await expect(restored(page)).toBeVisible()
  await expect(fullName(page)).toHaveValue('Võ Thị Mất Điện')
  await expect(page.getByLabel('Địa chỉ', { exact: true })).toHaveValue('Ấp Mẫu, xã Tân Hoà')
  await expect(page.getByLabel('Cho người nộp')).toBeChecked()
  await expect(paper(page, FORM).getByLabel('Bản chính')).toHaveValue('1')
  await expect(paper(page, 'Giấy tờ tùy thân').getByLabel('Đã xuất trình')).toBeChecked()
  await expect(page.getByLabel('Qua bưu chính')).toBeChecked()
  await expect(page.getByLabel('Địa chỉ nhận')).toHaveValue('Ấp Mẫu')
}

test('what was typed and not yet sent survives a reload and a lost connection, and is forgotten once it was taken', async ({
  page,
  context,
}) => {
  const errors = listenForErrors(context)
  await signInStaff(page, CLERK, COUNTER)
  await begin(page)
  const intake = page.url()
  await expect(restored(page)).toBeHidden()
  await typeIn(page)
  await page.reload()
  await expectTyped(page)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Bỏ nội dung này' }).click()
  await expect(restored(page)).toBeHidden()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await expect(fullName(page)).toHaveValue('')
  await expect(page.getByLabel('Cho người nộp')).not.toBeChecked()
  await expect(page.getByLabel('Qua bưu chính')).not.toBeChecked()
  await page.reload()
  await expect(fullName(page)).toHaveValue('')
  await expect(restored(page)).toBeHidden()
  await expect.poll(() => keptIn(page)).toBe('')
  expect(errors).toEqual([])

  await typeIn(page)
  await context.setOffline(true)
  await receive(page).click()
  await page.waitForURL(/^chrome-error:/)
  await context.setOffline(false)
  await page.goto(intake)
  await expectTyped(page)
  // Looked up meanwhile: another page of the same officer takes nothing away.
  await page.goto('/can-bo/hang-doi')
  await page.goto(intake)
  await expectTyped(page)
  await receive(page).click()
  await page.waitForURL(/xong=receive/)
  await expect(page.locator('main')).toContainText('Võ Thị Mất Điện')
  await expect.poll(() => keptIn(page)).toBe('')
})

test('an intake lost before anything of it arrived is begun again with what was typed; whoever left it by choice begins anew', async ({
  page,
  context,
}) => {
  await signInStaff(page, CLERK, COUNTER)
  await begin(page)
  await fullName(page).fill('Võ Thị Mất Mạng')
  await context.setOffline(true)
  await receive(page).click()
  await page.waitForURL(/^chrome-error:/)
  await context.setOffline(false)
  await begin(page)
  await expect(restored(page)).toBeVisible()
  await expect(fullName(page)).toHaveValue('Võ Thị Mất Mạng')
  await page.getByRole('link', { name: 'Chọn thủ tục khác' }).click()
  await begin(page)
  await expect(fullName(page)).toHaveValue('')
  await expect(restored(page)).toBeHidden()
  await expect.poll(() => keptIn(page)).toBe('')
})

test('what another window has saved since stays, and only the rest is put back', async ({ page, context }) => {
  await signInStaff(page, CLERK, COUNTER)
  await begin(page)
  await fullName(page).fill('Tên Gõ Trước')
  await page.getByLabel('Địa chỉ', { exact: true }).fill('Ấp Mẫu')
  const other = await context.newPage()
  await other.goto(page.url())
  await expect(fullName(other)).toHaveValue('')
  await fullName(other).fill('Tên Lưu Sau')
  await other.getByRole('button', { name: 'Lưu lại, làm sau' }).click()
  await other.waitForURL((url) => url.pathname === COUNTER)
  await expect.poll(() => keptIn(other)).toBe('')
  await page.reload()
  await expect(restored(page)).toBeVisible()
  await expect(fullName(page)).toHaveValue('Tên Lưu Sau')
  await expect(page.getByLabel('Địa chỉ', { exact: true })).toHaveValue('Ấp Mẫu')
  await page.getByRole('link', { name: 'Bỏ hồ sơ đang nhập này' }).click()
  await page.getByRole('button', { name: 'Bỏ hồ sơ này' }).click()
  await page.waitForURL((url) => url.pathname === COUNTER)
  await expect.poll(() => keptIn(page)).toBe('')
})

test('whoever is next at the computer finds nothing of what was typed', async ({ page, context }) => {
  await signInStaff(page, CLERK, COUNTER)
  await begin(page)
  const intake = page.url()
  await fullName(page).fill('Võ Thị Kín Đáo')
  await expect.poll(() => keptIn(page)).toContain('Võ Thị Kín Đáo')
  await page.getByRole('button', { name: /^Thoát/ }).click()
  await page.waitForURL((url) => url.pathname === '/')
  await expect.poll(() => keptIn(page)).toBe('')
  await signInWithPassword(page, CLERK, COUNTER)
  await page.goto(intake)
  await expect(fullName(page)).toHaveValue('')
  await fullName(page).fill('Võ Thị Kín Đáo')
  await expect.poll(() => keptIn(page)).toContain('Võ Thị Kín Đáo')
  // Signed out elsewhere, in another tab: this one forgets where the next person signs in.
  await context.clearCookies()
  await page.goto(intake)
  await page.waitForURL((url) => url.pathname === '/dang-nhap/can-bo')
  await expect.poll(() => keptIn(page)).toBe('')
  await signInWithPassword(page, CLERK, COUNTER)
  const hers = await context.cookies()
  await context.clearCookies()
  await signInWithPassword(page, COLLEAGUE, COUNTER)
  const his = await context.cookies()
  await context.clearCookies()
  await context.addCookies(hers)
  await page.goto(intake)
  await fullName(page).fill('Võ Thị Kín Đáo')
  await expect.poll(() => keptIn(page)).toContain('Võ Thị Kín Đáo')
  await context.clearCookies()
  await context.addCookies(his)
  await page.goto(intake)
  await expect(fullName(page)).toHaveCount(0)
  await page.goto('/can-bo/hang-doi')
  await expect.poll(() => keptIn(page)).toBe('')
})
