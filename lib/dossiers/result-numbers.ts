import type { Writing } from '@/lib/access/gate'
import { instantAt, parseLocalDate } from '@/lib/platform/local-date'
import { Refusal } from '@/lib/platform/refusal'
import { type LockedDossier, yearOf } from './store'

/**
 * Refuses a number and symbol that the commune has given to another dossier's result this year, however its letters are written. The book of such
 * numbers is kept outside the portal, so nothing is known here but what was entered. Two registrars with one number wait for each other: the lock is
 * taken after the dossier's own and before the chain's head, and never together with another of its kind.
 */
export async function mustBeFree({ db, now }: Writing, { communeId, id }: LockedDossier, resultNumber: string): Promise<void> {
  const year = yearOf(now)
  const first = parseLocalDate(`${year}-01-01`)
  if (first === null) throw new Error('A year has a first day')
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('result_number'), ${communeId}::int)`
  const taken = await db.$queryRaw<{ code: string }[]>`
    SELECT d.code FROM dossier d
    WHERE d."communeId" = ${communeId} AND d."resultNumber" IS NOT NULL AND lower(d."resultNumber") = lower(${resultNumber}) AND d.id <> ${id}::uuid
      AND EXISTS (
        SELECT 1 FROM dossier_event e
        WHERE e."communeId" = d."communeId" AND e."dossierId" = d.id AND e.step = 'issue' AND e.at >= ${instantAt(first, 0)})
    LIMIT 1`
  const other = taken[0]
  if (!other) return
  const sentence = `Số ${resultNumber} đã cấp năm nay cho hồ sơ ${other.code}. Xem lại sổ văn bản và nhập số khác`
  throw new Refusal('invalid_input', {}, { resultNumber: sentence })
}
