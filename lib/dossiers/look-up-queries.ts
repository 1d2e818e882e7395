import { z } from 'zod'
import { query } from '@/lib/access/gate'
import type { Reading } from '@/lib/access/gate'
import { anyone, type Actor } from '@/lib/access/policy'
import type { Limit } from '@/lib/access/tries'
import { loadCalendar } from '@/lib/deadlines/store'
import { readClock } from '@/lib/platform/clock'
import { seal, unseal } from '@/lib/platform/crypto'
import { sha256 } from '@/lib/platform/digest'
import { Refusal } from '@/lib/platform/refusal'
import { communeOfCode } from '@/lib/places/store'
import type { Prisma } from '@/prisma/generated/client'
import { explainDue, stagesAhead, standingOf } from './follow'
import { DossierCode, LookUp } from './schema'

/** How long a look-up stays open without another factor, in minutes. */
export const LOOK_UP_MINUTES = 15

const PURPOSE = 'look-up'
const Grant = z.object({ code: z.string(), until: z.number() })

/** Five wrong factors for a code and thirty from one address in an hour, then a wait (BAR, Let no one in). */
const limitsOf = (actor: Actor, { code }: { code: string }): Limit[] => [
  { bucket: `look-up code ${sha256(code)}`, tries: 5, minutes: 60 },
  ...(actor.kind === 'anonymous' ? [{ bucket: `look-up address ${sha256(actor.address)}`, tries: 30, minutes: 60 }] : []),
]

/** What anyone with code and factor may follow: no name, no answer, no paper. */
const FOLLOWED = {
  code: true,
  stage: true,
  channel: true,
  returnMethod: true,
  nextDueAt: true,
  submittedAt: true,
  receivedAt: true,
  dueAt: true,
  appointmentAt: true,
  finishedAt: true,
  returnedAt: true,
  department: { select: { name: true } },
  procedureVersion: { select: { procedureCode: true, name: true, limitValue: true, limitUnit: true } },
  events: { orderBy: { seq: 'asc' }, take: 100, select: { at: true, step: true, changes: true } },
} satisfies Prisma.DossierSelect

type Followed = Prisma.DossierGetPayload<{ select: typeof FOLLOWED }>

async function findFollowed(db: Reading['db'], code: string): Promise<{ communeId: number; dossier: Followed } | null> {
  const commune = await communeOfCode(db, code)
  if (!commune) return null
  const communeId = commune.id
  const dossier = await db.dossier.findUnique({ where: { communeId_code: { communeId, code } }, select: FOLLOWED })
  return dossier && { communeId, dossier }
}

async function follow({ db, now }: Reading & { now: Date }, { communeId, dossier }: { communeId: number; dossier: Followed }) {
  const calendar = await loadCalendar(db, communeId)
  return {
    ...dossier,
    due: explainDue(dossier, calendar, now),
    standing: standingOf(dossier, calendar, now),
    ahead: stagesAhead(dossier.stage),
    calendar,
    now,
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
  run: async (reading, { code, factor }) => follow(reading, await matchFactor(reading.db, code, factor)),
})

async function matchFactor(db: Reading['db'], code: string, factor: string) {
  const found = await findFollowed(db, code)
  const applicant =
    found &&
    (await db.dossierApplicant.findFirst({
      where: { communeId: found.communeId, dossier: { code } },
      select: { phone: true, personalNumber: true },
    }))
  if (!applicant || !(applicant.phone.endsWith(factor) || applicant.personalNumber.endsWith(factor))) throw new Refusal('factor_wrong')
  return found
}

/** A dossier opened by a grant of `openLookUp`. Refusals: `sign_in_needed` when the grant is not ours, for another code, or past its time. */
export const readLookedUp = query({
  name: 'dossier.read_looked_up',
  input: z.object({ code: DossierCode, grant: z.string().max(1_000) }),
  subject: ({ db }, { code }) => findFollowed(db, code),
  allow: (_actor, _found, { code, grant }) => (grantCovers(grant, code) ? true : 'sign_in_needed'),
  run: (reading, _input, found) => follow(reading, found),
})

function grantCovers(grant: string, code: string): boolean {
  const parsed = Grant.safeParse(unseal(PURPOSE, grant))
  return parsed.success && parsed.data.code === code && parsed.data.until > readClock().getTime()
}
