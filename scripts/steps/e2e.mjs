// The portals that the browser tests visit: the production build on ports of their own, each with a database, files, a worker, an identity
// server and a mail server of its own, so that as many browsers as there are portals never take dossiers from each other's queues.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openDatabase } from '../database.mjs'
import { administer } from '../database/client.mjs'
import { Children } from './children.mjs'
import { migrateDatabase, seedDatabase } from './demo.mjs'
import { portalEnvironment } from './environment.mjs'
import { startPortal } from './portal.mjs'
import { freePorts } from './ports.mjs'
import { root, step } from './step.mjs'

/** What has to be undone, last first. */
class Undo {
  #actions = []
  push = (action) => this.#actions.push(action)
  all = async () => {
    for (const action of this.#actions.splice(0).reverse()) await action()
  }
}

/**
 * The environment of one portal that has nothing yet but a name.
 *
 * @param {{ number: number, databaseUrl: string, folder: string }} place
 */
async function describePortal({ number, databaseUrl, folder }) {
  const [web, identity, smtp, inbox] = await freePorts(4)
  const portal = portalEnvironment({ databaseUrl, ports: { web, identity, smtp, inbox }, folder })
  const logFile = path.join(root, 'tests', '.out', number === 1 ? 'portal.log' : `portal-${number}.log`)
  Object.assign(portal.env, { STAND_IN_CONTROL: '1', LOG_LEVEL: 'info', E2E_BASE_URL: portal.publicUrl, E2E_LOG: logFile })
  return portal
}

/**
 * Starts the portals for the browser tests. The first is seeded, the others are copies of it.
 *
 * @param {number} count how many
 * @returns {Promise<{ portals: NodeJS.ProcessEnv[], close: () => Promise<void> }>} `portals`: what the tests are told about each
 */
export async function openTestPortals(count) {
  const undo = new Undo()
  mkdirSync(path.join(root, 'tests', '.out'), { recursive: true })
  try {
    const server = await openDatabase({ cluster: 'test' })
    undo.push(server.close)
    const adminUrl = server.embedded ? server.urlOf('postgres') : server.url
    const place = (number) => {
      const name = `mot_cua_test_${process.pid}_e2e${number}`
      const folder = mkdtempSync(path.join(tmpdir(), 'mot-cua-e2e-'))
      undo.push(() => rmSync(folder, { recursive: true, force: true }))
      undo.push(() => administer(adminUrl, `drop database if exists ${name} with (force)`))
      return { number, name, folder, databaseUrl: server.urlOf(name) }
    }
    const [first, ...others] = Array.from({ length: count }, (_, index) => place(index + 1))

    const portals = []
    await step('Chuẩn bị cơ sở dữ liệu cho các phép thử trên trình duyệt', async () => {
      await administer(adminUrl, `drop database if exists ${first.name} with (force)`, `create database ${first.name}`)
      const portal = await describePortal(first)
      await migrateDatabase(portal.env)
      await seedDatabase(portal.env)
      portals.push(portal)
      for (const { name, folder, ...rest } of others) {
        const copy = `create database ${name} template ${first.name}`
        await administer(adminUrl, `drop database if exists ${name} with (force)`, copy)
        // With its secrets: the keyed hashes of the personal numbers are copied too.
        cpSync(first.folder, folder, { recursive: true })
        portals.push(await describePortal({ folder, ...rest }))
      }
    })
    await step('Chạy bản dựng cho các phép thử trên trình duyệt', async () => {
      for (const portal of portals) {
        const children = new Children({ logFile: portal.env.E2E_LOG })
        undo.push(() => children.end())
        await startPortal(children, portal)
      }
    })
    return { portals: portals.map(({ env }) => env), close: undo.all }
  } catch (error) {
    await undo.all()
    throw error
  }
}
