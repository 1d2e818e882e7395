import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { command, query } from '@/lib/access/gate'
import { anyone, may, type StaffActor } from '@/lib/access/policy'
import { firstFault } from '@/lib/audit/rules'
import { readLinks } from '@/lib/audit/store'
import { newId, readClock } from '@/lib/platform/clock'
import { Refusal } from '@/lib/platform/refusal'
import { openOffice, type Office } from '@/tests/support/office'

let office: Office
let clerk: StaffActor

beforeAll(async () => {
  office = await openOffice()
  clerk = await office.staff('vidu.le')
}, 120_000)
afterAll(() => office.close())

/** A write that anyone may do: one row of the number book, so that doing it twice can be counted. */
const takeOne = command({
  name: 'test.take_one',
  input: z.object({ book: z.string(), fail: z.boolean().default(false) }),
  allow: anyone,
  run: async ({ db, actor, afterRefusal, now }, { book, fail }) => {
    const [row] = await db.$queryRaw<{ last: number }[]>`
      INSERT INTO number_book ("communeId", kind, period, last) VALUES (${actor.communeId}, ${book}, 'test', 1)
      ON CONFLICT ("communeId", kind, period) DO UPDATE SET last = number_book.last + 1 RETURNING last`
    afterRefusal(async (tx) => {
      await tx.attempt.create({ data: { id: newId(), bucket: `refused ${book}`, at: now } })
    })
    if (fail) throw new Refusal('step_not_possible')
    return { number: row?.last ?? 0 }
  },
  about: ({ book }) => ({ kind: 'book', id: book }),
})

const lastOf = async (book: string) =>
  (await office.db.numberBook.findUnique({ where: { communeId_kind_period: { communeId: 1, kind: book, period: 'test' } } }))?.last ?? 0

describe('a request', () => {
  it('sent twice answers the first outcome and is done once', async () => {
    const requestId = newId()
    const first = await takeOne(clerk, requestId, { book: 'twice' })
    const second = await takeOne(clerk, requestId, { book: 'twice' })
    expect(first).toEqual({ ok: true, value: { number: 1 } })
    expect(second).toEqual(first)
    expect(await lastOf('twice')).toBe(1)
  })

  it('sent 50 times at once is done once', async () => {
    const requestId = newId()
    const answers = await Promise.all(Array.from({ length: 50 }, () => takeOne(clerk, requestId, { book: 'at once' })))
    const done = answers.filter((answer) => answer.ok)
    expect(new Set(done.map((answer) => JSON.stringify(answer)))).toEqual(new Set([JSON.stringify({ ok: true, value: { number: 1 } })]))
    expect(answers.every((answer) => answer.ok || answer.code === 'busy')).toBe(true)
    expect(await lastOf('at once')).toBe(1)
  })

  it('with the same id and another body is told apart', async () => {
    const requestId = newId()
    await takeOne(clerk, requestId, { book: 'body a' })
    expect(await takeOne(clerk, requestId, { book: 'body b' })).toMatchObject({ ok: false, code: 'request_reused' })
    expect(await lastOf('body b')).toBe(0)
  })

  it('whose id is none is refused in words and not done', async () => {
    for (const requestId of ['', 'not-an-id', "'; DROP TABLE dossier; --"])
      expect(await takeOne(clerk, requestId, { book: 'no id' })).toMatchObject({ ok: false, code: 'invalid_input' })
    expect(await lastOf('no id')).toBe(0)
  })

  it('of somebody else is not answered to me', async () => {
    const requestId = newId()
    await takeOne(clerk, requestId, { book: 'mine' })
    const other = await office.staff('bannhap.vu')
    expect(await takeOne(other, requestId, { book: 'mine' })).toMatchObject({ ok: false, code: 'request_reused' })
  })
})

