import { readFileSync } from 'node:fs'
import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { ask } from '../support/access-matrix-http'
import { BASE, openPortal } from '../support/access-matrix-portal'
import { ROUTE_ROWS } from '../support/access-matrix-route-rows'
import { pdfFile } from '../support/files'
import { findMails, waitForMail } from '../support/mail'
import { begin, CLERK, COUNTER, fillRequest, FORM, paper, paperOf, receive } from './support/counter'
import { beginFiling, codeOn, goOn, signInCitizen, signInStaff, takeStep } from './support/portal'

// A person whose number stands nowhere else lives through everything that the office does for her, and types her number also where something else
// belongs. It is then looked for in all that the web process and the worker have logged, in every address that a browser was at, in her mails and on
// every page that strangers see. What the tables hold of it says tests/integration/personal-numbers.test.ts.
test.describe.configure({ mode: 'serial' })

const NUMBER = '086990007752'
const PHONE = '0900777952'
const MAIL = 'danhdau@vidu.example'
const PROCEDURE = '1.004873'
const RESULT = { name: 'ket-qua.pdf', mimeType: 'application/pdf', buffer: pdfFile() }

/** In one, as people group it, and as addresses spell blanks. */
const spellings = (number: string): string[] => {
  const groupings = [number.match(/\d{1,3}/g) ?? [], number.match(/\d{1,4}/g) ?? []]
  return [number, ...groupings.flatMap((groups) => [' ', '.', '-', '%20', '+', '&nbsp;', '\u00a0'].map((between) => groups.join(between)))]
}
const SPELLED = [NUMBER, PHONE].flatMap(spellings)
const TYPED = [NUMBER, '086 990 007 752', '086.990.007.752', '0869 9000 7752']
const marksIn = (text: string): string[] => SPELLED.filter((mark) => text.includes(mark))

/** Every address that a browser of this file asked for or was led to. */
const addresses = new Set<string>()
let code = ''

test.beforeAll(async () => {
  const citizen = {
    sub: 'danh-dau',
    personalNumber: NUMBER,
    fullName: 'Trần Thị Đánh Dấu',
    birthDate: '1990-02-03',
    gender: 'Nữ',
    level: 2,
  }
  const told = await fetch(`${process.env.VNEID_ISSUER}/_control`, { method: 'POST', body: JSON.stringify({ citizen }) })
  expect(told.status).toBe(200)
})

function watched(context: BrowserContext): BrowserContext {
  context.on('request', (request) => {
    addresses.add(request.url())
    addresses.add(request.headers().referer ?? '')
  })
  context.on('response', (response) => addresses.add(response.headers().location ?? ''))
  context.on('page', (page) => page.on('framenavigated', (frame) => addresses.add(frame.url())))
  return context
}

async function as(browser: Browser, work: (page: Page) => Promise<void>): Promise<void> {
  const context = watched(await browser.newContext())
  await work(await context.newPage())
  await context.close()
}

