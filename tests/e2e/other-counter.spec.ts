import { expect, test, type Browser, type Page } from '@playwright/test'
import { loadCommune, loadSecondCommune, SECOND_HOST } from '@/prisma/seed/data'
import { textOf } from '../support/pdf'
import { begin, choose, COUNTER, fillRequest, FORM, paper, receive } from './support/counter'
import { approve, asOfficer, CLERK, dossierPage, LEADER, propose, SPECIALIST, takeStepAt } from './support/dossiers'
import { codeOn, expectAccessible, expectNoSidewaysScroll, OLD_PHONE, signInCitizen, signInStaff, withPage } from './support/portal'

// Somebody files at the counter of the commune where she works what the commune decides where she lives, and fetches the result there.
test.describe.configure({ mode: 'serial' })

const { name: decides } = loadCommune()
const { name: receives } = loadSecondCommune()
const home = process.env.E2E_BASE_URL ?? 'http://localhost:3000'
const there = Object.assign(new URL(home), { hostname: SECOND_HOST }).origin

const atCounter = async <T>(browser: Browser, path: string, work: (page: Page) => Promise<T>): Promise<T> =>
  withPage(browser, { baseURL: there }, async (page) => {
    await signInStaff(page, 'songsinh.ta', path)
    return work(page)
  })
/** The text of the paper behind a link, fetched by the browser: it alone knows the second commune's host name. */
const paperHere = async (page: Page, link: RegExp): Promise<string> => {
  const bytes = await page
    .getByRole('link', { name: link })
    .first()
    .evaluate(async (element: HTMLAnchorElement) => [...new Uint8Array(await (await fetch(element.href)).arrayBuffer())])
  return textOf(Uint8Array.from(bytes))
}

let code = ''

test('the clerk of one commune takes in for another, and the receipt says who decides', async ({ browser }) => {
  await atCounter(browser, COUNTER, async (page) => {
    await begin(page)
    await page.getByLabel('Nộp cho xã, phường').selectOption({ label: decides })
    await choose(page)
    await expect(page.getByLabel('Nộp cho xã, phường')).toHaveValue('1')
    await fillRequest(page)
    await paper(page, FORM).getByLabel('Bản chính').fill('1')
    await expectAccessible(page)
    await receive(page).click()
    await page.waitForURL(/xong=receive/)
    code = await codeOn(page)
    expect(code).toMatch(/^H61\.123-/)
    await expect(page.locator('main')).toContainText(`UBND ${decides}`)
    await expectAccessible(page)
    for (const link of [/In Giấy tiếp nhận số/, /In cuộn 80 mm/]) {
      const text = (await paperHere(page, link)).replaceAll(/\s+/g, '')
      for (const field of [
        `Nơi tiếp nhận hồ sơ: Trung tâm Phục vụ hành chính công ${receives}`,
        `Cơ quan giải quyết: Ủy ban nhân dân ${decides}`,
        `Đăng ký nhận kết quả tại: Tại quầy Một cửa ${receives}`,
      ])
        expect(text).toContain(field.replaceAll(' ', ''))
    }
    // Only what the person comes for is offered here; the way inside the other office is that office's.
    await expect(page.getByRole('radio')).toHaveCount(1)
    await page.goto('/can-bo/hang-doi?ke=for_others')
    await expect(page.getByRole('row', { name: new RegExp(code.slice(-4)) })).toContainText(`Của ${decides}`)
    await expectAccessible(page)
  })
})

test('the commune that decides works on it as on its own', async ({ browser }) => {
  await asOfficer(browser, CLERK, async (page) => {
    await page.goto(dossierPage(code))
    await expect(page.locator('main')).toContainText(`Trung tâm Phục vụ hành chính công, ${receives}`)
    await expect(page.locator('main')).toContainText(`Tạ Thị Song Sinh, ${receives}`)
    await takeStepAt(page, code, { path: 'chuyen-phong', button: 'Chuyển phòng' })
  })
  await asOfficer(browser, SPECIALIST, async (page) => {
    await takeStepAt(page, code, { path: 'nhan-xu-ly', button: 'Nhận xử lý hồ sơ' })
    await propose(page, code)
  })
  await asOfficer(browser, LEADER, (page) => approve(page, code))
})

test('whoever filed it reads on the oldest phone where the result is, and which commune decided', async ({ browser }) => {
  await withPage(browser, { ...OLD_PHONE, baseURL: there }, async (page) => {
    await signInCitizen(page, '086194000012', `/ho-so/${code}`)
    await expect(page.locator('main')).toContainText(`Kết quả ở quầy Một cửa ${receives}.`)
    await expect(page.locator('main')).toContainText(`Cơ quan giải quyếtUBND ${decides}`)
    await expectNoSidewaysScroll(page)
  })
  await withPage(browser, {}, async (page) => {
    await signInCitizen(page, '086194000012', `/ho-so/${code}`)
    await expectAccessible(page)
  })
})

test('the counter that received hands the result over, and the list is empty again', async ({ browser }) => {
  await atCounter(browser, '/can-bo/hang-doi', async (page) => {
    await page.getByRole('link', { name: /Nhận cho xã khác/ }).click()
    await page
      .getByRole('link', { name: /Trả kết quả hồ sơ/ })
      .first()
      .click()
    await page.getByLabel('Tại quầy Một cửa').check()
    await page.getByLabel(/người nộp hồ sơ/).check()
    await page.getByRole('button', { name: 'Trả kết quả' }).click()
    await page.waitForURL(/xong=hand_over/)
    await expect(page.getByRole('status').first()).toContainText('Đã trả kết quả cho Nguyễn Thị Minh Họa')
    await page.goto('/can-bo/hang-doi')
    await expect(page.getByRole('link', { name: /Nhận cho xã khác/ })).toHaveCount(0)
  })
})
