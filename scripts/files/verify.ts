// `npm run files:verify`: reads every file that the database names and compares it with its hash. Ends with code 1 when one is missing or altered.
// Reads only.
import { verifyFiles, type FaultyFile } from '@/lib/jobs/verify-files'
import { closeDb } from '@/lib/platform/db'

const FAULTS: Record<FaultyFile['fault'], string> = { missing: 'không còn', altered: 'nội dung khác lúc lưu' }
const KINDS: Record<FaultyFile['kind'], string> = { document: 'Tệp', paper: 'Giấy tờ' }

const { checked, faults } = await verifyFiles()
for (const { kind, communeId, id, key, fault } of faults) console.log(`${KINDS[kind]} ${id} (xã ${communeId}, ${key}): ${FAULTS[fault]}.`)
await closeDb()
console.log(faults.length === 0 ? `${checked} tệp, tất cả nguyên vẹn.` : `${checked} tệp, ${faults.length} tệp KHÔNG nguyên vẹn.`)
process.exitCode = faults.length === 0 ? 0 : 1
