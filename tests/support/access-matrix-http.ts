// Asks a running portal over HTTP exactly what it is told to: no header that is not given, no redirect followed, no cookie kept.
import { request } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'

export type Told = { status: number; headers: IncomingHttpHeaders; text: string; bytes: Buffer }

/** `path`: the address as it goes over the wire, where it is none that `URL` would take. */
type Asking = { method?: string; path?: string; headers?: Record<string, string>; body?: string | Buffer }

/** One request to `url`. Throws when nothing answers within 30 seconds. */
export function ask(url: string | URL, { method = 'GET', path, headers = {}, body = '' }: Asking = {}): Promise<Told> {
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      {
        method,
        ...(path === undefined ? {} : { path }),
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
        timeout: 30_000,
      },
      (answer) => {
        const pieces: Buffer[] = []
        answer.on('data', (piece: Buffer) => pieces.push(piece))
        answer.on('end', () => {
          const bytes = Buffer.concat(pieces)
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: bytes.toString('utf8'), bytes })
        })
        answer.on('error', reject)
      },
    )
    asked.on('timeout', () => asked.destroy(new Error(`No answer from ${String(url)}`)))
    asked.on('error', reject)
    asked.end(body)
  })
}

const BOUNDARY = 'ranh-gioi-cua-phep-thu'

/** Fields as a form with files sends them. */
export const asForm = (fields: readonly (readonly [string, string])[]): { type: string; content: string } => ({
  type: `multipart/form-data; boundary=${BOUNDARY}`,
  content: `${fields.map(([name, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`).join('')}--${BOUNDARY}--\r\n`,
})

const plain = (text: string): string =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&#x27;|&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')

const attribute = (tag: string, name: string): string | null => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)
  return found ? plain(found[1] ?? '') : null
}

const chosenIn = (select: string): string => {
  const options = select.match(/<option[^>]*>/g) ?? []
  return attribute(options.find((tag) => /\sselected/.test(tag)) ?? options[0] ?? '', 'value') ?? ''
}

/** The first form of a page whose markup contains `mark`, with the fields that a browser without a script would send. */
export function formOn(html: string, mark: string): (readonly [string, string])[] {
  const form = html.match(/<form[\s\S]*?<\/form>/g)?.find((markup) => markup.includes(mark))
  if (!form) throw new Error(`No form with ${mark} on the page`)
  return [...form.matchAll(/<input[^>]*>|<select[^>]*>[\s\S]*?<\/select>|<textarea[^>]*>[^<]*/g)].flatMap(([tag]) => {
    const name = attribute(tag, 'name')
    if (name !== null && tag.startsWith('<select')) return [[name, chosenIn(tag)] as const]
    if (name !== null && tag.startsWith('<textarea')) return [[name, plain(tag.slice(tag.indexOf('>') + 1))] as const]
    const type = attribute(tag, 'type') ?? 'text'
    if (name === null || ['submit', 'file'].includes(type) || (['radio', 'checkbox'].includes(type) && !/\schecked/.test(tag))) return []
    return [[name, attribute(tag, 'value') ?? ''] as const]
  })
}
