import { readAtMost } from './body'

/** What a page gets back when its form was refused: everything typed, and what to change. */
export type FormState = {
  values: Readonly<Record<string, string>>
  errors: Readonly<Record<string, string>>
  message: string | null
}

export const EMPTY_FORM: FormState = { values: {}, errors: {}, message: null }

/** What a browser posted to a route handler; empty for a body that is no form. */
export const formOf = (request: Request): Promise<FormData> => request.formData().catch(() => new FormData())

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

/** Text fields of a form as NFC text without outer blanks and without NUL, which PostgreSQL cannot hold. React's own fields and files are left out. An action that a program calls with something else than a form gets no fields. */
export function textFields(form: unknown): Record<string, string> {
  const fields: Record<string, string> = {}
  if (!(form instanceof FormData)) return fields
  for (const [name, value] of form.entries()) {
    if (typeof value === 'string' && !name.startsWith('$')) fields[name] = value.replaceAll('\0', '').normalize('NFC').trim()
  }
  return fields
}
