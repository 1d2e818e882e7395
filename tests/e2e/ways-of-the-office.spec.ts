import { expect, test } from '@playwright/test'
import { findMails, waitForMail } from '../support/mail'
import {
  approve,
  asCitizen,
  asOfficer,
  chooseStep,
  CLERK,
  done,
  dossierPage,
  inDepartment,
  inHand,
  LEADER,
  MAIL,
  propose,
  SPECIALIST,
  takeStepAt,
} from './support/dossiers'
import { expectAccessible, expectNoSidewaysScroll } from './support/portal'

// What goes back within the office: to the desk, to the one who signs, to the one who works on it; and what is asked for a second time.

/** Công nhận hòa giải viên: its result is a decision, which the registrar numbers. */
const NUMBERED = '1.002211'
const REGISTRAR = 'soghi.phan'

test('what went to the wrong department is taken back by the desk, or returned to it with a reason', async ({ browser }) => {
  const code = await inDepartment()
  await asOfficer(browser, CLERK, async (desk) => {
    await chooseStep(desk, code, /^Rút về Một cửa/)
    await desk.getByRole('button', { name: 'Rút về Một cửa' }).click()
    await expect(desk.getByRole('alert').first()).toContainText('Ghi lý do')
    await expectAccessible(desk)
    await desk.getByLabel('Lý do rút về').fill('Chuyển nhầm phòng')
    await desk.getByRole('button', { name: 'Rút về Một cửa' }).click()
    await expect(done(desk)).toContainText('Đã rút về Một cửa lúc')
    await expect(desk.locator('.standing')).toContainText('Đã tiếp nhận')
    await expect(desk.locator('main')).toContainText('“Chuyển nhầm phòng”')
    await takeStepAt(desk, code, { path: 'chuyen-phong', button: 'Chuyển phòng' })
  })
  await asOfficer(browser, SPECIALIST, async (department) => {
    await chooseStep(department, code, /^Trả lại Một cửa/)
    await department.getByLabel('Lý do trả lại').fill('Thiếu số điện thoại của người nộp, đề nghị hỏi lại')
    await expectAccessible(department)
    await department.getByRole('button', { name: 'Trả lại Một cửa' }).click()
    await expect(done(department)).toContainText('Đã trả lại Một cửa lúc')
  })
  await asOfficer(
    browser,
    CLERK,
    async (desk) => {
      await desk.goto(dossierPage(code))
      await expect(desk.locator('.notice--soon')).toContainText('Phòng trả lại Một cửa')
      await expect(desk.locator('.notice--soon')).toContainText('Thiếu số điện thoại của người nộp')
      await takeStepAt(desk, code, { path: 'chuyen-phong', button: 'Chuyển phòng' })
    },
    { javaScriptEnabled: false },
  )
})

test('a second request is the leader’s to answer for: the page says that it counts as late, and she answers it like the first', async ({
  browser,
}) => {
  const code = await inHand()
  const answer = () =>
    asCitizen(browser, async (phone) => {
      await phone.goto(`/ho-so/${code}/bo-sung`)
      await expectNoSidewaysScroll(phone)
      await phone.getByRole('textbox').first().fill('Đã ghi: để đăng ký kết hôn')
      await phone.getByRole('button', { name: 'Gửi bổ sung' }).click()
      await phone.waitForURL(/xong=bo-sung/)
    })
  await asOfficer(browser, SPECIALIST, async (page) => {
    await takeStepAt(page, code, {
      path: 'yeu-cau-bo-sung',
      button: 'Yêu cầu bổ sung',
      fill: async (asked) => {
        await asked.locator('.to-ask').first().getByRole('checkbox').check()
        await asked.locator('.to-ask').first().getByRole('textbox').fill('Ghi rõ mục đích sử dụng')
      },
    })
  })
  await answer()
  await asOfficer(browser, SPECIALIST, async (page) => {
    await page.goto(dossierPage(code))
    await expect(page.getByRole('radio', { name: /^Yêu cầu bổ sung/ })).toHaveCount(0)
  })
  await asOfficer(browser, LEADER, async (page) => {
    await chooseStep(page, code, /^Yêu cầu bổ sung lần nữa/)
    await expect(page.locator('main')).toContainText('tính là trễ hạn')
    await expectAccessible(page)
    const asked = page.locator('.to-ask').first()
    await asked.getByRole('checkbox').check()
    await asked.getByRole('textbox').fill('Tên nước nơi đăng ký kết hôn chưa ghi')
    await page.locator('main').getByRole('button', { name: 'Yêu cầu bổ sung' }).click()
    await expect(done(page)).toContainText('Đã yêu cầu bổ sung lần nữa')
    await expect(page.getByRole('link', { name: /In Phiếu yêu cầu bổ sung số/ })).toBeVisible()
    await expect(page.locator('main')).toContainText('Phiếu yêu cầu lần 2')
  })
  await answer()
})

