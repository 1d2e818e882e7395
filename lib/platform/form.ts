/** What a page gets back when its form was refused: everything typed, and what to change. */
export type FormState = {
  values: Readonly<Record<string, string>>
  errors: Readonly<Record<string, string>>
  message: string | null
}

export const EMPTY_FORM: FormState = { values: {}, errors: {}, message: null }

/** What a browser posted to a route handler; empty for a body that is no form. */
export const formOf = (request: Request): Promise<FormData> => request.formData().catch(() => new FormData())

/**
 * Text fields of a form as NFC text without outer blanks and without NUL, which PostgreSQL cannot hold. React's own fields and files are left
 * out. An action that a program calls with something else than a form gets no fields.
 */
export function textFields(form: unknown): Record<string, string> {
  const fields: Record<string, string> = {}
  if (!(form instanceof FormData)) return fields
  for (const [name, value] of form.entries()) {
    if (typeof value === 'string' && !name.startsWith('$')) fields[name] = value.replaceAll('\0', '').normalize('NFC').trim()
  }
  return fields
}
