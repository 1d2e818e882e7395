import { seeOther } from '@/app/see-other'
import { filedHref, nextPath, PART_PATH, stepHref } from '@/app/(citizen)/nop-ho-so/steps'
import { ERRORS_ID } from '@/components/forms/errors-id'
import type { Actor } from '@/lib/access/policy'
import { refusalInWords } from '@/lib/documents/words'
import { saveDraftPapers } from '@/lib/dossiers/commands/draft-files'
import { appliesBox, fileBox } from '@/lib/dossiers/draft-rules'
import { readUploadRoom } from '@/lib/dossiers/upload-queries'
import { ownPath, signInAddress } from '@/lib/identity/rules'
import { newId } from '@/lib/platform/clock'
import type { Refused } from '@/lib/platform/refusal'
import { type Arrivals, dropArrivals, positionIn, receiveArrivals, textOf } from './arrivals'

type Sent = Extract<Arrivals, { ok: true }>

/** The answers, files and refusals of the papers page, as the command takes them. */
function papersOf(draftId: string, { fields, files, refused }: Sent) {
  const answers = [...fields].flatMap(([name, values]) => {
    const position = positionIn(name, appliesBox)
    return position === null ? [] : [[String(position), values.at(-1)]]
  })
  const sentences: Record<string, string> = {}
  for (const { field, refusal } of refused) {
    const position = positionIn(field, fileBox)
    if (position === null) continue
    const before = sentences[position]
    sentences[position] = before === undefined ? refusalInWords(refusal) : `${before} ${refusalInWords(refusal)}`
  }
  return {
    draftId,
    applies: Object.fromEntries(answers),
    files: files.flatMap(({ field, ...file }) => {
      const position = positionIn(field, fileBox)
      return position === null ? [] : [{ ...file, position }]
    }),
    refused: sentences,
    remove: textOf(fields, 'remove') || null,
  }
}

/**
 * The papers of a draft. Who may send files and how many bytes still fit is asked before the body is read; the answer is always a redirect,
 * since the browser posts this form without a script.
 */
export async function receivePapers(request: Request, actor: Actor, draftId: string): Promise<Response> {
  const room = await readUploadRoom(actor, { draftId })
  if (!room.ok) return elsewhere(room, pageBefore(request))
  const place = { procedure: room.value.procedure, draft: draftId }
  const here = stepHref(place, PART_PATH.papers)
  const { communeId } = actor
  const arrived = await receiveArrivals(request, { communeId, ...room.value })
  if (!arrived.ok) return seeOther(`${here}?loi=${arrived.failure}#${ERRORS_ID}`)
  const kept = await saveDraftPapers(actor, newId(), papersOf(draftId, arrived))
  if (!kept.ok) {
    await dropArrivals(communeId, arrived.files)
    return elsewhere(kept, here)
  }
  await dropArrivals(
    communeId,
    arrived.files.filter(({ id }) => !kept.value.taken.includes(id)),
  )
  return seeOther(afterwards(arrived, { here, next: stepHref(place, nextPath(PART_PATH.papers)), complete: kept.value.complete }))
}

/** The page after a sending: on, out, or the same page at the component that was worked on, with what went wrong. */
function afterwards({ fields, refused }: Sent, { here, next, complete }: { here: string; next: string; complete: boolean }): string {
  const then = textOf(fields, 'then')
  const goesOn = (then === '' || then === 'next') && textOf(fields, 'remove') === ''
  if (goesOn) return complete ? next : `${here}?loi=thieu#${ERRORS_ID}`
  if (refused.length > 0) return `${here}?loi=tep#${ERRORS_ID}`
  if (then === 'later') return '/ho-so'
  const position = /^stay-(\d{1,4})$/.exec(then)?.[1]
  return position === undefined ? here : `${here}#${fileBox(Number(position))}-place`
}

/** The page that the form stood on, to come back to after signing in; only a page of a filing. */
function pageBefore(request: Request): string | undefined {
  const referer = request.headers.get('referer')
  const path = referer !== null && URL.canParse(referer) ? ownPath(new URL(referer).pathname) : null
  return path?.startsWith('/nop-ho-so/') ? path : undefined
}

/** Where a refused sending leads: never a bare error, since a person without a script would stand before it. */
function elsewhere(refusal: Refused, here = '/ho-so'): Response {
  switch (refusal.code) {
    case 'already_filed':
      return seeOther(filedHref(String(refusal.detail.procedure), String(refusal.detail.code)))
    case 'sign_in_needed':
      return seeOther(signInAddress('citizen', here))
    // Its page says how to begin again.
    case 'draft_unreadable':
      return seeOther(here)
    case 'dossier_full':
    case 'day_full':
    case 'busy':
      return seeOther(`${here}?loi=${refusal.code}#${ERRORS_ID}`)
    default:
      return seeOther('/ho-so')
  }
}
