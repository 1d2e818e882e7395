import { z } from 'zod'
import { query } from '@/lib/access/gate'
import { type Actor, staffOnly } from '@/lib/access/policy'
import { INTERNAL } from '@/lib/papers/rules'
import { Int4 } from '@/lib/platform/int4'
import type { Prisma } from '@/prisma/generated/client'
import { WITH_FACTS } from './erasure'
import { readableBy, receivedBy } from './store'

/** `communeId`: whose paper it is, where that is not the commune of the site; it only saves a search, it grants nothing. */
const OpenPaper = z.object({ id: z.uuid(), communeId: Int4.optional() })

/** The papers of a dossier as its pages list them, each with its number as printed. */
export const ISSUED_PAPERS = {
  where: WITH_FACTS,
  orderBy: { issuedAt: 'asc' },
  select: { id: true, kind: true, number: true, printed: true, issuedAt: true, revokedAt: true },
} satisfies Prisma.Dossier$papersArgs

const PAPER = {
  communeId: true,
  id: true,
  kind: true,
  number: true,
  templateVersion: true,
  facts: true,
  storageKey: true,
  size: true,
  dossierId: true,
  dossier: { select: { code: true } },
} satisfies Prisma.PaperSelect

/** What the office keeps for itself is not the applicant's to open. */
const shownTo = ({ kind }: Actor): Prisma.PaperWhereInput => (kind === 'citizen' ? { kind: { notIn: [...INTERNAL] } } : {})

/**
 * An official paper, for the staff who see its dossier and, but for Phiếu kiểm soát, the citizen whose dossier it is: where its PDF is kept, or,
 * before the worker has kept it, the facts from which the same bytes can be made. Who opened it is logged. Refusals: `not_found` for everything else.
 */
export const openPaper = query({
  name: 'paper.open',
  input: OpenPaper,
  subject: async ({ db, actor }, { id, communeId = actor.communeId }) => {
    const open = { AND: [shownTo(actor), WITH_FACTS] }
    const found = await db.paper.findFirst({ where: { communeId, id, dossier: readableBy(actor), ...open }, select: PAPER })
    return found ?? db.paper.findFirst({ where: { id, dossier: receivedBy(actor), ...open }, select: PAPER })
  },
  allow: (actor) => (actor.kind === 'citizen' ? true : staffOnly(actor)),
  run: async (_reading, _input, { kind, number, templateVersion, facts, storageKey, size, dossier }) => ({
    kind,
    number,
    dossierCode: dossier.code,
    kept: storageKey !== null && size !== null ? { storageKey, size } : null,
    made: { templateVersion, facts },
  }),
  logsRead: (_input, { id, dossierId, communeId, kind }) => ({
    kind: 'dossier',
    id: dossierId,
    communeId,
    detail: { paper: id, paperKind: kind },
  }),
})
