// A browser at the portal's sign-in, without a web server: the portal's route handlers run in this process, the identity server is a real one.
import { answerWith } from './inside-next'
import * as nextAuthRoute from '@/app/api/auth/[...nextauth]/route'
import * as signOutRoute from '@/app/(auth)/dang-xuat/route'
import * as vneidRoute from '@/app/(auth)/dang-nhap/vneid/route'
import { env } from '@/lib/platform/env'
import { Browser } from './oidc-visit'

type Sent = { form?: Record<string, string>; origin?: string | null; headers?: Record<string, string> }

/** One browser with one jar of cookies for the portal and another for the identity server. */
export class PortalBrowser {
  readonly #jar = new Map<string, string>()
  readonly identity: Browser

  /** `origin`: the site that it visits. */
  constructor(readonly origin = new URL(env().PUBLIC_URL).origin) {
    this.identity = new Browser(origin)
  }

  cookie(name: string): string | undefined {
    return this.#jar.get(name)
  }

  keep(name: string, value: string): void {
    this.#jar.set(name, value)
  }

  names(): string[] {
    return [...this.#jar.keys()]
  }

  /** A request as this browser sends it to a path of the portal. `origin`: the portal's own for a POST, null for none. */
  request(path: string, { form, origin, headers = {} }: Sent = {}): Request {
    const own = new URL(this.origin)
    const from = origin === undefined ? (form ? own.origin : null) : origin
    return new Request(new URL(path, own), {
      method: form ? 'POST' : 'GET',
      ...(form && { body: new URLSearchParams(form) }),
      headers: {
        host: own.host,
        cookie: [...this.#jar].map(([name, value]) => `${name}=${value}`).join('; '),
        'user-agent': 'A browser of the tests',
        ...(from !== null && { origin: from }),
        ...headers,
      },
    })
  }

  /** Keeps and drops cookies as the answer says. */
  take(answer: Response): Response {
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/01 Jan 1970|Max-Age=0/i.test(line)) this.#jar.delete(name)
      else this.#jar.set(name, value)
    }
    return answer
  }

  /** Presses "Đăng nhập bằng VNeID"; resolves with the address it leads to. */
  async pressSignIn(form: Record<string, string> = {}, sent: Omit<Sent, 'form'> = {}): Promise<Response> {
    return this.take(await answerWith(vneidRoute, this.request('/dang-nhap/vneid', { form, ...sent })))
  }

  /** Goes to the identity server, sends its form, and comes back with the portal's callback address. */
  async visitIdentityServer(pressed: Response, form: Record<string, string>): Promise<URL> {
    const begin = new URL(pressed.headers.get('location') ?? '', this.origin)
    if (begin.origin === this.identity.portal) return begin
    const login = await this.identity.follow(begin)
    if (login.origin === this.identity.portal) return login
    return this.identity.follow(login, await this.identity.post(login, form))
  }

  /** Opens the address that the identity server sent the browser back to. */
  async comeBack({ pathname, search }: URL): Promise<Response> {
    const nextauth = pathname.replace('/api/auth/', '').split('/')
    return this.take(await answerWith(nextAuthRoute, this.request(`${pathname}${search}`), { nextauth }))
  }

  /** The whole way; resolves with the path of the portal that it ends on. */
  async signIn(form: Record<string, string>, begin: Record<string, string> = {}): Promise<string> {
    return pathOf(await this.comeBack(await this.visitIdentityServer(await this.pressSignIn(begin), form)))
  }

  /** Presses "Thoát". */
  async pressSignOut(sent: Omit<Sent, 'form'> = {}): Promise<Response> {
    return this.take(await answerWith(signOutRoute, this.request('/dang-xuat', { form: {}, ...sent })))
  }
}

/** Path and query that an answer leads to. */
export function pathOf(answer: Response): string {
  const { pathname, search } = new URL(answer.headers.get('location') ?? '', env().PUBLIC_URL)
  return `${pathname}${search}`
}
