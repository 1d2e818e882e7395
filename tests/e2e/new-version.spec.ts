import { expect, test, type Page } from '@playwright/test'
import { readClock } from '@/lib/platform/clock'
import { localDateOf } from '@/lib/platform/local-date'
import { asCitizen, asOfficer, dossierPage, fileOnline } from './support/dossiers'
import { expectNoSidewaysScroll, fillDay } from './support/portal'

// The administrator writes another version of a procedure without a script, publishes it from today, and what was sent before keeps the old one.

/** Xác nhận chỗ ở để đăng ký thường trú: two working days, one paper, no fee. No other story goes by it. */
const CODE = '1.013314'
const ADMIN = 'quantri.cao'
const PLACE = `/quan-tri/thu-tuc/${CODE}`
const NO_SCRIPT = { javaScriptEnabled: false, viewport: { width: 1440, height: 900 } } as const

const press = (page: Page, name: string) => page.locator('main').getByRole('button', { name, exact: true }).click()

test('a new version while dossiers are open: the old ones keep theirs, the next one has the new', async ({ browser }) => {
  test.setTimeout(180_000)
  const old = await asCitizen(browser, (page) => fileOnline(page, CODE))

  await asOfficer(
    browser,
    ADMIN,
    async (page) => {
      const main = page.locator('main')
      await page.goto('/quan-tri')
      await main.getByRole('link', { name: 'Thủ tục và phiên bản' }).click()
      await main.getByLabel('Tìm thủ tục').fill('xac nhan cho o')
      await press(page, 'Tìm')
      await main.getByRole('link', { name: 'Xác nhận chỗ ở để đăng ký thường trú' }).click()
      await press(page, 'Soạn phiên bản mới')

      // A limit that is too short for the way is said at once, and cannot be published.
      await main.getByRole('link', { name: 'Thời hạn, cách nộp' }).click()
      await main.getByLabel('Thời hạn giải quyết').fill('không')
      await press(page, 'Lưu phần này')
      await expect(page.getByRole('alert').first()).toContainText('Thời hạn là một số từ 1 đến 1.000')
      await main.getByLabel('Thời hạn giải quyết').fill('1')
      await press(page, 'Lưu phần này')
      await expect(page.getByRole('status').first()).toContainText('Đã lưu phần Thời hạn, cách nộp')
      await expect(main).toContainText('Các bước cộng lại 16 giờ làm việc, vượt thời hạn 8 giờ làm việc')

      await main.getByRole('link', { name: 'Quy trình nội bộ' }).click()
      await main.getByRole('link', { name: 'Thẩm định, soạn kết quả' }).click()
      await main.getByLabel('Số giờ làm việc').fill('3')
      await press(page, 'Lưu')
      await main.getByRole('link', { name: 'Tiếp nhận, chuyển hồ sơ' }).click()
      await main.getByLabel('Số giờ làm việc').fill('2')
      await press(page, 'Lưu')
      await main.getByRole('link', { name: /^Ký duyệt/ }).click()
      await main.getByLabel('Số giờ làm việc').fill('2,5')
      await press(page, 'Lưu')
      await expect(main).toContainText('Các bước cộng lại 7,5 giờ làm việc, trong thời hạn 8 giờ làm việc; còn 0,5 giờ làm việc')

      await page.goto(`${PLACE}/ban-nhap/giay-to`)
      await main.getByRole('link', { name: 'Thêm giấy tờ' }).click()
      await main.getByLabel('Tên giấy tờ').fill('Ảnh chụp chỗ ở')
      await press(page, 'Thêm giấy tờ')
      await main.getByRole('button', { name: 'Lên Ảnh chụp chỗ ở' }).click()
      await expect(page.getByRole('status').first()).toContainText('Đã đổi thứ tự')
      await expect(main.locator('.entries li').first()).toContainText('Ảnh chụp chỗ ở')

      await page.goto(`${PLACE}/ban-nhap/phi`)
      await main.getByRole('link', { name: 'Thêm khoản thu' }).click()
      await main.getByLabel('Tên khoản thu').fill('Phí xác nhận')
      await main.getByLabel('Mức thu, đồng').fill('15.000')
      await main.getByLabel('Căn cứ mức thu').fill('Nghị quyết thử')
      await press(page, 'Thêm khoản thu')
      await main.getByLabel('Ghi ngắn').fill('15.000 đồng')
      await main.getByLabel('Câu về phí, lệ phí').fill('15.000 đồng mỗi hồ sơ.')
      await press(page, 'Lưu lời về phí')

      await page.goto(`${PLACE}/ban-nhap/ngay-ap-dung`)
      await fillDay(page, 'Áp dụng từ ngày', '2024-05-01')
      await press(page, 'Lưu phần này')
      await expect(page.getByRole('alert').first()).toContainText('đã qua')
      await fillDay(page, 'Áp dụng từ ngày', localDateOf(readClock()))
      await press(page, 'Lưu phần này')

      await main.getByRole('link', { name: 'Xem trước khi công bố' }).click()
      await expect(main).toContainText(/\d+ hồ sơ đang mở giữ phiên bản cũ/)
      await expect(main).toContainText('2 ngày làm việc')
      await expect(main).toContainText('Giấy tờ: Ảnh chụp chỗ ở')
      await main.getByText('Mã các hồ sơ').click()
      await expect(main).toContainText(old)
      await press(page, 'Công bố phiên bản')
      await expect(page.getByRole('status').first()).toContainText('Đã công bố phiên bản mới')
      await expect(main).toContainText('Ai đã đổi gì')
      await expect(main).toContainText(/công bố phiên bản từ \d\d\/\d\d\/\d{4}/)
    },
    NO_SCRIPT,
  )

  // People read the new one, and file by it.
  const fresh = await asCitizen(browser, async (page) => {
    await page.goto(`/thu-tuc/${CODE}`)
    await expect(page.locator('main')).toContainText('1 ngày làm việc')
    await expect(page.locator('main')).toContainText('Ảnh chụp chỗ ở')
    await expect(page.locator('main')).toContainText('15.000 đồng')
    return fileOnline(page, CODE)
  })
  await asOfficer(browser, 'vidu.le', async (page) => {
    const main = page.locator('main')
    await page.goto(dossierPage(old))
    await expect(main).not.toContainText('Ảnh chụp chỗ ở')
    await expect(main).not.toContainText('15.000 đồng')
    await page.goto(dossierPage(fresh))
    await expect(main).toContainText('Ảnh chụp chỗ ở')
    await expect(main).toContainText('15.000 đồng')
  })
})

