import { expect, test, type Page } from '@playwright/test'
import { waitForMail } from '../support/mail'
import { pdfFile } from '../support/files'
import { CITIZEN, CLERK, fileOnline, MAIL } from './support/dossiers'
import { expectAccessible, expectNoSidewaysScroll, OLD_PHONE, signInCitizen, signInStaff, withPage } from './support/portal'

// Papers that are not good enough: the office asks once, the citizen answers from an old phone without script, and the dossier goes on. Others
// are refused, or taken back.
test.describe.configure({ mode: 'serial' })

const NEW_PDF = { name: 'to-khai-moi.pdf', mimeType: 'application/pdf', buffer: pdfFile({ pages: 2 }) }

let code = ''

test('the clerk finds a paper not good enough, and the check goes along into the request', async ({ browser, page }) => {
  code = await withPage(browser, OLD_PHONE, async (phone) => {
    await signInCitizen(phone, CITIZEN)
    return fileOnline(phone)
  })
  await signInStaff(page, CLERK)
  await page.goto(`/can-bo/ho-so/${code}`)
  await expect(page.locator('main')).toContainText(/còn \d+ (giờ|phút)/)
  await page.goto(`/can-bo/ho-so/${code}/tiep-nhan`)
  const first = page.locator('.to-check').first()
  await first.getByLabel('Chưa đạt', { exact: true }).check()
  await first.getByLabel('Chưa đạt ở chỗ nào').fill('Thiếu chữ ký ở trang 2')
  await page.getByRole('button', { name: 'Tiếp nhận hồ sơ' }).click()
  await expect(page.getByRole('alert').first()).toContainText('Chọn Yêu cầu bổ sung')
  await page.getByRole('button', { name: 'Yêu cầu bổ sung' }).click()
  await page.waitForURL(/\/yeu-cau-bo-sung/)
  const asked = page.locator('.to-ask').first()
  await expect(asked.getByRole('checkbox')).toBeChecked()
  await expect(asked.getByRole('textbox')).toHaveValue('Thiếu chữ ký ở trang 2')
  await asked.getByRole('combobox').selectOption({ label: 'Chưa ký hoặc chưa ghi đủ nội dung tờ khai' })
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Yêu cầu bổ sung' }).click()
  await expect(page.getByRole('status').first()).toContainText('Đã yêu cầu bổ sung')
  const paper = page.getByRole('link', { name: /In Phiếu yêu cầu bổ sung số \d{4}\/PBS/ })
  const answer = await page.request.get((await paper.getAttribute('href')) ?? '')
  expect(answer.headers()['content-type']).toBe('application/pdf')
})

