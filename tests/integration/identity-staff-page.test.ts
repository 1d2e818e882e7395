import { answerWith } from '@/tests/support/inside-next'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInStaffAction } from '@/app/(auth)/dang-nhap/can-bo/actions'
import { sessionIdOf } from '@/lib/identity/cookies'
import { EMPTY_FORM } from '@/lib/platform/form'
import { loadDemoAccounts } from '@/prisma/seed/data'
import { actorOf } from '@/tests/support/actors'
import { type Office, openOffice } from '@/tests/support/office'
import { pathOf, PortalBrowser } from '@/tests/support/portal-visit'

const { password: PASSWORD } = loadDemoAccounts()

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

/** The action behind an address of its own, so that Next's cookies and redirects are there. */
const page = {
  POST: async (request: Request) => {
    return Response.json(await signInStaffAction(EMPTY_FORM, await request.formData()))
  },
}

const send = async (browser: PortalBrowser, form: Record<string, string>, origin?: string | null) =>
  browser.take(await answerWith(page, browser.request('/dang-nhap/can-bo', { form, ...(origin !== undefined && { origin }) })))

const who = async (browser: PortalBrowser) => actorOf((await sessionIdOf(browser.cookie('phien'))) ?? '')

describe('the sign-in page of the staff', () => {
  it.each([
    ['vidu.le', '/can-bo/hang-doi'],
    ['quantri.cao', '/quan-tri'],
    ['mau.tran', '/lanh-dao'],
    ['tamtinh.bui', '/can-bo/thu-phi'],
  ])('%s begins the day at %s', async (userName, home) => {
    const browser = new PortalBrowser()
    expect(pathOf(await send(browser, { userName, password: PASSWORD }))).toBe(home)
    expect(await who(browser)).toMatchObject({ kind: 'staff' })
    expect(browser.names().sort()).toEqual(['next-auth.csrf-token', 'phien', 've-trang'])
  })

  it('goes on to the wanted page, and only to one of ours', async () => {
    const wanted = async (tiep: string) => pathOf(await send(new PortalBrowser(), { userName: 'vidu.le', password: PASSWORD, tiep }))
    expect(await wanted('/can-bo/ho-so/H61.123-261123-0001')).toBe('/can-bo/ho-so/H61.123-261123-0001')
    expect(await wanted('//noi-khac.vidu.example')).toBe('/can-bo/hang-doi')
  })

  it('keeps the typed name over a failure, and never the password', async () => {
    const browser = new PortalBrowser()
    const answer = await send(browser, { userName: 'Vidu.Le', password: 'a wrong password' })
    const text = await answer.text()
    expect(JSON.parse(text)).toMatchObject({ values: { userName: 'Vidu.Le' }, message: expect.stringContaining('không đúng') })
    expect(text).not.toContain('a wrong password')
    expect(browser.cookie('phien')).toBeUndefined()
  })

  it('asks for what was left out, and counts no try for it', async () => {
    const answer = await send(new PortalBrowser(), { userName: ' ', password: '' })
    expect(await answer.json()).toMatchObject({
      errors: { userName: 'Nhập tên đăng nhập đơn vị đã cấp', password: 'Nhập mật khẩu' },
      message: null,
    })
    for (let turn = 0; turn < 12; turn += 1) await send(new PortalBrowser(), { userName: 'dientap.huynh', password: '' })
    expect(pathOf(await send(new PortalBrowser(), { userName: 'dientap.huynh', password: PASSWORD }))).toBe('/lanh-dao')
  })

  it('refuses a form of another site, of a sandbox and of nobody', async () => {
    for (const origin of ['https://noi-khac.vidu.example', 'null', null]) {
      const browser = new PortalBrowser()
      const answer = await send(browser, { userName: 'vidu.le', password: PASSWORD }, origin)
      expect(await answer.json()).toMatchObject({
        values: { userName: 'vidu.le' },
        message: expect.stringContaining('không đến từ trang này'),
      })
      expect(browser.cookie('phien')).toBeUndefined()
    }
  })

  it('puts the next clerk at the same computer in the place of the last one', async () => {
    const browser = new PortalBrowser()
    await send(browser, { userName: 'vidu.le', password: PASSWORD })
    const first = await sessionIdOf(browser.cookie('phien'))
    await send(browser, { userName: 'bannhap.vu', password: PASSWORD })
    expect(await who(browser)).toMatchObject({ fullName: 'Vũ Thị Bản Nháp' })
    expect((await actorOf(first ?? '')).kind).toBe('anonymous')
  })

  it('signs out to the home page of the same commune', async () => {
    const browser = new PortalBrowser()
    await send(browser, { userName: 'vidu.le', password: PASSWORD })
    expect((await browser.pressSignOut()).headers.get('location')).toBe('/')
    expect(browser.cookie('phien')).toBeUndefined()
  })
})
