import type { ReactNode } from 'react'
import { StaffPage } from '@/components/layout/staff-page'
import { hasRight, hasRightSomewhere, type Right, signingPlaces, type StaffActor } from '@/lib/access/policy'
import { requireActor } from '@/lib/identity/session'
import { currentSite } from '@/lib/places/site'
import { homeOf } from '@/lib/staff/rules'

const has = (right: Right) => (actor: StaffActor) => hasRight(actor, right)

/** Who sees any dossier has lists of them, and can search for one. */
const readsDossiers = (actor: StaffActor): boolean =>
  hasRightSomewhere(actor, 'dossier.read_all') || hasRightSomewhere(actor, 'dossier.read_department')

/** Places of the bar, in order; `isFor` is what makes a place useful to someone. */
const PLACES: readonly { href: string; label: string; isFor: (actor: StaffActor) => boolean; under?: readonly string[] }[] = [
  { href: '/lanh-dao', label: 'Điều hành', isFor: has('report.read'), under: ['/lanh-dao/so-lieu', '/lanh-dao/hom-nay'] },
  { href: '/lanh-dao/phe-duyet', label: 'Ký duyệt', isFor: (actor) => signingPlaces(actor).length > 0 },
  { href: '/can-bo/hang-doi', label: 'Hàng đợi', isFor: readsDossiers, under: ['/can-bo/ho-so', '/can-bo/tim', '/can-bo/ban-giao'] },
  { href: '/can-bo/tiep-nhan', label: 'Tại quầy', isFor: has('dossier.receive'), under: ['/can-bo/tiep-nhan'] },
  { href: '/can-bo/thu-phi', label: 'Thu phí', isFor: has('payment.record'), under: ['/can-bo/thu-phi'] },
  { href: '/can-bo/hoan-phi', label: 'Hoàn phí', isFor: has('payment.return'), under: ['/can-bo/hoan-phi'] },
  {
    href: '/can-bo/so-theo-doi',
    label: 'Sổ theo dõi',
    isFor: (actor) => hasRightSomewhere(actor, 'register.read'),
    under: ['/can-bo/so-theo-doi'],
  },
  { href: '/quan-tri', label: 'Quản trị', isFor: has('staff.manage'), under: ['/quan-tri'] },
]

/**
 * The bar around pages of staff and leaders. It only hides what is of no use to someone: what may be seen is decided by the queries of each page.
 * Who is not signed in as staff gets the bare page, which then sends them to sign in.
 */
export async function StaffFrame({ children }: { children: ReactNode }) {
  const [site, actor] = await Promise.all([currentSite(), requireActor()])
  if (actor.kind !== 'staff') return children
  const places = PLACES.filter(({ isFor }) => isFor(actor)).map(({ isFor: _isFor, ...place }) => place)
  return (
    <StaffPage
      commune={site.name}
      home={homeOf(actor.roles)}
      places={places}
      who={{ id: actor.staffId, name: actor.fullName, role: actor.position }}
      search={readsDossiers(actor) ? '/can-bo/tim' : null}
    >
      {children}
    </StaffPage>
  )
}
