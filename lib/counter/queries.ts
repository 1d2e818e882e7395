import { z } from 'zod'
import { query } from '@/lib/access/gate'
import { dayStrip } from '@/lib/deadlines/day-strip'
import { deadline } from '@/lib/deadlines/rules'
import { loadCalendar } from '@/lib/deadlines/store'
import { dayRoom } from '@/lib/documents/quota'
import { roomBeside } from '@/lib/dossiers/upload-queries'
import { maskPersonalNumber } from '@/lib/people/rules'
import { findNeighbours } from '@/lib/places/store'
import { localDateOf } from '@/lib/platform/local-date'
import { answersSchema, copiesAsked } from '@/lib/procedures/answers'
import { conditionalFees, feesDue, isInForce } from '@/lib/procedures/rules'
import type { Prisma } from '@/prisma/generated/client'
import { belongs, counterForm, heldOf, intakeFaults, lackingPapers, mayTakeIn, type Outcome } from './intake-rules'
import { factsOf, findIntake, ownIntake } from './intakes'
import { findKnown } from './known-people'
import { OfIntake, IntakeData } from './schema'

/** Intakes that a clerk has begun and touched; an office has few. */
const MOST_INTAKES = 50

const LISTED = {
  id: true,
  updatedAt: true,
  data: true,
  procedureVersion: { select: { shortName: true } },
} satisfies Prisma.IntakeSelect

/** What this clerk has begun to take in and not received, the newest first. */
export const findMyIntakes = query({
  name: 'intake.find_mine',
  input: z.object({}),
  allow: (actor) => mayTakeIn(actor),
  run: async ({ db, actor, now }) => {
    const where = { ...ownIntake(actor), updatedAt: { gt: db.intake.fields.createdAt } }
    const rows = await db.intake.findMany({ where, orderBy: { updatedAt: 'desc' }, take: MOST_INTAKES, select: LISTED })
    const intakes = rows.map(({ id, updatedAt, data, procedureVersion }) => ({
      ...{ id, updatedAt, procedure: procedureVersion.shortName },
      // What cannot be read names nobody; the intake's own page says so.
      person: IntakeData.safeParse(data).data?.person.fullName ?? '',
    }))
    return { intakes, now }
  },
})

/**
 * An intake as its page shows it: what was typed, its files, the fees as they stand, what is missing for each outcome, and the appointment that would
 * come out now. Refusals: `already_filed` with the code, `not_found`.
 */
export const readIntake = query({
  name: 'intake.read',
  input: OfIntake,
  subject: (reading, { intakeId }) => findIntake(reading, intakeId),
  allow: (actor) => mayTakeIn(actor),
  run: async ({ db, now }, _input, intake) => {
    const { id, data, procedure, form, documents, communeId, updatedAt, decides } = intake
    // Its office hours count that decides.
    const [calendar, neighbours] = await Promise.all([
      loadCalendar(db, decides?.id ?? communeId),
      findNeighbours(db, communeId, { department: procedure.departmentCode }),
    ])
    const on = localDateOf(now)
    const facts = factsOf(intake)
    const asked = counterForm(form.definition)
    const answers = answersSchema(asked).safeParse(data.typed ?? {})
    const question = { rules: procedure.fees, channel: 'COUNTER' as const, on, quantity: answers.success ? copiesAsked(answers.data) : 1 }
    const counted = deadline({ receivedAt: now, limit: procedure.limit, pauses: [], calendar })
    return {
      ...{
        id,
        data,
        procedure,
        form: asked,
        updatedAt,
        commune: intake.commune.name,
        neighbours: neighbours.map(({ id: value, name }) => ({ id: value, name })),
      },
      components: procedure.components.map((component) => ({
        ...component,
        belongs: belongs(component, data),
        held: heldOf(component, data),
        files: documents
          .filter(({ position }) => position === component.position)
          .map(({ storageKey: _key, sha256: _hash, ...file }) => file),
      })),
      fees: feesDue({ ...question, conditions: data.fees }),
      possibleFees: conditionalFees(question),
      faults: {
        receive: intakeFaults(facts, 'receive'),
        ask_for_more: intakeFaults(facts, 'ask_for_more'),
        refuse: intakeFaults(facts, 'refuse'),
      } satisfies Record<Outcome, unknown>,
      lacking: lackingPapers(facts),
      appointment: { deadline: counted, strip: dayStrip(counted, { now, calendar }) },
      outdated: !isInForce(procedure, on),
      ...{ calendar, now },
    }
  },
})
export type IntakePage = Extract<Awaited<ReturnType<typeof readIntake>>, { ok: true }>['value']

/**
 * The people whom the kept search finds, numbers masked: enough to tell whether it is the one who stands here. Each look is logged.
 * Refusals: `already_filed`, `not_found`.
 */
export const findPeople = query({
  name: 'intake.find_people',
  input: OfIntake,
  subject: (reading, { intakeId }) => findIntake(reading, intakeId),
  allow: (actor) => mayTakeIn(actor),
  run: async ({ db }, _input, { communeId, data }) => {
    const known = await findKnown(db, communeId, data.sought)
    return known.map(({ ref, fullName, personalNumber, phone, birthDate, lastFiledAt }) => ({
      ...{ ref, fullName, birthDate, lastFiledAt },
      maskedNumber: maskPersonalNumber(personalNumber),
      // The last four are what people read out to be told apart.
      phoneEnd: phone.slice(-4),
    }))
  },
  logsRead: ({ intakeId }) => ({ kind: 'intake', id: intakeId, detail: { looked: 'people' } }),
})

/** Asked before the bytes of a sending are read: how many still fit. Refusals: `already_filed` with the code, `not_found`. */
export const readIntakeRoom = query({
  name: 'intake.read_upload_room',
  input: OfIntake,
  subject: (reading, { intakeId }) => findIntake(reading, intakeId),
  allow: (actor) => mayTakeIn(actor),
  run: async ({ db, actor, now }, _input, { documents }) => ({
    room: roomBeside(documents),
    day: await dayRoom(db, actor, now),
  }),
})

/** A file of an intake, for the clerk whose it is, who wants to see whether the scan came out. Refusals: `not_found`. */
export const openIntakeDocument = query({
  name: 'intake.open_document',
  input: z.object({ id: z.uuid() }),
  subject: ({ db, actor }, { id }) =>
    db.document.findFirst({
      where: { communeId: actor.communeId, id, intake: ownIntake(actor) },
      select: { fileName: true, mediaType: true, size: true, storageKey: true },
    }),
  allow: (actor) => mayTakeIn(actor),
  run: async (_reading, _input, document) => document,
  logsRead: ({ id }, _document) => ({ kind: 'document', id }),
})
