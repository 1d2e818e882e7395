import path from 'node:path'
import { readDemoCitizens } from './citizens'
import { startIdentity } from './identity-server'
import { portFrom, runAsProcess } from './listening'

await runAsProcess('Máy chủ định danh mô phỏng', async () => {
  const standIn = await startIdentity({
    port: portFrom('IDENTITY_PORT', 4100),
    host: process.env.STAND_IN_HOST ?? '127.0.0.1',
    issuer: process.env.IDENTITY_ISSUER ?? null,
    clientSecret: process.env.VNEID_CLIENT_SECRET ?? 'stand-in-secret-of-the-demo',
    publicUrls: (process.env.PUBLIC_URL ?? 'http://localhost:3000').split(',').map((url) => url.trim().replace(/\/$/, '')),
    dataDir: path.resolve(process.env.DATA_DIR ?? '.data'),
    citizens: readDemoCitizens(),
    controlOpen: process.env.STAND_IN_CONTROL === '1',
  })
  return { where: standIn.issuer, close: () => standIn.close() }
})
