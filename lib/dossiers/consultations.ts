import { type Actor, placesOf, POLICY } from '@/lib/access/policy'
import type { Reading } from '@/lib/access/gate'
import type { Tx } from '@/lib/platform/db'
import { runningAt } from '@/lib/staff/store'
import type { Prisma } from '@/prisma/generated/client'
import { isOpen, mayGiveOpinion, mayTakeBack, questionStanding } from './consultation-rules'
import type { Standing } from './rules'
import { STANDING, visibleTo } from './store'

/** The questions of a dossier as its page shows them, newest first. */
export const QUESTIONS = {
  orderBy: [{ askedAt: 'desc' }, { id: 'asc' }],
  take: 50,
  select: {
    id: true,
    askedOf: true,
    askedBy: true,
    question: true,
    askedAt: true,
    dueAt: true,
    answer: true,
    answeredAt: true,
    answeredBy: true,
    takenBackAt: true,
  },
} satisfies Prisma.Dossier$consultationsArgs

export type QuestionRow = Prisma.ConsultationGetPayload<{ select: (typeof QUESTIONS)['select'] }>

/** Everybody whom a question names. */
export const namedIn = ({ askedOf, askedBy, answeredBy }: Pick<QuestionRow, 'askedOf' | 'askedBy' | 'answeredBy'>): (string | null)[] => [
  askedOf,
  askedBy,
  answeredBy,
]

/** An officer who was asked, as an account that answers or not. */
export type Asked = { id: string; fullName: string; status: string; standIn: string | null }

/** Of the officers whose answer is open: whether they are at work, and who stands in for them today. */
export async function findAsked(db: Tx, communeId: number, { rows, now }: { rows: readonly QuestionRow[]; now: Date }): Promise<Asked[]> {
  const ids = [...new Set(rows.flatMap((row) => (isOpen(row) ? [row.askedOf] : [])))]
  if (ids.length === 0) return []
  const officers = await db.staff.findMany({
    where: { communeId, id: { in: ids } },
    select: {
      id: true,
      fullName: true,
      status: true,
      absences: {
        where: { ...runningAt(now), substitute: { status: 'ACTIVE' } },
        orderBy: { id: 'asc' },
        take: 1,
        select: { substitute: { select: { fullName: true } } },
      },
    },
  })
  return officers.map(({ id, fullName, status, absences }) => ({ id, fullName, status, standIn: absences[0]?.substitute.fullName ?? null }))
}

/** A question with names, how it stands, and what the one who looks may do with it. */
export function shownQuestion(
  row: QuestionRow,
  look: {
    actor: Actor
    dossier: Standing & { closedAt: Date | null }
    asked: readonly Asked[]
    nameOf: (id: string | null) => string | null
    now: Date
  },
) {
  const { actor, dossier, asked, nameOf, now } = look
  const { askedOf, askedBy, answeredBy, ...question } = row
  const officer = asked.find(({ id }) => id === askedOf)
  return {
    ...question,
    of: nameOf(askedOf) ?? 'Cán bộ',
    by: nameOf(askedBy) ?? 'Cán bộ',
    /** Who answered in place of the one asked; null: nobody did. */
    answeredFor: answeredBy === null || answeredBy === askedOf ? null : nameOf(answeredBy),
    standIn: officer?.standIn ?? null,
    isSuspended: officer?.status === 'SUSPENDED',
    standing: questionStanding(row, { now, isReachable: officer === undefined || officer.status === 'ACTIVE' || officer.standIn !== null }),
    mayAnswer: mayGiveOpinion(actor, dossier, row) === true,
    mayTakeBack: mayTakeBack(actor, dossier, row) === true,
  }
}

const TO_ANSWER = {
  ...QUESTIONS.select,
  dossier: {
    select: {
      ...STANDING,
      ...{ communeId: true, id: true, code: true, version: true, closedAt: true },
      applicant: { select: { fullName: true } },
      procedureVersion: { select: { name: true } },
    },
  },
} satisfies Prisma.ConsultationSelect

type OfQuestion = { code: string; id: string }

/**
 * A question with its dossier: of one that the actor sees, or their own to answer. One that was taken back is still found by who was asked, to be
 * told so; the dossier is then shut to them.
 */
export function findQuestion({ db, actor }: Reading, { code, id }: OfQuestion) {
  const { communeId } = actor
  const mine = actor.kind === 'staff' ? placesOf(actor).map(({ staffId }) => staffId) : []
  return db.consultation.findFirst({
    where: { communeId, id, dossier: { code }, OR: [{ askedOf: { in: mine } }, { dossier: visibleTo(actor) }] },
    select: TO_ANSWER,
  })
}

/** The same, with the dossier locked first. */
export async function lockQuestion(reading: Reading, of: OfQuestion) {
  await reading.db.$queryRaw`SELECT 1 FROM dossier WHERE "communeId" = ${reading.actor.communeId} AND code = ${of.code} FOR UPDATE`
  return findQuestion(reading, of)
}

/** The officers who can be asked for an opinion, department by department; `except` the one who asks. */
export const opinionGivers = (db: Tx, communeId: number, except: string) =>
  db.staff.findMany({
    where: { communeId, status: 'ACTIVE', roles: { hasSome: [...POLICY['dossier.give_opinion']] }, id: { not: except } },
    orderBy: [{ department: { position: 'asc' } }, { fullName: 'asc' }, { id: 'asc' }],
    take: 300,
    select: { id: true, fullName: true, position: true, department: { select: { name: true } } },
  })
