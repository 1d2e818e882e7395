import { describe, expect, it } from 'vitest'
import { askForMore } from '@/lib/dossiers/commands/ask-for-more'
import { addReason, changeReason, endReason, saveSupplementTime } from '@/lib/dossiers/commands/reasons'
import { readDossier } from '@/lib/dossiers/dossier-queries'
import { readMyDossier } from '@/lib/dossiers/my-queries'
import { countShelves, findQueue } from '@/lib/dossiers/queue-queries'
import { findReasons, findReasonWordings } from '@/lib/dossiers/reason-queries'
import { findUnverified } from '@/lib/dossiers/unverified-queries'
import { findChanges } from '@/lib/staff/change-queries'
import { newId } from '@/lib/platform/clock'
import { addDays, localDateOf } from '@/lib/platform/local-date'
import { codeOf, valueOf } from '@/tests/support/filing'
import { aDossierIn, versionOf } from '@/tests/support/moves'
import { KNOWN } from '@/tests/support/office'
import { officeWith } from '@/tests/support/office-with'
import { today } from '@/tests/support/today'

const FROM = '2025-07-01'
const { office, admin, clerk } = await officeWith({ admin: 'quantri.cao', clerk: 'vidu.le' })

const listed = async () => valueOf(await findReasons(clerk, { kind: 'SUPPLEMENT' }))
const wordingsOf = async (code: string) => valueOf(await findReasonWordings(admin, {})).wordings.filter((one) => one.code === code)

describe('the list of reasons', () => {
  it('gets another wording from a day on: until then the clerk reads the one before, and both are kept', async () => {
    const tomorrow = addDays(today(), 1)
    valueOf(
      await changeReason(admin, newId(), {
        code: 'incomplete',
        shownFrom: FROM,
        text: 'Thiếu trang hoặc phụ lục.',
        from: tomorrow,
      }),
    )
    expect((await listed()).find(({ code }) => code === 'incomplete')?.text).toBe('Thiếu trang')
    expect(await wordingsOf('incomplete')).toMatchObject([
      { text: 'Thiếu trang hoặc phụ lục', from: tomorrow, to: null, standing: 'coming', isNewest: true, unverified: false },
      { text: 'Thiếu trang', from: FROM, to: today(), standing: 'now', isNewest: false },
    ])
  })

  it('is changed at once where the day is today, and keeps what was issued before', async () => {
    const code = await aDossierIn(office, { person: KNOWN })
    const [position = 1] = (valueOf(await readDossier(clerk, { code })).components ?? []).map((component) => component.position)
    const items = [{ position, reasonCode: 'unsigned', text: '' }]
    valueOf(await askForMore(clerk, newId(), { code, version: await versionOf(office, code), items }))
    valueOf(await changeReason(admin, newId(), { code: 'unsigned', shownFrom: FROM, text: 'Chưa ký tờ khai', from: today() }))
    expect((await listed()).find((one) => one.code === 'unsigned')?.text).toBe('Chưa ký tờ khai')
    const asked = await office.db.supplementItem.findFirstOrThrow({ where: { reasonCode: 'unsigned' }, select: { reason: true } })
    expect(asked.reason).toBe('Chưa ký hoặc chưa ghi đủ nội dung tờ khai')
  })

  it('takes a new reason and lets an old one end, each with its day', async () => {
    const { code } = valueOf(await addReason(admin, newId(), { kind: 'SUPPLEMENT', text: 'Thiếu dấu giáp lai', from: today() }))
    expect((await listed()).at(-1)).toEqual({ code, text: 'Thiếu dấu giáp lai' })
    valueOf(await endReason(admin, newId(), { code: 'expired', shownFrom: FROM, lastDay: today() }))
    expect((await listed()).map((one) => one.code)).toContain('expired')
    const tomorrow = addDays(today(), 1)
    expect(await wordingsOf('expired')).toMatchObject([{ to: today() }])
    const { wordings } = valueOf(await findReasonWordings(admin, {}))
    expect(wordings.filter(({ from, to }) => from <= tomorrow && (to === null || to >= tomorrow)).map((one) => one.code)).not.toContain(
      'expired',
    )
  })

  it('never changes a day that is over', async () => {
    const yesterday = addDays(today(), -1)
    const answers = [
      await addReason(admin, newId(), { kind: 'SUPPLEMENT', text: 'Lý do của hôm qua', from: yesterday }),
      await changeReason(admin, newId(), { code: 'missing', shownFrom: FROM, text: 'Lời của hôm qua', from: yesterday }),
      await endReason(admin, newId(), { code: 'missing', shownFrom: FROM, lastDay: yesterday }),
    ]
    expect(answers.map(codeOf)).toEqual(['invalid_input', 'invalid_input', 'invalid_input'])
  })

  it('is not overwritten by an administrator who saw an older wording', async () => {
    const change = (text: string) => changeReason(admin, newId(), { code: 'mismatch', shownFrom: FROM, text, from: today() })
    const answers = await Promise.all([change('Không khớp với tờ khai'), change('Sai khác với tờ khai')])
    expect(answers.map(codeOf).toSorted()).toEqual(['changed_meanwhile', 'ok'])
  })

  it('says in the audit who changed what', async () => {
    const lines = await office.db.auditLine.findMany({ where: { subjectKind: 'reason', subjectId: 'incomplete' } })
    expect(lines).toMatchObject([{ action: 'dossier.change_reason', actorId: admin.staffId, detail: { from: addDays(today(), 1) } }])
  })
})

