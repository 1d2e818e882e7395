import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { CitizenPage } from '@/components/layout/citizen-page'
import { requireActor } from '@/lib/identity/session'
import { currentSite } from '@/lib/places/site'
import { titlePrefix } from '../refused-request'

/** Every title ends with whose site it is: people keep several communes' pages open. A form that came back says so first. */
export async function generateMetadata(): Promise<Metadata> {
  const [{ name }, prefix] = await Promise.all([currentSite(), titlePrefix()])
  return { title: { default: `${prefix}Một Cửa ${name}`, template: `${prefix}%s – Một Cửa ${name}` } }
}

/** The frame of the pages that anyone may read. */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  const [site, actor] = await Promise.all([currentSite(), requireActor()])
  return (
    <CitizenPage
      office={{ name: site.name, address: site.address, phone: site.phone }}
      signedInAs={actor.kind === 'citizen' ? actor.fullName : null}
      demo={site.isDemo}
      links={[
        { href: '/tinh-ngay-hen', label: 'Tính ngày hẹn trả' },
        { href: '/cong-khai', label: 'Công khai kết quả giải quyết' },
        { href: '/du-lieu-ca-nhan', label: 'Dữ liệu cá nhân' },
        { href: '/kha-nang-tiep-can', label: 'Khả năng tiếp cận' },
      ]}
    >
      {children}
    </CitizenPage>
  )
}
