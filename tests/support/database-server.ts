// Once for a whole run: a server, and on it a template database that has every migration, and one that has the demonstration's reference data
// too. Test files copy them.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrationList } from '@/prisma/engine'
import { PrismaClient } from '@/prisma/generated/client'
import { migrate } from '@/prisma/migrate'
import { seedReference } from '@/prisma/seed/reference'
import { openDatabase } from '@/scripts/database.mjs'
import { administer } from '@/scripts/database/client.mjs'
import { isAlive } from '@/scripts/database/processes.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where databases are created, and from which templates. */
    databaseServer: { adminUrl: string; template: string; reference: string }
  }
}

const PREFIX = 'mot_cua_template_'

/** Templates kept on the server; branches are switched between, and each has its own. */
const KEPT = 4

/** The template's name changes with every migration and with the job queue, so that an outdated one is never copied. */
function templateName(): string {
  const hash = createHash('sha256')
  for (const { path, migrationFile } of migrationList().migrationDirectories) {
    hash.update(path).update(migrationFile.content.value)
  }
  hash.update(readFileSync(new URL('../../node_modules/graphile-worker/package.json', import.meta.url)))
  return `${PREFIX}${hash.digest('hex').slice(0, 16)}`
}

/** Makes the template unless it exists. Two runs at once wait for each other; half a template never gets the name. */
async function ensureTemplate(admin: pg.Client, urlOf: (name: string) => string): Promise<string> {
  const template = templateName()
  await admin.query('select pg_advisory_lock(4061973)')
  const { rows } = await admin.query<{ datname: string }>('select datname from pg_database where datname like $1 order by oid desc', [
    `${PREFIX.replaceAll('_', '\\_')}%`,
  ])
  const existing = rows.map(({ datname }) => datname)
  if (!existing.includes(template)) {
    const unfinished = 'mot_cua_unfinished_template'
    await admin.query(`drop database if exists ${unfinished} with (force)`)
    await admin.query(`create database ${unfinished}`)
    await migrate(urlOf(unfinished))
    await admin.query(`alter database ${unfinished} rename to ${template}`)
    for (const old of existing.slice(KEPT)) await admin.query(`drop database if exists ${old} with (force)`)
  }
  await admin.query('select pg_advisory_unlock(4061973)')
  return template
}

/** Makes this run's own copy with the reference data: seeding takes seconds, and nearly every test file needs it. */
async function makeReference(admin: pg.Client, template: string, urlOf: (name: string) => string): Promise<string> {
  const name = `mot_cua_test_${process.pid}_reference`
  await admin.query(`drop database if exists ${name} with (force)`)
  await admin.query(`create database ${name} template ${template}`)
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: urlOf(name) }) })
  await seedReference(db)
  await db.$disconnect()
  return name
}

/** Drops what runs that were killed left behind: the number in a database's name is the process that made it. */
async function dropOrphans(admin: pg.Client): Promise<void> {
  const { rows } = await admin.query<{ datname: string }>("select datname from pg_database where datname ~ '^mot_cua_test_[0-9]+_'")
  for (const { datname } of rows) {
    if (!isAlive(Number(datname.split('_')[3]))) await admin.query(`drop database if exists ${datname} with (force)`)
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await openDatabase({ cluster: 'test' })
  const adminUrl = server.embedded ? server.urlOf('postgres') : server.url
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    if (server.embedded) await dropOrphans(admin)
    const template = await ensureTemplate(admin, server.urlOf)
    const reference = await makeReference(admin, template, server.urlOf)
    project.provide('databaseServer', { adminUrl, template, reference })
    return async () => {
      await administer(adminUrl, `drop database if exists ${reference} with (force)`)
      await server.close()
    }
  } finally {
    await admin.end()
  }
}
