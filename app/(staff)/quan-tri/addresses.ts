/** Pages of the administrator. */
export const ADMIN = '/quan-tri'
export const OFFICERS = '/quan-tri/nhan-su'
export const CALENDAR = '/quan-tri/lich-lam-viec'
export const COMMUNE = '/quan-tri/thong-tin-xa'
export const REASONS = '/quan-tri/ly-do-bo-sung'
export const reasonHref = (code: string): string => `${REASONS}/${encodeURIComponent(code)}`
export const DEPARTMENTS = '/quan-tri/phong-ban'
export const departmentHref = (code: string): string => `${DEPARTMENTS}/${encodeURIComponent(code)}`
/** The books that numbers are taken from, and one of them by its kind. */
export const BOOKS = '/quan-tri/so-sach'
export const bookHref = (kind: string): string => `${BOOKS}/${kind.toLowerCase().replaceAll(' ', '-')}`
export const UNVERIFIED = '/quan-tri/chua-doi-chieu'

/** Registers of before, and one file of them; `after`: the number of a fault after which its list goes on. */
export const IMPORTS = '/quan-tri/nhap-so'
export const importHref = (id: string, after?: number): string =>
  `${IMPORTS}/${encodeURIComponent(id)}${after === undefined ? '' : `?sau=${after}`}`
/** The empty register to be filled. */
export const templateHref = (ending: 'xlsx' | 'csv'): string => `/api/exports/mau-so-theo-doi.${ending}`

/** What is done with one officer, each on a page of its own, by the last part of its address. */
export const OFFICER_ACTS = ['tam-ngung', 'phuc-hoi', 'dat-lai-mat-khau', 'lam-thay'] as const
export type OfficerAct = (typeof OFFICER_ACTS)[number]

export const officerHref = (id: string, act?: OfficerAct): string => `${OFFICERS}/${encodeURIComponent(id)}${act ? `/${act}` : ''}`
