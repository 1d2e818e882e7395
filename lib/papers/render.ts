import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { renderSVG } from 'uqr'
import type { z } from 'zod'
import { instantAt } from '@/lib/platform/local-date'
import { controlOnForm, type ControlPrinted } from './control-words'
import type { DeskSheet } from './desk-sheets'
import { apologyOnForm, stopOnForm } from './notice-words'
import { type RegisterFacts, registerOnForm } from './register-words'
import { CURRENT_TEMPLATE, type Density, layoutOf, rollTemplate, type RenderableKind } from './rules'
import { ApologyFacts, ControlFacts, type IssuedFacts, ReceiptFacts, RefusalFacts, StopFacts, SupplementFacts } from './schema'
import { refusalOnForm, supplementOnForm } from './slip-words'
import { receiptOnForm } from './words'

/** Fonts with every Vietnamese letter precomposed; the cut fonts of the web lose glyphs in a PDF. */
const FONTS = [
  'tinos/400Regular/Tinos_400Regular.ttf',
  'tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf',
  'tinos/700Bold/Tinos_700Bold.ttf',
  'tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf',
  'be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf',
]

type Sheet = { paper: object; qr: string; issuedAt: Date }

const sheetOf =
  <F extends IssuedFacts>(shape: z.ZodType<F>, onForm: (facts: F) => object) =>
  (input: unknown): Sheet => {
    const facts = shape.parse(input)
    return { paper: onForm(facts), qr: qrPicture(facts.lookup.qr), issuedAt: new Date(facts.issuedAt) }
  }

/** What each paper prints, from its facts. A kind is added here and in TEMPLATES together. */
const SHEETS: Record<RenderableKind, (facts: unknown, version: number) => Sheet> = {
  RECEIPT: sheetOf(ReceiptFacts, receiptOnForm),
  SUPPLEMENT: sheetOf(SupplementFacts, supplementOnForm),
  REFUSAL: (facts, version) => sheetOf(RefusalFacts, (refusal) => refusalOnForm(refusal, { keepsLines: version > 1 }))(facts),
  STOP: sheetOf(StopFacts, stopOnForm),
  APOLOGY: sheetOf(ApologyFacts, apologyOnForm),
  CONTROL: sheetOf(ControlFacts, controlOnForm),
}

let compiler: NodeCompiler | undefined

/**
 * The PDF of an official paper, from the facts kept with it and the version of the template it was issued on. The same facts
 * give the same bytes: the file's date is the paper's date. PDF/A-2a, so it can be archived and read aloud (see below for foreign scripts).
 * Throws when facts do not fit the paper, the version never existed or the template does not compile; takes some 50 ms of CPU,
 * so it is called by the worker or after the commit, never inside a transaction.
 */
export async function renderPaper(kind: RenderableKind, templateVersion: number, facts: unknown): Promise<Uint8Array> {
  const layout = layoutOf(kind, templateVersion)
  if (layout === null) throw new Error(`no version ${templateVersion} of ${kind}`)
  return draw(layout.file, layout.densities, SHEETS[kind](facts, templateVersion))
}

/** The same paper on a roll of 80 mm, as long as it needs. Refuses and costs as `renderPaper`. */
export async function renderRoll(kind: RenderableKind, templateVersion: number, facts: unknown): Promise<Uint8Array> {
  const file = rollTemplate(kind, templateVersion)
  if (file === null) throw new Error(`no version ${templateVersion} of the roll of ${kind}`)
  return draw(file, ['roomy'], SHEETS[kind](facts, templateVersion))
}

/**
 * A register, or a part of one, on A4 laid across. It is made whenever it is asked for and kept nowhere: the book is the rows. Some 0.2 s of CPU for
 * 100 lines, so the caller keeps the part short.
 */
export async function renderRegister(facts: RegisterFacts): Promise<Uint8Array> {
  return draw('register.typ', ['roomy'], { paper: registerOnForm(facts), qr: '', issuedAt: instantAt(facts.day, 0) })
}

