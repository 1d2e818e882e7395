import type { CitizenActor, StaffActor } from '@/lib/access/policy'
import { newId, readClock } from '@/lib/platform/clock'
import { hashPersonalNumber } from '@/lib/platform/crypto'
import { env } from '@/lib/platform/env'
import type { PrismaClient } from '@/prisma/generated/client'
import { dice } from '@/prisma/seed/builders/dice'
import type { BuiltDossier } from '@/prisma/seed/builders/dossier'
import { insertDossiers } from '@/prisma/seed/builders/insert'
import type { SeedPerson } from '@/prisma/seed/builders/person'
import { loadWorld, type World } from '@/prisma/seed/builders/world'
import { seedCitizens, seedStaff } from '@/prisma/seed/people'
import { sampleFile } from '@/prisma/seed/sample-file'
import { database, openReference } from './database'

/** The first citizen whom the office knows, as the applicant of a dossier. */
export const KNOWN: SeedPerson = {
  fullName: 'Nguyễn Thị Minh Họa',
  personalNumber: '086194000012',
  birthDate: '1994-03-08',
  phone: '0900000123',
  email: null,
  address: 'Ấp Mẫu',
}

/** A commune's office in this test file's own database: reference data, staff of two communes, two known citizens, no dossier. */
export type Office = {
  db: PrismaClient
  world: World
  staff: (userName: string) => Promise<StaffActor>
  citizen: (personalNumber?: string) => Promise<CitizenActor>
  insert: (...built: BuiltDossier[]) => Promise<string[]>
  close: () => Promise<void>
}

/** Opens the office; `close` it in `afterAll`. */
export async function openOffice(communeId = 1): Promise<Office> {
  const db = database()
  await openReference()
  await seedStaff(db, readClock())
  await seedCitizens(db, { issuer: 'http://localhost:4100', hashPersonalNumber, now: readClock() })
  const world = await loadWorld(db, communeId)
  const sample = await sampleFile(`${env().DATA_DIR}/files`)
  let turn = 0
  return {
    db,
    world,
    staff: async (userName) => {
      const person = await db.staff.findFirstOrThrow({ where: { userName }, include: { department: { select: { kind: true } } } })
      return {
        kind: 'staff',
        communeId: person.communeId,
        staffId: person.id,
        sessionId: newId(),
        fullName: person.fullName,
        position: person.position,
        departmentCode: person.departmentCode,
        departmentKind: person.department.kind,
        roles: person.roles,
      }
    },
    citizen: async (personalNumber = KNOWN.personalNumber) => {
      const person = await db.citizen.findFirstOrThrow({ where: { personalNumber } })
      return {
        kind: 'citizen',
        communeId,
        citizenId: person.id,
        sessionId: newId(),
        fullName: person.fullName,
        personalNumberHash: person.personalNumberHash,
        level: person.level,
      }
    },
    insert: (...built) => insertDossiers(db, built, { communeId, dice: dice((turn += 1)), hashPersonalNumber, sample }),
    close: () => db.$disconnect(),
  }
}
