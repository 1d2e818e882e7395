// What a route handler of ours reads of the request around it. Next gives it only inside its own server, so tests that call a handler
// directly say it here: `vi.mock('next/headers', () => requestScope)`.
import { ADDRESS_HEADER } from '@/lib/identity/rules'

let current = { headers: new Headers(), cookies: new Map<string, string>() }

/** The request that comes next: from where, on which host, with which cookies. */
export function requestComes({
  address = '192.0.2.1',
  host = 'localhost',
  origin,
  cookies = {},
}: { address?: string; host?: string; origin?: string; cookies?: Record<string, string> } = {}): void {
  current = {
    headers: new Headers({ host, [ADDRESS_HEADER]: address, ...(origin === undefined ? {} : { origin }) }),
    cookies: new Map(Object.entries(cookies)),
  }
}

export const requestScope = {
  headers: async () => current.headers,
  cookies: async () => ({
    get: (name: string) => {
      const value = current.cookies.get(name)
      return value === undefined ? undefined : { name, value }
    },
  }),
}
