/** How one series is drawn: its own fill, border and, on it, text; never told apart by colour alone. */
export type Swatch = { key: string; label: string; fill: string; stroke: string; text: string; dashed?: boolean }

/** Two series side by side: outline and solid. */
export const RECEIVED: Swatch = {
  key: 'received',
  label: 'tiếp nhận',
  fill: 'var(--color-accent-wash)',
  stroke: 'var(--color-accent)',
  text: 'var(--color-accent-deep)',
}
export const RESOLVED: Swatch = {
  key: 'resolved',
  label: 'giải quyết',
  fill: 'var(--color-accent)',
  stroke: 'var(--color-accent)',
  text: 'var(--color-paper)',
}

/** One series alone. */
export const ALL: Swatch = { ...RESOLVED, key: 'count', label: 'hồ sơ' }

/** The two parts of what had to be in time. */
export const ON_TIME: Swatch = {
  key: 'met',
  label: 'đúng hạn',
  fill: 'var(--color-ok-wash)',
  stroke: 'var(--color-ok)',
  text: 'var(--color-ok)',
}
export const TOO_LATE: Swatch = {
  key: 'missed',
  label: 'trễ',
  fill: 'var(--color-late)',
  stroke: 'var(--color-late)',
  text: 'var(--color-paper)',
}

/** How open dossiers stand to their due time, worst first; the same colours as the due chips. */
export const STANDINGS = [
  { key: 'late', label: 'quá hạn', fill: 'var(--color-late)', stroke: 'var(--color-late)', text: 'var(--color-paper)' },
  { key: 'today', label: 'hôm nay', fill: 'var(--color-soon-wash)', stroke: 'var(--color-soon-edge)', text: 'var(--color-soon)' },
  { key: 'left', label: 'còn hạn', fill: 'var(--color-accent-wash)', stroke: 'var(--color-accent)', text: 'var(--color-accent-deep)' },
  { key: 'wait', label: 'chờ công dân', fill: 'var(--color-paper)', stroke: 'var(--color-edge)', text: 'var(--color-ink-2)', dashed: true },
  { key: 'done', label: 'chờ trả kết quả', fill: 'var(--color-ok-wash)', stroke: 'var(--color-ok)', text: 'var(--color-ok)' },
] as const satisfies readonly Swatch[]

export type StandingKey = (typeof STANDINGS)[number]['key']
