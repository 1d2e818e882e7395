// A running portal seen from outside: visitors of every kind with their cookies, and one dossier of the demonstration with its applicant,
// who has a draft as well. Rows that are made here go with `close`; the dossier is only read.
import { PrismaPg } from '@prisma/adapter-pg'
import type { CitizenActor } from '@/lib/access/policy'
import { UNPAID } from '@/lib/dossiers/unpaid'
import { startIntake } from '@/lib/counter/commands/intake'
import { startDraft } from '@/lib/dossiers/commands/draft'
import { openLookUp } from '@/lib/dossiers/look-up-queries'
import { sessionCookie, sessionToken } from '@/lib/identity/cookies'
import { linkToken } from '@/lib/staff/store'
import { newId, readClock } from '@/lib/platform/clock'
import { type Prisma, PrismaClient } from '@/prisma/generated/client'
import type { Role } from '@/prisma/generated/enums'
import { addVersions } from '@/tests/support/access-matrix-versions'
import { addWaiting } from '@/tests/support/access-matrix-waiting'
import type { Visitor } from '@/tests/support/access-matrix-routes'
import { completeFields, send } from '@/tests/support/intake'

export const BASE = process.env.E2E_BASE_URL ?? 'http://localhost:3000'

/** What the addresses of the rows are made of. */
export type Sample = {
  procedure: string
  draftId: string
  /** A dossier that was refused although its fee was paid. */
  refundCode: string
  /** A dossier with a fee that is due. */
  unpaidCode: string
  /** What the clerk has begun to take in. */
  intakeId: string
  code: string
  version: number
  documentId: string
  paperId: string
  /** The last four digits of the applicant's phone. */
  factor: string
  /** Opens the dossier on the look-up's page. */
  grant: string
  /** What the specialist has asked the colleague about it. */
  questionId: string
  /** Codes of dossiers that wait for a step of the clerk. */
  work: Record<'submitted' | 'received' | 'inDepartment' | 'finished' | 'stopped' | 'sent' | 'toAnswer' | 'withAgency', string>
  applicant: { personalNumber: string; phone: string; fullName: string }
  identityServer: string
  /** An officer at work, one suspended and stood in for, and the token of an open link to set the first one's password. */
  officerId: string
  suspendedId: string
  linkToken: string
  /** A register's file that is ready to be taken in. */
  registerId: string
}

export type Portal = {
  db: PrismaClient
  sample: Sample
  /** A fresh cookie of this visitor; empty for somebody who was never here. */
  cookieOf: (visitor: Visitor) => Promise<string>
  close: () => Promise<void>
}

const COMMUNE = 1
const HOUR = 3_600_000
/** Each has a head and two specialists. */
const DEPARTMENTS = ['VAN_PHONG', 'KINH_TE', 'VAN_HOA_XA_HOI']

