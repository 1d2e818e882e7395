import type { findReasonWordings } from '@/lib/dossiers/reason-queries'
import { dateWords } from '@/lib/text/dates'

export type Wording = Extract<Awaited<ReturnType<typeof findReasonWordings>>, { ok: true }>['value']['wordings'][number]

/** "từ 01/07/2025", "từ 01/07/2025 đến hết 24/11/2026". */
export const spanWords = ({ from, to }: Pick<Wording, 'from' | 'to'>): string =>
  `từ ${dateWords(from)}${to === null ? '' : ` đến hết ${dateWords(to)}`}`

export const STANDING_WORDS: Record<Wording['standing'], string> = { now: 'Đang dùng', coming: 'Chưa bắt đầu', over: 'Đã thôi dùng' }

/** What a change is about: the reason as it is worded now, or how long a supplement is waited for. */
export const nameIn =
  (wordings: readonly Wording[]) =>
  (subject: string): string =>
    wordings.find(({ code, isNewest }) => isNewest && code === subject)?.text ?? 'Chờ người nộp bổ sung'
