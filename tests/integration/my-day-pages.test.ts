import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/policy'
import { readMyDay } from '@/lib/dossiers/watch-queries'
import { newId, readClock } from '@/lib/platform/clock'
import { valueOf } from '@/tests/support/filing'
import { aDossierIn, rowOf } from '@/tests/support/moves'
import { openOffice, type Office } from '@/tests/support/office'

let office: Office
let clerk: StaffActor
beforeAll(async () => {
  office = await openOffice()
  clerk = await office.staff('vidu.le')
}, 120_000)
afterAll(() => office.close())

/** A dossier on which the clerk's opinion is asked. */
async function asked(minutes: number): Promise<string> {
  const code = await aDossierIn(office, { sent: minutes })
  const [askedAt, dueAt] = [readClock(), new Date(readClock().getTime() + 3_600_000)]
  const { id: dossierId } = await rowOf(office, code)
  const by = office.world.staff.find(({ userName }) => userName === 'thidiem.pham')?.id ?? ''
  await office.db.consultation.create({
    data: { communeId: 1, id: newId(), dossierId, askedOf: clerk.staffId, askedBy: by, question: 'Đã đủ chưa?', askedAt, dueAt },
  })
  return code
}
const codesOf = ({ questions }: { questions: readonly { code: string }[] }) => questions.map(({ code }) => code)

describe('a day with more than a page can show', () => {
  it('says that there is more and goes on there, until everything was shown once', async () => {
    const codes: string[] = []
    for (let n = 0; n < 65; n += 1) codes.push(await asked(60 + n))
    const pages = []
    let cursor: string | undefined
    do {
      const page = valueOf(await readMyDay(clerk, { cursor }))
      pages.push(codesOf(page))
      cursor = page.next ?? undefined
    } while (cursor !== undefined && pages.length < 10)
    expect(pages.map(({ length }) => length)).toEqual([30, 30, 5])
    expect(pages.flat().toSorted()).toEqual(codes.toSorted())
  })

  it('is not held up by an address that makes no sense', async () => {
    for (const cursor of ['', 'x', '0000-01-01T00:00:00.000Z_1'])
      expect(codesOf(valueOf(await readMyDay(clerk, { cursor })))).toHaveLength(30)
  })
})
