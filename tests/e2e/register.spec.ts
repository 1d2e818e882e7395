import { expect, test, type Page } from '@playwright/test'
import readSheet from 'read-excel-file/node'
import { registerCsv, registerRows, type RegisterRow, spoiled } from '../support/register-file'
import { expectAccessible, expectNoSidewaysScroll, signInStaff, withPage } from './support/portal'

// The registers of before come in from a spreadsheet, and stand in the book. Without a script; with one the page looks again by itself.

const LINES = 1_000
/** A year of which the demonstration has nothing; all of it was handed over, or it would be overdue in every year since. */
const ROWS = registerRows(LINES, { year: 2019 }).map((row) => ({ ...row, returnedAt: row.returnedAt === '' ? row.dueAt : row.returnedAt }))

const main = (page: Page) => page.locator('main')

async function sendFile(page: Page, rows: readonly RegisterRow[]): Promise<void> {
  await page.goto('/quan-tri/nhap-so')
  await page.getByLabel('Tệp sổ', { exact: true }).setInputFiles({ name: 'so-2019.csv', mimeType: 'text/csv', buffer: registerCsv(rows) })
  await page.getByRole('button', { name: 'Kiểm tra tệp' }).click()
}

/** Looks again until the worker is done with what it does. */
async function lookAgainUntil(page: Page, words: RegExp): Promise<void> {
  await expect(async () => {
    await page.goto(page.url())
    await expect(main(page)).toContainText(words, { timeout: 1_000 })
  }).toPass({ timeout: 60_000 })
}

test('a register of 1,000 lines: five of them bad, then clean, taken in and in the book', async ({ browser }) => {
  test.setTimeout(180_000)
  await withPage(browser, { javaScriptEnabled: false, viewport: { width: 1440, height: 900 } }, async (page) => {
    await signInStaff(page, 'quantri.cao', '/quan-tri')
    await main(page).getByRole('link', { name: 'Nhập sổ cũ' }).click()
    await page.getByRole('button', { name: 'Kiểm tra tệp' }).click()
    await expect(page.getByRole('alert').first()).toContainText('Chọn tệp sổ')

    const bad = spoiled(ROWS)
    await sendFile(page, bad.rows)
    await lookAgainUntil(page, /5 chỗ sai trong 1\.000 dòng/)
    const told = await main(page).getByRole('row').allInnerTexts()
    for (const { line, head } of bad.faults) expect(told.some((row) => row.includes(String(line)) && row.includes(head))).toBe(true)
    await expect(page.getByRole('button', { name: /^Nhập/ })).toHaveCount(0)

    await sendFile(page, ROWS)
    await lookAgainUntil(page, /Không có chỗ sai/)
    await page.getByRole('button', { name: 'Nhập 1.000 hồ sơ vào sổ' }).click()
    await lookAgainUntil(page, /Đã nhập xong/)

    await sendFile(page, ROWS)
    await lookAgainUntil(page, /Mọi dòng của tệp đã có trong sổ/)
  })

  await withPage(browser, { viewport: { width: 1440, height: 900 } }, async (page) => {
    await signInStaff(page, 'vidu.le')
    await page.goto('/can-bo/so-theo-doi?linh-vuc=ho-tich&nam=2019')
    await expect(main(page)).toContainText('Quyển 01/2019-HT, đã vào 500 số.')
    await expect(main(page).getByRole('row')).toHaveCount(51)
    await main(page).getByRole('link', { name: 'Xem tiếp' }).click()
    await expect(main(page)).toContainText('Nguyễn Văn Mẫu 101')
    await expectAccessible(page)
    await page.getByLabel('Tình trạng').selectOption('Đã trả kết quả')
    await page.getByRole('button', { name: 'Xem', exact: true }).click()
    await expect(page).toHaveURL(/tinh-trang=returned/)
    const download = page.waitForEvent('download')
    await main(page).getByRole('link', { name: 'Tải bảng tính (XLSX)' }).click()
    const [sheet] = await readSheet(await (await download).path())
    expect(sheet?.data).toHaveLength(501)
    const printed = await page.request.get('/api/exports/so-theo-doi.pdf?linh-vuc=ho-tich&nam=2019&den=500')
    expect((await printed.body()).subarray(0, 5).toString()).toBe('%PDF-')
  })
})

test('the register and the import at 390 px: nothing sideways, nothing inaccessible', async ({ browser }) => {
  await withPage(browser, { viewport: { width: 390, height: 844 } }, async (page) => {
    await signInStaff(page, 'vidu.le')
    await page.goto('/can-bo/so-theo-doi?linh-vuc=ho-tich&nam=2024')
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  })
  await withPage(browser, { viewport: { width: 390, height: 844 } }, async (page) => {
    await signInStaff(page, 'quantri.cao', '/quan-tri')
    await page.goto('/quan-tri/nhap-so')
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    await sendFile(page, spoiled(registerRows(60, { year: 2018 })).rows)
    // The page looks again by itself.
    await expect(main(page)).toContainText('5 chỗ sai', { timeout: 30_000 })
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  })
})
