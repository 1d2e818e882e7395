import { type Browser, expect, test } from '@playwright/test'
import { waitForMail } from '../support/mail'
import { begin, choose, COUNTER, fillRequest, FORM, paper, receive as receiveAtCounter } from './support/counter'
import {
  asCitizen,
  asOfficer,
  chooseStep,
  CLERK,
  done,
  dossierPage,
  inHand,
  LEADER,
  MAIL,
  paperText,
  SPECIALIST,
  takeStepAt,
} from './support/dossiers'
import { codeOn, expectAccessible, expectNoSidewaysScroll, OLD_PHONE, signInCitizen, withPage } from './support/portal'

// After receipt a dossier ends before its decision: because she wishes it, or because the office has to.

const CASHIER = 'tamtinh.bui'
/** "Nguyễn Thị Minh Họa", whom the counter knows. */
const AT_THE_COUNTER = '086194000012'

test('she asks to withdraw from an old phone without script, thinks better of it, and the clock goes on', async ({ browser }) => {
  const code = await inHand()
  await asCitizen(browser, async (phone) => {
    await phone.goto(`/ho-so/${code}`)
    await phone.getByRole('link', { name: 'Đề nghị rút hồ sơ này' }).click()
    await expect(phone.locator('main')).toContainText('trả lời đề nghị này trong 8 giờ làm việc')
    await expectNoSidewaysScroll(phone)
    await phone.getByLabel('Lý do rút').fill('Đã làm ở nơi khác')
    await phone.getByRole('button', { name: 'Gửi đề nghị rút' }).click()
    await expect(phone.getByRole('status').first()).toContainText('Đã gửi đề nghị rút')
    await expect(phone.locator('main')).toContainText('Đề nghị rút được trả lời chậm nhất')
    await expectNoSidewaysScroll(phone)
    await phone.goto('/ho-so')
    await expect(phone.locator('main')).toContainText('Đã xin rút')
    await expectNoSidewaysScroll(phone)
  })
  await waitForMail({ to: MAIL, subject: `Đã nhận đề nghị rút hồ sơ ${code}`, timeoutMs: 30_000 })
  await asOfficer(browser, SPECIALIST, async (page) => {
    await page.goto(dossierPage(code))
    await expect(page.locator('main')).toContainText('Người nộp xin rút, đang chờ Một cửa trả lời')
  })
  await asCitizen(browser, async (phone) => {
    await phone.goto(`/ho-so/${code}`)
    await phone.getByRole('button', { name: 'Không rút nữa, giải quyết tiếp' }).click()
    await expect(phone.getByRole('status').first()).toContainText('Hồ sơ được giải quyết tiếp')
    await expect(phone.locator('main')).toContainText('Hẹn trả kết quả')
    await expect(phone.getByRole('link', { name: 'Đề nghị rút hồ sơ này' })).toBeVisible()
  })
  await asOfficer(browser, SPECIALIST, async (page) => {
    await page.goto(dossierPage(code))
    await expect(page.getByRole('radio', { name: /^Trình ký duyệt/ })).toBeVisible()
  })
})

test('the clerk records the wish of one who comes to the counter, and that she thinks better of it', async ({ browser }) => {
  const code = await inHand()
  await asOfficer(browser, CLERK, async (page) => {
    await chooseStep(page, code, /^Ghi đề nghị rút hồ sơ/)
    await expectAccessible(page)
    await page.getByLabel(/Lý do người nộp nêu/).fill('Nộp nhầm thủ tục')
    await page.getByRole('button', { name: 'Ghi đề nghị rút' }).click()
    await expect(done(page)).toContainText('Đã ghi đề nghị rút')
    await expect(page.locator('main')).toContainText('hạn mới tính lại khi người nộp không rút nữa')
    await chooseStep(page, code, /^Giải quyết tiếp/)
    await expectAccessible(page)
    await page.locator('main').getByRole('button', { name: 'Giải quyết tiếp' }).click()
    await expect(done(page)).toContainText('người nộp không rút nữa')
  })
})