test('she signs in, tells her phone, files and reads her pages', async ({ browser }) => {
  await as(browser, async (page) => {
    await signInCitizen(page, NUMBER, `/nop-ho-so/${PROCEDURE}`)
    await beginFiling(page)
    await page.waitForURL(/\/nguoi-nop/)
    // The number where the phone belongs: the page comes back with what was typed.
    await page.getByLabel('Số điện thoại', { exact: true }).fill(NUMBER)
    await goOn(page)
    await expect(page.locator('main').getByRole('alert').first()).toBeVisible()
    await page.getByLabel('Số điện thoại', { exact: true }).fill(PHONE)
    await page.getByLabel('Thư điện tử (không bắt buộc)').fill(MAIL)
    await page.getByLabel('Xã, phường, đặc khu').selectOption({ index: 3 })
    await page.getByLabel('Số nhà, đường, thôn hoặc ấp').fill('Số 7, ấp Mẫu')
    await page.getByLabel('Tôi là người yêu cầu').check()
    await goOn(page)
    await page.waitForURL(/\/noi-dung/)
    await page
      .getByLabel(/[Cc]hính tôi/)
      .first()
      .check()
    await goOn(page)
    await page.waitForURL(/\/giay-to/)
    for (const no of await page.getByLabel('Không', { exact: true }).all()) await no.check()
    const scan = { name: `${NUMBER}.pdf`, mimeType: 'application/pdf', buffer: pdfFile() }
    await page.locator('input[type=file]').first().setInputFiles(scan)
    await goOn(page)
    await page.waitForURL(/\/nhan-ket-qua/)
    await page
      .getByLabel(/điện tử|trực tuyến/i)
      .first()
      .check()
    await goOn(page)
    await page.waitForURL(/\/kiem-tra/)
    await page.getByRole('checkbox').check()
    await page.getByRole('button', { name: 'Gửi hồ sơ' }).click()
    await page.waitForURL(/\/da-gui\//)
    code = await codeOn(page)
    for (const path of ['/ho-so', `/ho-so/${code}`, `/ho-so/${code}/rut`, '/tai-khoan', '/tai-khoan/lien-he', '/', '/thu-tuc'])
      await page.goto(path)
  })
  await waitForMail({ to: MAIL, subject: code })
})

test('the office receives, works, signs and hands over, and sees the number whole when it asks for it', async ({ browser }) => {
  await as(browser, async (page) => {
    await signInStaff(page, CLERK)
    await page.goto(`/can-bo/ho-so/${code}`)
    await expect(page.locator('.reveal-number')).toContainText('086•••••7752')
    await page.getByRole('button', { name: /^Hiện số định danh/ }).click()
    await expect(page.locator('.reveal-number')).toContainText(NUMBER)
    await page.goto(`/can-bo/ho-so/${code}/tiep-nhan`)
    for (const check of await page.locator('.to-check').all()) {
      const [good] = await check.getByLabel('Đạt', { exact: true }).all()
      await (good ?? check.getByLabel('Không cần', { exact: true })).check()
    }
    await page.getByRole('button', { name: /^Tiếp nhận/ }).click()
    await page.waitForURL((url) => url.pathname === `/can-bo/ho-so/${code}`)
    expect(await paperOf(page, /[Gg]iấy tiếp nhận/)).toContain(NUMBER)
    await takeStep(page, { code, label: /^Chuyển phòng/ })
  })
  await as(browser, async (page) => {
    await signInStaff(page, 'thidiem.pham')
    await takeStep(page, { code, label: /^Nhận xử lý/ })
    await page.locator('input[type=file]').first().setInputFiles(RESULT)
    await page
      .getByRole('button', { name: /[Đđ]ính kèm|[Tt]ải lên/ })
      .first()
      .click()
    await expect(page.locator('main')).toContainText(RESULT.name)
    const before = async (asked: Page) => {
      await asked.getByRole('radio', { name: /^Giải quyết/ }).check()
      await asked.getByLabel(/Ý kiến trình/).fill(`Đã đối chiếu số ${TYPED[1]}`)
    }
    await takeStep(page, { code, label: /^Trình/, before })
  })
  await as(browser, async (page) => {
    await signInStaff(page, 'mau.tran', '/lanh-dao')
    const before = async (asked: Page) => {
      const download = asked.waitForEvent('download')
      await asked.locator('.result-files a').click()
      await download
    }
    await takeStep(page, { code, label: /^Ký duyệt/, before })
  })
  await as(browser, async (page) => {
    await signInStaff(page, CLERK)
    const before = (asked: Page) => asked.getByRole('radio', { name: /^Bản điện tử trong Hồ sơ của tôi/ }).check()
    await takeStep(page, { code, label: /^Trả kết quả/, before })
  })
  await waitForMail({ to: MAIL, subject: `Kết quả hồ sơ ${code} đã tải về được` })
})

test('she comes to the counter, where she is found by her number however it is typed', async ({ browser }) => {
  await as(browser, async (page) => {
    await signInStaff(page, CLERK, COUNTER)
    await begin(page)
    for (const typed of TYPED) {
      await page.getByLabel('Tìm bằng số định danh hoặc số điện thoại').fill(typed)
      await page.getByRole('button', { name: 'Tìm người' }).click()
      await expect(page.locator('.found')).toContainText('Trần Thị Đánh Dấu')
    }
    await page.locator('.found').getByRole('button', { name: /Chọn/ }).first().click()
    await fillRequest(page)
    await paper(page, FORM).getByLabel('Bản chính').fill('1')
    await paper(page, 'Giấy tờ tùy thân').getByLabel('Đã xuất trình').check()
    await receive(page).click()
    await page.waitForURL(/xong=receive/)
    const taken = await codeOn(page)
    await page.goto(`/can-bo/thu-phi/${taken}`)
    await page.getByLabel('Số biên lai hoặc số giao dịch').fill(TYPED[2] ?? '')
    await page.locator('main').getByRole('button', { name: 'Ghi đã thu' }).click()
    await page.waitForURL((url) => !url.pathname.endsWith(taken) || url.search !== '')
    for (const typed of TYPED) {
      await page.goto('/can-bo/hang-doi')
      await page.locator('input[name=q]').first().fill(typed)
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/tim\/ket-qua/)
      await expect(page.locator('main')).toContainText(code)
    }
  })
})

