import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/policy'
import { newId } from '@/lib/platform/clock'
import { addDays, type LocalDate, localDateOfColumn } from '@/lib/platform/local-date'
import { publishVersion, withdrawVersion } from '@/lib/procedures/versions/publish'
import { findComingVersions } from '@/lib/procedures/versions/queries'
import { loadProcedures } from '@/prisma/seed/data'
import type { ProcedureRow } from '@/prisma/seed/schema'
import { seedVersions } from '@/prisma/seed/versions'
import { valueOf } from '@/tests/support/filing'
import { openOffice, type Office } from '@/tests/support/office'
import { today } from '@/tests/support/today'
import { administrator, readyDraft } from '@/tests/support/versions'

// A later portal brings versions of its own; an office may have written its own before.

let office: Office
let admin: StaffActor
beforeAll(async () => {
  office = await openOffice()
  admin = await administrator(office.db)
})
afterAll(() => office.close())

/** The procedure as a later portal brings it: with one version more, from this day on. */
function later(code: string, from: LocalDate): ProcedureRow {
  const procedure = loadProcedures().find((one) => one.code === code)
  const last = procedure?.versions.at(-1)
  if (!procedure || !last) throw new Error(`No procedure ${code}`)
  const next = { ...last, validFrom: from, validTo: null, name: `${last.name} (mới)` }
  return { ...procedure, versions: [...procedure.versions.slice(0, -1), { ...last, validTo: addDays(from, -1) }, next] }
}
const bring = (...procedures: ProcedureRow[]) => seedVersions(office.db, procedures, () => 'Lĩnh vực')

const versionsOf = async (code: string) =>
  (await office.db.procedureVersion.findMany({ where: { procedureCode: code }, orderBy: { validFrom: 'asc' } })).map((version) => ({
    ...{ id: version.id, name: version.name, from: localDateOfColumn(version.validFrom) },
    to: version.validTo && localDateOfColumn(version.validTo),
  }))

/** No day has two versions, and none between the first and the last has none. */
async function expectChain(code: string): Promise<void> {
  const versions = await versionsOf(code)
  for (const [index, { to }] of versions.entries()) {
    const next = versions[index + 1]
    expect(to, `${code} ${index + 1}`).toEqual(next ? addDays(next.from, -1) : null)
  }
}

describe('a version that a later portal brings', () => {
  it('ends the one before on the day before, with its components, fees and way, and coming once more changes nothing', async () => {
    const from = addDays(today(), 40)
    await bring(later('1.001193', from))
    await expectChain('1.001193')
    const versions = await versionsOf('1.001193')
    expect(versions.at(-1)).toMatchObject({ from, to: null, name: expect.stringContaining('(mới)') })
    const of = { versionId: versions.at(-1)?.id ?? '' }
    expect(await office.db.procedureComponent.count({ where: of })).toBeGreaterThan(0)
    expect(await office.db.procedureStep.count({ where: of })).toBeGreaterThan(0)
    await bring(later('1.001193', from))
    expect(await versionsOf('1.001193')).toEqual(versions)
    // Whoever administers another commune of the installation is told of it before it begins.
    const elsewhere = { ...admin, communeId: 2 }
    expect(valueOf(await findComingVersions(elsewhere, {}))).toContainEqual(expect.objectContaining({ code: '1.001193', from }))
  })

  it('does not come between where the administrator keeps the procedure, whichever begins first', async () => {
    for (const [code, days] of [
      ['1.004873', 20],
      ['1.001022', 60],
    ] as const) {
      valueOf(await publishVersion(admin, newId(), await readyDraft(admin, code, addDays(today(), 40))))
      const before = await versionsOf(code)
      await bring(later(code, addDays(today(), days)))
      expect(await versionsOf(code)).toEqual(before)
      await expectChain(code)
    }
  })

  it('does not bring back what the administrator has withdrawn', async () => {
    const code = '1.000894'
    const from = addDays(today(), 40)
    await bring(later(code, from))
    const coming = (await versionsOf(code)).at(-1)
    valueOf(await withdrawVersion(admin, newId(), { code, versionId: coming?.id ?? '' }))
    const before = await versionsOf(code)
    expect(before.map(({ id }) => id)).not.toContain(coming?.id)
    await bring(later(code, from))
    expect(await versionsOf(code)).toEqual(before)
    await expectChain(code)
  })

  it('begins before what is there: then it stays away', async () => {
    const code = '1.004746'
    const before = await versionsOf(code)
    const first = before.at(-1)?.from
    if (!first) throw new Error('No version')
    await bring(later(code, addDays(first, -30)))
    expect((await versionsOf(code)).map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  })
})
