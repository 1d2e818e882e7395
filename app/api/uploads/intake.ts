import { askAtCounterHref, COUNTER, doneHref, intakeHref, refuseAtCounterHref } from '@/app/(staff)/can-bo/addresses'
import { seeOther } from '@/app/see-other'
import { ERRORS_ID } from '@/components/forms/errors-id'
import type { Actor } from '@/lib/access/policy'
import { choosePerson, saveIntake } from '@/lib/counter/commands/intake'
import { takeInDossier } from '@/lib/counter/commands/take-in'
import { readIntakeRoom } from '@/lib/counter/queries'
import { forStaff, refusalInWords } from '@/lib/documents/words'
import { fileBox } from '@/lib/dossiers/draft-rules'
import { signInAddress } from '@/lib/identity/rules'
import { newId } from '@/lib/platform/clock'
import type { RefusalCode, Refused } from '@/lib/platform/refusal'
import { type Arrivals, dropArrivals, positionIn, receiveArrivals, textOf } from './arrivals'

/** Texts as a form of our own gives them: NFC, without outer blanks, without NUL. The last of several boxes of one name counts. */
const textsOf = (fields: Arrivals['fields']): Record<string, string> =>
  Object.fromEntries([...fields].map(([name, values]) => [name, (values.at(-1) ?? '').replaceAll('\0', '').normalize('NFC').trim()]))

function sendingOf(intakeId: string, arrived: Arrivals) {
  const sentences: Record<string, string> = {}
  for (const { field, refusal } of arrived.ok ? arrived.refused : []) {
    const position = positionIn(field, fileBox)
    if (position === null) continue
    const before = sentences[position]
    const sentence = forStaff(refusalInWords(refusal))
    sentences[position] = before === undefined ? sentence : `${before} ${sentence}`
  }
  return {
    intakeId,
    fields: textsOf(arrived.fields),
    extent: arrived.ok ? 'whole' : 'part',
    files: (arrived.ok ? arrived.files : []).flatMap(({ field, ...file }) => {
      const position = positionIn(field, fileBox)
      return position === null ? [] : [{ ...file, position }]
    }),
    refused: sentences,
    remove: textOf(arrived.fields, 'remove') || null,
  }
}

/**
 * A page of the counter: `POST /api/uploads?intake=<id>`. Everything that arrived is kept first, also what came before a body broke off, so that
 * neither a refused file nor a reload costs what was typed; then the button that was pressed is done. The receipt carries the id that the page
 * was drawn with, so a second press answers the first one's dossier.
 */
export async function receiveIntake(request: Request, actor: Actor, intakeId: string): Promise<Response> {
  const here = intakeHref(intakeId)
  const room = await readIntakeRoom(actor, { intakeId })
  if (!room.ok) return elsewhere(room, here)
  const { communeId } = actor
  const arrived = await receiveArrivals(request, { communeId, ...room.value })
  const sending = sendingOf(intakeId, arrived)
  const kept = await saveIntake(actor, newId(), sending)
  // No room for the files is no reason to lose what was typed beside them.
  if (!kept.ok && FULL.includes(kept.code)) await saveIntake(actor, newId(), { ...sending, files: [] })
  const taken = kept.ok ? kept.value.taken : []
  if (arrived.ok)
    await dropArrivals(
      communeId,
      arrived.files.filter(({ id }) => !taken.includes(id)),
    )
  if (!kept.ok) return elsewhere(kept, here)
  if (!arrived.ok) return seeOther(`${here}?loi=${arrived.failure}#${ERRORS_ID}`)
  return afterwards(actor, { intakeId, here, arrived, complete: kept.value.complete })
}

const FULL: readonly RefusalCode[] = ['dossier_full', 'day_full']

type Kept = { intakeId: string; here: string; arrived: Extract<Arrivals, { ok: true }>; complete: boolean }

async function afterwards(actor: Actor, { intakeId, here, arrived, complete }: Kept): Promise<Response> {
  const { fields, refused } = arrived
  const then = textOf(fields, 'then')
  const isIssue = then === 'issue' && textOf(fields, 'remove') === ''
  if (isIssue && complete) {
    const received = await takeInDossier(actor, textOf(fields, 'requestId'), { intakeId })
    return received.ok ? seeOther(doneHref(received.value.code, null, 'receive')) : elsewhere(received, here)
  }
  if (isIssue) return seeOther(`${here}?loi=thieu#${ERRORS_ID}`)
  if (refused.length > 0) return seeOther(`${here}?loi=tep#${ERRORS_ID}`)
  if (then === 'ask_for_more') return seeOther(askAtCounterHref(intakeId))
  if (then === 'refuse') return seeOther(refuseAtCounterHref(intakeId))
  if (then === 'find' || then === 'enter') return seeOther(`${here}?tim=1#nguoi-nop`)
  const chosen = /^choose-(.+)$/.exec(then)?.[1]
  if (chosen !== undefined) {
    const choice = await choosePerson(actor, newId(), { intakeId, person: chosen })
    return choice.ok || choice.code === 'not_found' ? seeOther(`${here}${choice.ok ? '' : '?tim=1'}#nguoi-nop`) : elsewhere(choice, here)
  }
  if (then === 'later') return seeOther(COUNTER)
  if (then === 'stay-fees') return seeOther(`${here}#phi`)
  const position = /^stay-(\d{1,4})$/.exec(then)?.[1]
  return seeOther(position === undefined ? here : `${here}#${fileBox(Number(position))}-place`)
}

/** Where a refused sending leads: never a bare error. */
function elsewhere(refusal: Refused, here: string): Response {
  switch (refusal.code) {
    case 'already_filed':
      return seeOther(doneHref(String(refusal.detail.code), null, 'receive'))
    case 'sign_in_needed':
      return seeOther(signInAddress('staff', here))
    case 'draft_incomplete':
      return seeOther(`${here}?loi=thieu#${ERRORS_ID}`)
    // Its page says how to begin again.
    case 'draft_unreadable':
      return seeOther(here)
    case 'dossier_full':
    case 'day_full':
    case 'busy':
    case 'changed_meanwhile':
    case 'request_reused':
      return seeOther(`${here}?loi=${refusal.code}#${ERRORS_ID}`)
    default:
      return seeOther(COUNTER)
  }
}
