// `npm run person:erase -- <personal number>`: erases a person's data in every commune of this installation, at their request. The number is not
// printed. What stays and why stands in lib/dossiers/erasure-rules.ts.
import { Logger, runOnce } from 'graphile-worker'
import { erasePerson } from '@/lib/dossiers/commands/erase-person'
import { REMOVE_FILE } from '@/lib/dossiers/drafts'
import { removeFile } from '@/lib/jobs/drafts'
import { newId } from '@/lib/platform/clock'
import { closeDb, db } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { sentenceOf } from '@/lib/text/refusals'

const ACCOUNT = { erased: 'tài khoản đã xóa', kept: 'tài khoản còn được dùng nên giữ lại', none: 'không có tài khoản' }

const silent = new Logger(() => () => undefined)
const typed = process.argv[2] ?? ''
const communes = await db().commune.findMany({ orderBy: { id: 'asc' }, select: { id: true, name: true } })
let refused = false
for (const { id: communeId, name } of communes) {
  const done = await erasePerson({ kind: 'system', communeId, name: 'person:erase' }, newId(), { personalNumber: () => typed })
  if (!done.ok) {
    refused = true
    console.error(`${name}: ${Object.values(done.fields)[0] ?? sentenceOf(done)}`)
    break
  }
  const { erased, open, asPrincipal, drafts, account } = done.value
  const parts = [`xóa dữ liệu ở ${erased} hồ sơ đã đóng`, `${drafts} bản nháp`, `bên ủy quyền ở ${asPrincipal} hồ sơ`, ACCOUNT[account]]
  console.log(`${name}: ${parts.join(', ')}${open > 0 ? `; còn ${open} hồ sơ đang giải quyết, chưa xóa` : ''}`)
}
// The files go now, whether the worker runs or not.
if (!refused)
  await runOnce({ connectionString: env().DATABASE_URL, taskList: { [REMOVE_FILE]: removeFile }, noHandleSignals: true, logger: silent })
await closeDb()
process.exitCode = refused ? 1 : 0