describe('a refusal', () => {
  it('leaves no trace but what was asked to survive it', async () => {
    const requestId = newId()
    const lines = await office.db.auditLine.count()
    expect(await takeOne(clerk, requestId, { book: 'refused', fail: true })).toMatchObject({ ok: false, code: 'step_not_possible' })
    expect(await lastOf('refused')).toBe(0)
    expect(await office.db.auditLine.count()).toBe(lines)
    expect(await office.db.request.count({ where: { requestId } })).toBe(0)
    expect(await office.db.attempt.count({ where: { bucket: 'refused refused' } })).toBe(1)
  })

  it('says field by field what to change, in the words of the schema', async () => {
    const say = query({
      name: 'test.say',
      input: z.object({ phone: z.string().min(3, 'Nhập số điện thoại') }),
      allow: anyone,
      run: async () => null,
    })
    expect(await say(clerk, { phone: '' })).toEqual({
      ok: false,
      code: 'invalid_input',
      detail: {},
      fields: { phone: 'Nhập số điện thoại' },
    })
  })

  it('comes before the work: who has no right runs nothing', async () => {
    let ran = false
    const approve = command({
      name: 'test.approve',
      input: z.object({}),
      allow: (actor) => may(actor, 'dossier.approve'),
      run: async () => {
        ran = true
        return null
      },
    })
    expect(await approve(clerk, newId(), {})).toMatchObject({ ok: false, code: 'not_allowed' })
    expect(await approve({ kind: 'anonymous', communeId: 1, address: '192.0.2.1' }, newId(), {})).toMatchObject({ code: 'sign_in_needed' })
    expect(ran).toBe(false)
  })
})

describe('counted tries', () => {
  const guess = query({
    name: 'test.guess',
    input: z.object({ word: z.string(), bucket: z.string() }),
    allow: anyone,
    limits: (_actor, { bucket }) => [{ bucket, tries: 5, minutes: 60 }],
    run: async (_reading, { word }) => {
      if (word !== 'đúng') throw new Refusal('factor_wrong')
      return 'mở'
    },
  })

  it('are five, counted although each was refused; the sixth is not judged even when right', async () => {
    for (let n = 0; n < 5; n++) expect(await guess(clerk, { word: 'sai', bucket: 'five' })).toMatchObject({ code: 'factor_wrong' })
    expect(await guess(clerk, { word: 'đúng', bucket: 'five' })).toMatchObject({ ok: false, code: 'too_many_tries' })
  })

  it('cannot be beaten by guessing in parallel', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => guess(clerk, { word: 'sai', bucket: 'parallel' })))
    expect(answers.filter((answer) => !answer.ok && answer.code === 'factor_wrong').length).toBeLessThanOrEqual(5)
  })

  it('that succeed cost nothing', async () => {
    for (let n = 0; n < 12; n++) expect(await guess(clerk, { word: 'đúng', bucket: 'free' })).toEqual({ ok: true, value: 'mở' })
  })
})

describe('the audit chain', () => {
  const faultOf = async () => {
    const head = await office.db.chainHead.findUniqueOrThrow({ where: { communeId: 1 } })
    return firstFault(1, await readLinks(office.db, 1, { after: 0n, limit: 100_000 }), { head })
  }

  it('links every command in order and holds', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => takeOne(clerk, newId(), { book: `chain ${n}` })))
    expect(await faultOf()).toBeNull()
  })

  it('refuses changes, and names the line that was changed with the guard off', async () => {
    const victim = await office.db.auditLine.findFirstOrThrow({ orderBy: { chainSeq: 'asc' }, skip: 3 })
    const change = () => office.db.auditLine.updateMany({ where: { chainSeq: victim.chainSeq }, data: { action: 'another' } })
    await expect(change()).rejects.toThrow(/append-only/)
    await office.db.$executeRawUnsafe('ALTER TABLE audit_line DISABLE TRIGGER append_only')
    await change()
    expect(await faultOf()).toEqual({ chainSeq: victim.chainSeq, fault: 'altered' })
    await office.db.auditLine.updateMany({ where: { chainSeq: victim.chainSeq }, data: { action: victim.action } })
    await office.db.$executeRawUnsafe('ALTER TABLE audit_line ENABLE TRIGGER append_only')
    expect(await faultOf()).toBeNull()
  })

  it('carries no name and no clock but its own', async () => {
    const [line] = await office.db.auditLine.findMany({ orderBy: { chainSeq: 'desc' }, take: 1 })
    expect(line?.actorId).toBe(clerk.staffId)
    expect(JSON.stringify(line?.detail)).not.toContain(clerk.fullName)
    expect(line && line.at.getTime() <= readClock().getTime()).toBe(true)
  })
})
