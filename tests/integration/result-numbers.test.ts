import { describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/policy'
import { readDossier } from '@/lib/dossiers/dossier-queries'
import { printProcess } from '@/lib/dossiers/sheet-queries'
import { codeOf, valueOf } from '@/tests/support/filing'
import { aDossierIn, rowOf, take } from '@/tests/support/moves'
import { officeWith } from '@/tests/support/office-with'

/** Trợ cấp xã hội hàng tháng: its result is a decision, which the registrar numbers. */
const NUMBERED = '1.001776'

const { office, leader, registrar } = await officeWith({ leader: 'mau.tran', registrar: 'soghi.phan' })

/** A decision that is signed and has no number yet. */
async function signed(): Promise<string> {
  const code = await aDossierIn(office, { procedure: NUMBERED, build: (builder, at) => builder.upTo('propose', () => at(30)) })
  valueOf(await take(office, leader, code, 'approve'))
  return code
}
const give = (code: string, resultNumber: string) => take(office, registrar, code, 'issue', { form: { resultNumber } })

/** Whoever works on the dossier. */
async function workerOn(code: string): Promise<StaffActor> {
  const { processorId } = await rowOf(office, code)
  return office.staff(office.world.staff.find(({ id }) => id === processorId)?.userName ?? '')
}

describe('the number of a decision', () => {
  it('stands with the result, in the history and on the process sheet once it is given', async () => {
    const code = await signed()
    valueOf(await give(code, ' 301 / QĐ-UBND '))
    const read = valueOf(await readDossier(registrar, { code }))
    expect(read.resultNumber).toBe('301/QĐ-UBND')
    expect(read.events.filter(({ resultNumber }) => resultNumber !== null)).toMatchObject([{ step: 'issue', resultNumber: '301/QĐ-UBND' }])
    const { rows } = valueOf(await printProcess(registrar, { code }))
    expect(rows.map(({ act }) => act)).toContain('Cấp số, đóng dấu, ban hành: 301/QĐ-UBND')
  })

  it('is given to no other result of the year, and the sentence names the dossier that has it', async () => {
    const [code, other] = [await signed(), await signed()]
    valueOf(await give(code, '302/QĐ-UBND'))
    for (const doubled of ['302/QĐ-UBND', '302/qĐ-ubnd', '302 /QĐ-UBND'])
      expect(await give(other, doubled)).toMatchObject({
        code: 'invalid_input',
        fields: { resultNumber: expect.stringContaining(`đã cấp năm nay cho hồ sơ ${code}`) as string },
      })
    expect(await rowOf(office, other)).toMatchObject({ stage: 'awaiting_issue', resultNumber: null })
    valueOf(await give(other, '303/QĐ-UBND'))
  })

  it('stays the result’s own when it is taken back and signed anew', async () => {
    const [code, other] = [await signed(), await signed()]
    valueOf(await give(code, '304/QĐ-UBND'))
    valueOf(await take(office, leader, code, 'reopen', { reason: 'Sai ngày sinh' }))
    expect(codeOf(await give(other, '304/QĐ-UBND'))).toBe('invalid_input')
    valueOf(await take(office, await workerOn(code), code, 'propose'))
    valueOf(await take(office, leader, code, 'approve'))
    valueOf(await give(code, '304/QĐ-UBND'))
  })

  it('goes to one of three when it is given to all at once', async () => {
    const codes = [await signed(), await signed(), await signed()]
    const given = await Promise.all(codes.map((code) => give(code, '305/QĐ-UBND')))
    expect(given.map(codeOf).toSorted()).toEqual(['invalid_input', 'invalid_input', 'ok'])
  })

  it('is never doubled in the demonstration’s dossiers', async () => {
    const numbers: (string | null)[] = []
    for (const minutes of [20, 20, 15]) {
      const code = await aDossierIn(office, { procedure: NUMBERED, build: (builder, at) => builder.upTo('approve', () => at(minutes)) })
      numbers.push((await rowOf(office, code)).resultNumber)
    }
    expect(numbers).not.toContain(null)
    expect(new Set(numbers).size).toBe(numbers.length)
  })
})
