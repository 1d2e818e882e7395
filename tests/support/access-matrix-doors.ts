// Every door of the portal: whatever file takes `command` or `query` from the gate is loaded, so that none can be forgotten.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Actor } from '@/lib/access/policy'
import { registeredDoors } from '@/lib/access/registry'
import { newId } from '@/lib/platform/clock'
import type { Result } from '@/lib/platform/refusal'
import { pathsUnder } from '@/tests/support/folders'

export type Door = {
  name: string
  kind: 'command' | 'query'
  /** Whether the caller speaks of one thing, which may be hidden from them. */
  hasSubject: boolean
  ask: (actor: Actor, input: unknown) => Promise<Result<unknown>>
}

type Called = (actor: Actor, ...more: unknown[]) => Promise<Result<unknown>>
const Called = z.custom<Called>((value) => typeof value === 'function')
const Exports = z.record(z.string(), z.unknown())

const MADE = /^export const (\w+) = (?:command|query)\(\{\n {2}name: '([^']+)',$([\s\S]*?)^\}\)$/gm

/** Loads everything that makes a door and answers the doors by name, each with the function that its module exports. */
export async function loadDoors(): Promise<Map<string, Door>> {
  const found = new Map<string, { call: Called; hasSubject: boolean }>()
  for (const path of ['lib', 'app'].flatMap(pathsUnder).filter((name) => /\.tsx?$/.test(name))) {
    const text = readFileSync(path, 'utf8')
    if (!/import (?!type)[^;]*?\b(?:command|query)\b[^;]*? from '(?:@\/lib\/access|\.)\/gate'/.test(text)) continue
    const module = Exports.parse(await import(/* @vite-ignore */ join(process.cwd(), path)))
    for (const [, name = '', door = '', spec = ''] of text.matchAll(MADE))
      found.set(door, { call: Called.parse(module[name]), hasSubject: /^ {2}subject\b/m.test(spec) })
  }
  const doors = new Map<string, Door>()
  for (const { name, kind } of registeredDoors()) {
    const made = found.get(name)
    if (!made) throw new Error(`${name} is registered, but no module exports it as \`export const … = ${kind}({ name: '${name}', …\``)
    const ask = ({ call }: typeof made): Door['ask'] =>
      kind === 'command' ? (actor, input) => call(actor, newId(), input) : (actor, input) => call(actor, input)
    doors.set(name, { name, kind, hasSubject: made.hasSubject, ask: ask(made) })
  }
  return doors
}
