import type { Tx } from '@/lib/platform/db'
import { localDateOfColumn } from '@/lib/platform/local-date'
import { departmentsOf } from '@/lib/staff/store'
import type { KnownDossier, KnownOffice } from './import-check'

/**
 * Holds the departments of a commune as they are until the transaction ends: a closing, which looks only once whether anything is open there, waits
 * for the lines, or the lines wait for the closing and are then refused. The closing takes its row whole (`closeDepartment`).
 */
export async function holdDepartments(tx: Tx, communeId: number): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM department WHERE "communeId" = ${communeId} ORDER BY code FOR SHARE`
}

/** What the office knows that lines are read against: its procedures and departments. */
export async function loadOffice(db: Tx, communeId: number): Promise<KnownOffice> {
  const [versions, departments] = await Promise.all([
    db.procedureVersion.findMany({
      orderBy: { validFrom: 'asc' },
      select: {
        ...{ id: true, procedureCode: true, name: true, shortName: true, validFrom: true, departmentCode: true },
        procedure: { select: { fieldCode: true } },
      },
    }),
    departmentsOf(db, communeId),
  ])
  return {
    departments: departments.map(({ code, name, isOpen }) => ({ code, name, isClosed: !isOpen })),
    versions: versions.map(({ validFrom, procedure, ...version }) => ({
      ...version,
      field: procedure.fieldCode,
      from: localDateOfColumn(validFrom),
    })),
  }
}

/** The dossiers that stand in these books, or have one of these codes. */
export async function loadDossiers(
  db: Tx,
  communeId: number,
  { books, codes }: { books: readonly { field: string; year: number }[]; codes: readonly string[] },
): Promise<KnownDossier[]> {
  return db.$queryRaw<KnownDossier[]>`
    SELECT d.code, d."fieldCode" AS field, d."registerYear" AS year, d."registerNumber" AS number, d."receivedAt", a."foldedName"
    FROM dossier d LEFT JOIN dossier_applicant a ON a."communeId" = d."communeId" AND a."dossierId" = d.id
    WHERE d."communeId" = ${communeId} AND (
      (d."fieldCode", d."registerYear") IN (SELECT book.field, book.year FROM jsonb_to_recordset(${JSON.stringify(books)}::jsonb) book(field text, year int))
      OR d.code = ANY(${[...codes]}))`
}
