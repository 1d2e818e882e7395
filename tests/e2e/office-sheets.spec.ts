import { expect, test, type Page } from '@playwright/test'
import {
  approve,
  asCitizen,
  asOfficer,
  chooseStep,
  CLERK,
  done,
  dossierPage,
  inDepartment,
  LEADER,
  paperText,
  propose,
  SPECIALIST,
  takeStepAt,
} from './support/dossiers'
import { expectAccessible, expectNoSidewaysScroll } from './support/portal'

// The papers that go with a dossier inside the office: hand-over, control and process sheet, each from the page where it is needed.

const NO_SCRIPT = { javaScriptEnabled: false } as const

/** The code as a sheet breaks it: over two lines of a narrow column. */
const withoutBlanks = (text: string): string => text.replaceAll(/\s+/g, '')

async function expectNamed(page: Page, link: RegExp, code: string, words: readonly string[]): Promise<void> {
  const text = withoutBlanks(await paperText(page, link))
  for (const piece of [code, ...words]) expect(text).toContain(withoutBlanks(piece))
}

test('the clerk prints what goes with a dossier to a department, and the sheet of all of the day from the queue', async ({ browser }) => {
  const code = await inDepartment()
  await asOfficer(
    browser,
    CLERK,
    async (page) => {
      await page.goto(`${dossierPage(code)}?xong=forward`)
      await expect(done(page)).toContainText('In phiếu bàn giao của hồ sơ này')
      await expectNamed(page, /^In phiếu bàn giao$/, code, ['BÀN GIAO HỒ SƠ', 'Bên nhận: Văn phòng HĐND và UBND', '1 hồ sơ', 'BÊN NHẬN'])
      await page.goto('/can-bo/hang-doi?ke=received')
      await page.getByRole('link', { name: 'Phiếu bàn giao trong ngày' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bàn giao hồ sơ')
      const toOffice = /từ Trung tâm Phục vụ hành chính công đến Văn phòng HĐND và UBND/
      await expectNamed(page, toOffice, code, ['Bên giao: Trung tâm Phục vụ hành chính công'])
      await page.getByLabel('Ngày', { exact: true }).fill('31/02/2026')
      await page.getByRole('button', { name: 'Xem', exact: true }).click()
      await expect(page.locator('main')).toContainText('31/02 không có trong lịch')
      await page.getByLabel('Ngày', { exact: true }).fill('05/01/2001')
      await page.getByRole('button', { name: 'Xem', exact: true }).click()
      await expect(page.locator('main')).toContainText('Ngày này không có hồ sơ nào được bàn giao.')
    },
    NO_SCRIPT,
  )
  await asOfficer(
    browser,
    CLERK,
    async (page) => {
      await page.goto('/can-bo/ban-giao')
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
    },
    { viewport: { width: 390, height: 844 } },
  )
})

test('the control sheet grows with the dossier and is issued with its number when the result is handed over', async ({ browser }) => {
  const code = await inDepartment()
  await asOfficer(browser, SPECIALIST, async (page) => {
    await takeStepAt(page, code, { path: 'nhan-xu-ly', button: 'Nhận xử lý hồ sơ' })
    await chooseStep(page, code, /^Chuyển cơ quan phối hợp/)
    await page.getByLabel('Công an xã').check()
    await page.getByLabel('Trả lời trong mấy ngày làm việc').fill('2')
    await page.getByLabel('Việc cần cơ quan đó làm').fill('Xác minh nơi thường trú')
    await page.locator('main').getByRole('button', { name: 'Chuyển cơ quan phối hợp' }).click()
    await page.waitForURL(/xong=/)
    const history = page.getByRole('region', { name: 'Quá trình' })
    await expect(history.getByRole('link', { name: 'Phiếu bàn giao' })).toHaveCount(2)
    // The newest first: that of the agency.
    await expectNamed(page, /^Phiếu bàn giao$/, code, ['Bên nhận: Công an xã'])
    await expectNamed(page, /^Phiếu kiểm soát$/, code, ['Cơ quan phối hợp: Công an xã', 'Hồ sơ chưa kết thúc', 'Chuyển cơ quan phối hợp'])
    await expectNamed(page, /^Phiếu quá trình$/, code, ['PHIẾU QUÁ TRÌNH XỬ LÝ', 'Nộp trực tuyến', 'Chuyển cơ quan phối hợp'])
    await expectAccessible(page)
    await chooseStep(page, code, /^Ghi trả lời phối hợp/)
    await page.getByLabel('Nội dung trả lời').fill('Công văn 12/CAX: đang thường trú')
    await page.getByRole('button', { name: 'Ghi trả lời' }).click()
    await page.waitForURL(/xong=/)
    await propose(page, code)
  })
  await asOfficer(browser, LEADER, (page) => approve(page, code))
  const href = await asOfficer(browser, CLERK, async (page) => {
    await takeStepAt(page, code, {
      path: 'tra-ket-qua',
      button: 'Trả kết quả',
      fill: (asked) => asked.getByRole('radio', { name: /^Bản điện tử trong Hồ sơ của tôi/ }).check(),
    })
    const link = /^Phiếu kiểm soát số \d{4}\/PKS$/
    await expectNamed(page, link, code, ['/PKS', '1. Giao: Công an xã', 'Người nhận kết quả', 'Kết thúc: Trả kết quả'])
    return (await page.getByRole('link', { name: link }).getAttribute('href')) ?? ''
  })
  await asCitizen(browser, async (page) => {
    await page.goto(`/ho-so/${code}`)
    await expect(page.locator('main')).toContainText('Giấy tiếp nhận')
    await expect(page.locator('main')).not.toContainText('Phiếu kiểm soát')
    // It names the office's people, and is not hers to open.
    expect((await page.request.get(href)).status()).toBe(404)
  })
})
