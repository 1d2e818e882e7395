import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/policy'
import { codeOf, valueOf } from '@/tests/support/filing'
import { aDossierIn, checksFor, receive, rowOf } from '@/tests/support/moves'
import { openOffice, type Office } from '@/tests/support/office'

let office: Office
let clerk: StaffActor
beforeAll(async () => {
  office = await openOffice()
  clerk = await office.staff('vidu.le')
})
afterAll(() => office.close())

describe('the check before the receipt', () => {
  it('needs a paper that the applicant said is their case', async () => {
    const code = await aDossierIn(office)
    const { id: dossierId } = await rowOf(office, code)
    await office.db.dossierComponent.updateMany({ where: { dossierId, position: 2 }, data: { applies: true } })
    expect(codeOf(await receive(office, clerk, code))).toBe('components_unchecked')
    valueOf(await receive(office, clerk, code, { checks: await checksFor(office, code, { 2: 'ACCEPTED' }) }))
  })

  it('finds nothing good that does not apply and that nobody has sent', async () => {
    const code = await aDossierIn(office)
    const { id: dossierId } = await rowOf(office, code)
    await office.db.dossierComponent.updateMany({ where: { dossierId, position: 2 }, data: { applies: false } })
    await office.db.document.deleteMany({ where: { dossierId, position: 2 } })
    const no = await receive(office, clerk, code, { checks: await checksFor(office, code, { 2: 'ACCEPTED' }) })
    expect(no).toMatchObject({
      ok: false,
      code: 'components_unchecked',
      fields: { 'check-2': expect.stringContaining('Không có tệp nào') },
    })
    valueOf(await receive(office, clerk, code, { checks: await checksFor(office, code, { 2: 'NOT_NEEDED' }) }))
  })
})
