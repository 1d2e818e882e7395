// Judges a run and prints the table. Ends with code 1 when something was lost or doubled, or the chain is not whole.
import { isWhole, verifyChain } from '@/lib/audit/verify'
import { closeDb, db } from '@/lib/platform/db'
import { readJournal, WRITES, type Write } from './journal'
import { judge, type Found } from './judge'

const NAMES: Record<Write, string> = { submit: 'gửi hồ sơ', receive: 'tiếp nhận', forward: 'chuyển phòng', take: 'nhận xử lý' }

const [file = ''] = process.argv.slice(2)
const journal = readJournal(file)
const draftIds = journal.map(({ draftId }) => draftId)
const rows = await db().dossier.findMany({
  where: { communeId: 1, draftId: { in: [...new Set(draftIds)] } },
  select: { draftId: true, code: true, events: { select: { step: true } }, notices: { select: { event: true, status: true } } },
})
function tally(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}
const found = rows.map(({ draftId, code, events, notices }): Found => ({
  draftId: draftId ?? '',
  code,
  steps: tally(events.map(({ step }) => step)),
  notices: tally(notices.map(({ event }) => event)),
}))
const { writes, sentences } = judge(journal, found)
const column = (text: string | number, width = 12) => String(text).padStart(width)
console.log(
  `\n${'Việc'.padEnd(14)}${['gửi đi', 'xác nhận', 'phải bấm lại', 'bị từ chối', 'chưa rõ', 'MẤT', 'LẶP'].map((name) => column(name, 13)).join('')}`,
)
for (const write of WRITES) {
  const { asked, acknowledged, again, refused, unanswered, lost, doubled } = writes[write]
  const figures = [asked, acknowledged, again, refused, unanswered, lost, doubled]
  console.log(`${NAMES[write].padEnd(14)}${figures.map((figure) => column(figure, 13)).join('')}`)
}
const report = await verifyChain(db(), 1)
const [gaps] = await db().$queryRaw<{ receipts: number; registers: number; codes: number }[]>`
  SELECT (SELECT count(*)::int FROM (SELECT number - lag(number) OVER (ORDER BY number) AS step FROM paper
           WHERE kind = 'RECEIPT' AND "issuedAt" >= (SELECT min("createdAt") FROM login_session WHERE "userAgent" = 'faults')) x WHERE step <> 1) AS receipts,
         (SELECT count(*)::int FROM (SELECT "registerNumber" FROM dossier WHERE "registerNumber" IS NOT NULL
           GROUP BY "communeId", "registerYear", "fieldCode", "registerNumber" HAVING count(*) > 1) x) AS registers,
         (SELECT count(*)::int FROM (SELECT right(code, 4)::int - lag(right(code, 4)::int) OVER (PARTITION BY left(code, -5) ORDER BY code) AS step
           FROM dossier WHERE "submittedAt" >= (SELECT min("createdAt") FROM login_session WHERE "userAgent" = 'faults')) x WHERE step <> 1) AS codes`
const numbers = (gaps?.receipts ?? 1) + (gaps?.registers ?? 1) + (gaps?.codes ?? 1)
const unsent = rows.flatMap(({ notices }) => notices).filter(({ status }) => status !== 'SENT').length
const [held] = await db().$queryRaw<
  { count: number }[]
>`SELECT count(*)::int AS count FROM graphile_worker.jobs WHERE locked_at IS NOT NULL`
await closeDb()
console.log(`\nSố bị nhảy hoặc trùng (mã hồ sơ, giấy tiếp nhận, sổ theo dõi): ${numbers}`)
console.log(`Chuỗi nhật ký: ${report.links} dòng, ${isWhole(report) ? 'nguyên vẹn' : 'HỎNG'}; mốc ký: ${report.anchors?.checked ?? 0}`)
console.log(`Thư chưa gửi: ${unsent} (việc nền bị giữ bởi tiến trình đã chết: ${held?.count ?? 0})`)
for (const sentence of sentences.slice(0, 20)) console.log(sentence)
const good = sentences.length === 0 && numbers === 0 && isWhole(report)
const refusals = WRITES.reduce((sum, write) => sum + writes[write].refused, 0)
const sum = (key: 'lost' | 'doubled') => WRITES.reduce((total, write) => total + writes[write][key], 0)
console.log(`\n${sum('lost')} mất, ${sum('doubled')} lặp.`)
process.exitCode = good && refusals === 0 ? 0 : 1
