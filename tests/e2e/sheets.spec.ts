import { execFileSync } from 'node:child_process'
import { expect, test } from '@playwright/test'
import { encode } from 'uqr'

// What hangs on the posting board: a procedure on one A4 page, a field's procedures each on a page of its own.

/** The text of each page of a PDF. */
function pagesOf(pdf: Buffer): string[] {
  return execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' }).split('\f').slice(0, -1)
}

test('a procedure prints on one A4 page without the bars of the site', async ({ page, baseURL }) => {
  await page.goto('/thu-tuc/1.004873')
  await page.getByRole('link', { name: 'Bản in một tờ A4' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cấp Giấy xác nhận tình trạng hôn nhân')
  const pages = pagesOf(await page.pdf({ preferCSSPageSize: true }))
  expect(pages.length).toBe(1)
  // Where a letter is set apart from the next by a hair, pdftotext writes a blank.
  const letters = pages[0]?.replaceAll(/\s+/g, '')
  for (const words of ['3 ngày làm việc', '5.000 đồng', 'Chỉ cần nếu thuộc trường hợp', 'Căn cứ pháp lý', '1.004873'])
    expect(letters).toContain(words.replaceAll(' ', ''))
  expect(pages[0]).not.toContain('Đăng nhập')
  expect(pages[0]).not.toContain('In tờ này')

  const { size, data } = encode(`${baseURL}/thu-tuc/1.004873`, { ecc: 'M', border: 2 })
  const picture = page.getByRole('img', { name: /Mã QR/ })
  expect(await picture.getAttribute('viewBox')).toBe(`0 0 ${size} ${size}`)
  expect(await picture.locator('path').getAttribute('d')).toBe(
    data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join(''),
  )
})

test('the set of a field begins each procedure on a new page', async ({ page }) => {
  await page.goto('/thu-tuc?linh-vuc=ho-tich')
  await page.getByRole('link', { name: 'In bộ niêm yết' }).click()
  await expect(page.locator('article')).toHaveCount(19)
  const names = await page.locator('article h2').allTextContents()
  const pages = pagesOf(await page.pdf({ preferCSSPageSize: true }))
  expect(pages.length).toBe(names.length)
  names.forEach((name, index) => expect(pages[index]?.replaceAll(/\s+/g, ' ')).toContain(name.split(' ').slice(0, 3).join(' ')))
})
