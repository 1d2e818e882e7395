import { cookies } from 'next/headers'
import { Notice } from '@/components/ui/notice'
import { hideTyped, readTyped, TYPED_AWAY_MINUTES, type TypedAway, typedFor } from '@/lib/dossiers/typed-away'
import { isSecure } from '@/lib/identity/cookies'
import { readClock } from '@/lib/platform/clock'
import type { OpenDraft } from './[procedure]/[draft]/open-draft'

// The sign-in page has to see it too, to say that nothing is lost, so it goes with every page of the site.
const name = () => (isSecure() ? '__Secure-dang-go' : 'dang-go')
const options = () => ({ httpOnly: true, sameSite: 'lax', secure: isSecure(), path: '/' }) as const

/** Lets what was typed wait in the browser for the signing in. False: it is too long for that. For server actions. */
export async function keepTyped(typed: Omit<TypedAway, 'at'>): Promise<boolean> {
  const token = hideTyped({ ...typed, at: readClock().getTime() })
  if (token === null) return false
  ;(await cookies()).set(name(), token, { ...options(), maxAge: TYPED_AWAY_MINUTES * 60 })
  return true
}

/** Takes it away, once a page of a draft has been kept. For server actions. */
export async function forgetTyped(): Promise<void> {
  const jar = await cookies()
  if (jar.has(name())) jar.set(name(), '', { ...options(), expires: new Date(0) })
}

const typedAway = async (): Promise<TypedAway | null> => readTyped((await cookies()).get(name())?.value, readClock())

/** What was typed on this page of the actor's own draft before they had to sign in again; null when nothing waits. */
export const typedBefore = async (draft: OpenDraft, part: TypedAway['part']): Promise<TypedAway['fields'] | null> =>
  typedFor(await typedAway(), draft, part)

/** Whether something waits for whoever signs in to go on at `path`. */
export async function waitsAt(path: string | null): Promise<boolean> {
  const typed = await typedAway()
  return typed !== null && path !== null && path.includes(`/${typed.draftId}/`)
}

/** Above boxes that were filled with what had been typed before. */
export function TypedBefore() {
  return (
    <Notice live>
      <p>
        <strong>Nội dung vừa nhập vẫn còn ở dưới, nhưng chưa được lưu</strong> vì phiên đăng nhập đã hết lúc bấm gửi. Xem lại rồi bấm Tiếp
        tục.
      </p>
    </Notice>
  )
}
