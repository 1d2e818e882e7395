import { expect, test } from '@playwright/test'
import { pdfFile } from '../support/files'
import { begin, CLERK, COUNTER, fillRequest, FORM, paper, paperOf, receive } from './support/counter'
import { codeOn, expectAccessible, expectNoSidewaysScroll, listenForErrors, OLD_PHONE, signInStaff } from './support/portal'

// Somebody stands before the clerk: known or not, with papers to keep, to scan or only to show. The receipt is there at once, once.
test.describe.configure({ mode: 'serial' })

const SCAN = { name: 'ban-quet.pdf', mimeType: 'application/pdf', buffer: pdfFile({ pages: 2 }) }
const FORGED = { name: 'gia-mao.pdf', mimeType: 'application/pdf', buffer: Buffer.from('not a pdf') }

test('a known person is found by number, nothing is typed twice, and the receipt is printed at once', async ({ page, context }) => {
  const errors = listenForErrors(context)
  await signInStaff(page, CLERK, COUNTER)
  await expectAccessible(page)
  await begin(page)
  await expectAccessible(page)
  await page.getByLabel('Tìm bằng số định danh hoặc số điện thoại').fill('086194000012')
  await page.keyboard.press('Enter')
  const found = page.locator('.found')
  await expect(found).toContainText('Nguyễn Thị Minh Họa')
  await expect(found).toContainText('086•••••0012')
  await expect(found).not.toContainText('086194000012')
  expect(page.url()).not.toContain('086194000012')
  await expectAccessible(page)
  await found.getByRole('button', { name: /Chọn/ }).click()
  await expect(page.getByLabel('Họ và tên', { exact: true })).toHaveValue('Nguyễn Thị Minh Họa')
  await expect(page.getByLabel('Số điện thoại', { exact: true })).toHaveValue(/\d{10}/)
  await expect(page.getByLabel('Địa chỉ', { exact: true })).not.toHaveValue('')
  await expect(page.locator('main')).toContainText('Nếu tiếp nhận bây giờ, hẹn trả')
  await expect(page.locator('main')).toContainText('Phải nộp: 5.000 đồng')
  await fillRequest(page)
  await paper(page, FORM).getByLabel('Bản chính').fill('1')
  await paper(page, 'Giấy tờ tùy thân').getByLabel('Đã xuất trình').check()
  await receive(page).click()
  await page.waitForURL(/xong=receive/)
  await expect(page.getByRole('status').first()).toContainText('Đã tiếp nhận lúc')
  await expect(page.locator('main')).toContainText('giấy: 1 bản chính')
  const code = await codeOn(page)
  await expectAccessible(page)
  for (const link of [/In Giấy tiếp nhận số \d{4}\/TTPVHCC/, /In cuộn 80 mm/]) {
    const text = (await paperOf(page, link)).replaceAll(/\s+/g, '')
    for (const field of [
      `${code}`,
      'Tiếp nhận hồ sơ của Ông (Bà): Nguyễn Thị Minh Họa',
      'Số định danh cá nhân: 086194000012',
      'Phí, lệ phí: 5.000 đồng (năm nghìn đồng), chưa nộp',
      'Giấy tờ đã xuất trình, đã nhận lại: Giấy tờ tùy thân',
      'Đăng ký nhận kết quả tại: Tại quầy Một cửa',
    ])
      expect(text).toContain(field.replaceAll(' ', ''))
  }
  expect(errors).toEqual([])
})

