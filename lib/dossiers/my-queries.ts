import { z } from 'zod'
import { query, type Reading } from '@/lib/access/gate'
import { citizenOnly, staffOnly, type Actor } from '@/lib/access/policy'
import { loadCalendar } from '@/lib/deadlines/store'
import { localDateOf } from '@/lib/platform/local-date'
import { Int4 } from '@/lib/platform/int4'
import { RowPlace } from '@/lib/platform/row-place'
import { communeOfCode } from '@/lib/places/store'
import { parseAnswers, summary } from '@/lib/procedures/answers'
import { FormDefinition } from '@/lib/procedures/e-form'
import type { Prisma } from '@/prisma/generated/client'
import { ISSUED_PAPERS } from './paper-queries'
import { draftKeptUntil, partsDone } from './draft-rules'
import { DraftData } from './draft-schema'
import { hasContact } from './drafts'
import { isMoved, isPromiseBroken, standingOf } from './follow'
import { followedOf } from './followed'
import { maskedApplicant } from './masked-applicant'
import { applicantActs, mayHaveResult, namedForApplicant, RESULT_STAGES, resultName } from './my-rules'
import { CONDITIONAL_FEES, possibleFees } from './possible-fees'
import { findFile } from './received-papers'
import { FEES, refundOf } from './refunds'
import { mayMove } from './rules'
import { DossierCode } from './schema'
import { STANDING, visibleTo } from './store'
import { DECLARED } from './supplements'
import { toldOf } from './told'
import { nextWords } from './what-to-do'
import { heldWords } from './words'

const PAGE = 50

const LISTED = {
  communeId: true,
  id: true,
  code: true,
  stage: true,
  returnMethod: true,
  nextDueAt: true,
  submittedAt: true,
  receivedAt: true,
  dueAt: true,
  appointmentAt: true,
  finishedAt: true,
  closedAt: true,
  handOver: { select: { method: true, trackingNumber: true } },
  procedureVersion: { select: { name: true, result: true } },
  commune: { select: { name: true } },
  documents: { where: { purpose: 'RESULT' }, select: { id: true, fileName: true, mediaType: true } },
} satisfies Prisma.DossierSelect

/** What the office waits for, newest request first. */
const ASKED = {
  where: { answeredAt: null },
  orderBy: { number: 'desc' },
  take: 1,
  select: { askedAt: true, items: { orderBy: { position: 'asc' }, select: { position: true, reason: true } } },
} satisfies Prisma.Dossier$supplementsArgs

/** An open dossier with what it waits for, so that the list can say which paper and why. */
const OPEN = {
  ...LISTED,
  procedureVersion: { select: { name: true, result: true, components: { select: { position: true, name: true } } } },
  supplements: ASKED,
} satisfies Prisma.DossierSelect

/** Newest first, from the cursor on; the bound stands twice so that PostgreSQL starts there instead of walking. */
const after = (column: 'submittedAt' | 'closedAt', cursor: RowPlace | undefined): Prisma.DossierWhereInput =>
  cursor ? { AND: [{ [column]: { lte: cursor.at } }, { OR: [{ [column]: { lt: cursor.at } }, { id: { lt: cursor.id } }] }] } : {}

/**
 * Everything of the signed-in citizen: drafts in this commune, dossiers in all communes, open ones and done ones, 50 of each at a time.
 * At identity level 1 only the drafts: dossiers are found by the personal number, which level 1 does not prove.
 */
export const findMyDossiers = query({
  name: 'dossier.find_mine',
  input: z.object({ open: RowPlace.optional().catch(undefined), done: RowPlace.optional().catch(undefined) }),
  allow: citizenOnly,
  run: async ({ db, actor, now }, { open, done }) => {
    const mine = visibleTo(actor)
    const [drafts, openRows, doneRows] = await Promise.all([
      findDrafts(db, actor),
      db.dossier.findMany({
        where: { AND: [mine, { closedAt: null }, after('submittedAt', open)] },
        orderBy: [{ submittedAt: 'desc' }, { id: 'desc' }],
        take: PAGE + 1,
        select: OPEN,
      }),
      db.dossier.findMany({
        where: { AND: [mine, { closedAt: { not: null } }, after('closedAt', done)] },
        orderBy: [{ closedAt: 'desc' }, { id: 'desc' }],
        take: PAGE + 1,
        select: LISTED,
      }),
    ])
    const communes = [...new Set(openRows.map(({ communeId }) => communeId))]
    const calendars = new Map(await Promise.all(communes.map(async (id) => [id, await loadCalendar(db, id)] as const)))
    const openShown = openRows.slice(0, PAGE).map(({ documents: _unissued, supplements, ...row }) => {
      const calendar = calendars.get(row.communeId)
      return {
        ...row,
        mustAct: applicantActs(row),
        next: nextWords(row, { now, toApplicant: true }),
        asked: row.stage === 'awaiting_supplement' ? askedIn(supplements, row.procedureVersion.components) : null,
        standing: calendar ? standingOf(row, calendar, now) : null,
        isMoved: isMoved(row),
        isPromiseBroken: isPromiseBroken(row, now),
      }
    })
    return {
      drafts,
      open: openShown,
      nextOpen: cursorOf(openRows, ({ submittedAt }) => submittedAt),
      done: doneRows
        .slice(0, PAGE)
        .map(({ documents, ...row }) => ({ ...row, results: mayHaveResult(row) ? namedForApplicant(row.code, documents) : [] })),
      nextDone: cursorOf(doneRows, ({ closedAt }) => closedAt),
    }
  },
})

