/**
 * The rights to act in the life of a dossier, line by line, as `reference-dossier.ts` reads them. Written from NĐ 118/2025/NĐ-CP Điều 17–22 and the list
 * of national states, and it imports nothing.
 */

/**
 * One line a right to act: what is done | where it lies | by whom | which of them | and only if | where it goes | who has it then | the legal clock.
 * Which: `any`, one of the department that has it (`there`), the one who has it (`holder`), the one who worked on it (`worker`), either that one or the
 * agency that has it (`agency`), or one who is answerable for it (`answers`): a leader, or the head of the department whose work it is. `*`: what the
 * dossier waits for at that place.
 */
const BOOK = `
* receive             | submitted           | clerk director           | any    |                | received            |       | start
  ask_for_more        | submitted           | clerk director           | any    |                | awaiting_supplement |       |
  refuse              | submitted           | clerk director           | any    |                | refused             |       |
  withdraw            | submitted           | applicant                | any    | not received   | withdrawn           |       |
* answer              | awaiting_supplement | clerk director applicant | any    |                | back                |       | go
  withdraw            | awaiting_supplement | applicant                | any    | not received   | withdrawn           |       |
  ask_to_withdraw     | awaiting_supplement | clerk director applicant | any    | received       | withdrawal_asked    |       | stand
  stop                | awaiting_supplement | leader head              | answers| received       | stopped             |       |
* forward             | received            | clerk director           | any    |                | in_department       |       |
* take                | in_department       | specialist head          | there  |                | in_hand             | actor |
  assign              | in_department       | head                     | there  |                | in_hand             | named |
  pass_to_department  | in_department       | specialist head          | there  |                | in_department       | named |
  return_to_desk      | in_department       | specialist head          | there  |                | received            |       |
  recall_forward      | in_department       | clerk director           | any    |                | received            |       |
* propose             | in_hand             | specialist head          | holder |                | awaiting_approval   |       |
  ask_for_more        | in_hand             | specialist head          | holder | never asked    | awaiting_supplement |       | stand
  ask_again           | in_hand             | leader head              | answers| asked before   | awaiting_supplement |       | stand
  ask_for_payment     | in_hand             | specialist head          | holder |                | awaiting_payment    |       | stand
  ask_agency          | in_hand             | specialist head          | holder |                | with_agency         | named |
  give_back           | in_hand             | specialist head          | holder |                | in_department       |       |
  pass_on             | in_hand             | specialist head          | holder |                | in_hand             | named |
  pass_to_department  | in_hand             | specialist head          | holder |                | in_department       | named |
  assign              | in_hand             | head                     | there  |                | in_hand             | named |
* agency_answer       | with_agency         | specialist head          | agency |                | in_hand             |       |
* approve             | awaiting_approval   | leader head              | there  |                | signed              |       |
  send_back           | awaiting_approval   | leader head              | there  |                | in_hand             |       |
  recall              | awaiting_approval   | specialist head          | worker |                | in_hand             |       |
* issue               | awaiting_issue      | registrar                | any    |                | finished            |       |
  issue               | awaiting_issue      | head                     | holder |                | finished            |       |
  return_to_signer    | awaiting_issue      | registrar                | any    |                | awaiting_approval   |       |
  return_to_signer    | awaiting_issue      | head                     | holder |                | awaiting_approval   |       |
* confirm_payment     | awaiting_payment    | cashier clerk director   | any    |                | back                |       | go
  recall_payment      | awaiting_payment    | specialist head          | worker |                | back                |       | go
* confirm_withdrawal  | withdrawal_asked    | clerk director           | any    |                | stopped             |       |
  keep_going          | withdrawal_asked    | clerk director applicant | any    |                | back                |       | go
* hand_over           | finished            | clerk director           | any    |                | returned            |       |
  reopen              | finished            | leader head              | answers|                | in_hand             |       |
  take_up_again       | stopped             | leader head              | answers| by the office  | back                |       | again`

/**
 * What the counter of another commune does as well, where the person has filed there (NĐ 118/2025/NĐ-CP Điều 14, 17, 22): it receives or turns away,
 * takes an answer, what is paid or a wish to stop, and gives out the result. Nothing else is its business.
 */
const AT_OTHER_COUNTER: Record<string, string> = {
  submitted: 'receive ask_for_more refuse',
  awaiting_supplement: 'answer ask_to_withdraw',
  awaiting_payment: 'confirm_payment',
  withdrawal_asked: 'keep_going',
  finished: 'hand_over',
}
export const isOtherCounters = (place: string, event: string): boolean =>
  event === 'ask_to_withdraw' || (AT_OTHER_COUNTER[place] ?? '').split(' ').includes(event)

/** What may be done wherever the office works on a received dossier. */
const WHEREVER = [
  [
    'received in_department in_hand with_agency awaiting_approval awaiting_payment',
    'ask_to_withdraw',
    'clerk director applicant',
    'any',
    'received',
    'withdrawal_asked',
    'stand',
  ],
  [
    'received in_department in_hand with_agency awaiting_approval awaiting_payment',
    'stop',
    'leader head',
    'answers',
    'received',
    'stopped',
    '',
  ],
  [
    'received in_department in_hand with_agency awaiting_approval awaiting_issue',
    'extend',
    'leader head',
    'answers',
    'no apology yet',
    'same',
    '',
  ],
] as const

export type Line = {
  event: string
  from: string
  who: string[]
  which: string
  only: string
  to: string
  holder: string
  clock: string
  isNext: boolean
}

const LINES: readonly Line[] = [
  ...BOOK.trim()
    .split('\n')
    .map((line): Line => {
      const [first = '', from = '', who = '', which = '', only = '', to = '', holder = '', clock = ''] = line
        .split('|')
        .map((cell) => cell.trim())
      return { event: first.replace(/^\* /, ''), from, who: who.split(' '), which, only, to, holder, clock, isNext: first.startsWith('*') }
    }),
  ...WHEREVER.flatMap(([places, event, who, which, only, to, clock]) =>
    places.split(' ').map((from): Line => ({ event, from, who: who.split(' '), which, only, to, holder: '', clock, isNext: false })),
  ),
]

const BY_PLACE = new Map(LINES.map(({ from }) => [from, LINES.filter((line) => line.from === from)]))
const BY_EVENT = new Map(
  LINES.map(({ from, event }) => [`${from} ${event}`, LINES.filter((line) => line.from === from && line.event === event)]),
)
export const linesFrom = (place: string): readonly Line[] => BY_PLACE.get(place) ?? []
export const linesOf = (place: string, event: string): readonly Line[] => BY_EVENT.get(`${place} ${event}`) ?? []
export const FOR_APPLICANTS = new Set(LINES.flatMap(({ event, who }) => (who.includes('applicant') ? [event] : [])))
