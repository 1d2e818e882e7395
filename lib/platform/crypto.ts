import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { env } from './env'

/**
 * Keyed hash by which a personal number is matched: twelve digits could be tried through in an hour if the hash had no key.
 */
export const hashPersonalNumber = (personalNumber: string): string =>
  createHmac('sha256', env().PERSONAL_NUMBER_KEY).update(personalNumber).digest('hex')

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
