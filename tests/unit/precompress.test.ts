import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { precompress } from '@/scripts/steps/precompress.mjs'

it('lays packed twins beside the texts of a build, and only where they are smaller', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-static-'))
  mkdirSync(join(folder, 'chunks'))
  const script = 'export const sentence = "Hồ sơ đã nhận";\n'.repeat(200)
  writeFileSync(join(folder, 'chunks/page.js'), script)
  writeFileSync(join(folder, 'short.css'), 'a{color:red}')
  writeFileSync(join(folder, 'text.woff2'), script)

  expect(await precompress(folder)).toBe(2)
  expect(readdirSync(folder).toSorted()).toEqual(['chunks', 'short.css', 'text.woff2'])
  expect(readdirSync(join(folder, 'chunks')).toSorted()).toEqual(['page.js', 'page.js.br', 'page.js.gz'])
  expect(brotliDecompressSync(readFileSync(join(folder, 'chunks/page.js.br'))).toString()).toBe(script)
  expect(gunzipSync(readFileSync(join(folder, 'chunks/page.js.gz'))).toString()).toBe(script)
  // A second time over the same folder packs no twin of a twin.
  expect(await precompress(folder)).toBe(2)
})
