import { redirect } from 'next/navigation'
import type { Result } from '@/lib/platform/refusal'

/** An address that leads nowhere, so that Next renders `not-found.tsx` for it whole and with status 404. */
const NOWHERE = '/khong-tim-thay'

/**
 * "Not found", for what is absent and for what may not be seen. Next's own `notFound()` sends an empty body when a page throws it and lets the
 * browser's script draw the rest: without JavaScript that is a white page.
 */
export const nowhere = (): never => redirect(NOWHERE)

/** What a page shows. What is not there, not visible or not even a possible address is "not found"; the rest is the error page's. */
export function shown<T>(result: Result<T>): T {
  if (result.ok) return result.value
  if (result.code === 'not_found' || result.code === 'not_allowed' || result.code === 'invalid_input') return nowhere()
  throw new Error(`The page cannot be shown: ${result.code}`)
}
