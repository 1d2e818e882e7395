import { expect, test, type Page } from '@playwright/test'
import { readClock } from '@/lib/platform/clock'
import { addDays, type LocalDate, localDateOf } from '@/lib/platform/local-date'
import { loadCalendarDays } from '@/prisma/seed/data'
import { asCitizen, asOfficer, done, dossierPage, inDepartment, inHand, LEADER, propose, SPECIALIST, takeStepAt } from './support/dossiers'
import { expectAccessible, expectNoSidewaysScroll, signInStaff, withPage } from './support/portal'

// An officer is away over a holiday: a colleague of another department does the work in the meantime, under the own name, and hands it back.
// The portal of the tests goes by the real clock, so the holiday is announced for the working day after the next one.

const ADMIN = 'quantri.cao'
const ABSENT = 'Phạm Văn Thí Điểm'
const SUBSTITUTE = 'gialap.nguyen'
const COLLEAGUE = 'thunghiem.do'
const QUEUE = '/can-bo/hang-doi'
const HOLIDAY = 'Ngày lễ thử nghiệm'
const QUESTION = 'Năm 2015 người này thường trú ở đâu?'

const DAYS_OFF = new Set(loadCalendarDays().flatMap(({ date, kind }) => (kind === 'SWAP_WORK' ? [] : [date])))
/** The next day from Monday to Friday on which the office is open. */
function nextOpenDay(after: LocalDate): LocalDate {
  const day = addDays(after, 1)
  return DAYS_OFF.has(day) || [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) ? nextOpenDay(day) : day
}
const holiday = nextOpenDay(nextOpenDay(localDateOf(readClock())))

async function fillDay(within: ReturnType<Page['getByRole']>, date: LocalDate): Promise<void> {
  const [year = '', month = '', day = ''] = date.split('-')
  await within.getByLabel('Ngày', { exact: true }).fill(day)
  await within.getByLabel('Tháng').fill(month)
  await within.getByLabel('Năm').fill(year)
}

const press = (page: Page, name: string) => page.locator('main').getByRole('button', { name, exact: true }).click()

/** Makes the day a holiday, or an ordinary one again. */
async function announce(page: Page, kind: 'Nghỉ lễ' | 'Ngày bình thường'): Promise<void> {
  await page.goto('/quan-tri/lich-lam-viec/ngay')
  await fillDay(page.getByRole('group', { name: 'Ngày', exact: true }), holiday)
  await page.getByRole('radio', { name: new RegExp(`^${kind}`) }).check()
  await page.getByLabel('Tên ngày').fill(HOLIDAY)
  await page.getByLabel('Căn cứ').fill('Thông báo thử nghiệm')
  await press(page, 'Xem trước hạn nào đổi')
  await press(page, 'Sửa lịch')
  await expect(page.locator('main')).toContainText('Đã sửa lịch')
}

/** The page on which the administrator says who does the specialist's work. */
async function openAbsence(page: Page): Promise<void> {
  await page.goto('/quan-tri/nhan-su')
  await page.getByRole('link', { name: ABSENT }).first().click()
  await page.getByRole('link', { name: 'Người làm thay' }).click()
  await expect(page.getByRole('heading', { name: `Người làm thay: ${ABSENT}` })).toBeVisible()
}

const isOnQueue = async (page: Page, code: string): Promise<boolean> => {
  await page.goto(QUEUE)
  return (await page.locator(`main td.c-code a[href*="${code}"]`).count()) > 0
}

test.afterAll(({ browser }) => asOfficer(browser, ADMIN, (page) => announce(page, 'Ngày bình thường')))

