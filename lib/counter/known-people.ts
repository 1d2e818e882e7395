import type { Tx } from '@/lib/platform/db'
import { hashPersonalNumber } from '@/lib/platform/crypto'
import { addressWords } from '@/lib/people/rules'
import { PersonalNumber, Phone } from '@/lib/people/schema'
import type { Prisma } from '@/prisma/generated/client'

/** Most people of one telephone: a family shares one. */
const MOST = 10
/** Earlier dossiers that are looked through for them. */
const MOST_DOSSIERS = 50

/** Somebody whom the office knows, as the counter needs them. `ref`: what the list names them by. */
export type KnownPerson = {
  ref: string
  fullName: string
  personalNumber: string
  birthDate: Date | null
  phone: string
  email: string | null
  address: string
  /** The last dossier in this commune; null: known by the account alone. */
  lastFiledAt: Date | null
}

/** What a person can be found by, or null for what is neither number whole. Never a part of one: that would be a way to leaf through people. */
export function soughtBy(text: string): { personalNumber: string } | { phone: string } | null {
  const personalNumber = PersonalNumber.safeParse(text)
  if (personalNumber.success) return { personalNumber: personalNumber.data }
  const phone = Phone.safeParse(text)
  return phone.success ? { phone: phone.data } : null
}

const ACCOUNT = {
  id: true,
  fullName: true,
  personalNumber: true,
  personalNumberHash: true,
  birthDate: true,
  phone: true,
  email: true,
  wardCode: true,
  addressDetail: true,
} satisfies Prisma.CitizenSelect

const FILED = {
  dossierId: true,
  fullName: true,
  personalNumber: true,
  personalNumberHash: true,
  birthDate: true,
  phone: true,
  email: true,
  address: true,
  dossier: { select: { submittedAt: true } },
} satisfies Prisma.DossierApplicantSelect

/**
 * The people whom exactly this personal number or telephone belongs to: accounts, and those who filed in this commune before. One line a person:
 * the account tells who they are, what they filed last where they live when the account does not.
 */
export async function findKnown(db: Tx, communeId: number, sought: string): Promise<KnownPerson[]> {
  const by = soughtBy(sought)
  if (by === null) return []
  const where = 'phone' in by ? { phone: by.phone } : { personalNumberHash: hashPersonalNumber(by.personalNumber) }
  const accounts = await db.citizen.findMany({ where, orderBy: { updatedAt: 'desc' }, take: MOST, select: ACCOUNT })
  const filings = await db.dossierApplicant.findMany({
    where: { communeId, ...where },
    orderBy: { dossierId: 'desc' },
    take: MOST_DOSSIERS,
    select: FILED,
  })
  const wards = await wardNames(db, accounts)
  const hashes = [...new Set([...accounts, ...filings].map(({ personalNumberHash }) => personalNumberHash))].slice(0, MOST)
  return hashes.flatMap((hash): KnownPerson[] => {
    const account = accounts.find(({ personalNumberHash }) => personalNumberHash === hash)
    const last = filings.find(({ personalNumberHash }) => personalNumberHash === hash)
    const identity = account ?? last
    if (!identity) return []
    const { fullName, personalNumber, birthDate } = identity
    return [
      {
        ref: account ? `account:${account.id}` : `dossier:${last?.dossierId ?? ''}`,
        ...{ fullName, personalNumber, birthDate },
        phone: account?.phone ?? last?.phone ?? '',
        email: account?.email ?? last?.email ?? null,
        address: account?.wardCode ? addressWords(account.addressDetail, wards.get(account.wardCode)) : (last?.address ?? ''),
        lastFiledAt: last?.dossier.submittedAt ?? null,
      },
    ]
  })
}

async function wardNames(db: Tx, accounts: readonly { wardCode: string | null }[]): Promise<Map<string, string>> {
  const codes = accounts.flatMap(({ wardCode }) => wardCode ?? [])
  if (codes.length === 0) return new Map()
  const wards = await db.ward.findMany({
    where: { code: { in: codes } },
    select: { code: true, name: true, province: { select: { name: true } } },
  })
  return new Map(wards.map(({ code, name, province }) => [code, addressWords(name, province.name)]))
}
