// `npm run audit:verify`: checks every commune's chain, link by link, and the signed anchors kept outside of the database. Ends with code 1 when
// anything is wrong. Reads only.
import { isWhole, verifyChain } from '@/lib/audit/verify'
import { closeDb, db } from '@/lib/platform/db'
import { reportLines } from './words'

const communes = await db().commune.findMany({ orderBy: { id: 'asc' }, select: { id: true, name: true } })
let whole = true
for (const commune of communes) {
  const report = await verifyChain(db(), commune.id)
  whole &&= isWhole(report)
  console.log(reportLines(commune, report).join('\n'))
}
await closeDb()
console.log(whole ? '\nChuỗi nhật ký nguyên vẹn.' : '\nChuỗi nhật ký KHÔNG nguyên vẹn. Giữ nguyên máy và gọi người có trách nhiệm.')
process.exitCode = whole ? 0 : 1
