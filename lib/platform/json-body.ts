import { readAtMost } from './body'

export type BodyFault = 'media_type' | 'too_large' | 'malformed'

/**
 * The JSON of a request, at most `maxBytes` of it. The announced length is not believed: bytes are counted while they come, so that nobody
 * fills the memory with a body that never ends. Text that is not UTF-8 is malformed.
 */
export async function readJsonBody(
  request: Request,
  maxBytes: number,
): Promise<{ ok: true; value: unknown } | { ok: false; fault: BodyFault }> {
  const [mediaType = ''] = (request.headers.get('content-type') ?? '').split(';')
  if (mediaType.trim().toLowerCase() !== 'application/json') return { ok: false, fault: 'media_type' }
  const bytes = await readAtMost(request, maxBytes)
  if (bytes === null) return { ok: false, fault: 'too_large' }
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return { ok: true, value }
  } catch {
    return { ok: false, fault: 'malformed' }
  }
}
