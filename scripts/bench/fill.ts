// Fills the empty database of a bench: the demonstration, then copies of its dossiers by INSERT … SELECT, each with its own ids, codes,
// numbers, person and days. The chain goes on over all of them. `node --import tsx scripts/bench/fill.ts 100000`
import pg from 'pg'
import { linkHash } from '@/lib/audit/rules'
import type { EventContent } from '@/lib/audit/rules'
import { env } from '@/lib/platform/env'
import { closeDb } from '@/lib/platform/db'
import { migrate } from '@/prisma/migrate'
import { SEED as SEED_2024 } from '@/prisma/seed/demo-2024'
import { SEED as SEED_RECENT } from '@/prisma/seed/demo-recent'
import { seedDemo } from '@/prisma/seed/index'

const COMMUNE = 1
/** Of all dossiers these are still open; in an office of this size it is about as many as lie there at once. */
const OPEN_SHARE = 0.02

/** Tables in the order of their foreign keys. What is not said here is copied as it is, but for ids and instants. */
const TABLES: readonly { table: string; owner: string; set: Readonly<Record<string, string>> }[] = [
  {
    table: 'dossier',
    owner: 'id',
    set: {
      code: `split_part(code, '-', 1) || to_char(("submittedAt" + shift) AT TIME ZONE INTERVAL '+07:00', '-YYMMDD-')
        || lpad((5000 + row_number() OVER (PARTITION BY (("submittedAt" + shift) AT TIME ZONE INTERVAL '+07:00')::date))::text, 4, '0')`,
      draftId: 'NULL',
      registerYear: `extract(year FROM ("receivedAt" + shift) AT TIME ZONE INTERVAL '+07:00')`,
      registerNumber: '"registerNumber" + k * 100000',
    },
  },
  {
    table: 'dossier_applicant',
    owner: 'dossierId',
    set: { personalNumberHash: `encode(sha256(convert_to("personalNumberHash" || k, 'UTF8')), 'hex')` },
  },
  { table: 'dossier_answer', owner: 'dossierId', set: {} },
  { table: 'dossier_component', owner: 'dossierId', set: {} },
  { table: 'document', owner: 'dossierId', set: { storageKey: `"storageKey" || '-' || k`, draftId: 'NULL' } },
  { table: 'payment', owner: 'dossierId', set: { reference: `reference || '-' || k` } },
  { table: 'fee_line', owner: 'dossierId', set: {} },
  {
    table: 'paper',
    owner: 'dossierId',
    set: {
      storageKey: 'NULL',
      number: 'number + k * 100000',
      year: `extract(year FROM ("issuedAt" + shift) AT TIME ZONE INTERVAL '+07:00')`,
    },
  },
  { table: 'hand_over', owner: 'dossierId', set: {} },
]

/** Ids begin with their time, so that copies lie in every index where real rows would. */
const FUNCTIONS = `
  CREATE FUNCTION pg_temp.copy_id(id uuid, shift interval, k int) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
    SELECT (lpad(to_hex(('x' || substr(replace(id::text, '-', ''), 1, 12))::bit(48)::bigint + (extract(epoch FROM shift) * 1000)::bigint), 12, '0')
      || substr(replace(id::text, '-', ''), 13, 16) || lpad(to_hex(k), 4, '0'))::uuid $$;
  CREATE TEMP TABLE original AS SELECT id, "closedAt" IS NOT NULL AS closed, version FROM dossier WHERE "communeId" = ${COMMUNE};
  CREATE TEMP TABLE copy (closed boolean, k int, shift interval);`

/** Ids that belong to a dossier and are made anew with it; all other ids are of people and of the law. */
const OWN_IDS = new Set(['id', 'dossierId', 'paymentId'])

async function copyTable(client: pg.Client, { table, owner, set }: (typeof TABLES)[number]): Promise<void> {
  const { rows: columns } = await client.query<{ name: string; type: string }>(
    `SELECT column_name AS name, udt_name AS type FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1`,
    [table],
  )
  const value = ({ name, type }: { name: string; type: string }) => {
    const column = `t."${name}"`
    if (set[name]) return set[name].replaceAll(/"(\w+)"/g, 't."$1"')
    if (type === 'uuid' && OWN_IDS.has(name)) return `pg_temp.copy_id(${column}, shift, k)`
    return type === 'timestamptz' ? `${column} + shift` : column
  }
  await client.query(`INSERT INTO "${table}" (${columns.map(({ name }) => `"${name}"`).join(', ')})
    SELECT ${columns.map(value).join(', ')} FROM "${table}" t JOIN original ON original.id = t."${owner}" JOIN copy USING (closed)
    WHERE t."communeId" = ${COMMUNE}`)
}

