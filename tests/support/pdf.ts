import { execFileSync } from 'node:child_process'
import { PDFiumLibrary, type PDFiumDocument } from '@hyzyla/pdfium'

export type Raster = { width: number; height: number; isDark: (x: number, y: number) => boolean }

/** The text of a PDF with every run of blanks as one, by poppler's pdftotext. */
export function textOf(pdf: Uint8Array): string {
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, stdio: ['pipe', 'pipe', 'ignore'] }).toString('utf8')
  return text.replaceAll('\u200b', '').replaceAll(/\s+/g, ' ')
}

/** The same in the order of the file, by poppler too: a table cell by cell, where `textOf` reads across its columns. */
export function cellsOf(pdf: Uint8Array): string {
  const text = execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf, stdio: ['pipe', 'pipe', 'ignore'] }).toString('utf8')
  return text.replaceAll('\u200b', '').replaceAll(/\s+/g, ' ')
}

export function textByPdfium(pdf: Uint8Array): Promise<string> {
  return withDocument(pdf, (document) => [...document.pages()].map((page) => page.getText()).join('\n'))
}

export function pagesOf(pdf: Uint8Array): Promise<number> {
  return withDocument(pdf, (document) => document.getPageCount())
}

/** A page as pixels, `scale` × 72 dpi. */
export function rasterOf(pdf: Uint8Array, { page, scale }: { page: number; scale: number }): Promise<Raster> {
  return withDocument(pdf, async (document) => {
    const { data, width, height } = await document.getPage(page).render({ scale, render: 'bitmap' })
    return { width, height, isDark: (x, y) => (data[(Math.round(y) * width + Math.round(x)) * 4] ?? 255) < 128 }
  })
}

async function withDocument<T>(pdf: Uint8Array, use: (document: PDFiumDocument) => T | Promise<T>): Promise<T> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(pdf)
  try {
    return await use(document)
  } finally {
    document.destroy()
    library.destroy()
  }
}