test('an officer is away over a holiday: a substitute has the work meanwhile, every date leaves the holiday out by name, and the work comes back', async ({
  browser,
}) => {
  test.slow()
  await asOfficer(browser, ADMIN, (page) => announce(page, 'Nghỉ lễ'))
  const code = await inHand()
  const asked = await inDepartment()
  await asOfficer(browser, SPECIALIST, async (page) => {
    await page.goto(dossierPage(code))
    await expect(page.locator('main')).toContainText(HOLIDAY, { ignoreCase: true })
  })
  await asCitizen(browser, async (phone) => {
    await phone.goto(`/ho-so/${code}`)
    await expect(phone.locator('main')).toContainText(HOLIDAY, { ignoreCase: true })
    await expectNoSidewaysScroll(phone)
  })
  await asOfficer(browser, COLLEAGUE, async (page) => {
    await takeStepAt(page, asked, { path: 'nhan-xu-ly', button: 'Nhận xử lý hồ sơ' })
    await page.goto(`${dossierPage(asked)}/y-kien`)
    await page.getByLabel('Điều cần hỏi').fill(QUESTION)
    await page.getByLabel(new RegExp(`^${ABSENT}`)).check()
    await page.getByRole('button', { name: 'Gửi câu hỏi' }).click()
    await page.waitForURL(/xong=ask_opinion/)
  })

  await asOfficer(browser, ADMIN, async (page) => {
    await openAbsence(page)
    await page.getByLabel('Ai làm thay').selectOption({ label: 'Nguyễn Văn Giả Lập, Chuyên viên Địa chính – Xây dựng' })
    await fillDay(page.getByRole('group', { name: 'Đến hết ngày' }), addDays(holiday, 3))
    await press(page, 'Ghi người làm thay')
    await expect(page.locator('main')).toContainText('đang làm thay')
    await expectAccessible(page)
  })

  await withPage(browser, { viewport: { width: 390, height: 844 } }, async (phone) => {
    await signInStaff(phone, SUBSTITUTE)
    await expect(phone.locator('main')).toContainText(`Đang làm thay ${ABSENT} đến hết`)
    await expect(phone.locator('main')).toContainText('Được hỏi ý kiến')
    await expectNoSidewaysScroll(phone)
    await expectAccessible(phone)
    expect(await isOnQueue(phone, code)).toBe(true)
  })
  await asOfficer(browser, SUBSTITUTE, async (page) => {
    await page.goto(dossierPage(asked))
    await page.getByRole('link', { name: 'Trả lời' }).first().click()
    await page.getByLabel('Ý kiến', { exact: true }).fill('Thường trú tại ấp Mẫu')
    await page.getByRole('button', { name: 'Gửi ý kiến' }).click()
    await page.waitForURL(/xong=give_opinion/)
    await propose(page, code)
    await expect(done(page)).toContainText('Đã trình')
    await expect(page.getByRole('region', { name: 'Quá trình' })).toContainText('Nguyễn Văn Giả Lập')
    // What is proposed is no work of the substitute's until it comes back.
    expect(await isOnQueue(page, code)).toBe(false)
  })
  await asOfficer(browser, COLLEAGUE, async (page) => {
    await page.goto(dossierPage(asked))
    await expect(page.getByRole('region', { name: 'Ý kiến' })).toContainText('Nguyễn Văn Giả Lập trả lời thay')
  })
  await asOfficer(browser, LEADER, (page) =>
    takeStepAt(page, code, {
      path: 'tra-lai',
      button: 'Trả lại chuyên viên',
      fill: (form) => form.getByLabel('Lý do trả lại').fill('Sai ngày sinh'),
    }),
  )
  await asOfficer(browser, SUBSTITUTE, async (page) => expect(await isOnQueue(page, code)).toBe(true))

  await asOfficer(browser, ADMIN, async (page) => {
    // The list of officers says who stands in for whom, and leads there.
    await page.goto('/quan-tri/nhan-su')
    await page.getByRole('region', { name: 'Làm thay' }).getByRole('link', { name: ABSENT }).click()
    await press(page, 'Thôi làm thay')
    await expect(page.locator('main')).toContainText('Đã thôi làm thay')
  })
  await asOfficer(browser, SUBSTITUTE, async (page) => {
    expect(await isOnQueue(page, code)).toBe(false)
    await expect(page.locator('main')).not.toContainText('Đang làm thay')
    expect((await page.goto(dossierPage(code)))?.status()).toBe(404)
  })
  await asOfficer(browser, SPECIALIST, async (page) => {
    expect(await isOnQueue(page, code)).toBe(true)
    await page.goto(dossierPage(code))
    await expect(page.locator('main')).toContainText('Sai ngày sinh')
    await takeStepAt(page, code, {
      path: 'trinh-ky',
      button: 'Trình ký duyệt',
      fill: (form) => form.getByRole('radio', { name: /^Giải quyết/ }).check(),
    })
  })
})
