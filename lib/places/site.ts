import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { env } from '@/lib/platform/env'
import { asResult, Refusal } from '@/lib/platform/refusal'
import { readSite } from './queries'
import type { Site } from './store'

/** Nobody yet: which commune's site it is has to be known before anyone can be somebody on it. */
const OUTSIDE = { kind: 'anonymous', communeId: 0, address: '' } as const

/** The header by which `proxy.ts` tells the pages their own address with its query, to come back to. */
export const PATH_HEADER = 'x-path'

/**
 * The commune whose site this request is for, by its host name; read once a request. A host that no commune has shows "not found". Throws
 * `Refusal('busy')`.
 */
export const siteAsked = cache(async (): Promise<Site> => {
  const host = (await headers()).get('host') ?? ''
  const site = await readSite(OUTSIDE, { host })
  if (site.ok) return site.value
  if (site.code === 'not_found') notFound()
  throw new Refusal(site.code, site.detail)
})

/**
 * The origin of this site, for what leads to it from outside: paper, the identity server, a link that is handed on. A commune with a host name
 * has it under that name; the one without under `PUBLIC_URL`, since it answers to any name that a caller makes up. Throws `Refusal('busy')`.
 */
export async function siteOrigin(): Promise<string> {
  const { protocol, origin } = new URL(env().PUBLIC_URL)
  const [{ host: own }, asked] = await Promise.all([siteAsked(), headers()])
  return own === null ? origin : `${protocol}//${asked.get('host')?.toLowerCase() ?? own}`
}

/** The same for pages: a busy database shows the busy page. */
export async function currentSite(): Promise<Site> {
  const site = await asResult(siteAsked)
  return site.ok ? site.value : redirect(await busyAddress())
}

/** The page that says that the system is busy (503) and leads back here. A page cannot set its own status, so it sends the browser there. */
export const busyAddress = async (): Promise<string> => `/dang-ban?tiep=${encodeURIComponent((await headers()).get(PATH_HEADER) ?? '/')}`
