// The least that an answer with one dossier can cost: node:http and pg, nothing else. A baseline of the bench.
import http from 'node:http'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL ?? '', max: 10 })
const ONE = `SELECT d.code, d.stage, d."dueAt", v.name, p.name AS department, array_agg(e.step ORDER BY e.seq) AS steps
  FROM dossier d JOIN procedure_version v ON v.id = d."versionId"
  JOIN department p ON p."communeId" = d."communeId" AND p.code = d."departmentCode"
  JOIN dossier_event e ON e."communeId" = d."communeId" AND e."dossierId" = d.id
  WHERE d."communeId" = 1 AND d.code = $1 GROUP BY d.code, d.stage, d."dueAt", v.name, p.name`

http
  .createServer((request, response) => {
    void pool.query(ONE, [(request.url ?? '').slice(1)]).then(({ rows }) => {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(`<!doctype html><p>${JSON.stringify(rows[0])}</p>`)
    })
  })
  .listen(Number(process.env.PORT ?? 3000) + 1)
