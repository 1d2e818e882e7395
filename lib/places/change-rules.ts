/** What is told of a change of the office's data: plain facts by their names, what differs alone. Pure. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>

/** A change as it is kept. `before` null: there was nothing; otherwise both name the same facts, those that differ. Nothing is ever deleted. */
export type Change = { before: Facts | null; after: Facts }

/** What differs between two states, or null where nothing does. */
export function changeBetween(before: Facts | null, after: Facts): Change | null {
  if (before === null) return { before, after }
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => (before[name] ?? null) !== (after[name] ?? null),
  )
  const only = (facts: Facts) => Object.fromEntries(names.map((name) => [name, facts[name] ?? null]))
  return names.length === 0 ? null : { before: only(before), after: only(after) }
}
