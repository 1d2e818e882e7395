import { EMPTY_FORM, type FormState } from '@/lib/platform/form'
import { env } from '@/lib/platform/env'
import { linkToken } from '@/lib/staff/store'

/** The page after a link was opened: it shows the address, once. A redirect would have to carry it in an address or keep it somewhere. */
export const linkShown = (communeId: number, linkId: string): FormState => ({
  ...EMPTY_FORM,
  values: { link: `${env().PUBLIC_URL}/dat-mat-khau/${linkToken(communeId, linkId)}` },
})
