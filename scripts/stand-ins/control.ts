import type { IncomingMessage, ServerResponse } from 'node:http'
import type { z } from 'zod'

const MAX_BODY_BYTES = 64 * 1024

/** Reads a request body of at most 64 KB as text; throws when it is longer. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    const part = Buffer.from(chunk)
    bytes += part.length
    if (bytes > MAX_BODY_BYTES) throw new Error('The body is longer than 64 KB')
    chunks.push(part)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** Answers with JSON; never cached, since tests poll. */
export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
}

/**
 * How a test switches a stand-in. A fault is only worth testing when the other side really commits it, so every mode changes what
 * goes over the wire; and a stand-in shown to people must not be switched by a passer-by, so the control may be closed.
 *
 * Answers `POST /_control` with `schema`-checked JSON and hands the parsed command to `apply`.
 * Returns true when the request was for the control address (so nothing else must answer it); a closed control is 404.
 */
export async function answerControl<Command>(
  request: IncomingMessage,
  response: ServerResponse,
  { open, schema, apply }: { open: boolean; schema: z.ZodType<Command>; apply: (command: Command) => void },
): Promise<boolean> {
  if (new URL(request.url ?? '/', 'http://stand-in').pathname !== '/_control') return false
  if (!open || request.method !== 'POST') {
    sendJson(response, 404, { error: 'not_found' })
    return true
  }
  const parsed = schema.safeParse(parseJson(await readBody(request)))
  if (!parsed.success) {
    sendJson(response, 400, { error: 'unknown_command', issues: parsed.error.issues })
    return true
  }
  apply(parsed.data)
  sendJson(response, 200, parsed.data)
  return true
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
