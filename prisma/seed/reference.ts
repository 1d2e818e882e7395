// Reference data: places, calendar, procedures, and the communes with their hours and departments. What people do stands elsewhere.
import { genericForm } from '@/lib/procedures/e-form'
import { columnOfLocalDate, type LocalDate } from '@/lib/platform/local-date'
import { fold } from '@/lib/text/fold'
import type { Prisma } from '@/prisma/generated/client'
import {
  loadCalendarDays,
  loadCommune,
  loadFields,
  loadPopular,
  loadProcedures,
  loadProvinces,
  loadSecondCommune,
  loadReasons,
  loadWardChanges,
  loadWards,
  SECOND_HOST,
} from './data'
import { referenceId } from './reference-id'
import type { CommuneRow, ProcedureRow } from './schema'
import { seedVersions } from './versions'

/** Rows of one statement: PostgreSQL takes 65,535 parameters, Prisma half of them. */
const CHUNK = 2_000

const day = (date: LocalDate): Date => columnOfLocalDate(date)

async function inChunks<T>(rows: readonly T[], insert: (chunk: T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += CHUNK) await insert(rows.slice(from, from + CHUNK))
}

/** What every installation needs: places, calendar, procedures. Rows that are there already stay as they are. */
export async function seedCommon(db: Prisma.TransactionClient): Promise<void> {
  await seedPlaces(db)
  await inChunks(
    loadCalendarDays().map(({ date, ...rest }) => ({ ...rest, date: day(date) })),
    (data) => db.calendarDay.createMany({ data, skipDuplicates: true }),
  )
  await seedProcedures(db)
}

/**
 * Inserts all reference data of the demonstration; rows that are there already stay as they are, so it may run again. The caller makes and closes
 * the client.
 */
export async function seedReference(db: Prisma.TransactionClient): Promise<void> {
  await seedCommon(db)
  await seedCommune(db, loadCommune(), null)
  await seedCommune(db, loadSecondCommune(), SECOND_HOST)
}

async function seedPlaces(db: Prisma.TransactionClient): Promise<void> {
  const provinces = loadProvinces().map(({ code, name, kind }) => ({ code, name, kind }))
  await db.province.createMany({ data: provinces, skipDuplicates: true })
  await inChunks(
    loadWards().map((ward) => ({ ...ward, foldedName: fold(ward.name) })),
    (data) => db.ward.createMany({ data, skipDuplicates: true }),
  )
  await inChunks(
    loadWardChanges().map(({ oldWard, oldDistrict, oldProvince, wardCode }, index) => ({
      id: index + 1,
      oldWard,
      oldDistrict,
      oldProvince,
      wardCode,
    })),
    (data) => db.wardChange.createMany({ data, skipDuplicates: true }),
  )
}

async function seedProcedures(db: Prisma.TransactionClient): Promise<void> {
  const fields = loadFields()
  const popular = loadPopular()
  const procedures = loadProcedures()
  const fieldName = new Map(fields.map(({ code, name }) => [code, name]))
  await db.field.createMany({ data: fields, skipDuplicates: true })
  await db.procedure.createMany({
    data: procedures.map(({ code, field }) => ({
      code,
      fieldCode: field,
      popular: popular.includes(code) ? popular.indexOf(code) + 1 : null,
    })),
    skipDuplicates: true,
  })
  await seedVersions(db, procedures, (field) => fieldName.get(field) ?? '')
  await db.formVersion.createMany({ data: procedures.map(formRow), skipDuplicates: true })
}

/** The first form of a procedure: the generic one, until a form of its own is written. */
function formRow({ code, subject, versions }: ProcedureRow) {
  const [first] = versions
  if (!first) throw new Error(`Procedure ${code} has no version`)
  return {
    id: referenceId('form', code, '1'),
    procedureCode: code,
    number: 1,
    validFrom: day(first.validFrom),
    definition: genericForm({ fees: first.fees, subject: subject ?? null }),
  }
}

async function seedCommune(db: Prisma.TransactionClient, commune: CommuneRow, host: string | null): Promise<void> {
  const { id, name, agencyCode, letterhead, placeName, address, phone, email, provinceCode, isDemo } = commune
  await db.commune.createMany({
    data: [{ id, host, name, agencyCode, ...letterhead, placeName, address, phone, email, provinceCode, isDemo }],
    skipDuplicates: true,
  })
  await db.officeHours.createMany({
    data: commune.officeHours.map(({ validFrom, ...hours }) => ({ communeId: id, validFrom: day(validFrom), ...hours })),
    skipDuplicates: true,
  })
  await seedUsual(db, id, commune)
}

/** What a commune begins with and then changes as it needs: departments, and the usual reasons of its steps. */
export async function seedUsual(
  db: Prisma.TransactionClient,
  communeId: number,
  { departments }: Pick<CommuneRow, 'departments'>,
): Promise<void> {
  await db.listedReason.createMany({
    data: loadReasons().map(({ validFrom, ...reason }, index) => ({
      communeId,
      validFrom: day(validFrom),
      position: index + 1,
      ...reason,
    })),
    skipDuplicates: true,
  })
  await db.department.createMany({
    data: departments.map((department, index) => ({ communeId, position: index + 1, ...department })),
    skipDuplicates: true,
  })
}
