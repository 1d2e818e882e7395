import type { Prisma } from '@/prisma/generated/client'
import type { DepartmentKind } from '@/prisma/generated/enums'
import { committeeOf, type SlipSource } from './slip-facts'

/** What a paper says of the centre that issues it. */
export const CENTRE = {
  name: true,
  parentAgency: true,
  centreName: true,
  placeName: true,
  phone: true,
} satisfies Prisma.CommuneSelect

/**
 * What the receipt of another commune's counter says: its own letterhead, and who decides, since that is not the one whose name stands there. Another
 * agency signs its own results, all others the commune's committee.
 */
export const receivedElsewhere = (
  commune: SlipSource['commune'],
  { name, department }: { name: string; department: { kind: DepartmentKind; name: string } },
): { commune: SlipSource['commune']; decidedBy: string } => ({
  commune,
  decidedBy: department.kind === 'AGENCY' ? `${department.name}, ${name}` : committeeOf({ name }),
})
