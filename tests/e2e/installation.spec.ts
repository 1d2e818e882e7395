import { readdirSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { migrationList, withEngine, FILTERS } from '@/prisma/engine'
import { pendingMigrations } from '@/scripts/steps/production.mjs'
import { ADMIN, anInstallation, beginScript, demonstration, emptyDatabase, HOST, runScript, START } from './support/installation'
import { codeOn } from './support/portal'

// The operator's way: what must not be is refused, an empty database becomes an office, an update keeps what was before.

const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
test.use({
  ignoreHTTPSErrors: true,
  launchOptions: {
    ...(process.env.CHROMIUM_PATH && { executablePath: process.env.CHROMIUM_PATH }),
    args: [...args, `--host-resolver-rules=MAP ${HOST} 127.0.0.1`],
  },
})
test.setTimeout(120_000)

const PASSWORD = 'con trâu đi trước cái cày'
const press = (page: Page, name: string) => page.locator('main').getByRole('button', { name, exact: true }).click()

async function setPassword(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill(PASSWORD)
  await page.getByLabel('Nhập lại mật khẩu mới').fill(PASSWORD)
  await press(page, 'Đặt mật khẩu')
  await expect(page.locator('main')).toContainText('Đã đặt mật khẩu')
}

async function signIn(page: Page, origin: string, userName: string, path: string): Promise<void> {
  await page.goto(`${origin}/dang-nhap/can-bo?tiep=${encodeURIComponent(path)}`)
  await page.getByLabel('Tên đăng nhập').fill(userName)
  await page.getByLabel('Mật khẩu').fill(PASSWORD)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.waitForURL(`${origin}${path}`)
}

test('a start without settings, and one beside the demonstration, are refused with all that has to change', async () => {
  const { env, close } = await anInstallation(demonstration())
  const bare = await runScript(START, { ...env, PUBLIC_URL: '', VNEID_ISSUER: '', SMTP_URL: '', AUTH_SECRET: 'changeme' })
  expect(bare.code).toBe(1)
  for (const name of ['PUBLIC_URL', 'VNEID_ISSUER', 'SMTP_URL', 'AUTH_SECRET']) expect(bare.output).toContain(name)
  const beside = await runScript(START, env)
  expect(beside.code).toBe(1)
  expect(beside.output).toContain('Cơ sở dữ liệu có dữ liệu trình diễn')
  expect(beside.output).toContain('Tài khoản vidu.le còn mật khẩu trình diễn ai cũng biết.')
  await close()
})

test('an empty database becomes an office in which an invited officer receives a dossier', async ({ page, browser }) => {
  const database = await emptyDatabase('installation')
  const { env, origin, close } = await anInstallation(database.url)
  const portal = beginScript(START, env)
  try {
    await portal.says('Sẵn sàng sau')
    expect(portal.output()).toContain('npm run admin:create')
    const wanted = ['--user-name', 'quantri', '--full-name', 'Cao Thị Ví Dụ', '--commune', 'phường Thí Dụ', '--agency-code', 'H61.777']
    const made = await runScript([...ADMIN, ...wanted], env)
    const link = /https:\S+/.exec(made.output)?.[0] ?? made.output
    expect(new URL(link).origin).toBe(origin)

    await setPassword(page, link)
    await signIn(page, origin, 'quantri', '/quan-tri')
    await page.goto(`${origin}/quan-tri/thong-tin-xa`)
    await page.getByLabel('Địa chỉ Trung tâm').fill('Số 1, đường Thí Dụ')
    await page.getByLabel('Điện thoại').fill('0900 000 777')
    await page.getByLabel('Mã cơ quan').fill('H61.778')
    // With a script Next fetches the page behind the action from itself; it has to be this site's.
    await page.getByLabel('Tên miền (không bắt buộc)').fill(HOST)
    await press(page, 'Lưu thông tin xã')
    await expect(page.locator('main')).toContainText('Đã lưu')

    await page.goto(`${origin}/quan-tri/nhan-su/them`)
    await page.getByLabel('Tên đăng nhập', { exact: true }).fill('thu.le')
    await page.getByLabel('Họ và tên').fill('Lê Thị Thử')
    await page.getByLabel('Chức vụ', { exact: true }).fill('Cán bộ Một cửa')
    await page.getByLabel('Phòng', { exact: true }).selectOption('TTPVHCC')
    await page.getByRole('checkbox', { name: /^Cán bộ Một cửa/ }).check()
    await press(page, 'Thêm cán bộ')
    const invitation = await page.getByLabel('Đường dẫn dùng một lần').inputValue()

    const clerk = await (await browser.newContext({ javaScriptEnabled: false, ignoreHTTPSErrors: true })).newPage()
    await setPassword(clerk, invitation)
    await signIn(clerk, origin, 'thu.le', '/can-bo/tiep-nhan')
    await receiveOne(clerk)
    await expect(clerk.getByRole('status').first()).toContainText('Đã tiếp nhận lúc')
    expect(await codeOn(clerk, 'H61.778')).toMatch(/^H61\.778-\d{6}-0001$/)
    await clerk.context().close()
  } finally {
    expect(await portal.stop()).toBe(0)
    await close()
    await database.drop()
  }
})

/** Somebody at the counter who is nobody's acquaintance yet. */
async function receiveOne(page: Page): Promise<void> {
  await page.getByLabel('Thủ tục', { exact: true }).fill('giay doc than')
  await page.getByRole('button', { name: 'Tìm thủ tục' }).click()
  await page.getByRole('button', { name: 'Xác nhận tình trạng hôn nhân' }).click()
  await page.getByLabel('Tìm bằng số định danh hoặc số điện thoại').fill('086077000777')
  await page.getByRole('button', { name: 'Tìm người' }).click()
  await page.getByLabel('Họ và tên', { exact: true }).fill('Trần Văn Mẫu')
  await page.getByLabel('Số điện thoại', { exact: true }).fill('0900000777')
  await page.getByLabel('Địa chỉ', { exact: true }).fill('Ấp Mẫu')
  await page.getByLabel('Cho người nộp').check()
  const again = page.getByRole('group', { name: /Có phải xin cấp lại/ })
  await again.getByLabel('Không', { exact: true }).check()
  const paper = (name: string) => page.locator('.to-take').filter({ has: page.getByRole('heading', { name, exact: true }) })
  await paper('Tờ khai cấp Giấy xác nhận tình trạng hôn nhân').getByLabel('Bản chính').fill('1')
  await paper('Giấy tờ tùy thân').getByLabel('Đã xuất trình').check()
  await page.getByRole('button', { name: 'Tiếp nhận hồ sơ' }).click()
  await page.waitForURL(/xong=receive/)
}

test('an update is dumped before the structure changes, and without a dump nothing changes', async () => {
  const database = await emptyDatabase('update')
  const { env, folder, close } = await anInstallation(database.url)
  try {
    const { migrationDirectories, ...list } = migrationList()
    const before = { ...list, migrationDirectories: migrationDirectories.slice(0, -1) }
    await withEngine(database.url, (engine) => engine.applyMigrations({ migrationsList: before, filters: FILTERS }))
    const last = migrationDirectories.at(-1)?.path
    expect(await pendingMigrations(database.url)).toEqual([last])

    const refused = await runScript(START, { ...env, PG_DUMP: '/bin/false' })
    expect(refused.code).toBe(1)
    expect(refused.output).toContain('pg_dump không sao lưu được, nên chưa cập nhật gì')
    expect(await pendingMigrations(database.url)).toEqual([last])

    const updated = beginScript(START, env)
    await updated.says('Sẵn sàng sau')
    expect(await updated.stop()).toBe(0)
    expect(await pendingMigrations(database.url)).toEqual([])
    expect(readdirSync(`${folder}/dumps`)).toHaveLength(1)
  } finally {
    await close()
    await database.drop()
  }
})
