import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { DriverAdapterError } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { expect, it } from 'vitest'
import { isBusy } from '@/lib/access/busy'

/** Authentication done, ready for a query: all that a server says before the first question. */
const WELCOME = Buffer.from('R\0\0\0\x08\0\0\0\0Z\0\0\0\x05I', 'latin1')

it('a connection that died before anything was asked of it only means that the database is away', async () => {
  const server = createServer((socket) => {
    socket.once('data', () => socket.write(WELCOME))
    socket.on('error', () => {})
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'vidu', database: 'vidu' })
  const died = new Promise((resolve) => client.once('error', resolve))
  server.once('connection', (socket) => setTimeout(() => socket.destroy(), 200))
  await client.connect()
  expect(isBusy(await died)).toBe(true)
  const refused: unknown = await client.query('SELECT 1').catch((error: unknown) => error)
  expect(String(refused)).toContain('not queryable')
  expect(isBusy(refused)).toBe(true)
  server.close()
})

it('so does a connection that is closed under a statement', () => {
  expect(isBusy(new DriverAdapterError({ kind: 'ConnectionClosed' }))).toBe(true)
})

it('a fault of a statement is none', () => {
  expect(isBusy(new Error('column "tên" does not exist'))).toBe(false)
})
