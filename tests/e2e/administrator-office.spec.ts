import { expect, test, type Page } from '@playwright/test'
import { readClock } from '@/lib/platform/clock'
import { localDateOf } from '@/lib/platform/local-date'
import { signInStaff } from './support/portal'

// What the administrator keeps of the office: its calendar, its hours and what it is called, without a script.
test.use({ javaScriptEnabled: false })

const press = (page: Page, name: string) => page.locator('main').getByRole('button', { name, exact: true }).click()

/** A local day so many days from now. */
const dayIn = (days: number): string => localDateOf(new Date(readClock().getTime() + days * 86_400_000))

test('the commune’s telephone is changed in one place, and every page says the new one', async ({ page }) => {
  await signInStaff(page, 'quantri.cao', '/quan-tri')
  await page.goto('/quan-tri/thong-tin-xa')
  const phone = page.getByLabel('Điện thoại')
  const before = await phone.inputValue()
  await phone.fill('12')
  await press(page, 'Lưu thông tin xã')
  await expect(page.getByRole('alert').first()).toBeVisible()
  await phone.fill('0270 000 0199')
  await press(page, 'Lưu thông tin xã')
  await expect(page.getByRole('status').first()).toContainText('Đã lưu')
  await page.goto('/thu-tuc/2.000815')
  await expect(page.locator('body')).toContainText('0270 000 0199')
  await page.goto('/quan-tri/thong-tin-xa')
  await phone.fill(before)
  await press(page, 'Lưu thông tin xã')
  await expect(page.getByRole('status').first()).toContainText('Đã lưu')
})

test('a change of the calendar says first what it does', async ({ page }) => {
  await signInStaff(page, 'quantri.cao', '/quan-tri')
  await page.goto('/quan-tri/lich-lam-viec/ngay')
  await page.getByLabel('Ngày', { exact: true }).fill('5')
  await page.getByLabel('Tháng').fill('1')
  await page.getByLabel('Năm').fill('2099')
  await page.getByRole('radio', { name: /^Nghỉ lễ/ }).check()
  await press(page, 'Xem trước hạn nào đổi')
  await expect(page.locator('main')).toContainText('Nhập tên ngày')
  await page.getByLabel('Tên ngày').fill('Nghỉ thử')
  await page.getByLabel('Căn cứ').fill('Thông báo thử')
  await press(page, 'Xem trước hạn nào đổi')
  await expect(page.locator('main')).toContainText('Không hạn nào của hồ sơ đang mở thay đổi')
  await press(page, 'Sửa lịch')
  await expect(page.locator('main')).toContainText('Đã sửa lịch')
})

test('a holiday near by names the appointments that move and those that by law do not', async ({ page }) => {
  await signInStaff(page, 'quantri.cao', '/quan-tri')
  const main = page.locator('main')
  for (let days = 1; days < 15; days += 1) {
    const [year = '', month = '', day = ''] = dayIn(days).split('-')
    const fields = { xem: '1', 'ngay.day': day, 'ngay.month': month, 'ngay.year': year, loai: 'HOLIDAY', ten: 'Nghỉ thử', 'can-cu': 'Thử' }
    await page.goto(`/quan-tri/lich-lam-viec/ngay?${new URLSearchParams(fields)}`)
    if ((await main.innerText()).includes('Ngày hẹn rơi vào ngày nghỉ mới')) break
  }
  await expect(main).toContainText(/\d+ hạn thay đổi/)
  await expect(main).toContainText('Ngày hẹn rơi vào ngày nghỉ mới, dời sang ngày làm việc kế tiếp')
  await expect(main).toContainText('Ngày hẹn giữ nguyên')
  await expect(main).toContainText(/H61\.123-\d{6}-\d{4}/)
  // Looking has changed nothing.
  await page.getByRole('link', { name: 'Không sửa' }).click()
  await expect(main).not.toContainText('Nghỉ thử, Thử')
})

test('a swapped Saturday and other office hours are announced for a day to come', async ({ page }) => {
  await signInStaff(page, 'quantri.cao', '/quan-tri')
  await page.goto('/quan-tri/lich-lam-viec/ngay')
  await page.getByLabel('Ngày', { exact: true }).fill('10')
  await page.getByLabel('Tháng').fill('1')
  await page.getByLabel('Năm').fill('2099')
  await page.getByRole('radio', { name: /^Làm bù/ }).check()
  await page.getByLabel('Tên ngày').fill('Làm bù thử')
  await page.getByLabel('Căn cứ').fill('Thông báo thử')
  await press(page, 'Xem trước hạn nào đổi')
  await press(page, 'Sửa lịch')
  await expect(page.locator('main')).toContainText('Đã sửa lịch')
  await expect(page.locator('main')).toContainText('Làm bù thử')
  await page.goto('/quan-tri/lich-lam-viec/gio')
  const from = page.getByRole('group', { name: 'Áp dụng từ ngày' })
  await from.getByLabel('Ngày', { exact: true }).fill('2')
  await from.getByLabel('Tháng').fill('2')
  await from.getByLabel('Năm').fill('2099')
  await page.getByLabel('Buổi chiều nghỉ').fill('13:00')
  await press(page, 'Xem trước hạn nào đổi')
  await expect(page.getByRole('alert').first()).toBeVisible()
  await page.getByLabel('Buổi chiều nghỉ').fill('16:30')
  await press(page, 'Xem trước hạn nào đổi')
  await expect(page.locator('main')).toContainText('Không hạn nào của hồ sơ đang mở thay đổi')
  await press(page, 'Sửa lịch')
  await expect(page.locator('main')).toContainText('Đã sửa lịch')
  await expect(page.locator('main')).toContainText('16:30')
})
