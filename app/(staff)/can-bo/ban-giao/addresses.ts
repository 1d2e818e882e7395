/** What was handed over between the places of the office, by day. */
export const HAND_OVERS = '/can-bo/ban-giao'

const sheet = (name: string, query: Readonly<Record<string, string>>): string => `/api/sheets/${name}?${new URLSearchParams(query)}`

/** Phiếu bàn giao of all that went from one place to another on a day, and of one hand-over of one dossier, which its event tells. */
export const handOversHref = ({ day, from, to }: { day: string; from: string; to: string }): string =>
  sheet('phieu-ban-giao', { ngay: day, tu: from, den: to })
export const handOverHref = (code: string, seq: number): string => sheet('phieu-ban-giao', { ma: code, lan: String(seq) })

/** Phiếu kiểm soát as the dossier stands now, and Phiếu quá trình xử lý. */
export const controlHref = (code: string): string => sheet('phieu-kiem-soat', { ma: code })
export const processHref = (code: string): string => sheet('phieu-qua-trinh', { ma: code })
