import { createServer } from 'node:http'
import { NextRequest } from 'next/server'
import { describe, expect, it } from 'vitest'
import { noteCallers } from '@/lib/identity/callers'
import { contentSecurityPolicy, securityHeaders } from '@/lib/identity/headers'
import { close, listen } from '@/scripts/stand-ins/listening'
import { ask as tell, asForm } from '@/tests/support/access-matrix-http'
import { config, proxy } from '@/proxy'

const HERE = 'http://localhost:3000'

const ask = (path: string, init: { method?: string; headers?: Record<string, string>; body?: string } = {}) =>
  proxy(new NextRequest(new URL(path, HERE), { ...init, headers: { host: 'localhost:3000', ...init.headers } }))

const nonceOf = (answer: Response) => /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1] ?? ''

describe('every page', () => {
  it('has a policy with a nonce of its own, which Next and the page get to know', async () => {
    const [one, other] = [await ask('/'), await ask('/')]
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

  it('has the usual headers, and strict transport only under https', async () => {
    const { headers } = await ask('/ho-so/H61.123-261123-0001')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.has('strict-transport-security')).toBe(false)
    expect(Object.fromEntries(securityHeaders('https://motcua.vidu.example'))).toHaveProperty('Strict-Transport-Security')
  })

  it('lets nothing run in a file that somebody sent', async () => {
    expect((await ask('/api/files/01a20a50-04c6-7567-892e-0fedbb1c3040')).headers.get('content-security-policy')).toBe(
      "default-src 'none'; sandbox",
    )
    expect((await ask('/ho-so')).headers.get('content-security-policy')).not.toContain('sandbox')
  })

  it('is told the path that was asked for, also where it led nowhere, over what the caller claims', async () => {
    const asked = async (path: string) =>
      (await ask(path, { headers: { 'x-address-asked': '/bia-dat' } })).headers.get('x-middleware-request-x-address-asked')
    expect(await asked('/thu-tuc/9.999999?q=x')).toBe('/thu-tuc/9.999999')
    expect(await asked('/khong-tim-thay?dia-chi=%2Fthu-tuc%2F9.999999')).toBe('/thu-tuc/9.999999')
    for (const elsewhere of ['%2F%2Fnoi-khac.vidu.example', 'https%3A%2F%2Fnoi-khac.vidu.example', ''])
      expect(await asked(`/khong-tim-thay?dia-chi=${elsewhere}`)).toBe('')
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
      '/api/uploads/x',
      '/icon.svg',
      '/favicon.ico',
    ])
      expect(matches(path), path).toBe(true)
    for (const path of ['/api/uploads', '/api/uploads/', '/_next/static/chunks/a.js']) expect(matches(path), path).toBe(false)
  })
})

describe('a form of another site', () => {
  it('is answered in words, with the same headers', async () => {
    for (const headers of [{ origin: 'https://noi-khac.vidu.example' }, { origin: 'null' }, {}] as Record<string, string>[]) {
      const answer = await ask('/dang-xuat', { method: 'POST', headers })
      expect(answer.status).toBe(403)
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      const page = await answer.text()
      expect(page).toContain('Yêu cầu không đến từ trang này')
      expect(page).toContain(`nonce="${nonceOf(answer)}"`)
    }
  })

  it('of our own goes on, and so does what programs send to the API', async () => {
    expect((await ask('/dang-xuat', { method: 'POST', headers: { origin: HERE } })).headers.get('x-middleware-next')).toBe('1')
    expect((await ask('/api/v1/dossiers/H61.123-261123-0001/status', { method: 'POST' })).headers.get('x-middleware-next')).toBe('1')
  })
})

describe('a form that nobody can read', () => {
  const send = (type: string, body: string, path = '/tra-cuu') =>
    ask(path, { method: 'POST', headers: { origin: HERE, 'content-type': type }, body })
  const whole = '--a\r\nContent-Disposition: form-data; name="code"\r\n\r\nH61\r\n--a--\r\n'

  it('is answered in words instead of the page for bugs', async () => {
    for (const [type, body] of [
      ['multipart/form-data', whole],
      ['multipart/form-data; boundary=a', 'x'],
      ['multipart/form-data; boundary=a', whole.slice(0, -8)],
    ] as const) {
      const answer = await send(type, body)
      expect(answer.status).toBe(400)
      expect(await answer.text()).toContain('Không đọc được nội dung gửi lên')
    }
    const called = { origin: HERE, 'next-action': 'a'.repeat(42) }
    for (const [type, body] of [
      ['text/plain;charset=UTF-8', '{'],
      ['multipart/form-data; boundary=a', whole],
    ] as const)
      expect((await ask('/tra-cuu', { method: 'POST', headers: { ...called, 'content-type': type }, body })).status).toBe(400)
    expect((await send('multipart/form-data; boundary=a', 'x'.repeat(1_048_577))).status).toBe(413)
  })

  it('is told from one that can be read, and from what the routes read for themselves', async () => {
    for (const answer of [
      await send('multipart/form-data; boundary=a', whole),
      await send('application/json', '{', '/api/v1/dossiers/H61.123-261123-0001/status'),
    ])
      expect(answer.headers.get('x-middleware-next')).toBe('1')
  })
})

