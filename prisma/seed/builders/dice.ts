/** Chance with a seed: the same seed draws the same demonstration, whatever the day. */
export type Dice = {
  /** In [0, 1). */
  draw: () => number
  /** An integer in [from, to]. */
  between: (from: number, to: number) => number
  pick: <T>(items: readonly T[]) => T
  /** One of the items, each as likely as its weight says. */
  weighted: <T>(items: readonly { weight: number; item: T }[]) => T
  /** A UUIDv7 of the given instant, so that generated ids sort like real ones. */
  idAt: (at: Date) => string
}

/** mulberry32: small, even enough for a demonstration, and the same on every machine. */
export function dice(seed: number): Dice {
  let state = seed >>> 0
  const draw = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const between = (from: number, to: number) => from + Math.floor(draw() * (to - from + 1))
  const hex = (digits: number) => Array.from({ length: digits }, () => between(0, 15).toString(16)).join('')
  return {
    draw,
    between,
    pick: (items) => {
      const item = items[between(0, items.length - 1)]
      if (item === undefined) throw new Error('Nothing to pick from')
      return item
    },
    weighted: (items) => {
      let left = draw() * items.reduce((sum, { weight }) => sum + weight, 0)
      for (const { weight, item } of items) if ((left -= weight) < 0) return item
      const last = items.at(-1)
      if (!last) throw new Error('Nothing to weigh')
      return last.item
    },
    idAt: (at) => {
      const ms = at.getTime().toString(16).padStart(12, '0')
      return `${ms.slice(0, 8)}-${ms.slice(8)}-7${hex(3)}-${(8 + between(0, 3)).toString(16)}${hex(3)}-${hex(12)}`
    },
  }
}
