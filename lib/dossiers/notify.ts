import type { Writing } from '@/lib/access/gate'
import { env } from '@/lib/platform/env'
import { queueNotice } from '@/lib/notifications/store'
import type { NoticeEvent, NoticeFacts } from '@/lib/notifications/rules'
import { RETURN_WORDS } from './words'

/** Address of the look-up page for one dossier; what the QR code on the papers says too. */
export const followUrl = (code: string): string => `${env().PUBLIC_URL}/tra-cuu?ma=${encodeURIComponent(code)}`

/** Address of the page on which the applicant answers a supplement request. */
export const supplementUrl = (code: string): string => `${env().PUBLIC_URL}/ho-so/${encodeURIComponent(code)}/bo-sung`

/** Tells the applicant, if they gave a mail address, what has happened to their dossier. `handedOver`: how the result has just left the office. */
export async function notify(
  writing: Writing,
  dossier: { communeId: number; id: string },
  event: NoticeEvent,
  handedOver: NoticeFacts['handedOver'] = null,
): Promise<void> {
  const { communeId, id } = dossier
  const facts = await writing.db.dossier.findUniqueOrThrow({
    where: { communeId_id: { communeId, id } },
    select: {
      code: true,
      appointmentAt: true,
      returnMethod: true,
      procedureVersion: { select: { name: true } },
      commune: { select: { name: true, phone: true } },
      applicant: { select: { email: true } },
    },
  })
  const recipient = facts.applicant?.email
  if (!recipient) return
  await queueNotice(writing, {
    communeId,
    dossierId: id,
    recipient,
    event,
    facts: {
      code: facts.code,
      procedureName: facts.procedureVersion.name,
      communeName: facts.commune.name,
      phone: facts.commune.phone,
      followUrl: followUrl(facts.code),
      supplementUrl: supplementUrl(facts.code),
      dueAt: facts.appointmentAt,
      returnWords: RETURN_WORDS[facts.returnMethod],
      handedOver,
    },
  })
}
