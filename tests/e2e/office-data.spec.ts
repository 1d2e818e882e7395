import { expect, test, type Page } from '@playwright/test'
import { readClock } from '@/lib/platform/clock'
import { addDays, localDateOf } from '@/lib/platform/local-date'
import { dateWords } from '@/lib/text/dates'
import { CITIZEN, CLERK, fileOnline } from './support/dossiers'
import { fillDay, OLD_PHONE, signInCitizen, signInStaff, withPage } from './support/portal'

// What the administrator keeps of the office, without a script: departments, books and their numbers, reasons, and who changed what.
test.use({ javaScriptEnabled: false })

const ADMIN = 'quantri.cao'
/** A register from which no other story takes a number. */
const QUIET_BOOK = 'Hội'

const main = (page: Page) => page.locator('main')
const press = (page: Page, name: string) => main(page).getByRole('button', { name, exact: true }).click()
const said = (page: Page) => page.getByRole('status').first()
const wrong = (page: Page) => page.getByRole('alert').first()

test('numbers are written otherwise from tomorrow on, and a register goes on from its paper', async ({ page }) => {
  const tomorrow = addDays(localDateOf(readClock()), 1)
  await signInStaff(page, ADMIN, '/quan-tri')
  await page.getByRole('link', { name: 'Sổ và số' }).click()
  await expect(main(page)).toContainText(/\d{4}\/PXL/)
  await page.getByRole('link', { name: /^Phiếu xin lỗi/ }).click()
  await page.getByLabel('Ký hiệu').fill('XL UBND')
  await page.getByLabel('Số chữ số').fill('9')
  await press(page, 'Lưu cách viết số')
  await expect(wrong(page)).toContainText('không có khoảng trắng')
  await expect(wrong(page)).toContainText('Số chữ số từ 1 đến 8')
  await page.getByLabel('Ký hiệu').fill('XL-UBND')
  await page.getByLabel('Số chữ số').fill('3')
  await fillDay(page, 'Viết như thế từ ngày', '2020-01-01')
  await press(page, 'Lưu cách viết số')
  await expect(wrong(page)).toContainText('Chọn hôm nay hoặc một ngày sau')
  await fillDay(page, 'Viết như thế từ ngày', tomorrow)
  await press(page, 'Lưu cách viết số')
  await expect(said(page)).toContainText('Số đã cấp giữ nguyên như đã in')
  await expect(main(page)).toContainText(new RegExp(`Từ ${dateWords(tomorrow)}: \\d{3}/XL-UBND`))
  await expect(main(page)).toContainText(`Từ ${dateWords(tomorrow)} số đầu ghi “001/XL-UBND”, trước đó ghi “0001/PXL”`)

  await page.getByRole('link', { name: 'Về Sổ và số' }).click()
  await page.getByRole('link', { name: QUIET_BOOK, exact: true }).click()
  const before = Number(await page.getByLabel('Số tiếp theo').inputValue())
  await page.getByLabel('Số tiếp theo').fill('0')
  await press(page, 'Lưu số tiếp theo')
  await expect(wrong(page)).toContainText('Nhập số từ 1')
  await page.getByLabel('Số tiếp theo').fill(String(before + 412))
  await press(page, 'Lưu số tiếp theo')
  await expect(said(page)).toContainText('Đã ghi số tiếp theo')
  await expect(main(page)).toContainText(`${before + 412}, quyển 01/`)
  await page.goto('/quan-tri/so-sach')
  await expect(main(page)).toContainText(`lĩnh vực ${QUIET_BOOK}: số tiếp theo từ ${before} thành ${before + 412}`)
})

