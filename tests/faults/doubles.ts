// Forms that are sent many times at once, each with its one request id: a finger that does not let go, a network that repeats. Each has to make
// one dossier, and everybody has to be told its code.
import { setTimeout as wait } from 'node:timers/promises'
import { fileBox } from '@/lib/dossiers/draft-rules'
import { closeDb, db } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { asForm, formOn } from '@/tests/support/access-matrix-http'
import { pdfFile } from '@/tests/support/files'
import { PROCEDURE, readPeople } from './people'
import { visitorOf, withFile } from './visitor'

/** Forms that are being sent at the same time, so that their senders are in each other's way too. */
const AT_ONCE = 4
const LAST_MS = 600_000

const [forms = 200, times = 20] = process.argv.slice(2, 4).map(Number)
const answers = process.argv[4] ?? ''
const ending = Date.now() + LAST_MS
const { insist, posting } = visitorOf({ base: env().PUBLIC_URL, answers, isOver: () => Date.now() >= ending })
const { drafts, components } = await readPeople()
const asked = components.find(({ requirement }) => requirement === 'ALWAYS')?.position ?? 1
const chosen = drafts.slice(0, forms)

/** What each of the senders of one form was told: a code, or the address of what was shown instead. */
async function sendManyTimes({ id, cookie }: { id: string; cookie: string }): Promise<string[]> {
  const file = { name: fileBox(asked), fileName: 'to-khai.pdf', type: 'application/pdf', bytes: pdfFile() }
  await insist({ address: `/api/uploads?draft=${id}`, ...posting(cookie, withFile([['then', 'next']], file)) })
  const address = `/nop-ho-so/${PROCEDURE}/${id}/kiem-tra`
  const page = await insist({ address, headers: { cookie } }, ({ text }) => text.includes('name="requestId"'))
  const form = asForm([...formOn(page?.told.text ?? '', 'name="requestId"').filter(([name]) => name !== 'declared'), ['declared', 'yes']])
  const told = await Promise.all(Array.from({ length: times }, () => insist({ address, ...posting(cookie, form) })))
  return told.map((got) => decodeURIComponent(/\/da-gui\/([^?#]+)/.exec(got?.told.headers.location ?? '')?.[1] ?? 'không có mã'))
}

const since = performance.now()
const codes: string[][] = []
const waiting = [...chosen]
await Promise.all(
  Array.from({ length: AT_ONCE }, async (_, place) => {
    await wait(place * 60)
    for (let next = waiting.pop(); next; next = waiting.pop()) codes.push(await sendManyTimes(next))
  }),
)
const lasted = (performance.now() - since) / 1000

const of = { communeId: 1, draftId: { in: chosen.map(({ id }) => id) } }
const dossiers = await db().dossier.count({ where: of })
const mails = await db().notification.count({ where: { communeId: 1, event: 'submitted', dossier: of } })
await closeDb()
const apart = codes.filter((told) => new Set(told).size !== 1).length
const different = new Set(codes.flat()).size

const bars: [boolean, string][] = [
  [
    chosen.length === forms,
    `biểu mẫu: ${chosen.length}, mỗi biểu mẫu gửi ${times} lần cùng lúc, ${lasted.toFixed(1).replace('.', ',')} giây`,
  ],
  [dossiers === forms, `hồ sơ: ${dossiers}`],
  [mails === forms, `thông báo "đã gửi": ${mails}`],
  [different === forms && !codes.flat().includes('không có mã'), `mã khác nhau mà người gửi được báo: ${different}`],
  [apart === 0, `biểu mẫu mà người gửi được báo mã không giống nhau: ${apart}`],
]
console.log('')
for (const [kept, told] of bars) console.log(`${kept ? 'ĐẠT      ' : 'KHÔNG ĐẠT'}  ${told}`)
process.exit(bars.every(([kept]) => kept) ? 0 : 1)
