import { describe, expect, it } from 'vitest'
import { settingFaults } from '@/scripts/steps/production.mjs'

const REAL = {
  PUBLIC_URL: 'https://motcua.vidu.example',
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
    expect(settingFaults({}).join('\n')).toMatch(/PUBLIC_URL[\s\S]*VNEID_ISSUER[\s\S]*VNEID_CLIENT_SECRET[\s\S]*SMTP_URL[\s\S]*MAIL_FROM/)
  })

  it.each([
    ['PUBLIC_URL', 'http://motcua.vidu.example'],
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
})
