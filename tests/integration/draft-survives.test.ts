import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startDraft } from '@/lib/dossiers/commands/draft'
import { readDraft } from '@/lib/dossiers/draft-queries'
import { sessionIdOf } from '@/lib/identity/cookies'
import { SIGN_IN_FAILURES, type SignInFailure } from '@/lib/identity/words'
import { newId } from '@/lib/platform/clock'
import type { Citizen } from '@/scripts/stand-ins/citizens'
import { startIdentity } from '@/scripts/stand-ins/identity-server'
import { actorOf } from '@/tests/support/actors'
import { control } from '@/tests/support/control'
import { aFile, fillContent, MARITAL_STATUS, sendPapers, valueOf } from '@/tests/support/filing'
import { openOffice, type Office } from '@/tests/support/office'
import { PortalBrowser } from '@/tests/support/portal-visit'

const HOA: Citizen = {
  sub: 'thu-0007',
  personalNumber: '086190000007',
  fullName: 'Nguyễn Thị Minh Họa',
  birthDate: '1990-05-02',
  gender: 'Nữ',
  level: 2,
}

// Before the portal reads its environment: where the identity server is.
const secret = randomBytes(24).toString('base64url')
const server = await startIdentity({
  port: 0,
  host: 'localhost',
  issuer: null,
  clientSecret: secret,
  publicUrls: [process.env.PUBLIC_URL ?? ''],
  dataDir: process.env.DATA_DIR ?? '',
  citizens: [HOA],
  controlOpen: true,
})
Object.assign(process.env, { VNEID_ISSUER: server.issuer, VNEID_CLIENT_SECRET: secret })

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(async () => {
  await server.close()
  await office.close()
})

const who = async (browser: PortalBrowser) => {
  const id = await sessionIdOf(browser.cookie('phien'))
  const actor = id === null ? null : await actorOf(id)
  return actor?.kind === 'citizen' ? actor : null
}

/** One try to sign in and go on with the draft: where the person ends. */
async function tryToComeBack(browser: PortalBrowser, path: string): Promise<URL> {
  const back = await browser.visitIdentityServer(await browser.pressSignIn({ tiep: path }), { sub: HOA.sub })
  if (!back.pathname.startsWith('/api/auth/')) return back
  return new URL((await browser.comeBack(back)).headers.get('location') ?? '', browser.origin)
}

it('the draft outlives each failure of the identity server, and the sign-in that succeeds leads back to it', async () => {
  const first = new PortalBrowser()
  await first.signIn({ sub: HOA.sub })
  const actor = (await who(first)) ?? expect.fail('nobody is signed in')
  const { draftId } = valueOf(await startDraft(actor, newId(), { procedure: MARITAL_STATUS }))
  valueOf(await fillContent(actor, draftId))
  valueOf(await sendPapers(actor, draftId, { files: [aFile(1)] }))
  const before = valueOf(await readDraft(actor, { draftId }))
  const path = `/nop-ho-so/${MARITAL_STATUS}/${draftId}/kiem-tra`

  const bad: [Record<string, unknown>, SignInFailure][] = [
    [{ mode: 'down' }, 'identity_unreachable'],
    [{ mode: 'slow', ms: 12_000 }, 'identity_unreachable'],
    [{ mode: 'bad-signature' }, 'identity_failed'],
    [{ mode: 'wrong-nonce' }, 'identity_failed'],
    [{ mode: 'expired-token' }, 'identity_failed'],
  ]
  for (const [mode, failure] of bad) {
    await control(server.issuer, mode)
    const end = await tryToComeBack(new PortalBrowser(), path)
    expect([mode.mode, end.pathname, end.searchParams.get('loi'), end.searchParams.get('tiep')]).toEqual([
      mode.mode,
      '/dang-nhap',
      failure,
      path,
    ])
    expect(SIGN_IN_FAILURES[failure]).toMatch(/bấm|Bấm|Thử lại/)
  }

  await control(server.issuer, { mode: 'ok' })
  const later = new PortalBrowser()
  // The state of a visit that is over, in a browser that never began it.
  const begun = new PortalBrowser()
  const old = await begun.visitIdentityServer(await begun.pressSignIn({ tiep: path }), { sub: HOA.sub })
  expect((await later.comeBack(old)).headers.get('location')).toContain('loi=sign_in_expired')
  expect((await tryToComeBack(later, path)).pathname).toBe(path)
  const again = (await who(later)) ?? expect.fail('nobody is signed in')
  expect(valueOf(await readDraft(again, { draftId }))).toEqual(before)
}, 60_000)
