import { dossierHref, doneHref, listIn } from '@/app/(staff)/can-bo/addresses'
import { seeOther } from '@/app/see-other'
import { ERRORS_ID } from '@/components/forms/errors-id'
import type { Actor } from '@/lib/access/policy'
import { forStaff, refusalInWords, UPLOAD_FAILURES } from '@/lib/documents/words'
import { attachResult } from '@/lib/dossiers/commands/attach-result'
import { readResultRoom } from '@/lib/dossiers/upload-queries'
import { signInAddress } from '@/lib/identity/rules'
import { newId } from '@/lib/platform/clock'
import { sentenceOf } from '@/lib/text/refusals'
import { dropArrivals, receiveArrivals } from './arrivals'
import { noRefusalCookie, refusalCookie } from './refusal-cookie'

/**
 * The result document of a dossier, from the one who works on it: `POST /api/uploads?purpose=result&code=…&version=…` with one file; the
 * list that somebody came from goes along. The version keeps a second press from attaching twice. Leads back to the dossier's page, which says
 * why a file was not taken (`readUploadRefusal`).
 */
export async function receiveResult(request: Request, actor: Actor, code: string): Promise<Response> {
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  const list = listIn(asked)
  const here = dossierHref(code, list)
  const refuse = (sentence: string) => seeOther(`${here}#${ERRORS_ID}`, { 'set-cookie': refusalCookie(code, sentence) })
  const { version } = asked
  const room = await readResultRoom(actor, { code, version })
  if (!room.ok) return room.code === 'sign_in_needed' ? seeOther(signInAddress('staff', here)) : refuse(sentenceOf(room))
  const { communeId } = actor
  const arrived = await receiveArrivals(request, { communeId, ...room.value })
  if (!arrived.ok) return refuse(forStaff(UPLOAD_FAILURES[arrived.failure]))
  const [file, ...more] = arrived.files
  const [bad] = arrived.refused
  await dropArrivals(communeId, bad && file ? [file, ...more] : more)
  if (bad) return refuse(forStaff(refusalInWords(bad.refusal)))
  if (!file) return refuse('Chọn tệp kết quả rồi bấm đính kèm.')
  const { field: _field, ...stored } = file
  const attached = await attachResult(actor, newId(), { code, version, file: stored })
  if (attached.ok) return seeOther(doneHref(code, list, 'attach_result'), { 'set-cookie': noRefusalCookie() })
  await dropArrivals(communeId, [file])
  return refuse(sentenceOf(attached))
}
