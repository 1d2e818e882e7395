import { sha256 } from '@/lib/platform/digest'

/**
 * The id of a reference row, made from what it is: the same on every installation and at every seeding, so that tests and links can name
 * it. A UUID of version 8 (RFC 9562), which leaves the content to us.
 */
export function referenceId(...what: readonly string[]): string {
  const hex = sha256(what.join('\n'))
  const variant = ((parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
