import { describe, expect, test } from 'vitest'
import { hideTyped, readTyped, TYPED_AWAY_MINUTES, type TypedAway, typedFor } from '@/lib/dossiers/typed-away'
import { hide, unhide } from '@/lib/platform/crypto'
import { local } from '@/tests/support/calendar'

const AT = local('2026-11-23 10:00')
const typed: TypedAway = {
  draftId: 'draft',
  part: 'content',
  fields: { request: 'Bổ túc hồ sơ vay mua nhà ở xã Tân Hoà', for_whom: 'Cho chính tôi' },
  at: AT.getTime(),
}
const later = (minutes: number) => new Date(AT.getTime() + minutes * 60_000)

function hidden(of: TypedAway = typed): string {
  const token = hideTyped(of)
  if (token === null) throw new Error('too long')
  return token
}

describe('what was typed when the login session was over', () => {
  test('comes back as it was typed, for as long as a person needs to sign in', () => {
    expect(readTyped(hidden(), later(TYPED_AWAY_MINUTES - 1))).toEqual(typed)
    expect(readTyped(hidden(), later(TYPED_AWAY_MINUTES))).toBeNull()
    expect(readTyped(undefined, AT)).toBeNull()
  })

  test('cannot be read in the browser that keeps it, nor be changed there', () => {
    const token = hidden()
    expect(Buffer.from(token, 'base64url').toString('utf8')).not.toMatch(/request|draft|vay/)
    const middle = Math.floor(token.length / 2)
    const changed = `${token.slice(0, middle)}${token[middle] === 'A' ? 'B' : 'A'}${token.slice(middle + 1)}`
    for (const wrong of [changed, token.slice(0, 20), '', 'x', hide('another purpose', Buffer.from('{}'))])
      expect(readTyped(wrong, AT), wrong).toBeNull()
    expect(hidden()).not.toBe(token)
  })

  test('fits into a cookie for a page as long as the form allows, and says so when it does not', () => {
    const words = Array.from({ length: 330 }, (_, index) => `chữ${index}`).join(' ')
    expect(hidden({ ...typed, fields: { request: words.slice(0, 2_000) } }).length).toBeLessThan(3_700)
    const noise = Array.from({ length: 200 }, (_, index) => hide(`noise ${index}`, Buffer.from('x'))).join('')
    expect(hideTyped({ ...typed, fields: { request: noise } })).toBeNull()
  })

  test('fills only the same page of the same draft, and not over what the draft has kept since', () => {
    const savedBefore = { id: 'draft', savedAt: later(-5) }
    expect(typedFor(typed, savedBefore, 'content')).toEqual(typed.fields)
    expect(typedFor(typed, savedBefore, 'return')).toBeNull()
    expect(typedFor(typed, { ...savedBefore, id: 'of somebody else' }, 'content')).toBeNull()
    expect(typedFor(typed, { id: 'draft', savedAt: later(1) }, 'content')).toBeNull()
    expect(typedFor(null, savedBefore, 'content')).toBeNull()
  })
})

test('what is hidden for one purpose cannot be read for another', () => {
  const token = hide('one', Buffer.from('lời khai'))
  expect(unhide('one', token)?.toString('utf8')).toBe('lời khai')
  expect(unhide('another', token)).toBeNull()
})
