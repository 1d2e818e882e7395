// Plants the payloads into what the database keeps of people's words, and takes them out again. A text that is only ever shown gets all of them at
// once, past the limit that its form has, which no page judges again; what is read with its schema again gets as many as that takes.
import { IntakeData } from '@/lib/counter/schema'
import { displayName } from '@/lib/documents/rules'
import { Principal } from '@/lib/dossiers/draft-rules'
import { DraftData } from '@/lib/dossiers/draft-schema'
import type { PrismaClient } from '@/prisma/generated/client'
import { allFrom, PAYLOADS, someOf } from './payloads'

type Planted = {
  /** Columns of text; one that is empty stays so, unless it is among `filled`. */
  columns: readonly string[]
  filled?: readonly string[]
  key: readonly string[]
  /** Rows whose every text becomes all payloads; those of other rows are a few each, in turn. `$3`: the dossiers, `$4`: the commune. */
  whole?: string
}

const OF_DOSSIER = ['communeId', 'dossierId']
const ITS_ROWS = 't."communeId" = $4 AND t."dossierId" = ANY($3::uuid[])'

const TABLES: Record<string, Planted> = {
  commune: {
    columns: ['name', 'parentAgency', 'centreName', 'placeName', 'address', 'phone', 'email', 'supplementSource'],
    filled: ['supplementSource', 'email'],
    key: ['id'],
    whole: 't.id = $4',
  },
  department: { columns: ['name'], key: ['communeId', 'code'] },
  staff: { columns: ['fullName', 'position'], key: ['communeId', 'id'] },
  calendar_day: { columns: ['name', 'legalRef'], key: ['date'] },
  supplement_reason: { columns: ['text'], key: ['communeId', 'code', 'validFrom'] },
  login_session: { columns: ['userAgent'], key: ['id'] },
  citizen: { columns: ['fullName', 'phone', 'email', 'addressDetail'], key: ['id'] },
  dossier: { columns: ['resultNumber'], filled: ['resultNumber'], key: ['communeId', 'id'], whole: 't.id = ANY($3::uuid[])' },
  dossier_applicant: {
    columns: ['fullName', 'phone', 'email', 'address', 'returnAddress'],
    filled: ['email', 'returnAddress'],
    key: OF_DOSSIER,
    whole: ITS_ROWS,
  },
  dossier_answer: { columns: ['request'], key: OF_DOSSIER, whole: ITS_ROWS },
  dossier_component: { columns: ['note'], filled: ['note'], key: [...OF_DOSSIER, 'position'], whole: ITS_ROWS },
  event_note: { columns: ['text'], key: [...OF_DOSSIER, 'seq'] },
  supplement_item: { columns: ['reason', 'answer'], key: [...OF_DOSSIER, 'number', 'position'], whole: ITS_ROWS },
  agency_leg: { columns: ['request', 'answer'], key: [...OF_DOSSIER, 'number'], whole: ITS_ROWS },
  consultation: { columns: ['question', 'answer'], key: ['communeId', 'id'], whole: ITS_ROWS },
  extension: { columns: ['reason'], key: OF_DOSSIER, whole: ITS_ROWS },
  hand_over: { columns: ['receiverName', 'trackingNumber', 'note'], filled: ['note'], key: OF_DOSSIER, whole: ITS_ROWS },
  fee_line: { columns: ['name'], key: ['communeId', 'id'], whole: ITS_ROWS },
  payment: { columns: ['refundReference'], key: ['communeId', 'id'] },
}

/** Kept as they were too, for they are planted in another way. */
const BESIDES: Record<string, { column: string; key: readonly string[] }> = {
  dossier_applicant: { column: 'principal', key: OF_DOSSIER },
  dossier_answer: { column: 'values', key: OF_DOSSIER },
  document: { column: 'fileName', key: ['communeId', 'id'] },
  draft: { column: 'data', key: ['communeId', 'id'] },
  intake: { column: 'data', key: ['communeId', 'id'] },
}

/** A telephone and the number of a result are found by an index, which takes no row of twenty kilobytes. */
const INDEXED = new Set(['phone', 'resultNumber'])

