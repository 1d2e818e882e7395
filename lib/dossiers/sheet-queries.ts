import { z } from 'zod'
import { query, type Reading } from '@/lib/access/gate'
import { staffOnly } from '@/lib/access/policy'
import { loadCalendar } from '@/lib/deadlines/store'
import type { HandedRow, HandOverFacts, ProcessFacts } from '@/lib/papers/desk-sheets'
import { letterheadOf } from '@/lib/papers/rules'
import { DayText } from '@/lib/platform/day-text'
import { addDays, instantAt, type LocalDate, localDateOf } from '@/lib/platform/local-date'
import { Refusal } from '@/lib/platform/refusal'
import { type OfficerNames, officerNames } from '@/lib/staff/store'
import type { Prisma } from '@/prisma/generated/client'
import type { Stage } from '@/prisma/generated/enums'
import { controlFacts, EVENTS, namesOf, OFFICE, toldOf } from './control'
import { type HandOver, handOversOf, type Unit, unitKey, unitName } from './hand-overs'
import { passagesIn } from './passages'
import { processRows } from './process-rows'
import { DossierCode } from './schema'
import { readableBy } from './store'
import { STANDING_FEES } from './unpaid'
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
  receivingCommuneId: true,
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
    const names = await namesOf(db, dossier, ids)
    const owner = applicant?.fullName ?? NAME_DELETED
    return {
      letterhead: aboveOf(commune),
      ...{ at: now, code, owner, receivedAt, dueAt },
      procedure: dossier.procedureVersion.name,
      rows: processRows(events, { channel, names, owner, departments: commune.departments }),
    }
  },
  logsRead: (_input, { id, communeId }) => ({ kind: 'dossier', id, communeId, detail: { sheet: 'process' } }),
})

const HANDED = {
  code: true,
  returnMethod: true,
  procedureVersion: { select: { shortName: true } },
  answer: { select: { request: true } },
  applicant: { select: { fullName: true, address: true } },
  feeLines: { where: { ...STANDING_FEES, amount: { gt: 0 } }, select: { createdAt: true } },
  events: EVENTS,
} satisfies Prisma.DossierSelect

type Handed = Prisma.DossierGetPayload<{ select: typeof HANDED }>
type Given = { dossier: Handed; handOver: HandOver }

/** The hand-overs of a dossier between places of the office; what goes to an applicant is told by the register. */
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
    const [{ departments }, passages] = await Promise.all([office(reading), passagesIn(reading, dayOf(day))])
    const place = (unit: Unit) => ({ key: unitKey(unit), name: unitName(unit, departments) })
    return { day, today: localDateOf(now), pairs: passages.map(({ from, to, count }) => ({ from: place(from), to: place(to), count })) }
  },
})

/**
 * Phiếu bàn giao of a day, from one place to another: all that the asker may see of it, since a sheet that leaves something out is none. Of a day that
 * is over it is always the same. Who took it is logged. Refusals: `not_found` where nothing was handed over.
 */
export const printHandOvers = query({
  name: 'dossier.print_hand_overs',
  input: z.object({ day: Day, from: Place, to: Place }),
  allow: staffOnly,
  run: async ({ db, actor }, { day, from, to }) => {
    const { gte, lt } = dayOf(day)
    const passage = (await passagesIn({ db, actor }, { gte, lt })).find((one) => unitKey(one.from) === from && unitKey(one.to) === to)
    const { communeId } = actor
    const dossiers = await db.dossier.findMany({
      where: { communeId, id: { in: passage?.dossierIds ?? [] } },
      orderBy: { id: 'asc' },
      select: HANDED,
    })
    const given = dossiers
      .flatMap(givenOf)
      .filter(({ handOver: { at, ...handOver } }) => at >= gte && at < lt && unitKey(handOver.from) === from && unitKey(handOver.to) === to)
      .toSorted((a, b) => a.handOver.at.getTime() - b.handOver.at.getTime())
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
    letterhead: aboveOf(commune),
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

/** What stands above the office's own sheets. */
const aboveOf = (commune: Prisma.CommuneGetPayload<typeof OFFICE>) => ({ ...letterheadOf(commune), commune: commune.name })
