/** One row of the lists that figures and counts open: everything shown of a dossier there, in one statement. */
import type { Tx } from '@/lib/platform/db'
import { dueStanding, type DueStanding } from '@/lib/deadlines/standing'
import type { WorkCalendar } from '@/lib/deadlines/working-time'
import { standingOf } from '@/lib/dossiers/follow'
import { NAME_DELETED } from '@/lib/dossiers/words'
import { Prisma } from '@/prisma/generated/client'
import type { Channel, PaymentMethod, Stage } from '@/prisma/generated/enums'

export const PAGE = 50

type Row = {
  id: string
  code: string
  stage: Stage
  channel: Channel
  nextDueAt: Date | null
  dueAt: Date | null
  submittedAt: Date
  effectiveReceiptAt: Date | null
  finishedAt: Date | null
  hasComponentFile: boolean
  hasResultFile: boolean
  procedure: string
  applicant: string | null
  holder: string | null
  paidBy: PaymentMethod[]
  isMarked: boolean
  /** Whether a Phiếu xin lỗi has promised a later day. */
  isExtended: boolean
}

export type ListedDossier = Pick<
  Row,
  'code' | 'stage' | 'channel' | 'hasComponentFile' | 'hasResultFile' | 'procedure' | 'paidBy' | 'isMarked' | 'isExtended'
> & {
  applicant: string
  /** The person or department that holds it; null: nobody has to act any more. */
  holder: string | null
  effectiveReceiptAt: Date | null
  /** By when somebody must act, or had to. */
  dueAt: Date
  finishedAt: Date | null
  standing: DueStanding
}

export type ListedPage = { rows: ListedDossier[]; next: string | null }

type Asked = {
  /** Which dossiers `d`, commune and visibility included. */
  where: Prisma.Sql
  /** The column of `d` that orders the list; it is set in every row that `where` keeps. */
  by: { column: Prisma.Sql; of: (row: Row) => Date | null; descending: boolean }
  /** What a row is marked by (`isMarked`); left out: none is. */
  mark?: Prisma.Sql | undefined
  cursor?: { at: Date; id: string } | undefined
  limit: number
  now: Date
  calendar: WorkCalendar
}

/** At most `limit` rows and the cursor of the next page. Paging is by key: the bound lets PostgreSQL begin at the cursor. */
export async function listDossiers(
  db: Tx,
  { where, by, mark = Prisma.sql`FALSE`, cursor, limit, now, calendar }: Asked,
): Promise<ListedPage> {
  const [direction, beyond] = by.descending ? [Prisma.sql`DESC`, Prisma.sql`<`] : [Prisma.sql`ASC`, Prisma.sql`>`]
  const from = cursor
    ? Prisma.sql`AND ${by.column} ${beyond}= ${cursor.at} AND (${by.column} ${beyond} ${cursor.at} OR d.id ${beyond} ${cursor.id}::uuid)`
    : Prisma.empty
  const rows = await db.$queryRaw<Row[]>`
    SELECT d.id, d.code, d.stage::text AS stage, d.channel::text AS channel, d."nextDueAt", d."dueAt",
      d."submittedAt", d."effectiveReceiptAt", d."finishedAt", d."hasComponentFile", d."hasResultFile", version."shortName" AS procedure,
      applicant."fullName" AS applicant, coalesce(staff."fullName", department.name) AS holder,
      ARRAY(
        SELECT DISTINCT p.method::text FROM payment p
        WHERE p."communeId" = d."communeId" AND p."dossierId" = d.id AND p.status = 'PAID' ORDER BY 1) AS "paidBy",
      ${mark} AS "isMarked", d."extendedAt" IS NOT NULL AS "isExtended"
    FROM dossier d
    JOIN procedure_version version ON version.id = d."versionId"
    LEFT JOIN dossier_applicant applicant ON applicant."communeId" = d."communeId" AND applicant."dossierId" = d.id
    LEFT JOIN staff ON staff."communeId" = d."communeId" AND staff.id = d."holderStaffId"
    LEFT JOIN department ON department."communeId" = d."communeId" AND department.code = d."holderDepartment"
    WHERE ${where} ${from}
    ORDER BY ${by.column} ${direction}, d.id ${direction}
    LIMIT ${limit + 1}`
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  const at = last && by.of(last)
  return { rows: shown.map((row) => listed(row, now, calendar)), next: last && at ? `${at.toISOString()}_${last.id}` : null }
}

function listed(row: Row, now: Date, calendar: WorkCalendar): ListedDossier {
  const { id: _id, nextDueAt: _nextDueAt, submittedAt: _submittedAt, ...rest } = row
  const dueAt = (row.finishedAt ? row.dueAt : (row.nextDueAt ?? row.dueAt)) ?? row.submittedAt
  return {
    ...rest,
    applicant: row.applicant ?? NAME_DELETED,
    dueAt,
    standing: standingOf(row, calendar, now) ?? dueStanding(now, dueAt, calendar),
  }
}
