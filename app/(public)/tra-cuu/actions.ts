'use server'

import { redirect } from 'next/navigation'
import { refusedForm } from '@/app/refused-form'
import { topOf } from '@/app/top-of-page'
import { openLookUp } from '@/lib/dossiers/look-up-queries'
import { actorForWrite } from '@/lib/identity/session'
import { currentSite } from '@/lib/places/site'
import { type FormState, textFields } from '@/lib/platform/form'
import { followAddress } from './addresses'
import { keepGrant } from './grant'
import { refusedLookUp } from './refused-look-up'

/** Opens a dossier for 15 minutes; the factor comes in the body and stays nowhere. */
export async function openLookUpAction(_state: FormState, data: FormData): Promise<FormState> {
  const asked = await actorForWrite()
  const values = textFields(data)
  if (!asked.ok) return refusedForm(values, asked)
  const opened = await openLookUp(asked.value, values)
  if (!opened.ok) return refusedLookUp(values, opened, await currentSite())
  await keepGrant(opened.value.grant)
  redirect(await topOf(followAddress(opened.value.code)))
}
