/** Deeper than anything that a form or a program of ours sends. */
const DEEPEST = 20

const UNSOUND = 'Có ký tự không dùng được. Xóa rồi nhập lại'

/**
 * The first place in what was sent whose text PostgreSQL cannot hold (NUL, half of a surrogate pair), by its path as the field errors name it,
 * with the sentence for it; null when all is sound. Asked by the gate for every door, because each column that a door forgot would answer
 * with a fault of ours.
 */
export function unsoundText(value: unknown, path: readonly string[] = []): Record<string, string> | null {
  const here = { [path.join('.') || 'form']: UNSOUND }
  if (typeof value === 'string') return isSound(value) ? null : here
  if (typeof value !== 'object' || value === null || value instanceof Date) return null
  if (path.length >= DEEPEST) return here
  for (const [name, member] of Object.entries(value)) {
    const found = isSound(name) ? unsoundText(member, [...path, name]) : here
    if (found) return found
  }
  return null
}

const isSound = (text: string): boolean => !/\0|\p{Surrogate}/u.test(text)
