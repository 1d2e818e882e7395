import { z } from 'zod'
import { query } from '@/lib/access/gate'
import { anyone, may } from '@/lib/access/policy'
import { Refusal } from '@/lib/platform/refusal'
import { communeOfHost, TOLD } from './store'

/** The commune whose site the host name is. Refusals: `not_found` for a host that no commune has. */
export const readSite = query({
  name: 'places.read_site',
  input: z.object({ host: z.string().max(255) }),
  allow: anyone,
  run: async ({ db }, { host }) => {
    const site = await communeOfHost(db, host)
    if (!site) throw new Refusal('not_found')
    return site
  },
})

const vietnamese = new Intl.Collator('vi')
const byName = (a: { name: string }, b: { name: string }) => vietnamese.compare(a.name, b.name)

/** The 34 provinces in Vietnamese order, for an address. */
export const listProvinces = query({
  name: 'places.list_provinces',
  input: z.object({}),
  allow: anyone,
  run: async ({ db }) => (await db.province.findMany({ select: { code: true, name: true } })).toSorted(byName),
})

/** The communes, wards and special zones of one province in Vietnamese order; none for a province that does not exist. */
export const listWards = query({
  name: 'places.list_wards',
  input: z.object({ provinceCode: z.string().max(2) }),
  allow: anyone,
  run: async ({ db }, { provinceCode }) =>
    (await db.ward.findMany({ where: { provinceCode }, select: { code: true, name: true } })).toSorted(byName),
})

/** What the commune says of itself, for whoever keeps it. */
export const readCommune = query({
  name: 'places.read_commune',
  input: z.object({}),
  allow: (actor) => may(actor, 'commune.manage'),
  run: ({ db, actor: { communeId: id } }) =>
    db.commune.findUniqueOrThrow({
      where: { id },
      select: TOLD,
    }),
})
