// Loaded first by a process (`node --import`): keeps every statement that it really sends to PostgreSQL, whoever sends it, with its values, a line of JSON
// each in BENCH_STATEMENTS. The packages of the server stay outside of the build, so the client patched here is the one that the pages use.
import { appendFileSync } from 'node:fs'
import pg from 'pg'

const file = process.env.BENCH_STATEMENTS
const { query } = pg.Client.prototype

pg.Client.prototype.query = function (...words) {
  const [first, second] = words
  const text = typeof first === 'string' ? first : first?.text
  const values = typeof first === 'string' ? second : (first?.values ?? second)
  if (typeof text === 'string') appendFileSync(file, `${JSON.stringify({ text, values: Array.isArray(values) ? values : [] })}\n`)
  return query.apply(this, words)
}
