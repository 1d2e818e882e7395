// People before their browsers, without a script: whoever gets no answer, or a page that says to try again, presses the same button again.
import { appendFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { sentenceOf } from '@/lib/text/refusals'
import { ask, asForm, type Told } from '@/tests/support/access-matrix-http'

export type Asking = { address: string } & NonNullable<Parameters<typeof ask>[1]>

const busy = sentenceOf({ code: 'busy', detail: {} })

/** Between two presses of the same button. */
const PAUSE_MS = 150

export type Visitor = {
  /** Asks until there is an answer that was foreseen. Null when the end came first; else also how often it was sent. */
  insist: (asking: Asking, isForeseen?: (told: Told) => boolean) => Promise<{ told: Told; sent: number } | null>
  /** The head of a form's request, as a browser sends it. */
  posting: (cookie: string, form: { type: string; content: string | Buffer }) => { method: string } & NonNullable<Parameters<typeof ask>[1]>
  /** Keeps an answer that was not a page or the way to one: which address, which kind of no, and whether it said when to come back. */
  keep: (address: string, status: number | 'none' | 'stray', more?: object) => null
}

/** `answers`: the file that takes what was no page; `isOver`: asked before each sending. */
export function visitorOf({ base, answers, isOver }: { base: string; answers: string; isOver: () => boolean }): Visitor {
  const keep: Visitor['keep'] = (address, status, more = {}) => {
    appendFileSync(answers, `${JSON.stringify({ at: new Date().toISOString(), address, status, ...more })}\n`)
    return null
  }

  const told = (address: string, asking: Parameters<typeof ask>[1]): Promise<Told | null> =>
    ask(new URL(address, base), asking).catch((error: unknown) => keep(address, 'none', { why: String(error) }))

  /** The answer, or null where there was none to speak of; a browser goes on to the page that says that the system is busy. */
  async function answer({ address, ...asking }: Asking): Promise<Told | null> {
    const first = await told(address, asking)
    const away = first?.headers.location
    const isBusyPage = away !== undefined && new URL(away, base).pathname === '/dang-ban'
    const last = isBusyPage ? await told(away, asking) : first
    if (last === null) return null
    if (last.status >= 500) return keep(address, last.status, { retry: last.headers['retry-after'] ?? null })
    // A form that says so above what was typed, and an upload that leads back to its page with the same words.
    if (last.text.includes(busy) || last.headers.location?.includes('loi=busy')) return keep(address, 503, { form: true })
    return last
  }

  return {
    keep,
    posting: (cookie, { type, content }) => ({
      method: 'POST',
      headers: { cookie, origin: new URL(base).origin, 'content-type': type },
      body: content,
    }),
    insist: async (asking, isForeseen = () => true) => {
      for (let sent = 1; !isOver(); sent += 1) {
        const got = await answer(asking)
        if (got && isForeseen(got)) return { told: got, sent }
        if (got) keep(asking.address, 'stray', { was: got.status, to: got.headers.location ?? null, text: got.text.slice(0, 4_000) })
        await wait(PAUSE_MS)
      }
      return null
    },
  }
}

/** A form with one file, as a browser sends it. */
export function withFile(
  fields: readonly (readonly [string, string])[],
  file: { name: string; fileName: string; type: string; bytes: Buffer },
): { type: string; content: Buffer } {
  const { type, content } = asForm(fields)
  const boundary = type.slice(type.indexOf('boundary=') + 9)
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${file.name}"; filename="${file.fileName}"\r\nContent-Type: ${file.type}\r\n\r\n`
  return { type, content: Buffer.concat([Buffer.from(head), file.bytes, Buffer.from(`\r\n${content}`)]) }
}
