import { randomBytes } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { sessionIdOf } from '@/lib/identity/cookies'
import type { SignInFailure } from '@/lib/identity/words'
import type { Citizen } from '@/scripts/stand-ins/citizens'
import { startIdentity } from '@/scripts/stand-ins/identity-server'
import { actorOf } from '@/tests/support/actors'
import { control } from '@/tests/support/control'
import { type Office, openOffice } from '@/tests/support/office'
import { pathOf, PortalBrowser } from '@/tests/support/portal-visit'

const HOA: Citizen = {
  sub: 'thu-0001',
  personalNumber: '086190000001',
  fullName: 'Nguyễn Thị Minh Họa',
  birthDate: '1990-05-02',
  gender: 'Nữ',
  level: 2,
}

// Before the portal reads its environment: where the identity server is.
const secret = randomBytes(24).toString('base64url')
const standIn = await startIdentity({
  port: 0,
  host: 'localhost',
  issuer: null,
  clientSecret: secret,
  publicUrls: [process.env.PUBLIC_URL ?? '', 'http://thidu.localhost:3000'],
  dataDir: process.env.DATA_DIR ?? '',
  citizens: [HOA],
  controlOpen: true,
})
Object.assign(process.env, { VNEID_ISSUER: standIn.issuer, VNEID_CLIENT_SECRET: secret })

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterEach(() => control(standIn.issuer, { mode: 'ok' }))
afterAll(async () => {
  await standIn.close()
  await office.close()
})

const sessions = () => office.db.loginSession.count()
const who = async (browser: PortalBrowser) => {
  const id = await sessionIdOf(browser.cookie('phien'))
  return id === null ? null : actorOf(id)
}

describe('signing in with VNeID', () => {
  it('opens a session for the person whom the identity server vouches for, and comes back to the wanted page', async () => {
    const browser = new PortalBrowser()
    expect(await browser.signIn({ sub: HOA.sub }, { tiep: '/nop-ho-so/1.001.193?phan=2' })).toBe('/nop-ho-so/1.001.193?phan=2')
    expect(await who(browser)).toMatchObject({ kind: 'citizen', fullName: HOA.fullName, level: 2 })
    const account = await office.db.citizen.findFirstOrThrow({ where: { sub: HOA.sub } })
    expect(account).toMatchObject({ issuer: standIn.issuer, personalNumber: HOA.personalNumber, birthDate: new Date('1990-05-02') })
    expect(account.personalNumberHash).not.toContain(HOA.personalNumber)
  })

  it('begins on the person’s own dossiers when no page was wanted, and leaves no cookie of the way', async () => {
    const browser = new PortalBrowser()
    expect(await browser.signIn({ sub: HOA.sub })).toBe('/ho-so')
    expect(browser.names().filter((name) => /state|nonce|pkce/.test(name))).toEqual([])
  })

  it('keeps one account for one person, with what VNeID says now and what the person told before', async () => {
    await new PortalBrowser().signIn({ sub: HOA.sub })
    await office.db.citizen.updateMany({ where: { sub: HOA.sub }, data: { phone: '0900000123', fullName: 'Tên Đã Cũ' } })
    const browser = new PortalBrowser()
    await browser.signIn({ sub: HOA.sub })
    expect(await office.db.citizen.findMany({ where: { sub: HOA.sub } })).toMatchObject([{ fullName: HOA.fullName, phone: '0900000123' }])
  })

  it('binds the person to the level that was vouched for this time', async () => {
    await control(standIn.issuer, { mode: 'level-1' })
    const browser = new PortalBrowser()
    await browser.signIn({ sub: HOA.sub })
    expect(await who(browser)).toMatchObject({ kind: 'citizen', level: 1 })
  })

  it('puts the next person at the same screen in the place of the last one', async () => {
    const browser = new PortalBrowser()
    await browser.signIn({ sub: HOA.sub })
    const first = await sessionIdOf(browser.cookie('phien'))
    await control(standIn.issuer, {
      mode: 'ok',
      citizen: { ...HOA, sub: 'thu-0002', personalNumber: '086190000002', fullName: 'Trần Văn Mẫu' },
    })
    await browser.signIn({ sub: 'thu-0002' })
    expect(await who(browser)).toMatchObject({ fullName: 'Trần Văn Mẫu' })
    expect((await actorOf(first ?? '')).kind).toBe('anonymous')
  })

  it.each(['//noi-khac.vidu.example/x', 'https://noi-khac.vidu.example/', '/\\noi-khac.vidu.example', '/\t/noi-khac.vidu.example'])(
    'does not come back to %j',
    async (tiep) => {
      expect(await new PortalBrowser().signIn({ sub: HOA.sub }, { tiep })).toBe('/ho-so')
    },
  )
})

