import { describe, expect, it } from 'vitest'
import { changeWords } from '@/app/(staff)/quan-tri/change-words'
import { reasonKindOf, wholeReason } from '@/lib/dossiers/reason-rules'
import { readRegisterFile } from '@/lib/dossiers/register/import-check'
import { closingFaults, codeFrom, kindFault, orderedAfter } from '@/lib/staff/department-rules'
import { day } from '../support/calendar'

const NOTHING = { dossiers: 0, officers: 0, procedures: 0 }

describe('a department', () => {
  it('is closed only when nothing needs it, and says what to do first', () => {
    expect(closingFaults('DEPARTMENT', NOTHING)).toEqual([])
    expect(closingFaults('AGENCY', { dossiers: 5, officers: 3, procedures: 12 })).toEqual([
      'Còn 5 hồ sơ đang mở ở đây: giải quyết xong, hoặc chuyển sang phòng khác ở trang hồ sơ',
      'Còn 12 thủ tục giao cho phòng này: ban hành phiên bản giao phòng khác',
      'Còn 3 người đang làm việc ở đây: chuyển sang phòng khác ở Nhân sự',
    ])
  })

  it.each(['DESK', 'LEADERSHIP'] as const)('of kind %s is never closed and never becomes anything else', (kind) => {
    expect(closingFaults(kind, NOTHING)).toHaveLength(1)
    expect(kindFault({ from: kind, to: 'AGENCY', dossiers: 0 })).toContain('đúng một')
    expect(kindFault({ from: 'AGENCY', to: kind, dossiers: 0 })).toContain('đúng một')
    expect(kindFault({ from: kind, to: kind, dossiers: 9 })).toBeNull()
  })

  it('changes who signs its results only while no dossier is under way there', () => {
    expect(kindFault({ from: 'DEPARTMENT', to: 'AGENCY', dossiers: 0 })).toBeNull()
    expect(kindFault({ from: 'DEPARTMENT', to: 'AGENCY', dossiers: 2 })).toContain('Còn 2 hồ sơ')
  })

  it('gets a code from its name that no other has', () => {
    expect(codeFrom('Phòng Tư pháp – Hộ tịch', [])).toBe('PHONG_TU_PHAP_HO_TICH')
    expect(codeFrom('Đội Quản lý đô thị', ['DOI_QUAN_LY_DO_THI', 'DOI_QUAN_LY_DO_THI_2'])).toBe('DOI_QUAN_LY_DO_THI_3')
    expect(codeFrom('***', [])).toBe('PHONG')
  })

  it('stands where it is put', () => {
    const codes = ['A', 'B', 'C', 'D']
    expect(orderedAfter(codes, { code: 'D', after: '' })).toEqual(['D', 'A', 'B', 'C'])
    expect(orderedAfter(codes, { code: 'A', after: 'C' })).toEqual(['B', 'C', 'A', 'D'])
    expect(orderedAfter(codes, { code: 'B', after: 'A' })).toEqual(codes)
  })

  it('is told of in sentences', () => {
    const told = (before: Record<string, string | number | boolean> | null, after: Record<string, string | number | boolean>) =>
      changeWords('DEPARTMENT', null, { before, after })
    expect(told(null, { name: 'Phòng Kinh tế', kind: 'DEPARTMENT' })).toBe('Thêm phòng “Phòng Kinh tế”, việc của phòng “Phòng chuyên môn”')
    expect(told({ kind: 'DEPARTMENT', place: 2 }, { kind: 'AGENCY', place: 1 })).toBe(
      'Việc của phòng từ “Phòng chuyên môn” thành “Cơ quan phối hợp”; thứ tự từ “2” thành “1”',
    )
    expect(told({ closed: false }, { closed: true })).toBe('Đóng phòng')
  })
})

describe('a reason', () => {
  it('is what was chosen, what was written, or both', () => {
    expect(wholeReason({ listed: 'Không thuộc thẩm quyền', reason: 'Nộp tại xã bên.' })).toBe('Không thuộc thẩm quyền. Nộp tại xã bên.')
    expect(wholeReason({ listed: '', reason: ' Lý do khác ' })).toBe('Lý do khác')
    expect(wholeReason({ listed: 'Không thuộc thẩm quyền' })).toBe('Không thuộc thẩm quyền')
    expect(wholeReason({})).toBe('')
  })

  it('is offered for the steps that refuse, stop, give back and apologise', () => {
    expect((['refuse', 'stop', 'send_back', 'give_back', 'extend'] as const).map(reasonKindOf)).toEqual([
      'REFUSAL',
      'STOP',
      'RETURN',
      'RETURN',
      'EXTENSION',
    ])
    expect(reasonKindOf('approve')).toBeNull()
  })
})

describe('a register of before that names a closed department', () => {
  const office = {
    departments: [
      { code: 'CU', name: 'Phòng Tư pháp', isClosed: true },
      { code: 'KINH_TE', name: 'Phòng Kinh tế' },
    ],
    versions: [
      {
        ...{ id: 'v1', procedureCode: '1.004873', name: 'Xác nhận', shortName: 'Xác nhận' },
        ...{ departmentCode: 'CU', field: 'ho-tich', from: day('2020-01-01') },
      },
    ],
  }
  const read = (department: string, returnedAt: string) => {
    const heads = ['STT', 'Mã thủ tục', 'Tên tổ chức, cá nhân', 'Cơ quan chủ trì', 'Ngày nhận', 'Ngày hẹn trả', 'Ngày trả']
    const cells = ['1', '1.004873', 'Nguyễn Văn Mẫu', department, '02/01/2024', '05/01/2024', returnedAt]
    const rows = [heads, cells].map((row, index) => ({ number: index + 1, cells: row.map((cell) => cell || null) }))
    const { lines, faults } = readRegisterFile(rows, office, day('2024-06-01'))
    return { departments: lines.map(({ departmentCode }) => departmentCode), faults: faults.map(({ code }) => code) }
  }

  it('takes in what was given back, and not what would lie there with nobody', () => {
    expect(read('Phòng Tư pháp', '05/01/2024')).toEqual({ departments: ['CU'], faults: [] })
    expect(read('Phòng Tư pháp', '')).toEqual({ departments: [], faults: ['closed_department'] })
    expect(read('', '')).toEqual({ departments: [], faults: ['closed_department'] })
    expect(read('Phòng Kinh tế', '')).toEqual({ departments: ['KINH_TE'], faults: [] })
  })
})
