// What a run has found: each figure with its bar and whether it holds it, kept with everything that was measured on the way.
import { mkdirSync, writeFileSync } from 'node:fs'
import { readClock } from '@/lib/platform/clock'

/** `holds`: null where BAR says nothing of the figure. */
type Finding = { figure: string; value: string; bar: string; holds: boolean | null; also: string }

const findings: Finding[] = []
const raw: Record<string, unknown[]> = {}

/** The numbers of a figure as they stand in Vietnamese text. */
export const number = (value: number, digits = 0): string =>
  value.toLocaleString('vi-VN', { minimumFractionDigits: digits, maximumFractionDigits: digits })

/** A figure that has to stay at or under its bar (`atMost`) or reach it (`atLeast`); without either it is only told. */
export function find(figure: string, value: number, { unit, digits = 0, atMost, atLeast, also = '' }: Told): void {
  const said = `${number(value, digits)} ${unit}`.trim()
  const limit = atMost ?? atLeast
  const bar =
    limit === undefined ? '' : `${atMost === undefined ? '≥' : '≤'} ${number(limit, Number.isInteger(limit) ? 0 : 2)} ${unit}`.trim()
  const holds = limit === undefined ? null : atMost === undefined ? value >= limit : value <= limit
  findings.push({ figure, value: said, bar, holds, also })
  // At once: whoever breaks a long run off keeps what it has found.
  console.log(`    ${figure}: ${said}${also === '' ? '' : ` (${also})`}`)
}

type Told = { unit: string; digits?: number; atMost?: number; atLeast?: number; also?: string }

/** Keeps what was measured in the raw log of this run. */
export const keep = (part: string, ...measured: unknown[]): void => void (raw[part] ??= []).push(...measured)

const VERDICT = new Map<boolean | null, string>([
  [true, 'đạt'],
  [false, 'CHƯA ĐẠT'],
  [null, ''],
])

/** Prints the table and writes the raw log. A figure that falls short is a finding, not a failure of the run. */
export function printFindings(about: Record<string, unknown>): void {
  const rows = [
    ['chỉ số', 'đo được', 'mốc', 'kết luận'],
    ...findings.map((one) => [one.figure, one.value, one.bar, VERDICT.get(one.holds) ?? '']),
  ]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  console.log('')
  for (const row of rows)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
  const short = findings.filter(({ holds }) => holds === false).length
  const judged = findings.filter(({ holds }) => holds !== null).length
  const file = `tests/.out/bench/${readClock().toISOString().slice(0, 19).replaceAll(':', '-')}.json`
  mkdirSync('tests/.out/bench', { recursive: true })
  writeFileSync(file, JSON.stringify({ about, findings, raw }, null, 1))
  console.log(`\n${judged - short} / ${judged} mốc đạt. Số liệu thô: ${file}`)
}
