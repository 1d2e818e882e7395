import { addOfficeMinutes, blocksOn, isWorkingDay, officeMinutesBetween, type WorkCalendar } from '@/lib/deadlines/working-time'
import type { Step } from '@/lib/dossiers/move-rules'
import { addDays, daysBetween, instantAt, type LocalDate, localDateOf, parseLocalDate } from '@/lib/platform/local-date'
import type { Channel } from '@/prisma/generated/enums'
import { dice as castDice, type Dice } from './builders/dice'
import { aDossier, type BuiltDossier } from './builders/dossier'
import { aPerson } from './builders/person'
import { dueOf, type SeedProcedure, type World } from './builders/world'

/** The figures that xã Tân Hoà reached in 2024. Nothing reads them but this plan: every rate shown is counted from the rows. */
const PLAN_2024 = { received: 1032, online: 995, digitised: 915 } as const

/** Of the 37 that did not come online: at the counter for what is done only there, at the counter for other things, by post. */
const NOT_ONLINE: readonly { count: number; channel: Channel; counterOnly: boolean }[] = [
  { count: 30, channel: 'COUNTER', counterOnly: true },
  { count: 5, channel: 'COUNTER', counterOnly: false },
  { count: 2, channel: 'POSTAL', counterOnly: false },
]

/** How often each field is asked for among what can be filed online (estimates). */
const FIELD_WEIGHTS: Readonly<Record<string, number>> = {
  'ho-tich': 46,
  'chung-thuc': 12,
  'cu-tru': 14,
  'bao-tro-xa-hoi': 9,
  'ho-kinh-doanh': 6,
  'dat-dai': 4,
}

export const SEED = 20_240_101
const OPENING = mustBeDay('2024-01-02')
const LAST_DAY = mustBeDay('2024-12-31')

/** The demo commune's 2024: received and resolved within the year, none of them late, every due fee paid online. */
export function demo2024(world: World): { dossiers: BuiltDossier[]; dice: Dice } {
  const dice = castDice(SEED)
  const draw = { dice, calendar: world.calendar }
  const within = world.procedures.filter((procedure) => procedure.limitValue <= 30)
  const counterOnly = within.filter((procedure) => procedure.onlineLevel === 'COUNTER')
  const online = within.filter((procedure) => procedure.onlineLevel !== 'COUNTER')
  const weighted = online.map((item) => ({
    item,
    weight:
      (FIELD_WEIGHTS[item.procedure.fieldCode] ?? 1) /
      online.filter((other) => other.procedure.fieldCode === item.procedure.fieldCode).length,
  }))
  const plan: { channel: Channel; procedure: SeedProcedure }[] = [
    ...Array.from({ length: PLAN_2024.online }, () => ({ channel: 'ONLINE' as const, procedure: dice.weighted(weighted) })),
    ...NOT_ONLINE.flatMap(({ count, channel, counterOnly: only }) =>
      Array.from({ length: count }, () => ({ channel, procedure: only ? dice.pick(counterOnly) : dice.weighted(weighted) })),
    ),
  ]
  // What is not digitised: papers brought to the counter and not copied, then results that went out on paper only.
  const paperOnly = PLAN_2024.received - PLAN_2024.digitised - (PLAN_2024.received - PLAN_2024.online)
  const dossiers = plan.map(({ channel, procedure }, index) => {
    const isOnline = channel === 'ONLINE'
    const resultFile = !(isOnline && index < paperOnly)
    const submittedAt = submissionTime(draw, procedure, isOnline)
    const receivedAt = isOnline ? addOfficeMinutes(submittedAt, dice.between(8, 300), world.calendar) : submittedAt
    return aDossier(
      world,
      {
        procedure,
        person: aPerson(dice, index + 1),
        channel,
        submittedAt,
        componentFile: isOnline,
        paid: true,
        returnMethod: isOnline && resultFile ? 'ONLINE' : channel === 'POSTAL' ? 'POST' : 'COUNTER',
      },
      index,
    )
      .upTo('hand_over', schedule(draw, procedure, receivedAt), resultFile)
      .built()
  })
  return { dossiers, dice }
}

/** What the days and hours are drawn with. */
type Draw = { dice: Dice; calendar: WorkCalendar }

/** A time of sending whose due date still lies in the year: at any hour online, in office hours at the counter. */
function submissionTime({ dice, calendar }: Draw, procedure: SeedProcedure, online: boolean): Date {
  for (;;) {
    const day = addDays(OPENING, dice.between(0, daysBetween(OPENING, LAST_DAY) - 2))
    if (!isWorkingDay(day, calendar) && !(online && dice.draw() < 0.3)) continue
    const at = online ? instantAt(day, dice.between(6 * 60, 22 * 60)) : inOfficeHours(dice, day, calendar)
    const latest = addOfficeMinutes(at, 300, calendar)
    if (localDateOf(dueOf(procedure, latest, calendar)) < LAST_DAY) return at
  }
}

function inOfficeHours(dice: Dice, day: LocalDate, calendar: WorkCalendar): Date {
  const block = dice.pick(blocksOn(day, calendar))
  return instantAt(day, dice.between(block.opens, block.closes - 30))
}

/** When each step is done: spread over the office time between receipt and due time, the last of them before it. */
function schedule({ dice, calendar }: Draw, procedure: SeedProcedure, receivedAt: Date): (step: Step) => Date {
  const dueAt = dueOf(procedure, receivedAt, calendar)
  const whole = officeMinutesBetween(receivedAt, dueAt, calendar)
  const share = 0.3 + dice.draw() * 0.6
  const after = (part: number) => addOfficeMinutes(receivedAt, Math.max(0, Math.floor(whole * share * part)), calendar)
  const finishedAt = after(1)
  const handedOverAt = addOfficeMinutes(finishedAt, dice.between(5, 240), calendar)
  const lastMoment = instantAt(LAST_DAY, 16 * 60 + 30)
  const when: Partial<Record<Step, Date>> = {
    receive: receivedAt,
    forward: after(0.08),
    take: after(0.2),
    propose: after(0.8),
    approve: finishedAt,
    send_back: finishedAt,
    hand_over: handedOverAt > lastMoment && receivedAt < lastMoment ? (finishedAt > lastMoment ? finishedAt : lastMoment) : handedOverAt,
  }
  return (step) => when[step] ?? finishedAt
}

function mustBeDay(text: string): LocalDate {
  const day = parseLocalDate(text)
  if (!day) throw new Error(`${text} is no day`)
  return day
}
