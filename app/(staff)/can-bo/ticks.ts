// The form of one step for several dossiers: each box carries the version that the page showed and a request of its own, so that a second
// sending of the page moves nothing twice. Its answer names what became of each.

const TICK = 'chon.'

/** As many as the longest list shows; a form made by hand is cut there. */
const MOST = 50

export const tickField = (code: string): string => `${TICK}${code}`
export const tickValue = (version: number, requestId: string): string => `${version} ${requestId}`

/** The form's own word of where its first box is, for a summary that has to lead there: boxes that are not ticked are not sent. */
export const FIRST_BOX = 'o-dau'

/** The sentence at the first box of a form in which nothing was ticked; at none where the form does not say which that is. */
export const noneTicked = (fields: Readonly<Record<string, string>>, sentence: string): Record<string, string> => {
  const first = fields[FIRST_BOX] ?? ''
  return first.startsWith(TICK) ? { [first]: sentence } : {}
}

/** What was ticked, in the order of the list. */
export function tickedIn(fields: Readonly<Record<string, string>>): { code: string; version: number; requestId: string }[] {
  return Object.entries(fields)
    .filter(([name]) => name.startsWith(TICK))
    .slice(0, MOST)
    .map(([name, value]) => {
      const [version = '', requestId = ''] = value.split(' ')
      return { code: name.slice(TICK.length), version: Number(version), requestId }
    })
}

const [DONE, REFUSED] = ['xong.', 'khong.']

export type Outcome = { code: string; isDone: boolean; sentence: string }

/** The answer's values for `outcomesIn`. */
export const outcomeValues = (outcomes: readonly Outcome[]): Record<string, string> =>
  Object.fromEntries(outcomes.map(({ code, isDone, sentence }) => [`${isDone ? DONE : REFUSED}${code}`, sentence]))

/** What became of each dossier, in the order of the form. */
export const outcomesIn = (values: Readonly<Record<string, string>>): Outcome[] =>
  Object.entries(values).flatMap(([name, sentence]) => {
    const isDone = name.startsWith(DONE)
    return isDone || name.startsWith(REFUSED) ? [{ code: name.slice((isDone ? DONE : REFUSED).length), isDone, sentence }] : []
  })
