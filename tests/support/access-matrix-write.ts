// What a row of a write says.
import type { Sample } from '@/tests/support/access-matrix-portal'
import type { Visitor } from '@/tests/support/access-matrix-routes'

export type Fields = readonly (readonly [string, string])[]

export type Write = {
  /** The route, or the name of the action. */
  what: string
  /** Somebody who may. */
  as: Visitor
  /** Where it is posted to; for an action the page with its form. */
  to: (sample: Sample) => string
  /** What the form of an action has in its markup and no other form of the page. */
  form?: string
  /** What is typed: in place of what the form holds, or all there is. A version that no page showed keeps the demonstration as it is. */
  typed: (sample: Sample) => Fields
  /** What the page says when the form has arrived and was refused for another reason; without it the form leads on to another page. */
  says?: (sample: Sample) => string
}

export const stepPage = (code: string, step: string) => `/can-bo/ho-so/${code}/${step}`
export const NO_SUCH_VERSION: Fields = [['version', '999']]
export const TOO_OLD = (): string => 'Chưa có gì bị ghi đè'
