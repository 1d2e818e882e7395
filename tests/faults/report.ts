// Judges a run and prints the table and a verdict for each bar. Ends with code 1 when one of them is not kept.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { isWhole, verifyChain } from '@/lib/audit/verify'
import { fileStorage } from '@/lib/documents/storage'
import { closeDb, db } from '@/lib/platform/db'
import { examine, RULES, type Examined } from './examine'
import { readJournal, WRITES, type Write } from './journal'
import { judge, totals, type Found } from './judge'
import { MARK } from './people'

const NAMES: Record<Write, string> = {
  ...{ attach: 'tải tệp lên', submit: 'gửi hồ sơ', receive: 'tiếp nhận', forward: 'chuyển phòng', take: 'nhận xử lý' },
}

/** What a killed worker held is free after half a minute, and a job that failed comes again after some seconds. */
const PATIENCE_MS = 240_000
const BACK_WITHIN_MS = 10_000

const Run = z.object({
  seed: z.number(),
  faults: z.array(z.object({ what: z.enum(['app', 'database']), pageMs: z.number(), writeMs: z.number() })),
})

const [folder = '', least = '1'] = process.argv.slice(2)
const run = Run.parse(JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8')))
const journal = readJournal(join(folder, 'journal.jsonl'))
const draftIds = [...new Set(journal.map(({ draftId }) => draftId))]
const draftId = { in: draftIds }

async function leftToDo(): Promise<number> {
  const of = { communeId: 1, dossier: { draftId } }
  return (
    (await db().notification.count({ where: { ...of, status: { not: 'SENT' } } })) +
    (await db().paper.count({ where: { ...of, storageKey: null } }))
  )
}
const since = Date.now()
let left = await leftToDo()
for (; left > 0 && Date.now() - since < PATIENCE_MS; left = await leftToDo()) await sleep(500)
const waited = Date.now() - since

const Mails = z.array(z.object({ messageId: z.string().nullable(), subject: z.string() }))
const mails = Mails.parse(await (await fetch(`http://localhost:${process.env.MAIL_HTTP_PORT}/messages`)).json())

function tally(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}

const ofOnePaper = { where: { purpose: 'COMPONENT' as const }, select: { id: true } }
const dossiers = await db().dossier.findMany({
  where: { communeId: 1, draftId },
  select: { draftId: true, code: true, events: { select: { step: true } }, notices: { select: { event: true } }, documents: ofOnePaper },
})
const drafts = await db().draft.findMany({ where: { communeId: 1, id: draftId }, select: { id: true, documents: ofOnePaper } })
const found: Found[] = [
  ...dossiers.map((row) => ({
    draftId: row.draftId ?? '',
    code: row.code,
    steps: { ...tally(row.events.map(({ step }) => step)), attach: row.documents.length },
    notices: tally(row.notices.map(({ event }) => event)),
  })),
  ...drafts.map(({ id, documents }) => ({ draftId: id, code: '', steps: { attach: documents.length }, notices: {} })),
]

/** What people were told instead of a page, by kind. */
function answersBy(): string {
  const Answer = z.object({ status: z.union([z.number(), z.string()]), retry: z.string().nullish(), form: z.boolean().optional() })
  const lines = readFileSync(join(folder, 'answers.jsonl'), { encoding: 'utf8', flag: 'a+' }).split('\n').filter(Boolean)
  const names: Record<string, string> = { none: 'không nối được', stray: 'trang lạ' }
  const kinds = lines.map((line) => {
    const { status, retry, form } = Answer.parse(JSON.parse(line))
    const more = form ? ' trong biểu mẫu' : status === 503 && !retry ? ' KHÔNG có Retry-After' : ''
    return `${names[String(status)] ?? status}${more}`
  })
  return Object.entries(tally(kinds))
    .map(([kind, count]) => `${kind}: ${count}`)
    .join(', ')
}

const { writes, sentences } = judge(journal, found)
const column = (text: string | number) => String(text).padStart(13)
console.log(`\n${'Việc'.padEnd(14)}${['gửi đi', 'xác nhận', 'phải bấm lại', 'bị từ chối', 'chưa rõ', 'MẤT', 'LẶP'].map(column).join('')}`)
for (const write of WRITES) {
  const { asked, acknowledged, again, refused, unanswered, lost, doubled } = writes[write]
  console.log(`${NAMES[write].padEnd(14)}${[asked, acknowledged, again, refused, unanswered, lost, doubled].map(column).join('')}`)
}
const chain = await verifyChain(db(), 1)
const [gaps] = await db().$queryRaw<{ receipts: number; registers: number; codes: number }[]>`
  WITH begun AS (SELECT min("createdAt") AS at FROM login_session WHERE "userAgent" = ${MARK})
  SELECT (SELECT count(*)::int FROM (SELECT number - lag(number) OVER (ORDER BY number) AS step FROM paper, begun
           WHERE kind = 'RECEIPT' AND "issuedAt" >= begun.at) x WHERE step <> 1) AS receipts,
         (SELECT count(*)::int FROM (SELECT "registerNumber" FROM dossier WHERE "registerNumber" IS NOT NULL
           GROUP BY "communeId", "registerYear", "fieldCode", "registerNumber" HAVING count(*) > 1) x) AS registers,
         (SELECT count(*)::int FROM (SELECT right(code, 4)::int - lag(right(code, 4)::int) OVER (PARTITION BY left(code, -5) ORDER BY code) AS step
           FROM dossier, begun WHERE "submittedAt" >= begun.at) x WHERE step <> 1) AS codes`
const numbers = (gaps?.receipts ?? 1) + (gaps?.registers ?? 1) + (gaps?.codes ?? 1)
const examined = await examine({ db: db(), storage: await fileStorage(), mails }, draftIds)
await closeDb()

const sum = (key: 'acknowledged' | 'refused') => WRITES.reduce((total, write) => total + writes[write][key], 0)
const { lost, doubled } = totals(writes)
const seconds = (ms: number) => (ms / 1000).toFixed(1).replace('.', ',')
const slowest = (what: 'app' | 'database') =>
  run.faults.reduce((most, fault) => (fault.what === what ? Math.max(most, fault.writeMs) : most), 0)
const times = (what: 'app' | 'database') => run.faults.filter((fault) => fault.what === what).length

console.log(`\nTrả lời ngoài trang: ${answersBy() || 'không'}`)
console.log(
  `Thư đã nhận: ${mails.length}, trong đó gửi lại cùng mã thư: ${mails.length - new Set(mails.map(({ messageId }) => messageId)).size}`,
)
for (const sentence of [...sentences, ...Object.values(examined).flat()].slice(0, 40)) console.log(sentence)

const bars: [boolean, string][] = [
  [
    slowest('app') <= BACK_WITHIN_MS && slowest('database') <= BACK_WITHIN_MS,
    `làm việc lại trong 10 giây: lâu nhất ${seconds(slowest('app'))} giây sau ${times('app')} lần kill -9 cổng, ` +
      `${seconds(slowest('database'))} giây sau ${times('database')} lần kill -9 PostgreSQL`,
  ],
  [sum('acknowledged') >= Number(least), `việc đã xác nhận: ${sum('acknowledged')} (cần ít nhất ${least})`],
  [lost === 0, `mất: ${lost}`],
  [doubled === 0, `lặp: ${doubled}`],
  [sum('refused') === 0, `bị từ chối: ${sum('refused')}`],
  [isWhole(chain), `chuỗi nhật ký nguyên vẹn: ${chain.links} dòng, mốc ký đã đối chiếu: ${chain.anchors?.checked ?? 0}`],
  [numbers === 0, `mã hồ sơ, số giấy tiếp nhận, số sổ theo dõi bị nhảy hoặc trùng: ${numbers}`],
  [left === 0, `thư chưa gửi và giấy chưa kết xuất: ${left} (${seconds(waited)} giây sau lần gửi cuối)`],
  ...Object.entries(RULES).map(([rule, words]): [boolean, string] => {
    const { length } = examined[rule as keyof Examined]
    return [length === 0, `${words}: ${length === 0 ? 'đúng' : `sai ${length}`}`]
  }),
]
console.log('')
for (const [kept, words] of bars) console.log(`${kept ? 'ĐẠT      ' : 'KHÔNG ĐẠT'}  ${words}`)
process.exitCode = bars.every(([kept]) => kept) ? 0 : 1
