import type { ReactNode } from 'react'
import { StaffFrame } from '@/app/staff-frame'
import { requireActor } from '@/lib/identity/session'
import PublicLayout from '../(public)/layout'

export { generateMetadata } from '../(public)/layout'

/** The account page stands in the frame that its person knows. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor()
  return actor.kind === 'staff' ? <StaffFrame>{children}</StaffFrame> : <PublicLayout>{children}</PublicLayout>
}
