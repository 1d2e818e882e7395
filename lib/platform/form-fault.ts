// Apart from form.ts, which forms in the browser need: Buffer would come along there as a library of its own.
import { readAtMost } from './body'

export type FormFault = 'malformed' | 'too_large'

/**
 * Why a posted body cannot be read as the form that it says it is, or that it is longer than `maxBytes`; null when neither. Reads the body.
 * React's own sending of a form (`next-action`) is a form too, whose part `0` lists what the action is called with.
 */
export async function formFault(request: Request, maxBytes: number): Promise<FormFault | null> {
  const bytes = await readAtMost(request, maxBytes)
  if (bytes === null) return 'too_large'
  const type = request.headers.get('content-type') ?? ''
  const isAction = request.headers.has('next-action')
  if (!/^multipart\/form-data/i.test(type)) return isAction ? 'malformed' : null
  try {
    const form = await new Response(Buffer.from(bytes), { headers: { 'content-type': type } }).formData()
    const called: unknown = isAction ? JSON.parse(String(form.get('0'))) : []
    return Array.isArray(called) ? null : 'malformed'
  } catch {
    return 'malformed'
  }
}
