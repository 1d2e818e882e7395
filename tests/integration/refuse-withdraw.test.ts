import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor, CitizenActor, StaffActor } from '@/lib/access/policy'
import { askForMore } from '@/lib/dossiers/commands/ask-for-more'
import { refuseDossier } from '@/lib/dossiers/commands/refuse-dossier'
import { withdrawDossier } from '@/lib/dossiers/commands/withdraw-dossier'
import { findMyDossiers, readMyDossier } from '@/lib/dossiers/my-queries'
import { findQueue, searchDossiers } from '@/lib/dossiers/queue-queries'
import { RefusalFacts } from '@/lib/papers/schema'
import { newId } from '@/lib/platform/clock'
import { readPublicFigures } from '@/lib/reports/queries'
import { localDateOf } from '@/lib/platform/local-date'
import { readClock } from '@/lib/platform/clock'
import { dice } from '@/prisma/seed/builders/dice'
import { aPerson } from '@/prisma/seed/builders/person'
import { codeOf, MARITAL_STATUS, valueOf } from '@/tests/support/filing'
import { aDossierIn, receive, rowOf, versionOf } from '@/tests/support/moves'
import { openOffice, type Office } from '@/tests/support/office'

let office: Office
let clerk: StaffActor
let specialist: StaffActor
let owner: CitizenActor
let neighbour: CitizenActor

beforeAll(async () => {
  office = await openOffice()
  ;[clerk, specialist] = await Promise.all([office.staff('vidu.le'), office.staff('thidiem.pham')])
  ;[owner, neighbour] = await Promise.all([office.citizen(), office.citizen('086088000013')])
}, 120_000)
afterAll(() => office.close())

const OWNER = { ...aPerson(dice(37), 937), personalNumber: '086194000012', email: 'nguoi.nop@vidu.example' }
const sent = () => aDossierIn(office, { procedure: MARITAL_STATUS, person: OWNER, sent: 60 })
const REASON = 'Không thuộc thẩm quyền của xã'

type More = { version?: number; requestId?: string; reason?: string }

async function refuse(actor: Actor, code: string, { version, requestId = newId(), reason = REASON }: More = {}) {
  return refuseDossier(actor, requestId, { code, version: version ?? (await versionOf(office, code)), reason })
}
async function withdraw(actor: Actor, code: string, { version, requestId = newId(), reason = '' }: More = {}) {
  return withdrawDossier(actor, requestId, { code, version: version ?? (await versionOf(office, code)), reason })
}

describe('refusing', () => {
  it('closes the dossier with Phiếu từ chối and a mail, and the applicant reads why', async () => {
    const code = await sent()
    const { paperId } = valueOf(await refuse(clerk, code))
    const row = await rowOf(office, code)
    expect(row).toMatchObject({ stage: 'refused', holderKind: 'nobody', nextDueAt: null, receivedAt: null, effectiveReceiptAt: null })
    expect(row.closedAt).toEqual(row.events.at(-1)?.at)
    const paper = row.papers.find(({ id }) => id === paperId)
    expect(RefusalFacts.parse(paper?.facts)).toMatchObject({ dossierCode: code, reason: REASON, receiver: { name: clerk.fullName } })
    expect(await office.db.notification.count({ where: { dossierId: row.id, event: 'refused' } })).toBe(1)
    const mine = valueOf(await readMyDossier(owner, { code }))
    expect(mine).toMatchObject({
      told: { closedBecause: REASON },
      mayWithdraw: false,
      followed: { tag: { label: 'Không được tiếp nhận' } },
    })
    expect(valueOf(await findMyDossiers(owner, {})).done.map((dossier) => dossier.code)).toContain(code)
  })

  it('needs a reason, the desk, and a page of now; a double press refuses once', async () => {
    const code = await sent()
    expect(codeOf(await refuse(clerk, code, { reason: '' }))).toBe('reason_needed')
    expect(codeOf(await refuse(owner, code))).toBe('not_allowed')
    expect(codeOf(await refuse(specialist, code))).toBe('not_found')
    const requestId = newId()
    const [first, second] = [await refuse(clerk, code, { version: 1, requestId }), await refuse(clerk, code, { version: 1, requestId })]
    expect(second).toEqual(first)
    expect((await rowOf(office, code)).papers).toHaveLength(1)
    expect(codeOf(await refuse(clerk, code, { version: 1 }))).toBe('changed_meanwhile')
    expect(codeOf(await refuse(clerk, code))).toBe('step_not_possible')
  })

  it('is over once the dossier is received', async () => {
    const code = await sent()
    valueOf(await receive(office, clerk, code))
    expect(codeOf(await refuse(clerk, code))).toBe('step_not_possible')
  })
})

describe('withdrawing', () => {
  it('is the applicant’s own, at once, and the clerk finds it withdrawn', async () => {
    const code = await sent()
    valueOf(await withdraw(owner, code, { reason: 'Nộp nhầm thủ tục' }))
    expect(await rowOf(office, code)).toMatchObject({ stage: 'withdrawn', holderKind: 'nobody', nextDueAt: null, receivedAt: null })
    const queue = valueOf(await findQueue(clerk, { shelf: 'submitted' }))
    expect(queue.rows.map((row) => row.code)).not.toContain(code)
    expect(valueOf(await searchDossiers(clerk, { q: code })).rows).toMatchObject([
      { code, stage: 'withdrawn', dueAt: null, standing: null },
    ])
  })

  it('is nobody else’s: neither a neighbour’s nor the desk’s', async () => {
    const code = await sent()
    expect(codeOf(await withdraw(neighbour, code))).toBe('not_found')
    expect(codeOf(await withdraw(clerk, code))).toBe('not_allowed')
    expect(await rowOf(office, code)).toMatchObject({ stage: 'submitted' })
  })

  it('is possible while she is asked for more, and not any more once the dossier is received', async () => {
    const asked = await sent()
    const items = [{ position: 0, reasonCode: 'mismatch', text: '' }]
    valueOf(await askForMore(clerk, newId(), { code: asked, version: 1, items }))
    valueOf(await withdraw(owner, asked))
    const received = await sent()
    valueOf(await receive(office, clerk, received))
    expect(codeOf(await withdraw(owner, received))).toBe('step_not_possible')
    expect(valueOf(await readMyDossier(owner, { code: received })).mayWithdraw).toBe(false)
  })

  it('on an old page moves nothing, and twice is once', async () => {
    const code = await sent()
    const requestId = newId()
    const [first, second] = [await withdraw(owner, code, { version: 1, requestId }), await withdraw(owner, code, { version: 1, requestId })]
    expect(second).toEqual(first)
    expect(codeOf(await withdraw(owner, code, { version: 1 }))).toBe('changed_meanwhile')
    expect((await rowOf(office, code)).events).toHaveLength(2)
  })
})

it('neither a refused nor a withdrawn dossier is ever counted as received', async () => {
  const today = localDateOf(readClock())
  const visitor = { kind: 'anonymous', communeId: 1, address: '192.0.2.3' } as const
  const count = async () => valueOf(await readPublicFigures(visitor, { from: today, to: today })).figures.received.denominator
  const before = await count()
  valueOf(await refuse(clerk, await sent()))
  valueOf(await withdraw(owner, await sent()))
  expect(await count()).toBe(before)
})
