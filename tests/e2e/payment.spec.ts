import { expect, test } from '@playwright/test'
import { waitForMail } from '../support/mail'
import { asCitizen, asOfficer, chooseStep, done, dossierPage, inHand, MAIL, SPECIALIST, takeStepAt } from './support/dossiers'
import { expectAccessible, expectNoSidewaysScroll, goToStep } from './support/portal'

// A tax or land notice has to be paid before the work goes on (nghĩa vụ tài chính): the clock stands until the cashier has it.

const CASHIER = 'tamtinh.bui'

test('the specialist says what is to be paid, she reads it on an old phone without script, and the cashier’s record sets the clock going', async ({
  browser,
}) => {
  const code = await inHand()
  await asOfficer(browser, SPECIALIST, async (page) => {
    await chooseStep(page, code, /^Yêu cầu nộp tiền/)
    await page.getByLabel('Khoản phải nộp').fill('Lệ phí trước bạ')
    await page.getByLabel('Số tiền (đồng)').fill('nhiều')
    await page.locator('main').getByRole('button', { name: 'Yêu cầu nộp tiền' }).click()
    await expect(page.getByRole('alert').first()).toContainText('Nhập số tiền bằng đồng, ví dụ 150.000')
    await expect(page.getByRole('alert').first()).toContainText('Ghi căn cứ')
    await expect(page.getByLabel('Khoản phải nộp')).toHaveValue('Lệ phí trước bạ')
    await expectAccessible(page)
    await page.getByLabel('Số tiền (đồng)').fill('1.150.000')
    await page.getByLabel('Căn cứ').fill('Thông báo số 12/TB-CCT ngày 27/11/2026')
    await page.locator('main').getByRole('button', { name: 'Yêu cầu nộp tiền' }).click()
    await expect(done(page)).toContainText('Thời hạn tạm dừng')
    await expect(page.locator('main')).toContainText('hạn mới tính lại khi người thu ghi đã nộp tiền')
    await expectAccessible(page)
  })
  const mail = await waitForMail({ to: MAIL, subject: `Hồ sơ ${code} có khoản phải nộp`, timeoutMs: 30_000 })
  expect(mail.text).toMatch(/1\.15\d\.000 đồng/)
  await asCitizen(browser, async (phone) => {
    await expect(phone.locator('main')).toContainText('Việc Ông/Bà cần làm')
    await expect(phone.getByRole('link', { name: 'Xem khoản phải nộp' }).first()).toBeVisible()
    await expectNoSidewaysScroll(phone)
    await phone.goto(`/ho-so/${code}`)
    const panel = phone.locator('.panel')
    await expect(panel).toContainText('Lệ phí trước bạ: 1.150.000 đồng')
    await expect(panel).toContainText('Căn cứ: Thông báo số 12/TB-CCT ngày 27/11/2026')
    await expect(phone.locator('main')).toContainText('Thời hạn đang tạm dừng')
    await expectNoSidewaysScroll(phone)
  })
  await asOfficer(browser, CASHIER, async (page) => {
    // The step itself is the cashier's record, with its proof.
    await goToStep(page, { code, label: /^Ghi đã nộp tiền/ })
    await page.waitForURL(/\/thu-phi\//)
    await expect(page.locator('main')).toContainText('Lệ phí trước bạ 1.150.000 đồng')
    await page.getByRole('button', { name: 'Ghi đã thu' }).click()
    await expect(page.getByRole('alert').first()).toContainText('Ghi số biên lai')
    await expectAccessible(page)
    await page.getByLabel('Chuyển khoản').check()
    await page.getByLabel('Số biên lai hoặc số giao dịch').fill(`NS-${code}`)
    await page.getByRole('button', { name: 'Ghi đã thu' }).click()
    await expect(done(page)).toContainText(`Đã ghi thu phí hồ sơ ${code}`)
  })
  await waitForMail({ to: MAIL, subject: `Đã ghi nhận khoản nộp của hồ sơ ${code}`, timeoutMs: 30_000 })
  await asOfficer(browser, SPECIALIST, async (page) => {
    await page.goto(dossierPage(code))
    await expect(page.getByRole('radio', { name: /^Trình ký duyệt/ })).toBeVisible()
    await expect(page.locator('main')).toContainText('Dừng chờ người nộp đến')
    await expect(page.locator('main')).toContainText('Đã nộp tiền')
  })
  await asCitizen(browser, async (phone) => {
    await phone.goto(`/ho-so/${code}`)
    await expect(phone.locator('.panel')).toHaveCount(0)
    await expect(phone.locator('main')).toContainText('Đã nộp tiền theo thông báo')
    await expectNoSidewaysScroll(phone)
  })
})

test('what was asked for by mistake is taken back by the specialist: the clock goes on, and she is told that nothing is to be paid', async ({
  browser,
}) => {
  const code = await inHand()
  await asOfficer(browser, SPECIALIST, async (page) => {
    await takeStepAt(page, code, {
      path: 'yeu-cau-nop-tien',
      button: 'Yêu cầu nộp tiền',
      fill: async (asked) => {
        await asked.getByLabel('Khoản phải nộp').fill('Lệ phí trước bạ')
        await asked.getByLabel('Số tiền (đồng)').fill('750.000')
        await asked.getByLabel('Căn cứ').fill('Thông báo số 14/TB-CCT')
      },
    })
    await chooseStep(page, code, /^Rút yêu cầu nộp tiền/)
    await page.locator('main').getByRole('button', { name: 'Rút yêu cầu nộp tiền' }).click()
    await expect(page.getByRole('alert').first()).toContainText('Nhập lý do; người nộp đọc được')
    await expectAccessible(page)
    await page.getByLabel('Lý do rút yêu cầu').fill('Thông báo là của hồ sơ khác')
    await page.locator('main').getByRole('button', { name: 'Rút yêu cầu nộp tiền' }).click()
    await expect(done(page)).toContainText('Đã rút yêu cầu nộp tiền lúc')
    await expect(page.locator('main')).toContainText('Lệ phí trước bạ 750.000 đồng, rút yêu cầu')
    await expect(page.getByRole('radio', { name: /^Trình ký duyệt/ })).toBeVisible()
    await expectAccessible(page)
  })
  await waitForMail({ to: MAIL, subject: `Hồ sơ ${code} không phải nộp khoản đã yêu cầu`, timeoutMs: 30_000 })
  await asCitizen(browser, async (phone) => {
    await phone.goto(`/ho-so/${code}`)
    await expect(phone.locator('main')).toContainText('Ông/Bà không phải nộp khoản đã yêu cầu')
    await expect(phone.locator('main')).toContainText('Thông báo là của hồ sơ khác')
    await expect(phone.locator('main')).toContainText('Được yêu cầu nộp tiền, yêu cầu đã rút lại')
    await expect(phone.locator('main')).not.toContainText('750.000')
    await expectNoSidewaysScroll(phone)
  })
})
