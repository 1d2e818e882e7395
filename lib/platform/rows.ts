import { Prisma } from '@/prisma/generated/client'

/** The rows that `insertRows` can write, by table. */
export type RowsOf = {
  dossier: Prisma.DossierCreateManyInput
  dossier_applicant: Prisma.DossierApplicantCreateManyInput
  dossier_answer: Prisma.DossierAnswerCreateManyInput
  dossier_component: Prisma.DossierComponentCreateManyInput
  document: Prisma.DocumentCreateManyInput
  extension: Prisma.ExtensionCreateManyInput
  fee_line: Prisma.FeeLineCreateManyInput
  hand_over: Prisma.HandOverCreateManyInput
  notification: Prisma.NotificationCreateManyInput
  payment: Prisma.PaymentCreateManyInput
  register_fault: Prisma.RegisterFaultCreateManyInput
  paper: Prisma.PaperCreateManyInput
  supplement_request: Prisma.SupplementRequestCreateManyInput
  supplement_item: Prisma.SupplementItemCreateManyInput
  warning: Prisma.WarningCreateManyInput
}
export type Table = keyof RowsOf

/**
 * One INSERT of rows of one table, to be joined with others into one statement, where foreign keys between them are checked at the end of
 * it. A column that no row names keeps its default.
 */
export function insertRows<T extends Table>(table: T, rows: readonly RowsOf[T][]): Prisma.Sql {
  const columns = new Set(rows.flatMap((row) => Object.entries(row).flatMap(([column, value]) => (value === undefined ? [] : [column]))))
  // Names of tables and columns are the schema's own, never somebody's input.
  const list = Prisma.raw([...columns].map((column) => `"${column}"`).join(', '))
  const named = Prisma.raw(`"${table}"`)
  return Prisma.sql`INSERT INTO ${named} (${list}) SELECT ${list} FROM jsonb_populate_recordset(NULL::${named}, ${JSON.stringify(rows)}::jsonb)`
}

/** The same, without the rows whose key is there already: they stay as they are. */
export const insertNewRows = <T extends Table>(table: T, rows: readonly RowsOf[T][]): Prisma.Sql =>
  Prisma.sql`${insertRows(table, rows)} ON CONFLICT DO NOTHING`

/** One UPDATE of the rows of a table that `where` keeps: the columns that `set` names; what is undefined stays as it is. */
export function updateRow<T extends Table>(table: T, set: Partial<RowsOf[T]>, where: Prisma.Sql): Prisma.Sql {
  const columns = Object.entries(set).flatMap(([column, value]) => (value === undefined ? [] : [column]))
  const list = Prisma.raw(columns.map((column) => `"${column}"`).join(', '))
  const named = Prisma.raw(`"${table}"`)
  return Prisma.sql`
    UPDATE ${named} SET (${list}) = (SELECT ${list} FROM jsonb_populate_record(NULL::${named}, ${JSON.stringify(set)}::jsonb)) WHERE ${where}`
}

/** Several writes as one statement: `WITH w0 AS (…), w1 AS (…) SELECT 1`. They all see the database as it was before. */
export const together = (writes: readonly Prisma.Sql[]): Prisma.Sql => Prisma.sql`WITH ${Prisma.join(named(writes))} SELECT 1`

/** Writes as named parts of a WITH list. */
export const named = (writes: readonly Prisma.Sql[]): Prisma.Sql[] =>
  writes.map((write, index) => Prisma.sql`${Prisma.raw(`w${index}`)} AS (${write})`)