test('the desk agrees: Thông báo dừng with her own reason, which she reads without script', async ({ browser }) => {
  const code = await inHand()
  await asCitizen(browser, async (phone) => {
    await phone.goto(`/ho-so/${code}/rut`)
    await phone.getByLabel('Lý do rút').fill('Tôi đã xin được giấy này ở nơi khác')
    await phone.getByRole('button', { name: 'Gửi đề nghị rút' }).click()
    await phone.waitForURL(/xong=xin-rut/)
  })
  await asOfficer(browser, CLERK, async (page) => {
    await chooseStep(page, code, /^Đồng ý cho rút/)
    await expect(page.locator('main')).toContainText('Tôi đã xin được giấy này ở nơi khác')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Đồng ý cho rút hồ sơ' }).click()
    await expect(done(page)).toContainText('Đã đồng ý cho rút')
    await expect(page.locator('main')).toContainText('Hồ sơ đã đóng, không còn bước nào')
    const text = await paperText(page, /In Thông báo dừng số \d{4}\/TBD/)
    for (const words of ['THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ', code, 'Ngày nhận yêu cầu dừng', 'Tôi đã xin được giấy này ở nơi khác'])
      expect(text).toContain(words)
  })
  await waitForMail({ to: MAIL, subject: `Đã dừng giải quyết hồ sơ ${code}`, timeoutMs: 30_000 })
  await asCitizen(browser, async (phone) => {
    await phone.goto(`/ho-so/${code}`)
    await expect(phone.locator('main')).toContainText('Đã dừng giải quyết')
    await expect(phone.locator('.panel')).toContainText('Tôi đã xin được giấy này ở nơi khác')
    await expect(phone.getByRole('link', { name: /Thông báo dừng giải quyết hồ sơ/ })).toBeVisible()
    await expectNoSidewaysScroll(phone)
  })
})

/** A dossier that came over the counter, with its papers, and that its department has. */
const broughtToDepartment = (browser: Browser): Promise<string> =>
  asOfficer(browser, CLERK, async (page) => {
    await page.goto(COUNTER)
    await begin(page)
    await choose(page)
    await fillRequest(page)
    await paper(page, FORM).getByLabel('Bản chính').fill('1')
    await paper(page, 'Giấy tờ tùy thân').getByLabel('Đã xuất trình').check()
    await receiveAtCounter(page).click()
    await page.waitForURL(/xong=receive/)
    const own = await codeOn(page)
    await takeStepAt(page, own, { path: 'chuyen-phong', button: 'Chuyển phòng' })
    return own
  })

