import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { waitForMail } from '../support/mail'
import { pdfFile } from '../support/files'
import { textOf } from '../support/pdf'
import {
  beginFiling,
  codeOn,
  expectNoSidewaysScroll,
  goOn,
  listenForErrors,
  OLD_PHONE,
  signInAtIdentityServer,
  signInCitizen,
  signInStaff,
  signInWithPassword,
  takeStep,
  withPage,
} from './support/portal'

// One dossier goes the whole way, each step by the person whose step it is; the citizen has an old phone without script.
test.describe.configure({ mode: 'serial' })

/** "Lê Văn Tập Sự": has never filed, so phone and address are asked once. */
const CITIZEN = '086203000014'
const PHONE = '0900000777'
const MAIL = 'tapsu@vidu.example'
const PROCEDURE = '1.004873'

let code = ''

function samplePdf(name: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'mot-cua-file-')), name)
  writeFileSync(path, pdfFile())
  return path
}

test('anyone finds a procedure from plain words and reads what it needs', async ({ page, context }) => {
  const errors = listenForErrors(context)
  await page.goto('/')
  await page.getByRole('searchbox').or(page.locator('input[name=q]')).first().fill('lam giay khai sinh')
  await page.getByRole('button', { name: 'Tìm thủ tục' }).click()
  await page.getByRole('link', { name: 'Đăng ký khai sinh', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đăng ký khai sinh')
  for (const words of [
    'Thời hạn',
    'Trong ngày',
    'lệ phí',
    'Luôn cần',
    'Chỉ cần nếu thuộc trường hợp',
    'Luật Hộ tịch 60/2014/QH13',
    'Giấy khai sinh',
  ])
    await expect(page.locator('main')).toContainText(words)
  await expect(page.getByRole('link', { name: /Nộp hồ sơ trực tuyến/ })).toBeVisible()
  expect(errors).toEqual([])
})

test('a counter-only procedure says so and what to bring', async ({ page }) => {
  await page.goto('/thu-tuc/2.000815')
  await expect(page.locator('main')).toContainText(/tại quầy/)
  await expect(page.locator('main')).toContainText(/[Mm]ang/)
  await expect(page.getByRole('link', { name: /Nộp hồ sơ trực tuyến/ })).toHaveCount(0)
})

test('a citizen files with an old phone and no script, is asked for her contact once, and never files twice', async ({ browser }) => {
  const file = samplePdf('to-khai.pdf')
  await withPage(browser, OLD_PHONE, async (page) => {
    await signInAtIdentityServer(page, CITIZEN, `/nop-ho-so/${PROCEDURE}`)
    await beginFiling(page)
    await page.waitForURL(/\/nguoi-nop/)
    const phone = page.getByLabel('Số điện thoại', { exact: true })
    await phone.fill('12345')
    await goOn(page)
    await expect(page.locator('main')).toContainText('Số điện thoại bắt đầu bằng số 0')
    await phone.fill(PHONE)
    await page.getByLabel('Thư điện tử (không bắt buộc)').fill(MAIL)
    await page.getByLabel('Xã, phường, đặc khu').selectOption({ index: 3 })
    await page.getByLabel('Số nhà, đường, thôn hoặc ấp').fill('Số 7, ấp Mẫu')
    await page.getByLabel('Tôi là người yêu cầu').check()
    await expectNoSidewaysScroll(page)
    await goOn(page)

    await page.waitForURL(/\/noi-dung/)
    await page
      .getByLabel(/[Cc]hính tôi/)
      .first()
      .check()
    await goOn(page)

    await page.waitForURL(/\/giay-to/)
    for (const no of await page.getByLabel('Không', { exact: true }).all()) await no.check()
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'gia-mao.pdf', mimeType: 'application/pdf', buffer: Buffer.from('not a pdf') })
    await goOn(page)
    await expect(page.locator('main')).toContainText('gia-mao.pdf')
    for (const no of await page.getByLabel('Không', { exact: true }).all()) await expect(no).toBeChecked()
    await page.locator('input[type=file]').first().setInputFiles(file)
    await goOn(page)

    await page.waitForURL(/\/nhan-ket-qua/)
    await page
      .getByLabel(/điện tử|trực tuyến/i)
      .first()
      .check()
    await goOn(page)

    await page.waitForURL(/\/kiem-tra/)
    const check = page.url()
    await expect(page.locator('main')).toContainText('to-khai.pdf')
    await expectNoSidewaysScroll(page)
    await page.getByRole('checkbox').check()
    await page.getByRole('button', { name: 'Gửi hồ sơ' }).click()
    await page.waitForURL(/\/da-gui\//)
    code = await codeOn(page)

    await page.reload()
    expect(await codeOn(page)).toBe(code)
    await page.goto(check)
    expect(await codeOn(page)).toBe(code)
    await page.goto('/ho-so')
    await expect(page.locator('main')).toContainText(code.slice(-4))
    await expectNoSidewaysScroll(page)
  })
  const mail = await waitForMail({ to: MAIL, subject: code })
  expect(JSON.stringify(mail)).toContain('Đã gửi hồ sơ')
})

test('contact is not asked a second time', async ({ browser }) => {
  await withPage(browser, OLD_PHONE, async (page) => {
    await signInCitizen(page, CITIZEN, '/nop-ho-so/1.004194')
    await beginFiling(page)
    await page.waitForURL(/\/nguoi-nop/)
    await expect(page.locator('main')).toContainText('0900')
    await expect(page.getByLabel('Số điện thoại', { exact: true })).toHaveCount(0)
  })
})

test('the clerk receives it: the date is explained and the receipt comes out with every field', async ({ page, context }) => {
  const errors = listenForErrors(context)
  await signInWithPassword(page, 'vidu.le')
  await page.goto(`/can-bo/ho-so/${code}`)
  await page.getByLabel(/^Tiếp nhận/).check()
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await page.waitForURL(/\/tiep-nhan/)
  for (const check of await page.locator('.to-check').all()) {
    const [good] = await check.getByLabel('Đạt', { exact: true }).all()
    // What does not apply and nobody has sent cannot be found good.
    await (good ?? check.getByLabel('Không cần', { exact: true })).check()
  }
  await page.getByRole('button', { name: /Tiếp nhận/ }).click()
  await page.waitForURL((url) => url.pathname === `/can-bo/ho-so/${code}`)
  await expect(page.locator('main')).toContainText('Đã tiếp nhận')
  const receipt = page.getByRole('link', { name: /[Gg]iấy tiếp nhận/ }).first()
  const answer = await page.request.get((await receipt.getAttribute('href')) ?? '')
  expect(answer.headers()['content-type']).toBe('application/pdf')
  const text = textOf(await answer.body()).normalize('NFC')
  for (const words of [
    'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
    code,
    'Lê Văn Tập Sự',
    CITIZEN,
    PHONE,
    MAIL,
    'ấp Mẫu',
    '3 ngày làm việc',
    'Tờ khai',
    'Số lượng hồ sơ',
    'Lê Thị Ví Dụ',
  ])
    expect(text).toContain(words)
  await waitForMail({ to: MAIL, subject: `Đã tiếp nhận hồ sơ ${code}` })
  await step(page, /^Chuyển phòng/)
  expect(errors).toEqual([])
})

const step = (page: Page, label: RegExp, before?: (page: Page) => Promise<void>) =>
  takeStep(page, { code, label, ...(before && { before }) })

test('the specialist takes it, attaches the result and proposes', async ({ page }) => {
  await signInStaff(page, 'thidiem.pham')
  await step(page, /^Nhận xử lý/)
  await page.goto(`/can-bo/ho-so/${code}`)
  await page.locator('input[type=file]').first().setInputFiles(samplePdf('giay-xac-nhan.pdf'))
  await page
    .getByRole('button', { name: /[Đđ]ính kèm|[Tt]ải lên/ })
    .first()
    .click()
  await expect(page.locator('main')).toContainText('giay-xac-nhan.pdf')
  await step(page, /^Trình/, grant)
})

/** What the result says is never chosen in advance. */
const grant = (asked: Page) => asked.getByRole('radio', { name: /^Giải quyết/ }).check()

test('the leader sends it back with a reason, then approves', async ({ browser }) => {
  await withPage(browser, {}, async (page) => {
    await signInStaff(page, 'mau.tran', '/lanh-dao')
    await step(page, /^Trả lại/, async (asked) => {
      await asked.getByLabel(/[Ll]ý do/).fill('Ghi rõ mục đích sử dụng giấy')
    })
  })
  await withPage(browser, {}, async (page) => {
    await signInStaff(page, 'thidiem.pham')
    await page.goto(`/can-bo/ho-so/${code}`)
    await expect(page.locator('.notice--soon')).toContainText('Ghi rõ mục đích sử dụng giấy')
    await expect(page.locator('.dossier-head')).toContainText('Bị trả lại')
    await step(page, /^Trình/, async (asked) => {
      await grant(asked)
      await asked.getByLabel(/Ý kiến trình/).fill('Đã ghi mục đích')
    })
  })
  await withPage(browser, {}, async (page) => {
    await signInStaff(page, 'mau.tran', '/lanh-dao')
    await page.goto(`/can-bo/ho-so/${code}/ky-duyet`)
    await page.getByRole('button', { name: 'Ký duyệt kết quả' }).click()
    await expect(page.getByRole('alert').first()).toContainText('Mở văn bản kết quả xem trước khi ký duyệt')
    await step(page, /^Ký duyệt/, async (asked) => {
      await expect(asked.locator('main')).toContainText('“Đã ghi mục đích”')
      const download = asked.waitForEvent('download')
      await asked.locator('.result-files a').click()
      await download
    })
  })
  await waitForMail({ to: MAIL, subject: `Hồ sơ ${code} đã có kết quả` })
})

test('the clerk hands it over; the citizen is told and downloads it', async ({ browser }) => {
  await withPage(browser, {}, async (page) => {
    await signInStaff(page, 'vidu.le')
    await step(page, /^Trả kết quả/, async (asked) => {
      await asked.getByRole('radio', { name: /^Bản điện tử trong Hồ sơ của tôi/ }).check()
      // Nobody stands there to receive what is downloaded.
      await expect(asked.getByRole('radio', { name: /người nộp hồ sơ$/ })).toBeHidden()
    })
  })
  await waitForMail({ to: MAIL, subject: `Kết quả hồ sơ ${code} đã tải về được` })
  await withPage(browser, OLD_PHONE, async (page) => {
    await signInCitizen(page, CITIZEN, `/ho-so/${code}`)
    const link = page.getByRole('link', { name: `Tải ${code}-ket-qua.pdf` })
    await expect(page.locator('main')).toContainText(/Số \d{4,}\/TTPVHCC,/)
    const answer = await page.request.get((await link.getAttribute('href')) ?? '')
    expect(answer.status()).toBe(200)
    expect(answer.headers()['content-disposition']).toContain(`attachment; filename*=UTF-8''${code}-ket-qua.pdf`)
    expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-')
    await expectNoSidewaysScroll(page)
  })
})

test('anyone with the code and four digits follows it, without script on an old phone', async ({ browser }) => {
  await withPage(browser, OLD_PHONE, async (page) => {
    await page.goto(`/tra-cuu?ma=${code}`)
    await page.getByLabel(/4 số cuối/).fill('0000')
    await page
      .locator('main')
      .getByRole('button', { name: /Tra cứu/ })
      .click()
    await expect(page.locator('main')).toContainText('Không tìm thấy hồ sơ khớp mã và 4 số này')
    await page.getByLabel(/4 số cuối/).fill(PHONE.slice(-4))
    await page
      .locator('main')
      .getByRole('button', { name: /Tra cứu/ })
      .click()
    await page.waitForURL((url) => url.pathname === `/tra-cuu/${code}`)
    const main = page.locator('main')
    await expect(main).toContainText('Kết quả tải về được trong Hồ sơ của tôi.')
    await expect(main).toContainText('Ngày hẹn được tính thế nào?')
    await expect(main).not.toContainText('Lê Văn Tập Sự')
    await expectNoSidewaysScroll(page)
    expect(page.url()).not.toContain(PHONE.slice(-4))
  })
})

test('the leader sees the figures of 2024, and each opens what it counts', async ({ page, context }) => {
  const errors = listenForErrors(context)
  await signInStaff(page, 'mau.tran', '/lanh-dao')
  await page.goto('/lanh-dao?tu=2024-01-01&den=2024-12-31')
  const main = page.locator('main')
  for (const words of ['1.032', '995', '915', '100']) await expect(main).toContainText(words)
  // What stands at the end of a bar stays in one line; only names may take two.
  await expect(page.locator('.plot text:not(.k) tspan + tspan')).toHaveCount(0)
  const stats = await page.request.get('/api/v1/stats?from=2024-01-01&to=2024-12-31')
  expect(await stats.json()).toMatchObject({
    received: 1032,
    resolved: 1032,
    onTime: { numerator: 1032, denominator: 1032, ratio: 1 },
    online: { numerator: 995, denominator: 1032 },
    digitised: { numerator: 915, denominator: 1032 },
    onlinePayment: { ratio: 1 },
  })
  expect(errors).toEqual([])
})
