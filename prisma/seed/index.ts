import { readClock } from '@/lib/platform/clock'
import { hashPersonalNumber } from '@/lib/platform/crypto'
import { closeDb, db } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { insertDossiers } from './builders/insert'
import { loadWorld } from './builders/world'
import { loadCommune } from './data'
import { demo2024 } from './demo-2024'
import { demoRecent } from './demo-recent'
import { seedCitizens, seedStaff } from './people'
import { seedReference } from './reference'
import { sampleFile } from './sample-file'

/**
 * The demonstration: reference data, two communes with their staff, xã Tân Hoà's 2024 and the last weeks before `now`.
 * Only for an empty database; throws when there are already staff.
 */
export async function seedDemo(now: Date = readClock()): Promise<void> {
  const { DATA_DIR, VNEID_ISSUER } = env()
  if ((await db().staff.count()) > 0) throw new Error('The database is not empty: the demonstration goes into an empty one only')
  await seedReference(db())
  await seedStaff(db(), now)
  const known = await seedCitizens(db(), { issuer: VNEID_ISSUER, hashPersonalNumber, now })
  const communeId = loadCommune().id
  const world = await loadWorld(db(), communeId)
  const insertion = { communeId, hashPersonalNumber, sample: await sampleFile(`${DATA_DIR}/files`) }
  for (const { dossiers, dice } of [demo2024(world), demoRecent(world, now, known)])
    await insertDossiers(db(), dossiers, { ...insertion, dice })
}

if (process.argv[1]?.endsWith('prisma/seed/index.ts')) {
  await seedDemo()
  await closeDb()
}
