import { spawnSync } from 'node:child_process'
import { expect, test, type Browser, type Page } from '@playwright/test'
import { newId, readClock } from '@/lib/platform/clock'
import { localDateOf } from '@/lib/platform/local-date'
import { codeOn, expectNoSidewaysScroll, fillDay, OLD_PHONE, signInStaff } from './support/portal'

// An officer comes, works, is away, forgets the password and goes; the administrator needs no script for it.
test.describe.configure({ mode: 'serial' })
test.use({ javaScriptEnabled: false })

const USER_NAME = `thu.${newId().slice(-8)}`
const FULL_NAME = 'Lê Văn Tập Huấn'
const PASSWORD = 'con trâu đi trước cái cày'
const NEW_PASSWORD = 'con cò bay lả bay la'

const press = (page: Page, name: string) => page.locator('main').getByRole('button', { name, exact: true }).click()
let link = ''

/** A local day so many days from now. */
const dayIn = (days: number): string => localDateOf(new Date(readClock().getTime() + days * 86_400_000))

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

/** Signs the new officer in, in a browser of their own. */
async function asOfficer(browser: Browser, password = PASSWORD): Promise<Page> {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await page.goto('/dang-nhap/can-bo')
  await page.getByLabel('Tên đăng nhập').fill(USER_NAME)
  await page.getByLabel('Mật khẩu').fill(password)
  await press(page, 'Đăng nhập')
  await page.waitForURL((url) => !url.pathname.startsWith('/dang-nhap'))
  return page
}

/** Takes what lies first on the department's shelf in hand; answers its code. */
async function takeFirst(page: Page): Promise<string> {
  await page.goto('/can-bo/hang-doi?ke=department')
  await page.goto((await page.locator('main td.c-code a').first().getAttribute('href')) ?? '')
  const taken = await codeOn(page)
  await page.goto(`/can-bo/ho-so/${taken}/nhan-xu-ly`)
  await press(page, 'Nhận xử lý hồ sơ')
  await expect(page.getByRole('status').first()).toContainText('Đã nhận xử lý')
  return taken
}

/** What the officer has taken in hand. */
let code = ''

test('who works there sees where the account is signed in, ends the other session, and changes the password', async ({ browser }) => {
  const [elsewhere, page] = [await asOfficer(browser), await asOfficer(browser)]
  await page.goto('/tai-khoan')
  await expect(page.locator('.sessions > li')).toHaveCount(2)
  await expect(page.locator('.sessions')).toContainText('phiên này')
  await page.getByRole('button', { name: /^Kết thúc phiên/ }).click()
  await expect(page.getByRole('status').first()).toContainText('Đã kết thúc phiên đăng nhập')
  await elsewhere.goto('/can-bo/hang-doi')
  expect(new URL(elsewhere.url()).pathname).toBe('/dang-nhap/can-bo')
  await page.getByLabel('Mật khẩu đang dùng').fill('không phải mật khẩu này')
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill(NEW_PASSWORD)
  await page.getByLabel('Nhập lại mật khẩu mới').fill(NEW_PASSWORD)
  await press(page, 'Đổi mật khẩu')
  await expect(page.getByRole('alert').first()).toBeVisible()
  // What was done before is no news beside what was just refused.
  await expect(page.getByRole('status')).toHaveCount(0)
  await page.getByLabel('Mật khẩu đang dùng').fill(PASSWORD)
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill(NEW_PASSWORD)
  await page.getByLabel('Nhập lại mật khẩu mới').fill(NEW_PASSWORD)
  await press(page, 'Đổi mật khẩu')
  await expect(page.getByRole('status').first()).toContainText('Đã đổi mật khẩu')
  code = await takeFirst(page)
})

test('a colleague stands in for a period, works from the other’s place, and stops', async ({ page, browser }) => {
  const colleague = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await signInStaff(colleague, 'kiemthu.vo')
  const mayPropose = colleague.getByLabel('Trình ký duyệt')
  await colleague.goto(`/can-bo/ho-so/${code}`)
  await expect(mayPropose).toHaveCount(0)
  await signInStaff(page, 'quantri.cao', '/quan-tri')
  await openOfficer(page)
  await page.getByRole('link', { name: 'Người làm thay' }).click()
  await press(page, 'Ghi người làm thay')
  await expect(page.getByRole('alert').first()).toContainText('Chọn')
  await page.getByLabel('Ai làm thay').selectOption({ label: 'Võ Thị Kiểm Thử, Chuyên viên Đăng ký kinh doanh' })
  await fillDay(page, 'Đến hết ngày', dayIn(7))
  await press(page, 'Ghi người làm thay')
  await expect(page.locator('main')).toContainText('đang làm thay')
  await colleague.goto(`/can-bo/ho-so/${code}`)
  await expect(mayPropose).toHaveCount(1)
  await press(page, 'Thôi làm thay')
  await expect(page.locator('main')).toContainText('Đã thôi làm thay')
  await colleague.goto(`/can-bo/ho-so/${code}`)
  await expect(mayPropose).toHaveCount(0)
  await colleague.context().close()
})

