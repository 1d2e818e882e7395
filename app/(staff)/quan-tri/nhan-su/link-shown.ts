import { siteOrigin } from '@/lib/places/site'
import { EMPTY_FORM, type FormState } from '@/lib/platform/form'
import { linkToken } from '@/lib/staff/store'

/** The page after a link was opened: it shows the address, once. A redirect would have to carry it in an address or keep it somewhere. */
export const linkShown = async (communeId: number, linkId: string): Promise<FormState> => ({
  ...EMPTY_FORM,
  values: { link: `${await siteOrigin()}/dat-mat-khau/${linkToken(communeId, linkId)}` },
})
