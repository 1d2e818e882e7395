import { redirect } from 'next/navigation'
import { cache } from 'react'
import { shown } from '@/app/shown'
import { readIntake } from '@/lib/counter/queries'
import { requireStaff } from '@/lib/identity/session'
import { doneHref, intakeHref } from '../../addresses'

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

/** The intake of this address. One that was received shows the dossier: whoever goes back never files a second time. */
export async function openIntake({ params }: Pick<IntakeAddress, 'params'>) {
  const { actor, read } = await intakeOf((await params).intake)
  if (!read.ok && read.code === 'already_filed') redirect(doneHref(String(read.detail.code), null, 'receive'))
  return { actor, intake: await shown(read) }
}
