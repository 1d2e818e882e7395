import type { Writing } from '@/lib/access/gate'
import { actorId } from '@/lib/access/record'
import type { WorkCalendar } from '@/lib/deadlines/working-time'
import type { ControlPrinted } from '@/lib/papers/control-words'
import { letterheadOf } from '@/lib/papers/rules'
import type { Tx } from '@/lib/platform/db'
import { toIsoLocal } from '@/lib/platform/local-date'
import { PlainFacts } from '@/lib/platform/plain-facts'
import { officerIds, type OfficerNames, officerNames } from '@/lib/staff/store'
import type { Prisma } from '@/prisma/generated/client'
import { lookUpOf } from './addresses'
import { takePaperNumber } from './books/store'
import { clockOf, type HandOver, handOversOf, judged, type Told, unitName } from './hand-overs'
import { issuePaper } from './issue-paper'
import { asChanges, type LifeCycle } from './life-cycle'
import { eventWords } from './step-words'
import type { LockedDossier } from './store'
import { PLACE_WORDS } from './words'

/** The events of a dossier in their order, as hand-overs are read from them. */
export const EVENTS = {
  orderBy: { seq: 'asc' },
  select: { seq: true, at: true, step: true, actorKind: true, actorId: true, changes: true },
} satisfies Prisma.Dossier$eventsArgs

type StoredEvent = Omit<Told, 'changes'> & { changes: Prisma.JsonValue }

export const toldOf = (events: readonly StoredEvent[]): Told[] =>
  events.map(({ changes, ...event }) => ({ ...event, changes: PlainFacts.parse(changes) }))

/** What stands above a sheet, and the names of the places that a dossier can lie at. */
export const OFFICE = {
  select: {
    name: true,
    parentAgency: true,
    centreName: true,
    placeName: true,
    phone: true,
    host: true,
    departments: { select: { code: true, name: true, kind: true } },
  },
} satisfies Prisma.CommuneDefaultArgs

const SOURCE = {
  communeId: true,
  receivingCommuneId: true,
  code: true,
  channel: true,
  receivedAt: true,
  firstDueAt: true,
  dueAt: true,
  appointmentAt: true,
  department: { select: { name: true } },
  commune: OFFICE,
  agencyLegs: { orderBy: { number: 'asc' }, select: { agencyCode: true } },
  events: EVENTS,
  handOver: { select: { receiverName: true } },
} satisfies Prisma.DossierSelect

type Source = Prisma.DossierGetPayload<{ select: typeof SOURCE }>

/** The offices that act on a dossier: the one that decides and, where another commune's counter received it, that one. */
export type Offices = { communeId: number; receivingCommuneId?: number | null }

/** The names of those officers, in one question; of the other commune with that commune's name. */
export async function namesOf(db: Tx, { communeId, receivingCommuneId }: Offices, ids: readonly (string | null)[]): Promise<OfficerNames> {
  if (!receivingCommuneId) return officerNames(db, [communeId], ids)
  const staff = await db.staff.findMany({
    where: { communeId: { in: [communeId, receivingCommuneId] }, id: { in: officerIds(ids) } },
    select: OFFICER,
  })
  return (id) => {
    const officer = staff.find((one) => one.id === id)
    return officer ? (officer.communeId === communeId ? officer.fullName : `${officer.fullName}, ${officer.commune.name}`) : null
  }
}

const OFFICER = { communeId: true, id: true, fullName: true, commune: { select: { name: true } } } satisfies Prisma.StaffSelect

/**
 * The facts of Phiếu kiểm soát (TT 03/2025/TT-VPCP, Mẫu 06) of a received dossier as it stands, without a number; null before its receipt. `closing`:
 * the event that this transaction adds and has not written yet, and who took the result.
 */
