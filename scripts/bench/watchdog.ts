// The watchdog: one look over 20,000 open dossiers at every stage, of which many are late, some due tomorrow and some early in their step.
import { nextWorkingDay } from '@/lib/deadlines/working-time'
import type { Step } from '@/lib/dossiers/move-rules'
import { watchCommune } from '@/lib/dossiers/watch'
import { readClock } from '@/lib/platform/clock'
import { hashPersonalNumber } from '@/lib/platform/crypto'
import { db } from '@/lib/platform/db'
import { instantAt, localDateOf } from '@/lib/platform/local-date'
import { dice } from '@/prisma/seed/builders/dice'
import { aDossier } from '@/prisma/seed/builders/dossier'
import { insertDossiers } from '@/prisma/seed/builders/insert'
import { aPerson } from '@/prisma/seed/builders/person'
import { loadWorld } from '@/prisma/seed/builders/world'
import { raiseBooks } from './books'
import { find, keep, number } from './report'
import { watchStatements } from './watch-statements'

const OPEN = 20_000
const COMMUNE = 1
const DAY = 86_400_000
/** Where they lie: how far each was brought. */
const LAST: readonly (Step | null)[] = [null, 'receive', 'forward', 'take', 'take', 'take', 'propose']

/** Fills up to 20,000 open dossiers, sent over the last three weeks. */
async function fill(): Promise<number> {
  await raiseBooks()
  const world = await loadWorld(db(), COMMUNE)
  const procedures = world.procedures.filter(({ steps }) => steps.length > 0)
  const own = dice(83)
  const now = readClock().getTime()
  const open = await db().dossier.count({ where: { communeId: COMMUNE, closedAt: null } })
  const built = Array.from({ length: Math.max(0, OPEN - open) }, (_, index) => {
    const submittedAt = new Date(now - own.between(1, 21 * 24 * 60) * 60_000)
    const dossier = aDossier(
      world,
      { procedure: own.pick(procedures), person: aPerson(own, 600_000 + index), channel: 'ONLINE', submittedAt, componentFile: false },
      index,
    )
    const last = own.pick(LAST)
    return (last === null ? dossier : dossier.upTo(last, () => submittedAt, false)).built()
  })
  const sample = { size: 1, sha256: '', pages: 1, put: () => Promise.resolve() }
  await insertDossiers(db(), built, { communeId: COMMUNE, dice: own, hashPersonalNumber, sample })
  await db().$executeRaw`ANALYZE dossier`
  return db().dossier.count({ where: { communeId: COMMUNE, closedAt: null } })
}

export async function measureWatchdog(): Promise<void> {
  const open = await fill()
  const { calendar } = await loadWorld(db(), COMMUNE)
  const at = instantAt(nextWorkingDay(localDateOf(new Date(readClock().getTime() + DAY)), calendar), 10 * 60)
  let statements = 0
  watchStatements(() => (statements += 1))
  const look = async () => {
    const [since, before] = [performance.now(), statements]
    const found = await watchCommune(db(), COMMUNE, at)
    return { ...found, seconds: (performance.now() - since) / 1_000, statements: statements - before }
  }
  const first = await look()
  const second = await look()
  keep('watchdog', { open, first, second })
  find(`${number(OPEN)} hồ sơ đang mở: có`, open, { unit: 'hồ sơ', atLeast: OPEN })
  find('nhắc việc: một lượt xem hết', first.seconds, {
    unit: 'giây',
    digits: 2,
    atMost: 10,
    also: `${number(first.warned)} nhắc việc, ${number(first.drafted)} dự thảo xin lỗi, ${first.statements} câu lệnh`,
  })
  find('nhắc việc: lượt thứ hai', second.seconds, { unit: 'giây', digits: 2, atMost: 10 })
  find('nhắc việc: lượt thứ hai nhắc lại', second.warned + second.drafted, { unit: 'nhắc việc', atMost: 0 })
}
