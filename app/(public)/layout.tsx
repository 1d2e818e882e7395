import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { CitizenPage } from '@/components/layout/citizen-page'
import { requireActor } from '@/lib/identity/session'
import { currentSite } from '@/lib/places/site'

/** Every title ends with whose site it is: people keep several communes' pages open. */
export async function generateMetadata(): Promise<Metadata> {
  const { name } = await currentSite()
  return { title: { default: `Một Cửa ${name}`, template: `%s – Một Cửa ${name}` } }
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
      ]}
    >
      {children}
    </CitizenPage>
  )
}
