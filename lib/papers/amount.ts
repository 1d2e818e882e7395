const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const
const GROUPS = ['', ' nghìn', ' triệu', ' tỷ'] as const
const BEYOND = 1_000_000_000_000

/**
 * An amount in đồng in letters, as receipts must show it: 5000 → "năm nghìn đồng", 1005021 → "một triệu không trăm linh năm nghìn
 * không trăm hai mươi mốt đồng". Whole amounts from 0 to 999.999.999.999; anything else throws.
 */
export function amountInWords(amount: number): string {
  if (!Number.isInteger(amount) || amount < 0 || amount >= BEYOND) throw new RangeError('no amount of money for a receipt')
  if (amount === 0) return 'không đồng'
  const groups: number[] = []
  for (let rest = amount; rest > 0; rest = Math.floor(rest / 1000)) groups.push(rest % 1000)
  const words = groups
    .map((group, power) => (group === 0 ? '' : `${threeDigits(group, power < groups.length - 1)}${GROUPS[power] ?? ''}`))
    .reverse()
    .filter((part) => part !== '')
  return `${words.join(' ')} đồng`
}

/** `inner`: higher groups stand before it, so empty hundreds are spoken ("không trăm"). */
function threeDigits(value: number, inner: boolean): string {
  const hundreds = Math.floor(value / 100)
  const rest = value % 100
  const head = hundreds > 0 || inner ? `${digit(hundreds)} trăm` : ''
  return [head, twoDigits(rest, head !== '')].filter((part) => part !== '').join(' ')
}

/** `after`: hundreds stand before it, so a missing ten is spoken ("linh"). */
function twoDigits(value: number, after: boolean): string {
  const tens = Math.floor(value / 10)
  const ones = value % 10
  if (value === 0) return ''
  if (tens === 0) return after ? `linh ${digit(ones)}` : digit(ones)
  if (tens === 1) return ones === 0 ? 'mười' : `mười ${ones === 5 ? 'lăm' : digit(ones)}`
  const last = ones === 1 ? ' mốt' : ones === 4 ? ' tư' : ones === 5 ? ' lăm' : ones === 0 ? '' : ` ${digit(ones)}`
  return `${digit(tens)} mươi${last}`
}

function digit(value: number): string {
  return DIGITS[value] ?? ''
}
