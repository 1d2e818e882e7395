import { expect, test } from 'vitest'
import { countsFromReceipt } from '@/lib/procedures/rules'
import { loadProcedures } from '@/prisma/seed/data'

const VERSIONS = loadProcedures().flatMap(({ code, versions }) => versions.map((version) => ({ code, ...version })))

test('a procedure that goes online in part says which step brings people to the counter', () => {
  for (const { code, onlineLevel, bring } of VERSIONS)
    if (onlineLevel === 'PARTIAL') expect(bring, code).toMatch(/có mặt|ký|bản chính|bản giấy|gặp/i)
})

test('a date is promised only where the limit begins with the receipt', () => {
  const others = VERSIONS.filter(({ timeLimitNote }) => !countsFromReceipt({ limitNote: timeLimitNote }))
  expect(others.map(({ code }) => code).toSorted()).toEqual(['2.002396', '2.002409'])
  // Whatever speaks of another beginning has to be one of them.
  for (const { code, timeLimitNote } of VERSIONS)
    if (/thụ lý/.test(timeLimitNote ?? '')) expect(countsFromReceipt({ limitNote: timeLimitNote }), code).toBe(false)
})
