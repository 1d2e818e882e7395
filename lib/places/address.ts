import { env } from '@/lib/platform/env'

/**
 * The origin of a commune's site, for what leads to it from outside without a request at hand: mails, QR codes on paper, one-time links. A commune
 * with a host of its own has it under that name, with the scheme and port of `publicUrl`; the one without under `publicUrl` itself.
 */
export function siteAddress({ host }: { host: string | null }, publicUrl: string = env().PUBLIC_URL): string {
  const { protocol, port, origin } = new URL(publicUrl)
  return host === null ? origin : `${protocol}//${host}${port === '' ? '' : `:${port}`}`
}
