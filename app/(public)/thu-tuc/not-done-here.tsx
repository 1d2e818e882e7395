import { Phone } from '@/components/layout/citizen-page'
import { Notice } from '@/components/ui/notice'
import { currentSite } from '@/lib/places/site'

/** Where to go with what the commune does not do, before anything that is only near to it. */
export async function NotDoneHere({ what, where }: { what: string; where: string }) {
  const { phone } = await currentSite()
  return (
    <Notice tone="soon">
      <p>
        <strong>Việc này không làm ở quầy Một cửa của xã.</strong> {what}: đến {where}.
      </p>
      <p className="note">
        Nơi đến đang được đối chiếu; cần chắc chắn thì gọi <Phone number={phone} />.
      </p>
    </Notice>
  )
}
