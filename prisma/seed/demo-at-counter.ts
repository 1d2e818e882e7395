import { aDossier, type BuiltDossier, type DossierBuilder, type SeedPrincipal } from './builders/dossier'
import type { SeedPerson } from './builders/person'
import type { SeedProcedure, World } from './builders/world'
import type { Channel, ReturnMethod } from '@/prisma/generated/enums'

type Casting = {
  procedures: readonly SeedProcedure[]
  someone: (n: number) => { person: SeedPerson; citizenId: string | null }
  /** The office's time so many working minutes before now. */
  at: (left: number) => Date
}

/** For whom the second of them came: an old man who no longer goes out. */
const PRINCIPAL: SeedPrincipal = {
  fullName: 'Trần Văn Ủy Thác',
  personalNumber: '086043000099',
  address: 'Số 7, ấp Ví Dụ, xã Tân Hoà',
  phone: '0900000099',
  email: null,
  document: 'Giấy ủy quyền số 15/2026, Ủy ban nhân dân xã Tân Hoà chứng thực',
}

/** What came over the counter on paper, for oneself and for somebody else, and what goes back by post. */
export function demoAtCounter(world: World, { procedures, someone, at }: Casting): BuiltDossier[] {
  // Several papers to hand in, so that their counts stand on the receipt.
  const withPapers = procedures.toSorted((a, b) => papersOf(b) - papersOf(a))
  const way = (
    n: number,
    how: { channel: Channel; returnMethod: ReturnMethod; principal?: SeedPrincipal },
    go: (builder: DossierBuilder) => DossierBuilder,
  ): BuiltDossier => {
    const procedure = withPapers[n % withPapers.length]
    if (!procedure) throw new Error('The demonstration has no procedure for the counter')
    const isAtCounter = how.channel === 'COUNTER'
    // At the counter it is filed and received in the same moment.
    const submittedAt = at(isAtCounter ? 100 - n : 130 - n)
    const begun = aDossier(
      world,
      { procedure, ...someone(20 + n), ...(isAtCounter ? { citizenId: null } : {}), ...how, submittedAt, componentFile: !isAtCounter },
      n,
    )
    return go(begun.step('receive', at(100 - n))).built()
  }
  return [
    way(0, { channel: 'COUNTER', returnMethod: 'COUNTER' }, (builder) => builder),
    way(1, { channel: 'COUNTER', returnMethod: 'COUNTER', principal: PRINCIPAL }, (builder) => builder.step('forward', at(80))),
    way(2, { channel: 'COUNTER', returnMethod: 'POST' }, (builder) => builder.step('forward', at(75)).step('take', at(50))),
    way(3, { channel: 'ONLINE', returnMethod: 'POST' }, (builder) =>
      builder.step('forward', at(70)).step('take', at(60)).resultAttached(at(45)).step('propose', at(44)).step('approve', at(20)),
    ),
  ]
}

const papersOf = ({ components }: SeedProcedure): number => components.filter(({ requirement }) => requirement === 'ALWAYS').length
