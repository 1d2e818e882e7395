import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/policy'
import { stopDossier } from '@/lib/dossiers/commands/stop-dossier'
import { EVENTS, toldOf } from '@/lib/dossiers/control'
import { handOversOf, unitKey } from '@/lib/dossiers/hand-overs'
import { openPaper } from '@/lib/dossiers/paper-queries'
import { printControl, printHandOver, printHandOvers, printProcess, findHandOvers } from '@/lib/dossiers/sheet-queries'
import { handOverOnSheet, processOnSheet } from '@/lib/papers/desk-sheets'
import { renderControl, renderDeskSheet, renderPaper } from '@/lib/papers/render'
import { ControlFacts } from '@/lib/papers/schema'
import { newId } from '@/lib/platform/clock'
import { instantAt, localDateOf } from '@/lib/platform/local-date'
import { aDossier, type DossierBuilder } from '@/prisma/seed/builders/dossier'
import { procedureOf, staffNamed } from '@/prisma/seed/builders/world'
import { local } from '@/tests/support/calendar'
import { codeOf, MARITAL_STATUS, valueOf } from '@/tests/support/filing'
import { expectInOrder } from '@/tests/support/in-order'
import { handOver, rowOf, versionOf } from '@/tests/support/moves'
import { KNOWN, openOffice, type Office } from '@/tests/support/office'
import { cellsOf } from '@/tests/support/pdf'

let office: Office
const staff: Record<'clerk' | 'specialist' | 'leader' | 'police' | 'outsider', StaffActor> = Object(null)
beforeAll(async () => {
  office = await openOffice()
  const named = { clerk: 'vidu.le', specialist: 'thidiem.pham', leader: 'mau.tran', police: 'thaotac.trinh', outsider: 'gialap.nguyen' }
  for (const [name, userName] of Object.entries(named)) Object.assign(staff, { [name]: await office.staff(userName) })
}, 120_000)
afterAll(() => office.close())

/** A dossier sent on Monday 02/03/2026 at 07:30: three working days, 4 office hours for the desk, 16 to work on it, 4 to sign. */
async function aDossierOf(build: (builder: DossierBuilder) => DossierBuilder, submittedAt = local('2026-03-02 07:30')): Promise<string> {
  const begun = aDossier(office.world, {
    procedure: procedureOf(office.world, MARITAL_STATUS),
    person: KNOWN,
    channel: 'ONLINE',
    submittedAt,
  })
  const [code = ''] = await office.insert(build(begun).built())
  return code
}

const by = (userName: string) => ({ by: staffNamed(office.world, userName) })
const CLERK = () => by('vidu.le')
const SPECIALIST = () => by('thidiem.pham')

const atWork = (builder: DossierBuilder): DossierBuilder =>
  builder
    .step('receive', local('2026-03-02 08:00'), CLERK())
    .step('forward', local('2026-03-02 09:15'), CLERK())
    .step('take', local('2026-03-02 09:40'), SPECIALIST())

/** A whole life: a supplement that pauses it for two days, an agency that is late, a result that is sent back once. */
const wholeLife = (builder: DossierBuilder): DossierBuilder =>
  atWork(builder)
    .step('ask_for_more', local('2026-03-02 14:00'), SPECIALIST())
    .step('answer', local('2026-03-04 14:00'))
    .step('ask_agency', local('2026-03-05 08:00'), { ...SPECIALIST(), to: { departmentCode: 'CONG_AN', id: null } })
    .step('agency_answer', local('2026-03-10 09:30'), by('thaotac.trinh'))
    .resultAttached(local('2026-03-10 09:50'))
    .step('propose', local('2026-03-10 10:00'), SPECIALIST())
    .step('send_back', local('2026-03-10 10:30'), by('mau.tran'))
    .step('propose', local('2026-03-10 14:00'), SPECIALIST())
    .step('approve', local('2026-03-10 16:00'), by('mau.tran'))

const controlOf = async (code: string) => (await rowOf(office, code)).papers.filter(({ kind }) => kind === 'CONTROL')

const OFFICE = 'Văn phòng HĐND và UBND'
const CENTRE = 'Trung tâm Phục vụ hành chính công'
const LEADERS = 'Lãnh đạo Ủy ban nhân dân xã'

