// Packs what the build serves to everyone once and well, so that a reverse proxy sends the small file and neither it nor the web process packs
// anything again: beside `x.js` lie `x.js.br` and `x.js.gz`.
import { readdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** Text of the build. Fonts are packed already. */
const TEXT = /\.(js|css|svg|json|txt|map)$/

/** Below this a packed file is hardly smaller, and one packet holds it anyway. */
const LEAST_BYTES = 1_000

/** @type {Record<string, (bytes: Buffer) => Promise<Buffer>>} */
const PACKERS = {
  br: (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  gz: (bytes) => promisify(gzip)(bytes, { level: 9 }),
}

/**
 * Writes the packed twins of every text file below a folder. What gets no smaller gets no twin.
 *
 * @param {string} folder
 * @returns {Promise<number>} how many twins were written
 */
export async function precompress(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && TEXT.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
  const written = await Promise.all(files.map(packFile))
  return written.reduce((sum, one) => sum + one, 0)
}

async function packFile(file) {
  const bytes = await readFile(file)
  if (bytes.length < LEAST_BYTES) return 0
  let written = 0
  for (const [ending, pack] of Object.entries(PACKERS)) {
    const packed = await pack(bytes)
    if (packed.length >= bytes.length) continue
    await writeFile(`${file}.${ending}`, packed)
    written += 1
  }
  return written
}
