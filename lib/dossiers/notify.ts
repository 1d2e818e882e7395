import type { Writing } from '@/lib/access/gate'
import { queueNotice } from '@/lib/notifications/store'
import type { NoticeEvent, NoticeFacts } from '@/lib/notifications/rules'
import { formatVnd } from '@/lib/platform/money'
import { beyondNetwork } from '@/lib/procedures/words'
import type { Stage } from '@/prisma/generated/enums'
import { followUrl, supplementUrl } from './addresses'
import type { Move } from './move-rules'
import { ONLINE_CHANNELS } from './rules'
import { owed, STANDING_FEES } from './unpaid'
import { RETURN_WORDS } from './words'

type Told = { communeId: number; id: string }

/** Tells the applicant, if they gave a mail address, what has happened to their dossier. */
export const notify = (writing: Writing, dossier: Told, event: NoticeEvent): Promise<void> =>
  queue(writing, dossier, { event, handedOver: null })

/**
 * Tells the applicant of a move, where it is one to be told of. A signature is told of when the result is there to be had, not while the registrar
 * still has it.
 */
export async function notifyOfMove(
  writing: Writing,
  dossier: Told,
  { move, stage }: { move: Pick<Move, 'to' | 'notice'>; stage: Stage | undefined },
): Promise<void> {
  const isEarly = move.to === 'signed' && stage === 'awaiting_issue'
  if (move.notice && !isEarly) await notify(writing, dossier, move.notice)
}

/** Tells the applicant how the result has just left the office. */
export const notifyHandedOver = (writing: Writing, dossier: Told, handedOver: NoticeFacts['handedOver']): Promise<void> =>
  queue(writing, dossier, { event: 'handed_over', handedOver })

async function queue(
  writing: Writing,
  { communeId, id }: Told,
  { event, handedOver }: { event: NoticeEvent; handedOver: NoticeFacts['handedOver'] },
): Promise<void> {
  const facts = await writing.db.dossier.findUniqueOrThrow({
    where: { communeId_id: { communeId, id } },
    select: {
      code: true,
      appointmentAt: true,
      returnMethod: true,
      stage: true,
      receivedAt: true,
      feeLines: { where: STANDING_FEES, select: { amount: true, quantity: true, payment: { select: { id: true } } } },
      channel: true,
      procedureVersion: { select: { name: true, onlineLevel: true, bring: true } },
      commune: { select: { name: true, phone: true, host: true } },
      receivingCommune: { select: { name: true, phone: true } },
      applicant: { select: { email: true } },
    },
  })
  const recipient = facts.applicant?.email
  if (!recipient) return
  const due = owed(facts)
  // Whoever filed at another commune's counter goes there and rings there.
  const counter = facts.receivingCommune ?? facts.commune
  await queueNotice(writing, {
    communeId,
    dossierId: id,
    recipient,
    event,
    facts: {
      code: facts.code,
      procedureName: facts.procedureVersion.name,
      communeName: counter.name,
      ...(facts.receivingCommune ? { decidedBy: facts.commune.name } : {}),
      phone: counter.phone,
      followUrl: followUrl(facts.commune, facts.code),
      supplementUrl: supplementUrl(facts.commune, facts.code),
      dueAt: facts.appointmentAt,
      returnWords: RETURN_WORDS[facts.returnMethod],
      returnMethod: facts.returnMethod,
      owed: due === 0 ? null : formatVnd(due),
      beyondNetwork: ONLINE_CHANNELS.includes(facts.channel) ? beyondNetwork(facts.procedureVersion) : null,
      handedOver,
    },
  })
}
