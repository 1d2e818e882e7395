import { WAY } from './way'
import type { Tx } from '@/lib/platform/db'
import { columnOfLocalDate, type LocalDate, localDateOfColumn } from '@/lib/platform/local-date'
import type { Prisma } from '@/prisma/generated/client'
import { FormDefinition } from './e-form'
import { eachOn } from './rules'
import { LegalBasis } from './schema'

/** The rows that are not over on `on`: they hold, or are still to come. */
export const notOverOn = (on: LocalDate) =>
  ({ OR: [{ validTo: null }, { validTo: { gte: columnOfLocalDate(on) } }] }) satisfies Prisma.ProcedureVersionWhereInput

/** The rows that hold on `on`; overlaps are decided by `eachOn`. */
export const inForceOn = (on: LocalDate) =>
  ({ validFrom: { lte: columnOfLocalDate(on) }, ...notOverOn(on) }) satisfies Prisma.ProcedureVersionWhereInput

/** A row of a version or of a fee rule with its dates as days. */
export const withDays = <R extends { validFrom: Date; validTo: Date | null }>(row: R) => ({
  ...row,
  validFrom: localDateOfColumn(row.validFrom),
  validTo: row.validTo && localDateOfColumn(row.validTo),
})

const LISTED = {
  procedureCode: true,
  validFrom: true,
  validTo: true,
  name: true,
  shortName: true,
  searchText: true,
  limitValue: true,
  limitUnit: true,
  onlineLevel: true,
  feeShort: true,
  feeSentence: true,
  procedure: { select: { popular: true, field: { select: { code: true, name: true, position: true } } } },
} satisfies Prisma.ProcedureVersionSelect

/** What a list says of a procedure. */
export type ListedProcedure = Awaited<ReturnType<typeof listInForce>>[number]

/** The procedures in force on `on`, in no order: a commune has some hundreds, and the finder ranks them all. */
export async function listInForce(db: Tx, { on, where = {} }: { on: LocalDate; where?: Prisma.ProcedureWhereInput }) {
  const rows = await db.procedureVersion.findMany({ where: { ...inForceOn(on), procedure: where }, select: LISTED })
  const versions = rows.map(({ procedureCode: code, ...row }) => withDays({ ...row, code }))
  return eachOn(versions, on).map((row) => {
    const { code, name, shortName, searchText, onlineLevel, feeShort, feeSentence, procedure } = row
    const { position: fieldPosition, ...field } = procedure.field
    const limit = { value: row.limitValue, unit: row.limitUnit }
    const { popular } = procedure
    return { code, name, shortName, searchText, onlineLevel, feeShort, feeSentence, limit, field, fieldPosition, popular }
  })
}

/** What is read of a version, for `asProcedure`. */
export const VERSION = {
  id: true,
  procedureCode: true,
  validFrom: true,
  validTo: true,
  name: true,
  shortName: true,
  lead: true,
  limitValue: true,
  limitUnit: true,
  limitNote: true,
  onlineLevel: true,
  result: true,
  interAgency: true,
  legalBasis: true,
  steps: WAY,
  departmentCode: true,
  bring: true,
  feeSentence: true,
  feeShort: true,
  verified: true,
  procedure: { select: { field: { select: { code: true, name: true, mark: true } } } },
  components: {
    orderBy: { position: 'asc' },
    select: {
      position: true,
      key: true,
      name: true,
      note: true,
      question: true,
      requirement: true,
      originals: true,
      copies: true,
      formName: true,
    },
  },
  fees: {
    orderBy: [{ code: 'asc' }, { validFrom: 'asc' }],
    select: { code: true, name: true, kind: true, amount: true, per: true, channel: true, condition: true, validFrom: true, validTo: true },
  },
} satisfies Prisma.ProcedureVersionSelect

type VersionRow = Prisma.ProcedureVersionGetPayload<{ select: typeof VERSION }>

/** One version of a procedure, whole: what people read about it, its components and its fee rules. */
export type Procedure = ReturnType<typeof asProcedure>

/** A version as it is read everywhere. */
export function asProcedure({ id, procedureCode, limitValue, limitUnit, legalBasis, procedure, fees, ...row }: VersionRow) {
  return {
    ...withDays(row),
    versionId: id,
    code: procedureCode,
    field: procedure.field,
    limit: { value: limitValue, unit: limitUnit },
    legalBasis: LegalBasis.parse(legalBasis),
    fees: fees.map(withDays),
  }
}

/** The version of a procedure in force on `on`; null when there is none (unknown, not yet, no longer). */
export async function loadProcedure(db: Tx, { code, on }: { code: string; on: LocalDate }): Promise<Procedure | null> {
  const rows = await db.procedureVersion.findMany({
    where: { procedureCode: code, ...inForceOn(on) },
    orderBy: { validFrom: 'desc' },
    take: 1,
    select: VERSION,
  })
  const [row] = rows
  return row ? asProcedure(row) : null
}

/** The versions of a field's procedures in force on `on`, by name. */
export async function loadField(db: Tx, { field, on }: { field: string; on: LocalDate }): Promise<Procedure[]> {
  const rows = await db.procedureVersion.findMany({ where: { ...inForceOn(on), procedure: { fieldCode: field } }, select: VERSION })
  return eachOn(rows.map(asProcedure), on).toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))
}

/** A version by its id: what a draft or a dossier keeps, also when it is no longer in force. */
export async function loadVersion(db: Tx, versionId: string): Promise<Procedure> {
  return asProcedure(await db.procedureVersion.findUniqueOrThrow({ where: { id: versionId }, select: VERSION }))
}

/** The fields as this process has read them; none: not yet. */
let fieldsRead: readonly { code: string; name: string }[] = []

/** All fields in their order. No page changes them: they come with an installation or an update, which begins every process anew. */
export async function loadFields(db: Tx): Promise<readonly { code: string; name: string }[]> {
  if (fieldsRead.length === 0) fieldsRead = await db.field.findMany({ orderBy: { position: 'asc' }, select: { code: true, name: true } })
  return fieldsRead
}

/** What is read of an e-form, for `asForm`. */
export const FORM = { id: true, number: true, definition: true } satisfies Prisma.FormVersionSelect

/** An e-form as data, with the number under which answers to it are kept. */
export type Form = { id: string; number: number; definition: FormDefinition }

/** The e-form on which a procedure is filed on `on`: the newest that is in force. */
export async function loadForm(db: Tx, { code, on }: { code: string; on: LocalDate }): Promise<Form> {
  const where = { procedureCode: code, validFrom: { lte: columnOfLocalDate(on) } }
  const row = await db.formVersion.findFirstOrThrow({ where, orderBy: { number: 'desc' }, select: FORM })
  return asForm(row)
}

/** An e-form with its definition checked: it comes from a column of JSON. */
export const asForm = ({ definition, ...row }: Prisma.FormVersionGetPayload<{ select: typeof FORM }>): Form => ({
  ...row,
  definition: FormDefinition.parse(definition),
})
