import { expect, test, type Page } from '@playwright/test'
import { newId } from '@/lib/platform/clock'
import { expectAccessible, expectNoSidewaysScroll, OLD_PHONE, signInStaff } from './support/portal'

// An officer comes, works, is away, forgets the password and goes; the administrator needs no script for it.
test.describe.configure({ mode: 'serial' })
test.use({ javaScriptEnabled: false })

const USER_NAME = `thu.${newId().slice(-8)}`
const FULL_NAME = 'Lê Văn Tập Huấn'
const PASSWORD = 'con trâu đi trước cái cày'

const press = (page: Page, name: string) => page.locator('main').getByRole('button', { name, exact: true }).click()
let link = ''

async function openOfficer(page: Page): Promise<void> {
  await page.goto('/quan-tri/nhan-su')
  await page.getByRole('link', { name: FULL_NAME }).first().click()
}

async function setPassword(page: Page): Promise<void> {
  await page.goto(link)
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill(PASSWORD)
  await page.getByLabel('Nhập lại mật khẩu mới').fill(PASSWORD)
  await press(page, 'Đặt mật khẩu')
  await expect(page.locator('main')).toContainText('Đã đặt mật khẩu')
}

test('the administrator adds an officer and hands out a link that works once', async ({ page, browser }) => {
  await signInStaff(page, 'quantri.cao', '/quan-tri')
  await page.goto('/quan-tri/nhan-su/them')
  await page.getByLabel('Tên đăng nhập', { exact: true }).fill(USER_NAME)
  await page.getByLabel('Họ và tên').fill(FULL_NAME)
  await page.getByLabel('Chức vụ', { exact: true }).fill('Chuyên viên')
  await page.getByLabel('Phòng', { exact: true }).selectOption('KINH_TE')
  await press(page, 'Thêm cán bộ')
  await expect(page.locator('main')).toContainText('Chọn ít nhất một vai trò')
  await page.getByRole('checkbox', { name: /^Chuyên viên/ }).check()
  await press(page, 'Thêm cán bộ')
  link = await page.getByLabel('Đường dẫn dùng một lần').inputValue()
  const phone = await (await browser.newContext(OLD_PHONE)).newPage()
  await setPassword(phone)
  await expectNoSidewaysScroll(phone)
  await phone.goto(link)
  await expect(phone.locator('main')).toContainText('Đường dẫn không dùng được')
  await phone.context().close()
})

test('an officer who is suspended is out, and comes back', async ({ page }) => {
  await signInStaff(page, 'quantri.cao', '/quan-tri')
  await openOfficer(page)
  await page.getByRole('link', { name: 'Tạm ngừng tài khoản' }).click()
  await press(page, 'Tạm ngừng tài khoản')
  await expect(page.locator('main')).toContainText('Đã tạm ngừng tài khoản')
  await page.getByRole('link', { name: 'Cho làm việc lại' }).click()
  await press(page, 'Cho làm việc lại')
  await expect(page.locator('main')).toContainText('Tài khoản làm việc lại được')
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

for (const width of [390, 1440])
  test(`every page of the administrator fits ${width} px and is accessible`, async ({ browser }) => {
    const page = await (await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: true })).newPage()
    await signInStaff(page, 'quantri.cao', '/quan-tri')
    const places = ['', '/nhan-su', '/nhan-su/them', '/lich-lam-viec', '/lich-lam-viec/ngay', '/lich-lam-viec/gio', '/thong-tin-xa']
    for (const path of [...places.map((place) => `/quan-tri${place}`), '/quan-tri/chua-doi-chieu', '/tai-khoan']) {
      await page.goto(path)
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
    }
    await page.context().close()
  })
