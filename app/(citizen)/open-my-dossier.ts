import { redirect } from 'next/navigation'
import { cache } from 'react'
import { shown } from '@/app/shown'
import { type MyDossier, readMyDossier } from '@/lib/dossiers/my-queries'
import { readablePath, signInAddress } from '@/lib/identity/rules'
import { requireActor } from '@/lib/identity/session'

/** The dossier of an address, read once a request; whoever is not signed in goes there first and comes back to the dossier. */
export const openMyDossier = cache(async (encoded: string): Promise<MyDossier> => {
  const code = readablePath(encoded)
  const result = await readMyDossier(await requireActor(), { code })
  if (!result.ok && result.code === 'sign_in_needed') redirect(signInAddress('citizen', `/ho-so/${code}`))
  // Staff work on it on their own page, which logs who looked.
  if (!result.ok && result.code === 'not_allowed') redirect(`/can-bo/ho-so/${encodeURIComponent(code)}`)
  return shown(result)
})
