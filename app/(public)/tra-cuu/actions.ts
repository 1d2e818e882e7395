'use server'

import { redirect } from 'next/navigation'
import { openLookUp } from '@/lib/dossiers/look-up-queries'
import { requireActorForWrite } from '@/lib/identity/session'
import { currentSite } from '@/lib/places/site'
import { type FormState, textFields } from '@/lib/platform/form'
import { followAddress } from './addresses'
import { keepGrant } from './grant'
import { refusedLookUp } from './refused-look-up'

/** Opens a dossier for 15 minutes; the factor comes in the body and stays nowhere. */
export async function openLookUpAction(_state: FormState, data: FormData): Promise<FormState> {
  const actor = await requireActorForWrite()
  const values = textFields(data)
  const opened = await openLookUp(actor, values)
  if (!opened.ok) return refusedLookUp(values, opened, await currentSite())
  await keepGrant(opened.value.grant)
  redirect(followAddress(opened.value.code))
}
