// What this process really sends to PostgreSQL, whoever sends it: Prisma's adapter and raw queries use the same client of `pg`.
import pg from 'pg'
import type { Sent } from './statements'

/** Tells `listener` of every statement from now on, with the connection that it goes through. */
export function watchStatements(listener: (client: pg.Client, sent: Sent) => void): void {
  const query: unknown = Reflect.get(pg.Client.prototype, 'query')
  if (typeof query !== 'function') throw new Error('The client of pg has another shape')
  Reflect.set(pg.Client.prototype, 'query', function (this: pg.Client, ...words: unknown[]) {
    listener(this, sentIn(words))
    return Reflect.apply(query, this, words)
  })
}

function sentIn([first, second]: unknown[]): Sent {
  const named = typeof first === 'object' && first !== null && 'text' in first ? first : null
  const values: unknown = named && 'values' in named ? named.values : second
  return { text: named ? String(named.text) : String(first), values: Array.isArray(values) ? values : [] }
}
