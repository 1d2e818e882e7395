import { subscribe } from 'node:diagnostics_channel'
import { IncomingMessage } from 'node:http'
import { newSecret } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { ADDRESS_HEADER, clientAddress, decodablePath } from './rules'

/** The header in which a request keeps the host that was called and the caller's address, signed by a word that only this process knows. */
const CALLED_HEADER = 'x-called'
const WORD = newSecret(16)

/**
 * From now on every request of this process carries the caller's address in `ADDRESS_HEADER`. Next's code never sees the connection, so it is
 * written down here, before anything reads the request; what a caller put into the header is overwritten. Two things over which Next itself would
 * stumble are put right here as well: a path that does not decode, and a forwarded host, which Next believes more than the host that was called.
 *
 * After an action that redirects, Next asks itself for the next page under the name of this machine, with the headers of the action: such a
 * request is known by the word, and gets the host of the site back that it is for. Otherwise the commune with that host would not be found.
 */
export function noteCallers(): void {
  subscribe('http.server.request.start', (message) => {
    const request = typeof message === 'object' && message !== null && 'request' in message ? message.request : null
    if (!(request instanceof IncomingMessage)) return
    const [said, host, address] = String(request.headers[CALLED_HEADER] ?? '').split(' ')
    if (said === WORD && host && address) {
      request.headers.host = host
      request.headers[ADDRESS_HEADER] = address
    } else {
      request.headers[ADDRESS_HEADER] = addressOf(request)
      request.headers[CALLED_HEADER] = `${WORD} ${request.headers.host ?? ''} ${request.headers[ADDRESS_HEADER]}`
    }
    delete request.headers['x-forwarded-host']
    request.url = decodablePath(request.url ?? '/')
  })
}

function addressOf({ headers, socket }: IncomingMessage): string {
  const forwarded = headers['x-forwarded-for']
  const claimed = Array.isArray(forwarded) ? forwarded.join(',') : forwarded
  return clientAddress(claimed, socket.remoteAddress ?? '', env().TRUSTED_PROXIES)
}
