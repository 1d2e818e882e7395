// Judges a run and prints the table. Ends with code 1 when something was lost or doubled, a number jumped, the chain is not whole, or a mail or
// a paper does not come.
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { isWhole, verifyChain } from '@/lib/audit/verify'
import { closeDb, db } from '@/lib/platform/db'
import { readJournal, WRITES, type Write } from './journal'
import { judge, passes, totals, type Found } from './judge'

const NAMES: Record<Write, string> = { submit: 'gửi hồ sơ', receive: 'tiếp nhận', forward: 'chuyển phòng', take: 'nhận xử lý' }

/** What a killed worker held is free after half a minute, and a job that failed comes again after some seconds. */
const PATIENCE_MS = 120_000

const [file = '', answers = ''] = process.argv.slice(2)
const journal = readJournal(file)
const draftIds = journal.map(({ draftId }) => draftId)
const draftId = { in: [...new Set(draftIds)] }
async function leftToDo(): Promise<{ mails: number; papers: number }> {
  const of = { communeId: 1, dossier: { draftId } }
  return {
    mails: await db().notification.count({ where: { ...of, status: { not: 'SENT' } } }),
    papers: await db().paper.count({ where: { ...of, storageKey: null } }),
  }
}
const since = Date.now()
let left = await leftToDo()
for (; left.mails + left.papers > 0 && Date.now() - since < PATIENCE_MS; left = await leftToDo()) await sleep(500)
const waited = (Date.now() - since) / 1000

const rows = await db().dossier.findMany({
  where: { communeId: 1, draftId },
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
/** What people were told instead of a page, by kind. */
function answersBy(): string {
  const lines = readFileSync(answers, { encoding: 'utf8', flag: 'a+' }).split('\n').filter(Boolean)
  const names: Record<string, string> = { none: 'không nối được', stray: 'trang lạ' }
  const kinds = tally(lines.map((line) => String(z.object({ status: z.union([z.number(), z.string()]) }).parse(JSON.parse(line)).status)))
  return Object.entries(kinds)
    .map(([kind, count]) => `${names[kind] ?? kind}: ${count}`)
    .join(', ')
}

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
await closeDb()
console.log(`\nSố bị nhảy hoặc trùng (mã hồ sơ, giấy tiếp nhận, sổ theo dõi): ${numbers}`)
console.log(`Chuỗi nhật ký: ${report.links} dòng, ${isWhole(report) ? 'nguyên vẹn' : 'HỎNG'}; mốc ký: ${report.anchors?.checked ?? 0}`)
console.log(
  `Thư chưa gửi: ${left.mails}; giấy chưa kết xuất: ${left.papers} (chờ ${waited.toFixed(1).replace('.', ',')} giây sau lần gửi cuối)`,
)
console.log(`Trả lời ngoài trang: ${answersBy() || 'không'}`)
for (const sentence of sentences.slice(0, 20)) console.log(sentence)
const { lost, doubled } = totals(writes)
const late = left.mails + left.papers
console.log(`\n${lost} mất, ${doubled} lặp.`)
const refusals = WRITES.reduce((sum, write) => sum + writes[write].refused, 0)
process.exitCode = passes(writes) && numbers + late + refusals === 0 && isWhole(report) ? 0 : 1
