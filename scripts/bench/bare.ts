// The least that an answer can cost: node:http and pg with the same statements as the page sends, nothing else. `POST /<name>` says which they are.
import http from 'node:http'
import pg from 'pg'
import { z } from 'zod'
import { env } from '@/lib/platform/env'

const pool = new pg.Pool({ connectionString: env().DATABASE_URL, max: 10 })
const Statements = z.array(z.object({ text: z.string(), values: z.array(z.unknown()) }))
const known = new Map<string, z.infer<typeof Statements>>()

async function answer(name: string): Promise<string> {
  const rows: unknown[] = []
  for (const statement of known.get(name) ?? []) rows.push((await pool.query(statement)).rows)
  return `<!doctype html><html lang="vi"><title>${name}</title><pre>${JSON.stringify(rows)}</pre></html>`
}

http
  .createServer((request, response) => {
    const name = request.url ?? ''
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      if (request.method === 'POST') known.set(name, Statements.parse(JSON.parse(Buffer.concat(pieces).toString('utf8'))))
      void answer(name).then(
        (page) => response.setHeader('content-type', 'text/html; charset=utf-8').end(page),
        (error: unknown) => {
          response.statusCode = 500
          response.end(String(error))
        },
      )
    })
  })
  .listen(Number(process.env.BENCH_BARE_PORT))
