import { notFound } from 'next/navigation'
import type { Result } from '@/lib/platform/refusal'

/** What a page shows. What is not there, not visible or not even a possible address is "not found"; the rest is the error page's. */
export function shown<T>(result: Result<T>): T {
  if (result.ok) return result.value
  if (result.code === 'not_found' || result.code === 'invalid_input') notFound()
  throw new Error(`The page cannot be shown: ${result.code}`)
}
