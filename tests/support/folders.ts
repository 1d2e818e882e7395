import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Everything under a folder, folders themselves included, each with its path from the root. */
export const pathsUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
