import pg from 'pg'

/** The admin's connection and the names of this run; `bench.mjs` says them. */
const admin = process.env.BENCH_ADMIN_URL ?? ''
const template = process.env.BENCH_TEMPLATE ?? ''
const SNAPSHOT = 'mot_cua_snapshot'
const OWN = 'mot_cua_bench'

async function copy(from: string, to: string): Promise<void> {
  const client = new pg.Client({ connectionString: admin })
  await client.connect()
  try {
    await client.query(`DROP DATABASE IF EXISTS ${to} WITH (FORCE)`)
    await client.query(`CREATE DATABASE ${to} TEMPLATE ${from} STRATEGY FILE_COPY`)
  } finally {
    await client.end()
  }
}

/** The database that is measured, as it was filled. Nobody may be connected to it. */
export const asFilled = (): Promise<void> => copy(template, OWN)

/** Remembers the database as it stands, and brings it back. Nobody may be connected to it. */
export const remember = (): Promise<void> => copy(OWN, SNAPSHOT)
export const asRemembered = (): Promise<void> => copy(SNAPSHOT, OWN)

export async function dropOwn(): Promise<void> {
  const client = new pg.Client({ connectionString: admin })
  await client.connect()
  for (const name of [OWN, SNAPSHOT]) await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  await client.end()
}
