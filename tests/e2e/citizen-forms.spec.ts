import { expect, test, type Page } from '@playwright/test'
import {
  expectNoSidewaysScroll,
  goOn,
  listenForErrors,
  OLD_PHONE,
  openDraft,
  signInAtIdentityServer,
  signInCitizen,
  withPage,
} from './support/portal'

// What a refused step looks like to the one who typed it: without script on an old phone first, then with it.

/** "Nguyễn Thị Minh Họa": sends nothing here, so that each test may begin again. */
const CITIZEN = '086194000012'
/** "Đỗ Thị Sơ Khai". */
const LEVEL_ONE = '086307000023'
const HOME = '86'
const ELSEWHERE = { code: '01', ward: 'Phường Hoàn Kiếm' }

/** A draft of this procedure, at one of its pages. */
async function openStep(page: Page, procedure: string, step: string): Promise<void> {
  await page.goto(`${await openDraft(page, CITIZEN, procedure)}/${step}`)
}

/** With script a chosen province fetches its wards by itself; without it the button does. */
type Script = { hasScript: boolean }

async function chooseProvince(page: Page, code: string, { hasScript }: Script): Promise<void> {
  await page.getByLabel(/tỉnh, thành phố/).selectOption(code)
  if (!hasScript) await page.getByRole('button', { name: /Đổi tỉnh/ }).click()
}

/** The page of the applicant with the wards of the commune's own province, whatever an earlier test left in the draft. */
async function openContact(page: Page, script: Script): Promise<void> {
  await openStep(page, '1.004873', 'nguoi-nop?lien-he=sua')
  if ((await page.getByLabel(/tỉnh, thành phố/).inputValue()) === HOME) return
  await chooseProvince(page, HOME, script)
  await expect(page.getByLabel('Xã, phường, đặc khu')).toContainText('Xã Tân Hoà')
}

test('without script, another province and no ward comes back with its wards, what was typed, and what is missing', async ({ browser }) => {
  await withPage(browser, OLD_PHONE, async (page) => {
    await openContact(page, { hasScript: false })
    await page.getByLabel('Số nhà, đường, thôn hoặc ấp').fill('Số 5, phố Ví Dụ')
    await page.getByLabel(/tỉnh, thành phố/).selectOption(ELSEWHERE.code)
    await page.getByLabel('Tôi là người yêu cầu').check()
    await goOn(page)
    const summary = page.getByRole('alert').filter({ hasText: 'chỗ cần sửa' })
    await expect(summary).toContainText('chọn xã, phường, đặc khu trong danh sách mới')
    await expect(page.locator('#wardCode-error')).toBeVisible()
    await expect(page).toHaveTitle(/^Lỗi: Người nộp hồ sơ – /)
    await expect(summary).toBeFocused()
    await expect(page.getByLabel('Số nhà, đường, thôn hoặc ấp')).toHaveValue('Số 5, phố Ví Dụ')
    await expect(page.getByLabel(/tỉnh, thành phố/)).toHaveValue(ELSEWHERE.code)
    await expect(page.getByLabel('Tôi là người yêu cầu')).toBeChecked()
    await expect(page.getByLabel('Xã, phường, đặc khu')).toContainText(ELSEWHERE.ward)
    await expect(page.getByLabel('Xã, phường, đặc khu')).toHaveValue('')

    // Back to another province by the button that fetches its wards: nothing is wrong yet.
    await chooseProvince(page, HOME, { hasScript: false })
    await expect(page.getByLabel('Xã, phường, đặc khu')).toContainText('Xã Tân Hoà')
    await expect(page.locator('.summary-error')).toHaveCount(0)
    await expect(page).toHaveTitle(/^Người nộp hồ sơ – /)
    await page.getByLabel('Xã, phường, đặc khu').selectOption({ label: 'Xã Tân Hoà' })
    await goOn(page)
    await page.waitForURL(/\/noi-dung/)
  })
})

