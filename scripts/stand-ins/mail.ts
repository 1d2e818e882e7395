import path from 'node:path'
import { portFrom, runAsProcess } from './listening'
import { startMail } from './mail-server'

await runAsProcess('Hộp thư chạy thử', async () => {
  const standIn = await startMail({
    smtpPort: portFrom('MAIL_SMTP_PORT', 4125),
    httpPort: portFrom('MAIL_HTTP_PORT', 4180),
    host: process.env.STAND_IN_HOST ?? '127.0.0.1',
    dataDir: path.resolve(process.env.DATA_DIR ?? '.data'),
    ...(process.env.MAIL_KEEP && { kept: Number(process.env.MAIL_KEEP) }),
    controlOpen: process.env.STAND_IN_CONTROL === '1',
  })
  return { where: `${standIn.inbox} (SMTP ${standIn.smtpPort})`, close: () => standIn.close() }
})
