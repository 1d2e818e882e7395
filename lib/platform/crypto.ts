import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { newSecret } from './clock'
import { env } from './env'

/**
 * Keyed hash by which a personal number is matched: twelve digits could be tried through in an hour if the hash had no key.
 */
export const hashPersonalNumber = (personalNumber: string): string =>
  createHmac('sha256', env().PERSONAL_NUMBER_KEY).update(personalNumber).digest('hex')

/**
 * The name under which tries about `whom` are counted: with a key, since who reads the table could try through every code, telephone number and
 * user name there is. `what` stays readable.
 */
export const countedName = (what: string, whom: string): string =>
  `${what} ${createHmac('sha256', env().AUTH_SECRET).update(`counted tries\n${what}\n${whom}`).digest('hex')}`

/** True when both texts are the same, in a time that does not tell where they differ. */
export function sameText(a: string, b: string): boolean {
  const digestOf = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digestOf(a), digestOf(b))
}

/** `payload` with its signature, for cookies the browser may keep but not change. `purpose` keeps one kind of token from passing for another. */
export function seal(purpose: string, payload: unknown): string {
  const body = Buffer.from(JSON.stringify(payload)).toString('base64url')
  return `${body}.${signature(purpose, body)}`
}

/** What `seal` was given, or null when the token is not ours. The caller parses the shape and checks the expiry. */
export function unseal(purpose: string, token: string): unknown {
  const [body, mac, ...rest] = token.split('.')
  if (!body || !mac || rest.length > 0 || !sameText(mac, signature(purpose, body))) return null
  return JSON.parse(Buffer.from(body, 'base64url').toString('utf8'))
}

const signature = (purpose: string, body: string): string =>
  createHmac('sha256', env().AUTH_SECRET).update(`${purpose}\n${body}`).digest('base64url')

const IV_BYTES = 12
const TAG_BYTES = 16

/** AES-256-GCM; each purpose has a key of its own, so that what was hidden for one cannot be read, or passed off, as another's. */
const hidingKey = (purpose: string): Buffer => createHmac('sha256', env().AUTH_SECRET).update(`hide\n${purpose}`).digest()

/** `bytes` as text that only this installation can read, for what lies where others may look: a cookie on a family's phone. */
export function hide(purpose: string, bytes: Buffer): string {
  const iv = Buffer.from(newSecret(IV_BYTES), 'base64url')
  const cipher = createCipheriv('aes-256-gcm', hidingKey(purpose), iv)
  const body = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
}

/** What `hide` was given, or null when the text is not ours, was changed or is of an earlier secret. The caller checks the expiry. */
export function unhide(purpose: string, token: string): Buffer | null {
  const all = Buffer.from(token, 'base64url')
  if (all.length <= IV_BYTES + TAG_BYTES) return null
  const decipher = createDecipheriv('aes-256-gcm', hidingKey(purpose), all.subarray(0, IV_BYTES))
  decipher.setAuthTag(all.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  try {
    return Buffer.concat([decipher.update(all.subarray(IV_BYTES + TAG_BYTES)), decipher.final()])
  } catch {
    return null
  }
}

/**
 * Signature of a record that must hold for years. Its key comes from the one secret that an operator may never change, since that of the cookies is
 * changed after every suspicion; deriving a key for each purpose keeps one kind of record from passing for another, or for a hashed number.
 */
export function signRecord(purpose: string, text: string): string {
  const key = Buffer.from(hkdfSync('sha256', env().PERSONAL_NUMBER_KEY, '', `record ${purpose}`, 32))
  return createHmac('sha256', key).update(text).digest('base64url')
}