function cursorOf<R extends { id: string }>(rows: readonly R[], at: (row: R) => Date | null): string | null {
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined
  const when = last && at(last)
  return last && when ? `${when.toISOString()}_${last.id}` : null
}

/** A draft with what tells how far it has come. */
const DRAFTED = {
  ...{ id: true, procedureCode: true, updatedAt: true, data: true },
  documents: { select: { position: true } },
  form: { select: { definition: true } },
  citizen: { select: { phone: true, wardCode: true, addressDetail: true } },
  procedureVersion: {
    select: { name: true, components: { select: { position: true, key: true, name: true, question: true, requirement: true } } },
  },
} satisfies Prisma.DraftSelect

async function findDrafts(db: Reading['db'], actor: Actor) {
  if (actor.kind !== 'citizen') return []
  const rows = await db.draft.findMany({
    where: { communeId: actor.communeId, citizenId: actor.citizenId },
    orderBy: { updatedAt: 'desc' },
    take: PAGE,
    select: DRAFTED,
  })
  return rows.map(({ id, procedureCode, updatedAt, procedureVersion, data, documents, form, citizen }) => {
    const kept = DraftData.safeParse(data)
    return {
      id,
      procedure: procedureCode,
      name: procedureVersion.name,
      // What cannot be read is as good as nothing; the draft's own page says so.
      partsDone: kept.success
        ? partsDone({
            data: kept.data,
            hasContact: hasContact(citizen),
            form: FormDefinition.parse(form.definition),
            components: procedureVersion.components,
            files: documents,
          })
        : 0,
      savedAt: updatedAt,
      keptUntil: draftKeptUntil(localDateOf(updatedAt)),
    }
  })
}

const WHOLE = {
  ...LISTED,
  ...STANDING,
  version: true,
  channel: true,
  returnedAt: true,
  department: { select: { name: true, kind: true } },
  agency: { select: { name: true } },
  commune: { select: { name: true, phone: true, address: true } },
  receivingCommune: { select: { name: true } },
  procedureVersion: {
    select: {
      procedureCode: true,
      name: true,
      result: true,
      limitValue: true,
      limitUnit: true,
      onlineLevel: true,
      bring: true,
      components: { orderBy: { position: 'asc' }, select: { position: true, key: true, name: true, requirement: true } },
      fees: CONDITIONAL_FEES,
    },
  },
  applicant: {
    select: { fullName: true, personalNumber: true, phone: true, email: true, address: true, returnAddress: true, principal: true },
  },
  answer: { select: { values: true, form: { select: { definition: true } } } },
  components: { select: { position: true, applies: true, originals: true, certified: true, copies: true, shown: true } },
  documents: {
    where: { supersededAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, purpose: true, position: true, fileName: true, mediaType: true, size: true, pages: true },
  },
  events: { orderBy: { seq: 'asc' }, take: 100, select: { at: true, step: true, changes: true, note: { select: { text: true } } } },
  feeLines: FEES,
  papers: ISSUED_PAPERS,
  supplements: ASKED,
} satisfies Prisma.DossierSelect

/**
 * One dossier as its applicant follows it: where it is, by role and never by name, what was filed, its papers, and the result once it was
 * handed over. Refusals: `not_found` also where it is someone else's.
 */
