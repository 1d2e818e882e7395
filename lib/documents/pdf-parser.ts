/**
 * What the PDF thread runs. `active`: what a reader would do on its own (scripts, starting programs, sending or fetching data) or carries as a
 * second file. Names of actions are looked for in the bytes, spelled in numbers or not, and in packed lists of objects, because a parser only
 * tells of some places where they can stand; attached files and XFA forms it counts itself. A list that unfolds beyond UNFOLDED is no document.
 * In a file that was locked against changes the packed lists cannot be read, so there only the parser's count speaks.
 */
export const PDF_PARSER = `
const { parentPort, workerData } = require('node:worker_threads')
const { readFile } = require('node:fs/promises')
const { inflateSync, constants } = require('node:zlib')
const CAP = 320 * 1024 * 1024
const UNFOLDED = 32 * 1024 * 1024
const FULL_XFA = 2
const ACTS = /\\/(JavaScript|Launch|RichMedia|FileAttachment|ImportData|SubmitForm|GoToR|GoToE)(?![A-Za-z0-9])/
let used = 0
const grow = WebAssembly.Memory.prototype.grow
WebAssembly.Memory.prototype.grow = function (pages) {
  if (this.buffer.byteLength + pages * 65536 > CAP) throw new RangeError('memory cap')
  const before = grow.call(this, pages)
  used = this.buffer.byteLength
  return before
}
const { PDFiumLibrary } = require(workerData.library)
const library = PDFiumLibrary.init()

const spelled = (name) => name.replace(/#([0-9a-f]{2})/gi, (_, code) => String.fromCharCode(parseInt(code, 16)))
function namesAct(text) {
  if (ACTS.test(text)) return true
  for (const [name] of text.matchAll(/\\/[\\w#]*#[0-9a-f]{2}[\\w#]*/gi)) if (ACTS.test(spelled(name))) return true
  return false
}
function packedLists(bytes, text) {
  const lists = []
  for (const found of text.matchAll(/<<([^]{0,400}?)>>\\s*stream\\r?\\n/g)) {
    const words = spelled(found[1])
    if (!words.includes('/ObjStm') || !words.includes('/Filter')) continue
    if (!/\\/Filter\\s*\\[?\\s*\\/(FlateDecode|Fl)\\b\\s*(\\]|\\/|$|>)/.test(words)) return null
    const limits = { maxOutputLength: UNFOLDED, finishFlush: constants.Z_SYNC_FLUSH }
    try {
      lists.push(inflateSync(bytes.subarray(found.index + found[0].length), limits).toString('latin1'))
    } catch (error) {
      if (error.code === 'ERR_BUFFER_TOO_LARGE') throw new Error('corrupted list of objects')
    }
  }
  return lists
}
function isActive(bytes) {
  const text = bytes.toString('latin1')
  if (namesAct(text)) return true
  const lists = packedLists(bytes, text)
  return lists === null || lists.some(namesAct)
}
function everyPageHasSize(module, handle, pages) {
  const size = module.wasmExports.malloc(8)
  try {
    for (let page = 0; page < pages; page += 1) if (!module._FPDF_GetPageSizeByIndexF(handle, page, size)) return false
    return true
  } finally {
    module.wasmExports.free(size)
  }
}
function judge(module, document, bytes) {
  const pages = document.getPageCount()
  const handle = document.documentIdx
  if (pages <= 0) return { outcome: 'broken' }
  const first = document.getPage(0).getOriginalSize()
  if (!(first.originalWidth > 0 && first.originalHeight > 0)) return { outcome: 'broken' }
  if (pages <= workerData.pageLimit && !everyPageHasSize(module, handle, pages)) return { outcome: 'broken' }
  const carries = module._FPDFDoc_GetAttachmentCount(handle) > 0 || module._FPDFDoc_GetJavaScriptActionCount(handle) > 0
  if (carries || module._FPDF_GetFormType(handle) >= FULL_XFA || isActive(bytes)) return { outcome: 'active' }
  return { outcome: 'opened', pages }
}

parentPort.on('message', async (path) => {
  let answer = { outcome: 'broken' }
  let tired = false
  try {
    const pdfium = await library
    const bytes = await readFile(path)
    const document = await pdfium.loadDocument(bytes)
    try {
      answer = judge(pdfium.module, document, bytes)
    } finally {
      document.destroy()
    }
  } catch (error) {
    const text = String(error && error.message)
    if (/password|security scheme/i.test(text)) answer = { outcome: 'password' }
    else tired = !/corrupted|Page not found/i.test(text)
  }
  parentPort.postMessage({ answer, tired: tired || used > CAP / 2 })
})
library.then(() => parentPort.postMessage('begun'))
`
