/** "5.000 đồng". */
export const formatVnd = (amount: number): string => `${formatNumber(amount)} đồng`

/** "1.032", "96,41": Vietnamese grouping, at most `decimals` after the comma. */
export const formatNumber = (value: number, decimals = 0): string =>
  value.toLocaleString('vi-VN', { maximumFractionDigits: decimals, useGrouping: true })
