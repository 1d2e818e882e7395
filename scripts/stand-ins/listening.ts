import type { Server } from 'node:http'
import type { Server as AnyServer } from 'node:net'

/** Listens and resolves with the port taken (useful when `port` is 0, any free one); rejects when the port is in use. */
export function listen(server: AnyServer, { port, host }: { port: number; host: string }): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.removeListener('error', reject)
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('The server has no port'))
      else resolve(address.port)
    })
  })
}

/** Stops listening and cuts what is still open: browsers keep connections alive for minutes. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

/** Runs a stand-in as a process: one line when it stands, one sentence when it cannot, a clean end on SIGINT and SIGTERM. */
export async function runAsProcess(name: string, start: () => Promise<{ where: string; close(): Promise<void> }>): Promise<void> {
  try {
    const running = await start()
    console.log(`${name}: ${running.where}`)
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => void running.close().then(() => process.exit(0)))
    }
  } catch (error) {
    console.error(`${name} không chạy được: ${sentenceOf(error)}`)
    process.exitCode = 1
  }
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const inUse = 'code' in error && error.code === 'EADDRINUSE' && 'port' in error
  return inUse ? `cổng ${String(error.port)} đang được chương trình khác dùng.` : error.message
}

/** A whole number from the environment, or `fallback` when it is not set. */
export function portFrom(variable: string, fallback: number): number {
  const port = Number(process.env[variable] ?? fallback)
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`${variable} phải là số cổng từ 0 đến 65535.`)
  return port
}
