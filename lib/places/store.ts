import type { Tx } from '@/lib/platform/db'
import type { Prisma } from '@/prisma/generated/client'

const SITE = {
  id: true,
  name: true,
  agencyCode: true,
  centreName: true,
  address: true,
  phone: true,
  provinceCode: true,
  isDemo: true,
  host: true,
} satisfies Prisma.CommuneSelect

/** What every page says of the commune whose site it is. `host`: the name that is its own; null for the one commune that answers to any other. */
export type Site = Prisma.CommuneGetPayload<{ select: typeof SITE }>

/**
 * Whose site a host name is: the commune that has the name, else the one commune of the installation that has none. Null for a name that
 * nobody has set up, so that a forgotten host never shows another commune's desk.
 */
export async function communeOfHost(db: Tx, host: string): Promise<Site | null> {
  const name = host.toLowerCase().replace(/:\d+$/, '')
  const found = await db.commune.findMany({
    where: { OR: [{ host: name }, { host: null }] },
    orderBy: { id: 'asc' },
    take: 2,
    select: SITE,
  })
  return found.find((commune) => commune.host === name) ?? found.find((commune) => commune.host === null) ?? null
}

/** The commune that issued a dossier's code, by the agency before the first dash; null when it is none of ours. */
export async function communeOfCode(db: Tx, dossierCode: string): Promise<{ id: number; name: string; phone: string } | null> {
  const [agencyCode = ''] = dossierCode.split('-')
  return db.commune.findUnique({ where: { agencyCode }, select: { id: true, name: true, phone: true } })
}
