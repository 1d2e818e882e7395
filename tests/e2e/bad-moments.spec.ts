import { expect, test, type Page } from '@playwright/test'
import { ask, asForm, formOn } from '../support/access-matrix-http'
import { BASE, openPortal } from '../support/access-matrix-portal'
import {
  beginFiling,
  expectAccessible,
  expectNoSidewaysScroll,
  goOn,
  OLD_PHONE,
  openDraft,
  signInStaff,
  signInWithPassword,
  withPage,
} from './support/portal'

// What a person sees when something goes wrong that is nobody's mistake. The table stands in docs/bad-moments.md.

/** "Đặng Thị Hình Mẫu"; no other test files for her. */
const CITIZEN = '086179000018'
const PROCEDURE = '1.004873'

const alert = (page: Page) => page.getByRole('alert').first()

async function openContent(page: Page): Promise<string> {
  const path = `${await openDraft(page, CITIZEN, PROCEDURE)}/noi-dung`
  await page.goto(path)
  return path
}

for (const [how, options] of [
  ['without script', OLD_PHONE],
  ['with script', {}],
] as const) {
  test(`two windows, ${how}: the older one overwrites nothing, says so, keeps what was typed, and a second press means it`, async ({
    browser,
  }) => {
    await withPage(browser, options, async (older) => {
      const path = await openContent(older)
      const newer = await older.context().newPage()
      await newer.goto(path)
      const question = (page: Page) => page.getByLabel('Nội dung yêu cầu')
      await question(newer).fill(`Câu của cửa sổ mới, ${how}`)
      await newer.getByRole('button', { name: 'Lưu lại, làm sau' }).click()
      await newer.waitForURL((url) => url.pathname === '/ho-so')

      await question(older).fill(`Câu của cửa sổ cũ, ${how}`)
      await older.getByLabel('Cho chính tôi').check()
      await goOn(older)
      await expect(alert(older)).toContainText('Bản nháp đã được sửa ở một trang khác sau khi mở trang này')
      await expect(older).toHaveTitle(/^Lỗi: /)
      await expect(question(older)).toHaveValue(`Câu của cửa sổ cũ, ${how}`)
      await newer.goto(path)
      await expect(question(newer)).toHaveValue(`Câu của cửa sổ mới, ${how}`)

      await goOn(older)
      await older.waitForURL(/\/giay-to/)
      await newer.goto(path)
      await expect(question(newer)).toHaveValue(`Câu của cửa sổ cũ, ${how}`)
    })
  })

  test(`two windows, ${how}: what was changed after the check page was opened is not sent unseen`, async ({ browser }) => {
    await withPage(browser, options, async (page) => {
      const path = await openContent(page)
      const check = path.replace('noi-dung', 'kiem-tra')
      await page.goto(check)
      const other = await page.context().newPage()
      await other.goto(path)
      await other.getByLabel('Nội dung yêu cầu').fill(`Đổi sau khi đã mở trang kiểm tra, ${how}`)
      await other.getByRole('button', { name: 'Lưu lại, làm sau' }).click()
      await other.waitForURL((url) => url.pathname === '/ho-so')
      await page.getByRole('checkbox').last().check()
      await page.getByRole('button', { name: 'Gửi hồ sơ' }).click()
      await expect(alert(page)).toContainText('chưa có gì được lưu hay gửi')
      await expect(page.locator('main')).toContainText(`Đổi sau khi đã mở trang kiểm tra, ${how}`)
      await expect(page).toHaveTitle(/^Lỗi: /)
    })
  })
}

test('an officer whose session ended in the middle of a form keeps the reason that was typed, signs in in another window, and sends it', async ({
  browser,
}) => {
  await withPage(browser, {}, async (page) => {
    await signInStaff(page, 'vidu.le')
    await page.goto('/can-bo/hang-doi?ke=submitted')
    const dossier = (await page.locator('main a[href*="/can-bo/ho-so/"]').first().getAttribute('href')) ?? ''
    const { pathname } = new URL(dossier, page.url())
    await page.goto(`${pathname.split('/').slice(0, 4).join('/')}/tu-choi`)
    const reason = page.locator('textarea[name="reason"]')
    await reason.fill('Thử lúc hết phiên: không thuộc thẩm quyền của xã')
    await page.context().clearCookies({ name: /^(__Host-)?phien$/ })
    await page.locator('main form').getByRole('button').last().click()
    await expect(alert(page)).toContainText('Cần đăng nhập để làm tiếp')
    await expect(reason).toHaveValue('Thử lúc hết phiên: không thuộc thẩm quyền của xã')
    const other = await page.context().newPage()
    await signInWithPassword(other, 'vidu.le')
    await page.locator('main form').getByRole('button').last().click()
    await page.waitForURL(/xong=refuse/)
  })
})

