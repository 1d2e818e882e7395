// People who send dossiers and officers who move them, over HTTP like a browser without a script, until they are told to stop (end of standard
// input). Whoever gets no answer, or a page that says to try again, presses the same button again.
import { appendFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { sessionCookie, sessionToken } from '@/lib/identity/cookies'
import { closeDb, db } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { sentenceOf } from '@/lib/text/refusals'
import { ask, asForm, formOn, type Told } from '@/tests/support/access-matrix-http'
import { note, type Write } from './journal'

const PROCEDURE = '1.004873'
const AT_ONCE = 6
/** After the end is asked for, what is under way may still finish. */
const LAST_MS = 60_000

const FORM = 'name="requestId"'

const [journal = '', answers = ''] = process.argv.slice(2)
const base = env().PUBLIC_URL
const busy = sentenceOf({ code: 'busy', detail: {} })
let ending = Infinity
process.stdin.on('end', () => (ending = Date.now() + LAST_MS)).resume()

const cookieOf = async (sessionId: string) => `${sessionCookie().name}=${await sessionToken(sessionId)}`
const officers = await db().loginSession.findMany({ where: { userAgent: 'faults', staffId: { not: null } }, include: { staff: true } })
const officer = async (userName: string) => cookieOf(officers.find(({ staff }) => staff?.userName === userName)?.id ?? '')
const [clerk, specialist] = [await officer('vidu.le'), await officer('thidiem.pham')]
const drafts = await db().draft.findMany({
  where: { citizen: { sessions: { some: { userAgent: 'faults' } } } },
  select: { id: true, citizen: { select: { sessions: { select: { id: true } } } } },
})
const components = await db().procedureComponent.findMany({ where: { version: { procedureCode: PROCEDURE } } })
const CHECKS = { ALWAYS: 'ACCEPTED', IF_APPLICABLE: 'NOT_NEEDED', PRESENTED: 'PENDING' } as const
const checks = components.map(({ position, requirement }): [string, string] => [`check-${position}`, CHECKS[requirement]])
await closeDb()

/** Keeps every answer that was not a page or the way to one: which address, which kind of no, and whether it said when to come back. */
const keep = (address: string, status: number | 'none' | 'stray', more: object = {}): null => {
  appendFileSync(answers, `${JSON.stringify({ at: new Date().toISOString(), address, status, ...more })}\n`)
  return null
}

const told = (address: string, asking: Parameters<typeof ask>[1]): Promise<Told | null> =>
  ask(new URL(address, base), asking).catch((error: unknown) => keep(address, 'none', { why: String(error) }))

/** The answer, or null where there was none to speak of; a browser goes on to the page that says that the system is busy. */
async function answer(address: string, asking: Parameters<typeof ask>[1]): Promise<Told | null> {
  const first = await told(address, asking)
  const away = first?.headers.location
  const isBusyPage = away !== undefined && new URL(away, base).pathname === '/dang-ban'
  const last = isBusyPage ? await told(away, asking) : first
  if (last === null) return null
  if (last.status >= 500) return keep(address, last.status, { retry: last.headers['retry-after'] ?? null })
  // A form that says so above what was typed.
  return last.text.includes(busy) ? keep(address, 503, { form: true }) : last
}

/** Asks until there is an answer. Null when the end came first. */
async function insist(
  { address, ...asking }: Asking,
  isForeseen: (told: Told) => boolean = () => true,
): Promise<{ told: Told; sent: number } | null> {
  for (let sent = 1; Date.now() < ending; sent += 1) {
    const got = await answer(address, asking)
    if (got && isForeseen(got)) return { told: got, sent }
    if (got) keep(address, 'stray', { was: got.status, to: got.headers.location ?? null, text: got.text.slice(0, 4_000) })
    await wait(150)
  }
  return null
}

type Asking = { address: string } & NonNullable<Parameters<typeof ask>[1]>

type Doing = { write: Write; draftId: string; code: string | null; cookie: string; address: string; typed: (readonly [string, string])[] }

/** Opens the page of a write and sends its form until it is answered. Answers where it led to; null when it was refused or never answered. */
async function doOnce({ write, draftId, code, cookie, address, typed }: Doing): Promise<string | null> {
  const page = await insist({ address, headers: { cookie } }, ({ text }) => text.includes(FORM))
  if (!page) return null
  const fields = formOn(page.told.text, FORM).filter(([name]) => !typed.some(([other]) => other === name))
  const { type, content } = asForm([...fields, ...typed])
  const entry = { write, draftId, code }
  note(journal, { ...entry, state: 'asked', sent: 1 })
  const headers = { cookie, origin: new URL(base).origin, 'content-type': type }
  const done = await insist({ address, method: 'POST', headers, body: content })
  if (!done) return null
  const { location } = done.told.headers
  const isDone = done.told.status === 303 && location !== undefined && /\/da-gui\/|xong=/.test(location)
  const sentCode = write === 'submit' ? decodeURIComponent(location?.split('/da-gui/')[1]?.split(/[?#]/)[0] ?? '') : code
  note(journal, { ...entry, code: sentCode, state: isDone ? 'acknowledged' : 'refused', sent: done.sent })
  if (!isDone) keep(address, 'stray', { write, was: done.told.status, to: location ?? null, text: done.told.text.slice(0, 40_000) })
  return isDone ? sentCode : null
}

/** One dossier from its sending to the hands of the specialist. */
async function story(draftId: string, sessionId: string): Promise<void> {
  const citizen = await cookieOf(sessionId)
  const draftPage = `/nop-ho-so/${PROCEDURE}/${draftId}/kiem-tra`
  const code = await doOnce({ write: 'submit', draftId, code: null, cookie: citizen, address: draftPage, typed: [['declared', 'yes']] })
  if (!code) return
  const move = (write: Write, path: string, cookie: string, typed: Doing['typed'] = []) =>
    doOnce({ write, draftId, code, cookie, address: `/can-bo/ho-so/${code}/${path}`, typed })
  if (!(await move('receive', 'tiep-nhan', clerk, checks))) return
  if (!(await move('forward', 'chuyen-phong', clerk))) return
  await move('take', 'nhan-xu-ly', specialist)
}

await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let next = drafts.pop(); next && ending === Infinity; next = drafts.pop()) {
      const session = next.citizen.sessions[0]
      if (session) await story(next.id, session.id)
    }
  }),
)
if (drafts.length === 0) console.error('The drafts ran out before the faults did')
process.exit(0)