/** What each hand-over of the whole life says: from, to, at, result, minutes late. */
const LIFE = [
  [`${CENTRE}, Lê Thị Ví Dụ`, `${OFFICE}, Phạm Văn Thí Điểm`, '2026-03-02T09:15:00+07:00', 'on_time', 0],
  [`${OFFICE}, Phạm Văn Thí Điểm`, 'Người nộp hồ sơ', '2026-03-02T14:00:00+07:00', 'early', 0],
  ['Người nộp hồ sơ', `${OFFICE}, Phạm Văn Thí Điểm`, '2026-03-04T14:00:00+07:00', null, 0],
  [`${OFFICE}, Phạm Văn Thí Điểm`, 'Công an xã, Trịnh Văn Thao Tác', '2026-03-05T08:00:00+07:00', 'early', 0],
  ['Công an xã, Trịnh Văn Thao Tác', `${OFFICE}, Phạm Văn Thí Điểm`, '2026-03-10T09:30:00+07:00', 'late', 150],
  [`${OFFICE}, Phạm Văn Thí Điểm`, `${LEADERS}, Trần Văn Mẫu`, '2026-03-10T10:00:00+07:00', 'late', 180],
  [`${LEADERS}, Trần Văn Mẫu`, `${OFFICE}, Phạm Văn Thí Điểm`, '2026-03-10T10:30:00+07:00', 'late', 210],
  [`${OFFICE}, Phạm Văn Thí Điểm`, `${LEADERS}, Trần Văn Mẫu`, '2026-03-10T14:00:00+07:00', 'late', 300],
]
const APPROVED = [`${LEADERS}, Trần Văn Mẫu`, `${CENTRE}, Lê Thị Ví Dụ`, '2026-03-10T16:00:00+07:00', 'late', 420]

const side = ({ place, officer }: { place: string; officer: string | null }) => (officer === null ? place : `${place}, ${officer}`)
const lines = ({ rows }: Pick<ControlFacts, 'rows'>) =>
  rows.map(({ from, to, at, result, lateMinutes }) => [side(from), side(to), at, result, lateMinutes])

