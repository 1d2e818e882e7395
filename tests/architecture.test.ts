import { describe, expect, it } from 'vitest'
import { CHECKS, repository } from './support/architecture'
import type { SourceFile } from './support/architecture-imports'

const files = repository()

/** One breach of each check, as somebody in a hurry would write it. */
const PLANTED: Record<keyof typeof CHECKS, SourceFile> = {
  'imports point left along the ordered list': {
    path: 'lib/deadlines/planted.ts',
    text: `import { lockDossier } from '@/lib/dossiers/store'\nexport const planted = lockDossier\n`,
  },
  'rules and words are pure': {
    path: 'lib/dossiers/rules.ts',
    text: `import { readFileSync } from 'node:fs'\nexport const planted = readFileSync\n`,
  },
  'only the gate and the worker reach the database': {
    path: 'lib/dossiers/planted.ts',
    text: `import { db } from '@/lib/platform/db'\nexport const planted = () => db().dossier.findMany()\n`,
  },
  'foreign keys are written as scalars': {
    path: 'lib/dossiers/planted.ts',
    text: `export const planted = { data: { code: '1', commune: { connect: { id: 2 } } } }\n`,
  },
  'the clock and the dice are read in one file': { path: 'app/planted.tsx', text: `export const planted = () => new Date().getTime()\n` },
  'the environment is read in one file': { path: 'lib/papers/planted.ts', text: `export const planted = process.env.PUBLIC_URL\n` },
  'server actions stand in actions.ts': { path: 'app/(staff)/planted.tsx', text: `'use server'\nexport async function planted() {}\n` },
  'what is exported is taken by somebody': { path: 'lib/dossiers/planted.ts', text: 'export const planted = 1\n' },
  'no files import each other in a ring': {
    path: 'lib/dossiers/planted.ts',
    text: `import { planted as self } from './planted'\nexport const planted = () => self\n`,
  },
  'with more than three parameters, an object': {
    path: 'lib/dossiers/planted.ts',
    text: 'export const planted = (from: string, to: string, by: string, at: Date) => [from, to, by, at]\n',
  },
  'citizens and staff share components, not pages': {
    path: 'app/(staff)/can-bo/planted.tsx',
    text: `import { draftHref } from '@/app/(citizen)/nop-ho-so/steps'\nexport const planted = draftHref\n`,
  },
  'no file is longer than 300 lines': { path: 'lib/dossiers/planted.ts', text: 'export {}\n'.repeat(301) },
}

describe('the design holds', () => {
  for (const [name, check] of Object.entries(CHECKS)) {
    it(name, () => expect(check(files)).toEqual([]))

    it(`${name}: a planted breach is caught`, () => {
      const planted = PLANTED[name]
      if (!planted) throw new Error(`No breach planted for ${name}`)
      expect(check([planted])).not.toEqual([])
    })
  }

  it('reads the whole repository', () => {
    expect(files.length).toBeGreaterThan(100)
    for (const folder of ['app', 'components', 'lib', 'prisma', 'scripts', 'tests'])
      expect(files.some(({ path }) => path.startsWith(`${folder}/`))).toBe(true)
  })
})
