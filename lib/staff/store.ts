import type { Reading, Writing } from '@/lib/access/gate'
import { may } from '@/lib/access/policy'
import type { Tx } from '@/lib/platform/db'
import { seal, unseal } from '@/lib/platform/crypto'
import { columnOfLocalDate, localDateOf } from '@/lib/platform/local-date'
import { Refusal } from '@/lib/platform/refusal'
import type { Prisma } from '@/prisma/generated/client'
import { z } from 'zod'
import { LINK_HOURS } from './rules'

const SIGNING_IN = { id: true, passwordHash: true, status: true, roles: true } satisfies Prisma.StaffSelect

/** What a sign-in is judged by. */
export type SigningIn = Prisma.StaffGetPayload<{ select: typeof SIGNING_IN }>

/** The account of a login name in one commune, or null. */
export const findForSignIn = (db: Tx, communeId: number, userName: string): Promise<SigningIn | null> =>
  db.staff.findUnique({ where: { communeId_userName: { communeId, userName } }, select: SIGNING_IN })

const OFFICER = {
  communeId: true,
  id: true,
  userName: true,
  fullName: true,
  position: true,
  departmentCode: true,
  roles: true,
  status: true,
  version: true,
  department: { select: { name: true } },
} satisfies Prisma.StaffSelect

/** An officer as the administrator's commands see them: locked until the transaction ends. */
export type LockedOfficer = Prisma.StaffGetPayload<{ select: typeof OFFICER }>

/** The officers that an actor may administer: those of the own commune, or nobody's. */
const administeredBy = (actor: Reading['actor']): Prisma.StaffWhereInput =>
  may(actor, 'staff.manage') === true ? { communeId: actor.communeId } : { communeId: -1 }

/** Locks an officer of the administrator's commune; null for everyone else's and for who is no administrator. */
export async function lockOfficer({ db, actor }: Reading, staffId: string): Promise<LockedOfficer | null> {
  const officer = await findOfficer({ db, actor }, staffId)
  if (!officer) return null
  await db.$queryRaw`SELECT 1 FROM staff WHERE "communeId" = ${actor.communeId} AND id = ${staffId}::uuid FOR NO KEY UPDATE`
  return findOfficer({ db, actor }, staffId)
}

/** The same without the lock, for pages. */
export const findOfficer = ({ db, actor }: Reading, staffId: string): Promise<LockedOfficer | null> =>
  db.staff.findFirst({ where: { AND: [{ id: staffId }, administeredBy(actor)] }, select: OFFICER })

/** The names of officers by id; null for whoever is none. */
export type OfficerNames = (id: string | null) => string | null

/** What acts by itself, as a job of the worker does, has a name of its own in place of an officer's id. */
const OFFICER_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Those that are officers' ids, each once. */
export const officerIds = (ids: readonly (string | null)[]): string[] => [
  ...new Set(ids.flatMap((id) => (id !== null && OFFICER_ID.test(id) ? [id] : []))),
]

/** The names of these officers, each of one of the communes, in one question. */
export async function officerNames(db: Tx, communeIds: readonly number[], ids: readonly (string | null)[]): Promise<OfficerNames> {
  const asked = officerIds(ids)
  if (asked.length === 0) return () => null
  const where = { communeId: { in: [...communeIds] }, id: { in: asked } }
  const names = new Map(
    (await db.staff.findMany({ where, select: { id: true, fullName: true } })).map(({ id, fullName }) => [id, fullName]),
  )
  return (id) => (id === null ? null : (names.get(id) ?? null))
}

/** Saves an officer as the page showed them. Refusals: `changed_meanwhile`. */
export async function saveOfficer(
  { db }: Pick<Writing, 'db'>,
  { communeId, id }: Pick<LockedOfficer, 'communeId' | 'id'>,
  { version, set }: { version: number; set: Prisma.StaffUncheckedUpdateManyInput },
): Promise<void> {
  const saved = await db.staff.updateMany({ where: { communeId, id, version }, data: { ...set, version: version + 1 } })
  if (saved.count === 0) throw new Refusal('changed_meanwhile')
}