describe('Phiếu kiểm soát', () => {
  it('grows with the dossier, without a number, and is issued once, when the result is handed over', async () => {
    const code = await aDossierOf(wholeLife)
    const now = valueOf(await printControl(staff.specialist, { code }))
    expect(now).toMatchObject({ number: null, ended: null, agency: OFFICE, helpers: ['Công an xã'] })
    expect(now).toMatchObject({ firstDueAt: '2026-03-05T17:00:00+07:00', dueAt: '2026-03-09T17:00:00+07:00' })
    // Nobody of the desk has the result in hand yet.
    expect(lines(now)).toEqual([...LIFE, [APPROVED[0], CENTRE, ...APPROVED.slice(2)]])
    expect(now.rows.at(-1)?.to.isOpen).toBe(true)
    expect(cellsOf(await renderControl(now))).toContain('Hồ sơ chưa kết thúc')
    expect(await controlOf(code)).toEqual([])

    valueOf(await handOver(office, staff.clerk, code, { isApplicant: 'no', receiverName: 'Trần Thị Thí Dụ' }))
    const [paper, ...more] = await controlOf(code)
    expect(more).toEqual([])
    const facts = ControlFacts.parse(paper?.facts)
    expect(facts).toMatchObject({ number: 1, ended: { act: 'Trả kết quả' } })
    const last = [`${CENTRE}, Lê Thị Ví Dụ`, 'Người nhận kết quả, Trần Thị Thí Dụ', facts.rows.at(-1)?.at, null, 0]
    expect(lines(facts)).toEqual([...LIFE, APPROVED, last])
    expect(facts.rows[0]?.to.at).toBe('2026-03-02T09:40:00+07:00')
    expect(facts.rows[2]).toMatchObject({ clock: 'goes_on', newDueAt: '2026-03-09T17:00:00+07:00' })

    const text = cellsOf(await renderPaper('CONTROL', paper?.templateVersion ?? 0, paper?.facts))
    expectInOrder(text, [
      'Số: 0001/PKS',
      `Mã số hồ sơ: ${code}`,
      `Cơ quan giải quyết: ${OFFICE}`,
      'Cơ quan phối hợp: Công an xã',
      'Ngày nhận: 08 giờ 00 phút, ngày 02 tháng 03 năm 2026',
      'Ngày hẹn trả: 17 giờ 00 phút, ngày 09 tháng 03 năm 2026; hẹn lần đầu 17:00 05/03/2026',
      ...['Nhận: 09:40 02/03/2026', 'Đúng hạn', 'Chuyển phòng'],
      ...['2. Nhận: Người nộp hồ sơ', 'Trước hạn', 'Tạm dừng tính hạn'],
      ...['Không tính', 'Bổ sung giấy tờ', 'Hạn chạy tiếp, hẹn trả 17:00 09/03/2026'],
      ...['2. Nhận: Công an xã', 'Trước hạn', 'Chuyển cơ quan phối hợp'],
      ...['1. Giao: Công an xã', 'Quá hạn', 'Cơ quan phối hợp trả lời', 'Hạn 17:00 09/03/2026', 'Quá 2 giờ 30 phút làm việc'],
      ...['Trình ký duyệt', 'Trả lại chuyên viên', 'Trình ký duyệt', 'Ký duyệt', 'Quá 7 giờ làm việc'],
      ...['Người nhận: Trần Thị Thí Dụ', 'Trả kết quả', 'Kết thúc: Trả kết quả'],
    ])
    // Printed again from the events it says the same, but for what only an issue gives.
    const again = valueOf(await printControl(staff.clerk, { code }))
    const { printed, ...same } = facts
    expect(printed).toBe('0001/PKS')
    expect(again).toEqual({ ...same, number: null, issuedAt: again.issuedAt })
  })

  it('is issued with the stop as well, and numbered from its own book', async () => {
    const code = await aDossierOf(atWork)
    const stop = { code, step: 'stop', reason: 'Không đủ điều kiện', refund: false }
    valueOf(await stopDossier(staff.leader, newId(), { ...stop, version: await versionOf(office, code) }))
    const [paper] = await controlOf(code)
    expect(paper?.number).toBe(2)
    expect(ControlFacts.parse(paper?.facts)).toMatchObject({ ended: { act: 'Dừng giải quyết' }, helpers: [] })
    const kinds = (await rowOf(office, code)).papers.map(({ kind }) => kind)
    expect(kinds.toSorted()).toEqual(['CONTROL', 'RECEIPT', 'STOP'])
  })

  it('is of a received dossier only, and for staff who may read it: it names officers', async () => {
    const sent = await aDossierOf((builder) => builder)
    expect(codeOf(await printControl(staff.clerk, { code: sent }))).toBe('not_found')
    const code = await aDossierOf(wholeLife)
    expect(codeOf(await printControl(staff.outsider, { code }))).toBe('not_found')
    valueOf(await handOver(office, staff.clerk, code))
    const [paper] = await controlOf(code)
    expect(codeOf(await openPaper(await office.citizen(), { id: paper?.id }))).toBe('not_found')
    expect(valueOf(await openPaper(staff.specialist, { id: paper?.id })).number).toBe(paper?.number)
  })
})

