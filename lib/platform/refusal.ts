/**
 * Every expected "no". Code with I/O throws `Refusal`; the gate catches it once, rolls back and answers a `Result`.
 * Each code has its sentence in `lib/text/refusals.ts`, or that file does not compile.
 */
export type RefusalCode =
  | 'invalid_input'
  | 'not_found'
  | 'not_allowed'
  | 'sign_in_needed'
  | 'identity_level_too_low'
  | 'wrong_origin'
  | 'busy'
  | 'changed_meanwhile'
  | 'request_reused'
  | 'step_not_possible'
  | 'reason_needed'
  | 'result_document_needed'
  | 'result_not_opened'
  | 'components_unchecked'
  | 'component_inadequate'
  | 'already_asked'
  | 'already_extended'
  | 'nothing_asked'
  | 'opinion_given'
  | 'question_taken_back'
  | 'answer_incomplete'
  | 'nothing_due'
  | 'nothing_to_return'
  | 'money_returned'
  | 'nobody_goes_on'
  | 'counter_only'
  | 'draft_incomplete'
  | 'already_filed'
  | 'draft_changed'
  | 'draft_unreadable'
  | 'dossier_full'
  | 'day_full'
  | 'factor_wrong'
  | 'too_many_tries'
  | 'credentials_wrong'
  | 'account_suspended'
  | 'officer_suspended'
  | 'nobody_takes_over'
  | 'last_admin'
  | 'own_account'
  | 'department_closed'
  | 'department_in_use'
  | 'link_over'
  | 'version_incomplete'
  | 'version_begun'
  | 'version_drafted'

/** What the sentence of a refusal may name: plain values, already fit to be shown. */
export type RefusalDetail = Readonly<Record<string, string | number>>

export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly detail: RefusalDetail = {},
    /** Sentences for fields that only the database could judge. */
    readonly fields: Readonly<Record<string, string>> = {},
  ) {
    super(code)
  }
}

/** First sentence for each field that needs another answer, by the field's name. */
export type FieldErrors = Readonly<Record<string, string>>

export type Refused = { ok: false; code: RefusalCode; detail: RefusalDetail; fields: FieldErrors }
export type Result<T> = { ok: true; value: T } | Refused

/** A refusal as plain data. */
export const refused = (code: RefusalCode, detail: RefusalDetail = {}, fields: FieldErrors = {}): Refused => ({
  ok: false,
  code,
  detail,
  fields,
})

/** What `work` comes to, with the refusal that it throws as an answer; every other error is thrown on. */
export async function asResult<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    if (error instanceof Refusal) return refused(error.code, error.detail, error.fields)
    throw error
  }
}
