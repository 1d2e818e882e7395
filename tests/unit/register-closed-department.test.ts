import { describe, expect, it } from 'vitest'
import { readRegisterFile } from '@/lib/dossiers/register/import-check'
import { day } from '../support/calendar'

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
