import { expect, test, type Cookie, type Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll, listenForErrors, signInCitizen, signInStaff } from './support/portal'

// Every page in its ordinary state: no finding of axe, nothing wider than the oldest phone, nothing in the console.

/** The page is opened on the oldest phone, where a picture that is drawn before it is measured shows; then the window grows. */
const WIDTHS = [320, 390, 1440] as const

type Visitor = { name: string; signIn: (page: Page) => Promise<void> }
const ANYONE: Visitor = { name: 'anyone', signIn: async () => {} }
const CITIZEN: Visitor = { name: 'a citizen', signIn: (page) => signInCitizen(page, '086194000012') }
const CLERK: Visitor = { name: 'the clerk', signIn: (page) => signInStaff(page, 'vidu.le') }
const SPECIALIST: Visitor = { name: 'the specialist', signIn: (page) => signInStaff(page, 'thidiem.pham') }
const ADMINISTRATOR: Visitor = { name: 'the administrator', signIn: (page) => signInStaff(page, 'quantri.cao', '/quan-tri') }
const LEADER: Visitor = { name: 'the leader', signIn: (page) => signInStaff(page, 'mau.tran', '/lanh-dao') }

/** A page by its address, or by what the visitor clicks from there. */
type Visit = { visitor: Visitor; path: string; from?: string; press?: string }

/** What the administrator keeps, below `/quan-tri`. */
const OFFICE_DATA = [
  '',
  '/nhan-su',
  '/nhan-su/them',
  '/lich-lam-viec',
  '/lich-lam-viec/ngay',
  '/lich-lam-viec/gio',
  '/thong-tin-xa',
  '/chua-doi-chieu',
  '/phong-ban',
  '/phong-ban/KINH_TE',
  '/so-sach',
  '/so-sach/receipt',
  '/so-sach/register-ho-tich',
  '/ly-do-bo-sung',
  '/ly-do-bo-sung/missing',
  '/thu-tuc',
]

const firstLink = (from: string, href: string, visitor: Visitor): Visit => ({ visitor, path: from, from: href })

const VISITS: readonly Visit[] = [
  { visitor: ANYONE, path: '/' },
  { visitor: ANYONE, path: '/thu-tuc' },
  { visitor: ANYONE, path: '/thu-tuc?q=lam+giay+khai+sinh' },
  { visitor: ANYONE, path: '/thu-tuc?q=qwqw+zxzx' },
  { visitor: ANYONE, path: '/thu-tuc/1.004873' },
  { visitor: ANYONE, path: '/thu-tuc/2.000815' },
  { visitor: ANYONE, path: '/thu-tuc/1.004873/to-in' },
  { visitor: ANYONE, path: '/niem-yet/ho-tich' },
  { visitor: ANYONE, path: '/tra-cuu' },
  { visitor: ANYONE, path: '/tinh-ngay-hen' },
  { visitor: ANYONE, path: '/tinh-ngay-hen?ngay=11/02/2026&gio=16:30&so=10&don-vi=ngay-lam-viec' },
  { visitor: ANYONE, path: '/tinh-ngay-hen?ngay=31/02/2026&so=x' },
  { visitor: ANYONE, path: '/tinh-ngay-hen?so=3&dung-tu=23/11/2026&dung-den=26/11/2026&lam=them' },
  { visitor: ANYONE, path: '/cong-khai' },
  { visitor: ANYONE, path: '/dang-nhap' },
  { visitor: ANYONE, path: '/dang-nhap/can-bo' },
  { visitor: ANYONE, path: '/dang-nhap/can-bo', press: 'Đăng nhập' },
  { visitor: ANYONE, path: '/tra-cuu', press: 'Tra cứu' },
  { visitor: CITIZEN, path: '/ho-so' },
  firstLink('/ho-so', '/ho-so/H61', CITIZEN),
  { visitor: CITIZEN, path: '/nop-ho-so/1.001193' },
  { visitor: CITIZEN, path: '/nop-ho-so/1.001193', press: 'Bắt đầu nộp hồ sơ' },
  { visitor: CLERK, path: '/can-bo/hang-doi' },
  { visitor: CLERK, path: '/can-bo/hang-doi?ke=overdue' },
  firstLink('/can-bo/hang-doi', '/can-bo/ho-so/', CLERK),
  firstLink('/can-bo/hang-doi?ke=submitted', '/tiep-nhan', CLERK),
  firstLink('/can-bo/hang-doi?ke=finished', '/tra-ket-qua', CLERK),
  { visitor: SPECIALIST, path: '/can-bo/hang-doi' },
  firstLink('/can-bo/hang-doi', '/can-bo/ho-so/', SPECIALIST),
  { visitor: LEADER, path: '/lanh-dao' },
  { visitor: LEADER, path: '/lanh-dao?tu=2024-01-01&den=2024-12-31' },
  { visitor: LEADER, path: '/can-bo/hang-doi?ke=approval' },
  ...OFFICE_DATA.map((path): Visit => ({ visitor: ADMINISTRATOR, path: `/quan-tri${path}` })),
  { visitor: ADMINISTRATOR, path: '/tai-khoan' },
]

async function goTo(page: Page, { path, from, press }: Visit): Promise<void> {
  await page.goto(path)
  if (from) await page.goto((await page.locator(`main a[href*="${from}"]`).first().getAttribute('href')) ?? '')
  if (!press) return
  const button = page.locator('main').getByRole('button', { name: press, exact: true })
  // A draft that an earlier run began is there already; its page is another one of this list.
  if ((await button.count()) > 0) await button.click()
}

const signedIn = new Map<Visitor, Cookie[]>()

/** Signs a visitor in once; later pages are opened with the same session. */
async function enter(page: Page, visitor: Visitor): Promise<void> {
  const cookies = signedIn.get(visitor)
  if (cookies) return page.context().addCookies(cookies)
  await visitor.signIn(page)
  signedIn.set(visitor, await page.context().cookies())
}

for (const visit of VISITS) {
  const what = [visit.path, visit.from && `first ${visit.from}`, visit.press && `press ${visit.press}`].filter(Boolean).join(', ')
  test(`${visit.visitor.name}: ${what}`, async ({ page, context }) => {
    const errors = listenForErrors(context)
    await enter(page, visit.visitor)
    await page.setViewportSize({ width: WIDTHS[0], height: 900 })
    await goTo(page, visit)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    await expectAccessible(page)
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 })
      await expectNoSidewaysScroll(page)
    }
    expect(errors).toEqual([])
  })
}
