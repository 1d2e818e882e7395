import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'
import type { Commune } from '@/prisma/generated/client'
import type { DepartmentKind } from '@/prisma/generated/enums'

/** What every page says of the commune whose site it is. `host`: the name that is its own; null for the one commune that answers to any other. */
export type Site = Pick<Commune, 'id' | 'name' | 'agencyCode' | 'centreName' | 'address' | 'phone' | 'provinceCode' | 'isDemo' | 'host'>

/**
 * Whose site a host name is: the commune that has the name, else the one commune of the installation that has none. Null for a name that
 * nobody has set up, so that a forgotten host never shows another commune's desk.
 */
export async function communeOfHost(db: Tx, host: string): Promise<Site | null> {
  const name = host.toLowerCase().replace(/:\d+$/, '')
  // Every page asks this first; as plain SQL it costs a third of what the same question costs through the client's own language.
  const [found] = await db.$queryRaw<Site[]>`
    SELECT id, name, "agencyCode", "centreName", address, phone, "provinceCode", "isDemo", host FROM commune
    WHERE host = ${name} OR host IS NULL ORDER BY host NULLS LAST, id LIMIT 1`
  return found ?? null
}

/**
 * The commune whose administrator keeps what all communes of the installation share: the first one, with which the installation was set up.
 */
export const findKeeper = (db: Tx): Promise<{ id: number; name: string }> =>
  db.commune.findFirstOrThrow({ orderBy: { id: 'asc' }, select: { id: true, name: true } })

/** The agency that issued a dossier's code: what stands before the first dash. */
export const agencyOf = (dossierCode: string): string => dossierCode.split('-')[0] ?? ''

/** The commune that issued a dossier's code; null when it is none of ours. */
export async function communeOfCode(db: Tx, dossierCode: string): Promise<{ id: number; name: string; phone: string } | null> {
  const agencyCode = agencyOf(dossierCode)
  return db.commune.findUnique({ where: { agencyCode }, select: { id: true, name: true, phone: true } })
}

/** A commune of this installation for which another one's counter may receive. */
export type Neighbour = { id: number; name: string; department: { kind: DepartmentKind; name: string } }

/**
 * The other communes of the installation in the same province: a counter receives whatever the territory inside the province (NĐ 118/2025/NĐ-CP
 * Điều 14). The province is the first level of an agency's code (QĐ 20/2020/QĐ-TTg). `department`: the one that does the work, which they must have;
 * `only`: the one of this id, if it is one of them.
 */
export const findNeighbours = (
  db: Tx,
  communeId: number,
  { department, only }: { department: string; only?: number },
): Promise<Neighbour[]> => db.$queryRaw<Neighbour[]>`
  SELECT other.id, other.name, json_build_object('kind', department.kind, 'name', department.name) AS department FROM commune own
  JOIN commune other ON other.id <> own.id AND split_part(other."agencyCode", '.', 1) = split_part(own."agencyCode", '.', 1)
  JOIN department ON department."communeId" = other.id AND department.code = ${department} AND department."closedAt" IS NULL
  WHERE own.id = ${communeId} ${only === undefined ? Prisma.empty : Prisma.sql`AND other.id = ${only}`}
  ORDER BY other.name COLLATE "vi-x-icu", other.id`

/** What a commune says of itself, as its administrator keeps it. */
export const TOLD = {
  name: true,
  placeName: true,
  parentAgency: true,
  centreName: true,
  agencyCode: true,
  address: true,
  phone: true,
  email: true,
  provinceCode: true,
  host: true,
} satisfies Prisma.CommuneSelect
