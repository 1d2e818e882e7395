import { refusalPage } from '@/app/refusal-page'
import { fileStorage } from '@/lib/documents/storage'
import { openPaper } from '@/lib/dossiers/paper-queries'
import { actorForRead } from '@/lib/identity/session'
import { refused } from '@/lib/platform/refusal'
import { renderPaper, renderRoll } from '@/lib/papers/render'
import { isRenderable, rollTemplate } from '@/lib/papers/rules'

type Paper = Extract<Awaited<ReturnType<typeof openPaper>>, { ok: true }>['value']

/**
 * An official paper as PDF, shown in the browser, where the clerk prints it. As kept, or, in the moments before the worker has kept it,
 * made from the same facts: the bytes are the same. `?xa=`: the commune it belongs to, where that is not the site's; `?kho=cuon`: on a roll of
 * 80 mm, where it has one.
 */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params
  const { searchParams } = new URL(request.url)
  const communeId = searchParams.get('xa') ?? undefined
  const asked = await actorForRead()
  if (!asked.ok) return refusalPage(asked)
  const found = await openPaper(asked.value, { id, communeId })
  // What is no id names nothing.
  if (!found.ok) return refusalPage(found.code === 'invalid_input' ? refused('not_found') : found)
  const { kind, made } = found.value
  const isRoll = searchParams.get('kho') === 'cuon' && isRenderable(kind) && rollTemplate(kind, made.templateVersion) !== null
  const bytes = await (isRoll ? renderRoll(kind, made.templateVersion, made.facts) : bytesOf(found.value))
  return new Response(Buffer.from(bytes), {
    headers: {
      'content-type': 'application/pdf',
      'content-length': String(bytes.length),
      'content-disposition': `inline; filename="${nameOf(found.value, isRoll)}"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  })
}

async function bytesOf({ kept, kind, made }: Paper): Promise<Uint8Array> {
  const storage = await fileStorage()
  if (kept && (await storage.has(kept.storageKey))) return storage.readBytes(kept.storageKey)
  if (!isRenderable(kind)) throw new Error(`No template draws a paper of kind ${kind}`)
  return renderPaper(kind, made.templateVersion, made.facts)
}

/** The name under which the browser saves it; a dossier's code is plain ASCII. */
const nameOf = ({ kind, dossierCode }: Paper, isRoll: boolean): string =>
  `${FILE_NAMES[kind] ?? 'giay'}-${dossierCode}${isRoll ? '-cuon' : ''}.pdf`

const FILE_NAMES: Partial<Record<Paper['kind'], string>> = {
  RECEIPT: 'giay-tiep-nhan',
  SUPPLEMENT: 'phieu-yeu-cau-bo-sung',
  REFUSAL: 'phieu-tu-choi',
  APOLOGY: 'phieu-xin-loi',
  STOP: 'thong-bao-dung',
  CONTROL: 'phieu-kiem-soat',
}
