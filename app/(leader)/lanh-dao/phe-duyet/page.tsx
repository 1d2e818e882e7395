import type { Metadata } from 'next'
import type { Params } from '../addresses'
import { TodayListPage } from '../today-list'

export const metadata: Metadata = { title: 'Chờ ký duyệt' }

/** What waits for this person's signature. */
export default async function ApprovalsPage({ searchParams }: { searchParams: Promise<Params> }) {
  return <TodayListPage list="my_approval" params={await searchParams} />
}
