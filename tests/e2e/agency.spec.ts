import { expect, test, type Locator, type Page } from '@playwright/test'
import { asCitizen, asOfficer, chooseStep, done, dossierPage, inHand, LEADER, SPECIALIST } from './support/dossiers'
import { codeOn, expectAccessible, expectNoSidewaysScroll } from './support/portal'

// Another agency does a part of the work (liên thông): it has a time of its own, and who is late is said by name.

const POLICE = 'thaotac.trinh'
const SHELF = '/can-bo/hang-doi?ke=agency'

/** Opens the dossier of a row, whose link fills its cell. */
async function openFromShelf(page: Page, link: Locator): Promise<void> {
  await page.goto((await link.first().getAttribute('href')) ?? '')
}

test('the specialist asks Công an xã, whose officer finds it, answers, and does not see it any more', async ({ browser }) => {
  const code = await inHand()
  await asOfficer(browser, SPECIALIST, async (page) => {
    await chooseStep(page, code, /^Chuyển cơ quan phối hợp/)
    await page.getByLabel('Trả lời trong mấy ngày làm việc').fill('ba')
    await page.locator('main').getByRole('button', { name: 'Chuyển cơ quan phối hợp' }).click()
    await expect(page.getByRole('alert').first()).toContainText('Ghi việc cần cơ quan đó làm')
    await expect(page.getByRole('alert').first()).toContainText('Chọn cơ quan')
    await expect(page.getByRole('alert').first()).toContainText('Nhập số ngày làm việc')
    await expectAccessible(page)
    await page.getByLabel('Công an xã').check()
    await page.getByLabel('Trả lời trong mấy ngày làm việc').fill('2')
    await page.getByLabel('Việc cần cơ quan đó làm').fill('Xác minh nơi thường trú từ năm 2015')
    await page.locator('main').getByRole('button', { name: 'Chuyển cơ quan phối hợp' }).click()
    await expect(done(page)).toContainText('Đã chuyển Công an xã lúc')
    await expect(page.locator('main')).toContainText('Chưa trả lời')
    await expect(page.getByRole('region', { name: 'Quy trình nội bộ' })).toContainText('Đang ở Công an xã')
    await expectAccessible(page)
  })
  await asCitizen(browser, async (phone) => {
    await phone.goto(`/ho-so/${code}`)
    await expect(phone.locator('main')).toContainText('Hồ sơ đang ở Công an xã')
    // What the officers ask each other is not hers to read.
    await expect(phone.locator('main')).not.toContainText('từ năm 2015')
    await expectNoSidewaysScroll(phone)
  })
  await asOfficer(
    browser,
    POLICE,
    async (page) => {
      await page.goto(SHELF)
      await openFromShelf(page, page.locator(`main a[href*="${code}"]`))
      await expect(page.getByRole('region', { name: 'Hạn trả lời phối hợp' })).toContainText('Hạn của cả hồ sơ')
      await page.getByRole('radio', { name: /^Ghi trả lời phối hợp/ }).check()
      await page.getByRole('button', { name: 'Tiếp tục' }).click()
      await expect(page.locator('main')).toContainText('Xác minh nơi thường trú từ năm 2015')
      await page.getByRole('button', { name: 'Ghi trả lời' }).click()
      await expect(page.getByRole('alert').first()).toContainText('Ghi nội dung trả lời')
      await page.getByLabel('Nội dung trả lời').fill('Công văn 12/CAX: thường trú tại xã từ 2014')
      await page.getByRole('button', { name: 'Ghi trả lời' }).click()
      await page.waitForURL(/hang-doi/)
      await expect(page.getByRole('status').first()).toContainText(`Đã chuyển ${code} đến Văn phòng HĐND và UBND.`)
      await page.goto(SHELF)
      await expect(page.locator(`main a[href*="${code}"]`)).toHaveCount(0)
      const gone = await page.goto(dossierPage(code))
      expect(gone?.status()).toBe(404)
    },
    { javaScriptEnabled: false },
  )
  await asOfficer(browser, SPECIALIST, async (page) => {
    await page.goto(dossierPage(code))
    await expect(page.locator('main')).toContainText('“Công văn 12/CAX: thường trú tại xã từ 2014”')
    await expect(page.locator('main')).toContainText('trong hạn')
    await expect(page.getByRole('radio', { name: /^Trình ký duyệt/ })).toBeVisible()
  })
})

test('a late agency is late by name: on the dossier while it waits, and after it has answered', async ({ browser }) => {
  // The demonstration's: asked for six working days, with three to answer in.
  const code = await asOfficer(browser, POLICE, async (page) => {
    await page.goto(SHELF)
    const row = page.locator('main tr', { hasText: /Liên thông/ })
    // On the shelf of the agency its own time counts.
    await expect(row).toContainText(/quá hạn \d+ ngày/)
    await openFromShelf(page, row.getByRole('link'))
    return codeOn(page)
  })
  await asOfficer(browser, LEADER, async (page) => {
    await page.goto(dossierPage(code))
    const leg = page.getByRole('region', { name: 'Cơ quan phối hợp' })
    await expect(leg).toContainText(/quá hạn \d+ ngày Muộn ở Công an xã/)
    await expectAccessible(page)
  })
  await asOfficer(browser, SPECIALIST, async (page) => {
    // What came back on paper is recorded by whoever works on the dossier.
    await chooseStep(page, code, /^Ghi trả lời phối hợp/)
    await page.getByLabel('Nội dung trả lời').fill('Công văn 15/CAX: đã đăng ký thường trú')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Ghi trả lời' }).click()
    await expect(done(page)).toContainText('Đã ghi trả lời của cơ quan phối hợp')
    await expect(page.getByRole('region', { name: 'Cơ quan phối hợp' })).toContainText(/quá hạn \d+ ngày, muộn ở Công an xã/)
    // The dossier itself is still in time.
    await expect(page.locator('.standing')).toContainText(/còn \d+ ngày làm việc/)
  })
})
