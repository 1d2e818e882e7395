import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { Refusal } from '@/lib/platform/refusal'
import { readSite } from './queries'
import type { Site } from './store'

/** Nobody yet: which commune's site it is has to be known before anyone can be somebody on it. */
const OUTSIDE = { kind: 'anonymous', communeId: 0, address: '' } as const

/** The commune whose site this request is for, by its host name; read once a request. A host that no commune has shows "not found". */
export const currentSite = cache(async (): Promise<Site> => {
  const host = (await headers()).get('host') ?? ''
  const site = await readSite(OUTSIDE, { host })
  if (site.ok) return site.value
  if (site.code === 'not_found') notFound()
  throw new Refusal(site.code, site.detail)
})
