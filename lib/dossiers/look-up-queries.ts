import { z } from 'zod'
import { query } from '@/lib/access/gate'
import type { Reading } from '@/lib/access/gate'
import { networkOf } from '@/lib/access/network'
import { anyone, type Actor } from '@/lib/access/policy'
import { actorKey } from '@/lib/access/record'
import type { Limit } from '@/lib/access/tries'
import { loadCalendar } from '@/lib/deadlines/store'
import { readClock } from '@/lib/platform/clock'
import { countedName, seal, unseal } from '@/lib/platform/crypto'
import { Refusal } from '@/lib/platform/refusal'
import { agencyOf } from '@/lib/places/store'
import type { Prisma } from '@/prisma/generated/client'
import { followedOf } from './followed'
import { CLOSED_STAGES } from './rules'
import { DossierCode, LookUp } from './schema'
import { STANDING_FEES } from './unpaid'

/** How long a look-up stays open without another factor, in minutes. */
export const LOOK_UP_MINUTES = 15

const PURPOSE = 'look-up'
const Grant = z.object({ code: z.string(), until: z.number() })

/**
 * Five wrong factors for a code and thirty from one asker in an hour, then a wait: four digits have only 10,000 values, and codes follow
 * one another. Whoever is signed in is counted by the account, or an account would be the way around the second limit.
 */
const limitsOf = (actor: Actor, { code }: { code: string }): Limit[] => [
  { bucket: countedName('look-up code', code), tries: 5, minutes: 60 },
  { bucket: countedName('look-up by', actor.kind === 'anonymous' ? networkOf(actor.address) : actorKey(actor)), tries: 30, minutes: 60 },
]

/** What anyone with code and factor may follow: no name, no answer, no paper. Of an apology its reason, which is the office's own about its own work. */
const FOLLOWED = {
  code: true,
  commune: { select: { id: true, name: true, phone: true } },
  receivingCommune: { select: { name: true } },
  stage: true,
  channel: true,
  returnMethod: true,
  nextDueAt: true,
  submittedAt: true,
  receivedAt: true,
  dueAt: true,
  appointmentAt: true,
  extendedAt: true,
  extension: { select: { reason: true } },
  finishedAt: true,
  returnedAt: true,
  handOver: { select: { method: true, trackingNumber: true } },
  feeLines: { where: STANDING_FEES, select: { amount: true, quantity: true, payment: { select: { id: true } } } },
  department: { select: { name: true, kind: true } },
  agency: { select: { name: true } },
  procedureVersion: { select: { procedureCode: true, name: true, limitValue: true, limitUnit: true, onlineLevel: true, bring: true } },
  events: { orderBy: { seq: 'asc' }, take: 100, select: { at: true, step: true, changes: true } },
} satisfies Prisma.DossierSelect

/**
 * A dossier of the commune that issued its code, whichever commune's site is asked, with that commune; null when there is none. One question
 * for all of it: nothing is asked more often.
 */
const findFollowed = (db: Reading['db'], code: string) =>
  db.dossier.findFirst({ where: { code, commune: { agencyCode: agencyOf(code) } }, select: FOLLOWED })

type Found = NonNullable<Awaited<ReturnType<typeof findFollowed>>>

async function follow({ db, now }: Reading & { now: Date }, found: Found) {
  const calendar = await loadCalendar(db, found.commune.id)
  const { code, stage, channel, submittedAt, receivedAt, dueAt, appointmentAt, finishedAt, returnedAt, extendedAt, extension } = found
  const { procedureCode, name } = found.procedureVersion
  return {
    ...{ code, stage, channel, submittedAt, receivedAt, dueAt, appointmentAt, finishedAt, returnedAt },
    answerDueAt: receivedAt ? null : found.nextDueAt,
    /** How the result left the office; null: it has not. */
    returnedBy: stage === 'returned' ? (found.handOver?.method ?? found.returnMethod) : null,
    procedure: { code: procedureCode, name },
    commune: { name: found.commune.name, phone: found.commune.phone },
    /** Why it comes late, where it was given a new appointment and is still open. */
    apology: extendedAt === null || CLOSED_STAGES.includes(stage) ? null : { at: extendedAt, because: extension?.reason ?? null },
    followed: followedOf(found, { calendar, now }),
  }
}

/**
 * Opens a dossier to whoever knows its code and the last four digits of the applicant's phone or personal number; answers the
 * signed grant for the cookie. A wrong code and a wrong factor are the same answer.
 * Refusals: `factor_wrong`, `too_many_tries`.
 */
export const openLookUp = query({
  name: 'dossier.open_look_up',
  input: LookUp,
  allow: anyone,
  limits: limitsOf,
  run: async ({ db, now }, { code, factor }) => {
    await matchFactor(db, code, factor)
    return { code, grant: seal(PURPOSE, { code, until: now.getTime() + LOOK_UP_MINUTES * 60_000 }) }
  },
})

/** The same question with its answer at once, for the public interface. Refusals: `factor_wrong`, `too_many_tries`. */
export const readStatus = query({
  name: 'dossier.read_status',
  input: LookUp,
  allow: anyone,
  limits: limitsOf,
  run: async (reading, { code, factor }) => {
    await matchFactor(reading.db, code, factor)
    const found = await findFollowed(reading.db, code)
    if (!found) throw new Refusal('factor_wrong')
    return follow(reading, found)
  },
})

/** Refusals: `factor_wrong` for a code that is nobody's as for a factor that is not the applicant's. */
async function matchFactor(db: Reading['db'], code: string, factor: string): Promise<void> {
  const applicant = await db.dossierApplicant.findFirst({
    where: { dossier: { code, commune: { agencyCode: agencyOf(code) } } },
    select: { phone: true, personalNumber: true },
  })
  if (!applicant || !(applicant.phone.endsWith(factor) || applicant.personalNumber.endsWith(factor))) throw new Refusal('factor_wrong')
}

/**
 * A dossier opened by a grant of `openLookUp`. The grant is the only key: with one that is not ours, of another code or past its time there
 * is nothing here, as for a code that does not exist. Refusals: `sign_in_needed` to somebody not signed in, else `not_found`.
 */
export const readLookedUp = query({
  name: 'dossier.read_looked_up',
  input: z.object({ code: DossierCode, grant: z.string().max(1_000) }),
  subject: async ({ db }, { code, grant }) => (grantCovers(grant, code) ? findFollowed(db, code) : null),
  allow: anyone,
  run: (reading, _input, found) => follow(reading, found),
})

export type LookedUp = Extract<Awaited<ReturnType<typeof readLookedUp>>, { ok: true }>['value']

function grantCovers(grant: string, code: string): boolean {
  const parsed = Grant.safeParse(unseal(PURPOSE, grant))
  return parsed.success && parsed.data.code === code && parsed.data.until > readClock().getTime()
}
