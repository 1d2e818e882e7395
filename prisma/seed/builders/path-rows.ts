import { committeeOf, stopFacts } from '@/lib/dossiers/slip-facts'
import { localDateOf } from '@/lib/platform/local-date'
import { CURRENT_TEMPLATE } from '@/lib/papers/rules'
import type { Prisma } from '@/prisma/generated/client'
import type { BuiltStep } from './dossier'
import type { Dice } from './dice'
import type { Numbered } from './numbers'
import { sourceOf } from './slips'

type Key = { communeId: number; dossierId: string }

/** What the demonstration asks to be paid before the work goes on. */
const OBLIGATION = { name: 'Lệ phí trước bạ', kind: 'CHARGE', amount: 450_000, quantity: 1 } as const

/** Steps that stop a received dossier. */
export const STOPPING: readonly string[] = ['stop', 'confirm_withdrawal']

/** What hangs on the ways off the ordinary: legs of another agency, obligations, the letter that stops; read from the steps themselves. */
export function pathRowsOf(dossier: Numbered, key: Key, dice: Dice) {
  return {
    legs: legsOf(dossier, key),
    obligations: dossier.steps.flatMap(({ step, at }, index) =>
      step === 'ask_for_payment' ? [{ ...key, ...OBLIGATION, id: dice.idAt(at), code: `OBLIGATION-${index + 1}`, createdAt: at }] : [],
    ),
    stops: dossier.steps.flatMap((step) => (STOPPING.includes(step.step) ? [stopOf(dossier, key, { step, id: dice.idAt(step.at) })] : [])),
  }
}

function legsOf({ steps }: Numbered, key: Key): Prisma.AgencyLegCreateManyInput[] {
  const asked = steps.flatMap((step, index) => (step.step === 'ask_agency' ? [{ step, index }] : []))
  return asked.map(({ step: { at, actorId, note, set }, index }, number) => {
    const answer = steps.slice(index + 1).find(({ step }) => step === 'agency_answer')
    return {
      ...key,
      number: number + 1,
      agencyCode: set.withAgency ?? '',
      request: note ?? '',
      handedAt: at,
      handedBy: actorId ?? '',
      dueAt: set.stepDueAt ?? set.nextDueAt ?? at,
      ...(answer ? { returnedAt: answer.at, returnedBy: answer.actorId, answer: answer.note } : {}),
    }
  })
}

function stopOf(dossier: Numbered, key: Key, { step, id }: { step: BuiltStep; id: string }): Prisma.PaperCreateManyInput {
  const { now, procedure, steps, world, stopNumber } = dossier
  const officer = world.staff.find((person) => person.id === step.actorId)
  const source = sourceOf(dossier, { number: stopNumber ?? 0, at: step.at, officer: officer?.fullName ?? '' })
  return {
    ...key,
    bookCommuneId: key.communeId,
    id,
    kind: 'STOP',
    number: source.number,
    year: Number(localDateOf(step.at).slice(0, 4)),
    templateVersion: CURRENT_TEMPLATE.STOP,
    issuedAt: step.at,
    issuedBy: step.actorId ?? '',
    facts: stopFacts(source, {
      procedureName: procedure.name,
      receivedAt: now.receivedAt ?? now.submittedAt,
      askedAt: steps.find(({ step: name }) => name === 'ask_to_withdraw')?.at ?? null,
      reason: step.note ?? '',
      returned: [],
      refund: 0,
      signedFor: officer?.departmentCode === world.leadership ? committeeOf(world.commune) : world.commune.centreName,
    }),
  }
}
