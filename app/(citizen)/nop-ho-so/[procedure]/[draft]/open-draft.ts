import { redirect } from 'next/navigation'
import { cache } from 'react'
import { nowhere, shown } from '@/app/shown'
import { type DraftPage, readDraft } from '@/lib/dossiers/draft-queries'
import { signInAddress } from '@/lib/identity/rules'
import { requireActor } from '@/lib/identity/session'
import { deleteHref, draftHref, type DraftPlace, filedHref, startHref, stepHref, type StepPath } from '../../steps'

/** Parameters of every page of a draft. */
export type DraftAddress = { params: Promise<{ procedure: string; draft: string }> }

/** A draft with the place that its links lead to. */
export type OpenDraft = DraftPage & { place: DraftPlace }

/** Title and page read the same draft; one request reads it once. */
const draftOf = cache(async (draftId: string) => readDraft(await requireActor(), { draftId }))

/**
 * The draft of this address, for every page of it. Whoever is not signed in goes there first and comes back to the same page; a draft that
 * was sent shows what was filed; one of an older version of the procedure has to be moved on its own page before anything else (`overview`);
 * one that cannot be read can only be deleted.
 */
export async function openDraft({ params }: DraftAddress, page: 'overview' | StepPath): Promise<OpenDraft> {
  const { procedure, draft } = await params
  const place = { procedure, draft }
  const result = await draftOf(draft)
  if (!result.ok) {
    if (result.code === 'already_filed') redirect(filedHref(String(result.detail.procedure), String(result.detail.code)))
    if (result.code === 'draft_unreadable' && result.detail.procedure === procedure) redirect(deleteHref(place))
    if (result.code === 'sign_in_needed') redirect(signInAddress('citizen', page === 'overview' ? draftHref(place) : stepHref(place, page)))
    if (result.code === 'identity_level_too_low' || result.code === 'not_allowed') redirect(startHref(procedure))
  }
  const found = await shown(result)
  if (found.procedure.code !== procedure) await nowhere()
  if (found.outdated && page !== 'overview') redirect(draftHref(place))
  return { ...found, place }
}

/** The draft of this address for the page that deletes it; null: it can be deleted and no more, for it cannot be read. */
export async function openDraftToDelete(address: DraftAddress): Promise<OpenDraft | null> {
  const { procedure, draft } = await address.params
  const result = await draftOf(draft)
  const isUnreadable = !result.ok && result.code === 'draft_unreadable' && result.detail.procedure === procedure
  return isUnreadable ? null : openDraft(address, 'overview')
}
