import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/policy'
import { newId } from '@/lib/platform/clock'
import { readProcedure } from '@/lib/procedures/queries'
import { arrangeVersionEntry, dropVersionDraft, saveVersionEntry, saveVersionPart, startVersion } from '@/lib/procedures/versions/commands'
import { findKeptProcedures, readVersionDraft, readVersions } from '@/lib/procedures/versions/queries'
import { anonymous } from '@/tests/support/actors'
import { codeOf, valueOf } from '@/tests/support/filing'
import { openOffice, type Office } from '@/tests/support/office'
import { administrator, draftOf, savePart, seenOf } from '@/tests/support/versions'

let office: Office
let admin: StaffActor
beforeAll(async () => {
  office = await openOffice()
  admin = await administrator(office.db)
})
afterAll(() => office.close())

const versionsOf = async (code: string) => valueOf(await readVersions(admin, { code }))
const shownToPeople = async (code: string) => valueOf(await readProcedure(anonymous(), { code }))

describe('a draft of a version', () => {
  const code = '1.001612'

  it('is one for all administrators, begun once', async () => {
    const [one, two] = await Promise.all([startVersion(admin, newId(), { code }), startVersion(admin, newId(), { code })])
    expect([valueOf(one).isNew, valueOf(two).isNew].toSorted()).toEqual([false, true])
    expect(valueOf(await findKeptProcedures(admin, { q: code })).procedures[0]).toMatchObject({ isDrafted: true, next: null })
  })

  it('does not let an older window overwrite a newer one, page by page', async () => {
    const seen = await seenOf(admin, code, 'basis')
    const save = (texts: string, mark = seen) =>
      saveVersionPart(admin, newId(), { code, part: 'basis', fields: { texts, verified: 'yes' }, seen: mark })
    valueOf(await save('Luật thử 1/2026/QH16'))
    expect(codeOf(await save('Luật khác 2/2026/QH16'))).toBe('changed_meanwhile')
    // The same once more, after an answer that was lost.
    valueOf(await save('Luật thử 1/2026/QH16'))
    // Another page is not older for it.
    valueOf(await savePart(admin, { code, part: 'fees' }, { feeSentence: 'Không thu', feeShort: 'không thu' }))
    expect((await draftOf(admin, code)).content.feeSentence).toBe('Không thu.')
  })

  it('has entries that are added, changed, moved and taken out', async () => {
    const papers = async () => (await draftOf(admin, code)).content.papers.map(({ name }) => name)
    const first = await papers()
    const fields = { name: 'Ảnh 3×4', requirement: 'ALWAYS', originals: '2', copies: '0' }
    const seen = () => seenOf(admin, code, 'papers')
    valueOf(await saveVersionEntry(admin, newId(), { code, list: 'papers', at: null, fields, seen: await seen() }))
    expect(await papers()).toEqual([...first, 'Ảnh 3×4'])
    const at = first.length + 1
    const changed = { ...fields, name: 'Ảnh 4×6' }
    valueOf(await saveVersionEntry(admin, newId(), { code, list: 'papers', at, fields: changed, seen: await seen() }))
    valueOf(await arrangeVersionEntry(admin, newId(), { code, list: 'papers', at, to: 'up', seen: await seen() }))
    expect(await papers()).toEqual([...first.slice(0, -1), 'Ảnh 4×6', first.at(-1)])
    // The same press in an older window would move another entry.
    expect(codeOf(await arrangeVersionEntry(admin, newId(), { code, list: 'papers', at, to: 'up', seen: 'cũ' }))).toBe('changed_meanwhile')
    valueOf(await arrangeVersionEntry(admin, newId(), { code, list: 'papers', at: at - 1, to: 'out', seen: await seen() }))
    expect(await papers()).toEqual(first)
    const key = (await draftOf(admin, code)).content.papers[0]?.key
    const renamed = { ...fields, name: 'Tên khác hẳn' }
    valueOf(await saveVersionEntry(admin, newId(), { code, list: 'papers', at: 1, fields: renamed, seen: await seen() }))
    expect((await draftOf(admin, code)).content.papers[0]).toMatchObject({ name: 'Tên khác hẳn', key })
  })

  it('is put away, and nothing of it reaches people', async () => {
    const before = await shownToPeople(code)
    expect(codeOf(await dropVersionDraft(admin, newId(), { code, seen: 'cũ' }))).toBe('changed_meanwhile')
    valueOf(await dropVersionDraft(admin, newId(), { code, seen: await seenOf(admin, code, 'whole') }))
    expect(codeOf(await readVersionDraft(admin, { code }))).toBe('not_found')
    expect(await shownToPeople(code)).toEqual(before)
  })

  it('that an older portal has written can only be put away', async () => {
    valueOf(await startVersion(admin, newId(), { code }))
    await office.db.procedureDraft.update({ where: { procedureCode: code }, data: { content: { name: 1 } } })
    expect(codeOf(await readVersionDraft(admin, { code }))).toBe('draft_unreadable')
    expect((await versionsOf(code)).draft).toMatchObject({ isReadable: false })
    valueOf(await dropVersionDraft(admin, newId(), { code, seen: '' }))
  })
})
