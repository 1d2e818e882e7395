import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findBooks } from '@/lib/dossiers/books/queries'
import { readDossier } from '@/lib/dossiers/dossier-queries'
import { renderPaper } from '@/lib/papers/render'
import { valueOf } from '@/tests/support/filing'
import { aDossierIn, rowOf } from '@/tests/support/moves'
import { takeAny } from '@/tests/support/every-step'
import { officeWith } from '@/tests/support/office-with'
import { textOf } from '@/tests/support/pdf'
import { today } from '@/tests/support/today'

// An installation of before Thông báo dừng had a sign of its own: what was issued keeps its number, what comes has the new sign.

const UPDATE = readFileSync(join(process.cwd(), 'prisma/migrations/20261130165000_stop_symbol/migration.sql'), 'utf8')

const { office, admin, leader } = await officeWith({ admin: 'quantri.cao', leader: 'mau.tran' })

const stopOf = async (code: string) => (await rowOf(office, code)).papers.find(({ kind }) => kind === 'STOP')
const printedIn = async (code: string) => valueOf(await readDossier(leader, { code })).papers.find(({ kind }) => kind === 'STOP')?.printed

describe('the sign of Thông báo dừng', () => {
  it('is its own from now on, and the centre’s on what was issued before', async () => {
    const before = await aDossierIn(office, { build: (builder, at) => builder.step('receive', at(50)).step('stop', at(30)) })
    expect((await stopOf(before))?.printed).toBeNull()
    await office.db.$executeRawUnsafe(UPDATE)
    const old = await stopOf(before)
    expect(await printedIn(before)).toBe('0001/TTPVHCC')
    expect(textOf(await renderPaper('STOP', old?.templateVersion ?? 0, old?.facts))).toContain('Số: 0001/TTPVHCC')
    const after = await aDossierIn(office, { build: (builder, at) => builder.step('receive', at(50)) })
    valueOf(await takeAny(office, 'stop', { actor: leader, code: after, words: { to: leader.staffId, days: 2, newDay: today() } }))
    const issued = await stopOf(after)
    expect(issued).toMatchObject({ number: 2, printed: '0002/TBD' })
    expect(textOf(await renderPaper('STOP', issued?.templateVersion ?? 0, issued?.facts))).toContain('Số: 0002/TBD')
    // Run again it touches nothing.
    await office.db.$executeRawUnsafe(UPDATE)
    expect([await printedIn(before), await printedIn(after)]).toEqual(['0001/TTPVHCC', '0002/TBD'])
    expect(valueOf(await findBooks(admin, {})).books.find(({ kind }) => kind === 'STOP')).toMatchObject({ next: 3, now: { sign: 'TBD' } })
  })
})