test('an officer with work in hand is suspended: out at once, the head has the work, and comes back without it', async ({
  page,
  browser,
}) => {
  const officer = await asOfficer(browser, NEW_PASSWORD)
  await signInStaff(page, 'quantri.cao', '/quan-tri')
  await openOfficer(page)
  await page.getByRole('link', { name: 'Tạm ngừng tài khoản' }).click()
  await expect(page.locator('main')).toContainText('Giao cho Đỗ Văn Tượng Trưng: 1 hồ sơ đang giữ.')
  await press(page, 'Tạm ngừng tài khoản')
  await expect(page.locator('main')).toContainText('Đã tạm ngừng tài khoản')
  await expect(page.locator('main')).toContainText('1 hồ sơ đã giao cho Đỗ Văn Tượng Trưng')
  await officer.goto('/can-bo/hang-doi')
  expect(new URL(officer.url()).pathname).toBe('/dang-nhap/can-bo')
  const head = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await signInStaff(head, 'tuongtrung.do')
  await head.goto(`/can-bo/ho-so/${code}`)
  await expect(head.getByLabel('Trình ký duyệt')).toHaveCount(1)
  await head.context().close()
  await page.getByRole('link', { name: 'Cho làm việc lại' }).click()
  await press(page, 'Cho làm việc lại')
  await expect(page.locator('main')).toContainText('Tài khoản làm việc lại được')
  await expect(page.locator('main')).toContainText('Không giữ hồ sơ nào')
})

test('before somebody is suspended the page tells apart what they hold and what waits elsewhere', async ({ page, browser }) => {
  const colleague = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await signInStaff(colleague, 'kiemthu.vo')
  await takeFirst(colleague)
  await colleague.context().close()
  await signInStaff(page, 'quantri.cao', '/quan-tri')
  await page.goto('/quan-tri/nhan-su')
  await page.getByRole('link', { name: 'Võ Thị Kiểm Thử' }).first().click()
  await page.getByRole('link', { name: 'Tạm ngừng tài khoản' }).click()
  await expect(page.locator('main')).toContainText(
    /Giao cho Đỗ Văn Tượng Trưng: \d+ hồ sơ đang giữ; \d+ hồ sơ nơi khác đang giữ, khi quay lại\./,
  )
})

test('another department and another role hold from the next sign-in', async ({ page, browser }) => {
  const officer = await asOfficer(browser, NEW_PASSWORD)
  await signInStaff(page, 'quantri.cao', '/quan-tri')
  await openOfficer(page)
  await page.getByLabel('Phòng', { exact: true }).selectOption('TTPVHCC')
  await page.getByRole('checkbox', { name: /^Chuyên viên/ }).uncheck()
  await page.getByRole('checkbox', { name: /^Cán bộ Một cửa/ }).check()
  await press(page, 'Lưu thay đổi')
  await expect(page.getByRole('status').first()).toContainText('Đã lưu thay đổi')
  await officer.goto('/can-bo/hang-doi')
  expect(new URL(officer.url()).pathname).toBe('/dang-nhap/can-bo')
  const again = await asOfficer(browser, NEW_PASSWORD)
  await again.goto('/tai-khoan')
  await expect(again.locator('main')).toContainText('Vai trò: cán bộ Một cửa')
  await expect(again.getByRole('link', { name: 'Tại quầy' })).toBeVisible()
})

test('a forgotten password is reset by a link that works once, and the old one is dead', async ({ page, browser }) => {
  await signInStaff(page, 'quantri.cao', '/quan-tri')
  await openOfficer(page)
  await page.getByRole('link', { name: 'Đặt lại mật khẩu' }).click()
  await press(page, 'Đặt lại mật khẩu')
  link = await page.getByLabel('Đường dẫn dùng một lần').inputValue()
  const phone = await (await browser.newContext(OLD_PHONE)).newPage()
  await phone.goto('/dang-nhap/can-bo')
  await phone.getByLabel('Tên đăng nhập').fill(USER_NAME)
  await phone.getByLabel('Mật khẩu').fill(NEW_PASSWORD)
  await press(phone, 'Đăng nhập')
  await expect(phone.getByRole('alert').first()).toBeVisible()
  await setPassword(phone)
  await phone.goto(link)
  await expect(phone.locator('main')).toContainText('Đường dẫn không dùng được')
  await asOfficer(browser)
  await phone.context().close()
})

test('the first administrator of an installation is made from the command line, and sets the password', async ({ browser }) => {
  const userName = `van.hanh.${newId().slice(-8)}`
  const words = [
    'run',
    '--silent',
    'admin:create',
    '--',
    '--user-name',
    userName,
    '--full-name',
    'Nguyễn Thị Vận Hành',
    '--agency-code',
    'H61.123',
  ]
  const refused = spawnSync('npm', words, { encoding: 'utf8' })
  expect(refused.status).toBe(1)
  expect(refused.stderr).toMatch(/Xã đã có \d+ người quản trị/)
  const made = spawnSync('npm', [...words, '--another'], { encoding: 'utf8' })
  expect(made.stderr).toBe('')
  const path = /\/dat-mat-khau\/\S+/.exec(made.stdout)?.[0] ?? ''
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  link = path
  await setPassword(page)
  await page.goto('/dang-nhap/can-bo')
  await page.getByLabel('Tên đăng nhập').fill(userName)
  await page.getByLabel('Mật khẩu').fill(PASSWORD)
  await press(page, 'Đăng nhập')
  await page.waitForURL((url) => !url.pathname.startsWith('/dang-nhap'))
  await page.goto('/quan-tri/nhan-su')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('main')).toContainText('Nguyễn Thị Vận Hành')
})
