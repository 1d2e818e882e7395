// What every page says to the browser about itself, and what no page says about anyone.
import { expect } from '@playwright/test'
import type { Told } from '../../support/access-matrix-http'
import type { Portal } from '../../support/access-matrix-portal'

export const nonceIn = ({ headers }: Told): string => /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1] ?? ''

export function expectGuarded(told: Told): void {
  const { headers } = told
  const policy = String(headers['content-security-policy'])
  for (const rule of ["default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
    expect(policy).toContain(rule)
  expect(policy).not.toMatch(/script-src[^;]*'unsafe-inline'/)
  expect(nonceIn(told)).toMatch(/^[\w+/=-]{16,}$/)
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['referrer-policy']).toBe('same-origin')
  expect(headers['x-frame-options']).toBe('DENY')
  expect(headers['x-powered-by']).toBeUndefined()
}

/** The tags of scripts that do not carry the nonce of their page. */
export const bareScripts = (told: Told): string[] =>
  (told.text.match(/<script\b[^>]*>/g) ?? []).filter((tag) => !tag.includes(`nonce="${nonceIn(told)}"`))

/** All personal numbers that the portal keeps. */
export async function knownNumbers({ db }: Portal): Promise<ReadonlySet<string>> {
  const people = [
    ...(await db.citizen.findMany({ select: { personalNumber: true } })),
    ...(await db.dossierApplicant.findMany({ select: { personalNumber: true } })),
  ]
  return new Set(people.map(({ personalNumber }) => personalNumber))
}

/** Twelve digits in a row, as a personal number has them, with or without blanks and dots between them. */
export const numbersIn = (text: string): string[] =>
  (text.match(/(?<!\d)\d(?:[ .]?\d){11}(?!\d)/g) ?? []).map((found) => found.replace(/\D/g, ''))
