import { expect, it } from 'vitest'
import { approvalMeans, consequenceOf, STEP_WORDS } from '@/lib/dossiers/step-words'

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
