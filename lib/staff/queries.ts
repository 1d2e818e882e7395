import { z } from 'zod'
import { query } from '@/lib/access/gate'
import { asStaff, may, staffOnly } from '@/lib/access/policy'
import { columnOfLocalDate, localDateOf, localDateOfColumn } from '@/lib/platform/local-date'
import type { Tx } from '@/lib/platform/db'
import type { Prisma } from '@/prisma/generated/client'
import type { Role } from '@/prisma/generated/enums'
import { OfOfficer } from './schema'
import { departmentsOf, findOfficer, runningAt } from './store'

const LISTED = {
  id: true,
  userName: true,
  fullName: true,
  position: true,
  roles: true,
  status: true,
  passwordHash: true,
  departmentCode: true,
} satisfies Prisma.StaffSelect

/** A commune has some thirty officers; a page for more than this would need a search. */
const MOST = 300

/** Substitutions that run now or are still to come. */
const substitutionsOf = (db: Tx, communeId: number, now: Date) =>
  db.substitution.findMany({
    where: { communeId, endedAt: null, lastDay: { gte: columnOfLocalDate(localDateOf(now)) } },
    orderBy: [{ firstDay: 'asc' }, { id: 'asc' }],
    take: MOST,
    select: {
      id: true,
      firstDay: true,
      lastDay: true,
      absent: { select: { id: true, fullName: true } },
      substitute: { select: { id: true, fullName: true } },
    },
  })

const dated = <S extends { firstDay: Date; lastDay: Date }>(row: S, now: Date) => {
  const [firstDay, lastDay] = [localDateOfColumn(row.firstDay), localDateOfColumn(row.lastDay)]
  return { ...row, firstDay, lastDay, isNow: firstDay <= localDateOf(now) }
}

/** All officers of the commune under their departments, and who stands in for whom. */
export const findOfficers = query({
  name: 'staff.find',
  input: z.object({}),
  allow: (actor) => may(actor, 'staff.manage'),
  run: async ({ db, actor: { communeId }, now }) => {
    const [departments, rows, substitutions] = await Promise.all([
      departmentsOf(db, communeId),
      db.staff.findMany({ where: { communeId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], take: MOST, select: LISTED }),
      substitutionsOf(db, communeId, now),
    ])
    const officers = rows.map(({ passwordHash, ...row }) => ({ ...row, hasPassword: passwordHash !== null }))
    return {
      // A closed one still has the accounts of who was suspended there.
      departments: departments.flatMap(({ code, name, isOpen }) => {
        const own = officers.filter(({ departmentCode }) => departmentCode === code)
        return isOpen || own.length > 0 ? [{ code, name, officers: own }] : []
      }),
      substitutions: substitutions.map((row) => dated(row, now)),
      now,
    }
  },
})

/** For whom the actor stands in today, and to which day: their work lies among the actor's own. */
export const findStandIns = query({
  name: 'staff.find_stand_ins',
  input: z.object({}),
  allow: (actor) => staffOnly(actor),
  run: async ({ db, actor, now }) => {
    const { communeId, staffId } = asStaff(actor)
    const rows = await db.substitution.findMany({
      where: { communeId, substituteId: staffId, ...runningAt(now) },
      orderBy: [{ lastDay: 'asc' }, { id: 'asc' }],
      take: MOST,
      select: { id: true, lastDay: true, absent: { select: { fullName: true } } },
    })
    return rows.map(({ id, lastDay, absent }) => ({ id, fullName: absent.fullName, lastDay: localDateOfColumn(lastDay) }))
  },
})

/** The departments that an officer can be given to, in the order of the office. */
export const listDepartments = query({
  name: 'staff.list_departments',
  input: z.object({}),
  allow: (actor) => may(actor, 'staff.manage'),
  run: async ({ db, actor: { communeId } }) =>
    (await departmentsOf(db, communeId)).flatMap(({ code, name, isOpen }) => (isOpen ? [{ code, name }] : [])),
})

/** Who could stand in for an officer, and for whom and when somebody does already. */
export const readAbsence = query({
  name: 'staff.read_absence',
  input: OfOfficer,
  subject: (reading, { staffId }) => findOfficer(reading, staffId),
  allow: (actor) => may(actor, 'staff.manage'),
  run: async ({ db, actor: { communeId }, now }, { staffId }, officer) => {
    const [others, substitutions] = await Promise.all([
      db.staff.findMany({
        where: { communeId, status: 'ACTIVE', id: { not: staffId } },
        orderBy: [{ departmentCode: 'asc' }, { createdAt: 'asc' }],
        take: MOST,
        select: { id: true, fullName: true, position: true, departmentCode: true, roles: true },
      }),
      substitutionsOf(db, communeId, now),
    ])
    // Those of the same role first, for the others get rights that their own role never gave them; then colleagues of the department, who know the work.
    const isLike = (roles: readonly Role[]) => officer.roles.every((role) => roles.includes(role))
    const distance = ({ roles, departmentCode }: (typeof others)[number]) =>
      (isLike(roles) ? 0 : 2) + Number(departmentCode !== officer.departmentCode)
    return {
      officer: { id: officer.id, fullName: officer.fullName, position: officer.position },
      others: others.toSorted((a, b) => distance(a) - distance(b)).map(({ roles, ...other }) => ({ ...other, hasSameRole: isLike(roles) })),
      substitutions: substitutions.filter(({ absent }) => absent.id === staffId).map((row) => dated(row, now)),
      today: localDateOf(now),
    }
  },
})
