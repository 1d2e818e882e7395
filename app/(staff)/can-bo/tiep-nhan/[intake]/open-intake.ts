import { redirect } from 'next/navigation'
import { cache } from 'react'
import { shown } from '@/app/shown'
import { readIntake } from '@/lib/counter/queries'
import { requireStaff } from '@/lib/identity/session'
import { doneHref, dropIntakeHref, intakeHref } from '../../addresses'

/** Parameters of every page of an intake. `tim`: the people found are wanted; `loi`: what the last sending was refused for. */
export type IntakeAddress = {
  params: Promise<{ intake: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Title and page read the same intake; one request reads it once. */
const intakeOf = cache(async (intakeId: string) => {
  const actor = await requireStaff(intakeHref(intakeId))
  return { actor, read: await readIntake(actor, { intakeId }) }
})

/**
 * The intake of this address. One that was received shows the dossier: whoever goes back never files a second time. One that cannot be read can
 * only be thrown away.
 */
export async function openIntake({ params }: Pick<IntakeAddress, 'params'>) {
  const { intake } = await params
  const { actor, read } = await intakeOf(intake)
  if (!read.ok && read.code === 'already_filed') redirect(doneHref(String(read.detail.code), null, 'receive'))
  if (!read.ok && read.code === 'draft_unreadable') redirect(dropIntakeHref(intake))
  return { actor, intake: await shown(read) }
}

/** The intake of this address for the page that throws it away; null: it can be thrown away and no more, for it cannot be read. */
export async function openIntakeToDrop(address: Pick<IntakeAddress, 'params'>) {
  const { read } = await intakeOf((await address.params).intake)
  return !read.ok && read.code === 'draft_unreadable' ? null : (await openIntake(address)).intake
}
