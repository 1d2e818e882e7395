import { describe, expect, it } from 'vitest'
import { askAgency } from '@/lib/dossiers/commands/ask-agency'
import { changeOfficer } from '@/lib/dossiers/commands/change-officer'
import { addDepartment, changeDepartment, closeDepartment, reopenDepartment } from '@/lib/dossiers/commands/departments'
import { passOn } from '@/lib/dossiers/commands/pass-on'
import { findDepartments, readDepartment } from '@/lib/dossiers/department-queries'
import { findReceivers } from '@/lib/dossiers/receiver-queries'
import { findChanges } from '@/lib/staff/change-queries'
import { newId } from '@/lib/platform/clock'
import { addOfficer, restoreOfficer } from '@/lib/staff/commands'
import { findOfficers, listDepartments } from '@/lib/staff/queries'
import { codeOf, valueOf } from '@/tests/support/filing'
import { inDepartment, rowOf, take, versionOf } from '@/tests/support/moves'
import { officeWith } from '@/tests/support/office-with'

const { office, admin, specialist } = await officeWith({ admin: 'quantri.cao', specialist: 'thidiem.pham' })

const departmentOf = (code: string) => office.db.department.findUniqueOrThrow({ where: { communeId_code: { communeId: 1, code } } })
const add = async (name: string, kind = 'DEPARTMENT') => valueOf(await addDepartment(admin, newId(), { name, kind })).code
const close = async (code: string, version?: number) =>
  closeDepartment(admin, newId(), { code, version: version ?? (await departmentOf(code)).version })
const change = async (code: string, more: Readonly<Record<string, unknown>>) => {
  const { name, kind, version } = await departmentOf(code)
  return changeDepartment(admin, newId(), { code, version, name, kind, after: 'CONG_AN', ...more })
}
const faultsOf = async (code: string) => valueOf(await readDepartment(admin, { code })).faults
const choices = async () => valueOf(await listDepartments(admin, {})).map(({ code }) => code)
const inHand = async () => {
  const code = await inDepartment(office)
  valueOf(await take(office, specialist, code, 'take'))
  return code
}
const anOfficer = async (departmentCode: string) => {
  const userName = `phong.${newId().slice(-12)}`
  const officer = { userName, fullName: 'Lê Thị Bản Nháp', position: 'Chuyên viên', departmentCode, roles: ['specialist'] }
  return addOfficer(admin, newId(), officer)
}

describe('the departments of the office', () => {
  it('are added at the end, with a code from the name, and can be given officers', async () => {
    const code = await add('Phòng Thí nghiệm')
    expect(code).toBe('PHONG_THI_NGHIEM')
    expect((await choices()).at(-1)).toBe(code)
    expect(codeOf(await anOfficer(code))).toBe('ok')
    expect(valueOf(await findDepartments(admin, {})).at(-1)).toMatchObject({ code, officers: 1, dossiers: 0 })
    expect(await addDepartment(admin, newId(), { name: 'phòng  THÍ nghiệm', kind: 'AGENCY' })).toMatchObject({
      fields: { name: 'Đã có phòng mang tên này' },
    })
    expect(codeOf(await addDepartment(admin, newId(), { name: 'Một cửa thứ hai', kind: 'DESK' }))).toBe('invalid_input')
  })

  it('are named otherwise and put elsewhere; their code, and what refers to it, stays', async () => {
    const code = await inHand()
    const before = await choices()
    valueOf(await change('VAN_PHONG', { name: 'Văn phòng thử', after: '' }))
    expect((await choices())[0]).toBe('VAN_PHONG')
    expect(new Set(await choices())).toEqual(new Set(before))
    expect(await rowOf(office, code)).toMatchObject({ departmentCode: 'VAN_PHONG', holderDepartment: 'VAN_PHONG' })
    valueOf(await take(office, specialist, code, 'give_back', { reason: 'Trả lại để giao người khác' }))
  })

  it('do not change who signs while dossiers are under way', async () => {
    await inDepartment(office)
    expect(await change('VAN_PHONG', { kind: 'AGENCY' })).toMatchObject({
      fields: { kind: expect.stringContaining('hồ sơ đang mở') as string },
    })
    expect(codeOf(await change('TTPVHCC', { kind: 'DEPARTMENT' }))).toBe('invalid_input')
    const free = await add('Đội Thử việc')
    valueOf(await change(free, { kind: 'AGENCY' }))
    expect(await departmentOf(free)).toMatchObject({ kind: 'AGENCY' })
  })

  it('are not overwritten by an administrator who saw an older page', async () => {
    const code = await add('Phòng Hai người sửa')
    const both = await Promise.all([change(code, { name: 'Phòng Người thứ nhất' }), change(code, { name: 'Phòng Người thứ hai' })])
    expect(both.map(codeOf).toSorted()).toEqual(['changed_meanwhile', 'ok'])
  })
})

