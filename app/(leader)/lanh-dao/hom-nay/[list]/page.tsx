import type { Metadata } from 'next'
import { nowhere } from '@/app/shown'
import { TODAY_WORDS } from '@/lib/reports/words'
import { type Params, todayOfPath } from '../../addresses'
import { TodayListPage } from '../../today-list'

type Address = { params: Promise<{ list: string }>; searchParams: Promise<Params> }

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const list = todayOfPath((await params).list)
  return { title: list === null ? 'Hôm nay' : TODAY_WORDS[list].name }
}

/** A list behind a number of today. */
export default async function TodayPage({ params, searchParams }: Address) {
  const list = todayOfPath((await params).list)
  return list === null ? await nowhere() : <TodayListPage list={list} params={await searchParams} />
}
