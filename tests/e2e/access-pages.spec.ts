import { expect, test } from '@playwright/test'
import { ask } from '../support/access-matrix-http'
import { BASE, openPortal, type Portal } from '../support/access-matrix-portal'
import { expectGuarded } from './support/page-manners'

// Addresses that no row of the matrix opens as a page; access.spec.ts asks the same of every page.

let portal: Portal
test.beforeAll(async () => {
  portal = await openPortal()
})
test.afterAll(() => portal.close())

test('a refused form and a page that is not there are guarded as well', async () => {
  expectGuarded(await ask(new URL('/khong-tim-thay', BASE)))
  const refused = await ask(new URL('/tra-cuu', BASE), { method: 'POST', headers: { origin: 'https://trang-khac.example' } })
  expect(refused.status).toBe(403)
  expectGuarded(refused)
})

test('what somebody sent is handed out as an attachment that runs nothing', async () => {
  const { sample, cookieOf } = portal
  const { headers } = await ask(new URL(`/api/files/${sample.documentId}`, BASE), { headers: { cookie: await cookieOf('owner') } })
  expect(headers['content-disposition']).toMatch(/^attachment;/)
  expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox")
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['cache-control']).toBe('private, no-store')
})
