/** Bytes, milliseconds, and the layout shift as Lighthouse counts it. */
export type Figures = { html: number; css: number; fonts: number; js: number; lcp: number; tbt: number; cls: number }
export type Side = 'citizen' | 'staff' | 'charts'

const STAFF: Figures = { html: 30_000, css: 20_000, fonts: 60_000, js: 180_000, lcp: 2_500, tbt: 200, cls: 0.05 }

/** The most that a page of each side may come to. */
export const BARS: Readonly<Record<Side, Figures>> = {
  citizen: { html: 14_000, css: 15_000, fonts: 60_000, js: 120_000, lcp: 2_000, tbt: 150, cls: 0.02 },
  staff: STAFF,
  charts: { ...STAFF, js: 280_000 },
}

/** What is over the bar, in words; a figure that was not measured is over it too. */
export const shortfalls = (figures: Figures, bar: Figures): string[] =>
  (Object.keys(bar) as (keyof Figures)[])
    .filter((key) => !(figures[key] <= bar[key]))
    .map((key) => `${key} ${figures[key].toFixed(key === 'cls' ? 3 : 0)} > ${bar[key]}`)
