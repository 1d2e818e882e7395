import { expect, test } from '@playwright/test'
import { asText, begin, choose, CLERK, COUNTER, countedHand, fillRequest, FORM, paper, paperOf, receive } from './support/counter'
import { codeOn, expectAccessible, expectNoSidewaysScroll, listenForErrors, OLD_PHONE, signInStaff } from './support/portal'

// What the person brings cannot be received: the slip is theirs at once. And how long it takes where it can.

test('who lacks a paper leaves with the slip, and what comes back is counted on the receipt', async ({ page, context }) => {
  const errors = listenForErrors(context)
  await signInStaff(page, CLERK, COUNTER)
  await begin(page)
  await page.getByRole('button', { name: 'Yêu cầu bổ sung' }).click()
  await expect(page.getByRole('alert').first()).toContainText('Nhập họ và tên như trên giấy tờ tùy thân')
  await expect(page.getByRole('alert').first()).not.toContainText('Ghi số bản đã nhận')
  await choose(page)
  await fillRequest(page)
  await page.getByRole('button', { name: 'Yêu cầu bổ sung' }).click()
  await page.waitForURL(/\/bo-sung$/)
  const asked = page.locator('.to-ask').filter({ hasText: FORM })
  await expect(asked.getByRole('checkbox')).toBeChecked()
  await expect(asked.getByRole('combobox')).toHaveValue('missing')
  await expectAccessible(page)
  await asked.getByRole('checkbox').uncheck()
  await page.getByRole('button', { name: 'Lập phiếu yêu cầu bổ sung' }).click()
  await expect(page.getByRole('alert').first()).toContainText('Chưa chọn giấy tờ nào phải bổ sung')
  await asked.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Lập phiếu yêu cầu bổ sung' }).click()
  await page.waitForURL(/xong=ask_for_more/)
  await expect(page.getByRole('status').first()).toContainText('Đã yêu cầu bổ sung lúc')
  await expect(page.getByRole('link', { name: 'Tiếp nhận người tiếp theo' })).toBeVisible()
  const code = await codeOn(page)
  for (const link of [/In Phiếu yêu cầu bổ sung số \d{4}\/PBS/, /In cuộn 80 mm/]) {
    const text = asText(await paperOf(page, link))
    for (const field of [
      'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
      code,
      'Hồ sơ của Ông (Bà): Nguyễn Thị Minh Họa',
      'Nội dung yêu cầu giải quyết:',
      'Địa chỉ:',
      'Số điện thoại:',
      `Yêu cầu hoàn thiện hồ sơ gồm:1. ${FORM}`,
      'Lý do:1. Chưa nộp giấy tờ này',
      'liên hệ với Lê Thị Ví Dụ',
    ])
      expect(text).toContain(asText(field))
  }
  await page.goto(`/can-bo/ho-so/${code}/nhan-bo-sung`)
  await page.locator('textarea').first().fill('Nộp bản giấy tại quầy')
  await page.getByRole('button', { name: 'Ghi nhận bổ sung' }).click()
  await page.waitForURL(/xong=answer/)
  await page.goto(`/can-bo/ho-so/${code}/tiep-nhan`)
  const check = page.locator('.to-check').filter({ has: page.getByRole('heading', { name: FORM }) })
  await check.getByLabel('Đạt', { exact: true }).check()
  await receive(page).click()
  await expect(page.getByRole('alert').first()).toContainText('Ghi số bản đã nhận')
  await check.getByLabel('Bản chính').fill('1')
  await expectAccessible(page)
  await receive(page).click()
  await page.waitForURL(/xong=receive/)
  await expect(page.locator('main')).toContainText('giấy: 1 bản chính')
  expect(asText(await paperOf(page, /In Giấy tiếp nhận/))).toContain(asText(`${FORM} 1 0 0`))
  expect(errors).toEqual([])
})

test('who is at the wrong office leaves with a refusal, without script and at 320 px', async ({ browser }) => {
  const context = await browser.newContext(OLD_PHONE)
  const page = await context.newPage()
  await signInStaff(page, CLERK, COUNTER)
  await begin(page)
  await choose(page)
  await page.getByRole('button', { name: 'Từ chối tiếp nhận' }).click()
  await page.waitForURL(/\/tu-choi$/)
  await expectNoSidewaysScroll(page)
  await page.getByRole('button', { name: 'Lập phiếu từ chối' }).click()
  await expect(page.getByRole('alert').first()).toContainText('Ghi lý do từ chối')
  await page.getByLabel('Lý do từ chối').fill('Thường trú ở xã khác; đề nghị nộp tại xã đó.')
  await page.getByRole('button', { name: 'Lập phiếu từ chối' }).click()
  await page.waitForURL(/xong=refuse/)
  await expect(page.getByRole('status').first()).toContainText('Đã từ chối tiếp nhận')
  await expectNoSidewaysScroll(page)
  const code = await codeOn(page)
  for (const link of [/In Phiếu từ chối số \d{4}\/PTC/, /In cuộn 80 mm/]) {
    const text = asText(await paperOf(page, link))
    for (const field of [
      'PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ',
      code,
      'Tiếp nhận hồ sơ của Ông (Bà): Nguyễn Thị Minh Họa',
      'Số định danh cá nhân: 086194000012',
      'Lý do từ chối: Thường trú ở xã khác; đề nghị nộp tại xã đó.',
      '(Ký và ghi rõ họ tên)',
    ])
      expect(text).toContain(asText(field))
    expect(text).not.toContain(asText('Số lượng giấy tờ đã nộp'))
  }
  await context.close()
})

test('an ordinary dossier of a known person takes a clerk at most 90 seconds', async ({ page }) => {
  await signInStaff(page, CLERK, COUNTER)
  const { done, type, point, onward, enter, seconds } = countedHand(page)
  await type('giay doc than')
  await onward(enter, /q=/)
  await onward(() => point(page.getByRole('button', { name: 'Xác nhận tình trạng hôn nhân' })), /\/tiep-nhan\/[0-9a-f-]{36}/)
  await point(page.getByLabel('Tìm bằng số định danh hoặc số điện thoại'))
  await type('086194000012')
  await onward(enter, /tim=1/)
  await onward(() => point(page.locator('.found').getByRole('button', { name: /Chọn/ })), /[0-9a-f-]{36}#nguoi-nop$/)
  await point(page.getByLabel('Cho người nộp'))
  await point(page.getByRole('group', { name: /Có phải xin cấp lại/ }).getByLabel('Không', { exact: true }))
  await point(paper(page, FORM).getByLabel('Bản chính'))
  await type('1')
  await point(paper(page, 'Giấy tờ tùy thân').getByLabel('Đã xuất trình'))
  await onward(() => point(receive(page)), /xong=receive/)
  await expect(page.getByRole('link', { name: /In Giấy tiếp nhận/ })).toBeVisible()
  const { keys, clicks, pages } = done
  console.log(`ordinary dossier of a known person: ${keys} keys, ${clicks} clicks, ${pages} pages, ${seconds().toFixed(1)} s of work`)
  expect(keys).toBeLessThanOrEqual(30)
  expect(clicks).toBeLessThanOrEqual(9)
  expect(pages).toBeLessThanOrEqual(5)
  expect(seconds()).toBeLessThanOrEqual(90)
})