describe('the lists of the other steps', () => {
  const of = async (kind: string) => valueOf(await findReasons(clerk, { kind })).map(({ text }) => text)

  it('are there from the beginning, each for its own step', async () => {
    const lists = await Promise.all(['SUPPLEMENT', 'REFUSAL', 'RETURN', 'EXTENSION', 'STOP'].map(of))
    for (const texts of lists) expect(texts.length).toBeGreaterThan(2)
    const all = lists.flat()
    expect(new Set(all).size).toBe(all.length)
  })

  it('are kept like that of the supplements: from a day on, until a day, in nobody else’s list', async () => {
    const tomorrow = addDays(today(), 1)
    const { code } = valueOf(await addReason(admin, newId(), { kind: 'STOP', text: 'Người nộp đã mất', from: today() }))
    expect((await of('STOP')).at(-1)).toBe('Người nộp đã mất')
    expect(await of('REFUSAL')).not.toContain('Người nộp đã mất')
    valueOf(await changeReason(admin, newId(), { code, shownFrom: today(), text: 'Người đề nghị đã mất', from: tomorrow }))
    expect((await of('STOP')).at(-1)).toBe('Người nộp đã mất')
    expect(await wordingsOf(code)).toMatchObject([
      { kind: 'STOP', from: tomorrow, isNewest: true },
      { kind: 'STOP', to: today() },
    ])
    valueOf(await endReason(admin, newId(), { code, shownFrom: tomorrow, lastDay: tomorrow }))
    const told = valueOf(await findChanges(admin, { topic: 'REASON', subject: code }))
    expect(told.map(({ by, before, after }) => ({ by, before, after }))).toEqual([
      { by: admin.fullName, before: { lastDay: null }, after: { lastDay: tomorrow } },
      { by: admin.fullName, before: { text: 'Người nộp đã mất', from: null }, after: { text: 'Người đề nghị đã mất', from: tomorrow } },
      { by: admin.fullName, before: null, after: { kind: 'STOP', text: 'Người nộp đã mất', from: today() } },
    ])
  })
})

describe('a supplement that nobody answers', () => {
  const silentFor = async (days: number) => {
    const minute = 1_440
    return aDossierIn(office, {
      person: KNOWN,
      sent: (days + 1) * minute,
      build: (builder, at) => builder.step('ask_for_more', at(days * minute)),
    })
  }
  const lapsed = async () => valueOf(await findQueue(clerk, { shelf: 'supplement_lapsed' })).rows

  it('lies on a shelf of the desk once its days are over, and is late for nobody', async () => {
    const [silent, young] = [await silentFor(40), await silentFor(3)]
    const rows = await lapsed()
    expect(rows.map(({ code }) => code)).toContain(silent)
    expect(rows.map(({ code }) => code)).not.toContain(young)
    expect(rows.find(({ code }) => code === silent)?.standing).toEqual({ kind: 'waiting', for: 'applicant_lapsed' })
    const { shelves } = valueOf(await countShelves(clerk, {}))
    expect(shelves.find(({ shelf }) => shelf === 'supplement_lapsed')?.count).toBe(rows.length)
    const overdue = valueOf(await findQueue(clerk, { shelf: 'overdue' })).rows
    expect(overdue.map(({ code }) => code)).not.toContain(silent)
    expect(valueOf(await countShelves(clerk, { shelf: 'awaiting_supplement' })).at.overdue).toBe(0)
  })

  it('waits as long as the commune says, for requests from then on, and is unverified until a text is named', async () => {
    const rules = async () => valueOf(await findUnverified(admin, {})).rules.map(({ rule }) => rule)
    valueOf(await saveSupplementTime(admin, newId(), { days: '10', source: '' }))
    expect(await rules()).toContain('Chờ người nộp bổ sung 10 ngày rồi xem lại; hồ sơ không tự đóng')
    const code = await aDossierIn(office, { person: KNOWN })
    const page = valueOf(await readDossier(clerk, { code }))
    const [position = 1] = page.components.map((component) => component.position)
    valueOf(await askForMore(clerk, newId(), { code, version: page.version, items: [{ position, reasonCode: 'missing', text: '' }] }))
    const { nextDueAt } = valueOf(await readDossier(clerk, { code }))
    const days = [10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20].map((more) => addDays(today(), more))
    expect(days).toContain(nextDueAt && localDateOf(nextDueAt))
    valueOf(await saveSupplementTime(admin, newId(), { days: '30', source: 'Quyết định 12/QĐ-UBND' }))
    expect((await rules()).filter((rule) => rule.startsWith('Chờ người nộp'))).toEqual([])
  })

  it('is asked for on the page of the citizen, paper by paper with the reasons', async () => {
    const code = await aDossierIn(office, { person: KNOWN })
    const page = valueOf(await readDossier(clerk, { code }))
    const items = page.components.slice(0, 2).map(({ position }) => ({ position, reasonCode: 'missing', text: 'Bản chụp cả hai mặt' }))
    valueOf(await askForMore(clerk, newId(), { code, version: page.version, items }))
    const { asked } = valueOf(await readMyDossier(await office.citizen(), { code }))
    expect(asked?.items.map(({ name }) => name)).toEqual(page.components.slice(0, 2).map(({ name }) => name))
    for (const { reason } of asked?.items ?? []) expect(reason).toContain('Bản chụp cả hai mặt')
  })
})
