import { redirect } from 'next/navigation'
import { cache } from 'react'
import { shown } from '@/app/shown'
import { requireStaff } from '@/lib/identity/session'
import { readVersionDraft } from '@/lib/procedures/versions/queries'
import { draftHref, versionsHref } from '../addresses'

/** Title and page read the same draft; one request reads it once. One that cannot be read can only be put away, on the procedure's page. */
export const openVersionDraft = cache(async (code: string) => {
  const result = await readVersionDraft(await requireStaff(draftHref(code)), { code })
  if (!result.ok && result.code === 'draft_unreadable') redirect(versionsHref(code))
  return shown(result)
})

export type OpenVersionDraft = Awaited<ReturnType<typeof openVersionDraft>>
