import { expect, test } from '@playwright/test'
import { loadDemoAccounts } from '@/prisma/seed/data'
import { signInStaff } from './support/portal'

const { accounts, password } = loadDemoAccounts()

test('whoever signs in has name and way out at the right end of the bar, with a search or without', async ({ browser }) => {
  for (const userName of ['vidu.le', 'quantri.cao']) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    const page = await context.newPage()
    await signInStaff(page, userName)
    const who = await page.locator('.bar .who').boundingBox()
    expect(who && 1440 - (who.x + who.width), userName).toBeLessThanOrEqual(32)
    await context.close()
  }
})

test('the bar has only places in which something of one’s own can lie', async ({ browser }) => {
  const places = async (userName: string) => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await signInStaff(page, userName)
    const names = await page.getByRole('navigation', { name: 'Chính' }).getByRole('link').allTextContents()
    await context.close()
    return names
  }
  expect(await places('quantri.cao')).not.toContain('Hàng đợi')
  expect(await places('nguyenmau.ngo')).toEqual(expect.arrayContaining(['Điều hành', 'Hàng đợi']))
  expect(await places('nguyenmau.ngo')).not.toContain('Ký duyệt')
  expect(await places('dientap.huynh')).toContain('Ký duyệt')
})

test('everyone comes from the sign-in straight to a page of work: no address on the way only sends on', async ({ browser }) => {
  test.slow()
  for (const { userName } of accounts) {
    const context = await browser.newContext()
    const page = await context.newPage()
    const visited: string[] = []
    page.on('request', (request) => {
      const { pathname } = new URL(request.url())
      if (/^\/(?:can-bo|lanh-dao|quan-tri)/.test(pathname)) visited.push(pathname)
    })
    await page.goto('/dang-nhap/can-bo')
    await page.getByLabel('Tên đăng nhập').fill(userName)
    await page.getByLabel('Mật khẩu').fill(password)
    await page.getByRole('button', { name: 'Đăng nhập' }).click()
    await page.waitForURL(/\/(?:lanh-dao|quan-tri|can-bo\/(?:hang-doi|thu-phi))$/)
    expect(visited, userName).not.toContain('/can-bo')
    await context.close()
  }
})