describe('a sign-in that comes to nothing tells why, keeps the wanted page and leaves nobody signed in', () => {
  const fails = async (mode: string, failure: SignInFailure) => {
    const before = await sessions()
    await control(standIn.issuer, { mode })
    const browser = new PortalBrowser()
    const pressed = await browser.pressSignIn({ tiep: '/nop-ho-so/1.001.193' })
    const back = await browser.visitIdentityServer(pressed, { sub: HOA.sub })
    const end = back.pathname.startsWith('/api/auth/') ? pathOf(await browser.comeBack(back)) : `${back.pathname}${back.search}`
    const { pathname, searchParams } = new URL(end, 'http://portal.invalid')
    expect({ pathname, loi: searchParams.get('loi'), tiep: searchParams.get('tiep') }).toEqual({
      pathname: '/dang-nhap',
      loi: failure,
      tiep: '/nop-ho-so/1.001.193',
    })
    expect(await who(browser)).toBeNull()
    expect(await sessions()).toBe(before)
  }

  it.each([
    ['bad-signature', 'identity_failed'],
    ['wrong-nonce', 'identity_failed'],
    ['wrong-issuer', 'identity_failed'],
    ['expired-token', 'identity_failed'],
    ['missing-name', 'identity_incomplete'],
    ['error=access_denied', 'cancelled'],
    ['error=server_error', 'identity_failed'],
    ['down', 'identity_unreachable'],
  ] as const)('%s', (mode, failure) => fails(mode, failure))

  it('slow: after eight seconds nobody waits any longer', async () => {
    await control(standIn.issuer, { mode: 'slow', ms: 12_000 })
    const begun = performance.now()
    expect(pathOf(await new PortalBrowser().pressSignIn({}))).toBe('/dang-nhap?loi=identity_unreachable')
    expect(performance.now() - begun).toBeLessThan(10_000)
  })

  it('down on the way back', async () => {
    const browser = new PortalBrowser()
    const back = await browser.visitIdentityServer(await browser.pressSignIn({}), { sub: HOA.sub })
    await control(standIn.issuer, { mode: 'down' })
    expect(pathOf(await browser.comeBack(back))).toMatch(/^\/dang-nhap\?loi=identity_unreachable/)
  })

  it('state of another browser, or of a visit that is over', async () => {
    const browser = new PortalBrowser()
    const back = await browser.visitIdentityServer(await browser.pressSignIn({}), { sub: HOA.sub })
    const stranger = new PortalBrowser()
    expect(pathOf(await stranger.comeBack(back))).toBe('/dang-nhap?loi=sign_in_expired')
    expect(await who(stranger)).toBeNull()
  })

  it('a state that was not ours, smuggled in with a good code', async () => {
    const browser = new PortalBrowser()
    const back = await browser.visitIdentityServer(await browser.pressSignIn({}), { sub: HOA.sub })
    back.searchParams.set('state', randomBytes(24).toString('base64url'))
    expect(pathOf(await browser.comeBack(back))).toMatch(/^\/dang-nhap\?loi=identity_failed/)
    expect(await who(browser)).toBeNull()
  })

  it('coming back to the address of a finished sign-in is no failure for the one who is signed in', async () => {
    const browser = new PortalBrowser()
    const back = await browser.visitIdentityServer(await browser.pressSignIn({ tiep: '/tra-cuu' }), { sub: HOA.sub })
    await browser.comeBack(back)
    const before = await sessions()
    expect(pathOf(await browser.comeBack(back))).toBe('/tra-cuu')
    expect(await sessions()).toBe(before)
  })

  it('spoilt cookies of a sign-in do not lock a person out', async () => {
    const browser = new PortalBrowser()
    browser.keep('ve-trang', 'http://')
    browser.keep('next-auth.csrf-token', 'rubbish')
    browser.keep('phien', 'rubbish')
    expect(await browser.signIn({ sub: HOA.sub })).toBe('/ho-so')
  })
})