test('the citizen is mailed, sees what to do first, and answers with an old phone and no script', async ({ browser }) => {
  const mail = await waitForMail({ to: MAIL, subject: `${code} cần bổ sung giấy tờ`, timeoutMs: 30_000 })
  expect(mail.text).toContain(`/ho-so/${code}/bo-sung`)
  await withPage(browser, {}, async (page) => {
    await signInCitizen(page, CITIZEN)
    await page.goto(`/ho-so/${code}/bo-sung`)
    await expectAccessible(page)
  })
  await withPage(browser, OLD_PHONE, async (page) => {
    await signInCitizen(page, CITIZEN)
    await expect(page.locator('main')).toContainText('Việc Ông/Bà cần làm')
    await page.goto(`/ho-so/${code}`)
    await expect(page.locator('.panel')).toContainText('Thiếu chữ ký ở trang 2')
    await expect(page.locator('.panel')).toContainText('Chưa ký hoặc chưa ghi đủ nội dung tờ khai')
    await expectNoSidewaysScroll(page)
    await page.getByRole('link', { name: 'Bổ sung giấy tờ' }).click()
    await expect(page).toHaveURL(/\/bo-sung$/)
    await page.goto(`/ho-so/${code}/bo-sung`)
    await expect(page.locator('main')).toContainText('Thiếu chữ ký ở trang 2')
    await expectNoSidewaysScroll(page)
    await page.getByRole('button', { name: 'Gửi bổ sung' }).click()
    await expect(page.getByRole('alert')).toContainText('Tải tệp lên')
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'gia-mao.pdf', mimeType: 'application/pdf', buffer: Buffer.from('not a pdf') })
    await page.getByRole('button', { name: 'Gửi bổ sung' }).click()
    await expect(page.getByRole('alert')).toContainText('gia-mao.pdf')
    await page.locator('input[type=file]').first().setInputFiles(NEW_PDF)
    await page.getByRole('button', { name: /Tải tệp lên/ }).click()
    await expect(page.locator('main')).toContainText('to-khai-moi.pdf')
    await expectNoSidewaysScroll(page)
    await page.getByRole('button', { name: 'Gửi bổ sung' }).click()
    await page.waitForURL(/xong=bo-sung/)
    await expect(page.getByRole('status').first()).toContainText('Đã gửi bổ sung')
    await expect(page.locator('main')).toContainText('Khi nào có trả lời?')
    await page.goto(`/ho-so/${code}/bo-sung`)
    await expect(page).toHaveURL(new RegExp(`/ho-so/${code.replaceAll('.', '\\.')}$`))
  })
})

test('the clerk sees the new paper, the one it replaced, and receives the dossier', async ({ page }) => {
  await signInStaff(page, CLERK)
  await page.goto(`/can-bo/ho-so/${code}`)
  await expect(page.locator('main')).toContainText('Tệp đã được thay')
  await expect(page.locator('main')).toContainText('Bổ sung giấy tờ')
  // Before anybody is asked a second time the page says that there was a first.
  await page.goto(`/can-bo/ho-so/${code}/yeu-cau-bo-sung`)
  await expect(page.locator('main')).toContainText(/Đã yêu cầu lần 1 lúc \d\d:\d\d thứ/)
  await page.goto(`/can-bo/ho-so/${code}/tiep-nhan`)
  const first = page.locator('.to-check').first()
  await expect(first.getByLabel('Chưa đạt', { exact: true })).not.toBeChecked()
  await first.getByLabel('Đạt', { exact: true }).check()
  await page.getByRole('button', { name: 'Tiếp nhận hồ sơ' }).click()
  await expect(page.getByRole('status').first()).toContainText('Đã tiếp nhận')
})

/** Takes a step that asks nothing but to be confirmed. */
async function take(page: Page, path: string, button: string): Promise<void> {
  await page.goto(`/can-bo/ho-so/${code}/${path}`)
  await page.locator('main').getByRole('button', { name: button }).click()
  await page.waitForURL(/xong=/)
}

test('the specialist asks once while at work: the clock stands, and both sides see why', async ({ browser }) => {
  await withPage(browser, {}, async (page) => {
    await signInStaff(page, CLERK)
    await take(page, 'chuyen-phong', 'Chuyển phòng')
  })
  await withPage(browser, {}, async (page) => {
    await signInStaff(page, 'thidiem.pham')
    await take(page, 'nhan-xu-ly', 'Nhận xử lý hồ sơ')
    await page.goto(`/can-bo/ho-so/${code}/yeu-cau-bo-sung`)
    await expect(page.locator('main')).toContainText('Hồ sơ đã tiếp nhận chỉ được yêu cầu bổ sung một lần')
    const asked = page.locator('.to-ask').first()
    await asked.getByRole('checkbox').check()
    await asked.getByRole('textbox').fill('Ghi rõ mục đích sử dụng')
    await page.getByRole('button', { name: 'Yêu cầu bổ sung' }).click()
    await expect(page.getByRole('status').first()).toContainText('Thời hạn tạm dừng')
    await expect(page.locator('main')).toContainText('Hạn trả kết quả, đang tạm dừng')
    await expect(page.locator('main')).toContainText('Đang dừng chờ người nộp; còn')
  })
  await withPage(browser, OLD_PHONE, async (page) => {
    await signInCitizen(page, CITIZEN, `/ho-so/${code}`)
    await expect(page.locator('main')).toContainText('Thời hạn đang tạm dừng')
    await expectNoSidewaysScroll(page)
  })
})

