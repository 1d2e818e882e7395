/** What a server action gives back: what was typed, what is wrong at which field, and what is wrong with the whole. */
export type FormState = {
  values: Readonly<Record<string, string>>
  errors: Readonly<Record<string, string>>
  message: string | null
}

export type FormAction<S extends FormState = FormState> = (state: S, data: FormData) => Promise<S>

/** A form that nobody has sent yet. */
export const FRESH: FormState = { values: {}, errors: {}, message: null }