describe('on the site of a second commune, under a name of its own', () => {
  const there = () => new PortalBrowser('http://thidu.localhost:3000')

  it('begins and ends a sign-in on that site, and the account is the same one', async () => {
    await new PortalBrowser().signIn({ sub: HOA.sub })
    const browser = there()
    const pressed = await browser.pressSignIn({ tiep: '/nop-ho-so/1.001.193' })
    const asked = new URL(pressed.headers.get('location') ?? '')
    expect(asked.searchParams.get('redirect_uri')).toBe('http://thidu.localhost:3000/api/auth/callback/vneid')
    const back = await browser.visitIdentityServer(pressed, { sub: HOA.sub })
    expect(back.host).toBe('thidu.localhost:3000')
    expect((await browser.comeBack(back)).headers.get('location')).toBe('/nop-ho-so/1.001.193')
    expect(await who(browser)).toMatchObject({ kind: 'citizen', fullName: HOA.fullName })
    expect(await office.db.citizen.count({ where: { sub: HOA.sub } })).toBe(1)
  })

  it('knows on each site by its own cookie who is there: to sign out of one leaves the other alone', async () => {
    const [here, other] = [new PortalBrowser(), there()]
    for (const browser of [here, other]) await browser.signIn({ sub: HOA.sub })
    const answer = await other.pressSignOut()
    const end = new URL(answer.headers.get('location') ?? '')
    expect(end.searchParams.get('post_logout_redirect_uri')).toBe('http://thidu.localhost:3000/')
    expect(await who(here)).toMatchObject({ kind: 'citizen' })
    expect(await who(other)).toBeNull()
  })

  it('takes no way back that began on another site', async () => {
    const begun = new PortalBrowser()
    const back = await begun.visitIdentityServer(await begun.pressSignIn({}), { sub: HOA.sub })
    const other = there()
    expect(pathOf(await other.comeBack(back))).toBe('/dang-nhap?loi=sign_in_expired')
    expect(await who(other)).toBeNull()
  })

  it('leads back to the known address when a caller makes up a host name', async () => {
    const pressed = await new PortalBrowser('http://bia-dat.vidu.example').pressSignIn({})
    expect(new URL(pressed.headers.get('location') ?? '').searchParams.get('redirect_uri')).toBe(
      'http://localhost:3000/api/auth/callback/vneid',
    )
  })

  it('tells of a failure there too, and keeps the wanted page', async () => {
    await control(standIn.issuer, { mode: 'wrong-nonce' })
    expect(await there().signIn({ sub: HOA.sub }, { tiep: '/nop-ho-so/1.001.193' })).toBe(
      '/dang-nhap?loi=identity_failed&tiep=%2Fnop-ho-so%2F1.001.193',
    )
  })
})

describe('signing out', () => {
  it('ends the session, takes the cookie away and goes on to the identity server’s own sign-out', async () => {
    const browser = new PortalBrowser()
    await browser.signIn({ sub: HOA.sub })
    const copy = await sessionIdOf(browser.cookie('phien'))
    const answer = await browser.pressSignOut()
    const end = new URL(answer.headers.get('location') ?? '')
    expect(`${end.origin}${end.pathname}`).toBe(`${standIn.issuer}/session/end`)
    expect(end.searchParams.get('post_logout_redirect_uri')).toBe('http://localhost:3000/')
    expect(browser.cookie('phien')).toBeUndefined()
    expect((await actorOf(copy ?? '')).kind).toBe('anonymous')
  })

  it('works when the identity server is away, and for someone whose session is over', async () => {
    const browser = new PortalBrowser()
    await browser.signIn({ sub: HOA.sub })
    await control(standIn.issuer, { mode: 'down' })
    expect(pathOf(await browser.pressSignOut())).toBe('/')
    expect(pathOf(await browser.pressSignOut())).toBe('/')
  })
})

describe('a write from elsewhere is refused in words', () => {
  it.each([
    ['another site', { origin: 'https://noi-khac.vidu.example' }],
    ['nobody', { origin: null }],
    ['a sandbox', { origin: 'null' }],
    ['a page of another site, by its referrer', { origin: null, headers: { referer: 'https://noi-khac.vidu.example/x' } }],
    ['another site, by Fetch Metadata', { origin: null, headers: { 'sec-fetch-site': 'cross-site' } }],
  ] as const)('from %s', async (_where, sent) => {
    const browser = new PortalBrowser()
    await browser.signIn({ sub: HOA.sub })
    for (const answer of [await browser.pressSignOut(sent), await browser.pressSignIn({}, sent)]) {
      expect(answer.status).toBe(403)
      expect(await answer.text()).toContain('Yêu cầu không đến từ trang này')
    }
    expect(await who(browser)).toMatchObject({ kind: 'citizen' })
  })

  it('a browser that names no origin is believed by Fetch Metadata or its referrer', async () => {
    for (const headers of [{ 'sec-fetch-site': 'same-origin' }, { referer: 'http://localhost:3000/ho-so' }]) {
      const browser = new PortalBrowser()
      await browser.signIn({ sub: HOA.sub })
      expect((await browser.pressSignOut({ origin: null, headers })).status).toBe(303)
    }
  })
})