describe('a form that names its action in a way that React would stumble over', () => {
  const STATE = '[{"values":{"x":"$$5"},"errors":{},"message":null}]'
  const CALLED = '{"id":"60a","bound":"$@1"}'
  const send = async (fields: [string, string][], { path = '/tra-cuu', ...more }: Record<string, string> = {}) => {
    const { content: body, type } = asForm(fields)
    return (await ask(path, { method: 'POST', headers: { origin: HERE, 'content-type': type, ...more }, body })).status
  }
  const sound: [string, string][] = [
    ['$ACTION_REF_1', ''],
    ['$ACTION_1:0', CALLED],
    ['$ACTION_1:1', STATE],
    ['code', '$L1'],
  ]
  const but = (name: string, ...values: string[]) =>
    sound.flatMap(([field, value]) =>
      field === name ? values.map((one): [string, string] => [name, one]) : [[field, value] as [string, string]],
    )

  it('is refused in words, the sound one goes on', async () => {
    expect(await send(sound)).toBe(200)
    for (const [name, ...values] of [
      ['$ACTION_1:0'],
      ['$ACTION_1:0', 'null'],
      ['$ACTION_1:0', '{"id":7,"bound":null}'],
      ['$ACTION_1:0', '{"id":"60a","bound":"$@2"}'],
      ['$ACTION_1:1'],
      ['$ACTION_1:1', '..'],
      ['$ACTION_1:1', '{}'],
      ['$ACTION_1:1', '["$F9"]'],
      ['$ACTION_1:1', STATE, STATE],
    ] as [string, ...string[]][])
      expect(await send(but(name, ...values)), `${name} ${values.join()}`).toBe(400)
  })

  it('also when a script sends it, and at an address of the API where no handler stands', async () => {
    const call = { 'next-action': '60a' }
    expect(
      await send(
        [
          ['1_code', 'x'],
          ['0', '[{"values":{}},"$K1"]'],
        ],
        call,
      ),
    ).toBe(200)
    expect(
      await send(
        [
          ['1_code', 'x'],
          ['0', '[{"values":{}},"$B9"]'],
        ],
        call,
      ),
    ).toBe(400)
    expect(
      await send(
        [
          ['', 'x'],
          ['0', '[{},"$K1"]'],
        ],
        call,
      ),
    ).toBe(400)
    expect(
      await send(
        [
          ['1_a\u0000', 'x'],
          ['0', '[{},"$K1"]'],
        ],
        call,
      ),
    ).toBe(400)
    expect(await send(sound, { host: 'noi-khac.vidu.example' })).toBe(403)
    expect(await send(but('$ACTION_1:1', '..'), { path: '/api/khong-co' })).toBe(400)
    expect(await send(sound, { path: '/api/khong-co', origin: 'x' })).toBe(403)
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

  it('never sees a path that does not decode, nor a host that the caller forwards', async () => {
    noteCallers()
    const server = createServer((request, response) => response.end(`${request.url} ${request.headers['x-forwarded-host'] ?? 'none'}`))
    const port = await listen(server, { port: 0, host: '127.0.0.1' })
    const seen = async (path: string) =>
      (await tell(`http://127.0.0.1:${port}/`, { path, headers: { 'x-forwarded-host': 'noi-khac.vidu.example' } })).text
    const [typed, sound] = [await seen('/thu-tuc/%zz%E1%BB?q=%zz'), await seen('/thu-tuc/%E1%BB%99?q=%zz')]
    await close(server)
    expect([typed, sound]).toEqual(['/thu-tuc/%25zz%25E1%25BB?q=%zz none', '/thu-tuc/%E1%BB%99?q=%zz none'])
  })
  it('keeps host and caller where it asks itself for the page behind an action, and lets nobody else claim them', async () => {
    noteCallers()
    const server = createServer((request, response) => {
      const { host, ...others } = request.headers
      if (request.url === '/page') return response.end(`${host} ${others['x-client-address']}`)
      const headers = Object.entries(others).flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value] as [string, string]] : [],
      )
      void fetch(`http://localhost:${port}/page`, { headers: headers.filter(([name]) => name !== 'connection') })
        .then((answer) => answer.text())
        .then((text) => response.end(text))
    })
    const port = await listen(server, { port: 0, host: 'localhost' })
    const at = async (path: string, headers: Record<string, string>) => (await tell(`http://localhost:${port}/`, { path, headers })).text
    const [inside, forged] = [
      await at('/action', { host: 'xa.vidu.example' }),
      await at('/page', { host: 'xa.vidu.example', 'x-called': 'word noi-khac.vidu.example 203.0.113.7' }),
    ]
    await close(server)
    expect(inside).toMatch(/^xa\.vidu\.example (127\.0\.0\.1|::1)$/)
    expect(forged).toMatch(/^xa\.vidu\.example (127\.0\.0\.1|::1)$/)
  })
})
