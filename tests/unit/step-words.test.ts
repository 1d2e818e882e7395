import { expect, it } from 'vitest'
import { approvalMeans, consequenceOf, othersIn, STEP_WORDS } from '@/lib/dossiers/step-words'

it('signing issues the result, or sends it to its number and seal while the clock runs', () => {
  const [short, long] = [[{ kind: 'SIGN' as const }], [{ kind: 'SIGN' as const }, { kind: 'ISSUE' as const }]]
  expect(consequenceOf('approve', short)).toBe(STEP_WORDS.approve.consequence)
  expect(approvalMeans(short)).toContain('hồ sơ về Một cửa để trả')
  for (const said of [consequenceOf('approve', long), approvalMeans(long)]) {
    expect(said).toMatch(/chuyển văn thư cấp số, đóng dấu.* Thời hạn vẫn chạy/)
    expect(said).not.toContain('Một cửa')
  }
  expect(consequenceOf('propose', long)).toBe(STEP_WORDS.propose.consequence)
})

it('nobody stands twice in a line of the history', () => {
  const by = 'Đỗ Văn Tượng Trưng'
  expect(othersIn([by], { step: 'give_opinion', by })).toBeNull()
  // In place of an absent colleague.
  expect(othersIn(['Ngô Thị Nguyên Mẫu'], { step: 'give_opinion', by })).toBe('Ngô Thị Nguyên Mẫu')
  expect(othersIn([by, 'Ngô Thị Nguyên Mẫu'], { step: 'ask_opinion', by })).toBe('Ngô Thị Nguyên Mẫu')
  expect(othersIn([by], { step: 'assign', by })).toBe('tự nhận')
  expect(othersIn([null], { step: 'assign', by })).toBeNull()
})
