import { redirect } from 'next/navigation'
import { shown } from '@/app/shown'
import { readDossier, type StaffDossier } from '@/lib/dossiers/dossier-queries'
import { requireStaff } from '@/lib/identity/session'
import { dossierHref, type List, listIn } from '../../addresses'

/** Parameters of every page of a dossier. `ke` and its companions: the list it was opened from; `xong`: the step just taken. */
export type DossierAddress = {
  params: Promise<{ code: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** A dossier with the list that somebody came from. */
export type OpenDossier = { dossier: StaffDossier; list: List | null; actor: Awaited<ReturnType<typeof requireStaff>> }

/**
 * The dossier of this address, for every page of it. Whoever is not signed in goes there first and comes back; a code typed in small letters
 * leads to the one address of the dossier.
 */
export async function openDossier({ params, searchParams }: DossierAddress): Promise<OpenDossier> {
  const { code } = await params
  const list = listIn(await searchParams)
  const actor = await requireStaff(dossierHref(code, list))
  const dossier = await shown(await readDossier(actor, { code }))
  if (dossier.code !== code) redirect(dossierHref(dossier.code, list))
  return { dossier, list, actor }
}

/** What a page of a dossier is called in the browser's list of pages: the code, and never a person's name, since titles are kept in histories. */
export const titleOf = async ({ params }: DossierAddress, what?: string): Promise<{ title: string }> => {
  const code = (await params).code.toUpperCase()
  return { title: what ? `${what}, ${code}` : `Hồ sơ ${code}` }
}