for (const [how, options] of [
  ['without script', OLD_PHONE],
  ['with script', {}],
] as const) {
  test(`${how}, a refused step says so in the title, once, and the focus is at what is wrong`, async ({ browser }) => {
    await withPage(browser, options, async (page) => {
      await openStep(page, '1.004873', 'noi-dung')
      await page.getByLabel('Nội dung yêu cầu').fill('')
      for (let time = 0; time < 2; time += 1) {
        await goOn(page)
        await expect(page.locator('#request-error')).toBeVisible()
        await expect(page).toHaveTitle(/^Lỗi: Nội dung yêu cầu – /)
        await expect(page.locator('.summary-error')).toBeFocused()
      }
      await page.goto(page.url().replace(/noi-dung.*/, 'nhan-ket-qua'))
      await expect(page).toHaveTitle(/^Nhận kết quả – /)
      await goOn(page)
      await expect(page).toHaveTitle(/^Lỗi: Nhận kết quả – /)
      await page.goto(page.url().replace(/nhan-ket-qua.*/, 'kiem-tra'))
      await page.getByRole('button', { name: 'Gửi hồ sơ' }).click()
      await expect(page).toHaveTitle(/^Lỗi: Kiểm tra trước khi gửi – /)
      await page.goto(page.url().replace(/kiem-tra.*/, 'giay-to'))
      await goOn(page)
      await expect(page).toHaveTitle(/^Lỗi: Giấy tờ – /)
    })
  })

  test(`${how}, what was typed after the session had ended is there again after signing in`, async ({ browser }) => {
    await withPage(browser, options, async (page) => {
      await openStep(page, '1.004873', 'noi-dung')
      const { pathname } = new URL(page.url())
      const request = page.getByLabel('Nội dung yêu cầu')
      await request.fill('Bổ túc hồ sơ vay mua nhà, thử lúc hết phiên')
      await page.getByLabel('Cho chính tôi').check()
      await page.context().clearCookies({ name: /^(__Host-)?phien$/ })
      await goOn(page)
      await page.waitForURL((url) => url.pathname === '/dang-nhap')
      await expect(page.locator('main')).toContainText('nội dung vừa nhập sẽ hiện lại')
      const kept = (await page.context().cookies()).find(({ name }) => name.endsWith('dang-go'))
      expect(kept).toMatchObject({ httpOnly: true, sameSite: 'Lax' })

      // Somebody else at the same phone sees nothing of it.
      const other = await page.context().newPage()
      await signInAtIdentityServer(other, '086203000014', '/ho-so')
      await other.goto(pathname)
      await expect(other.locator('body')).not.toContainText('thử lúc hết phiên')
      await other.close()

      await signInAtIdentityServer(page, CITIZEN, pathname)
      await expect(page.locator('main')).toContainText('Nội dung vừa nhập vẫn còn ở dưới')
      await expect(request).toHaveValue('Bổ túc hồ sơ vay mua nhà, thử lúc hết phiên')
      await expect(page.getByLabel('Cho chính tôi')).toBeChecked()
      await goOn(page)
      await page.waitForURL(/\/giay-to/)
      await page.goto(pathname)
      await expect(request).toHaveValue('Bổ túc hồ sơ vay mua nhà, thử lúc hết phiên')
      await expect(page.locator('main')).not.toContainText('Nội dung vừa nhập vẫn còn ở dưới')
    })
  })

  test(`${how}, a look-up takes digits with blanks and says a miss in the title`, async ({ browser }) => {
    await withPage(browser, options, async (page) => {
      await page.goto('/tra-cuu')
      await page.getByLabel('Mã hồ sơ').fill(`H61.123-200101-${String(Date.now()).slice(-4)}`)
      await page.getByLabel('4 số cuối').fill(' 56 78 ')
      await page.locator('main').getByRole('button', { name: 'Tra cứu hồ sơ' }).click()
      await expect(page.locator('main')).toContainText('Không tìm thấy hồ sơ khớp')
      await expect(page).toHaveTitle(/^Lỗi: Tra cứu hồ sơ – /)
    })
  })
}

test('the next page of a form begins at its head, and without script with no trace of the errors before', async ({ page, browser }) => {
  await openStep(page, '1.004873', 'noi-dung')
  await page.getByLabel('Cho chính tôi').check()
  await goOn(page)
  await page.waitForURL(/\/giay-to/)
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await withPage(browser, OLD_PHONE, async (phone) => {
    await openStep(phone, '1.004873', 'noi-dung')
    await phone.goto(`${phone.url()}#loi`)
    await phone.getByLabel('Cho chính tôi').check()
    await goOn(phone)
    await phone.waitForURL(/\/giay-to/)
    expect(phone.url()).not.toContain('#loi')
  })
})

test('phone and address are changed outside of a filing, without script', async ({ browser }) => {
  await withPage(browser, OLD_PHONE, async (page) => {
    await signInCitizen(page, CITIZEN, '/tai-khoan')
    await page.getByRole('link', { name: 'Sửa liên hệ' }).click()
    await page.getByLabel('Số điện thoại').fill('0900')
    await page.getByRole('button', { name: 'Lưu liên hệ' }).click()
    await expect(page.getByRole('alert')).toContainText('Số điện thoại có 4 chữ số')
    await page.getByLabel('Xã, phường, đặc khu').selectOption({ label: 'Xã Tân Hoà' })
    await page.getByLabel('Số nhà, đường, thôn hoặc ấp').fill('Số 9, ấp Mẫu')
    await page.getByLabel('Số điện thoại').fill('0900 000 123')
    await page.getByRole('button', { name: 'Lưu liên hệ' }).click()
    await expect(page.locator('main')).toContainText('Đã lưu liên hệ.')
    await expect(page.locator('main')).toContainText('Số 9, ấp Mẫu, Xã Tân Hoà')
    await expectNoSidewaysScroll(page)
  })
})

