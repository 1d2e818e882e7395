import { describe, expect, test } from 'vitest'
import { countsFromReceipt } from '@/lib/procedures/rules'
import { loadProcedures } from '@/prisma/seed/data'

const VERSIONS = loadProcedures().flatMap(({ code, versions }) => versions.map((version) => ({ code, ...version })))

/** Where the act itself is to appear or to sign at the counter; everywhere else the source asks for originals on paper and nothing more. */
const IN_PERSON = ['1.000894', '1.001022', '1.004746', '2.000806', '2.000913', '2.001016', '2.001019', '2.001035', '2.001263', '2.001406']

const IN_PART = VERSIONS.filter(({ onlineLevel }) => onlineLevel === 'PARTIAL')

describe('a procedure that goes online in part', () => {
  test.each(IN_PART.filter(({ code }) => IN_PERSON.includes(code)))('$code says who has to come', ({ bring }) => {
    expect(bring).toMatch(/có mặt|ký/)
  })

  test.each(IN_PART.filter(({ code }) => !IN_PERSON.includes(code)))(
    '$code says which originals go on paper, and makes up no meeting, seal or signature',
    ({ bring, components }) => {
      const named = /^Bản chính (.+) phải nộp bằng giấy: mang đến quầy/.exec(bring ?? '')?.[1] ?? ''
      const originals = components.filter(({ requirement, originals: sheets }) => requirement === 'ALWAYS' && sheets > 0)
      const missing = originals.filter(({ name }) => !named.toLowerCase().includes(name.toLowerCase().split(' ').slice(0, 2).join(' ')))
      expect(missing).toEqual([])
      expect(bring).not.toMatch(/có mặt|chữ ký|điểm chỉ|dấu|gặp|báo trước/u)
    },
  )
})

test('a date is promised only where the limit begins with the receipt', () => {
  const others = VERSIONS.filter(({ timeLimitNote }) => !countsFromReceipt({ limitNote: timeLimitNote }))
  expect(others.map(({ code }) => code).toSorted()).toEqual(['2.002396', '2.002409'])
  // Whatever speaks of another beginning has to be one of them.
  for (const { code, timeLimitNote } of VERSIONS)
    if (/thụ lý/.test(timeLimitNote ?? '')) expect(countsFromReceipt({ limitNote: timeLimitNote }), code).toBe(false)
})
