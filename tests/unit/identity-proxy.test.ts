import { createServer } from 'node:http'
import { NextRequest } from 'next/server'
import { describe, expect, it } from 'vitest'
import { noteCallers } from '@/lib/identity/callers'
import { contentSecurityPolicy, securityHeaders } from '@/lib/identity/headers'
import { close, listen } from '@/scripts/stand-ins/listening'
import { config, proxy } from '@/proxy'

const HERE = 'http://localhost:3000'

const ask = (path: string, init: { method?: string; headers?: Record<string, string> } = {}) =>
  proxy(new NextRequest(new URL(path, HERE), { ...init, headers: { host: 'localhost:3000', ...init.headers } }))

const nonceOf = (answer: Response) => /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1] ?? ''

describe('every page', () => {
  it('has a policy with a nonce of its own, which Next and the page get to know', () => {
    const [one, other] = [ask('/'), ask('/')]
    expect(nonceOf(one)).toMatch(/^[\w-]{20,}$/)
    expect(nonceOf(one)).not.toBe(nonceOf(other))
    expect(one.headers.get('x-middleware-request-x-nonce')).toBe(nonceOf(one))
    expect(one.headers.get('x-middleware-request-content-security-policy')).toContain(nonceOf(one))
  })

  it('runs no script without the nonce, loads nothing from elsewhere and stands in no frame', () => {
    const policy = contentSecurityPolicy({ nonce: 'N', identityServer: 'https://vneid.vidu.example', development: false })
    expect(policy).toContain("script-src 'self' 'nonce-N' 'strict-dynamic';")
    expect(policy).toContain("style-src 'self' 'nonce-N';")
    expect(policy).not.toContain('unsafe-eval')
    for (const rule of [
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "object-src 'none'",
      "connect-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
    ])
      expect(policy).toContain(rule)
    expect(policy.endsWith("form-action 'self' https://vneid.vidu.example")).toBe(true)
  })

  it('has the usual headers, and strict transport only under https', () => {
    const { headers } = ask('/ho-so/H61.123-261123-0001')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.has('strict-transport-security')).toBe(false)
    expect(Object.fromEntries(securityHeaders('https://motcua.vidu.example'))).toHaveProperty('Strict-Transport-Security')
  })

  it('lets nothing run in a file that somebody sent', () => {
    expect(ask('/api/files/01a20a50-04c6-7567-892e-0fedbb1c3040').headers.get('content-security-policy')).toBe(
      "default-src 'none'; sandbox",
    )
    expect(ask('/ho-so').headers.get('content-security-policy')).not.toContain('sandbox')
  })

  it('is meant whose address has dots; uploads and what is the same for everyone are not', () => {
    const [matcher = ''] = config.matcher
    const matches = (path: string) => new RegExp(`^${matcher}$`).test(path)
    for (const path of [
      '/',
      '/ho-so/H61.123-261123-0001',
      '/thu-tuc/1.001.193',
      '/api/v1/procedures',
      '/api/files/1',
      '/api/uploads-list',
      '/icon.svg',
      '/favicon.ico',
    ])
      expect(matches(path), path).toBe(true)
    for (const path of ['/api/uploads', '/api/uploads/x', '/_next/static/chunks/a.js']) expect(matches(path), path).toBe(false)
  })
})

describe('a form of another site', () => {
  it('is answered in words, with the same headers', async () => {
    for (const headers of [{ origin: 'https://noi-khac.vidu.example' }, { origin: 'null' }, {}] as Record<string, string>[]) {
      const answer = ask('/dang-xuat', { method: 'POST', headers })
      expect(answer.status).toBe(403)
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      const page = await answer.text()
      expect(page).toContain('Yêu cầu không đến từ trang này')
      expect(page).toContain(`nonce="${nonceOf(answer)}"`)
    }
  })

  it('of our own goes on, and so does what programs send to the API', () => {
    expect(ask('/dang-xuat', { method: 'POST', headers: { origin: HERE } }).headers.get('x-middleware-next')).toBe('1')
    expect(ask('/api/v1/dossiers/H61.123-261123-0001/status', { method: 'POST' }).headers.get('x-middleware-next')).toBe('1')
  })
})

describe('the web process', () => {
  it('writes down who called, over what the caller claims', async () => {
    process.env.TRUSTED_PROXIES = '0'
    noteCallers()
    const server = createServer((request, response) => response.end(request.headers['x-client-address']))
    const port = await listen(server, { port: 0, host: '127.0.0.1' })
    const headers = { 'x-client-address': '203.0.113.7', 'x-forwarded-for': '203.0.113.8' }
    const seen = await (await fetch(`http://127.0.0.1:${port}/`, { headers })).text()
    await close(server)
    expect(seen).toBe('127.0.0.1')
  })
})
