import { z } from 'zod'
import { query } from '@/lib/access/gate'
import { filingCitizen } from '@/lib/access/policy'
import { dayRoom } from '@/lib/documents/quota'
import { DOSSIER_LIMIT } from '@/lib/documents/rules'
import { OfDraft } from './draft-schema'
import { findDraft } from './drafts'
import { mayMoveFrom } from './rules'
import { DossierCode, Version } from './schema'
import { mustBeCurrent, STANDING, visibleTo } from './store'

// Asked before a body of many megabytes is read: whether this person may send files here, and how many bytes still fit, into the dossier
// and into the day of the account. The commands ask again, under the lock.

/** Bytes that still fit beside the files of a dossier. */
export const roomBeside = (files: readonly { size: number }[]): number =>
  Math.max(0, DOSSIER_LIMIT - files.reduce((sum, { size }) => sum + size, 0))

/** Room in a citizen's own draft. Refusals: `already_filed`, `not_found`, `identity_level_too_low`. */
export const readUploadRoom = query({
  name: 'draft.read_upload_room',
  input: OfDraft,
  subject: (reading, { draftId }) => findDraft(reading, draftId),
  allow: (actor) => filingCitizen(actor),
  run: async ({ db, actor, now }, _input, { procedureCode, documents }) => ({
    procedure: procedureCode,
    room: roomBeside(documents),
    day: await dayRoom(db, actor, now),
  }),
})

/**
 * Room for the result of a dossier that this member of staff holds. Refusals: `step_not_possible`, `not_allowed`, `not_found`, `changed_meanwhile`.
 */
export const readResultRoom = query({
  name: 'dossier.read_result_room',
  input: z.object({ code: DossierCode, version: Version }),
  subject: ({ db, actor }, { code }) =>
    db.dossier.findFirst({
      where: { AND: [{ communeId: actor.communeId, code }, visibleTo(actor)] },
      select: {
        ...STANDING,
        communeId: true,
        id: true,
        version: true,
        documents: { where: { purpose: 'COMPONENT' }, select: { size: true } },
      },
    }),
  allow: (actor, dossier, { version }) => mayMoveFrom(actor, dossier, 'propose', version),
  run: async (reading, { version }, dossier) => {
    await mustBeCurrent(reading, dossier, version)
    return { room: roomBeside(dossier.documents), day: await dayRoom(reading.db, reading.actor, reading.now) }
  },
})
