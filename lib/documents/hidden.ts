import { createReadStream } from 'node:fs'
import type { MediaType } from './rules'

/**
 * What another program takes for its own wherever it stands in a file: scripts of pages and servers, archives, Windows programs, the test file of
 * the virus scanners, and, in what is no PDF, the head of one (its readers look for it behind other bytes). Each has six bytes or more, so
 * that the noise of a photograph never spells one.
 */
const SCRIPTS = /<(?:script|\?php\s|!doctype html)/i
const MARKS = ['Rar!\x1a\x07', '7z\xbc\xaf\x27\x1c', 'This program cannot be run in DOS mode', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE']
const PDF_HEADS = ['%PDF-1.', '%PDF-2.']
const LONGEST = 64
const CHUNK = 1024 * 1024

/** Whether a file of this kind holds the marks of another one. Reads it once, a megabyte at a time. */
export async function hidesAnother(path: string, mediaType: MediaType): Promise<boolean> {
  const marks = mediaType === 'application/pdf' ? MARKS : [...MARKS, ...PDF_HEADS]
  let before = ''
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK, encoding: 'latin1' })) {
    const text = `${before}${String(chunk)}`
    if (SCRIPTS.test(text) || marks.some((mark) => text.includes(mark))) return true
    before = text.slice(-LONGEST)
  }
  return false
}
