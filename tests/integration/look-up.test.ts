import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Actor, AnonymousActor } from '@/lib/access/policy'
import { openLookUp, readLookedUp, readStatus } from '@/lib/dossiers/look-up-queries'
import { seal } from '@/lib/platform/crypto'
import type { Result } from '@/lib/platform/refusal'
import { local } from '@/tests/support/calendar'
import { aFollowedDossier, marksIn, personalMarks } from '@/tests/support/look-up'
import { openOffice, type Office } from '@/tests/support/office'

const PHONE = '1357'
const NUMBER = '2468'
const WRONG = '0000'

let office: Office
/** A dossier in hand of commune 1, and one just sent to commune 2. */
let code: string
let neighbours: string
let addresses = 0

/** Somebody at an address that nobody has used yet. */
const passerBy = (): AnonymousActor => ({ kind: 'anonymous', communeId: 1, address: `198.51.100.${(addresses += 1)}` })
const answer = (result: Result<unknown>) => (result.ok ? 'ok' : result.code)
const open = async (actor: Actor, typed: string, factor: string) => answer(await openLookUp(actor, { code: typed, factor }))

async function grantFor(typed: string): Promise<string> {
  const opened = await openLookUp(passerBy(), { code: typed, factor: PHONE })
  if (!opened.ok) throw new Error(opened.code)
  return opened.value.grant
}

beforeAll(async () => {
  office = await openOffice()
  code = await aFollowedDossier(office, 'take')
  neighbours = await aFollowedDossier(office, null, 2)
})
afterAll(async () => {
  vi.useRealTimers()
  await office.close()
})
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: local('2026-11-23 10:00') })
  await office.db.attempt.deleteMany()
})

describe('code and factor', () => {
  test('open a dossier by the last four digits of the phone or of the personal number', async () => {
    expect(await open(passerBy(), code, PHONE)).toBe('ok')
    expect(await open(passerBy(), code, NUMBER)).toBe('ok')
    expect(await open(passerBy(), code, WRONG)).toBe('factor_wrong')
    // Four digits from anywhere else in the numbers are no key.
    expect(await open(passerBy(), code, '9713')).toBe('factor_wrong')
  })

  test('a wrong code is answered as a wrong factor, down to the last letter', async () => {
    const wrongFactor = await openLookUp(passerBy(), { code, factor: WRONG })
    const wrongCode = await openLookUp(passerBy(), { code: 'H61.123-261119-9999', factor: PHONE })
    const strangers = await openLookUp(passerBy(), { code: 'G99.001-261119-0001', factor: PHONE })
    expect(wrongFactor).toMatchObject({ ok: false, code: 'factor_wrong' })
    expect([wrongCode, strangers]).toEqual([wrongFactor, wrongFactor])
  })

  test.each([
    ['in small letters', (text: string) => text.toLowerCase()],
    ['with blanks around and inside', (text: string) => ` ${text.replace('-', ' - ')} `],
    ['with the long dashes of a word processor', (text: string) => text.replaceAll('-', '–')],
  ])('the code is understood %s', async (_how, typed) => {
    expect(await open(passerBy(), typed(code), PHONE)).toBe('ok')
  })

  test('what is not a code or not four digits is said at its field, and is no try', async () => {
    const refused = await openLookUp(passerBy(), { code: 'H61', factor: '135' })
    expect(refused).toMatchObject({
      code: 'invalid_input',
      fields: { code: expect.stringContaining('H61.123-261123-0001'), factor: expect.stringMatching(/^Nhập đủ 4 chữ số cuối/) },
    })
    expect(await openLookUp(passerBy(), {})).toMatchObject({ fields: { factor: expect.stringMatching(/^Nhập đủ/) } })
    expect(await office.db.attempt.count()).toBe(0)
  })

  test('a dossier of another commune is found by the agency in its code, whichever site is asked', async () => {
    expect(neighbours).toMatch(/^H61\.124-/)
    const status = await readStatus(passerBy(), { code: neighbours, factor: PHONE })
    expect(status).toMatchObject({ ok: true, value: { stage: 'submitted', commune: { name: 'xã Thí Dụ', phone: '0270 000 0124' } } })
    // The same number of the day exists in both communes, and neither answers for the other.
    expect(neighbours.split('-').slice(1)).toEqual(code.split('-').slice(1))
  })
})

