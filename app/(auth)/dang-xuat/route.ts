import { refusalPage } from '@/app/refusal-page'
import { seeOther } from '@/app/see-other'
import { actorForWrite } from '@/lib/identity/session'
import { signOut } from '@/lib/identity/sign-out'

/** "Thoát": a plain form, so it works without JavaScript. */
export async function POST(): Promise<Response> {
  const asked = await actorForWrite()
  if (!asked.ok) return refusalPage(asked)
  const next = await signOut(asked.value)
  return next.ok ? seeOther(next.value) : refusalPage(next)
}
