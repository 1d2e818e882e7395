import { expect, test, type Page } from '@playwright/test'
import { nextWorkingDay, workCalendar } from '@/lib/deadlines/working-time'
import { addDays, type LocalDate, parseLocalDate } from '@/lib/platform/local-date'
import { dateWords } from '@/lib/text/dates'
import { loadCalendarDays } from '@/prisma/seed/data'
import { waitForMail } from '../support/mail'
import { asCitizen, asOfficer, chooseStep, done, dossierPage, inHand, LEADER, MAIL, paperText, SPECIALIST } from './support/dossiers'
import { expectAccessible, expectNoSidewaysScroll, fillDay } from './support/portal'

// A dossier cannot make its date: the office apologises before it is missed, once, and is judged by the first date all the same.

/** As announced; three weeks on, where no other story announces anything. */
const CALENDAR = workCalendar(loadCalendarDays().map(({ date, ...rest }) => ({ ...rest, date: dayOf(date) })))

function dayOf(text: string): LocalDate {
  const day = parseLocalDate(text)
  if (day === null) throw new Error(`No day: ${text}`)
  return day
}

/** The first day that a text names as dd/mm/yyyy. */
function dayIn(text: string): LocalDate {
  const [, date, month, year] = /(\d{2})\/(\d{2})\/(\d{4})/.exec(text) ?? []
  return dayOf(`${year}-${month}-${date}`)
}

const send = (page: Page) => page.getByRole('button', { name: 'Ký và gửi Phiếu xin lỗi' })

test('the leader apologises and gives a new date: the citizen is told, the due date stays, and nobody does it twice', async ({
  browser,
}) => {
  const code = await inHand()
  let [due, promised] = ['', '']
  await asOfficer(browser, LEADER, async (page) => {
    await chooseStep(page, code, /^Xin lỗi, gia hạn/)
    const told = await page.locator('main').innerText()
    const first = dayIn(told.slice(told.indexOf('Đã hẹn trả')))
    due = dateWords(first)
    await send(page).click()
    await expect(page.getByRole('alert').first()).toContainText('Nhập ngày hẹn mới')
    await expect(page.getByRole('alert').first()).toContainText('Ghi lý do chậm')
    await fillDay(page, 'Ngày hẹn trả mới', first)
    await page.getByLabel('Lý do chậm').fill('Chờ xác minh nơi đăng ký kết hôn trước đây.')
    await send(page).click()
    await expect(page.getByRole('alert').first()).toContainText('Ngày hẹn mới phải sau ngày đã hẹn')
    await expect(page.getByLabel('Lý do chậm')).toHaveValue('Chờ xác minh nơi đăng ký kết hôn trước đây.')
    await expectAccessible(page)
    let sunday = first
    while (new Date(sunday).getUTCDay() !== 0) sunday = addDays(sunday, 1)
    await fillDay(page, 'Ngày hẹn trả mới', sunday)
    await send(page).click()
    await expect(page.getByRole('alert').first()).toContainText('Ngày này cơ quan không làm việc')
    const next = nextWorkingDay(addDays(first, 20), CALENDAR)
    promised = dateWords(next)
    await fillDay(page, 'Ngày hẹn trả mới', next)
    await send(page).click()
    await expect(done(page)).toContainText('Đã gửi Phiếu xin lỗi lúc')
    await expect(done(page)).toContainText(promised)
    const text = await paperText(page, /In Phiếu xin lỗi số \d{4}\/PXL/)
    for (const words of ['PHIẾU XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN', code, 'Chờ xác minh nơi đăng ký kết hôn trước đây.'])
      expect(text).toContain(words)
    const limit = page.getByRole('region', { name: 'Hạn trả kết quả' })
    await expect(limit.locator('.due-at')).toContainText(due)
    await expect(limit).toContainText(promised)
    await expect(page.getByRole('radio', { name: /^Xin lỗi, gia hạn/ })).toHaveCount(0)
    await page.goto(`${dossierPage(code)}/gia-han`)
    await expect(send(page)).toHaveCount(0)
  })
  await asOfficer(browser, SPECIALIST, async (page) => {
    await page.goto(dossierPage(code))
    await expect(page.locator('main')).toContainText('Đã xin lỗi, hẹn lại')
    await expect(page.getByRole('radio', { name: /^Trình ký duyệt/ })).toBeVisible()
  })
  const mail = await waitForMail({ to: MAIL, subject: `Xin lỗi và hẹn lại ngày trả kết quả hồ sơ ${code}`, timeoutMs: 30_000 })
  expect(mail.text).toContain(promised)
  await asCitizen(browser, async (phone) => {
    await phone.goto(`/ho-so/${code}`)
    const main = phone.locator('main')
    await expect(main).toContainText('xin lỗi Ông/Bà vì kết quả không kịp ngày đã hẹn')
    await expect(main).toContainText('Chờ xác minh nơi đăng ký kết hôn trước đây.')
    await expect(phone.locator('.due-cit')).toContainText(promised)
    await expect(main).toContainText('Hạn đã hẹn lúc đầu là')
    await expect(main).toContainText(due)
    await expect(phone.getByRole('link', { name: /Phiếu xin lỗi/ })).toBeVisible()
    await expectNoSidewaysScroll(phone)
  })
})

