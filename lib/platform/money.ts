/** "5.000 đồng". */
export const formatVnd = (amount: number): string => `${formatNumber(amount)} đồng`

/** Made once for each number of decimals: making one costs more than formatting a hundred numbers. */
const formats = new Map<number, Intl.NumberFormat>()

/** "1.032", "96,41": Vietnamese grouping, at most `decimals` after the comma. */
export function formatNumber(value: number, decimals = 0): string {
  const known = formats.get(decimals)
  const format = known ?? new Intl.NumberFormat('vi-VN', { maximumFractionDigits: decimals, useGrouping: true })
  if (!known) formats.set(decimals, format)
  return format.format(value)
}

/**
 * "96,41%", "90,90%", "100%": two decimals, half rounded up. What is not all is never said to be, and what is not none neither: 99,996 % is
 * "99,99%". Both are whole numbers, the second above nought.
 */
export function percent(numerator: number, denominator: number): string {
  if (numerator === denominator) return '100%'
  if (numerator === 0) return '0%'
  const hundredths = Math.floor((numerator * 20_000 + denominator) / (2 * denominator))
  const shown = Math.min(Math.max(hundredths, 1), 9_999) / 100
  return `${shown.toLocaleString('vi-VN', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}%`
}
