import { expect, it } from 'vitest'
import { askAgency } from '@/lib/dossiers/commands/ask-agency'
import { findPlace, findQueue } from '@/lib/dossiers/queue-queries'
import { newId } from '@/lib/platform/clock'
import { valueOf } from '@/tests/support/filing'
import { inDepartment, rowOf, take, versionOf } from '@/tests/support/moves'
import { officeWith } from '@/tests/support/office-with'

const { office, specialist, police } = await officeWith({ specialist: 'thidiem.pham', police: 'thaotac.trinh' })

/** What Công an xã is asked, to be answered within so many working days. */
async function asked(days: number): Promise<string> {
  const code = await inDepartment(office)
  valueOf(await take(office, specialist, code, 'take'))
  const words = { code, version: await versionOf(office, code), to: 'CONG_AN', days: String(days), reason: 'Xác minh cư trú' }
  valueOf(await askAgency(specialist, newId(), words))
  return code
}

it('an agency sees first what it has to answer first, whenever the whole dossier is due, page after page', async () => {
  const [later, sooner] = [await asked(2), await asked(1)]
  // The dossier of what is asked for tomorrow is itself due long after the other one.
  const { dueAt } = await rowOf(office, later)
  await office.db.dossier.updateMany({ where: { code: sooner }, data: { nextDueAt: new Date((dueAt?.getTime() ?? 0) + 30 * 86_400_000) } })
  const shelf = async (cursor?: string) => valueOf(await findQueue(police, { shelf: 'agency', cursor }))
  expect((await shelf()).rows.map(({ code }) => code)).toEqual([sooner, later])
  expect(valueOf(await findPlace(police, { shelf: 'agency', code: later }))).toMatchObject({ number: 2, of: 2, before: sooner })
  const { id, stepDueAt } = await rowOf(office, sooner)
  expect((await shelf(`open_${stepDueAt?.toISOString()}_${id}`)).rows.map(({ code }) => code)).toEqual([later])
})
