import type { List } from '@/lib/procedures/versions/content'

/** What is done with the entries of each list, and what stands in place of a list without any. */
export const ENTRY_WORDS: Record<List, { change: string; add: string; none: string }> = {
  papers: { change: 'Sửa giấy tờ', add: 'Thêm giấy tờ', none: 'Chưa có giấy tờ nào.' },
  fees: { change: 'Sửa khoản thu', add: 'Thêm khoản thu', none: 'Không có khoản thu nào.' },
  way: { change: 'Sửa bước', add: 'Thêm bước', none: 'Chưa có bước nào.' },
}
