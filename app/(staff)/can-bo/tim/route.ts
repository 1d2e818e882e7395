import { seeOther } from '@/app/see-other'
import { refusalPage } from '@/app/refusal-page'
import { DossierCode } from '@/lib/dossiers/schema'
import { actorForWrite } from '@/lib/identity/session'
import { formOf, textFields } from '@/lib/platform/form'
import { dossierHref, FOUND } from '../addresses'
import { searchCookie } from './search-cookie'

/** Takes the search field of the bar: a whole code, typed or scanned, opens its dossier; anything else is searched for on the next page. */
export async function POST(request: Request): Promise<Response> {
  const asked = await actorForWrite()
  if (!asked.ok) return refusalPage(asked)
  const { q = '' } = textFields(await formOf(request))
  const code = DossierCode.safeParse(q)
  if (code.success) return seeOther(dossierHref(code.data, null))
  const response = seeOther(FOUND)
  response.headers.append('set-cookie', searchCookie(q.slice(0, 120)))
  return response
}

/** Somebody reloaded the address of the search. */
export const GET = (): Response => seeOther(FOUND)
