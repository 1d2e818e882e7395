import { describe, expect, it } from 'vitest'
import { clientAddress, isOwnOrigin, ownPath, signInAddress, standingOf } from '@/lib/identity/rules'

describe('a path of our own site', () => {
  it.each(['/', '/ho-so', '/ho-so/H61.123-261123-0001?trang=2#giay-to', '/tra-cuu?q=%2F%2Fx'])('%s is one', (path) => {
    expect(ownPath(path)).toBe(path)
  })

  it.each([
    '//noi-khac.vidu.example',
    '/\\noi-khac.vidu.example',
    '\\\\noi-khac.vidu.example',
    '/\t/noi-khac.vidu.example',
    '/./\\noi-khac.vidu.example',
    '/..//noi-khac.vidu.example',
    'https://noi-khac.vidu.example/',
    'javascript:alert(1)',
    'ho-so',
    '',
    ' /ho-so',
    `/${'x'.repeat(600)}`,
    null,
    undefined,
    ['/ho-so'],
  ])('%j is none', (path) => {
    expect(ownPath(path)).toBeNull()
  })

  it('stands in the address of the sign-in page so that it comes back whole', () => {
    const address = signInAddress('citizen', '/nop-ho-so/1.001?a=1&b=2')
    expect(new URL(address, 'http://x.invalid').searchParams.get('tiep')).toBe('/nop-ho-so/1.001?a=1&b=2')
    expect(signInAddress('staff', '/can-bo')).toBe('/dang-nhap/can-bo?tiep=%2Fcan-bo')
  })
})

describe('a write comes from a page of our own', () => {
  const PUBLIC_URL = 'https://motcua.vidu.example'
  const own = (headers: Record<string, string>) => isOwnOrigin(new Headers(headers), PUBLIC_URL)

  it('by its origin: the public address, or the commune’s own host that was called', () => {
    expect(own({ origin: PUBLIC_URL })).toBe(true)
    expect(own({ origin: 'https://thidu.vidu.example', host: 'thidu.vidu.example' })).toBe(true)
  })

  it('not from another host, another scheme, another port, a longer name, a sandbox', () => {
    for (const origin of [
      'https://noi-khac.vidu.example',
      'http://motcua.vidu.example',
      'https://motcua.vidu.example:8443',
      'https://motcua.vidu.example.noi-khac.example',
      'null',
      '',
    ])
      expect(own({ origin, host: 'motcua.vidu.example', 'sec-fetch-site': 'same-origin', referer: `${PUBLIC_URL}/` })).toBe(false)
  })

  it('by Fetch Metadata where the origin is left out', () => {
    expect(own({ 'sec-fetch-site': 'same-origin' })).toBe(true)
    for (const site of ['same-site', 'cross-site', 'none']) expect(own({ 'sec-fetch-site': site, referer: `${PUBLIC_URL}/` })).toBe(false)
  })

  it('by the referring page where both are left out, and from nobody when nothing is said', () => {
    expect(own({ referer: `${PUBLIC_URL}/ho-so` })).toBe(true)
    expect(own({ referer: 'https://noi-khac.vidu.example/?https://motcua.vidu.example/' })).toBe(false)
    expect(own({ referer: 'nonsense' })).toBe(false)
    expect(own({})).toBe(false)
  })
})

describe('the address of the caller', () => {
  it('is the connection’s own end, whatever the caller claims', () => {
    expect(clientAddress('203.0.113.7', '198.51.100.1', 0)).toBe('198.51.100.1')
    expect(clientAddress(undefined, '198.51.100.1', 0)).toBe('198.51.100.1')
  })

  it('is what our own proxies wrote at the right, and not what stands before it', () => {
    expect(clientAddress('10.9.9.9, 203.0.113.7', '127.0.0.1', 1)).toBe('203.0.113.7')
    expect(clientAddress('10.9.9.9, 203.0.113.7, 10.0.0.2', '127.0.0.1', 2)).toBe('203.0.113.7')
  })

  it('is the farthest that is known when a proxy was passed by', () => {
    expect(clientAddress(undefined, '198.51.100.1', 1)).toBe('198.51.100.1')
  })
})

describe('a session', () => {
  const now = new Date('2026-11-23T02:00:00Z')
  const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
  const live = { lastSeenAt: at(-5), expiresAt: at(60), endedAt: null, roles: [], staff: null }
  const clerk = { ...live, roles: ['clerk', 'cashier'] as const, staff: { status: 'ACTIVE', roles: ['cashier', 'clerk'] } as const }

  it('is live while nothing ended it; the order of roles does not matter', () => {
    expect([standingOf(live, now), standingOf(clerk, now)]).toEqual(['live', 'live'])
  })

  it('is over by signing out, suspension, a role more, a role less, rest and time', () => {
    expect(standingOf({ ...live, endedAt: at(-1) }, now)).toBe('ended')
    expect(standingOf({ ...clerk, staff: { status: 'SUSPENDED', roles: clerk.roles } }, now)).toBe('ended')
    expect(standingOf({ ...clerk, staff: { status: 'ACTIVE', roles: ['clerk'] } }, now)).toBe('ended')
    expect(standingOf({ ...clerk, staff: { status: 'ACTIVE', roles: ['clerk', 'cashier', 'admin'] } }, now)).toBe('ended')
    expect(standingOf({ ...live, lastSeenAt: at(-30) }, now)).toBe('idle')
    expect(standingOf({ ...live, expiresAt: now }, now)).toBe('expired')
  })
})
