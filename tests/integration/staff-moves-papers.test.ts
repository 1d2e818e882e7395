import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/policy'
import { readDossier, revealPersonalNumber } from '@/lib/dossiers/dossier-queries'
import { openPaper } from '@/lib/dossiers/paper-queries'
import { renderPaper } from '@/lib/papers/render'
import { codeOf, valueOf } from '@/tests/support/filing'
import { aDossierIn, attach, BIRTH, inDepartment, receive, rowOf, take } from '@/tests/support/moves'
import { openOffice, type Office } from '@/tests/support/office'
import { textOf } from '@/tests/support/pdf'

let office: Office
let clerk: StaffActor
let specialist: StaffActor

beforeAll(async () => {
  office = await openOffice()
  ;[clerk, specialist] = await Promise.all([office.staff('vidu.le'), office.staff('thidiem.pham')])
}, 120_000)
afterAll(() => office.close())

const MINE = {
  fullName: 'Nguyễn Thị Minh Họa',
  personalNumber: '086194000012',
  birthDate: '1994-03-14',
  phone: '0900000123',
  email: null,
  address: 'Số 12, ấp Mẫu, xã Tân Hoà',
}

const linesAbout = (id: string) => office.db.auditLine.findMany({ where: { subjectId: id }, orderBy: { chainSeq: 'asc' } })

describe('an issued paper', () => {
  it('opens for the staff who see its dossier and for its applicant, and for nobody else', async () => {
    const code = await aDossierIn(office, { person: MINE })
    const { receiptId } = valueOf(await receive(office, clerk, code))
    const open = async (actor: Parameters<typeof openPaper>[0]) => codeOf(await openPaper(actor, { id: receiptId }))
    expect(await open(clerk)).toBe('ok')
    expect(await open(specialist)).toBe('ok')
    expect(await open(await office.citizen(MINE.personalNumber))).toBe('ok')
    expect(await open(await office.citizen('086088000013'))).toBe('not_found')
    expect(await open({ ...(await office.citizen(MINE.personalNumber)), level: 1 })).toBe('not_found')
    for (const userName of ['gialap.nguyen', 'songsinh.ta', 'quantri.cao'])
      expect(await open(await office.staff(userName))).toBe('not_found')
    expect(await open({ kind: 'anonymous', communeId: 1, address: '192.0.2.1' })).toBe('sign_in_needed')
    expect(codeOf(await openPaper(clerk, { id: 'not-an-id' }))).toBe('invalid_input')
  })

  it('gives the facts until its PDF is kept, from which the counter prints what was true at the receipt', async () => {
    const code = await aDossierIn(office, { person: MINE })
    const { receiptId } = valueOf(await receive(office, clerk, code))
    const paper = valueOf(await openPaper(clerk, { id: receiptId }))
    expect(paper).toMatchObject({ kind: 'RECEIPT', dossierCode: code, kept: null })
    const text = textOf(await renderPaper('RECEIPT', paper.made.templateVersion, paper.made.facts))
    for (const words of [code, MINE.fullName, MINE.personalNumber, clerk.fullName, 'Thời gian trả kết quả']) expect(text).toContain(words)
    await office.db.paper.updateMany({ where: { id: receiptId }, data: { storageKey: `1/aa/${receiptId}`, size: 9 } })
    expect(valueOf(await openPaper(clerk, { id: receiptId }))).toMatchObject({ kept: { storageKey: `1/aa/${receiptId}`, size: 9 } })
  })

  it('leaves a line that says who opened it', async () => {
    const code = await aDossierIn(office)
    const { receiptId } = valueOf(await receive(office, clerk, code))
    const { id } = await rowOf(office, code)
    valueOf(await openPaper(specialist, { id: receiptId }))
    expect((await linesAbout(id)).at(-1)).toMatchObject({
      action: 'paper.open',
      outcome: 'read',
      actorId: specialist.staffId,
      detail: { paper: receiptId, paperKind: 'RECEIPT' },
    })
  })
})

describe('the page of a dossier', () => {
  it('shows the number masked until somebody asks for it, and writes down both looks', async () => {
    const code = await aDossierIn(office, { person: MINE })
    const { id } = await rowOf(office, code)
    const page = valueOf(await readDossier(clerk, { code }))
    expect(page.applicant).toMatchObject({ maskedNumber: '086•••••0012' })
    expect(JSON.stringify({ ...page, calendar: null })).not.toContain(MINE.personalNumber)
    expect(valueOf(await revealPersonalNumber(clerk, { code }))).toEqual({ personalNumber: MINE.personalNumber })
    expect((await linesAbout(id)).map(({ action, outcome, detail }) => ({ action, outcome, detail }))).toEqual([
      { action: 'dossier.read', outcome: 'read', detail: {} },
      { action: 'dossier.reveal_personal_number', outcome: 'read', detail: { field: 'personalNumber' } },
    ])
    expect(codeOf(await revealPersonalNumber(await office.staff('gialap.nguyen'), { code }))).toBe('not_found')
  })

  it('says before the receipt what it would bring: the appointment and the fees that depend on the case', async () => {
    const code = await aDossierIn(office, { procedure: BIRTH })
    const page = valueOf(await readDossier(clerk, { code }))
    expect(page.ifReceived?.deadline.reasons.length).toBeGreaterThan(0)
    expect(page.due).toBeNull()
    // No further copies are asked for, so their fee cannot arise.
    expect(page.feesToDecide).toMatchObject([{ code: 'le-phi-ho-tich', amount: 8_000, quantity: 1, condition: 'Đăng ký quá hạn' }])
    valueOf(await receive(office, clerk, code))
    const after = valueOf(await readDossier(clerk, { code }))
    expect(after).toMatchObject({ ifReceived: null, feesToDecide: [] })
    expect(after.due?.deadline.dueAt).toEqual(after.dueAt)
  })

  it('offers each person their own steps and tells the history with names, departments and reasons', async () => {
    const code = await inDepartment(office)
    const stepsOf = async (userName: string) =>
      valueOf(await readDossier(await office.staff(userName), { code })).steps.map(({ step }) => step)
    expect(await stepsOf('thidiem.pham')).toEqual(['take', 'pass_to_department', 'return_to_desk'])
    expect(await stepsOf('vidu.le')).toEqual(['recall_forward', 'ask_to_withdraw'])
    valueOf(await take(office, specialist, code, 'take'))
    valueOf(await attach(office, specialist, code))
    valueOf(await take(office, specialist, code, 'propose', { reason: 'Đủ căn cứ.' }))
    expect(await stepsOf('mau.tran')).toEqual(['approve', 'send_back', 'extend', 'stop'])
    const { events, holder, results } = valueOf(await readDossier(specialist, { code }))
    expect(holder).toBe('Lãnh đạo Ủy ban nhân dân xã')
    expect(results).toHaveLength(1)
    expect(events[0]).toMatchObject({ step: 'propose', by: specialist.fullName, note: 'Đủ căn cứ.' })
    expect(events.find(({ step }) => step === 'forward')).toMatchObject({ to: 'Văn phòng HĐND và UBND' })
    expect(events.at(-1)).toMatchObject({ step: 'submit' })
  })

  it('is not there for those who may not see the dossier', async () => {
    const code = await inDepartment(office)
    for (const userName of ['gialap.nguyen', 'songsinh.ta', 'quantri.cao'])
      expect(codeOf(await readDossier(await office.staff(userName), { code }))).toBe('not_found')
    expect(codeOf(await readDossier(await office.citizen(), { code }))).not.toBe('ok')
  })
})