test('a department is added, put in its place, closed and opened; one that is needed says what to do first', async ({ page }) => {
  await signInStaff(page, ADMIN, '/quan-tri')
  await page.getByRole('link', { name: 'Phòng ban' }).click()
  await press(page, 'Thêm phòng')
  await expect(wrong(page)).toContainText('Nhập tên phòng')
  await expect(wrong(page)).toContainText('Chọn việc của phòng')
  await page.getByLabel('Tên phòng').fill('Đội Thử nghiệm')
  await page.getByRole('radio', { name: /^Phòng chuyên môn/ }).check()
  await press(page, 'Thêm phòng')
  await expect(said(page)).toContainText('Đã thêm phòng')
  await page.getByRole('link', { name: 'Đội Thử nghiệm' }).click()
  await page.getByLabel('Tên phòng').fill('Phòng Thử nghiệm')
  await page.getByLabel('Đứng sau').selectOption({ label: 'Phòng Kinh tế' })
  await press(page, 'Lưu phòng')
  await expect(said(page)).toContainText('Đã lưu')
  await expect(main(page)).toContainText('Tên từ “Đội Thử nghiệm” thành “Phòng Thử nghiệm”')
  await press(page, 'Đóng phòng này')
  await expect(said(page)).toContainText('Đã đóng phòng')
  const choices = async () => {
    await page.goto('/quan-tri/nhan-su/them')
    return page.getByLabel('Phòng', { exact: true }).locator('option').allTextContents()
  }
  expect(await choices()).not.toContain('Phòng Thử nghiệm')
  await page.goto('/quan-tri/phong-ban')
  await page.getByRole('link', { name: 'Phòng Thử nghiệm' }).click()
  await press(page, 'Mở lại phòng này')
  await expect(said(page)).toContainText('Đã mở lại phòng')
  expect(await choices()).toContain('Phòng Thử nghiệm')

  await page.goto('/quan-tri/phong-ban')
  await page.getByRole('link', { name: 'Phòng Kinh tế' }).click()
  await expect(main(page)).toContainText(/Còn \d+ thủ tục giao cho phòng này/)
  await press(page, 'Đóng phòng này')
  await expect(wrong(page)).toContainText('Chưa đóng được')
})

test('a reason that the administrator adds is chosen by the clerk and read on the slip', async ({ page, browser }) => {
  await signInStaff(page, ADMIN, '/quan-tri')
  await page.getByRole('link', { name: 'Danh sách lý do' }).click()
  await page.getByLabel('Danh sách').selectOption('Từ chối tiếp nhận')
  await page.getByLabel('Lý do', { exact: true }).fill('Nơi thường trú thuộc xã khác.')
  await press(page, 'Thêm lý do')
  await expect(said(page)).toContainText('Đã thêm lý do')
  await expect(main(page)).toContainText('Nơi thường trú thuộc xã khác: thêm vào danh sách “Từ chối tiếp nhận”, dùng từ')

  const code = await withPage(browser, OLD_PHONE, async (phone) => {
    await signInCitizen(phone, CITIZEN)
    return fileOnline(phone)
  })
  await withPage(browser, { javaScriptEnabled: false }, async (desk) => {
    await signInStaff(desk, CLERK)
    await desk.goto(`/can-bo/ho-so/${code}/tu-choi`)
    await press(desk, 'Từ chối tiếp nhận')
    await expect(wrong(desk)).toContainText('Ghi lý do từ chối')
    await desk.getByLabel('Chọn trong danh sách').selectOption('Nơi thường trú thuộc xã khác')
    await desk.getByLabel('Lý do từ chối').fill('Đề nghị nộp tại xã đó.')
    await press(desk, 'Từ chối tiếp nhận')
    await expect(said(desk)).toContainText('Đã từ chối tiếp nhận')
    await expect(main(desk)).toContainText('“Nơi thường trú thuộc xã khác. Đề nghị nộp tại xã đó.”')
  })
})

test('the letterhead tells who changed it, from what to what', async ({ page }) => {
  await signInStaff(page, ADMIN, '/quan-tri')
  await page.goto('/quan-tri/thong-tin-xa')
  const email = page.getByLabel('Thư điện tử (không bắt buộc)')
  const before = await email.inputValue()
  await email.fill('thu.moi@tanhoa.vidu.example')
  await press(page, 'Lưu thông tin xã')
  await expect(main(page)).toContainText(/Cao .*Thư điện tử từ .* thành “thu\.moi@tanhoa\.vidu\.example”/)
  await email.fill(before)
  await press(page, 'Lưu thông tin xã')
  await expect(said(page)).toContainText('Đã lưu')
})