const DEPARTMENT = { code: true, name: true, kind: true, position: true, version: true, closedAt: true } satisfies Prisma.DepartmentSelect

/** A department or agency of the office. Not open: it was closed, and nothing new may name it. */
export type Department = Prisma.DepartmentGetPayload<{ select: typeof DEPARTMENT }> & { isOpen: boolean }

/** All departments and agencies of a commune in the order of its lists, the closed ones too: some ten. */
export async function departmentsOf(db: Tx, communeId: number): Promise<Department[]> {
  const rows = await db.department.findMany({ where: { communeId }, orderBy: [{ position: 'asc' }, { code: 'asc' }], select: DEPARTMENT })
  return rows.map((row) => ({ ...row, isOpen: row.closedAt === null }))
}

/** The substitutions that run at a moment. */
export function runningAt(now: Date) {
  const day = columnOfLocalDate(localDateOf(now))
  return { firstDay: { lte: day }, lastDay: { gte: day }, endedAt: null } satisfies Prisma.SubstitutionWhereInput
}

/**
 * Of these departments the ones to which something may come, locked shared and in one order for all: a closing waits for what comes, or what comes
 * waits for the closing, which looks for it only once (`closeDepartment`).
 */
export async function lockOpenDepartments(db: Tx, communeId: number, codes: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.$queryRaw<{ code: string; isOpen: boolean }[]>`
    SELECT code, "closedAt" IS NULL AS "isOpen" FROM department
    WHERE "communeId" = ${communeId} AND code = ANY(${codes}::text[]) ORDER BY code FOR SHARE`
  return new Set(rows.flatMap(({ code, isOpen }) => (isOpen ? [code] : [])))
}

/** The same of one department: whether something may come to it. */
export const lockIfOpen = async (db: Tx, communeId: number, code: string): Promise<boolean> =>
  (await lockOpenDepartments(db, communeId, [code])).has(code)

/** Keeps at least one administrator who can sign in. Refusals: `last_admin`. */
export async function mustLeaveAnAdmin(db: Tx, { communeId, id }: Pick<LockedOfficer, 'communeId' | 'id'>): Promise<void> {
  // Locked in a fixed order: two administrators who remove each other in the same moment must not both succeed.
  const admins = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM staff WHERE "communeId" = ${communeId} AND status = 'ACTIVE' AND 'admin' = ANY(roles) ORDER BY id FOR NO KEY UPDATE`
  if (!admins.some((admin) => admin.id !== id)) throw new Refusal('last_admin')
}

const HOUR_MS = 3_600_000

/** Opens a way to set this officer's password once, in place of all earlier ones. Answers its id; `linkToken` makes the address's part of it. */
export async function openPasswordLink({ db, now, newId }: Pick<Writing, 'db' | 'now' | 'newId'>, of: { communeId: number; id: string }) {
  const { communeId, id: staffId } = of
  await db.passwordLink.updateMany({ where: { communeId, staffId, closedAt: null }, data: { closedAt: now } })
  const id = newId()
  const expiresAt = new Date(now.getTime() + LINK_HOURS * HOUR_MS)
  await db.passwordLink.create({ data: { communeId, id, staffId, createdAt: now, expiresAt }, select: { id: true } })
  return { linkId: id }
}

const PURPOSE = 'password link'
const Named = z.tuple([z.number().int(), z.uuid()])

/** What a password link's address ends with: its id under our signature, so that whoever reads the database cannot make one. */
export const linkToken = (communeId: number, linkId: string): string => seal(PURPOSE, [communeId, linkId])

/** The link that a token names, if it is ours. */
export function linkIn(token: string): { communeId: number; id: string } | null {
  const named = Named.safeParse(unseal(PURPOSE, token))
  return named.success ? { communeId: named.data[0], id: named.data[1] } : null
}
