import { subscribe } from 'node:diagnostics_channel'
import { IncomingMessage } from 'node:http'
import { env } from '@/lib/platform/env'
import { ADDRESS_HEADER, clientAddress, decodablePath } from './rules'

/**
 * From now on every request of this process carries the caller's address in `ADDRESS_HEADER`. Next's code never sees the connection, so it is
 * written down here, before anything reads the request; what a caller put into the header is overwritten. Two things over which Next itself would
 * stumble are put right here as well: a path that does not decode, and a forwarded host, which Next believes more than the host that was called.
 */
export function noteCallers(): void {
  subscribe('http.server.request.start', (message) => {
    const request = typeof message === 'object' && message !== null && 'request' in message ? message.request : null
    if (!(request instanceof IncomingMessage)) return
    const forwarded = request.headers['x-forwarded-for']
    const claimed = Array.isArray(forwarded) ? forwarded.join(',') : forwarded
    request.headers[ADDRESS_HEADER] = clientAddress(claimed, request.socket.remoteAddress ?? '', env().TRUSTED_PROXIES)
    delete request.headers['x-forwarded-host']
    request.url = decodablePath(request.url ?? '/')
  })
}
