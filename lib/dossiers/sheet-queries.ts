import { z } from 'zod'
import { query, type Reading } from '@/lib/access/gate'
import { staffOnly } from '@/lib/access/policy'
import { loadCalendar } from '@/lib/deadlines/store'
import type { HandedRow, HandOverFacts, ProcessFacts } from '@/lib/papers/desk-sheets'
import { DayText } from '@/lib/platform/day-text'
import { addDays, instantAt, type LocalDate, localDateOf } from '@/lib/platform/local-date'
import { Refusal } from '@/lib/platform/refusal'
import { type OfficerNames, officerNames } from '@/lib/staff/store'
import type { Prisma } from '@/prisma/generated/client'
import type { Stage } from '@/prisma/generated/enums'
import { controlFacts, EVENTS, OFFICE, toldOf } from './control'
import { type HandOver, handOversOf, unitKey, unitName } from './hand-overs'
import { processRows } from './process-rows'
import { DossierCode } from './schema'
import { MOVING } from './sent-back'
import { readableBy, visibleTo } from './store'
import { NAME_DELETED, OUTCOME_WORDS } from './words'

const Day = DayText('Chọn ngày bàn giao', { first: 2000, last: 2100 })
const Place = z.string().regex(/^[a-z]+(?:\.[\w-]{1,60})?$/i)

const KEY = { id: true, communeId: true } satisfies Prisma.DossierSelect

const findReadable = ({ db, actor }: Reading, code: string) =>
  db.dossier.findFirst({ where: { AND: [{ communeId: actor.communeId, code }, readableBy(actor)] }, select: KEY })

/**
 * The facts of Phiếu kiểm soát as the dossier stands now, to be printed without a number: it is issued once, when the dossier is closed. Who took it
 * is logged. Refusals: `not_found` also before its receipt, when nothing has been handed over.
 */
export const printControl = query({
  name: 'dossier.print_control',
  input: z.object({ code: DossierCode }),
  subject: (reading, { code }) => findReadable(reading, code),
  allow: (actor) => staffOnly(actor),
  run: async ({ db, now }, _input, dossier) => {
    const facts = await controlFacts(db, dossier, { calendar: await loadCalendar(db, dossier.communeId), now })
    if (facts === null) throw new Refusal('not_found')
    return facts
  },
  logsRead: (_input, { id, communeId }) => ({ kind: 'dossier', id, communeId, detail: { sheet: 'control' } }),
})

const PROCESS = {
  ...KEY,
  code: true,
  channel: true,
  receivedAt: true,
  dueAt: true,
  procedureVersion: { select: { name: true } },
  applicant: { select: { fullName: true } },
  commune: OFFICE,
  events: EVENTS,
} satisfies Prisma.DossierSelect

/** Phiếu quá trình xử lý of a dossier: everything that was done with it so far. Who took it is logged. */
export const printProcess = query({
  name: 'dossier.print_process',
  input: z.object({ code: DossierCode }),
  subject: ({ db, actor }, { code }) =>
    db.dossier.findFirst({ where: { AND: [{ communeId: actor.communeId, code }, readableBy(actor)] }, select: PROCESS }),
  allow: (actor) => staffOnly(actor),
  run: async ({ db, now }, _input, dossier): Promise<ProcessFacts> => {
    const { commune, applicant, code, channel, receivedAt, dueAt } = dossier
    const events = toldOf(dossier.events)
    const ids = events.flatMap(({ actorId, changes }) => [
      actorId,
      typeof changes.holderStaffId === 'string' ? changes.holderStaffId : null,
    ])
    const names = await officerNames(db, [dossier.communeId], ids)
    const owner = applicant?.fullName ?? NAME_DELETED
    return {
      letterhead: letterheadOf(commune),
      ...{ at: now, code, owner, receivedAt, dueAt },
      procedure: dossier.procedureVersion.name,
      rows: processRows(events, { channel, names, owner, departments: commune.departments }),
    }
  },
  logsRead: (_input, { id, communeId }) => ({ kind: 'dossier', id, communeId, detail: { sheet: 'process' } }),
})

/** As many hand-overs of a day as are looked at: more than any commune has, and no reason to keep the database for long. */
const LOOKED_AT = 2_000

const HANDED = {
  code: true,
  returnMethod: true,
  procedureVersion: { select: { shortName: true } },
  answer: { select: { request: true } },
  applicant: { select: { fullName: true, address: true } },
  feeLines: { where: { amount: { gt: 0 } }, select: { createdAt: true } },
  events: EVENTS,
} satisfies Prisma.DossierSelect

type Handed = Prisma.DossierGetPayload<{ select: typeof HANDED }>
type Given = { dossier: Handed; handOver: HandOver }

/** What went from one place of the office to another in a stretch of time, oldest first; what goes to an applicant is told by the register. */
async function givenIn({ db, actor }: Reading, { gte, lt }: { gte: Date; lt: Date }): Promise<Given[]> {
  const { communeId } = actor
  const events = await db.dossierEvent.findMany({
    where: { at: { gte, lt }, communeId, step: { in: [...MOVING] }, dossier: visibleTo(actor) },
    // Not by the chain's number, along whose index the whole table could be walked.
    orderBy: [{ at: 'asc' }, { seq: 'asc' }],
    take: LOOKED_AT,
    select: { dossierId: true },
  })
  const ids = [...new Set(events.map(({ dossierId }) => dossierId))]
  if (ids.length === 0) return []
  const dossiers = await db.dossier.findMany({ where: { communeId, id: { in: ids } }, orderBy: { id: 'asc' }, select: HANDED })
  return dossiers
    .flatMap((dossier) => givenOf(dossier).filter(({ handOver: { at } }) => at >= gte && at < lt))
    .sort((a, b) => a.handOver.at.getTime() - b.handOver.at.getTime())
}