test('a form that was sent is answered again when its answer was lost, and other content under the same page is refused in words', async () => {
  const portal = await openPortal()
  const cookie = await portal.cookieOf('clerk')
  const page = new URL(`/can-bo/ho-so/${portal.sample.work.received}/chuyen-phong`, BASE)
  const form = formOn((await ask(page, { headers: { cookie } })).text, 'name="step"')
  const send = (fields: typeof form) => {
    const { type, content } = asForm(fields)
    return ask(page, { method: 'POST', headers: { cookie, origin: page.origin, 'content-type': type }, body: content })
  }
  const first = await send(form)
  expect(first.status).toBe(303)
  const again = await send(form)
  expect([again.status, again.headers.location]).toEqual([303, first.headers.location])
  const other = await send([...form, ['reason', 'một lý do mà lần trước không có']])
  expect(other.status).toBeLessThan(500)
  expect(other.text).toContain('Trang này đã được gửi một lần với nội dung khác. Tải lại trang để làm tiếp từ nội dung mới nhất.')
  await portal.close()
})

test('what was kept half typed and cannot be read any more is said in words, and thrown away to begin again', async ({ browser }) => {
  const portal = await openPortal()
  const { draftId, intakeId, procedure } = portal.sample
  const data = { typed: { request: 'x'.repeat(20_000) } }
  await portal.db.draft.updateMany({ where: { id: draftId }, data: { data } })
  await portal.db.intake.updateMany({ where: { id: intakeId }, data: { data } })
  const signedIn = async (page: Page, visitor: 'owner' | 'clerk') => {
    const [name = '', value = ''] = (await portal.cookieOf(visitor)).split('=')
    await page.context().addCookies([{ name, value, url: BASE }])
  }
  const words = 'Nội dung nhập dở này không đọc lại được nữa; chưa có gì được gửi hay tiếp nhận. Xóa rồi làm lại từ đầu.'

  await withPage(browser, {}, async (page) => {
    await signedIn(page, 'owner')
    await page.goto(`/nop-ho-so/${procedure}/${draftId}`)
    await expectAccessible(page)
  })
  await withPage(browser, OLD_PHONE, async (page) => {
    await signedIn(page, 'owner')
    for (const path of ['/ho-so', `/nop-ho-so/${procedure}`]) expect((await page.goto(path))?.status()).toBe(200)
    await page.getByRole('button', { name: 'Làm tiếp' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bản nháp này không mở được nữa')
    for (const step of ['', '/nguoi-nop', '/noi-dung', '/giay-to', '/nhan-ket-qua', '/kiem-tra']) {
      await page.goto(`/nop-ho-so/${procedure}/${draftId}${step}`)
      await expect(page.locator('main')).toContainText(words)
    }
    await expectNoSidewaysScroll(page)
    await page.getByRole('button', { name: 'Xóa bản nháp' }).click()
    await page.waitForURL(/\/ho-so\?da-xoa=/)
    await page.goto(`/nop-ho-so/${procedure}`)
    await beginFiling(page)
    await page.waitForURL(/\/nguoi-nop/)
  })
  await withPage(browser, {}, async (page) => {
    await signedIn(page, 'clerk')
    for (const step of ['', '/bo-sung', '/tu-choi']) {
      await page.goto(`/can-bo/tiep-nhan/${intakeId}${step}`)
      await expect(page.locator('main')).toContainText(words)
    }
    await expectAccessible(page)
    await page.goto('/can-bo/tiep-nhan')
    await page.locator(`main a[href$="${intakeId}"]`).click()
    await page.getByRole('button', { name: 'Bỏ hồ sơ này' }).click()
    await page.waitForURL((url) => url.pathname === '/can-bo/tiep-nhan')
    await expect(page.locator(`main a[href$="${intakeId}"]`)).toHaveCount(0)
  })
  await portal.close()
})
