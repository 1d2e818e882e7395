import { expect, test } from '@playwright/test'
import { readClock } from '@/lib/platform/clock'
import { dice } from '@/prisma/seed/builders/dice'
import { ask, type Told } from '../support/access-matrix-http'
import { BASE, openPortal, type Portal } from '../support/access-matrix-portal'
import { methodsOf, ROUTE_ROWS } from '../support/access-matrix-route-rows'
import { VISITORS, type Visitor } from '../support/access-matrix-routes'
import type { Write } from '../support/access-matrix-write'
import { prepare, type Prepared, WRITES } from '../support/access-matrix-writes'
import { type Sound, spoil, type Spoiled } from '../support/malformed-requests'

// Every endpoint and every action under requests that no page would send: no answer is a fault of ours, and none shows the inside of the machine.
// `npm run fuzz` sends 10,000; here it is a share of them.

const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 800)
const SEED = Number(process.env.FUZZ_SEED ?? 20261124)
const AT_ONCE = 4
/** Forms are drawn anew after so many uses: what a lucky request has changed must not turn the rest into requests for nothing. */
const USES = 25

/** A line of a stack, a path of this machine, or the words of a library about itself. */
const INSIDE =
  /\n\s+at (?:async )?[\w.<>[\] ]+ \((?:file|node|webpack|\/)|node_modules\/|Invalid `[\w.]+\(\)` invocation|PrismaClient\w*Error|\/lib\/[\w-]+\/[\w-]+\.ts:\d+/
/** A page that broke after its first bytes had gone out with 200: React says so by a digest of numbers. */
const BROKEN = /data-dgst="\d+"|:E\{"digest":"\d+"/

let portal: Portal
const begun = readClock()
test.beforeAll(async () => {
  portal = await openPortal()
})
test.afterAll(async () => {
  // All of it came from one address, and whoever comes after us is not to wait for it.
  await portal.db.attempt.deleteMany({ where: { at: { gte: begun } } })
  await portal.close()
})

type Target = { name: string; draw: () => Promise<Sound> }

/** Somebody whom the row lets in: who is sent away at once shows nothing. */
const letIn = (answers: string): Visitor => VISITORS[answers.replace(/[| ]/g, '').search(/[oq]/)] ?? 'clerk'

const drawn = new Map<Target, { sound: Sound; uses: number }>()
let reopening: Promise<void> | null = null

/** Other people and other dossiers, with everything drawn anew: closing ends the sessions of those before. */
function reopen(): Promise<void> {
  reopening ??= (async () => {
    await portal.close()
    portal = await openPortal()
    drawn.clear()
    reopening = null
  })()
  return reopening
}

/** The form of a write as it stands now. A lucky request may have taken the draft away, or done the step: then somebody else's. */
async function prepared(write: Write, again = 3): Promise<Prepared> {
  await reopening
  try {
    return await prepare(portal, write)
  } catch (error) {
    if (again === 0) throw error
    await reopen()
    return prepared(write, again - 1)
  }
}

function targets(): Target[] {
  const routes = ROUTE_ROWS.flatMap((row) =>
    methodsOf(row).map((route): Target => ({
      name: [route, row.when].filter(Boolean).join(', '),
      draw: async () => {
        const cookies = [await portal.cookieOf(letIn(row.answers)), row.cookie?.(portal.sample) ?? ''].filter(Boolean)
        const body = row.body?.(portal.sample)
        return { method: route.split(' ')[0] ?? 'GET', path: row.at(portal.sample), cookie: cookies.join('; '), ...(body && { body }) }
      },
    })),
  )
  const writes = WRITES.map((write): Target => ({
    name: write.what,
    draw: async () => {
      const { fields, path, cookie } = await prepared(write)
      return { method: 'POST', path, cookie, fields }
    },
  }))
  const calls = WRITES.filter(({ form }) => form !== undefined).map((write): Target => ({
    name: `${write.what}, called by a script`,
    draw: async () => {
      const { fields, path, cookie, action } = await prepared(write)
      const typed = fields.filter(([name]) => !name.startsWith('$')).map(([name, value]) => [`1_${name}`, value] as const)
      const called = ['0', '[{"values":{},"errors":{},"message":null},"$K1"]'] as const
      return {
        method: 'POST',
        path,
        cookie,
        fields: [...typed, called],
        headers: { 'next-action': action ?? '', accept: 'text/x-component' },
      }
    },
  }))
  return [...routes, ...writes, ...calls]
}

/** What is wrong with an answer; null when it is one that people may get. */
function faultOf({ name }: Target, { status, text, headers }: Told): string | null {
  const isBusyPage = name.includes('/dang-ban') && status === 503
  if (status >= 500 && !isBusyPage) return `answered ${status}`
  if (BROKEN.test(text)) return 'broke after it had begun'
  const inside = INSIDE.exec(`${text}\n${JSON.stringify(headers)}`)
  return inside ? `shows ${JSON.stringify(inside[0].trim())}` : null
}

const shown = ({ method, path, headers, body, ways }: Spoiled): string =>
  JSON.stringify({ method, path: path.slice(0, 300), headers, ways, body: body.toString('latin1').slice(0, 600) })

test(`${REQUESTS} malformed requests over every endpoint and action: no fault of ours, and nothing of the inside`, async () => {
  test.setTimeout(120_000 + REQUESTS * 200)
  const all = targets()
  const faults: string[] = []
  const statuses: Record<string, number> = {}
  let next = 0
  const soundOf = async (target: Target): Promise<Sound> => {
    const kept = drawn.get(target)
    if (kept && (kept.uses += 1) < USES) return kept.sound
    const sound = await target.draw()
    drawn.set(target, { sound, uses: 0 })
    return sound
  }
  // Each target is drawn before the load, so that a form that is not where the table says fails at once.
  for (const target of all) await soundOf(target)
  const work = async (): Promise<void> => {
    for (let index = next++; index < REQUESTS; index = next++) {
      const target = all[index % all.length]
      if (!target) throw new Error('There is no target')
      const request = spoil(await soundOf(target), { dice: dice(SEED + index), origin: new URL(BASE).origin })
      const { method, path, headers, body } = request
      const told = await ask(new URL(BASE), { method, path, headers, body }).catch((error: unknown) => String(error))
      // The server may close the door on what is no HTTP at all; a hang is a fault.
      const fault =
        typeof told === 'string' ? (/ECONNRESET|EPIPE|Parse Error|socket hang up/.test(told) ? null : told) : faultOf(target, told)
      const status = typeof told === 'string' ? 'closed' : String(told.status)
      statuses[status] = (statuses[status] ?? 0) + 1
      if (fault !== null) faults.push(`#${index} (seed ${SEED}) ${target.name} ${fault}: ${shown(request)}`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  console.log(`${REQUESTS} requests to ${all.length} targets, seed ${SEED}: ${JSON.stringify(statuses)}`)
  expect(faults).toEqual([])
  // Most of it must have got as far as to be judged, and the portal is as well as before.
  expect((await ask(new URL('/api/health/ready', BASE))).status).toBe(200)
})