const givenOf = (dossier: Handed): Given[] =>
  handOversOf(toldOf(dossier.events))
    .filter(({ from, to }) => from.as !== 'applicant' && to.as !== 'applicant')
    .map((handOver) => ({ dossier, handOver }))

const dayOf = (day: LocalDate) => ({ gte: instantAt(day, 0), lt: instantAt(addDays(day, 1), 0) })

const office = ({ db, actor }: Reading) => db.commune.findUniqueOrThrow({ where: { id: actor.communeId }, ...OFFICE })

/** What was handed over between the places of the office on a day, counted by who gave it to whom, in the order of the first. */
export const findHandOvers = query({
  name: 'dossier.find_hand_overs',
  input: z.object({ day: Day.optional().catch(undefined) }),
  allow: staffOnly,
  run: async ({ db, actor, now }, { day = localDateOf(now) }) => {
    const reading = { db, actor }
    const [{ departments }, given] = await Promise.all([office(reading), givenIn(reading, dayOf(day))])
    const pairs = new Map<string, { from: HandOver['from']; to: HandOver['to']; count: number }>()
    for (const { handOver } of given) {
      const key = `${unitKey(handOver.from)} ${unitKey(handOver.to)}`
      const { count = 0 } = pairs.get(key) ?? {}
      pairs.set(key, { from: handOver.from, to: handOver.to, count: count + 1 })
    }
    return {
      day,
      today: localDateOf(now),
      pairs: [...pairs.values()].map(({ from, to, count }) => ({
        from: { key: unitKey(from), name: unitName(from, departments) },
        to: { key: unitKey(to), name: unitName(to, departments) },
        count,
      })),
    }
  },
})

/**
 * Phiếu bàn giao of a day, from one place to another: what the asker may see of it. Of a day that is over it is always the same. Who took it is logged.
 * Refusals: `not_found` where nothing was handed over.
 */
export const printHandOvers = query({
  name: 'dossier.print_hand_overs',
  input: z.object({ day: Day, from: Place, to: Place }),
  allow: staffOnly,
  run: async ({ db, actor }, { day, from, to }) => {
    const given = (await givenIn({ db, actor }, dayOf(day))).filter(
      ({ handOver }) => unitKey(handOver.from) === from && unitKey(handOver.to) === to,
    )
    return sheetOf({ db, actor }, given)
  },
  logsRead: ({ day, from, to }) => ({ kind: 'hand_over', id: `${day} ${from} ${to}` }),
})

/** Phiếu bàn giao of one dossier, for the hand-over that its event `seq` tells. Who took it is logged. Refusals: `not_found`. */
export const printHandOver = query({
  name: 'dossier.print_hand_over',
  input: z.object({ code: DossierCode, seq: z.coerce.number().int().min(1).max(1_000_000) }),
  subject: ({ db, actor }, { code }) =>
    db.dossier.findFirst({ where: { AND: [{ communeId: actor.communeId, code }, readableBy(actor)] }, select: { ...KEY, ...HANDED } }),
  allow: (actor) => staffOnly(actor),
  run: ({ db, actor }, { seq }, dossier) =>
    sheetOf(
      { db, actor },
      givenOf(dossier).filter(({ handOver }) => handOver.seq === seq),
    ),
  logsRead: (_input, { id, communeId }) => ({ kind: 'dossier', id, communeId, detail: { sheet: 'hand_over' } }),
})

async function sheetOf(reading: Reading, given: readonly Given[]): Promise<HandOverFacts> {
  const [first] = given
  if (!first) throw new Refusal('not_found')
  const { from, to, at } = first.handOver
  const commune = await office(reading)
  const names = await officerNames(
    reading.db,
    [reading.actor.communeId],
    given.map(({ handOver }) => handOver.giver),
  )
  return {
    letterhead: letterheadOf(commune),
    day: localDateOf(at),
    from: unitName(from, commune.departments),
    to: unitName(to, commune.departments),
    rows: given.map((one) => rowOf(one, names)),
  }
}

/** All of it as it was at the hand-over, so that the sheet can be printed again unchanged. */
function rowOf({ dossier, handOver }: Given, names: OfficerNames): HandedRow {
  const { code, applicant, answer, feeLines, procedureVersion } = dossier
  const { at, giver, after } = handOver
  return {
    ...{ code, at },
    content: answer?.request ?? procedureVersion.shortName,
    result: SIGNED.has(after.stage) ? resultOf(after) : null,
    owner: applicant?.fullName ?? NAME_DELETED,
    address: applicant?.address ?? '',
    hasFee: feeLines.some(({ createdAt }) => createdAt <= at),
    byPost: after.returnMethod === 'POST',
    giver: names(giver),
  }
}

/** Where a result lies that is signed; what is proposed, or was sent back, is none yet. */
const SIGNED: ReadonlySet<string | null> = new Set<Stage>(['awaiting_issue', 'finished'])

function resultOf({ outcome, resultNumber }: HandOver['after']): string | null {
  if (outcome !== 'GRANTED' && outcome !== 'DECLINED') return null
  return resultNumber === null ? OUTCOME_WORDS[outcome] : `${OUTCOME_WORDS[outcome]}, số ${resultNumber}`
}

const letterheadOf = ({ parentAgency, centreName, placeName, name }: Prisma.CommuneGetPayload<typeof OFFICE>) => ({
  ...{ parentAgency, place: placeName },
  unit: centreName,
  commune: name,
})
