import { expect } from 'vitest'

/** The pieces stand in the text, each after the one before: the fields of a form in its order. */
export function expectInOrder(text: string, pieces: readonly string[]): void {
  let from = 0
  for (const piece of pieces) {
    const at = text.indexOf(piece, from)
    expect(at, `“${piece}” after “…${text.slice(Math.max(0, from - 40), from)}”`).toBeGreaterThanOrEqual(from)
    from = at + piece.length
  }
}
