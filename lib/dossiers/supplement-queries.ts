import { z } from 'zod'
import { query } from '@/lib/access/gate'
import type { Reading } from '@/lib/access/gate'
import { dayRoom } from '@/lib/documents/quota'
import { DOSSIER_LIMIT } from '@/lib/documents/rules'
import { communeOfCode } from '@/lib/places/store'
import type { Prisma } from '@/prisma/generated/client'
import { mayMove } from './rules'
import { DossierCode } from './schema'
import { codedAtDesk, STANDING, visibleTo } from './store'
import { DECLARED, openRequest } from './supplements'

const ASKED = {
  ...STANDING,
  id: true,
  code: true,
  version: true,
  applicant: { select: { fullName: true } },
  commune: { select: { name: true, phone: true, address: true } },
  procedureVersion: { select: { name: true, components: { select: { position: true, name: true, note: true } } } },
  documents: {
    where: { purpose: { in: ['COMPONENT', 'SUPPLEMENT'] }, supersededAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, purpose: true, position: true, fileName: true, mediaType: true, size: true, pages: true },
  },
} satisfies Prisma.DossierSelect

const OfCode = z.object({ code: DossierCode })

async function findAsked({ db, actor }: Reading, code: string) {
  const communeId = actor.kind === 'citizen' ? (await communeOfCode(db, code))?.id : actor.communeId
  if (communeId === undefined) return null
  const named = actor.kind === 'staff' ? codedAtDesk(actor, code) : { communeId, code }
  return db.dossier.findFirst({ where: { AND: [named, visibleTo(actor)] }, select: ASKED })
}

/**
 * What a dossier is asked for, with what has been given of the answer so far: for the applicant, and for the clerk who answers for her.
 * Refusals: `step_not_possible` when nothing is asked, `not_allowed`, `not_found`.
 */
export const readSupplement = query({
  name: 'dossier.read_supplement',
  input: OfCode,
  subject: (reading, { code }) => findAsked(reading, code),
  allow: (actor, dossier) => mayMove(actor, dossier, 'answer'),
  run: async ({ db }, _input, { documents, procedureVersion, ...dossier }) => {
    const request = await openRequest(db, dossier)
    if (!request) throw new Error('A dossier that waits for a supplement has an open request')
    const { communeId, code, version, commune, applicant, receivedAt } = dossier
    return {
      ...{ communeId, code, version, commune, paperId: request.paperId, askedAt: request.askedAt },
      applicant: applicant?.fullName ?? null,
      procedure: procedureVersion.name,
      isReceived: receivedAt !== null,
      items: request.items.map(({ position, reason, answer }) => {
        const component = procedureVersion.components.find((one) => one.position === position)
        const filesOf = (purpose: string) => documents.filter((file) => file.position === position && file.purpose === purpose)
        return {
          ...{ position, reason, answer: answer ?? '' },
          name: component?.name ?? DECLARED.name,
          note: component?.note ?? null,
          before: filesOf('COMPONENT'),
          files: filesOf('SUPPLEMENT'),
        }
      }),
    }
  },
})

export type Supplement = Extract<Awaited<ReturnType<typeof readSupplement>>, { ok: true }>['value']

/** Asked before the bytes of an answer are read: whose dossier it is and how many bytes still fit. Refusals as of `readSupplement`. */
export const readSupplementRoom = query({
  name: 'dossier.read_supplement_room',
  input: OfCode,
  subject: (reading, { code }) => findAsked(reading, code),
  allow: (actor, dossier) => mayMove(actor, dossier, 'answer'),
  run: async ({ db, actor, now }, _input, { communeId, id: dossierId }) => {
    const { _sum } = await db.document.aggregate({
      where: { communeId, dossierId, purpose: { in: ['COMPONENT', 'SUPPLEMENT'] } },
      _sum: { size: true },
    })
    return { communeId, room: Math.max(0, DOSSIER_LIMIT - (_sum.size ?? 0)), day: await dayRoom(db, actor, now) }
  },
})