export async function controlFacts(
  db: Tx,
  key: { communeId: number; id: string },
  { calendar, now, closing }: { calendar: WorkCalendar; now: Date; closing?: { event: Told; receiverName: string | null } },
): Promise<ControlPrinted | null> {
  const source = await db.dossier.findUniqueOrThrow({ where: { communeId_id: key }, select: SOURCE })
  const { receivedAt, firstDueAt, dueAt, appointmentAt, commune, code } = source
  if (!receivedAt || !dueAt) return null
  const events = [...toldOf(source.events), ...(closing ? [closing.event] : [])]
  const handOvers = handOversOf(events)
  const names = await namesOf(
    db,
    source,
    handOvers.flatMap(({ giver, receiver }) => [giver, receiver?.id ?? null]),
  )
  const receiverName = closing?.receiverName ?? source.handOver?.receiverName ?? null
  return {
    letterhead: letterheadOf(commune),
    number: null,
    issuedAt: toIsoLocal(now),
    dossierCode: code,
    centre: commune.name,
    agency: source.department.name,
    helpers: helpersOf(source),
    receivedAt: toIsoLocal(receivedAt),
    firstDueAt: toIsoLocal(firstDueAt ?? dueAt),
    dueAt: toIsoLocal(dueAt),
    appointmentAt: toIsoLocal(appointmentAt ?? dueAt),
    rows: handOvers.map((handOver) => rowOf(handOver, { source, calendar, names, receiverName })),
    ended: endOf(events, source),
    lookup: { ...lookUpOf(commune, code), phone: commune.phone },
  }
}

/** The other agencies that were asked, each once. */
const helpersOf = ({ agencyLegs, commune }: Source): string[] =>
  [...new Set(agencyLegs.map(({ agencyCode }) => agencyCode))].map((code) => unitName({ as: 'department', code }, commune.departments))

type Known = { source: Source; calendar: WorkCalendar; names: OfficerNames; receiverName: string | null }

function rowOf(handOver: HandOver, { source, calendar, names, receiverName }: Known): ControlPrinted['rows'][number] {
  const { from, to, at, step, giver, receiver, dueAt } = handOver
  const { departments } = source.commune
  const { clock, newDueAt } = clockOf(handOver)
  const isResult = step === 'hand_over'
  return {
    from: { place: unitName(from, departments), officer: names(giver) },
    to: {
      place: isResult ? PLACE_WORDS.receiver : unitName(to, departments),
      officer: isResult ? receiverName : names(receiver?.id ?? null),
      at: receiver?.at ? toIsoLocal(receiver.at) : null,
      // The applicant is a person; of an office nobody has it yet.
      ...(receiver === null && to.as !== 'applicant' ? { isOpen: true } : {}),
    },
    at: toIsoLocal(at),
    act: eventWords(step, source.channel),
    dueAt: dueAt && toIsoLocal(dueAt),
    ...judged(handOver, calendar),
    clock,
    newDueAt: newDueAt && toIsoLocal(newDueAt),
  }
}

/** With what a dossier was closed, and when. */
function endOf(events: readonly Told[], { channel }: Source): { act: string; at: string } | null {
  const last = events.findLast(({ changes }) => typeof changes.closedAt === 'string')
  return last ? { act: eventWords(last.step, channel), at: toIsoLocal(last.at) } : null
}

type Closing = {
  step: string
  /** The event's place, and the columns it sets. */
  seq: number
  set: Partial<LifeCycle>
  calendar: WorkCalendar
  receiverName?: string | null
}

/**
 * Issues Phiếu kiểm soát with its number, in the step that closes a received dossier: only then is it whole. After the step was saved. One closed
 * before its receipt was never handed to anybody, and has none.
 */
export async function issueControl(
  writing: Writing,
  { communeId, id }: Pick<LockedDossier, 'communeId' | 'id'>,
  { step, seq, set, calendar, receiverName = null }: Closing,
): Promise<void> {
  const { db, now, actor } = writing
  const event = { seq, at: now, step, actorKind: actor.kind, actorId: actorId(actor), changes: asChanges(set) }
  const facts = await controlFacts(db, { communeId, id }, { calendar, now, closing: { event, receiverName } })
  if (facts === null) return
  const taken = await takePaperNumber(writing, { communeId, kind: 'CONTROL' })
  await issuePaper(writing, { communeId, id }, { ...taken, facts: { ...facts, number: taken.number } })
}
