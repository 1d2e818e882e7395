import { expect, type Locator, type Page } from '@playwright/test'
import { textOf } from '../../support/pdf'

/** A clerk who takes in at the counter, and where. */
export const CLERK = 'vidu.le'
export const COUNTER = '/can-bo/tiep-nhan'

/** Picks the certificate of marital status in everyday words. */
export async function begin(page: Page): Promise<void> {
  await page.goto(COUNTER)
  await page.getByLabel('Thủ tục', { exact: true }).fill('giay doc than')
  await page.getByRole('button', { name: 'Tìm thủ tục' }).click()
  await page.getByRole('button', { name: 'Xác nhận tình trạng hôn nhân' }).click()
  await page.waitForURL(/\/tiep-nhan\/[0-9a-f-]{36}/)
}

/** One paper of the intake. */
export const paper = (page: Page, name: string) =>
  page.locator('.to-take').filter({ has: page.getByRole('heading', { name, exact: true }) })
/** The paper that the certificate always needs. */
export const FORM = 'Tờ khai cấp Giấy xác nhận tình trạng hôn nhân'
export const receive = (page: Page) => page.getByRole('button', { name: 'Tiếp nhận hồ sơ' })

/** Boxes that are the same for everybody of these stories. */
export async function fillRequest(page: Page): Promise<void> {
  await page.getByLabel('Cho người nộp').check()
  await page
    .getByRole('group', { name: /Có phải xin cấp lại/ })
    .getByLabel('Không', { exact: true })
    .check()
}

/** The text of the paper behind a link. */
export async function paperOf(page: Page, link: RegExp): Promise<string> {
  const href = (await page.getByRole('link', { name: link }).first().getAttribute('href')) ?? ''
  const answer = await page.request.get(href)
  expect(answer.headers()['content-type']).toBe('application/pdf')
  return textOf(await answer.body())
}

/** The person whom the office knows, chosen in the intake that was begun. */
export async function choose(page: Page): Promise<void> {
  await page.getByLabel('Tìm bằng số định danh hoặc số điện thoại').fill('086194000012')
  await page.getByRole('button', { name: 'Tìm người' }).click()
  await page.locator('.found').getByRole('button', { name: /Chọn/ }).click()
}

/** Without blanks: on a narrow roll a line may break anywhere. */
export const asText = (text: string): string => text.replaceAll(/\s+/g, '')

/** A hand whose work is counted, to be valued by the keystroke-level model (Card, Moran, Newell 1980). */
export function countedHand(page: Page) {
  const done = { keys: 0, clicks: 0, thoughts: 0, pages: 0, waited: 0 }
  const type = async (text: string) => {
    done.keys += text.length
    await page.keyboard.type(text)
  }
  const point = async (at: Locator) => {
    done.clicks += 1
    done.thoughts += 1
    await at.click()
  }
  /** Does what leads to another page, and counts how long that takes. */
  const onward = async (act: () => Promise<void>, url: RegExp) => {
    const begun = performance.now()
    await Promise.all([page.waitForURL(url, { waitUntil: 'load' }), act()])
    done.pages += 1
    done.waited += (performance.now() - begun) / 1000
  }
  /** A key 0.28 s, pointing and pressing 1.3 s, a thought before each 1.35 s, the hand between keys and mouse 0.8 s. */
  const seconds = () => done.keys * 0.28 + done.clicks * (1.3 + 0.8) + done.thoughts * 1.35 + done.waited
  return { done, type, point, onward, enter: () => (done.keys++, page.keyboard.press('Enter')), seconds }
}
