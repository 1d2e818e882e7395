import { NextRequest } from 'next/server'
import { expect, it } from 'vitest'

// Before the portal reads its environment.
process.env.PUBLIC_URL = 'https://motcua.vidu.example'
const { callbackCookie, gone, sessionCookie } = await import('@/lib/identity/cookies')
const { proxy } = await import('@/proxy')

it('under https every cookie belongs to this very host, goes over https only, and can be taken away', () => {
  for (const cookie of [sessionCookie(), callbackCookie()]) {
    expect(cookie.name).toMatch(/^__Host-/)
    expect(cookie.options).toEqual({ httpOnly: true, sameSite: 'lax', path: '/', secure: true })
    expect(gone(cookie)).toEqual({ ...cookie.options, expires: new Date(0) })
  }
})

it('under https the browser is told never to come by http', async () => {
  const answer = await proxy(new NextRequest('http://10.0.0.5:3000/ho-so', { headers: { host: 'motcua.vidu.example' } }))
  expect(answer.headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/)
})

it('a form of our own is ours although the proxy in front speaks http to us', async () => {
  const send = async (origin: string) =>
    (await proxy(new NextRequest('http://10.0.0.5:3000/dang-xuat', { method: 'POST', headers: { host: 'motcua.vidu.example', origin } })))
      .status
  expect(await send('https://motcua.vidu.example')).toBe(200)
  expect(await send('http://motcua.vidu.example')).toBe(403)
})
