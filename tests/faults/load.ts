// People who send dossiers and officers who move them, over HTTP like a browser without a script, until they are told to stop (end of standard
// input). Whoever gets no answer, or a page that says to try again, presses the same button again.
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

const [journal = ''] = process.argv.slice(2)
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

/** The answer, or null where there was none to speak of. */
const answer = async (address: string, asking: Parameters<typeof ask>[1]): Promise<Told | null> => {
  const told = await ask(new URL(address, base), asking).catch(() => null)
  return told === null || told.status >= 500 || told.text.includes(busy) ? null : told
}

/** Asks until there is an answer. Null when the end came first. */
async function insist(address: string, asking: Parameters<typeof ask>[1]): Promise<{ told: Told; sent: number } | null> {
  for (let sent = 1; Date.now() < ending; sent += 1) {
    const told = await answer(address, asking)
    if (told) return { told, sent }
    await wait(150)
  }
  return null
}

type Doing = { write: Write; draftId: string; code: string | null; cookie: string; address: string; typed: (readonly [string, string])[] }

/** Opens the page of a write and sends its form until it is answered. Answers where it led to; null when it was refused or never answered. */
async function doOnce({ write, draftId, code, cookie, address, typed }: Doing): Promise<string | null> {
  const page = await insist(address, { headers: { cookie } })
  if (!page) return null
  const fields = formOn(page.told.text, 'name="requestId"').filter(([name]) => !typed.some(([other]) => other === name))
  const { type, content } = asForm([...fields, ...typed])
  const entry = { write, draftId, code }
  note(journal, { ...entry, state: 'asked', sent: 1 })
  const headers = { cookie, origin: new URL(base).origin, 'content-type': type }
  const done = await insist(address, { method: 'POST', headers, body: content })
  if (!done) return null
  const { location } = done.told.headers
  const isDone = done.told.status === 303 && location !== undefined && /\/da-gui\/|xong=/.test(location)
  const sentCode = write === 'submit' ? decodeURIComponent(location?.split('/da-gui/')[1]?.split(/[?#]/)[0] ?? '') : code
  note(journal, { ...entry, code: sentCode, state: isDone ? 'acknowledged' : 'refused', sent: done.sent })
  if (!isDone) console.error(`${write} refused: ${done.told.status} ${location ?? ''}`)
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
