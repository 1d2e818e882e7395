import type { Secret } from '@/lib/identity/schema'

/** A typed password, exactly as typed, wrapped so that neither log nor stored request can hold it. */
export function secretIn(form: FormData, name: string): Secret {
  const typed = form.get(name)
  const text = typeof typed === 'string' ? typed : ''
  return () => text
}
