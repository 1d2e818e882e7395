import { failedSignIn } from '@/app/(auth)/dang-nhap/addresses'
import { refusalPage } from '@/app/refusal-page'
import { seeOther } from '@/app/see-other'
import { ownPath } from '@/lib/identity/rules'
import { actorForWrite } from '@/lib/identity/session'
import { beginCitizenSignIn } from '@/lib/identity/sign-in'
import { formOf } from '@/lib/platform/form'
import { asResult } from '@/lib/platform/refusal'

/** The button "Đăng nhập bằng VNeID": a plain form, so it works without JavaScript. */
export async function POST(request: Request): Promise<Response> {
  const asked = await actorForWrite()
  if (!asked.ok) return refusalPage(asked)
  const path = ownPath((await formOf(request)).get('tiep'))
  const begun = await asResult(() => beginCitizenSignIn(path ?? '/ho-so'))
  if (!begun.ok) return refusalPage(begun)
  return seeOther(begun.value?.href ?? failedSignIn('identity_unreachable', path))
}
