import { expect, test } from 'vitest'
import { DossierCode } from '@/lib/dossiers/schema'

test('a code is read whatever stands between its groups', () => {
  for (const typed of [
    'H61.123-261127-0027',
    ' h61.123 261127 0027 ',
    'H61 123 261127 0027',
    'h61.123.261127.0027',
    'H61-123-261127-0027',
    'H61.123 – 261127 – 0027',
    'H61.123-2611 27-0027',
  ])
    expect(DossierCode.parse(typed), typed).toBe('H61.123-261127-0027')
  expect(DossierCode.parse('h61 12 3 261127 0027')).toBe('H61.12.3-261127-0027')
})

test('what is no code stays none', () => {
  for (const typed of ['', 'H61.123', '261127 0027', 'H61.123 261127', 'hồ sơ của tôi đâu', 'H61.123-26112-0027'])
    expect(DossierCode.safeParse(typed).success, typed).toBe(false)
})
