// Counts what this process really sends to PostgreSQL, whoever sends it: Prisma's adapter and raw queries use the same client of `pg`.
import pg from 'pg'

let sent: string[] = []

const query: unknown = Reflect.get(pg.Client.prototype, 'query')
if (typeof query !== 'function') throw new Error('The client of pg has another shape')
Reflect.set(pg.Client.prototype, 'query', function (this: pg.Client, ...words: unknown[]) {
  const [first] = words
  const named = typeof first === 'object' && first !== null && 'text' in first ? first.text : null
  const text = typeof first === 'string' ? first : named
  if (typeof text === 'string') sent.push(text)
  return Reflect.apply(query, this, words)
})

/** The statements that `work` sent, BEGIN and COMMIT among them, in their order. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  sent = []
  await work()
  return [...sent]
}
