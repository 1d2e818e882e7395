import { doneHref, stepHref } from '@/app/(staff)/can-bo/addresses'
import { seeOther } from '@/app/see-other'
import { ERRORS_ID } from '@/components/forms/errors-id'
import type { Actor } from '@/lib/access/policy'
import { refusalInWords, UPLOAD_FAILURES } from '@/lib/documents/words'
import { answerSupplement, keepSupplementAnswer } from '@/lib/dossiers/commands/answer-supplement'
import { readSupplementRoom } from '@/lib/dossiers/supplement-queries'
import { answerBox, answerFileBox } from '@/lib/dossiers/supplements'
import { signInAddress } from '@/lib/identity/rules'
import { newId } from '@/lib/platform/clock'
import { sentenceOf } from '@/lib/text/refusals'
import { type Arrivals, dropArrivals, positionIn, receiveArrivals, textOf } from './arrivals'
import { noRefusalCookie, refusalCookie } from './refusal-cookie'

type Sent = Extract<Arrivals, { ok: true }>

/** For a dossier that has moved on: its form is read, its files are not kept. */
const NO_ROOM = { room: 0, day: { room: 0, limit: 0 } }

type Address = { code: string; isOffice: boolean }

/** The pages of whoever answers: the applicant herself, or the clerk for her; whose session ended is known by the form that came. */
function pagesOf(actor: Actor, { code, isOffice }: Address) {
  if (actor.kind === 'citizen' || (actor.kind === 'anonymous' && !isOffice))
    return { here: `/ho-so/${code}/bo-sung`, dossier: `/ho-so/${code}`, done: `/ho-so/${code}?xong=bo-sung`, path: '/ho-so' as const }
  return {
    here: stepHref(code, 'answer', null),
    dossier: `/can-bo/ho-so/${code}`,
    done: doneHref(code, null, 'answer'),
    path: '/can-bo' as const,
  }
}

function answerOf(code: string, { fields, files }: Sent) {
  return {
    code,
    answers: Object.fromEntries(
      [...fields].flatMap(([name, values]) => {
        const position = positionIn(name, answerBox)
        return position === null ? [] : [[String(position), (values.at(-1) ?? '').replaceAll('\0', '').trim()]]
      }),
    ),
    files: files.flatMap(({ field, ...file }) => {
      const position = positionIn(field, answerFileBox)
      return position === null ? [] : [{ ...file, position }]
    }),
    remove: textOf(fields, 'remove') || null,
  }
}

/**
 * An answer to a supplement request: `POST /api/uploads?purpose=supplement&code=…`, from a page of the office with `&by=office`. What arrives
 * sound is kept at once, so nothing is sent twice because another file was refused; with `then=send` and everything answered the dossier moves.
 * A second press finds it moved and is led to the same page, because its request id answers the first outcome.
 */
export async function receiveSupplement(request: Request, actor: Actor, address: Address): Promise<Response> {
  const { code } = address
  const { here, dossier, done, path } = pagesOf(actor, address)
  const refuse = (to: string, sentence: string) => seeOther(`${to}#${ERRORS_ID}`, { 'set-cookie': refusalCookie(code, sentence, path) })
  const room = await readSupplementRoom(actor, { code })
  const isMoved = !room.ok && room.code === 'step_not_possible'
  if (!room.ok && !isMoved)
    return seeOther(room.code === 'sign_in_needed' ? signInAddress(path === '/ho-so' ? 'citizen' : 'staff', here) : dossier)
  const communeId = room.ok ? room.value.communeId : actor.communeId
  const arrived = await receiveArrivals(request, { communeId, ...(room.ok ? room.value : NO_ROOM) })
  if (!arrived.ok) return isMoved ? seeOther(dossier) : refuse(here, UPLOAD_FAILURES[arrived.failure])
  const kept = isMoved ? null : await keepSupplementAnswer(actor, newId(), answerOf(code, arrived))
  const taken = kept?.ok ? kept.value.taken : []
  await dropArrivals(
    communeId,
    arrived.files.filter(({ id }) => !taken.includes(id)),
  )
  if (kept && !kept.ok && kept.code !== 'step_not_possible') return refuse(here, sentenceOf(kept))
  const [bad] = arrived.refused
  if (kept?.ok && bad) return refuse(here, refusalInWords(bad.refusal))
  const then = textOf(arrived.fields, 'then')
  if (kept?.ok && (textOf(arrived.fields, 'remove') !== '' || !(then === '' || then === 'send')))
    return seeOther(stayed(then, { here, dossier }))
  const version = textOf(arrived.fields, 'version')
  const answered = await answerSupplement(actor, textOf(arrived.fields, 'requestId'), { code, version })
  if (answered.ok) return seeOther(done, { 'set-cookie': noRefusalCookie(path) })
  if (answered.code === 'answer_incomplete') return seeOther(`${here}?loi=thieu`)
  return kept?.ok ? refuse(here, sentenceOf(answered)) : seeOther(dossier)
}

/** The page after a part was sent by itself. */
function stayed(then: string, { here, dossier }: { here: string; dossier: string }): string {
  if (then === 'later') return dossier
  const position = /^stay-(\d{1,4})$/.exec(then)?.[1]
  return position === undefined ? here : `${here}#${answerFileBox(Number(position))}-place`
}
