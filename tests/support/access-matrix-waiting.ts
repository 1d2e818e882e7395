// Dossiers of one citizen at stages that the demonstration has only for others.
import { hashPersonalNumber } from '@/lib/platform/crypto'
import { readClock } from '@/lib/platform/clock'
import type { PrismaClient } from '@/prisma/generated/client'
import { dice } from '@/prisma/seed/builders/dice'
import { aDossier, type DossierBuilder } from '@/prisma/seed/builders/dossier'
import { insertDossiers } from '@/prisma/seed/builders/insert'
import { aPerson } from '@/prisma/seed/builders/person'
import { loadWorld } from '@/prisma/seed/builders/world'

type Whose = { personalNumber: string; citizenId: string; specialistId: string }

/** Her wish to withdraw that the desk has not answered, and what the specialist has handed to another agency. Answers their codes. */
export async function addWaiting(db: PrismaClient, communeId: number, { personalNumber, citizenId, specialistId }: Whose) {
  const world = await loadWorld(db, communeId)
  const person = { ...aPerson(dice(53), 953), personalNumber }
  const by = world.staff.find(({ id }) => id === specialistId)
  const procedure = world.procedures.find(
    ({ departmentCode, limitUnit }) => departmentCode === by?.departmentCode && limitUnit === 'WORKING_DAY',
  )
  if (!procedure) throw new Error('The department of the specialist resolves nothing within working days')
  const ago = (minutes: number) => new Date(readClock().getTime() - minutes * 60_000)
  const inHand = (): DossierBuilder =>
    aDossier(world, {
      ...{
        procedure,
        person,
        citizenId,
        channel: 'ONLINE',
        submittedAt: ago(60),
        componentFile: false,
      },
    })
      .step('receive', ago(50))
      .step('forward', ago(40))
      .step('take', ago(30), { by })
  const built = [
    inHand().step('ask_to_withdraw', ago(20)).built(),
    inHand()
      .step('ask_agency', ago(20), { to: { departmentCode: 'CONG_AN', id: null }, note: 'Xác minh nơi cư trú.' })
      .built(),
  ]
  const sample = { size: 0, sha256: '', pages: 0, put: () => Promise.resolve() }
  const [toAnswer = '', withAgency = ''] = await insertDossiers(db, built, {
    communeId,
    dice: dice(readClock().getTime()),
    hashPersonalNumber,
    sample,
  })
  return { toAnswer, withAgency }
}
