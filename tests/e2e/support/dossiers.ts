import { expect, type Browser, type Page } from '@playwright/test'
import { PrismaPg } from '@prisma/adapter-pg'
import type { Step } from '@/lib/dossiers/move-rules'
import { readClock } from '@/lib/platform/clock'
import { hashPersonalNumber } from '@/lib/platform/crypto'
import { env } from '@/lib/platform/env'
import { PrismaClient } from '@/prisma/generated/client'
import { dice } from '@/prisma/seed/builders/dice'
import { aDossier } from '@/prisma/seed/builders/dossier'
import { insertDossiers } from '@/prisma/seed/builders/insert'
import { loadWorld, procedureOf } from '@/prisma/seed/builders/world'
import { sampleFile } from '@/prisma/seed/sample-file'
import { pdfFile } from '../../support/files'
import { textOf } from '../../support/pdf'
import { beginFiling, codeOn, goOn, goToStep, OLD_PHONE, signInCitizen, signInStaff, withPage } from './portal'

// A dossier of a story's own, at the point where the story begins. How it gets there by the pages is what stories.spec.ts shows.

/** "Trần Văn Giả Sử": no story leaves a draft of his behind. */
export const CITIZEN = '086088000013'
export const MAIL = 'giasu@vidu.example'
const PHONE = '0900000013'
const COMMUNE = 1
/** Giấy xác nhận tình trạng hôn nhân: three working days, Văn phòng HĐND và UBND. */
const MARITAL_STATUS = '1.004873'

export const CLERK = 'vidu.le'
export const SPECIALIST = 'thidiem.pham'
export const LEADER = 'mau.tran'

const PDF = { name: 'to-khai.pdf', mimeType: 'application/pdf', buffer: pdfFile() }

/** Answers where one can be reached, which the portal asks once. */
async function fillContact(page: Page): Promise<void> {
  const phone = page.getByLabel('Số điện thoại', { exact: true })
  if (!(await phone.isVisible())) return
  await phone.fill(PHONE)
  await page.getByLabel('Thư điện tử (không bắt buộc)').fill(MAIL)
  await page.getByLabel('Xã, phường, đặc khu').selectOption({ index: 3 })
  await page.getByLabel('Số nhà, đường, thôn hoặc ấp').fill('Số 9, ấp Mẫu')
}

