import { describe, expect, it } from 'vitest'
import { settingFaults, shapeFaults } from '@/scripts/steps/production.mjs'

const REAL = {
  DATABASE_URL: 'postgresql://mot_cua:r4nd0m@127.0.0.1:5432/mot_cua',
  PUBLIC_URL: 'https://motcua.vidu.example',
  TRUSTED_PROXIES: '1',
  VNEID_ISSUER: 'https://dinh-danh.vidu.example',
  VNEID_CLIENT_ID: 'mot-cua-xa',
  VNEID_CLIENT_SECRET: 'k7Qz2mVw9XcR',
  SMTP_URL: 'smtps://thu.vidu.test',
  MAIL_FROM: 'Một Cửa <motcua@xa.test>',
}

describe('an installation with real dossiers', () => {
  it('starts with real settings, and makes its own secrets', () => {
    expect(settingFaults(REAL)).toEqual([])
  })

  it('says all that is missing at once', () => {
    expect(settingFaults({}).join('\n')).toMatch(
      /DATABASE_URL[\s\S]*PUBLIC_URL[\s\S]*TRUSTED_PROXIES[\s\S]*VNEID_ISSUER[\s\S]*VNEID_CLIENT_SECRET[\s\S]*SMTP_URL[\s\S]*MAIL_FROM/,
    )
  })

  it.each([
    ['PUBLIC_URL', 'http://motcua.vidu.example'],
    ['PUBLIC_URL', 'motcua'],
    ['PUBLIC_URL', 'https://motcua.vidu.example/cong'],
    ['PUBLIC_URL', 'https://localhost:3000'],
    ['TRUSTED_PROXIES', '0'],
    ['TRUSTED_PROXIES', 'một'],
    ['DATABASE_POOL', '0'],
    ['LOG_LEVEL', 'loud'],
    ['SMTP_URL', 'thu.xa.test'],
    ['MAIL_FROM', 'Một Cửa'],
    ['VNEID_ISSUER', 'http://localhost:4100'],
    ['VNEID_CLIENT_SECRET', 'stand-in-secret-of-the-demo'],
    ['AUTH_SECRET', '0123456789012345678901234567890123456789'],
    ['AUTH_SECRET', 'quá ngắn'],
    ['PERSONAL_NUMBER_KEY', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'],
    ['MAIL_FROM', 'Một Cửa <mot-cua@vidu.example>'],
    ['STAND_IN_CONTROL', '1'],
  ])('does not start with %s=%s', (name, value) => {
    expect(settingFaults({ ...REAL, [name]: value })).toHaveLength(1)
    expect(settingFaults({ ...REAL, [name]: value })[0]).toContain(name)
  })

  it('does not advise to leave out the key that the identity provider has given', () => {
    expect(settingFaults({ ...REAL, VNEID_CLIENT_SECRET: 'changeme' }).join()).not.toContain('Bỏ trống')
  })

  it('takes a trailing slash and a port as a part of the address', () => {
    for (const PUBLIC_URL of ['https://motcua.vidu.example/', 'https://motcua.vidu.example:8443'])
      expect(settingFaults({ ...REAL, PUBLIC_URL })).toEqual([])
  })

  it('is told of numbers that nobody can read also as a demonstration, where nothing else is needed', () => {
    expect(shapeFaults({})).toEqual([])
    expect(shapeFaults({ DATABASE_POOL: 'x', TRUSTED_PROXIES: '0' })).toEqual([expect.stringContaining('DATABASE_POOL=x')])
  })
})