describe('guessing', () => {
  test('after five wrong factors the right one has to wait too, and is told until when', async () => {
    for (let minute = 0; minute < 5; minute++) {
      vi.setSystemTime(local(`2026-11-23 10:0${minute}`))
      expect(await open(passerBy(), code, WRONG)).toBe('factor_wrong')
    }
    vi.setSystemTime(local('2026-11-23 10:20'))
    expect(await openLookUp(passerBy(), { code, factor: PHONE })).toMatchObject({
      code: 'too_many_tries',
      detail: { tries: 5, until: '11:00', seconds: 40 * 60 },
    })
    vi.setSystemTime(local('2026-11-23 11:00'))
    expect(await open(passerBy(), code, PHONE)).toBe('ok')
  })

  test('waiting is not made longer by trying again', async () => {
    for (let n = 0; n < 5; n++) await open(passerBy(), code, WRONG)
    vi.setSystemTime(local('2026-11-23 10:55'))
    for (let n = 0; n < 5; n++) expect(await open(passerBy(), code, WRONG)).toBe('too_many_tries')
    vi.setSystemTime(local('2026-11-23 11:00'))
    expect(await open(passerBy(), code, PHONE)).toBe('ok')
  })

  test('the page and the public interface count together', async () => {
    for (let n = 0; n < 3; n++) expect(await open(passerBy(), code, WRONG)).toBe('factor_wrong')
    for (let n = 0; n < 2; n++) expect(answer(await readStatus(passerBy(), { code, factor: WRONG }))).toBe('factor_wrong')
    expect(answer(await readStatus(passerBy(), { code, factor: PHONE }))).toBe('too_many_tries')
    expect(await open(passerBy(), code, PHONE)).toBe('too_many_tries')
  })

  test('another spelling of the code is the same code', async () => {
    for (const typed of [code, code.toLowerCase(), ` ${code}`, code.replaceAll('-', '–'), `${code} `])
      expect(await open(passerBy(), typed, WRONG)).toBe('factor_wrong')
    expect(await open(passerBy(), code, PHONE)).toBe('too_many_tries')
  })

  test('of forty guesses at once at most five are judged', async () => {
    const guesses = Array.from({ length: 40 }, (_, n) => open(passerBy(), code, String(n).padStart(4, '0')))
    const answers = await Promise.all(guesses)
    expect(answers.filter((one) => one !== 'too_many_tries').length).toBeLessThanOrEqual(5)
    expect(await office.db.attempt.count({ where: { bucket: { startsWith: 'look-up code' } } })).toBeLessThanOrEqual(5)
  })

  test('from one address thirty wrong tries over many codes are judged, then it waits; others do not', async () => {
    const visitor = passerBy()
    for (let n = 0; n < 30; n++) expect(await open(visitor, `H61.123-200101-${String(n).padStart(4, '0')}`, WRONG)).toBe('factor_wrong')
    expect(await openLookUp(visitor, { code, factor: PHONE })).toMatchObject({ code: 'too_many_tries', detail: { tries: 30 } })
    expect(await open(passerBy(), code, PHONE)).toBe('ok')
    // The refused try is not counted against the dossier either.
    expect(await office.db.attempt.count({ where: { bucket: { startsWith: 'look-up code' } } })).toBe(30)
  })

  test('the addresses of one IPv6 subscriber count as one, and so does an account wherever it is used', async () => {
    const guess = (actor: Actor, n: number) => open(actor, `H61.123-200102-${String(n).padStart(4, '0')}`, WRONG)
    for (let n = 0; n < 30; n++)
      expect(await guess({ ...passerBy(), address: `2001:db8:7:1::${(n + 1).toString(16)}` }, n)).toBe('factor_wrong')
    expect(await guess({ ...passerBy(), address: '2001:0db8:0007:0001:ffff::1' }, 30)).toBe('too_many_tries')
    expect(await guess({ ...passerBy(), address: '2001:db8:7:2::1' }, 31)).toBe('factor_wrong')
    const citizen = await office.citizen()
    for (let n = 0; n < 30; n++) expect(await guess(citizen, 100 + n)).toBe('factor_wrong')
    expect(await guess(citizen, 130)).toBe('too_many_tries')
  })

  test('whoever has the right factor may look as often as they like', async () => {
    const visitor = passerBy()
    for (let n = 0; n < 35; n++) expect(await open(visitor, code, PHONE)).toBe('ok')
    expect(await office.db.attempt.count()).toBe(0)
  })
})