test('the specialist says that it will not make its date without script, and the leader signs that with one click', async ({ browser }) => {
  const code = await inHand()
  const reason = 'Chờ sổ hộ tịch gốc từ nơi đăng ký trước đây.'
  const tell = (page: Page) => page.getByRole('button', { name: 'Gửi lãnh đạo' })
  let promised = ''
  await asOfficer(
    browser,
    SPECIALIST,
    async (page) => {
      await page.goto(dossierPage(code))
      await page.getByRole('link', { name: 'Báo không kịp hạn' }).click()
      await expect(page.getByRole('heading', { name: 'Báo không kịp hạn' })).toBeVisible()
      const told = await page.locator('main').innerText()
      const first = dayIn(told.slice(told.indexOf('Đã hẹn trả')))
      await tell(page).click()
      await expect(page.getByRole('alert').first()).toContainText('Ghi lý do chậm')
      await page.getByLabel('Lý do chậm').fill(reason)
      await fillDay(page, 'Ngày hẹn trả mới đề nghị', first)
      await tell(page).click()
      await expect(page.getByRole('alert').first()).toContainText('Ngày hẹn mới phải sau ngày đã hẹn')
      await expect(page.getByLabel('Lý do chậm')).toHaveValue(reason)
      await expectNoSidewaysScroll(page)
      const next = nextWorkingDay(addDays(first, 20), CALENDAR)
      promised = dateWords(next)
      await fillDay(page, 'Ngày hẹn trả mới đề nghị', next)
      await tell(page).click()
      await expect(done(page)).toContainText('Đã báo không kịp hạn lúc')
      await expect(done(page)).toContainText(promised)
      await expect(page.getByRole('region', { name: 'Hạn trả kết quả' })).toContainText(reason)
      await expect(page.getByRole('region', { name: 'Quá trình' })).toContainText('Báo không kịp hạn')
    },
    { viewport: { width: 390, height: 844 }, javaScriptEnabled: false },
  )
  await asCitizen(browser, async (phone) => {
    await phone.goto(`/ho-so/${code}`)
    await expect(phone.locator('main')).not.toContainText(reason)
  })
  await asOfficer(browser, LEADER, async (page) => {
    await page.goto('/can-bo/hang-doi')
    await page.getByRole('link', { name: code }).first().click()
    await expect(page.getByLabel('Lý do chậm')).toHaveValue(reason)
    await expect(page.locator('main')).toContainText('báo không kịp hạn lúc')
    await expectAccessible(page)
    await send(page).click()
    await expect(done(page)).toContainText('Đã gửi Phiếu xin lỗi lúc')
    await expect(done(page)).toContainText(promised)
    expect(await paperText(page, /In Phiếu xin lỗi số \d{4}\/PXL/)).toContain(reason)
  })
  await asOfficer(browser, SPECIALIST, async (page) => {
    await page.goto(dossierPage(code))
    await expect(page.getByRole('link', { name: 'Báo không kịp hạn' })).toHaveCount(0)
  })
})
