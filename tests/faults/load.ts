// People who send dossiers and officers who move them, over HTTP like a browser without a script, until they are told to stop (end of standard
// input).
import { setTimeout as wait } from 'node:timers/promises'
import { fileBox } from '@/lib/dossiers/draft-rules'
import { closeDb } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { asForm, formOn } from '@/tests/support/access-matrix-http'
import { pdfFile } from '@/tests/support/files'
import { note, type Write } from './journal'
import { PROCEDURE, readPeople } from './people'
import { type Asking, visitorOf, withFile } from './visitor'

const AT_ONCE = 16
/** After the end is asked for, what is under way may still finish. */
const LAST_MS = 60_000

const FORM = 'name="requestId"'

const [journal = '', answers = ''] = process.argv.slice(2)
let ending = Infinity
process.stdin.on('end', () => (ending = Date.now() + LAST_MS)).resume()

const { insist, keep, posting } = visitorOf({ base: env().PUBLIC_URL, answers, isOver: () => Date.now() >= ending })
const { drafts, clerk, specialist, components } = await readPeople()
await closeDb()
const CHECKS = { ALWAYS: 'ACCEPTED', IF_APPLICABLE: 'NOT_NEEDED', PRESENTED: 'PENDING' } as const
const checks = components.map(({ position, requirement }): [string, string] => [`check-${position}`, CHECKS[requirement]])
const asked = components.find(({ requirement }) => requirement === 'ALWAYS')?.position ?? 1

type Done = { write: Write; draftId: string; code: string | null }

/** Sends a form until it is answered, and writes down that it was sent and what the answer was. Answers where a good one led to. */
async function send(
  done: Done,
  asking: Asking,
  { isDone, codeIn }: { isDone: RegExp; codeIn?: (location: string) => string },
): Promise<string | null> {
  note(journal, { ...done, state: 'asked', sent: 1 })
  const got = await insist(asking)
  if (!got) return null
  const { told, sent } = got
  const location = told.headers.location ?? ''
  const good = told.status === 303 && isDone.test(location)
  note(journal, { ...done, code: codeIn?.(location) ?? done.code, state: good ? 'acknowledged' : 'refused', sent })
  if (!good) keep(asking.address, 'stray', { ...done, was: told.status, to: location, text: told.text.slice(0, 40_000) })
  return good ? location : null
}

/** The one paper of a draft, which the browser streams. */
function attach({ id, cookie }: { id: string; cookie: string }): Promise<string | null> {
  const file = { name: fileBox(asked), fileName: 'to-khai.pdf', type: 'application/pdf', bytes: pdfFile({ padding: 20_000 }) }
  const form = withFile([['then', 'next']], file)
  const asking = { address: `/api/uploads?draft=${id}`, ...posting(cookie, form) }
  return send({ write: 'attach', draftId: id, code: null }, asking, { isDone: /\/nop-ho-so\/(?!.*loi=)/ })
}

type Form = Done & { cookie: string; address: string; typed?: readonly (readonly [string, string])[] }

/** Opens the page of a write and sends its form. */
async function fill({ cookie, address, typed = [], ...done }: Form): Promise<string | null> {
  const page = await insist({ address, headers: { cookie } }, ({ text }) => text.includes(FORM))
  if (!page) return null
  const fields = formOn(page.told.text, FORM).filter(([name]) => !typed.some(([other]) => other === name))
  const codeIn = (location: string) => decodeURIComponent(location.split('/da-gui/')[1]?.split(/[?#]/)[0] ?? '')
  const asking = { address, ...posting(cookie, asForm([...fields, ...typed])) }
  return send(done, asking, { isDone: /\/da-gui\/|xong=/, ...(done.write === 'submit' && { codeIn }) })
}

/** One dossier from its paper to the hands of the specialist. */
async function story(draft: { id: string; cookie: string }): Promise<void> {
  if (!(await attach(draft))) return
  const draftPage = `/nop-ho-so/${PROCEDURE}/${draft.id}/kiem-tra`
  const submitted = await fill({
    ...{ write: 'submit', draftId: draft.id, code: null, cookie: draft.cookie, address: draftPage, typed: [['declared', 'yes']] },
  })
  if (!submitted) return
  const code = decodeURIComponent(submitted.split('/da-gui/')[1]?.split(/[?#]/)[0] ?? '')
  const move = (write: Write, path: string, cookie: string, typed: Form['typed'] = []) =>
    fill({ write, draftId: draft.id, code, cookie, address: `/can-bo/ho-so/${code}/${path}`, typed })
  if (!(await move('receive', 'tiep-nhan', clerk, checks))) return
  if (!(await move('forward', 'chuyen-phong', clerk))) return
  await move('take', 'nhan-xu-ly', specialist)
}

await Promise.all(
  Array.from({ length: AT_ONCE }, async (_, place) => {
    await wait(place * 60)
    for (let next = drafts.pop(); next && ending === Infinity; next = drafts.pop()) await story(next)
  }),
)
if (drafts.length === 0) console.error('The drafts ran out before the faults did')
process.exit(0)