test('the leader stops what cannot be granted: its paper lists what goes back, and the money goes back', async ({ browser }) => {
  const code = await broughtToDepartment(browser)
  await asOfficer(browser, CASHIER, async (page) => {
    await page.goto(`/can-bo/thu-phi/${code}`)
    await page.getByLabel('Số biên lai hoặc số giao dịch').fill(`BL-${code}`)
    await page.getByRole('button', { name: 'Ghi đã thu' }).click()
    await expect(done(page)).toContainText(`Đã ghi thu phí hồ sơ ${code}`)
  })
  await asOfficer(browser, LEADER, async (page) => {
    await chooseStep(page, code, /^Dừng giải quyết/)
    await expect(page.locator('main')).toContainText(`${FORM}: 1 bản chính`)
    await expect(page.getByLabel(/Hoàn lại 5\.000 đồng đã nộp/)).toBeChecked()
    await page.getByRole('button', { name: 'Dừng giải quyết hồ sơ' }).click()
    await expect(page.getByRole('alert').first()).toContainText('Ghi lý do dừng')
    await expect(page.getByLabel(/Hoàn lại 5\.000 đồng đã nộp/)).toBeChecked()
    await expectAccessible(page)
    await page.getByLabel('Lý do dừng').fill('Người nộp không cư trú tại xã, không thuộc thẩm quyền.')
    await page.getByRole('button', { name: 'Dừng giải quyết hồ sơ' }).click()
    await expect(done(page)).toContainText('5.000 đồng chờ hoàn')
    const text = await paperText(page, /In Thông báo dừng số/)
    for (const words of ['không cư trú tại xã', `${FORM}: 1 bản chính`, '5.000 đồng (năm nghìn đồng)']) expect(text).toContain(words)
    expect(text).not.toContain('Ngày nhận yêu cầu dừng')
  })
  await withPage(browser, OLD_PHONE, async (phone) => {
    await signInCitizen(phone, AT_THE_COUNTER)
    await phone.goto(`/ho-so/${code}`)
    await expect(phone.locator('.panel')).toContainText('Lý do dừng giải quyết: Người nộp không cư trú tại xã')
    await expect(phone.locator('main')).toContainText('5.000 đồng phí, lệ phí đã nộp sẽ được hoàn lại')
    await expectNoSidewaysScroll(phone)
  })
  await asOfficer(browser, CASHIER, async (page) => {
    await page.goto(`/can-bo/hoan-phi/${code}`)
    await page.getByLabel('Số phiếu chi hoặc số giao dịch').fill(`PC-${code}`)
    await page.getByRole('button', { name: 'Ghi hoàn phí' }).click()
    await expect(done(page)).toContainText(`Đã ghi hoàn phí hồ sơ ${code}`)
  })
})

test('what the leader has stopped is taken up again where it stood: the papers are looked at, the letter is revoked, she is told why', async ({
  browser,
}) => {
  const code = await broughtToDepartment(browser)
  await asOfficer(browser, LEADER, async (page) => {
    await takeStepAt(page, code, {
      path: 'dung',
      button: 'Dừng giải quyết hồ sơ',
      fill: (asked) => asked.getByLabel('Lý do dừng').fill('Xem nhầm nơi cư trú'),
    })
    await chooseStep(page, code, /^Mở lại hồ sơ/)
    await expect(page.locator('main')).toContainText(`${FORM}: 1 bản chính`)
    await expect(page.locator('.opinion')).toContainText('“Xem nhầm nơi cư trú”')
    await page.getByLabel('Lý do mở lại').fill('Người nộp có cư trú tại xã')
    await page.getByRole('button', { name: 'Mở lại hồ sơ' }).click()
    await expect(page.getByRole('alert').first()).toContainText('Xem lại giấy tờ còn ở quầy rồi đánh dấu')
    await expect(page.getByLabel('Lý do mở lại')).toHaveValue('Người nộp có cư trú tại xã')
    await expectAccessible(page)
    await page.getByLabel('Đã xem, các giấy tờ này còn ở quầy').check()
    await page.getByRole('button', { name: 'Mở lại hồ sơ' }).click()
    await expect(done(page)).toContainText('Đã mở lại hồ sơ lúc')
    await expect(page.locator('main')).toContainText(/Thông báo dừng số \d{4}\/TBD \(đã thu hồi \d\d\/\d\d\/\d{4}, không còn giá trị\)/)
    await expect(page.locator('.standing')).toContainText('Chờ phòng nhận')
    await expectAccessible(page)
  })
  await withPage(browser, OLD_PHONE, async (phone) => {
    await signInCitizen(phone, AT_THE_COUNTER)
    await phone.goto(`/ho-so/${code}`)
    await expect(phone.locator('main')).toContainText('Hồ sơ đã dừng nay được giải quyết tiếp')
    await expect(phone.locator('main')).toContainText('Lý do: Người nộp có cư trú tại xã')
    await expect(phone.locator('main')).toContainText('không còn giá trị')
    await expect(phone.locator('main')).toContainText('Đã dừng, sau đó được giải quyết tiếp')
    await expectNoSidewaysScroll(phone)
  })
})
