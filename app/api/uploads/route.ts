import { refusalPage } from '@/app/refusal-page'
import { actorForWrite } from '@/lib/identity/session'
import { receiveIntake } from './intake'
import { receivePapers } from './papers'
import { receiveRegister } from './register'
import { receiveResult } from './result'
import { receiveSupplement } from './supplement'

/**
 * Forms with files, streamed to the disk: `?draft=<id>` the papers of a filing, `?purpose=result&code=<code>` the result of a dossier,
 * `?purpose=supplement&code=<code>` the answer to a supplement request, `?intake=<id>` a page of the counter, `?purpose=register` a register
 * of before. A server action would hold the whole body in memory and stop at 1 MB. What the form belongs to stands in the address, so that
 * nobody sends megabytes before it is known whether they may.
 */
export async function POST(request: Request): Promise<Response> {
  const asked = await actorForWrite()
  if (!asked.ok) return refusalPage(asked)
  const { searchParams } = new URL(request.url)
  const code = searchParams.get('code')
  if (searchParams.get('purpose') === 'result' && code !== null) return receiveResult(request, asked.value, code)
  if (searchParams.get('purpose') === 'supplement' && code !== null) {
    return receiveSupplement(request, asked.value, { code, isOffice: searchParams.get('by') === 'office' })
  }
  if (searchParams.get('purpose') === 'register') return receiveRegister(request, asked.value)
  const intakeId = searchParams.get('intake')
  if (intakeId !== null) return receiveIntake(request, asked.value, intakeId)
  return receivePapers(request, asked.value, searchParams.get('draft') ?? '')
}