/** Files a dossier without script, as the citizen who is signed in on the page. Answers its code. */
export async function fileOnline(page: Page, procedure = MARITAL_STATUS): Promise<string> {
  await page.goto(`/nop-ho-so/${procedure}`)
  await beginFiling(page)
  if (!/\/nguoi-nop/.test(page.url())) await page.goto(`${page.url().replace(/\/$/, '')}/nguoi-nop`)
  await fillContact(page)
  await page.getByLabel('Tôi là người yêu cầu').check()
  await goOn(page)
  await page.waitForURL(/\/noi-dung/)
  await page
    .getByLabel(/[Cc]hính tôi/)
    .first()
    .check()
  await goOn(page)
  await page.waitForURL(/\/giay-to/)
  for (const no of await page.getByLabel('Không', { exact: true }).all()) await no.check()
  for (const box of await page.locator('input[type=file]').all()) if (await box.isVisible()) await box.setInputFiles(PDF)
  await goOn(page)
  await page.waitForURL(/\/nhan-ket-qua/)
  await page
    .getByLabel(/điện tử|trực tuyến/i)
    .first()
    .check()
  await goOn(page)
  await page.waitForURL(/\/kiem-tra/)
  await page.getByRole('checkbox').last().check()
  await page.getByRole('button', { name: /Gửi hồ sơ/ }).click()
  await page.waitForURL(/\/da-gui\//)
  return codeOn(page)
}

/** Does something as one of the office, signed in, on a page that is closed afterwards. */
export const asOfficer = <T>(browser: Browser, userName: string, work: (page: Page) => Promise<T>, options = {}): Promise<T> =>
  withPage(browser, options, async (page) => {
    await signInStaff(page, userName)
    return work(page)
  })

/** Does something as the citizen on the oldest phone: 320 px, no script. */
export const asCitizen = <T>(browser: Browser, work: (page: Page) => Promise<T>): Promise<T> =>
  withPage(browser, OLD_PHONE, async (page) => {
    await signInCitizen(page, CITIZEN)
    return work(page)
  })

export const dossierPage = (code: string): string => `/can-bo/ho-so/${code}`

/** Takes a step at the address of its page; `fill` answers what the page asks. Ends on the dossier, which says what was done. */
export async function takeStepAt(
  page: Page,
  code: string,
  { path, button, fill }: { path: string; button: string; fill?: (page: Page) => Promise<void> },
): Promise<void> {
  await page.goto(`${dossierPage(code)}/${path}`)
  await fill?.(page)
  await page.locator('main').getByRole('button', { name: button }).click()
  await page.waitForURL(/xong=/)
}

/** From the dossier to the page of a step that is drawn there. */
export async function chooseStep(page: Page, code: string, label: RegExp): Promise<void> {
  await goToStep(page, { code, label })
  await expect(page.getByRole('link', { name: 'Về hồ sơ' })).toBeVisible()
}

export const done = (page: Page) => page.getByRole('status').first()

/** A dossier that the citizen has just sent, and these steps since, in the running portal. Answers its code. */
async function alreadyThere(procedure: string, steps: readonly Step[]): Promise<string> {
  const { DATABASE_URL: connectionString, DATA_DIR } = env()
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString }) })
  try {
    const world = await loadWorld(db, COMMUNE)
    const { id: citizenId, fullName } = await db.citizen.findFirstOrThrow({ where: { personalNumber: CITIZEN } })
    const now = readClock().getTime()
    // All within a moment: what was announced before the story came to its dossier counts for it.
    const at = (stepsToCome: number) => new Date(now - stepsToCome * 20)
    const begun = aDossier(world, {
      procedure: procedureOf(world, procedure),
      person: { fullName, personalNumber: CITIZEN, birthDate: '1988-01-01', phone: PHONE, email: MAIL, address: 'Số 9, ấp Mẫu' },
      citizenId,
      channel: 'ONLINE',
      returnMethod: 'ONLINE',
      submittedAt: at(steps.length),
    })
    const by = world.staff.find(({ userName }) => userName === SPECIALIST)
    const built = steps
      .reduce((builder, step, done) => builder.step(step, at(steps.length - 1 - done), step === 'take' ? { by } : {}), begun)
      .built()
    const sample = await sampleFile(`${DATA_DIR}/files`)
    const [code = ''] = await insertDossiers(db, [built], { communeId: COMMUNE, dice: dice(now), hashPersonalNumber, sample })
    return code
  } finally {
    await db.$disconnect()
  }
}

/** A dossier of the citizen's that its department has, and nobody has taken. */
export const inDepartment = (procedure = MARITAL_STATUS): Promise<string> => alreadyThere(procedure, ['receive', 'forward'])

/** A dossier of the citizen's in the hands of the specialist. */
export const inHand = (procedure = MARITAL_STATUS): Promise<string> => alreadyThere(procedure, ['receive', 'forward', 'take'])

/** Attaches a result where there is none yet, and proposes it. */
export async function propose(page: Page, code: string): Promise<void> {
  await page.goto(dossierPage(code))
  if (!(await page.locator('#result').isVisible())) await page.locator('details.attach > summary').click()
  await page.setInputFiles('#result', { ...PDF, name: 'ket-qua.pdf' })
  await page.getByRole('button', { name: 'Đính kèm tệp này' }).click()
  await page.waitForURL(/xong=attach_result/)
  await takeStepAt(page, code, {
    path: 'trinh-ky',
    button: 'Trình ký duyệt',
    fill: (asked) => asked.getByRole('radio', { name: /^Giải quyết/ }).check(),
  })
}

/** The leader opens every document of the result and signs. */
export async function approve(page: Page, code: string): Promise<void> {
  await takeStepAt(page, code, {
    path: 'ky-duyet',
    button: 'Ký duyệt kết quả',
    fill: async (asked) => {
      for (const link of await asked.locator('.result-files a').all()) {
        const download = asked.waitForEvent('download')
        await link.click()
        await download
      }
    },
  })
}

/** The text of the paper behind a link of the page. */
export async function paperText(page: Page, link: RegExp): Promise<string> {
  const href = (await page.getByRole('link', { name: link }).first().getAttribute('href')) ?? ''
  const answer = await page.request.get(href)
  expect(answer.headers()['content-type']).toBe('application/pdf')
  return textOf(await answer.body())
}
