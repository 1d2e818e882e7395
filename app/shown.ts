import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { ADDRESS_ASKED, NOWHERE } from '@/lib/identity/rules'
import { busyAddress } from '@/lib/places/site'
import type { Result } from '@/lib/platform/refusal'

/**
 * "Not found", for what is absent and for what may not be seen: sent to an address that leads nowhere, so that Next renders `not-found.tsx`
 * whole and with status 404, with the address that was asked for. Next's own `notFound()` sends an empty body when a page throws it and lets
 * the browser's script draw the rest: without JavaScript that is a white page.
 */
export async function nowhere(): Promise<never> {
  const asked = (await headers()).get(ADDRESS_ASKED) ?? ''
  return redirect(asked === '' ? NOWHERE : `${NOWHERE}?dia-chi=${encodeURIComponent(asked)}`)
}

/**
 * What a page shows. What is not there, not visible or not even a possible address is "not found", a busy database the busy page; the rest is
 * the error page's.
 */
export async function shown<T>(result: Result<T>): Promise<T> {
  if (result.ok) return result.value
  if (result.code === 'not_found' || result.code === 'not_allowed' || result.code === 'invalid_input') return nowhere()
  if (result.code === 'busy') return redirect(await busyAddress())
  throw new Error(`The page cannot be shown: ${result.code}`)
}