describe('Phiếu bàn giao', () => {
  const DAY = '2026-04-06'
  const MORNING = local('2026-04-06 07:10')
  const forwarded = (minute: string) => (builder: DossierBuilder) =>
    builder.step('receive', local(`${DAY} 08:00`), CLERK()).step('forward', local(`${DAY} ${minute}`), CLERK())

  it('has all that went from one place to another on a day, and stays the same whatever happens to them', async () => {
    const [first, second] = [await aDossierOf(forwarded('09:00'), MORNING), await aDossierOf(forwarded('14:00'), MORNING)]
    await aDossierOf(
      (builder) => builder.step('receive', local(`${DAY} 08:00`), CLERK()).step('forward', local('2026-04-07 08:00'), CLERK()),
      MORNING,
    )
    const { pairs } = valueOf(await findHandOvers(staff.clerk, { day: DAY }))
    expect(pairs).toEqual([
      { from: { key: 'department.TTPVHCC', name: CENTRE }, to: { key: 'department.VAN_PHONG', name: OFFICE }, count: 2 },
    ])
    const asked = { day: DAY, from: 'department.TTPVHCC', to: 'department.VAN_PHONG' }
    const sheet = valueOf(await printHandOvers(staff.clerk, asked))
    expect(sheet.rows.map(({ code, giver, owner, result, byPost }) => [code, giver, owner, result, byPost])).toEqual([
      [first, 'Lê Thị Ví Dụ', KNOWN.fullName, null, false],
      [second, 'Lê Thị Ví Dụ', KNOWN.fullName, null, false],
    ])
    const pdf = await renderDeskSheet(handOverOnSheet(sheet), instantAt(sheet.day, 0))
    expectInOrder(cellsOf(pdf), ['PHIẾU BÀN GIAO HỒ SƠ, KẾT QUẢ', `Bên nhận: ${OFFICE}`, '2 hồ sơ', first, second, 'BÊN NHẬN'])
    await office.db.dossier.updateMany({ where: { code: first }, data: { returnMethod: 'POST', outcome: 'GRANTED' } })
    expect(valueOf(await printHandOvers(staff.clerk, asked))).toEqual(sheet)
    const line = await office.db.auditLine.findFirstOrThrow({ where: { action: 'dossier.print_hand_overs' } })
    expect(line).toMatchObject({ actorId: staff.clerk.staffId, subjectId: `${DAY} department.TTPVHCC department.VAN_PHONG` })
  })

  it('is counted by the database as the hand-overs are read from the events, and lists what was counted', async () => {
    await aDossierOf(wholeLife)
    const all = await office.db.dossier.findMany({ where: { communeId: 1 }, select: { events: EVENTS } })
    const handed = all
      .flatMap(({ events }) => handOversOf(toldOf(events)))
      .filter(({ from, to }) => from.as !== 'applicant' && to.as !== 'applicant')
    for (const day of ['2026-03-02', '2026-03-05', '2026-03-10', DAY]) {
      const read: Record<string, number> = {}
      for (const { from, to, at } of handed)
        if (localDateOf(at) === day) read[`${unitKey(from)} ${unitKey(to)}`] = (read[`${unitKey(from)} ${unitKey(to)}`] ?? 0) + 1
      const { pairs } = valueOf(await findHandOvers(staff.clerk, { day }))
      expect(Object.keys(read).length).toBeGreaterThan(0)
      expect(Object.fromEntries(pairs.map(({ from, to, count }) => [`${from.key} ${to.key}`, count]))).toEqual(read)
      for (const { from, to, count } of pairs)
        expect(valueOf(await printHandOvers(staff.clerk, { day, from: from.key, to: to.key })).rows).toHaveLength(count)
    }
  })

  it('shows an officer only what they may see of it', async () => {
    expect(valueOf(await findHandOvers(staff.outsider, { day: DAY })).pairs).toEqual([])
    const asked = { day: DAY, from: 'department.TTPVHCC', to: 'department.VAN_PHONG' }
    expect(codeOf(await printHandOvers(staff.outsider, asked))).toBe('not_found')
    expect(valueOf(await printHandOvers(staff.specialist, asked)).rows).toHaveLength(2)
  })

  it('goes with one dossier to an agency, and with a signed result back to the desk', async () => {
    const code = await aDossierOf(wholeLife)
    const { events } = await rowOf(office, code)
    const seqOf = (step: string) => events.find((event) => event.step === step)?.seq
    const asked = valueOf(await printHandOver(staff.specialist, { code, seq: String(seqOf('ask_agency')) }))
    expect(asked).toMatchObject({ from: OFFICE, to: 'Công an xã', day: '2026-03-05' })
    expect(asked.rows).toMatchObject([{ code, giver: 'Phạm Văn Thí Điểm', result: null }])
    const back = valueOf(await printHandOver(staff.clerk, { code, seq: String(seqOf('approve')) }))
    expect(back).toMatchObject({ from: LEADERS, to: CENTRE })
    expect(back.rows).toMatchObject([{ giver: 'Trần Văn Mẫu', result: 'Giải quyết' }])
    // An act that hands nothing over has no sheet.
    expect(codeOf(await printHandOver(staff.clerk, { code, seq: String(seqOf('take')) }))).toBe('not_found')
  })
})

describe('Phiếu quá trình xử lý', () => {
  it('has every act of a dossier in its order', async () => {
    const code = await aDossierOf(wholeLife)
    const facts = valueOf(await printProcess(staff.specialist, { code }))
    expect(facts.rows).toHaveLength((await rowOf(office, code)).events.length)
    expectInOrder(cellsOf(await renderDeskSheet(processOnSheet(facts), facts.at)), [
      `Mã hồ sơ: ${code}`,
      ...['Nộp trực tuyến', CENTRE],
      ...['Tiếp nhận', 'Chuyển phòng', OFFICE, 'Nhận xử lý', 'Phạm Văn Thí Điểm'],
      ...['Yêu cầu bổ sung', 'Người nộp hồ sơ', 'Bổ sung giấy tờ', 'Chuyển cơ quan phối hợp', 'Công an xã'],
      ...['Đính kèm kết quả', 'Trình ký duyệt', 'Trả lại chuyên viên', 'Trình ký duyệt', 'Ký duyệt'],
    ])
  })
})
