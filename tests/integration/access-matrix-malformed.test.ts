import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ACTORS, expectedOf, type ActorName, type Row, rowName } from '@/tests/support/access-matrix'
import { loadDoors } from '@/tests/support/access-matrix-doors'
import { ROWS } from '@/tests/support/access-matrix-rows'
import { openTown, type Town } from '@/tests/support/access-matrix-subjects'

// What programs send that no page would: every door answers it in words and none breaks.

const doors = await loadDoors()
let town: Town
beforeAll(async () => {
  town = await openTown()
}, 120_000)
afterAll(() => town.close())

const TEXTS = ['', 'a\u0000b', '\ud800', 'x'.repeat(100_000), '../../..', '%00', "'; --", 'constructor']
const NUMBERS = [-1, 0, 1.5, 99_999_999_999, Number.MAX_VALUE]
const OTHERS: readonly unknown[] = [null, [], {}, true, 99_999_999_999]

/** The input with one of its values replaced by each thing that does not belong there. */
function* spoiled(value: unknown): Generator<unknown> {
  if (typeof value === 'string') yield* TEXTS
  if (typeof value === 'number') yield* NUMBERS
  yield* OTHERS
  if (Array.isArray(value)) for (const [index, item] of value.entries()) for (const bad of spoiled(item)) yield value.with(index, bad)
  else if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
    for (const [key, item] of Object.entries(value)) for (const bad of spoiled(item)) yield { ...value, [key]: bad }
    yield { ...value, 'a\u0000b': 'a\u0000b' }
  }
}

/** Somebody the row lets in, since who is refused at once shows nothing. */
const letIn = (row: Row): ActorName => ACTORS.find((actor) => /^let in/.test(expectedOf(row)[actor])) ?? 'clerk'

const once = ROWS.filter((row, index) => ROWS.findIndex(({ door }) => door === row.door) === index)

describe.each(once.map((row) => ({ name: rowName(row), row })))('$name', ({ row }) => {
  it('answers whatever is sent', async () => {
    const door = doors.get(row.door)
    if (!door) throw new Error(`There is no door ${row.door}`)
    const actor = letIn(row)
    const broken: string[] = []
    const subject = await town.subject(row.at ?? 'in_hand')
    for (const input of spoiled(await row.input(subject, actor)))
      await door.ask(town.actors[actor], input).catch(() => broken.push(JSON.stringify(input).slice(0, 200)))
    expect(broken).toEqual([])
  })
})
