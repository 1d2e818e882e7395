import type { Metadata } from 'next'
import { nowhere } from '@/app/shown'
import { PARTS, type Part } from '@/lib/procedures/versions/rules'
import { PART_PLACE } from '../../../addresses'
import { openVersionDraft } from '../../open-draft'
import { ListPage } from './lists'
import { PartForm } from './part-form'

type Address = { params: Promise<{ code: string; phan: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

const partOf = (path: string): Part | null => PARTS.find((part) => PART_PLACE[part].path === path) ?? null

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const part = partOf((await params).phan)
  return part ? { title: PART_PLACE[part].title } : {}
}

/** One page of a version: a form, or a list whose entries have pages of their own. */
export default async function VersionPartPage({ params, searchParams }: Address) {
  const { code, phan } = await params
  const part = partOf(phan) ?? (await nowhere())
  const draft = await openVersionDraft(code)
  const { luu } = await searchParams
  const done = typeof luu === 'string' ? luu : null
  switch (part) {
    case 'papers':
    case 'fees':
    case 'way':
      return <ListPage draft={draft} done={done} list={part} />
    default:
      return <PartForm draft={draft} part={part} />
  }
}