test('a version announced for a day to come is taken back, and every page fits a phone', async ({ browser }) => {
  test.setTimeout(120_000)
  const other = '/quan-tri/thu-tuc/1.001266'
  await asOfficer(
    browser,
    ADMIN,
    async (page) => {
      const main = page.locator('main')
      await page.goto(other)
      await press(page, 'Soạn phiên bản mới')
      await main.getByRole('link', { name: 'Tên gọi, kết quả' }).click()
      await main.getByLabel('Tên gọi tắt').fill('Chấm dứt hộ kinh doanh (mẫu mới)')
      await press(page, 'Lưu phần này')
      await main.getByRole('link', { name: 'Ngày áp dụng' }).click()
      await fillDay(page, 'Áp dụng từ ngày', '2099-03-01')
      await press(page, 'Lưu phần này')
      const parts = ['ten-goi', 'thoi-han', 'giay-to', 'giay-to/1', 'phi', 'phi/them', 'quy-trinh', 'can-cu'].map(
        (part) => `/ban-nhap/${part}`,
      )
      for (const path of ['', '/ban-nhap', ...parts, '/bo-ban-nhap', '/cong-bo']) {
        await page.goto(`${other}${path}`)
        await expectNoSidewaysScroll(page)
      }
      await press(page, 'Công bố phiên bản')
      await expect(page.getByRole('status').first()).toContainText('Đã công bố')
      await page.goto('/quan-tri/thu-tuc')
      await expect(main).toContainText('Chấm dứt hộ kinh doanh (mẫu mới), từ 01/03/2099')
      await expectNoSidewaysScroll(page)
      await page.goto(other)
      await main.getByRole('link', { name: 'Rút phiên bản từ 01/03/2099' }).click()
      await press(page, 'Rút phiên bản')
      await expect(page.getByRole('status').first()).toContainText('Đã rút phiên bản')
      await main.getByRole('link', { name: 'Bỏ bản nháp' }).click()
      await press(page, 'Bỏ bản nháp')
      await expect(page.getByRole('status').first()).toContainText('Đã bỏ bản nháp')
      await expect(main).toContainText(/rút phiên bản từ 01\/03\/2099/)
    },
    { javaScriptEnabled: false, viewport: { width: 390, height: 844 } },
  )
})