export const readMyDossier = query({
  name: 'dossier.read_mine',
  input: z.object({ code: DossierCode }),
  subject: async ({ db, actor }, { code }) => {
    const commune = await communeOfCode(db, code)
    return commune && db.dossier.findFirst({ where: { AND: [{ communeId: commune.id, code }, visibleTo(actor)] }, select: WHOLE })
  },
  allow: citizenOnly,
  run: async ({ db, actor, now }, _input, dossier) => {
    const calendar = await loadCalendar(db, dossier.communeId)
    const { applicant, answer, documents, events, supplements, ...rest } = dossier
    return {
      ...rest,
      lastStep: events.at(-1)?.step ?? null,
      asked: dossier.stage === 'awaiting_supplement' ? askedIn(supplements, dossier.procedureVersion.components) : null,
      refund: refundOf(dossier.feeLines),
      told: toldOf(dossier),
      mayWithdraw: mayMove(actor, dossier, 'withdraw') === true,
      mayAskToWithdraw: mayMove(actor, dossier, 'ask_to_withdraw') === true,
      mayKeepGoing: mayMove(actor, dossier, 'keep_going') === true,
      applicant: applicant && maskedApplicant(applicant),
      components: dossier.components.map(({ position, applies, ...sheets }) => ({ position, applies, held: heldWords(sheets) })),
      said: answer ? summary(FormDefinition.parse(answer.form.definition), parseAnswers(answer.values)) : [],
      possibleFees: possibleFees({ ...dossier, answers: answer?.values }, dossier.procedureVersion.fees, now),
      files: documents.filter(({ purpose }) => purpose === 'COMPONENT'),
      results: mayHaveResult(dossier)
        ? namedForApplicant(
            dossier.code,
            documents.filter(({ purpose }) => purpose === 'RESULT'),
          )
        : [],
      followed: followedOf(dossier, { calendar, now, toApplicant: true }),
    }
  },
})

type AskedRow = { askedAt: Date; items: readonly { position: number; reason: string }[] }

/** What the office waits for, each paper by its name with the reason; null: nothing is asked. */
function askedIn([request]: readonly AskedRow[], components: readonly { position: number; name: string }[]) {
  if (!request) return null
  const nameAt = (place: number) => components.find(({ position }) => position === place)?.name ?? DECLARED.name
  return { askedAt: request.askedAt, items: request.items.map(({ position, reason }) => ({ position, name: nameAt(position), reason })) }
}

export type MyDossier = Extract<Awaited<ReturnType<typeof readMyDossier>>, { ok: true }>['value']

const FILE = { fileName: true, mediaType: true, size: true, storageKey: true } satisfies Prisma.DocumentSelect

const MY_FILE = { ...FILE, purpose: true, dossier: { select: { code: true } } } satisfies Prisma.DocumentSelect

/** `communeId`: whose file it is, where that is not the commune of the site; it only saves a search, it grants nothing. */
const OpenDocument = z.object({ id: z.uuid(), communeId: Int4.optional() })

/** Which files a citizen may open: those of the own draft, of the own dossiers, and the result once it was handed over. */
function myDocuments(actor: Actor): Prisma.DocumentWhereInput {
  if (actor.kind !== 'citizen') return { communeId: -1 }
  const mine = visibleTo(actor)
  return {
    OR: [
      { draft: { communeId: actor.communeId, citizenId: actor.citizenId } },
      { purpose: { in: ['COMPONENT', 'SUPPLEMENT'] }, dossier: mine },
      { purpose: 'RESULT', dossier: { AND: [mine, { stage: { in: [...RESULT_STAGES] } }] } },
    ],
  }
}

/** Where a citizen's own file lies, and under which name it is handed out. Refusals: `not_found` for everything else. */
export const openMyDocument = query({
  name: 'document.open_mine',
  input: OpenDocument,
  subject: ({ db, actor }, { id, communeId = actor.communeId }) =>
    db.document.findFirst({ where: { AND: [{ communeId, id }, myDocuments(actor)] }, select: MY_FILE }),
  allow: citizenOnly,
  run: async (_reading, _input, { purpose, dossier, ...file }) =>
    purpose === 'RESULT' && dossier ? { ...file, fileName: resultName(dossier.code, file) } : file,
})

/** A dossier's file for the staff who may see the dossier; who opened it is logged. Refusals: `not_found`. */
export const openDossierDocument = query({
  name: 'document.open',
  input: OpenDocument,
  subject: (reading, { id }) => findFile(reading, id, { ...FILE, communeId: true }),
  allow: staffOnly,
  run: async (_reading, _input, { communeId: _commune, ...document }) => document,
  logsRead: ({ id }, { communeId }) => ({ kind: 'document', id, communeId }),
})