test('a new person is typed in once: a refused scan and a reload cost nothing, and two presses make one dossier', async ({ page }) => {
  await signInStaff(page, CLERK, COUNTER)
  await begin(page)
  await page.getByLabel('Tìm bằng số định danh hoặc số điện thoại').fill('086077000555')
  await page.getByRole('button', { name: 'Tìm người' }).click()
  await expect(page.locator('.found')).toContainText('Chưa có ai với số này')
  await expect(page.getByLabel('Số định danh cá nhân')).toHaveValue('086077000555')
  await page.getByLabel('Họ và tên', { exact: true }).fill('Lê Văn Thí Điểm')
  await page.getByLabel('Số điện thoại', { exact: true }).fill('0900000555')
  await page.getByLabel('Địa chỉ', { exact: true }).fill('Ấp Mẫu, xã Tân Hoà, tỉnh Vĩnh Long')
  await fillRequest(page)
  await paper(page, FORM).locator('input[type=file]').first().setInputFiles(FORGED)
  await receive(page).click()
  await expect(page.getByRole('alert').first()).toContainText('gia-mao.pdf')
  await expect(page).toHaveTitle(/^Lỗi: /)
  await expectAccessible(page)
  await page.reload()
  await expect(page.getByLabel('Họ và tên', { exact: true })).toHaveValue('Lê Văn Thí Điểm')
  await paper(page, FORM).locator('input[type=file]').first().setInputFiles(SCAN)
  await paper(page, FORM)
    .getByRole('button', { name: /Tải tệp lên/ })
    .click()
  await expect(paper(page, FORM)).toContainText('ban-quet.pdf')
  await expect(paper(page, FORM)).toContainText('2 trang')
  const form = await page.locator('form[enctype]').evaluateHandle((element) => element as HTMLFormElement)
  // Both presses are on their way before the first is answered.
  const sent = await form.evaluate(async (element) => {
    const body = new FormData(element)
    body.set('then', 'issue')
    const press = () => fetch(element.action, { method: 'POST', body }).then(({ url }) => url)
    return Promise.all([press(), press(), press()])
  })
  expect(new Set(sent).size).toBe(1)
  expect(sent[0]).toContain('xong=receive')
  // The answer was lost: the page is still there, and is sent once more.
  await receive(page).click()
  await page.waitForURL(/xong=receive/)
  expect(page.url()).toBe(sent[0])
  const code = await codeOn(page)
  await page.goBack()
  // A reload is broken off while the page's script is still writing its address anew.
  await page.waitForLoadState('networkidle')
  await page.reload()
  await expect(page).toHaveURL(new RegExp(`/ho-so/${code.replaceAll('.', '\\.')}`))
})

test('an unfinished intake waits in the list, and goes when it is thrown away', async ({ page }) => {
  await signInStaff(page, CLERK, COUNTER)
  await begin(page)
  await page.getByLabel('Họ và tên', { exact: true }).fill('Trần Thị Dở Dang')
  await page.getByRole('button', { name: 'Lưu lại, làm sau' }).click()
  await page.waitForURL((url) => url.pathname === COUNTER)
  await page.getByRole('link', { name: /Trần Thị Dở Dang/ }).click()
  await page.getByRole('link', { name: 'Bỏ hồ sơ đang nhập này' }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Bỏ hồ sơ này' }).click()
  await page.waitForURL((url) => url.pathname === COUNTER)
  await expect(page.getByRole('link', { name: /Trần Thị Dở Dang/ })).toHaveCount(0)
})

test('all of it without script and at 320 px, for somebody whom another has authorised', async ({ browser }) => {
  const context = await browser.newContext(OLD_PHONE)
  const page = await context.newPage()
  await signInStaff(page, CLERK, COUNTER)
  await expectNoSidewaysScroll(page)
  await begin(page)
  await expectNoSidewaysScroll(page)
  await receive(page).click()
  await expect(page.getByRole('alert').first()).toContainText('Nhập họ và tên như trên giấy tờ tùy thân')
  await expectNoSidewaysScroll(page)
  await page.getByLabel('Tìm bằng số định danh hoặc số điện thoại').fill('086194000012')
  await page.getByRole('button', { name: 'Tìm người' }).click()
  await page.locator('.found').getByRole('button', { name: /Chọn/ }).click()
  await page.getByLabel('Nộp thay người khác, theo ủy quyền').check()
  await page.getByLabel('Họ và tên người ủy quyền').fill('Lê Thị Tượng Trưng')
  await page.getByLabel('Số định danh người ủy quyền').fill('086088000013')
  await page.getByLabel('Số điện thoại người ủy quyền').fill('0900000188')
  await page.getByLabel('Địa chỉ người ủy quyền').fill('Ấp Mẫu, xã Tân Hoà')
  await page.getByLabel('Văn bản ủy quyền', { exact: true }).fill('Giấy ủy quyền số 1 ngày 20/11/2026')
  await fillRequest(page)
  await paper(page, FORM).getByLabel('Chỉ xuất trình').check()
  await paper(page, 'Văn bản ủy quyền').getByLabel('Chứng thực').fill('1')
  await receive(page).click()
  await page.waitForURL(/xong=receive/)
  const text = await paperOf(page, /In Giấy tiếp nhận/)
  for (const field of [
    'Người ủy quyền: Lê Thị Tượng Trưng',
    'Giấy tờ ủy quyền: Giấy ủy quyền số 1',
    `đã nhận lại: ${FORM}`,
    'Văn bản ủy quyền 0 1 0',
  ])
    expect(text).toContain(field)
  await context.close()
})

test('a specialist is not shown the counter', async ({ page }) => {
  await signInStaff(page, 'thidiem.pham')
  await expect(page.getByRole('navigation', { name: 'Chính' }).getByRole('link', { name: 'Tại quầy' })).toHaveCount(0)
  const answer = await page.goto(COUNTER)
  expect(answer?.status()).toBe(404)
})
