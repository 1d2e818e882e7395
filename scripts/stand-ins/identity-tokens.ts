import { createPrivateKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const RsaKey = z.object({
  kty: z.literal('RSA'),
  kid: z.string(),
  alg: z.literal('RS256'),
  use: z.literal('sig'),
  n: z.string(),
  e: z.string(),
  d: z.string(),
  p: z.string(),
  q: z.string(),
  dp: z.string(),
  dq: z.string(),
  qi: z.string(),
})

const StoredKeys = z.object({ signing: RsaKey, cookies: z.array(z.string()).min(1) })

export type SigningKey = z.infer<typeof RsaKey>

/** The faults of an ID token that a portal must refuse. */
export type TokenFault = 'bad-signature' | 'wrong-nonce' | 'wrong-issuer' | 'expired-token'

/** Makes a fresh RSA key of 2048 bits for RS256 under the name `kid`. */
export function newSigningKey(kid: string): SigningKey {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return RsaKey.parse({ ...privateKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' })
}

/**
 * The keys of this stand-in, made once and kept under `dataDir`: a portal caches the key set, so a restart with new keys
 * would look like a forgery to it.
 */
export function loadKeys(dataDir: string): z.infer<typeof StoredKeys> {
  const file = path.join(dataDir, 'identity-keys.json')
  const stored = readIfThere(file)
  if (stored !== null) return StoredKeys.parse(JSON.parse(stored))
  const keys = { signing: newSigningKey(randomBytes(8).toString('hex')), cookies: [randomBytes(32).toString('base64url')] }
  mkdirSync(dataDir, { recursive: true })
  // Written beside and renamed: a start that is killed half-way must not leave half a key.
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, JSON.stringify(keys), { mode: 0o600 })
  renameSync(draft, file)
  return keys
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

const HOUR_IN_SECONDS = 3600

/**
 * Rewrites a good ID token with one fault. The signature stays right except under `bad-signature`, so that each check of
 * the portal is tried alone; `bad-signature` signs with a stranger's key under the true key's name.
 */
export function spoil(idToken: string, fault: TokenFault, keys: { own: SigningKey; stranger: SigningKey }): string {
  const [header = '', payload = ''] = idToken.split('.')
  const claims = z.record(z.string(), z.unknown()).parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')))
  const now = Math.floor(Date.now() / 1000)
  const spoiled: Record<TokenFault, Record<string, unknown>> = {
    'bad-signature': {},
    'wrong-nonce': { nonce: randomBytes(16).toString('base64url') },
    'wrong-issuer': { iss: 'https://may-chu-khac.vidu.example' },
    'expired-token': { iat: now - 2 * HOUR_IN_SECONDS, auth_time: now - 2 * HOUR_IN_SECONDS, exp: now - HOUR_IN_SECONDS },
  }
  const body = Buffer.from(JSON.stringify({ ...claims, ...spoiled[fault] })).toString('base64url')
  const key = createPrivateKey({ key: fault === 'bad-signature' ? keys.stranger : keys.own, format: 'jwk' })
  const signature = sign('RSA-SHA256', Buffer.from(`${header}.${body}`), key).toString('base64url')
  return `${header}.${body}.${signature}`
}
