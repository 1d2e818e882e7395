import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll, OLD_PHONE, withPage } from './support/portal'

// An appointment date is computed by anyone, also of a dossier that waited more than once.

const RECEIVED = '/tinh-ngay-hen?ngay=20/11/2026&gio=8:00&so=5&don-vi=ngay-lam-viec'

const fill = async (page: Page, boxes: Record<string, string>): Promise<void> => {
  for (const [name, value] of Object.entries(boxes)) await page.locator(`[name="${name}"]`).fill(value)
}
const press = (page: Page, name: string) => page.locator('main').getByRole('button', { name, exact: true }).click()
/** The day on which the result is due, as the answer says it first. */
const answer = (page: Page) => page.locator('section[aria-labelledby=ket-qua] time').first()

test('several stretches of waiting are put in one by one, without script at 320 px', async ({ browser }) => {
  await withPage(browser, OLD_PHONE, async (page) => {
    await page.goto(RECEIVED)
    await expect(answer(page)).toHaveAttribute('datetime', /^2026-11-30T17:00/)
    await page.getByText('Có lúc dừng chờ bổ sung giấy tờ').click()
    await fill(page, { 'dung-tu': '23/11/2026', 'dung-den': '26/11/2026' })
    await press(page, 'Thêm một lần chờ')
    await expect(page.getByLabel('Lần 2: chờ từ ngày')).toBeFocused()
    await expect(page.getByLabel('Lần 1: chờ từ ngày')).toHaveValue('23/11/2026')
    await expectNoSidewaysScroll(page)

    await fill(page, { 'dung-tu-2': '25/11/2026', 'dung-den-2': '03/12/2026' })
    await press(page, 'Tính ngày hẹn')
    await expect(page.getByRole('alert')).toContainText('Lần chờ này trùng với lần 1. Kiểm tra lại các ngày')
    await fill(page, { 'dung-tu-2': '01/12/2026' })
    await press(page, 'Tính ngày hẹn')
    const twice = await answer(page).getAttribute('datetime')

    await fill(page, { 'dung-tu-2': '', 'dung-den-2': '' })
    await press(page, 'Tính ngày hẹn')
    await expect(page.getByLabel('Lần 2: chờ từ ngày')).toHaveCount(0)
    const once = await answer(page).getAttribute('datetime')
    expect([once?.slice(0, 10), twice?.slice(0, 10)]).toEqual(['2026-12-02', '2026-12-04'])
  })
})

test('choosing a procedure fills in its limit and forgets nothing that stands in the other boxes', async ({ page }) => {
  await page.goto(`${RECEIVED}&dung-tu=23/11/2026&dung-den=26/11/2026`)
  await page.getByLabel('Thủ tục (không bắt buộc)').selectOption({ label: 'Xác nhận tình trạng hôn nhân' })
  await page.waitForURL(/thu-tuc=1\.004873/)
  for (const [name, value] of Object.entries({ ngay: '20/11/2026', so: '3', 'dung-tu': '23/11/2026' }))
    await expect(page.locator(`[name="${name}"]`)).toHaveValue(value)
  await expect(answer(page)).toBeVisible()
  await fill(page, { so: '4' })
  await press(page, 'Tính ngày hẹn')
  // What was typed over it counts, and the list no longer says that it is the procedure's.
  await expect(page.locator('#ket-qua')).toContainText('4 ngày làm việc')
  await expect(page.getByLabel('Thủ tục (không bắt buộc)')).toHaveValue('')
  await expectAccessible(page)
})
