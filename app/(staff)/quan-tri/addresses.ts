/** Pages of the administrator. */
export const ADMIN = '/quan-tri'
export const OFFICERS = '/quan-tri/nhan-su'
export const CALENDAR = '/quan-tri/lich-lam-viec'
export const COMMUNE = '/quan-tri/thong-tin-xa'
export const REASONS = '/quan-tri/ly-do-bo-sung'
export const reasonHref = (code: string): string => `${REASONS}/${encodeURIComponent(code)}`
export const UNVERIFIED = '/quan-tri/chua-doi-chieu'

/** What is done with one officer, each on a page of its own, by the last part of its address. */
export const OFFICER_ACTS = ['tam-ngung', 'phuc-hoi', 'dat-lai-mat-khau', 'lam-thay'] as const
export type OfficerAct = (typeof OFFICER_ACTS)[number]

export const officerHref = (id: string, act?: OfficerAct): string => `${OFFICERS}/${encodeURIComponent(id)}${act ? `/${act}` : ''}`
