// The access matrix as a picture: a row for each door, a column for each kind of actor, a letter for what is answered. Written by hand and
// on purpose not derived from the table of rights, so that a change there has to be meant here too.
import type { RefusalCode, Result } from '@/lib/platform/refusal'
import type { Stage } from '@/prisma/generated/enums'
import type { Subject } from '@/tests/support/access-matrix-subjects'

/**
 * The columns in their order. The subject is `owner`'s. `elsewhere`: the same person on the site of another commune; `weak`: the same person
 * signed in at identity level 1; `neighbour`: another citizen. `head`, `specialist` (who holds it) and `colleague` are of the dossier's
 * department, `otherHead` and `outsider` of another one; `farClerk` and `farLeader` of another commune.
 */
export const ACTORS = [
  'visitor',
  'owner',
  'elsewhere',
  'weak',
  'neighbour',
  'clerk',
  'director',
  'registrar',
  'cashier',
  'leader',
  'head',
  'otherHead',
  'specialist',
  'colleague',
  'outsider',
  'admin',
  'farClerk',
  'farLeader',
] as const

export type ActorName = (typeof ACTORS)[number]

/** The groups into which a row's letters are written: visitor | citizens | desk | approving | working | administration | other commune. */
const GROUPS = [1, 4, 4, 3, 3, 1, 2]

/**
 * `y` let in; `Y` let in, and the answer names the subject; `#` let in, and the answer tells the whole personal number. A `y` whose answer
 * names the subject fails, and so does any answer but `#` with the personal number in it.
 */
const LETTERS = {
  y: 'let in',
  Y: 'let in, told the subject',
  '#': 'let in, told the personal number',
  s: 'sign_in_needed',
  a: 'not_allowed',
  n: 'not_found',
  l: 'identity_level_too_low',
  p: 'step_not_possible',
} as const

/** What a row's subject is: a citizen's draft, a clerk's intake, or a dossier at a stage. */
export type Standing = 'draft' | 'intake' | Stage

export type Row = {
  door: string
  /** What sets this row apart from the other rows of the door. */
  when?: string
  /** `in_hand` when nothing else is said. */
  at?: Standing
  /** A letter for each actor; `x` is the row's own code. */
  answers: string
  x?: RefusalCode
  input: (subject: Subject, actor: ActorName) => unknown
  /** The same question about something that does not exist; made from `input` for every door with a subject. */
  unknown?: (subject: Subject, actor: ActorName) => unknown
  /** Who may learn that the subject exists, where that is not everyone who may see it. */
  known?: readonly ActorName[]
  /** A subject of its own for each actor although the door is a query: its tries are counted. */
  fresh?: true
}

export const rowName = ({ door, when }: Row): string => (when ? `${door}, ${when}` : door)

/** What the row says for each actor, in words. Throws when a letter is missing or unknown: the picture is then wrong. */
export function expectedOf(row: Row): Record<ActorName, string> {
  const groups = row.answers.split('|').map((group) => group.trim().split(/\s+/))
  if (groups.length !== GROUPS.length || groups.some((group, index) => group.length !== GROUPS[index]))
    throw new Error(`${rowName(row)}: the letters are not grouped ${GROUPS.join(' | ')}`)
  return table((_actor, index) => {
    const letter = groups.flat()[index] ?? ''
    if (letter === 'x' && row.x) return row.x
    const found = Object.entries(LETTERS).find(([known]) => known === letter)
    if (!found) throw new Error(`${rowName(row)}: "${letter}" says nothing`)
    return found[1]
  })
}

/** A value for each actor. */
export const table = <T>(of: (actor: ActorName, index: number) => T): Record<ActorName, T> => ({
  visitor: of('visitor', 0),
  owner: of('owner', 1),
  elsewhere: of('elsewhere', 2),
  weak: of('weak', 3),
  neighbour: of('neighbour', 4),
  clerk: of('clerk', 5),
  director: of('director', 6),
  registrar: of('registrar', 7),
  cashier: of('cashier', 8),
  leader: of('leader', 9),
  head: of('head', 10),
  otherHead: of('otherHead', 11),
  specialist: of('specialist', 12),
  colleague: of('colleague', 13),
  outsider: of('outsider', 14),
  admin: of('admin', 15),
  farClerk: of('farClerk', 16),
  farLeader: of('farLeader', 17),
})

const asText = (answer: unknown): string =>
  JSON.stringify(answer, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value))

/** Byte for byte what would reach the caller, but for the office's clock, which ticks between two questions. */
export const bytesOf = (answer: Result<unknown>): string => asText(answer).replace(/"now":"[^"]*"/g, '"now":""')

/** An answer in the words of the letters. */
export function answered(answer: Result<unknown>, { marks, personalNumber }: Pick<Subject, 'marks' | 'personalNumber'>): string {
  const text = asText(answer)
  const tellsNumber = text.includes(personalNumber)
  const names = marks.some((mark) => text.includes(mark))
  if (!answer.ok) return `${answer.code}${tellsNumber ? ' with the personal number' : ''}${names ? ' naming the subject' : ''}`
  return tellsNumber ? LETTERS['#'] : names ? LETTERS.Y : LETTERS.y
}

/** Stages of these subjects in which nobody has received the dossier yet. */
const BEFORE_RECEIPT = ['submitted', 'awaiting_supplement', 'refused', 'withdrawn'] as const

/**
 * Who may learn that a subject exists. For everyone else the answer is that of something which does not exist. A draft is its citizen's alone, an
 * intake its clerk's; a dossier that has not been received yet lies at the desk and with those who see the whole commune.
 */
export function knowersOf(at: Standing): readonly ActorName[] {
  if (at === 'draft') return ['owner', 'weak']
  if (at === 'intake') return ['clerk']
  const always = ['owner', 'elsewhere', 'clerk', 'director', 'registrar', 'cashier', 'leader'] as const
  return (BEFORE_RECEIPT as readonly Standing[]).includes(at) ? always : [...always, 'head', 'specialist', 'colleague']
}
