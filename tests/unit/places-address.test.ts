import { describe, expect, it } from 'vitest'
import { followUrl, lookUpOf, supplementUrl } from '@/lib/dossiers/addresses'
import { siteAddress } from '@/lib/places/address'

const CODE = 'H61.123-261123-0001'

describe('what leads to a commune from outside', () => {
  it('names the host of the commune, with scheme and port of the installation', () => {
    expect(siteAddress({ host: 'tanhoa.vidu.example' }, 'https://motcua.vidu.example')).toBe('https://tanhoa.vidu.example')
    expect(siteAddress({ host: 'thidu.localhost' }, 'http://localhost:3630')).toBe('http://thidu.localhost:3630')
  })

  it('names the installation where the commune has no host of its own', () => {
    expect(siteAddress({ host: null }, 'https://motcua.vidu.example')).toBe('https://motcua.vidu.example')
  })

  it('brings mails, QR codes and printed addresses to the same site', () => {
    const home = { host: 'tanhoa.vidu.example' }
    expect(new URL(followUrl(home, CODE)).hostname).toBe('tanhoa.vidu.example')
    expect(new URL(supplementUrl(home, CODE)).pathname).toBe(`/ho-so/${CODE}/bo-sung`)
    const { qr, page } = lookUpOf(home, CODE)
    expect(new URL(qr).searchParams.get('ma')).toBe(CODE)
    expect(`http://${page}`).toBe(qr.split('?')[0])
  })
})
