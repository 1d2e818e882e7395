import path from 'node:path'
import { SECOND_HOST } from '@/prisma/seed/data'
import { readDemoCitizens } from './citizens'
import { startIdentity } from './identity-server'
import { portFrom, runAsProcess } from './listening'

/** The origins of a portal: at home the demonstration's second commune has a name of its own. */
function originsOf(publicUrl: string): string[] {
  const url = new URL(publicUrl.trim())
  if (url.hostname !== 'localhost') return [url.origin]
  const first = url.origin
  url.hostname = SECOND_HOST
  return [first, url.origin]
}

await runAsProcess('Máy chủ định danh mô phỏng', async () => {
  const standIn = await startIdentity({
    port: portFrom('IDENTITY_PORT', 4100),
    host: process.env.STAND_IN_HOST ?? '127.0.0.1',
    issuer: process.env.IDENTITY_ISSUER ?? null,
    clientSecret: process.env.VNEID_CLIENT_SECRET ?? 'stand-in-secret-of-the-demo',
    publicUrls: (process.env.PUBLIC_URL ?? 'http://localhost:3000').split(',').flatMap(originsOf),
    dataDir: path.resolve(process.env.DATA_DIR ?? '.data'),
    citizens: readDemoCitizens(),
    controlOpen: process.env.STAND_IN_CONTROL === '1',
  })
  return { where: standIn.issuer, close: () => standIn.close() }
})
