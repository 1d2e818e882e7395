import { expect } from 'vitest'
import { EMPTY_LIFE_CYCLE, replay } from '@/lib/dossiers/life-cycle'
import { PlainFacts } from '@/lib/platform/plain-facts'

type Told = { events: readonly { changes: unknown }[] }

/** The events of a dossier, in their order, give every life-cycle column of its row. */
export function expectReplays({ events, ...row }: Told): void {
  const replayed = replay(events.map(({ changes }) => ({ changes: PlainFacts.parse(changes) })))
  expect(replayed).toEqual(Object.fromEntries(Object.keys(replayed).map((column) => [column, Reflect.get(row, column)])))
  expect(Object.keys(replayed)).toEqual(expect.arrayContaining(Object.keys(EMPTY_LIFE_CYCLE)))
}