export async function openPortal(procedure = '2.000635'): Promise<Portal> {
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: process.env.DATABASE_URL ?? '' }) })
  const now = readClock()
  // The owner has a second dossier, which she could still take back.
  const senders = await db.dossierApplicant.findMany({
    where: { communeId: COMMUNE, dossier: { stage: 'submitted' } },
    orderBy: { dossierId: 'asc' },
    select: { personalNumberHash: true, dossier: { select: { code: true } } },
  })
  const dossier = await db.dossier.findFirstOrThrow({
    where: {
      communeId: COMMUNE,
      stage: 'in_hand',
      applicant: { personalNumberHash: { in: senders.map(({ personalNumberHash }) => personalNumberHash) } },
      departmentCode: { in: DEPARTMENTS },
      holderStaffId: { not: null },
      documents: { some: { purpose: 'COMPONENT' } },
      papers: { some: {} },
    },
    orderBy: { code: 'asc' },
    select: {
      id: true,
      code: true,
      version: true,
      departmentCode: true,
      holderStaffId: true,
      applicant: { select: { fullName: true, personalNumber: true, personalNumberHash: true, phone: true } },
      documents: { where: { purpose: 'COMPONENT' }, orderBy: { id: 'asc' }, take: 1, select: { id: true } },
      papers: { take: 1, select: { id: true } },
    },
  })
  const { applicant, departmentCode: department } = dossier
  const otherDepartment = DEPARTMENTS.find((code) => code !== department) ?? ''
  if (!applicant) throw new Error('A dossier in hand has an applicant')
  const staffRow = (role: Role, departmentCode: string, more: object = {}) =>
    db.staff.findFirstOrThrow({
      where: { communeId: COMMUNE, departmentCode, roles: { has: role }, ...more },
      orderBy: { userName: 'asc' },
    })
  const staff = {
    clerk: await staffRow('clerk', 'TTPVHCC'),
    director: await staffRow('centre_director', 'TTPVHCC'),
    registrar: await staffRow('registrar', 'VAN_PHONG'),
    cashier: await staffRow('cashier', 'TTPVHCC'),
    leader: await staffRow('leader', 'UBND'),
    head: await staffRow('department_head', department),
    otherHead: await staffRow('department_head', otherDepartment),
    specialist: await db.staff.findFirstOrThrow({ where: { communeId: COMMUNE, id: dossier.holderStaffId ?? '' } }),
    colleague: await staffRow('specialist', department, { id: { not: dossier.holderStaffId ?? '' } }),
    outsider: await staffRow('specialist', otherDepartment),
    admin: await staffRow('admin', 'VAN_PHONG'),
    farClerk: await db.staff.findFirstOrThrow({ where: { communeId: { not: COMMUNE }, roles: { has: 'clerk' } } }),
    suspended: await db.staff.create({
      data: { ...staffRowOf(), userName: `tam.dinh.chi.${newId()}`, status: 'SUSPENDED', createdAt: now },
    }),
  }
  const citizenRow = (known: { personalNumber: string; personalNumberHash: string }) => {
    const id = newId()
    const fullName = 'Nguyễn Thị Phép Thử'
    return { id, sub: id, issuer: 'https://dinh-danh.vidu.example', fullName, ...known, level: 2, createdAt: now, updatedAt: now }
  }
  const owner = citizenRow({ personalNumber: applicant.personalNumber, personalNumberHash: applicant.personalNumberHash })
  const neighbour = citizenRow({ personalNumber: '086000000000', personalNumberHash: `not a hash ${newId()}` })
  await db.citizen.createMany({ data: [owner, neighbour] })

  const actor: CitizenActor = {
    ...{ kind: 'citizen', communeId: COMMUNE, citizenId: owner.id, sessionId: newId(), fullName: owner.fullName },
    ...{ personalNumberHash: owner.personalNumberHash, level: 2 },
  }
  const started = await startDraft(actor, newId(), { procedure })
  const factor = applicant.phone.replace(/\D/g, '').slice(-4)
  const opened = await openLookUp(actor, { code: dossier.code, factor })
  if (!started.ok || !opened.ok) throw new Error('The citizen of the tests could not begin a draft or look up the dossier')

  const clerk = { kind: 'staff', communeId: COMMUNE, staffId: staff.clerk.id, sessionId: newId(), ...staffFacts(staff.clerk) } as const
  const intake = await startIntake(clerk, newId(), { procedure })
  if (!intake.ok) throw new Error('The clerk of the tests could not begin an intake')
  await send(clerk, intake.value.intakeId, { fields: await completeFields(db, procedure) })

  const refused = await db.dossier.findFirstOrThrow({
    where: { communeId: COMMUNE, stage: 'refused' },
    orderBy: { code: 'asc' },
    select: { id: true, code: true },
  })
  const owed = { communeId: COMMUNE, id: newId() }
  await db.payment.create({
    data: {
      ...{ ...owed, dossierId: refused.id, method: 'ONLINE', amount: 5_000, status: 'PAID', reference: owed.id },
      ...{ paidAt: now, createdAt: now, refundDueAt: now },
    },
  })

  const link = { communeId: COMMUNE, id: newId(), staffId: staff.clerk.id }
  await db.passwordLink.create({ data: { ...link, createdAt: now, expiresAt: new Date(now.getTime() + HOUR) } })
  const asked = { communeId: COMMUNE, id: newId(), dossierId: dossier.id, askedOf: staff.colleague.id, askedBy: staff.specialist.id }
  const dueAt = new Date(now.getTime() + HOUR)
  await db.consultation.create({ data: { ...asked, question: 'Đã xác minh nơi cư trú chưa?', askedAt: now, dueAt } })

  const day = new Date('2099-01-05')
  const absence = { communeId: COMMUNE, absentId: staff.suspended.id, substituteId: staff.clerk.id, firstDay: day, lastDay: day }
  await db.substitution.create({ data: { ...absence, id: newId(), createdAt: now } })

  const register = { communeId: COMMUNE, id: newId() }
  const sheet = { fileName: 'so-cu.csv', size: 10, sha256: '0'.repeat(64), isCsv: true, status: 'READY', lines: 2, added: 2 } as const
  await db.registerImport.create({ data: { ...register, ...sheet, createdAt: now, createdBy: staff.admin.id } })

  const versions = await addVersions(db)

  const waiting = async (where: Prisma.DossierWhereInput) =>
    (await db.dossier.findFirstOrThrow({ where: { communeId: COMMUNE, ...where }, orderBy: { code: 'asc' }, select: { code: true } })).code
  const work = {
    submitted: await waiting({ stage: 'submitted' }),
    received: await waiting({ stage: 'received' }),
    inDepartment: await waiting({ stage: 'in_department', holderDepartment: staff.head.departmentCode }),
    finished: await waiting({ stage: 'finished' }),
    stopped: await waiting({ stage: 'stopped', stageBefore: { not: null } }),
    ...(await addWaiting(db, COMMUNE, {
      personalNumber: applicant.personalNumber,
      citizenId: owner.id,
      specialistId: staff.specialist.id,
    })),
    sent: senders.find(({ personalNumberHash }) => personalNumberHash === applicant.personalNumberHash)?.dossier.code ?? '',
  }

  /** The row of a sign-in a moment ago. */
  async function sessionOf(visitor: Exclude<Visitor, 'visitor'>): Promise<string> {
    const id = newId()
    const at = readClock()
    const life = { id, createdAt: at, lastSeenAt: at, expiresAt: new Date(at.getTime() + HOUR), userAgent: USER_AGENT }
    if (visitor === 'owner' || visitor === 'weak' || visitor === 'neighbour') {
      await db.citizen.update({ where: { id: owner.id }, data: { level: visitor === 'weak' ? 1 : 2 } })
      await db.loginSession.create({ data: { ...life, citizenId: visitor === 'neighbour' ? neighbour.id : owner.id, roles: [] } })
      return id
    }
    const person = staff[visitor === 'ended' || visitor === 'changed' ? 'clerk' : visitor]
    const roles: Role[] = visitor === 'changed' ? ['clerk', 'leader'] : person.roles
    const endedAt = visitor === 'ended' ? at : null
    await db.loginSession.create({ data: { ...life, communeId: person.communeId, staffId: person.id, roles, endedAt } })
    return id
  }

  return {
    db,
    sample: {
      ...{
        procedure,
        draftId: started.value.draftId,
        intakeId: intake.value.intakeId,
        refundCode: refused.code,
        unpaidCode: await waiting({ feeLines: { some: UNPAID } }),
        code: dossier.code,
        version: dossier.version,
        questionId: asked.id,
        factor,
        grant: opened.value.grant,
      },
      ...{ documentId: dossier.documents[0]?.id ?? '', paperId: dossier.papers[0]?.id ?? '', applicant, work },
      ...{ officerId: staff.clerk.id, suspendedId: staff.suspended.id, linkToken: linkToken(COMMUNE, link.id), registerId: register.id },
      identityServer: new URL(process.env.VNEID_ISSUER ?? 'http://localhost:4100').origin,
    },
    cookieOf: async (visitor) => (visitor === 'visitor' ? '' : `${sessionCookie().name}=${await sessionToken(await sessionOf(visitor))}`),
    close: async () => {
      await db.loginSession.deleteMany({ where: { userAgent: USER_AGENT } })
      await db.consultation.deleteMany({ where: asked })
      await versions.remove()
      await db.payment.deleteMany({ where: owed })
      await db.document.deleteMany({ where: { communeId: COMMUNE, intakeId: intake.value.intakeId } })
      await db.intake.deleteMany({ where: { communeId: COMMUNE, id: intake.value.intakeId } })
      const theirs = { citizenId: { in: [owner.id, neighbour.id] } }
      await db.document.deleteMany({ where: { draft: theirs } })
      await db.draft.deleteMany({ where: theirs })
      await db.citizen.deleteMany({ where: { id: { in: [owner.id, neighbour.id] } } })
      await db.passwordLink.deleteMany({ where: { communeId: COMMUNE, id: link.id } })
      await db.registerImport.deleteMany({ where: register })
      await db.substitution.deleteMany({ where: { communeId: COMMUNE, absentId: staff.suspended.id } })
      await db.staff.deleteMany({ where: { communeId: COMMUNE, id: staff.suspended.id } })
      await db.$disconnect()
    },
  }
}

const staffFacts = ({
  fullName,
  position,
  departmentCode,
  roles,
}: {
  fullName: string
  position: string
  departmentCode: string
  roles: Role[]
}) => ({
  ...{ fullName, position, departmentCode, roles },
})

const USER_AGENT = 'Phép thử quyền truy cập'

const staffRowOf = () => ({
  communeId: COMMUNE,
  id: newId(),
  passwordHash: 'nobody',
  fullName: 'Lê Văn Tạm Đình Chỉ',
  position: 'Cán bộ Một cửa',
  departmentCode: 'TTPVHCC',
  roles: ['clerk'] satisfies Role[],
})
