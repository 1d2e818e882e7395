import type { Readable } from 'node:stream'
import { refusalPage } from '@/app/refusal-page'
import { openIntakeDocument } from '@/lib/counter/queries'
import { fileStorage } from '@/lib/documents/storage'
import { openDossierDocument, openMyDocument } from '@/lib/dossiers/my-queries'
import type { Actor } from '@/lib/access/policy'
import { actorForRead } from '@/lib/identity/session'
import { refused } from '@/lib/platform/refusal'

/**
 * A stored file, for the citizen whose it is and the staff who may see its dossier. Always an attachment, and sandboxed by `proxy.ts`: what
 * people send is never opened as a page of this site, whatever it contains.
 */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params
  const communeId = new URL(request.url).searchParams.get('xa') ?? undefined
  const asked = await actorForRead()
  if (!asked.ok) return refusalPage(asked)
  const actor = asked.value
  const found = actor.kind === 'staff' ? await openForStaff(actor, id) : await openMyDocument(actor, { id, communeId })
  // What is no id names nothing.
  if (!found.ok) return refusalPage(found.code === 'invalid_input' ? refused('not_found') : found)
  const { fileName, mediaType, size, storageKey } = found.value
  const bytes = await (await fileStorage()).read(storageKey)
  return new Response(streamOf(bytes), {
    headers: {
      'content-type': mediaType,
      'content-length': String(size),
      'content-disposition': `attachment; filename*=UTF-8''${encodeName(fileName)}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  })
}

/** A dossier's file, or one that the clerk has just scanned at the counter. */
async function openForStaff(actor: Actor, id: string) {
  const found = await openDossierDocument(actor, { id })
  return found.ok || found.code !== 'not_found' ? found : openIntakeDocument(actor, { id })
}

/** The file piece by piece, as fast as the browser takes it; let go when the browser leaves. */
function streamOf(bytes: Readable): ReadableStream<Uint8Array> {
  const pieces = bytes.iterator({ destroyOnReturn: true })
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    cancel: () => void bytes.destroy(),
  })
}

/** RFC 8187: what encodeURIComponent leaves alone but a parameter may not carry. */
const encodeName = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
