import { expect, it } from 'vitest'
import { askAgency } from '@/lib/dossiers/commands/ask-agency'
import { readDossier } from '@/lib/dossiers/dossier-queries'
import { countShelves, findPlace, findQueue } from '@/lib/dossiers/queue-queries'
import type { StaffActor } from '@/lib/access/policy'
import { newId, readClock } from '@/lib/platform/clock'
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

const DAY = 86_400_000
/** Sets when the agency has to answer and when the whole dossier is due, in days from now. */
const due = (code: string, answer: number, whole: number) => {
  const at = (days: number) => new Date(readClock().getTime() + days * DAY)
  return office.db.dossier.updateMany({ where: { code }, data: { stepDueAt: at(answer), nextDueAt: at(whole) } })
}

it('an agency sees first what it has to answer first, whenever the whole dossier is due, page after page', async () => {
  const [later, sooner] = [await asked(2), await asked(1)]
  // The dossier of what is asked for tomorrow is itself due long after the other one.
  await due(sooner, 1, 32)
  await due(later, 2, 2)
  const codes = (...[shelf, cursor]: [shelf: string, cursor?: string]) =>
    findQueue(police, { shelf, cursor }).then((found) => valueOf(found).rows.map(({ code }) => code))
  expect(await codes('agency')).toEqual([sooner, later])
  for (const shelf of ['agency', 'mine'])
    expect(valueOf(await findPlace(police, { shelf, code: later }))).toMatchObject({ number: 2, before: sooner })
  const { id, stepDueAt } = await rowOf(office, sooner)
  expect(await codes('agency', `asked_${stepDueAt?.toISOString()}_${id}`)).toEqual([later])

  // With its own dossiers it stands before them, and goes on with them.
  const own = (await codes('mine')).slice(2)
  expect(own).not.toContain(later)
  expect(await codes('mine', `asked_${stepDueAt?.toISOString()}_${id}`)).toEqual([later, ...own])
})

it('what an agency should have answered is late for it, though the dossier is not, and for nobody else', async () => {
  const late = await asked(1)
  const counts = async (actor: StaffActor) => {
    const { shelves, at } = valueOf(await countShelves(actor, { shelf: 'mine' }))
    return { overdue: shelves.find(({ shelf }) => shelf === 'overdue')?.count ?? 0, mine: at.overdue }
  }
  const overdue = (actor: StaffActor) => findQueue(actor, { shelf: 'overdue' }).then((found) => valueOf(found).rows.map(({ code }) => code))
  const [before, specialists] = [await counts(police), await counts(specialist)]
  await due(late, -3, 20)
  expect(await counts(police)).toEqual({ overdue: before.overdue + 1, mine: before.mine + 1 })
  expect(await counts(specialist)).toEqual(specialists)
  expect(await overdue(police)).toContain(late)
  expect(await overdue(specialist)).not.toContain(late)
  expect(valueOf(await findQueue(police, { shelf: 'mine' })).rows[0]).toMatchObject({ code: late, standing: { kind: 'late' } })
  // Late as a whole and in time for the agency is the other way round.
  await due(late, 3, -3)
  expect(await counts(police)).toEqual(before)
  expect(await overdue(police)).not.toContain(late)

  const { stepDueAt } = await rowOf(office, late)
  expect(valueOf(await readDossier(police, { code: late }))).toMatchObject({ answerBy: stepDueAt, standing: { kind: 'left' } })
  expect(valueOf(await readDossier(specialist, { code: late }))).toMatchObject({ answerBy: null, standing: { kind: 'late' } })
})