describe('the grant', () => {
  const read = async (grant: string, of = code, actor: Actor = passerBy()) => answer(await readLookedUp(actor, { code: of, grant }))

  test('opens its own dossier for a quarter of an hour and not a minute longer', async () => {
    const grant = await grantFor(code)
    expect(await read(grant)).toBe('ok')
    vi.setSystemTime(local('2026-11-23 10:14'))
    expect(await read(grant)).toBe('ok')
    vi.setSystemTime(local('2026-11-23 10:15'))
    expect(await read(grant)).toBe('sign_in_needed')
  })

  test('of another dossier opens nothing, also between communes whose numbers are the same', async () => {
    const grant = await grantFor(code)
    expect(await read(grant, neighbours)).toBe('sign_in_needed')
    expect(await read(await grantFor(neighbours), code)).toBe('sign_in_needed')
  })

  test('changed in any letter opens nothing', async () => {
    const grant = await grantFor(code)
    const [body = '', mac = ''] = grant.split('.')
    const longer = Buffer.from(JSON.stringify({ code, until: local('2027-01-01 00:00').getTime() })).toString('base64url')
    const forged = [
      '',
      '.',
      body,
      `${body}.`,
      `${longer}.${mac}`,
      `${body}.${mac}.`,
      `${body}x.${mac}`,
      `${body}.${mac.slice(0, -2)}AA`,
      'x'.repeat(2_000),
    ]
    for (const token of forged) expect(['sign_in_needed', 'invalid_input'], token).toContain(await read(token))
  })

  test('sealed for another purpose, or around something else, opens nothing', async () => {
    const until = local('2026-11-23 10:10').getTime()
    expect(await read(seal('look-up', { code, until }))).toBe('ok')
    for (const token of [
      seal('session', { code, until }),
      seal('look-up', { code }),
      seal('look-up', { code, until: String(until) }),
      seal('look-up', null),
    ])
      expect(await read(token)).toBe('sign_in_needed')
  })

  test('for a code that does not exist looks like a grant that is over, to everybody', async () => {
    const nowhere = 'H61.123-261119-9998'
    const ours = seal('look-up', { code: nowhere, until: local('2026-11-23 10:10').getTime() })
    const over = seal('look-up', { code, until: local('2026-11-23 09:00').getTime() })
    for (const actor of [passerBy(), await office.citizen(), await office.staff('thidiem.pham')])
      expect(await read(ours, nowhere, actor)).toBe(await read(over, code, actor))
  })
})

describe('what is shown', () => {
  test.each(['receive', 'take', 'propose', 'approve', 'hand_over', null] as const)('carries nothing personal (after %s)', async (last) => {
    const shown = await aFollowedDossier(office, last)
    const marks = await personalMarks(office, shown)
    // The marks are there to be found: without the filter the row itself is full of them.
    expect(marks.length).toBeGreaterThan(40)
    const status = await readStatus(passerBy(), { code: shown, factor: NUMBER })
    const page = await readLookedUp(passerBy(), { code: shown, grant: await grantFor(shown) })
    expect([answer(status), answer(page)]).toEqual(['ok', 'ok'])
    expect(marksIn([status, page], marks)).toEqual([])
  })

  test('is the dossier of the design: who has it, until when, why, and its way', async () => {
    const status = await readStatus(passerBy(), { code, factor: PHONE })
    if (!status.ok) throw new Error(status.code)
    const { stage, procedure, answerDueAt, followed } = status.value
    expect({ stage, procedure, answerDueAt }).toEqual({
      stage: 'in_hand',
      procedure: { code: '1.004873', name: 'Cấp Giấy xác nhận tình trạng hôn nhân' },
      answerDueAt: null,
    })
    expect(followed.place).toMatchObject({ holder: 'chuyên viên', at: 'Văn phòng HĐND và UBND' })
    expect(followed.promise).toMatchObject({
      kind: 'result',
      at: { text: '17:00 thứ Năm 26/11/2026' },
      standing: { kind: 'left', workingDays: 2 },
    })
    expect(followed.way.map(({ standing }) => standing)).toEqual(['past', 'past', 'here', 'next', 'next'])
  })

  test('before receipt is the hour by which the office answers', async () => {
    const status = await readStatus(passerBy(), { code: neighbours, factor: PHONE })
    if (!status.ok) throw new Error(status.code)
    expect(status.value.followed.promise).toMatchObject({
      kind: 'answer',
      by: { text: '17:00 thứ Sáu 20/11/2026' },
      countedFrom: { text: '07:00 thứ Sáu 20/11/2026' },
    })
    expect(status.value).toMatchObject({ receivedAt: null, dueAt: null })
  })
})

test('whoever follows a dossier with another appointment reads the apology and its reason, as long as it is open', async () => {
  const late = await aFollowedDossier(office, 'take')
  const read = async () => readLookedUp(passerBy(), { code: late, grant: await grantFor(late) })
  const { communeId, id } = await office.db.dossier.findFirstOrThrow({ where: { code: late } })
  const drafted = {
    communeId,
    dossierId: id,
    reason: 'Chờ xác minh hộ tịch cũ',
    newDueAt: local('2026-12-01 17:00'),
    draftedAt: local('2026-11-23 09:00'),
  }
  await office.db.extension.create({ data: drafted })
  // What is only drafted was said to nobody.
  expect(await read()).toMatchObject({ value: { apology: null } })
  const extendedAt = local('2026-11-23 09:30')
  await office.db.dossier.updateMany({ where: { code: late }, data: { extendedAt } })
  const page = await read()
  expect(page).toMatchObject({ value: { apology: { at: extendedAt, because: 'Chờ xác minh hộ tịch cũ' } } })
  expect(marksIn(page, await personalMarks(office, late))).toEqual([])
})