test('the clerk answers for her from the counter: the clock goes on, and the pause is among the reasons', async ({ browser }) => {
  await withPage(browser, {}, async (page) => {
    await signInStaff(page, CLERK)
    await page.goto(`/can-bo/ho-so/${code}/nhan-bo-sung`)
    await page.getByRole('button', { name: 'Ghi nhận bổ sung' }).click()
    await expect(page.getByRole('alert').first()).toContainText('Tải tệp lên')
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ ...NEW_PDF, name: 'mang-den-quay.pdf' })
    await page.getByRole('button', { name: 'Ghi nhận bổ sung' }).click()
    await page.waitForURL(/xong=answer/)
    await expect(page.getByRole('status').first()).toContainText(/Thời hạn chạy tiếp, hẹn trả/)
    await expect(page.locator('main')).toContainText('mang-den-quay.pdf')
  })
  await withPage(browser, {}, async (page) => {
    await signInStaff(page, 'thidiem.pham')
    await page.goto(`/can-bo/ho-so/${code}`)
    await expect(page.locator('main')).toContainText('Dừng chờ người nộp đến')
    await expect(page.getByLabel('Trình ký duyệt')).toBeVisible()
    // Once only while it is worked on.
    await expect(page.getByRole('radio', { name: /^Yêu cầu bổ sung/ })).toHaveCount(0)
  })
})

test('a citizen takes back what she has just sent, and is asked once more before', async ({ browser }) => {
  await withPage(browser, OLD_PHONE, async (page) => {
    await signInCitizen(page, CITIZEN)
    const own = await fileOnline(page)
    await page.goto(`/ho-so/${own}`)
    await page.getByRole('link', { name: 'Rút hồ sơ này' }).click()
    await expectNoSidewaysScroll(page)
    await page.getByRole('button', { name: 'Rút hồ sơ' }).click()
    await expect(page.getByRole('status').first()).toContainText('Đã rút hồ sơ')
    await expect(page.getByRole('link', { name: 'Rút hồ sơ này' })).toHaveCount(0)
    await page.goto('/ho-so')
    await expect(page.locator('main')).toContainText('Đã rút')
  })
})

test('what is not the commune’s is refused with a reason that the citizen reads', async ({ browser, page }) => {
  const own = await withPage(browser, OLD_PHONE, async (phone) => {
    await signInCitizen(phone, CITIZEN)
    return fileOnline(phone)
  })
  await signInStaff(page, CLERK)
  await page.goto(`/can-bo/ho-so/${own}/tu-choi`)
  await page.getByRole('button', { name: 'Từ chối tiếp nhận' }).click()
  await expect(page.getByRole('alert').first()).toContainText('Ghi lý do từ chối')
  await page.getByLabel('Lý do từ chối').fill('Người yêu cầu thường trú ở xã khác, đề nghị nộp tại UBND xã đó.')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Từ chối tiếp nhận' }).click()
  await expect(page.getByRole('status').first()).toContainText('Đã từ chối tiếp nhận')
  await expect(page.locator('main')).toContainText('Không phải nộp')
  await expect(page.locator('main')).not.toContainText('chưa nộp')
  await withPage(browser, OLD_PHONE, async (phone) => {
    await signInCitizen(phone, CITIZEN)
    await phone.goto(`/ho-so/${own}`)
    await expect(phone.locator('main')).toContainText('thường trú ở xã khác')
    await expect(phone.getByRole('link', { name: /Phiếu từ chối/ })).toBeVisible()
    await expectNoSidewaysScroll(phone)
  })
})