describe('closing a department', () => {
  it('is refused while dossiers, officers or procedures need it, with what to do first, and leaves no trace', async () => {
    await inDepartment(office)
    const before = await departmentOf('VAN_PHONG')
    const [dossiers, procedures, officers] = await faultsOf('VAN_PHONG')
    expect([dossiers, procedures, officers]).toEqual([
      expect.stringMatching(/^Còn \d+ hồ sơ đang mở/),
      expect.stringMatching(/^Còn \d+ thủ tục/),
      expect.stringMatching(/^Còn \d+ người/),
    ])
    expect(await close('VAN_PHONG')).toMatchObject({ code: 'department_in_use', detail: { first: dossiers } })
    expect(await departmentOf('VAN_PHONG')).toEqual(before)
    for (const code of ['TTPVHCC', 'UBND']) expect(codeOf(await close(code))).toBe('department_in_use')
  })

  it('is refused for a department that only a step of an older way names, while a dossier is on that way', async () => {
    const other = await add('Phòng Đóng dấu')
    const code = await inDepartment(office)
    const { versionId } = await rowOf(office, code)
    const position = 90
    await office.db.procedureStep.create({
      data: { versionId, position, kind: 'CONSULT', name: 'Hỏi', role: null, departmentCode: other, minutes: 1 },
    })
    expect(await faultsOf(other)).toEqual([expect.stringContaining('1 thủ tục')])
    expect(codeOf(await close(other))).toBe('department_in_use')
    await office.db.procedureStep.delete({ where: { versionId_position: { versionId, position } } })
    expect(codeOf(await close(other))).toBe('ok')
  })

  it('takes it out of every list to choose from, and lets nothing come to it until it is opened again', async () => {
    const department = await add('Phòng Sắp đóng')
    const agency = await add('Cơ quan Sắp đóng', 'AGENCY')
    for (const code of [department, agency]) valueOf(await close(code))
    expect(await choices()).not.toContain(department)
    expect(valueOf(await findOfficers(admin, {})).departments.map(({ code }) => code)).not.toContain(department)
    const code = await inHand()
    const receivers = valueOf(await findReceivers(specialist, { code, step: 'pass_to_department' }))
    expect(receivers.map(({ to }) => to)).not.toContain(department)
    const version = await versionOf(office, code)
    const passed = await passOn(specialist, newId(), {
      code,
      version,
      step: 'pass_to_department',
      to: department,
      reason: 'Không thuộc phòng',
    })
    const asked = await askAgency(specialist, newId(), { code, version, to: agency, days: '3', reason: 'Xác minh giúp' })
    expect([passed, asked, await anOfficer(department)].map(codeOf)).toEqual(['invalid_input', 'invalid_input', 'invalid_input'])
    expect(codeOf(await closeDepartment(admin, newId(), { code: department, version: 1 }))).toBe('changed_meanwhile')
    valueOf(await reopenDepartment(admin, newId(), { code: department, version: (await departmentOf(department)).version }))
    expect(await choices()).toContain(department)
    valueOf(await passOn(specialist, newId(), { code, version, step: 'pass_to_department', to: department, reason: 'Không thuộc phòng' }))
    expect(codeOf(await close(department))).toBe('department_in_use')
  })

  it('keeps who was suspended there from coming back to nowhere', async () => {
    const department = await add('Phòng Người cũ')
    const { staffId } = valueOf(await anOfficer(department))
    const where = { communeId_id: { communeId: 1, id: staffId } }
    await office.db.staff.update({ where, data: { status: 'SUSPENDED' } })
    valueOf(await close(department))
    const { version } = await office.db.staff.findUniqueOrThrow({ where })
    expect(await restoreOfficer(admin, newId(), { staffId, version })).toMatchObject({
      code: 'department_closed',
      detail: { department: 'Phòng Người cũ' },
    })
    const moved = { fullName: 'Lê Thị Bản Nháp', position: 'Chuyên viên', departmentCode: 'KINH_TE', roles: ['specialist'] }
    valueOf(await changeOfficer(admin, newId(), { staffId, version, ...moved }))
    valueOf(await restoreOfficer(admin, newId(), { staffId, version: version + 1 }))
  })

  it('and passing a dossier on in the same moment never leave it where nobody works', async () => {
    for (let round = 0; round < 6; round += 1) {
      const department = await add(`Phòng Cùng lúc ${round}`)
      const code = await inHand()
      const version = await versionOf(office, code)
      const [closed, passed] = await Promise.all([
        close(department, 1),
        passOn(specialist, newId(), { code, version, step: 'pass_to_department', to: department, reason: 'Không thuộc phòng' }),
      ])
      expect([closed.ok, passed.ok].filter(Boolean)).toHaveLength(1)
      const { holderDepartment } = await rowOf(office, code)
      expect((await departmentOf(holderDepartment ?? '')).closedAt).toBeNull()
    }
  })

  it('is told with who did it and when', async () => {
    const told = valueOf(await findChanges(admin, { topic: 'DEPARTMENT', subject: 'PHONG_SAP_DONG' }))
    expect(told.map(({ by, after }) => ({ by, after }))).toEqual([
      { by: admin.fullName, after: { closed: false } },
      { by: admin.fullName, after: { closed: true } },
      { by: admin.fullName, after: { name: 'Phòng Sắp đóng', kind: 'DEPARTMENT' } },
    ])
  })
})
