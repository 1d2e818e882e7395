import type { List } from '@/lib/procedures/versions/content'
import type { Part } from '@/lib/procedures/versions/rules'

/** Pages of the procedures' versions. */
export const VERSIONS = '/quan-tri/thu-tuc'
export const versionsHref = (code: string): string => `${VERSIONS}/${encodeURIComponent(code)}`
export const draftHref = (code: string): string => `${versionsHref(code)}/ban-nhap`
export const publishHref = (code: string): string => `${versionsHref(code)}/cong-bo`
export const dropHref = (code: string): string => `${versionsHref(code)}/bo-ban-nhap`
export const withdrawHref = (code: string): string => `${versionsHref(code)}/rut-lai`

/** The last part of each page's address, and what the page is called. */
export const PART_PLACE: Record<Part, { path: string; title: string }> = {
  names: { path: 'ten-goi', title: 'Tên gọi, kết quả' },
  limit: { path: 'thoi-han', title: 'Thời hạn, cách nộp' },
  papers: { path: 'giay-to', title: 'Thành phần hồ sơ' },
  fees: { path: 'phi', title: 'Phí, lệ phí' },
  way: { path: 'quy-trinh', title: 'Quy trình nội bộ' },
  basis: { path: 'can-cu', title: 'Căn cứ pháp lý' },
  day: { path: 'ngay-ap-dung', title: 'Ngày áp dụng' },
}

export const partHref = (code: string, part: Part): string => `${draftHref(code)}/${PART_PLACE[part].path}`

/** `at`: the entry's place from 1; null: a new one. */
export const entryHref = (code: string, list: List, at: number | null): string => `${partHref(code, list)}/${at ?? 'them'}`
