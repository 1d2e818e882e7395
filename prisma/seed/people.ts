import { hash } from '@node-rs/argon2'
import { newId } from '@/lib/platform/clock'
import type { PrismaClient } from '@/prisma/generated/client'
import type { KnownCitizen } from './demo-recent'
import { loadCommune, loadDemoAccounts, loadDemoCitizens, loadSecondCommune, loadStaff } from './data'

/** Contact data that the demonstration's citizens have already given; the identity does not carry it. */
const CONTACT = { provinceCode: '86', addressDetail: 'Số 12, ấp Mẫu' } as const

/** The staff of both communes, all with the demonstration's one password. */
export async function seedStaff(db: PrismaClient, now: Date): Promise<void> {
  const passwordHash = await hash(loadDemoAccounts().password)
  const second = loadSecondCommune()
  const of = (communeId: number, rows: ReturnType<typeof loadStaff>) =>
    rows.map(({ userName, fullName, position, department, roles }) => ({
      communeId,
      id: newId(),
      userName,
      passwordHash,
      fullName,
      position,
      departmentCode: department,
      roles,
      status: 'ACTIVE' as const,
      createdAt: now,
    }))
  await db.staff.createMany({ data: [...of(loadCommune().id, loadStaff()), ...of(second.id, second.staff)] })
}

/**
 * The first two citizens of the stand-in identity server as people who have filed before. The others are met by the office
 * only when they first sign in, and are asked for phone and address once.
 */
export async function seedCitizens(
  db: PrismaClient,
  { issuer, hashPersonalNumber, now }: { issuer: string; hashPersonalNumber: (personalNumber: string) => string; now: Date },
): Promise<KnownCitizen[]> {
  const ward = await db.ward.findFirst({
    where: { provinceCode: CONTACT.provinceCode, name: 'Xã Tân Hoà' },
    select: { code: true },
  })
  const known: KnownCitizen[] = []
  for (const [index, citizen] of loadDemoCitizens().slice(0, 2).entries()) {
    const id = newId()
    const person = {
      fullName: citizen.fullName,
      personalNumber: citizen.personalNumber,
      birthDate: citizen.birthDate,
      phone: `090000012${3 + index}`,
      email: index === 0 ? 'minhhoa@vidu.example' : 'giasu@vidu.example',
    }
    await db.citizen.create({
      data: {
        ...person,
        ...CONTACT,
        id,
        issuer,
        sub: citizen.sub,
        birthDate: new Date(citizen.birthDate),
        personalNumberHash: hashPersonalNumber(citizen.personalNumber),
        level: citizen.level,
        wardCode: ward?.code ?? null,
        createdAt: now,
        updatedAt: now,
      },
    })
    known.push({ citizenId: id, person: { ...person, address: `${CONTACT.addressDetail}, xã Tân Hoà` } })
  }
  return known
}
