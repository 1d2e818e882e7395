import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Citizen, readDemoCitizens } from '@/scripts/stand-ins/citizens'
import { CLIENT_ID, type IdentityStandIn, startIdentity } from '@/scripts/stand-ins/identity-server'
import { control } from '@/tests/support/control'
import { begin, exchange, keysOf, makeVisit, PORTAL, read, redeem, SECRET, signIn } from '@/tests/support/oidc-visit'

const HOA: Citizen = {
  sub: 'thu-0001',
  personalNumber: '091190000001',
  fullName: 'Nguyễn Thị Minh Họa',
  birthDate: '1990-05-02',
  gender: 'Nữ',
  level: 2,
}

const dataDir = mkdtempSync(path.join(tmpdir(), 'stand-ins-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

describe('the identity server that stands in for VNeID', () => {
  let standIn: IdentityStandIn
  const options = { port: 0, host: 'localhost', issuer: null, clientSecret: SECRET, publicUrls: [PORTAL], dataDir, citizens: [HOA] }

  beforeAll(async () => {
    standIn = await startIdentity({ ...options, controlOpen: true })
  })
  afterEach(() => control(standIn.issuer, { mode: 'ok' }))
  afterAll(() => standIn.close())

  it('signs a person in by authorization code with PKCE, state and nonce', async () => {
    const visit = await begin(standIn.issuer)
    const back = await signIn(visit, { personalNumber: '0911 9000 0001' })
    expect(back.searchParams.get('state')).toBe(visit.state)
    expect(back.searchParams.get('iss')).toBe(standIn.issuer)

    const tokens = await redeem(visit, back)
    const token = await read(standIn.issuer, tokens.id_token)
    expect(token.signatureHolds).toBe(true)
    expect(token.claims).toMatchObject({
      iss: standIn.issuer,
      aud: CLIENT_ID,
      nonce: visit.nonce,
      sub: HOA.sub,
      LoaiTaiKhoan: '1',
      SoDinhDanh: HOA.personalNumber,
      HoVaTen: HOA.fullName,
      NgayThangNamSinh: '02/05/1990',
      GioiTinh: '2',
      loAs: '2',
      IAL: '2',
    })
  })

  it('tells the same at the userinfo address, and neither phone nor address nor mail', async () => {
    const visit = await begin(standIn.issuer)
    const tokens = await redeem(visit, await signIn(visit, { sub: HOA.sub }))
    const answer = await fetch(`${standIn.issuer}/me`, { headers: { authorization: `Bearer ${tokens.access_token}` } })
    const claims = z.record(z.string(), z.unknown()).parse(await answer.json())
    expect(Object.keys(claims).sort()).toEqual(
      ['GioiTinh', 'HoVaTen', 'IAL', 'LoaiTaiKhoan', 'NgayThangNamSinh', 'SoDinhDanh', 'loAs', 'sub'].sort(),
    )
  })

  it('gives a code once only, and only to the one who has the verifier and the secret', async () => {
    const visit = await begin(standIn.issuer)
    const back = await signIn(visit, { sub: HOA.sub })
    expect((await exchange({ ...visit, verifier: randomBytes(32).toString('base64url') }, back)).status).toBe(400)

    const second = await begin(standIn.issuer)
    const secondBack = await signIn(second, { sub: HOA.sub })
    expect((await exchange(second, secondBack, 'a wrong secret')).status).toBe(401)
    expect((await exchange(second, secondBack)).status).toBe(200)
    expect((await exchange(second, secondBack)).status).toBe(400)
  })

  it.each(['state', 'nonce', 'code_challenge'])('does not begin for a portal that forgets %s', async (name) => {
    const { address } = makeVisit(standIn.issuer)
    address.searchParams.delete(name)
    const answer = await fetch(address, { redirect: 'manual' })
    const refused = answer.status === 400 || new URL(answer.headers.get('location') ?? '', standIn.issuer).searchParams.has('error')
    expect(refused).toBe(true)
  })

  it('does not send anyone to an address that is not registered', async () => {
    const { address } = makeVisit(standIn.issuer)
    address.searchParams.set('redirect_uri', 'http://localhost:3998/api/auth/callback/vneid')
    const answer = await fetch(address, { redirect: 'manual' })
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('Không thực hiện được yêu cầu')
  })

  it('says on its page that it is not VNeID, lists the persons, and runs no script', async () => {
    const visit = await begin(standIn.issuer)
    expect(visit.page).toContain('không phải VNeID thật')
    expect(visit.page).toContain(HOA.fullName)
    expect(visit.page).not.toContain('<script')
  })

  it('asks again for a number that nobody has, keeping what was typed', async () => {
    const visit = await begin(standIn.issuer)
    const answer = await visit.browser.post(visit.login, { personalNumber: '091190009999' })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Dữ liệu mẫu không có người mang số này')
    expect(page).toContain('value="091190009999"')
  })

  it('sends a person who goes back to the portal with access_denied', async () => {
    const visit = await begin(standIn.issuer)
    const back = await signIn(visit, { cancel: 'yes' })
    expect(back.searchParams.get('error')).toBe('access_denied')
    expect(back.searchParams.get('state')).toBe(visit.state)
  })

  it('ends its own session when the portal signs the person out', async () => {
    const visit = await begin(standIn.issuer)
    const tokens = await redeem(visit, await signIn(visit, { sub: HOA.sub }))
    const again = await visit.browser.follow(makeVisit(standIn.issuer).address)
    expect(again.origin).toBe(PORTAL)

    const end = new URL('/session/end', standIn.issuer)
    end.search = String(new URLSearchParams({ id_token_hint: tokens.id_token, post_logout_redirect_uri: `${PORTAL}/` }))
    const question = await (await visit.browser.get(end)).text()
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(question)?.[1] ?? ''
    const answer = await visit.browser.post(new URL('/session/end/confirm', standIn.issuer), { xsrf, logout: 'yes' })
    expect(answer.headers.get('location')).toBe(`${PORTAL}/`)
    expect((await visit.browser.follow(makeVisit(standIn.issuer).address)).pathname).toMatch(/^\/dang-nhap\//)
  })

  it('signs another person in on the same computer, with no page between', async () => {
    const visit = await begin(standIn.issuer)
    await redeem(visit, await signIn(visit, { sub: HOA.sub }))
    await control(standIn.issuer, { citizen: { ...HOA, sub: 'thu-0003', personalNumber: '091190000003' } })

    const next = makeVisit(standIn.issuer)
    next.address.searchParams.set('prompt', 'login')
    const login = await visit.browser.follow(next.address)
    const back = await signIn({ browser: visit.browser, login }, { sub: 'thu-0003' })
    const tokens = await redeem(next, back)
    expect((await read(standIn.issuer, tokens.id_token)).claims.sub).toBe('thu-0003')
  })

  it('sends someone who is not signed in straight back from signing out, and only to a portal it serves', async () => {
    const end = (to: string): URL => {
      const address = new URL('/session/end', standIn.issuer)
      address.search = String(new URLSearchParams({ client_id: CLIENT_ID, post_logout_redirect_uri: to }))
      return address
    }
    expect((await makeVisit(standIn.issuer).browser.get(end(`${PORTAL}/`))).headers.get('location')).toBe(`${PORTAL}/`)
    const elsewhere = await makeVisit(standIn.issuer).browser.get(end('https://noi-khac.vidu.example/'))
    expect(elsewhere.headers.get('location')).toBeNull()
    expect(await elsewhere.text()).toContain('Đã đăng xuất')
  })

  it('keeps its keys over a restart', async () => {
    const before = await keysOf(standIn.issuer)
    const second = await startIdentity({ ...options, controlOpen: false })
    expect(await keysOf(second.issuer)).toEqual(before)
    await second.close()
  })

  it('cannot be switched when its control is closed', async () => {
    const closed = await startIdentity({ ...options, controlOpen: false })
    expect((await fetch(`${closed.issuer}/_control`, { method: 'POST', body: '{"mode":"down"}' })).status).toBe(404)
    expect((await fetch(`${closed.issuer}/.well-known/openid-configuration`)).status).toBe(200)
    await closed.close()
  })

  it('has an account for each person of the demonstration, at least one of them at level 1', () => {
    const citizens = readDemoCitizens()
    expect(new Set(citizens.map((citizen) => citizen.sub)).size).toBe(citizens.length)
    expect(new Set(citizens.map((citizen) => citizen.personalNumber)).size).toBe(citizens.length)
    expect(citizens.map((citizen) => citizen.level)).toContain(1)
  })

  it('opens an account for a person whom a test brings along', async () => {
    const citizen = { ...HOA, sub: 'thu-0002', personalNumber: '091190000002', fullName: 'Trần Văn Mẫu' }
    await control(standIn.issuer, { mode: 'ok', citizen })
    const visit = await begin(standIn.issuer)
    const tokens = await redeem(visit, await signIn(visit, { personalNumber: citizen.personalNumber }))
    expect((await read(standIn.issuer, tokens.id_token)).claims).toMatchObject({ sub: 'thu-0002', HoVaTen: 'Trần Văn Mẫu' })
  })

  describe('misbehaving on demand', () => {
    async function tokenUnder(mode: string): Promise<{ nonce: string; token: Awaited<ReturnType<typeof read>> }> {
      await control(standIn.issuer, { mode })
      const visit = await begin(standIn.issuer)
      const tokens = await redeem(visit, await signIn(visit, { sub: HOA.sub }))
      return { nonce: visit.nonce, token: await read(standIn.issuer, tokens.id_token) }
    }

    it('signs with a key that is not its own', async () => {
      const { token } = await tokenUnder('bad-signature')
      expect(token.signatureHolds).toBe(false)
      expect(token.claims.sub).toBe(HOA.sub)
    })

    it('gives a token that was made for another visit', async () => {
      const { nonce, token } = await tokenUnder('wrong-nonce')
      expect(token.signatureHolds).toBe(true)
      expect(token.claims.nonce).not.toBe(nonce)
    })

    it('gives a token of another issuer', async () => {
      const { token } = await tokenUnder('wrong-issuer')
      expect(token.signatureHolds).toBe(true)
      expect(token.claims.iss).not.toBe(standIn.issuer)
    })

    it('gives a token that has run out', async () => {
      const { token } = await tokenUnder('expired-token')
      expect(token.signatureHolds).toBe(true)
      expect(Number(token.claims.exp)).toBeLessThan(Date.now() / 1000 - 600)
    })

    it('knows a person at level 1 only', async () => {
      const { token } = await tokenUnder('level-1')
      expect(token.claims).toMatchObject({ loAs: '1', IAL: '1' })
    })

    it('leaves the name out', async () => {
      const { token } = await tokenUnder('missing-name')
      expect(token.claims).not.toHaveProperty('HoVaTen')
      expect(token.claims.SoDinhDanh).toBe(HOA.personalNumber)
    })

    it('refuses the sign-in with the error it is told', async () => {
      await control(standIn.issuer, { mode: 'error=access_denied' })
      const { browser, address } = makeVisit(standIn.issuer)
      expect((await browser.follow(address)).searchParams.get('error')).toBe('access_denied')
    })

    it('drops the connection', async () => {
      await control(standIn.issuer, { mode: 'down' })
      await expect(fetch(`${standIn.issuer}/.well-known/openid-configuration`)).rejects.toThrow()
    })

    it('is slow', async () => {
      await control(standIn.issuer, { mode: 'slow', ms: 300 })
      const begun = Date.now()
      await fetch(`${standIn.issuer}/jwks`)
      expect(Date.now() - begun).toBeGreaterThanOrEqual(290)
    })
  })
})