/** Phiếu kiểm soát of a dossier that is under way, or ended before these were issued: as the events say now, without a number and kept nowhere. */
export async function renderControl(facts: ControlPrinted): Promise<Uint8Array> {
  const version = CURRENT_TEMPLATE.CONTROL
  const layout = layoutOf('CONTROL', version)
  if (layout === null) throw new Error(`no version ${version} of CONTROL`)
  const sheet = { paper: controlOnForm(facts), qr: qrPicture(facts.lookup.qr), issuedAt: new Date(facts.issuedAt) }
  return draw(layout.file, layout.densities, sheet)
}

/** A sheet of the office's own hand on A4 laid across, dated `at`. Made whenever it is asked for and kept nowhere, as a register is. */
export async function renderDeskSheet(sheet: DeskSheet, at: Date): Promise<Uint8Array> {
  return draw('desk-sheet.typ', ['roomy'], { paper: sheet, qr: '', issuedAt: at })
}

async function draw(file: string, densities: readonly Density[], { paper, qr, issuedAt }: Sheet): Promise<Uint8Array> {
  const pdf = compile(file, densities, { inputs: { paper: JSON.stringify(paper), qr }, issuedAt })
  // Native documents are freed between two turns of the event loop; a batch of papers would otherwise pile them up.
  await setImmediate()
  return pdf
}

function compile(
  file: string,
  densities: readonly Density[],
  { inputs, issuedAt }: { inputs: Record<string, string>; issuedAt: Date },
): Uint8Array {
  const by = (compiler ??= startCompiler())
  const document = fewestPages(file, densities, inputs)
  const pdf = exportPdf(by, document, Math.floor(issuedAt.getTime() / 1000))
  // The compiler's cache is native memory of which the collector of JavaScript knows nothing: kept, it grew to 600 MB in 300 papers.
  by.evictCache(0)
  return new Uint8Array(pdf)
}

/** The roomiest setting among those that need the fewest pages; the next is tried only while there is more than one. */
function fewestPages(file: string, densities: readonly Density[], inputs: Record<string, string>): NodeTypstDocument {
  compiler ??= startCompiler()
  let best: NodeTypstDocument | undefined
  for (const density of densities) {
    const document = layOut(compiler, file, { ...inputs, density })
    if (!best || document.numOfPages < best.numOfPages) best = document
    if (best.numOfPages === 1) break
  }
  if (!best) throw new Error('a layout has at least one density')
  return best
}

function layOut(by: NodeCompiler, file: string, inputs: Record<string, string>): NodeTypstDocument {
  const compiled = by.compile({ mainFilePath: join(templateFolder(), file), inputs })
  const document = compiled.result
  if (document !== null) return document
  const failure = compiled.takeError()
  throw new Error(`the template does not compile: ${failure === null ? 'no reason given' : JSON.stringify(failure.shortDiagnostics)}`)
}

/**
 * PDF/A allows no character that the fonts lack. A picture sign or a foreign script in someone's address must not keep her from
 * getting a receipt: then the file is an ordinary PDF, with an empty box in that place and the character still in its text.
 */
function exportPdf(by: NodeCompiler, document: NodeTypstDocument, creationTimestamp: number): Buffer {
  try {
    return by.pdf(document, { pdfStandard: 'a-2a', creationTimestamp })
  } catch (error) {
    if (!(error instanceof Error && error.message.includes('could not be displayed'))) throw error
    return by.pdf(document, { creationTimestamp })
  }
}

/** One compiler for the life of the process: reading the fonts costs more than a rendering. */
function startCompiler(): NodeCompiler {
  const fontBlobs = FONTS.map((font) => readFileSync(join(process.cwd(), 'node_modules/@expo-google-fonts', font)))
  return NodeCompiler.create({ workspace: templateFolder(), fontArgs: [{ fontBlobs }] })
}

function templateFolder(): string {
  return join(process.cwd(), 'lib/papers/templates')
}

/** A QR code without a quiet zone of its own; the sheet leaves more than four modules of white around it. */
function qrPicture(address: string): string {
  return renderSVG(address, { ecc: 'M', border: 0, pixelSize: 1 })
}
