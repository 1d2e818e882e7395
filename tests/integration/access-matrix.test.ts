import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Result } from '@/lib/platform/refusal'
import { newId } from '@/lib/platform/clock'
import {
  ACTORS,
  answered,
  bytesOf,
  expectedOf,
  knowersOf,
  type ActorName,
  type Row,
  rowName,
  type Standing,
} from '@/tests/support/access-matrix'
import { loadDoors, type Door } from '@/tests/support/access-matrix-doors'
import { ROWS } from '@/tests/support/access-matrix-rows'
import { openTown, type Subject, type Town, unknownCode } from '@/tests/support/access-matrix-subjects'

const doors = await loadDoors()
let town: Town

beforeAll(async () => {
  town = await openTown()
  await standing('in_hand')
}, 120_000)
afterAll(() => town.close())

/** Reading changes nothing, so what is only read is made once. */
const kept = new Map<Standing, Promise<Subject>>()

function standing(at: Standing): Promise<Subject> {
  const found = kept.get(at) ?? town.subject(at)
  kept.set(at, found)
  return found
}

const doorOf = ({ door }: Row): Door => {
  const found = doors.get(door)
  if (!found) throw new Error(`There is no door ${door}`)
  return found
}

type Asking = { actor: ActorName; subject: Subject; answer: Result<unknown> }

/**
 * What each actor is answered. A command that let somebody in has changed its subject, so the next actor gets another one; a refusal must
 * leave no trace, so whoever comes after a refused one finds the subject as it was.
 */
async function askAll(row: Row): Promise<Asking[]> {
  const door = doorOf(row)
  const at = row.at ?? 'in_hand'
  const make = () => (door.kind === 'command' || row.fresh || at === 'draft' || at === 'intake' ? town.subject(at) : standing(at))
  const asked: Asking[] = []
  let subject: Subject | null = null
  for (const actor of ACTORS) {
    subject ??= await make()
    const answer = await door.ask(town.actors[actor], await row.input(subject, actor))
    asked.push({ actor, subject, answer })
    if (row.fresh || (answer.ok && door.kind === 'command')) subject = null
  }
  return asked
}

const KEYS = { code: unknownCode, draftId: newId, intakeId: newId, id: newId } as const

/** The row's question about something that does not exist: the same input with another code or id in it. */
async function aboutNothing(row: Row, subject: Subject, actor: ActorName): Promise<unknown> {
  if (row.unknown) return row.unknown(subject, actor)
  const input = await row.input(subject, actor)
  if (typeof input !== 'object' || input === null) throw new Error(`${rowName(row)} asks about nothing`)
  const named = Object.entries(KEYS).filter(([key]) => key in input)
  if (named.length === 0) throw new Error(`${rowName(row)} names its subject by none of ${Object.keys(KEYS).join(', ')}`)
  return { ...input, ...Object.fromEntries(named.map(([key, other]) => [key, other(subject)])) }
}

describe('every door', () => {
  it('has a row in the matrix, and every row has its door', () => {
    expect(ROWS.map(({ door }) => door).filter((door) => !doors.has(door))).toEqual([])
    const known = new Set(ROWS.map(({ door }) => door))
    expect([...doors.keys()].filter((door) => !known.has(door))).toEqual([])
  })

  it('has rows that are told apart', () => {
    const names = ROWS.map(rowName)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })
})

describe.each(ROWS.filter(({ door }) => doors.has(door)).map((row) => ({ name: rowName(row), row })))('$name', ({ row }) => {
  let asked: Asking[]
  beforeAll(async () => {
    asked = await askAll(row)
  })

  it('answers each kind of actor as the matrix says', () => {
    const heard = Object.fromEntries(asked.map(({ actor, answer, subject }) => [actor, answered(answer, subject)]))
    expect(heard).toEqual(expectedOf(row))
  })

  if (!doorOf(row).hasSubject && !row.unknown) return
  it('answers a stranger as if the subject did not exist, byte for byte', async () => {
    const knowers = row.known ?? knowersOf(row.at ?? 'in_hand')
    const told: string[] = []
    for (const { actor, subject, answer } of asked) {
      if (knowers.includes(actor) || opened(row, actor)) continue
      const nothing = await doorOf(row).ask(town.actors[actor], await aboutNothing(row, subject, actor))
      if (bytesOf(answer) !== bytesOf(nothing)) told.push(`${actor}: ${bytesOf(answer)} / ${bytesOf(nothing)}`)
    }
    expect(told).toEqual([])
  })
})

/** Whether the matrix tells this actor of the subject: a look-up is opened by its key and not by the person. */
const opened = (row: Row, actor: ActorName): boolean => /told/.test(expectedOf(row)[actor])
