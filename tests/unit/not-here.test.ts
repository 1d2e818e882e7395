import { expect, test } from 'vitest'
import { notHere } from '@/lib/procedures/not-here'

test('what the commune does not do is known in the words in which it is asked for', () => {
  for (const [query, where] of [
    ['the can cuoc', 'Công an'],
    ['làm thẻ căn cước ở đâu', 'Công an'],
    ['ly hon', 'Tòa án'],
    ['thủ tục ly hôn', 'Tòa án'],
    ['xe may', 'Cảnh sát giao thông'],
    ['hộ chiếu', 'xuất nhập cảnh'],
  ] as const)
    expect(notHere(query)?.where, query).toContain(where)
})

test('what the commune does is not sent away, whatever else stands in the question', () => {
  for (const query of [
    '',
    'làm giấy',
    'công chứng căn cước',
    'đã ly hôn xin giấy độc thân',
    'hợp đồng mua bán xe máy',
    'lam giay khai sinh',
    'hộ kinh doanh',
    'ba mất',
  ])
    expect(notHere(query), query).toBeNull()
})
