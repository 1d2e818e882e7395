// The portal that the browser tests visit: the production build on ports of its own, with a database, files, a worker, an identity
// server and a mail server of its own.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
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

/**
 * Starts the portal for the browser tests.
 *
 * @returns {Promise<{ env: NodeJS.ProcessEnv, close: () => Promise<void> }>} `env`: what the tests are told about it
 */
export async function openTestPortal() {
  const folder = mkdtempSync(path.join(tmpdir(), 'mot-cua-e2e-'))
  const logs = path.join(root, 'tests', '.out')
  mkdirSync(logs, { recursive: true })
  const logFile = path.join(logs, 'portal.log')
  const children = new Children({ logFile })
  const undo = [() => rmSync(folder, { recursive: true, force: true })]
  const close = async () => {
    for (const action of undo.splice(0).reverse()) await action()
  }
  try {
    const server = await openDatabase({ cluster: 'test' })
    undo.push(server.close)
    const name = `mot_cua_test_${process.pid}_e2e`
    const adminUrl = server.embedded ? server.urlOf('postgres') : server.url
    await administer(adminUrl, `drop database if exists ${name} with (force)`, `create database ${name}`)
    undo.push(() => administer(adminUrl, `drop database if exists ${name} with (force)`))

    const [web, identity, smtp, inbox] = await freePorts(4)
    const portal = portalEnvironment({ databaseUrl: server.urlOf(name), ports: { web, identity, smtp, inbox }, folder })
    Object.assign(portal.env, { STAND_IN_CONTROL: '1', LOG_LEVEL: 'info' })
    await step('Chuẩn bị cơ sở dữ liệu cho các phép thử trên trình duyệt', async () => {
      await migrateDatabase(portal.env)
      await seedDatabase(portal.env)
    })
    undo.push(() => children.end())
    await step('Chạy bản dựng cho các phép thử trên trình duyệt', () => startPortal(children, portal))
    return { env: { ...portal.env, E2E_BASE_URL: portal.publicUrl, E2E_LOG: logFile }, close }
  } catch (error) {
    await close()
    throw error
  }
}
