// `npm run db:check`: fails when schema.prisma and the migrations say different things.
import { openDatabase } from '../scripts/database.mjs'
import { difference } from './difference'

const database = await openDatabase({ cluster: 'test' })
try {
  const sql = await difference(database)
  if (sql !== null) {
    console.error('prisma/schema.prisma và prisma/migrations không khớp. Hãy chạy "npm run db:new-migration -- tên". Phần còn thiếu:\n')
    console.error(sql)
    process.exitCode = 1
  } else console.log('Lược đồ và các bản di chuyển khớp nhau.')
} finally {
  await database.close()
}
