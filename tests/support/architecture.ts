import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { importsOf, parsed, type SourceFile } from './architecture-imports'
import { cycles, deadExports, longCalls } from './architecture-names'

// The design as checks over files, so that each check can be shown a planted breach as well as the repository.

/** The ordered list: a module imports only from modules to its left. */
const ORDER = [
  'platform',
  'text',
  'audit',
  'access',
  'places',
  'staff',
  'people',
  'identity',
  'procedures',
  'deadlines',
  'documents',
  'papers',
  'payments',
  'notifications',
  'dossiers',
  'counter',
  'feedback',
  'publishing',
  'reports',
  'jobs',
  'components',
  'app',
] as const

const ROOTS = ['app', 'components', 'lib', 'prisma', 'scripts', 'tests']
const ROOT_FILES = ['proxy.ts', 'next.config.ts']
const SOURCE = /\.(?:ts|tsx|mts|mjs|css)$/
const MAX_LINES = 300

/** Every hand-written source file of the repository. */
export function repository(): SourceFile[] {
  const walk = (folder: string): string[] =>
    readdirSync(folder).flatMap((name) => {
      const path = join(folder, name)
      // Generated code, and what test runs leave behind.
      if (path === 'prisma/generated' || path === 'tests/.out') return []
      return statSync(path).isDirectory() ? walk(path) : SOURCE.test(name) ? [path] : []
    })
  const present = (path: string) => statSync(path, { throwIfNoEntry: false }) !== undefined
  return [...ROOTS.filter(present).flatMap(walk), ...ROOT_FILES.filter(present)].map((path) => ({ path, text: readFileSync(path, 'utf8') }))
}

/** The place of a path in the ordered list; null outside of it. */
function moduleOf(path: string): (typeof ORDER)[number] | null {
  const [first, second] = path.split('/')
  const name = first === 'lib' ? second : first === 'proxy.ts' ? 'app' : first
  return ORDER.find((module) => module === name) ?? null
}

const isProduct = ({ path }: SourceFile) => /^(?:app|components|lib)\/|^proxy\.ts$/.test(path) && /\.tsx?$/.test(path)
const isPure = ({ path }: SourceFile) => /^lib\/.*\/(?:(?:move-)?rules|words)\.ts$/.test(path)

/** Modules and packages a pure file may import; anything else could read the world. */
const PURE_IMPORTS =
  /\/(?:(?:move-)?rules|words)$|^lib\/text\/|^lib\/platform\/(?:local-date|digest|money|refusal)$|^lib\/deadlines\/|^lib\/papers\/(?:amount|schema)$|^lib\/access\/policy$|^lib\/procedures\/|^zod$|^node:crypto$/

