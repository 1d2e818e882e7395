// What the portal's processes find in their environment; .env.example explains each variable.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { dataDir } from '../database.mjs'
import { Sentence } from '../sentence.mjs'
import { root } from './step.mjs'

/** Reads `.env` beside the code; what is set already wins. */
export function loadEnvFile() {
  const file = path.join(root, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
}

/** A port from the environment. */
function port(variable, fallback) {
  const value = Number(process.env[variable] || fallback)
  if (!Number.isInteger(value) || value < 1 || value > 65535) throw new Sentence(`${variable} phải là số cổng từ 1 đến 65535.`)
  return value
}

/** The ports of the portal and of the stand-ins, as the environment asks for them. */
export const portsFromEnvironment = () => ({
  web: port('PORT', 3000),
  identity: port('IDENTITY_PORT', 4100),
  smtp: port('MAIL_SMTP_PORT', 4125),
  inbox: port('MAIL_HTTP_PORT', 4180),
})

/**
 * The secrets of this installation, made once and kept in the data folder, readable by its owner only. They have to outlive a
 * restart: signatures of cookies and the keyed hashes of personal numbers in the database depend on them.
 */
function installationSecrets(folder) {
  const file = path.join(folder, 'secrets.json')
  const names = ['AUTH_SECRET', 'PERSONAL_NUMBER_KEY', 'VNEID_CLIENT_SECRET']
  mkdirSync(folder, { recursive: true })
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const missing = names.filter((name) => !kept[name])
  for (const name of missing) kept[name] = randomBytes(32).toString('base64url')
  if (missing.length > 0) writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 })
  return Object.fromEntries(names.map((name) => [name, process.env[name] || kept[name]]))
}

/**
 * The environment of every process of one running portal.
 *
 * @param {{ databaseUrl: string, ports: { web: number, identity: number, smtp: number, inbox: number }, dev?: boolean, folder?: string }} options
 * @returns {{ env: NodeJS.ProcessEnv, publicUrl: string, standIns: { identity: boolean, mail: boolean } }} `standIns`: which of the
 *   outside services are played locally, namely those whose real address was not given
 */
export function portalEnvironment({ databaseUrl, ports, dev = false, folder = dataDir() }) {
  const publicUrl = (process.env.PUBLIC_URL || `http://localhost:${ports.web}`).replace(/\/$/, '')
  const standIns = { identity: !process.env.VNEID_ISSUER, mail: !process.env.SMTP_URL }
  const env = {
    // An empty value means "not set", also to those who read it after us.
    ...Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== '')),
    ...installationSecrets(folder),
    NODE_ENV: dev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    DATABASE_URL: databaseUrl,
    DATA_DIR: folder,
    PORT: String(ports.web),
    PUBLIC_URL: publicUrl,
    // next-auth reads its own address and secret from these names.
    NEXTAUTH_URL: publicUrl,
    VNEID_ISSUER: process.env.VNEID_ISSUER || `http://localhost:${ports.identity}`,
    SMTP_URL: process.env.SMTP_URL || `smtp://localhost:${ports.smtp}`,
    IDENTITY_PORT: String(ports.identity),
    MAIL_SMTP_PORT: String(ports.smtp),
    MAIL_HTTP_PORT: String(ports.inbox),
  }
  return { env: { ...env, NEXTAUTH_SECRET: env.AUTH_SECRET }, publicUrl, standIns }
}