test('strangers and officers type it where something else belongs, and nobody is told more', async ({ browser }) => {
  await as(browser, async (page) => {
    for (const [typed, factor] of [
      [code, NUMBER],
      [NUMBER, NUMBER.slice(-4)],
      [TYPED[1] ?? '', PHONE],
    ] as const) {
      await page.goto('/tra-cuu')
      await page.getByLabel(/Mã hồ sơ/).fill(typed)
      await page.getByLabel(/4 số cuối/).fill(factor)
      await page
        .locator('main')
        .getByRole('button', { name: /Tra cứu/ })
        .click()
      await expect(page.getByRole('alert').first()).toBeVisible()
    }
    for (const typed of TYPED) {
      await page.goto('/dang-nhap/can-bo')
      await page.getByLabel('Tên đăng nhập').fill(typed)
      await page.getByLabel('Mật khẩu').fill(typed)
      await page.getByRole('button', { name: 'Đăng nhập' }).click()
      await expect(page.getByRole('alert').first()).toBeVisible()
    }
    await page.goto(`/tra-cuu?ma=${code}`)
    await page.getByLabel(/4 số cuối/).fill(NUMBER.slice(-4))
    await page
      .locator('main')
      .getByRole('button', { name: /Tra cứu/ })
      .click()
    await page.waitForURL((url) => url.pathname === `/tra-cuu/${code}`)
    expect(marksIn(await page.content())).toEqual([])
  })
  const status = (of: string, factor: string) =>
    ask(new URL(`/api/v1/dossiers/${of}/status`, BASE), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ factor }),
    })
  for (const answer of [await status(code, NUMBER.slice(-4)), await status(code, NUMBER), await status(NUMBER, NUMBER.slice(-4))])
    expect(marksIn(answer.text)).toEqual([])
})

test('no address, mail, public page or log line has it', async () => {
  expect([...addresses].filter((address) => marksIn(address).length > 0 || marksIn(decodeURIComponent(address)).length > 0)).toEqual([])
  expect([...addresses].filter((address) => address.includes(code)).length).toBeGreaterThan(5)

  const mails = await findMails({ to: MAIL })
  expect(mails.length).toBeGreaterThanOrEqual(4)
  for (const mail of mails) expect(marksIn(JSON.stringify(mail)).filter((mark) => !MAIL.includes(mark))).toEqual([])

  const portal = await openPortal()
  const faults: string[] = []
  let pages = 0
  for (const row of ROUTE_ROWS) {
    const asking = row.body?.({ ...portal.sample, code })
    const method = row.route.startsWith('GET') ? 'GET' : 'POST'
    const sent =
      asking && method === 'POST' ? { headers: { 'content-type': asking.type, origin: new URL(BASE).origin }, body: asking.content } : {}
    const { text, headers } = await ask(new URL(row.at({ ...portal.sample, code }), BASE), { method, ...sent })
    pages += 1
    if (marksIn(text).length > 0) faults.push(`${row.route} shows it`)
    if (marksIn(decodeURIComponent(`${headers.location ?? ''} ${headers['content-disposition'] ?? ''}`)).length > 0)
      faults.push(`${row.route} leads to ${headers.location}`)
  }
  await portal.close()
  expect(faults).toEqual([])

  const log = readFileSync(process.env.E2E_LOG ?? 'the portal of `npm test -- e2e` says where its log is').toString('utf8')
  console.log(
    `${SPELLED.length} spellings: ${addresses.size} addresses, ${mails.length} mails, ${pages} answers to strangers, ${log.split('\n').length} lines of log`,
  )
  // Somebody was refused at the sign-in, and the log says so: it is the log that we read.
  expect(log).toContain('sign-in refused')
  expect(marksIn(log)).toEqual([])
})