const FEW = Array.from({ length: Math.ceil(PAYLOADS.length / 2) }, (_, turn) => someOf(turn, 2))
const ALL = Array.from({ length: 40 }, (_, turn) => allFrom(turn * 7))
/** Those that a name takes. */
const SHORT = PAYLOADS.filter((payload) => payload.length <= 100 && payload.trim().length > 1)
/** Thirds of them, since a box of a form that was not sent yet keeps 10,000 characters. */
const THIRDS = [0, 1, 2].map((turn) => someOf(turn, Math.ceil(PAYLOADS.length / 3)))

/** What is begun and not sent, filled once with what could be sent as it is, and then with everything. */
export const FILLINGS = ['sendable', 0, 1, 2] as const
export type Filling = (typeof FILLINGS)[number]

/** Choices and counts of which the code knows every value. */
const CHOSEN = /^(filedBy|returnMethod|birthDate|provinceCode|wardCode|personalNumber|originals|certified|copies|fees)$/

/** What is judged before a slip is written. */
const JUDGED = /^(phone|email|copy_count|for_whom)$/

/** Every text below gets some of the payloads, each other ones. */
function plantedIn(value: unknown, filling: Filling, turn = { now: 0 }, name = ''): unknown {
  if (CHOSEN.test(name) || (filling === 'sendable' && JUDGED.test(name))) return value
  const now = turn.now++
  if (typeof value === 'string') return filling === 'sendable' ? SHORT[(now * 29) % SHORT.length] : THIRDS[(now + filling) % THIRDS.length]
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plantedIn(one, filling, turn, key)]))
}

export type Planting = {
  /** Plants into what is begun and not sent. */
  fill: (filling: Filling) => Promise<void>
  takeBack: () => Promise<void>
}

type Where = { communeId: number; codes: readonly string[]; draftId: string; intakeId: string }

/** Plants everything. `codes`: the dossiers whose every text becomes all of the payloads. Answers what takes all of it out again. */
export async function plantPayloads(db: PrismaClient, { communeId, codes, draftId, intakeId }: Where): Promise<Planting> {
  const ids = (await db.dossier.findMany({ where: { communeId, code: { in: [...codes] } }, select: { id: true } })).map(({ id }) => id)
  await db.$executeRawUnsafe('DROP SCHEMA IF EXISTS kept_aside CASCADE')
  await db.$executeRawUnsafe('CREATE SCHEMA kept_aside')
  for (const table of new Set([...Object.keys(TABLES), ...Object.keys(BESIDES)]))
    await db.$executeRawUnsafe(`CREATE TABLE kept_aside.${table} AS SELECT * FROM public.${table}`)
  // A word at each step, where the demonstration has none.
  await db.$executeRaw`
    INSERT INTO event_note ("communeId", "dossierId", seq, text)
    SELECT "communeId", "dossierId", seq, 'x' FROM dossier_event WHERE "communeId" = ${communeId} AND "dossierId" = ANY(${ids}::uuid[])
    ON CONFLICT DO NOTHING`
  for (const [table, planted] of Object.entries(TABLES)) await db.$executeRawUnsafe(updateOf(table, planted), ALL, FEW, ids, communeId)
  await plantRead(db, { communeId, ids })
  return {
    fill: (filling) => plantForms(db, { communeId, draftId, intakeId, filling }),
    takeBack: async () => {
      for (const [table, { columns, key }] of Object.entries(TABLES)) await restore(db, { table, columns, key })
      for (const [table, { column, key }] of Object.entries(BESIDES)) await restore(db, { table, columns: [column], key })
      await db.$executeRaw`
        DELETE FROM event_note n WHERE NOT EXISTS (SELECT 1 FROM kept_aside.event_note k
          WHERE k."communeId" = n."communeId" AND k."dossierId" = n."dossierId" AND k.seq = n.seq)
          AND n."dossierId" = ANY(${ids}::uuid[]) AND n."communeId" = ${communeId}`
      await db.$executeRawUnsafe('DROP SCHEMA kept_aside CASCADE')
    },
  }
}