test('a decision goes by the registrar, who returns it once with a reason, then numbers it; only then is anybody told', async ({
  browser,
}) => {
  const code = await inHand(NUMBERED)
  const number = `125-${code.slice(-4)}/QĐ-UBND`
  await asOfficer(browser, SPECIALIST, (page) => propose(page, code))
  await asOfficer(browser, LEADER, async (page) => {
    await approve(page, code)
    await expect(done(page)).toContainText('để cấp số, đóng dấu')
  })
  expect(await findMails({ to: MAIL, subject: `Hồ sơ ${code} đã có kết quả` })).toEqual([])
  await asOfficer(browser, REGISTRAR, async (page) => {
    await page.goto('/can-bo/hang-doi?ke=issue')
    await expect(page.locator(`main a[href*="${code}"]`).first()).toBeVisible()
    await chooseStep(page, code, /^Trả lại người ký/)
    await page.locator('main').getByRole('button', { name: 'Trả lại người ký' }).click()
    await expect(page.getByRole('alert').first()).toContainText('Ghi lý do')
    await page.getByLabel('Lý do trả lại').fill('Sai thể thức: thiếu nơi nhận')
    await expectAccessible(page)
    await page.locator('main').getByRole('button', { name: 'Trả lại người ký' }).click()
    await expect(done(page)).toContainText('Đã trả lại người ký')
  })
  await asOfficer(browser, LEADER, async (page) => {
    await page.goto(dossierPage(code))
    await expect(page.locator('.notice--soon')).toContainText('Văn thư trả lại')
    await expect(page.locator('.notice--soon')).toContainText('thiếu nơi nhận')
    await approve(page, code)
  })
  await asOfficer(browser, REGISTRAR, async (page) => {
    await chooseStep(page, code, /^Cấp số, ban hành/)
    await page.locator('main').getByRole('button', { name: 'Cấp số, ban hành kết quả' }).click()
    await expect(page.getByRole('alert').first()).toContainText('Nhập số, ký hiệu của văn bản')
    await expectAccessible(page)
    await page.getByLabel('Số, ký hiệu văn bản').fill(number)
    await page.locator('main').getByRole('button', { name: 'Cấp số, ban hành kết quả' }).click()
    await expect(done(page)).toContainText(`Đã ban hành văn bản số ${number}`)
    await expect(page.locator('.standing')).toContainText('Có kết quả')
  })
  await waitForMail({ to: MAIL, subject: `Hồ sơ ${code} đã có kết quả`, timeoutMs: 30_000 })
})

test('a signed result that is wrong is taken back before anybody has it, and both sides are told', async ({ browser }) => {
  const code = await inHand()
  await asOfficer(browser, SPECIALIST, (page) => propose(page, code))
  await asOfficer(browser, LEADER, async (page) => {
    await approve(page, code)
    await chooseStep(page, code, /^Rút lại kết quả/)
    await page.locator('main').getByRole('button', { name: 'Rút lại kết quả' }).click()
    await expect(page.getByRole('alert').first()).toContainText('Ghi lý do')
    await expectAccessible(page)
    await page.getByLabel('Lý do rút lại').fill('Sai ngày sinh')
    await page.locator('main').getByRole('button', { name: 'Rút lại kết quả' }).click()
    await expect(done(page)).toContainText('Đã rút lại kết quả')
  })
  await asOfficer(browser, SPECIALIST, async (page) => {
    await page.goto(dossierPage(code))
    await expect(page.locator('.notice--soon')).toContainText('Kết quả được rút lại để sửa')
    await expect(page.locator('.notice--soon')).toContainText('Sai ngày sinh')
    await expect(page.getByRole('radio', { name: /^Trình ký duyệt/ })).toBeVisible()
  })
  await waitForMail({ to: MAIL, subject: `Kết quả hồ sơ ${code} đang được sửa`, timeoutMs: 30_000 })
  await asCitizen(browser, async (phone) => {
    await phone.goto(`/ho-so/${code}`)
    await expect(phone.locator('main')).toContainText('Có kết quả, được rút lại để sửa')
    // Why is said among colleagues.
    await expect(phone.locator('main')).not.toContainText('Sai ngày sinh')
    await expectNoSidewaysScroll(phone)
  })
})
