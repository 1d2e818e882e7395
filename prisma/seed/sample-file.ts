import { openStorage } from '@/lib/documents/storage'
import { newId } from '@/lib/platform/clock'
import { sha256 } from '@/lib/platform/digest'
import type { SampleFile } from './builders/insert'

/** A one-page PDF that says what it is: the content of every generated paper. */
const LINE = 'Tai lieu minh hoa, khong co gia tri su dung'

/** The sample, stored under each key that asks for it, in the folder of the installation. */
export async function sampleFile(folder: string): Promise<SampleFile> {
  const bytes = samplePdf()
  const storage = await openStorage(folder)
  return { size: bytes.length, sha256: sha256(bytes), pages: 1, put: (key) => storage.put(key, bytes, newId()) }
}

/** Written by hand, because a demonstration of two thousand papers needs none of a typesetter's work. */
function samplePdf(): Uint8Array {
  const text = `BT /F1 18 Tf 72 720 Td (${LINE}) Tj ET`.padEnd(3_200)
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    // About the size of a short page as a scanner writes it, and no more than a block of the disk.
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let pdf = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = pdf.length
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = pdf.length
  pdf += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`
  pdf += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`
  return new TextEncoder().encode(pdf)
}
