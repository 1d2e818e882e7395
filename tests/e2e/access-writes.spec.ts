import { expect, test } from '@playwright/test'
import { ask } from '../support/access-matrix-http'
import { BASE, openPortal, type Portal } from '../support/access-matrix-portal'
import { prepare, stateOf, WRITES } from '../support/access-matrix-writes'

// A page of another site can make a browser post anything, with the cookies of whoever sits there. What it cannot do is to say that it is us.

let portal: Portal
test.beforeAll(async () => {
  portal = await openPortal()
})
test.afterAll(() => portal.close())

const OWN = { origin: new URL(BASE).origin }
const FOREIGN: Record<string, Record<string, string>> = {
  'without an origin': {},
  'from another site': { origin: 'https://trang-khac.example' },
  'from a sandbox': { origin: 'null' },
  'from a site whose name begins like ours': { origin: `${OWN.origin}.trang-khac.example` },
  'from another port of this host': { origin: `${new URL(BASE).protocol}//${new URL(BASE).hostname}:9` },
  'of another site, as the browser says': { 'sec-fetch-site': 'cross-site' },
  'of a sister site, as the browser says': { 'sec-fetch-site': 'same-site' },
  'from a page of another site': { referer: `https://trang-khac.example/?${OWN.origin}` },
}

for (const write of WRITES) {
  test(`${write.what} is refused to every page but our own, and writes nothing`, async () => {
    const { send } = await prepare(portal, write)
    const before = await stateOf(portal)
    const answers = await Promise.all(Object.entries(FOREIGN).map(async ([how, headers]) => [how, (await send(headers)).status]))
    expect(Object.fromEntries(answers)).toEqual(Object.fromEntries(Object.keys(FOREIGN).map((how) => [how, 403])))
    expect(await stateOf(portal)).toBe(before)
    // The same form from our own page arrives, so it was not refused for something else.
    const arrived = await send(OWN)
    expect(arrived.status).toBe(write.says ? 200 : 303)
    expect(arrived.text).toContain(write.says?.(portal.sample) ?? '')
  })
}

test('an action posted by a script is refused like its form, also at an address that the proxy leaves out', async () => {
  const write = WRITES.find(({ what }) => what === 'startDraftAction')
  if (!write) throw new Error('There is no such write')
  const { action } = await prepare(portal, write)
  const cookie = await portal.cookieOf('owner')
  const before = await stateOf(portal)
  for (const address of [write.to(portal.sample), '/', '/icon.svg', '/favicon.ico', '/_next/static/x', '/api/health/live']) {
    for (const headers of Object.values(FOREIGN)) {
      const body = JSON.stringify([{ values: {}, errors: {}, message: null }, '$K1'])
      const told = await ask(new URL(address, BASE), {
        method: 'POST',
        headers: { cookie, ...headers, 'next-action': action ?? 'none' },
        body,
      })
      expect(told.status, `${address} ${JSON.stringify(headers)}`).toBeGreaterThanOrEqual(400)
      expect(told.status, `${address} ${JSON.stringify(headers)}`).toBeLessThan(500)
    }
  }
  expect(await stateOf(portal)).toBe(before)
})

test('what is open to other programs lets no cookie count', async () => {
  const { code, factor } = portal.sample
  const address = new URL(`/api/v1/dossiers/${code}/status`, BASE)
  const told = async (cookie: string, headers: Record<string, string>) => {
    const body = JSON.stringify({ factor })
    return (await ask(address, { method: 'POST', headers: { cookie, 'content-type': 'application/json', ...headers }, body })).text
  }
  const toNobody = await told('', {})
  expect(toNobody).toContain(code)
  for (const visitor of ['owner', 'clerk', 'leader', 'farClerk'] as const)
    for (const headers of Object.values(FOREIGN)) expect(await told(await portal.cookieOf(visitor), headers)).toBe(toNobody)
})
