import { describe, expect, it } from 'vitest'
import { closingFaults, codeFrom, kindFault, orderedAfter } from '@/lib/staff/department-rules'

const NOTHING = { dossiers: 0, officers: 0, procedures: 0 }

describe('a department', () => {
  it('is closed only when nothing needs it, and says what to do first', () => {
    expect(closingFaults('DEPARTMENT', NOTHING)).toEqual([])
    expect(closingFaults('AGENCY', { dossiers: 5, officers: 3, procedures: 12 })).toEqual([
      'Còn 5 hồ sơ đang mở ở đây: giải quyết xong, hoặc chuyển sang phòng khác ở trang hồ sơ',
      'Còn 12 thủ tục giao cho phòng này: công bố phiên bản giao phòng khác',
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
})
