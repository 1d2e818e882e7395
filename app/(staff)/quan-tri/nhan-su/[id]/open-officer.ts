import { shown } from '@/app/shown'
import { readOfficer } from '@/lib/dossiers/officer-queries'
import { requireStaff } from '@/lib/identity/session'
import { officerHref } from '../../addresses'

export type OfficerAddress = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The officer of an address; anyone but an administrator of the commune is told that there is none. */
export async function openOfficer(id: string) {
  return readOfficer(await requireStaff(officerHref(encodeURIComponent(id))), { staffId: id }).then(shown)
}

export type ShownOfficer = Awaited<ReturnType<typeof openOfficer>>
