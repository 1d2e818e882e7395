import { describe, expect, it } from 'vitest'
import { changeWords } from '@/app/(staff)/quan-tri/change-words'
import { changeBetween, type Facts } from '@/lib/places/change-rules'

describe('who changed what', () => {
  it('keeps what differs alone', () => {
    expect(changeBetween({ phone: '1', address: 'A' }, { phone: '2', address: 'A' })).toEqual({
      before: { phone: '1' },
      after: { phone: '2' },
    })
    expect(changeBetween({ phone: '1' }, { phone: '1' })).toBeNull()
    expect(changeBetween(null, { name: 'A' })).toEqual({ before: null, after: { name: 'A' } })
  })

  it('is told in a sentence, from what to what', () => {
    expect(
      changeWords('COMMUNE', null, { before: { phone: '0270 000 0123', email: null }, after: { phone: '0270 000 0199', email: 'a@b.vn' } }),
    ).toBe('Điện thoại từ “0270 000 0123” thành “0270 000 0199”; thư điện tử từ để trống thành “a@b.vn”')
    expect(changeWords('BOOK', 'Phiếu', { before: { next: 1 }, after: { next: 1_413 } })).toBe('Phiếu: số tiếp theo từ 1 thành 1.413')
    expect(
      changeWords('BOOK', null, { before: { written: '0001/PBS', from: null }, after: { written: '001/BS', from: '2026-12-01' } }),
    ).toBe('Từ 01/12/2026 số đầu ghi “001/BS”, trước đó ghi “0001/PBS”')
  })

  it('of a department is told in its own words', () => {
    const told = (before: Facts | null, after: Facts) => changeWords('DEPARTMENT', null, { before, after })
    expect(told(null, { name: 'Phòng Kinh tế', kind: 'DEPARTMENT' })).toBe('Thêm phòng “Phòng Kinh tế”, việc của phòng “Phòng chuyên môn”')
    expect(told({ kind: 'DEPARTMENT', place: 2 }, { kind: 'AGENCY', place: 1 })).toBe(
      'Việc của phòng từ “Phòng chuyên môn” thành “Cơ quan phối hợp”; thứ tự từ “2” thành “1”',
    )
    expect(told({ closed: false }, { closed: true })).toBe('Đóng phòng')
  })

  it('of a reason says which list, which words and from when', () => {
    const told = (before: Facts | null, after: Facts) => changeWords('REASON', null, { before, after })
    expect(told(null, { kind: 'STOP', text: 'Người nộp đã mất', from: '2026-12-01' })).toBe(
      'Thêm vào danh sách “Dừng giải quyết”, dùng từ 01/12/2026',
    )
    expect(told({ text: 'Thiếu trang', from: null }, { text: 'Thiếu trang hoặc phụ lục', from: '2026-12-01' })).toBe(
      'Từ 01/12/2026 ghi “Thiếu trang hoặc phụ lục”, trước đó ghi “Thiếu trang”',
    )
    expect(told({ lastDay: null }, { lastDay: '2026-12-31' })).toBe('Dùng đến hết 31/12/2026')
    expect(told({ supplementDays: 30 }, { supplementDays: 45 })).toBe('Số ngày chờ bổ sung từ “30” thành “45”')
  })
})
