import { refusalPage } from '@/app/refusal-page'
import type { Actor } from '@/lib/access/policy'
import { printControl, printHandOver, printHandOvers, printProcess } from '@/lib/dossiers/sheet-queries'
import { actorForRead } from '@/lib/identity/session'
import { handOverOnSheet, processOnSheet } from '@/lib/papers/desk-sheets'
import { renderControl, renderDeskSheet } from '@/lib/papers/render'
import { instantAt } from '@/lib/platform/local-date'
import { refused, type Result } from '@/lib/platform/refusal'

/** A sheet as it is sent: how the browser names it when it is saved, and how it is drawn. */
type Sheet = { file: string; draw: () => Promise<Uint8Array> }
type Query = Readonly<Record<string, string | undefined>>

/** Each sheet by its address: who may have it, and what is on it, the door says. */
const SHEETS: Readonly<Record<string, (actor: Actor, query: Query) => Promise<Result<Sheet>>>> = {
  'phieu-kiem-soat': async (actor, { ma }) =>
    drawn(await printControl(actor, { code: ma }), (facts) => ({
      file: `phieu-kiem-soat-${facts.dossierCode}`,
      draw: () => renderControl(facts),
    })),
  'phieu-qua-trinh': async (actor, { ma }) =>
    drawn(await printProcess(actor, { code: ma }), (facts) => ({
      file: `phieu-qua-trinh-${facts.code}`,
      draw: () => renderDeskSheet(processOnSheet(facts), facts.at),
    })),
  'phieu-ban-giao': async (actor, { ma, lan, ngay, tu, den }) =>
    drawn(
      await (ma === undefined ? printHandOvers(actor, { day: ngay, from: tu, to: den }) : printHandOver(actor, { code: ma, seq: lan })),
      // Its date is the day of the hand-over, so that the file is the same whenever it is printed.
      (facts) => ({
        file: `phieu-ban-giao-${facts.day}`,
        draw: () => renderDeskSheet(handOverOnSheet(facts), instantAt(facts.day, 0)),
      }),
    ),
}

/**
 * The office's own sheets as PDF, shown in the browser, where they are printed. None is kept: each is made of the dossiers' events whenever it is asked
 * for. `?ma=`: a dossier's code; of Phiếu bàn giao `?ma=&lan=` one hand-over of it, or `?ngay=&tu=&den=` all of a day between two places.
 */
export async function GET(request: Request, { params }: { params: Promise<{ sheet: string }> }): Promise<Response> {
  const { sheet } = await params
  const asked = await actorForRead()
  if (!asked.ok) return refusalPage(asked)
  const read = Object.hasOwn(SHEETS, sheet) ? SHEETS[sheet] : undefined
  const found = (await read?.(asked.value, Object.fromEntries(new URL(request.url).searchParams))) ?? refused('not_found')
  // What names nothing is nothing.
  if (!found.ok) return refusalPage(found.code === 'invalid_input' ? refused('not_found') : found)
  const bytes = await found.value.draw()
  return new Response(Buffer.from(bytes), {
    headers: {
      'content-type': 'application/pdf',
      'content-length': String(bytes.length),
      'content-disposition': `inline; filename="${found.value.file}.pdf"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  })
}

const drawn = <F>(found: Result<F>, sheet: (facts: F) => Sheet): Result<Sheet> =>
  found.ok ? { ok: true, value: sheet(found.value) } : found
