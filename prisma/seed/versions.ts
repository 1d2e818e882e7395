// The versions of procedures that come with the portal, beside those that an office has written itself.
import { addDays, columnOfLocalDate, type LocalDate, localDateOfColumn } from '@/lib/platform/local-date'
import { searchTextOf } from '@/lib/procedures/search'
import type { Prisma } from '@/prisma/generated/client'
import { referenceId } from './reference-id'
import type { ProcedureRow } from './schema'
import { wayOf } from './way'

/** The one agency that procedures of the catalogue name as competent. */
const POLICE = 'CONG_AN'

const day = (date: LocalDate): Date => columnOfLocalDate(date)
const dayOrNull = (date: LocalDate | null): Date | null => (date === null ? null : day(date))

/**
 * Inserts the versions of these procedures; what is there already stays as it is, so it may run again. A version that a later portal brings ends the
 * one before it on the day before. Where the administrator has ever published or withdrawn a version the office keeps the procedure itself, and
 * nothing of ours comes between: no day would otherwise have one version. `fieldName`: the name of a field by its code.
 */
export async function seedVersions(
  db: Prisma.TransactionClient,
  procedures: readonly ProcedureRow[],
  fieldName: (code: string) => string,
): Promise<void> {
  const codes = procedures.map(({ code }) => code)
  const [there, changed] = await Promise.all([
    db.procedureVersion.findMany({
      where: { procedureCode: { in: codes } },
      orderBy: { validFrom: 'asc' },
      select: { id: true, procedureCode: true, validFrom: true, validTo: true },
    }),
    db.procedureChange.findMany({ where: { procedureCode: { in: codes } }, distinct: ['procedureCode'], select: { procedureCode: true } }),
  ])
  const own = new Set(changed.map(({ procedureCode }) => procedureCode))
  const newestOf = new Map(there.map((version) => [version.procedureCode, version]))
  const known = new Set(there.map(({ id }) => id))
  const rows = procedures
    .flatMap((procedure) => versionRows(procedure, fieldName(procedure.field)))
    .filter(({ version: { id, procedureCode, validFrom } }) => {
      const newest = newestOf.get(procedureCode)
      return known.has(id) || newest === undefined || (!own.has(procedureCode) && validFrom > newest.validFrom)
    })
  for (const [procedureCode, newest] of newestOf) {
    const [next] = rows.filter(({ version }) => version.procedureCode === procedureCode && !known.has(version.id))
    if (next) await endBefore(db, newest, next.version.validFrom)
  }
  await db.procedureVersion.createMany({ data: rows.map(({ version }) => version), skipDuplicates: true })
  await db.procedureStep.createMany({ data: rows.flatMap(({ steps }) => steps), skipDuplicates: true })
  await db.procedureComponent.createMany({ data: rows.flatMap(({ components }) => components), skipDuplicates: true })
  await db.feeRule.createMany({ data: rows.flatMap(({ fees }) => fees), skipDuplicates: true })
}

/** A version that holds on beyond the day before `from` ends there. */
async function endBefore(db: Prisma.TransactionClient, { id, validTo }: { id: string; validTo: Date | null }, from: Date): Promise<void> {
  if (validTo !== null && validTo < from) return
  await db.procedureVersion.update({ where: { id }, data: { validTo: day(addDays(localDateOfColumn(from), -1)) }, select: { id: true } })
}

/** The rows of every version of a procedure. */
function versionRows({ code, versions }: ProcedureRow, fieldName: string) {
  return versions.map((version) => {
    const versionId = referenceId('procedure version', code, version.validFrom)
    const { name, shortName, lead, limit, fees, components } = { ...version, limit: version.timeLimit }
    return {
      version: {
        id: versionId,
        procedureCode: code,
        validFrom: day(version.validFrom),
        validTo: dayOrNull(version.validTo),
        name,
        shortName,
        lead,
        searchText: searchTextOf({ name, shortName, lead }, fieldName),
        limitValue: limit.value,
        limitUnit: limit.unit,
        limitNote: version.timeLimitNote,
        onlineLevel: version.onlineLevel,
        result: version.result,
        interAgency: version.interAgency,
        legalBasis: version.legalBasis,
        departmentCode: version.department,
        bring: version.bring,
        feeSentence: version.feeSentence,
        feeShort: version.feeShort,
        verified: version.confidence === 'HIGH',
      },
      steps: wayOf({ limit, result: version.result, isAgency: version.department === POLICE }).map((step) => ({ versionId, ...step })),
      components: components.map((component) => ({ versionId, ...component })),
      fees: fees.map(({ applies: _applies, pages: _pages, cap: _cap, ...fee }) => ({
        ...fee,
        versionId,
        validFrom: day(fee.validFrom),
        validTo: dayOrNull(fee.validTo),
      })),
    }
  })
}