export const CHECKS: Record<string, (files: readonly SourceFile[]) => string[]> = {
  'imports point left along the ordered list': (files) =>
    files.filter(isProduct).flatMap((file) => {
      const own = moduleOf(file.path)
      if (!own) return [`${file.path}: not in the ordered list`]
      return importsOf(file).flatMap(({ from, typeOnly }) => {
        const target = moduleOf(from)
        const free = typeOnly && (from === 'lib/platform/db' || from.startsWith('prisma/generated'))
        return target && !free && ORDER.indexOf(target) > ORDER.indexOf(own) ? [`${file.path}: imports ${from} from its right`] : []
      })
    }),

  'rules and words are pure': (files) =>
    files
      .filter(isPure)
      .flatMap((file) =>
        importsOf(file).flatMap(({ from, typeOnly }) => (typeOnly || PURE_IMPORTS.test(from) ? [] : [`${file.path}: imports ${from}`])),
      ),

  'only the gate and the worker reach the database': (files) =>
    files
      .filter(isProduct)
      .flatMap((file) =>
        /^lib\/(?:access\/(?:gate|tries)\.ts|jobs\/|platform\/db\.ts)/.test(file.path)
          ? []
          : importsOf(file).flatMap(({ from, typeOnly }) =>
              !typeOnly &&
              (from === 'lib/platform/db' || from === 'prisma/generated/client' || from === 'pg') &&
              !(from === 'prisma/generated/client' && onlyTakesPrismaSql(file))
                ? [`${file.path}: imports ${from}`]
                : [],
            ),
      ),

  'foreign keys are written as scalars': (files) =>
    files.filter((file) => isProduct(file) || file.path.startsWith('prisma/seed/')).flatMap((file) => relationWrites(file)),

  'the clock and the dice are read in one file': (files) =>
    files.filter((file) => isProduct(file) && file.path !== 'lib/platform/clock.ts').flatMap((file) => clockReads(file)),

  'the environment is read in one file': (files) =>
    files
      .filter((file) => isProduct(file) && file.path !== 'lib/platform/env.ts')
      .flatMap((file) => (/\bprocess\s*\.\s*env\b/.test(withoutComments(file.text)) ? [`${file.path}: reads process.env`] : [])),

  'server actions stand in actions.ts': (files) =>
    files
      .filter((file) => isProduct(file) && !/^app\/.*\/?actions\.ts$/.test(file.path))
      .flatMap((file) => (/^\s*['"]use server['"]/m.test(file.text) ? [`${file.path}: says 'use server'`] : [])),

  'no file is longer than 300 lines': (files) =>
    files.flatMap((file) => {
      const lines = file.text.split('\n').length - 1
      return lines > MAX_LINES ? [`${file.path}: ${lines} lines`] : []
    }),

  'what is exported is taken by somebody': deadExports,

  'no files import each other in a ring': cycles,

  'with more than three parameters, an object': (files) =>
    longCalls(files.filter((file) => isProduct(file) || file.path.startsWith('prisma/'))),

  'citizens and staff share components, not pages': (files) =>
    files.flatMap((file) => {
      const other = /^app\/\((?:staff|leader)\)/.test(file.path)
        ? 'app/(citizen)/'
        : file.path.startsWith('app/(citizen)/')
          ? 'app/(staff)/'
          : null
      return other === null ? [] : importsOf(file).flatMap(({ from }) => (from.startsWith(other) ? [`${file.path}: imports ${from}`] : []))
    }),
}

/** `Prisma.sql` builds a query and touches nothing; taking the client class would. */
const onlyTakesPrismaSql = ({ text }: SourceFile) => /import \{ Prisma \} from '@\/prisma\/generated\/client'/.test(text)

/** Prisma's nested writes can move a row into another commune without an error (seen): only scalar keys are written. */
function relationWrites(file: SourceFile): string[] {
  const { path } = file
  const source = parsed(file)
  const found: string[] = []
  const visit = (node: ts.Node, insideData: boolean) => {
    if (ts.isPropertyAssignment(node)) {
      const name = node.name.getText(source)
      if (['connect', 'connectOrCreate', 'disconnect'].includes(name)) found.push(`${path}: writes a relation by ${name}`)
      if (insideData && ['create', 'createMany'].includes(name)) found.push(`${path}: nests ${name} inside data`)
      ts.forEachChild(node, (child) => visit(child, insideData || name === 'data'))
      return
    }
    ts.forEachChild(node, (child) => visit(child, insideData))
  }
  visit(source, false)
  return found
}

function clockReads(file: SourceFile): string[] {
  const { path } = file
  const source = parsed(file)
  const found: string[] = []
  const visit = (node: ts.Node) => {
    if (ts.isNewExpression(node) && node.expression.getText(source) === 'Date' && (node.arguments?.length ?? 0) === 0)
      found.push(`${path}: new Date()`)
    if (ts.isPropertyAccessExpression(node)) {
      const name = `${node.expression.getText(source)}.${node.name.text}`
      if (['Date.now', 'Math.random', 'performance.now', 'crypto.randomUUID', 'crypto.getRandomValues'].includes(name))
        found.push(`${path}: ${name}`)
    }
    if (ts.isIdentifier(node) && /^random(?:UUID|Bytes|Int|FillSync)$/.test(node.text)) found.push(`${path}: ${node.text}`)
    ts.forEachChild(node, visit)
  }
  visit(source)
  for (const { from } of importsOf(file)) if (from === 'uuid') found.push(`${path}: imports uuid`)
  return found
}

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|(^|[^:])\/\/.*$/gm, '$1')
