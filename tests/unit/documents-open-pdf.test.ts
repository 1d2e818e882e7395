import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openPdf } from '@/lib/documents/open-pdf'
import { pdfFile } from '@/tests/support/files'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-pdf-'))
})
afterAll(() => rm(folder, { recursive: true }))

it('a sound file is not called broken because the parser had to begin first, however long that took', async () => {
  const path = join(folder, 'to-khai.pdf')
  await writeFile(path, pdfFile())
  // Each try that is given too little time for the file dismisses its parser, so the next one begins anew.
  for (let patience = 20; ; patience *= 1.4) {
    const since = performance.now()
    const { outcome } = await openPdf(path, { patience })
    if (outcome !== 'opened') continue
    expect(performance.now() - since).toBeGreaterThan(patience)
    return
  }
})
