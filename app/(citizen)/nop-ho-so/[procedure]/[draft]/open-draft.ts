import { redirect } from 'next/navigation'
import { nowhere, shown } from '@/app/shown'
import { type DraftPage, readDraft } from '@/lib/dossiers/draft-queries'
import { signInAddress } from '@/lib/identity/rules'
import { requireActor } from '@/lib/identity/session'
import { draftHref, type DraftPlace, filedHref, startHref } from '../../steps'

/** Parameters of every page of a draft. */
export type DraftAddress = { params: Promise<{ procedure: string; draft: string }> }

/** A draft with the place that its links lead to. */
export type OpenDraft = DraftPage & { place: DraftPlace }

/**
 * The draft of this address, for every page of it. Whoever is not signed in goes there first; a draft that was sent shows what was filed;
 * one of an older version of the procedure has to be moved on its own page before anything else (`overview`).
 */
export async function openDraft({ params }: DraftAddress, page: 'overview' | 'step' = 'step'): Promise<OpenDraft> {
  const { procedure, draft } = await params
  const place = { procedure, draft }
  const result = await readDraft(await requireActor(), { draftId: draft })
  if (!result.ok) {
    if (result.code === 'already_filed') redirect(filedHref(String(result.detail.procedure), String(result.detail.code)))
    if (result.code === 'sign_in_needed') redirect(signInAddress('citizen', draftHref(place)))
    if (result.code === 'identity_level_too_low' || result.code === 'not_allowed') redirect(startHref(procedure))
  }
  const found = shown(result)
  if (found.procedure.code !== procedure) nowhere()
  if (found.outdated && page === 'step') redirect(draftHref(place))
  return { ...found, place }
}
