import { expect, test, type Browser, type Page } from '@playwright/test'
import { loadDemoAccounts, loadSecondCommune, SECOND_HOST } from '@/prisma/seed/data'
import { signInAtIdentityServer, signInWithPassword } from './support/portal'

// One installation, two communes, each under a host name of its own.

const { name } = loadSecondCommune()
const home = process.env.E2E_BASE_URL ?? 'http://localhost:3000'
const there = Object.assign(new URL(home), { hostname: SECOND_HOST }).origin

const openThere = async (browser: Browser): Promise<Page> =>
  (await browser.newContext({ baseURL: there, javaScriptEnabled: false })).newPage()

test('a citizen signs in, looks at her dossiers and signs out on the site of the second commune, and comes back to it each time', async ({
  browser,
}) => {
  const page = await openThere(browser)
  await page.goto('/')
  await expect(page.getByRole('banner')).toContainText(name)
  await signInAtIdentityServer(page, '086194000012', '/nop-ho-so/1.004873')
  expect(new URL(page.url()).origin).toBe(there)
  await expect(page.getByRole('banner')).toContainText(name)
  await page.goto('/ho-so')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Hồ sơ')
  await page.getByRole('button', { name: 'Thoát' }).click()
  await page.getByRole('button', { name: 'Đăng xuất' }).click()
  await page.waitForURL((url) => url.origin === there && url.pathname === '/')
  await page.context().close()
})

test('staff work on the site of their own commune only', async ({ browser }) => {
  const page = await openThere(browser)
  await signInWithPassword(page, 'songsinh.ta')
  expect(new URL(page.url()).origin).toBe(there)
  await expect(page.getByRole('banner')).toContainText(name)
  await page.context().close()

  const stranger = await openThere(browser)
  await stranger.goto('/dang-nhap/can-bo')
  await stranger.getByLabel('Tên đăng nhập').fill('vidu.le')
  await stranger.getByLabel('Mật khẩu').fill(loadDemoAccounts().password)
  await stranger.getByRole('button', { name: 'Đăng nhập' }).click()
  await expect(stranger.getByRole('alert').first()).toContainText('Tên đăng nhập hoặc mật khẩu không đúng')
  await stranger.context().close()
})
