// Plants the payloads into every column that holds what a person typed, past every check of the doors, and takes them out again.
import type { PrismaClient } from '@/prisma/generated/client'
import { allFrom, PAYLOADS, someOf } from './payloads'

type Planted = {
  /** Columns of text. */
  columns: readonly string[]
  key: readonly string[]
  /** Rows in which each column gets all payloads; the others get a few each, in turn. */
  whole?: string
}

const OF_DOSSIER = ['communeId', 'dossierId']
const SAMPLE = '"dossierId" = $3::uuid'

const TABLES: Record<string, Planted> = {
  commune: {
    columns: ['name', 'parentAgency', 'centreName', 'placeName', 'address', 'phone', 'email', 'supplementSource'],
    key: ['id'],
    whole: 'id = 1 AND $3::uuid IS NOT NULL',
  },
  department: { columns: ['name'], key: ['communeId', 'code'] },
  staff: { columns: ['fullName', 'position'], key: ['communeId', 'id'] },
  calendar_day: { columns: ['name', 'legalRef'], key: ['date'] },
  supplement_reason: { columns: ['text'], key: ['communeId', 'code', 'validFrom'] },
  login_session: { columns: ['userAgent'], key: ['id'] },
  citizen: { columns: ['fullName', 'phone', 'email', 'addressDetail'], key: ['id'] },
  dossier_applicant: { columns: ['fullName', 'phone', 'email', 'address', 'returnAddress'], key: OF_DOSSIER, whole: SAMPLE },
  dossier_answer: { columns: ['request'], key: OF_DOSSIER, whole: SAMPLE },
  dossier_component: { columns: ['note'], key: [...OF_DOSSIER, 'position'], whole: SAMPLE },
  document: { columns: ['fileName'], key: ['communeId', 'id'], whole: SAMPLE },
  event_note: { columns: ['text'], key: [...OF_DOSSIER, 'seq'] },
  supplement_item: { columns: ['reason', 'answer'], key: [...OF_DOSSIER, 'number', 'position'] },
  hand_over: { columns: ['receiverName', 'trackingNumber', 'note'], key: OF_DOSSIER },
  payment: { columns: ['refundReference'], key: ['communeId', 'id'] },
}

/** Answers to the forms and what is typed but not sent: each text below these keys. */
const BOXES: Record<string, { column: string; key: readonly string[] }> = {
  dossier_answer: { column: 'values', key: OF_DOSSIER },
  dossier_applicant: { column: 'principal', key: OF_DOSSIER },
  draft: { column: 'data', key: ['communeId', 'id'] },
  intake: { column: 'data', key: ['communeId', 'id'] },
}
/** Choices of which the code knows every value. */
const CHOSEN = new Set(['filedBy', 'returnMethod', 'birthDate', 'provinceCode', 'wardCode', 'originals', 'certified', 'copies'])

/** A telephone is found by an index, which takes no row of twenty kilobytes: a few payloads at a time. */
const INDEXED = new Set(['phone'])

const quoted = (name: string) => `"${name}"`
const same = (key: readonly string[], a: string, b: string) => key.map((name) => `${a}."${name}" = ${b}."${name}"`).join(' AND ')

/** Two of the payloads in turn are few enough for a list of fifty rows. */
const FEW = Array.from({ length: Math.ceil(PAYLOADS.length / 2) }, (_, turn) => someOf(turn, 2))
const ALL = Array.from({ length: 40 }, (_, turn) => allFrom(turn * 7))

/** A box that is not sent yet takes 10,000 characters: the payloads come in two halves. */
type Half = 0 | 1
const halfOf = (half: Half): string => someOf(half, Math.ceil(PAYLOADS.length / 2))

function plantedIn(value: unknown, text: string, name = ''): unknown {
  if (typeof value === 'string') return CHOSEN.has(name) ? value : text
  if (Array.isArray(value)) return value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plantedIn(one, text, key)]))
}

export type Planting = { plantOtherHalf: () => Promise<void>; takeBack: () => Promise<void> }

/**
 * Plants everything. `dossierCode`: the one whose every text becomes all of the payloads. Answers what plants the second half of them into the
 * boxes of forms, and what takes all of it out again.
 */
export async function plantPayloads(db: PrismaClient, dossierCode: string): Promise<Planting> {
  const { id } = await db.dossier.findFirstOrThrow({ where: { communeId: 1, code: dossierCode }, select: { id: true } })
  await db.$executeRawUnsafe('DROP SCHEMA IF EXISTS kept_aside CASCADE')
  await db.$executeRawUnsafe('CREATE SCHEMA kept_aside')
  for (const table of new Set([...Object.keys(TABLES), ...Object.keys(BOXES)]))
    await db.$executeRawUnsafe(`CREATE TABLE kept_aside.${table} AS SELECT * FROM public.${table}`)
  for (const [table, { columns, whole = '$3::uuid IS NULL' }] of Object.entries(TABLES)) {
    const set = columns.map((name, index) => {
      const of = (values: string) => `(${values}::text[])[1 + ((s.n * ${columns.length} + ${index}) % cardinality(${values}::text[]))]`
      return `"${name}" = CASE WHEN ${whole} THEN ${of(INDEXED.has(name) ? '$2' : '$1')} WHEN "${name}" IS NULL THEN NULL ELSE ${of('$2')} END`
    })
    await db.$executeRawUnsafe(
      `UPDATE public.${table} t SET ${set.join(', ')} FROM (SELECT ctid, row_number() OVER () AS n FROM public.${table}) s WHERE t.ctid = s.ctid`,
      ...[ALL, FEW, id],
    )
  }
  const plantForms = async (half: Half) => {
    for (const [table, { column, key }] of Object.entries(BOXES)) await plantBoxes(db, { table, column, key, dossierId: id, half })
  }
  await plantForms(0)
  const takeBack = async () => {
    for (const [table, { columns, key }] of Object.entries(TABLES)) await restore(db, { table, columns, key })
    for (const [table, { column, key }] of Object.entries(BOXES)) await restore(db, { table, columns: [column], key })
    await db.$executeRawUnsafe('DROP SCHEMA kept_aside CASCADE')
  }
  return { plantOtherHalf: () => plantForms(1), takeBack }
}

type Boxes = { table: string; column: string; key: readonly string[]; dossierId: string; half: Half }

async function plantBoxes(db: PrismaClient, { table, column, key, dossierId, half }: Boxes): Promise<void> {
  const where = key.includes('dossierId') ? `"dossierId" = '${dossierId}'::uuid` : 'true'
  const rows = await db.$queryRawUnsafe<{ ctid: string; data: unknown }[]>(
    `SELECT ctid::text, "${column}" AS data FROM public.${table} WHERE ${where} AND "${column}" IS NOT NULL`,
  )
  for (const { ctid, data } of rows) {
    const planted = JSON.stringify(plantedIn(data, halfOf(half)))
    await db.$executeRawUnsafe(`UPDATE public.${table} SET "${column}" = $1::jsonb WHERE ctid = $2::tid`, planted, ctid)
  }
}

async function restore(
  db: PrismaClient,
  { table, columns, key }: { table: string; columns: readonly string[]; key: readonly string[] },
): Promise<void> {
  const set = columns.map((name) => `${quoted(name)} = k.${quoted(name)}`).join(', ')
  await db.$executeRawUnsafe(`UPDATE public.${table} t SET ${set} FROM kept_aside.${table} k WHERE ${same(key, 't', 'k')}`)
}