type EventRow = Omit<EventContent, 'at' | 'changes'> & { at: string; changes: Record<string, string | number | boolean | null> }

/** Events of one copy after another, each linked to the one before; their hashes are those that the check of the chain expects. */
async function copyEvents(client: pg.Client): Promise<void> {
  const { rows: heads } = await client.query<{ seq: string; hash: string }>('SELECT seq, hash FROM chain_head WHERE "communeId" = $1', [
    COMMUNE,
  ])
  let seq = BigInt(heads[0]?.seq ?? 0)
  let hash = heads[0]?.hash ?? ''
  const { rows: copies } = await client.query<{ k: number }>('SELECT k FROM copy ORDER BY k')
  for (const { k } of copies) {
    const { rows: events } = await client.query<EventRow>(
      `SELECT pg_temp.copy_id(e."dossierId", shift, k) AS "dossierId", e.seq, to_char((e.at + shift) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at,
         e.step, e."actorKind", e."actorId", e."contentHash",
         (SELECT jsonb_object_agg(key, CASE WHEN key LIKE '%At' AND value <> 'null'
           THEN to_jsonb(to_char(((value #>> '{}')::timestamptz + shift) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ELSE value END)
           FROM jsonb_each(e.changes)) AS changes
       FROM dossier_event e JOIN original ON original.id = e."dossierId" JOIN copy USING (closed)
       WHERE k = $1 AND e."communeId" = $2 ORDER BY e.at, e.seq`,
      [k, COMMUNE],
    )
    const linked = events.map(({ at, ...event }) => {
      const prevHash = hash
      seq += 1n
      hash = linkHash(COMMUNE, { chainSeq: seq, prevHash }, { kind: 'event', content: { ...event, at: new Date(at) } })
      return { ...event, at, communeId: COMMUNE, chainSeq: String(seq), prevHash, hash }
    })
    await client.query('INSERT INTO dossier_event SELECT * FROM jsonb_populate_recordset(NULL::dossier_event, $1::jsonb)', [
      JSON.stringify(linked),
    ])
  }
  await client.query('UPDATE chain_head SET seq = $2, hash = $3 WHERE "communeId" = $1', [COMMUNE, String(seq), hash])
}

/** Brings the database to `wanted` dossiers. Open ones are copied within minutes of each other, done ones over the weeks around 2024. */
async function multiply(client: pg.Client, wanted: number): Promise<void> {
  await client.query(FUNCTIONS)
  const { rows } = await client.query<{ closed: boolean; count: number }>(
    'SELECT closed, count(*)::int AS count FROM original GROUP BY closed',
  )
  const ofKind = (closed: boolean) => rows.find((row) => row.closed === closed)?.count ?? 1
  const open = Math.max(1, Math.round((wanted * OPEN_SHARE) / ofKind(false)))
  const closed = Math.max(1, Math.ceil((wanted * (1 - OPEN_SHARE)) / ofKind(true)))
  // Weeks, because a Monday's dossier must stay a Monday's.
  await client.query(
    `INSERT INTO copy SELECT true, k, make_interval(weeks => k - least(52, $1::int / 2)) FROM generate_series(1, $1::int) k WHERE k <= $1::int
     UNION ALL SELECT false, 2000 + k, make_interval(secs => -7 * k) FROM generate_series(1, $2::int) k`,
    [Math.min(closed, 130), open],
  )
  if (closed > 130)
    await client.query(
      `INSERT INTO copy SELECT true, 5000 + k, make_interval(weeks => k % 130 - 52, secs => k) FROM generate_series(131, $1::int) k`,
      [closed],
    )
  for (const table of TABLES) await copyTable(client, table)
  await copyEvents(client)
  await client.query('ANALYZE')
}

const wanted = Number(process.argv[2] ?? 100_000)
const since = performance.now()
await migrate(env().DATABASE_URL)
await seedDemo()
await closeDb()
const client = new pg.Client({ connectionString: env().DATABASE_URL })
await client.connect()
await multiply(client, wanted)
const { rows } = await client.query<{ all: number; open: number; events: number }>(
  `SELECT (SELECT count(*)::int FROM dossier) AS all, (SELECT count(*)::int FROM dossier WHERE "closedAt" IS NULL) AS open,
     (SELECT count(*)::int FROM dossier_event) AS events`,
)
await client.end()
console.log(JSON.stringify({ ...rows[0], seeds: [SEED_2024, SEED_RECENT], seconds: Math.round((performance.now() - since) / 1000) }))