function updateOf(table: string, { columns, filled = [], whole = 'false' }: Planted): string {
  const set = columns.map((name, index) => {
    const of = (values: string) => `(${values}::text[])[1 + ((s.n * ${columns.length} + ${index}) % cardinality(${values}::text[]))]`
    const all = of(INDEXED.has(name) ? '$2' : '$1')
    return filled.includes(name)
      ? `"${name}" = CASE WHEN ${whole} THEN ${all} WHEN t."${name}" IS NULL THEN NULL ELSE ${of('$2')} END`
      : `"${name}" = CASE WHEN t."${name}" IS NULL THEN NULL WHEN ${whole} THEN ${all} ELSE ${of('$2')} END`
  })
  return `UPDATE public.${table} t SET ${set.join(', ')} FROM (SELECT ctid, row_number() OVER () AS n FROM public.${table}) s
    WHERE t.ctid = s.ctid AND ($1::text[], $2::text[], $3::uuid[], $4::int) IS NOT NULL`
}

/** What is read with a schema again: the names of files, the answers to a form, the side that has authorised somebody. */
async function plantRead(db: PrismaClient, { communeId, ids }: { communeId: number; ids: readonly string[] }): Promise<void> {
  const names = PAYLOADS.map(displayName)
  await db.$executeRaw`
    UPDATE document t SET "fileName" = (${names}::text[])[1 + s.n % ${names.length}]
    FROM (SELECT ctid, row_number() OVER () AS n FROM document) s WHERE t.ctid = s.ctid`
  const whose = { communeId, dossierId: { in: [...ids] } }
  for (const [index, { dossierId, values }] of (await db.dossierAnswer.findMany({ where: whose })).entries()) {
    const planted = Object.entries(Object(values)).map(([key, value], at) => [key, typeof value === 'string' ? allFrom(index + at) : value])
    await db.dossierAnswer.update({
      where: { communeId_dossierId: { communeId, dossierId } },
      data: { values: Object.fromEntries(planted) },
      select: { dossierId: true },
    })
    const word = (at: number) => SHORT[(index * 3 + at) % SHORT.length]
    const side = { fullName: word(0), address: word(1), document: word(2), phone: '0900000123', email: '', personalNumber: '086000000000' }
    await db.dossierApplicant.update({
      where: { communeId_dossierId: { communeId, dossierId } },
      data: { principal: Principal.parse(side) },
      select: { dossierId: true },
    })
  }
}

/** Everything that may stand in the boxes of a draft and of an intake, as the commands would keep it. */
async function plantForms(
  db: PrismaClient,
  { communeId, draftId, intakeId, filling }: { communeId: number; draftId: string; intakeId: string; filling: Filling },
): Promise<void> {
  const [draft, intake] = [{ communeId_id: { communeId, id: draftId } }, { communeId_id: { communeId, id: intakeId } }]
  const { data: kept } = await db.draft.findUniqueOrThrow({ where: draft })
  const begun = IntakeData.parse((await db.intake.findUniqueOrThrow({ where: intake })).data)
  const side = { fullName: 'x', address: 'x', phone: '0900000123', email: '', document: 'x', personalNumber: '086000000000' }
  const boxes = { refusedFiles: { 1: 'x', 2: 'x' }, principal: side, returnAddress: 'x' }
  const typed = { request: 'x', other_full_name: 'x', ...begun.typed }
  const contact = { phone: '0900000123', email: 'x@vidu.example', addressDetail: 'x' }
  const drafted = { ...DraftData.parse(kept), ...boxes, typed, contact, filedBy: 'other' }
  const taken = { ...begun, ...boxes, typed, sought: 'x', person: { ...begun.person, email: 'x@vidu.example' }, forOther: true }
  await db.draft.update({ where: draft, data: { data: DraftData.parse(plantedIn(drafted, filling)) }, select: { id: true } })
  await db.intake.update({ where: intake, data: { data: IntakeData.parse(plantedIn(taken, filling)) }, select: { id: true } })
}

async function restore(
  db: PrismaClient,
  { table, columns, key }: { table: string; columns: readonly string[]; key: readonly string[] },
): Promise<void> {
  const set = columns.map((name) => `"${name}" = k."${name}"`).join(', ')
  const same = key.map((name) => `t."${name}" = k."${name}"`).join(' AND ')
  await db.$executeRawUnsafe(`UPDATE public.${table} t SET ${set} FROM kept_aside.${table} k WHERE ${same}`)
}
