import { readFileSync } from 'node:fs'
import { z } from 'zod'
import * as shape from '@/prisma/seed/schema'

/**
 * One file of prisma/seed/data, parsed. The files are edited by hand when the law changes, so a mistake is answered with the
 * file, the place in it and what is wrong there.
 */
function load<T>(file: string, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(JSON.parse(readFileSync(new URL(`./data/${file}`, import.meta.url), 'utf8')))
  if (parsed.success) return parsed.data
  throw new Error(`prisma/seed/data/${file} is not what the seed expects:\n${z.prettifyError(parsed.error)}`)
}

/** The working calendar: public holidays and swapped days. */
export const loadCalendarDays = (): shape.CalendarRow[] => load('calendar.json', z.array(shape.CalendarRow))

/** The 21 fields in the order of the home page: by number of procedures. */
export const loadFields = (): shape.FieldRow[] => load('fields.json', z.array(shape.FieldRow))

/** The 87 procedures with every version; limits in their unit, fees in đồng, days of Viet Nam. */
export const loadProcedures = (): shape.ProcedureRow[] => load('procedures.json', z.array(shape.ProcedureRow))

/** Why a supplement is usually asked for; each commune may change its own list. */
export const loadReasons = (): shape.ReasonRow[] => load('reasons.json', z.array(shape.ReasonRow))

/** Codes of the procedures that most people look for, in the order of the home page. */
export const loadPopular = (): string[] => load('popular.json', z.array(shape.ProcedureCode))

/** The 34 provinces in force since 1/7/2025 (Nghị quyết 202/2025/QH15). */
export const loadProvinces = (): shape.ProvinceRow[] => load('provinces.json', z.array(shape.ProvinceRow))

/** The 3,321 communes, wards and special zones in force since 1/7/2025. */
export const loadWards = (): shape.WardRow[] => load('wards.json', z.array(shape.WardRow))

/** Each unit before 1/7/2025 with the one it became part of; a unit that was divided has several rows. */
export const loadWardChanges = (): shape.WardChangeRow[] => load('ward-changes.json', z.array(shape.WardChangeRow))

/** The demo commune, xã Tân Hoà, with its letterhead, hours and departments. */
export const loadCommune = (): shape.CommuneRow => load('commune.json', shape.CommuneRow)

/** A second, tiny commune, which shows that communes do not see each other. */
export const loadSecondCommune = (): shape.CommuneWithStaffRow => load('commune-2.json', shape.CommuneWithStaffRow)

/**
 * The second commune is reached by a name of its own, which every browser knows to be this machine; the first one is the site of every other name.
 */
export const SECOND_HOST = 'thidu.localhost'

/** The 23 staff of the demo commune; all names are generated. */
export const loadStaff = (): shape.StaffRow[] => load('staff.json', z.array(shape.StaffRow))

/** Who can sign in to the demonstration, and the one password of its staff. */
export const loadDemoAccounts = (): shape.DemoAccounts => load('demo-accounts.json', shape.DemoAccounts)

/** The generated citizens that the stand-in identity server knows. */
export const loadDemoCitizens = (): shape.DemoCitizenRow[] => load('demo-citizens.json', z.array(shape.DemoCitizenRow))
