import { Notice } from '@/components/ui/notice'
import type { Actor } from '@/lib/access/policy'
import { homeOf } from '@/lib/staff/rules'

/** Says who is signed in already and where to go on; signing in again puts another person in their place. */
export function SignedInAlready({ actor, path }: { actor: Actor; path: string | null }) {
  if (actor.kind !== 'citizen' && actor.kind !== 'staff') return null
  const home = actor.kind === 'staff' ? homeOf(actor.roles) : '/ho-so'
  return (
    <Notice>
      Đang đăng nhập với tên {actor.fullName}.{' '}
      <a href={path ?? home}>{path !== null ? 'Làm tiếp' : actor.kind === 'staff' ? 'Đến trang làm việc' : 'Đến Hồ sơ của tôi'}</a>, hoặc
      đăng nhập bằng tài khoản khác ở dưới.
    </Notice>
  )
}
