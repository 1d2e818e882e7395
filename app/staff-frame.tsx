import type { ReactNode } from 'react'
import { StaffPage } from '@/components/layout/staff-page'
import { hasRight, type Right } from '@/lib/access/policy'
import { requireActor } from '@/lib/identity/session'
import { currentSite } from '@/lib/places/site'
import { homeOf } from '@/lib/staff/rules'

/** Places of the bar, in order; `right` is what makes a place useful to someone, null = every member of the staff. */
const PLACES: readonly { href: string; label: string; right: Right | null; under?: readonly string[] }[] = [
  { href: '/lanh-dao', label: 'Điều hành', right: 'report.read', under: ['/lanh-dao/so-lieu', '/lanh-dao/hom-nay'] },
  { href: '/lanh-dao/phe-duyet', label: 'Ký duyệt', right: 'dossier.approve' },
  { href: '/can-bo/hang-doi', label: 'Hàng đợi', right: null, under: ['/can-bo/ho-so', '/can-bo/tim'] },
  { href: '/can-bo/tiep-nhan', label: 'Tại quầy', right: 'dossier.receive', under: ['/can-bo/tiep-nhan'] },
  { href: '/can-bo/thu-phi', label: 'Thu phí', right: 'payment.record', under: ['/can-bo/thu-phi'] },
  { href: '/can-bo/hoan-phi', label: 'Hoàn phí', right: 'payment.return', under: ['/can-bo/hoan-phi'] },
  { href: '/quan-tri', label: 'Quản trị', right: 'staff.manage', under: ['/quan-tri'] },
]

/** Who sees any dossier can also search for one. */
const READERS: readonly Right[] = ['dossier.read_all', 'dossier.read_department']

/**
 * The bar around pages of staff and leaders. It only hides what is of no use to someone: what may be seen is decided by the queries of each page.
 * Who is not signed in as staff gets the bare page, which then sends them to sign in.
 */
export async function StaffFrame({ children }: { children: ReactNode }) {
  const [site, actor] = await Promise.all([currentSite(), requireActor()])
  if (actor.kind !== 'staff') return children
  const places = PLACES.filter(({ right }) => right === null || hasRight(actor, right)).map(({ right: _right, ...place }) => place)
  return (
    <StaffPage
      commune={site.name}
      home={homeOf(actor.roles)}
      places={places}
      who={{ name: actor.fullName, role: actor.position }}
      search={READERS.some((right) => hasRight(actor, right)) ? '/can-bo/tim' : null}
    >
      {children}
    </StaffPage>
  )
}
