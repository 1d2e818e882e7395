import { headers } from 'next/headers'
import { cache } from 'react'
import type { Actor } from '@/lib/access/policy'
import { currentSite } from '@/lib/places/site'

/** Who asks, on the site of the commune whose host name was called. */
export const requireActor = cache(async (): Promise<Actor> => {
  const site = await currentSite()
  // The last entry is the one that our own reverse proxy wrote; those before it are what the caller claims.
  const address = (await headers()).get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? ''
  return { kind: 'anonymous', communeId: site.id, address }
})