test('an address that leads nowhere is said on the page', async ({ browser }) => {
  await withPage(browser, OLD_PHONE, async (page) => {
    for (const path of ['/thu-tuc/9.999999', '/thu-tucc']) {
      await page.goto(path)
      await expect(page.locator('main')).toContainText(`Địa chỉ đã mở: ${path}`)
      await expect(page.getByRole('navigation', { name: 'Chính' })).toBeVisible()
      await expect(page.locator('footer')).toContainText('Điện thoại')
    }
  })
})

test('with script a chosen province brings its wards, keeps what was typed, and the browser complains of nothing', async ({
  page,
  context,
}) => {
  const errors = listenForErrors(context)
  await openContact(page, { hasScript: true })
  await page.getByLabel('Số nhà, đường, thôn hoặc ấp').fill('Số 7, phố Ví Dụ')
  await chooseProvince(page, ELSEWHERE.code, { hasScript: true })
  await expect(page.getByLabel('Xã, phường, đặc khu')).toContainText(ELSEWHERE.ward)
  await expect(page.getByLabel('Số nhà, đường, thôn hoặc ấp')).toHaveValue('Số 7, phố Ví Dụ')
  await expect(page.getByLabel(/tỉnh, thành phố/)).toHaveValue(ELSEWHERE.code)
  expect(errors).toEqual([])
})

test('a birth is about a child: nobody asks whether it is for oneself, and what may cost something says when', async ({ browser }) => {
  await withPage(browser, OLD_PHONE, async (page) => {
    await openStep(page, '1.001193', 'noi-dung')
    const main = page.locator('main')
    await expect(main).not.toContainText('Cho chính tôi')
    await expect(main).not.toContainText('như trên giấy tờ tùy thân')
    await page.getByLabel('Họ, chữ đệm, tên của trẻ').fill('Nguyễn Bản Nháp')
    await page.getByLabel(/Số bản sao xin thêm/).fill('2')
    await goOn(page)
    await page.waitForURL(/\/giay-to/)
    await expect(main).toContainText('chưa thay được mẫu')
    await expect(main).toContainText('PDF, JPG, PNG hoặc DOCX')
    await expect(main).not.toContainText('JPEG')
    await page.goto(page.url().replace(/giay-to.*/, 'kiem-tra'))
    await expect(main).toContainText('Có thể phải nộp 16.000 đồng (2 × 8.000 đồng) phí cấp bản sao trích lục hộ tịch nếu xin thêm bản sao')
    await expectNoSidewaysScroll(page)
  })
})

test('what goes online only in part says so before the way of the result is chosen, and before it is sent', async ({ browser }) => {
  await withPage(browser, OLD_PHONE, async (page) => {
    const main = page.locator('main')
    await openStep(page, '1.000894', 'nhan-ket-qua')
    await expect(main).toContainText('Phần không làm qua mạng, dù nhận kết quả cách nào: hai bên nam, nữ phải cùng có mặt')
    await expect(main).not.toContainText('hông phải đến quầy')
    await expectNoSidewaysScroll(page)
    await openStep(page, '1.000894', 'kiem-tra')
    await expect(main).toContainText('Hai bên nam, nữ phải cùng có mặt')
  })
})

test('whoever has identity level 1 is told on the page of the procedure, before beginning', async ({ browser }) => {
  await withPage(browser, OLD_PHONE, async (page) => {
    await signInCitizen(page, LEVEL_ONE, '/thu-tuc/1.001193')
    await expect(page.locator('main')).toContainText('Tài khoản của Ông/Bà đang ở mức 1')
    await expect(page.getByRole('link', { name: 'Nộp hồ sơ trực tuyến' })).toHaveCount(0)
    await expectNoSidewaysScroll(page)
  })
})

test('a file that is not there and one that is not theirs are the same answer: sign in, or nothing', async ({ page, request }) => {
  const nowhere = '/api/files/01a20a50-04c6-7567-892e-0fedbb1c3040'
  expect((await request.get(nowhere)).status()).toBe(401)
  await signInCitizen(page, CITIZEN)
  expect((await page.request.get(nowhere)).status()).toBe(404)
})
