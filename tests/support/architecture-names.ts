import ts from 'typescript'
import { importsOf, parsed, type SourceFile } from './architecture-imports'

// What the linter cannot see in one file alone, and the length of a call.

const ENDINGS = /(?:\/index)?(?:\.(?:d\.mts|mts|mjs|tsx?))?$/

/** Older than these checks, beside the table of moves; they go when it is next worked on. */
const OLDER: readonly string[] = ['lib/dossiers/rules.ts: nobody takes stageBack', 'lib/dossiers/rules.ts: mayMoveFrom takes 4 parameters']

/** A file by the name that others import it by. */
const moduleName = (path: string): string => path.replace(ENDINGS, '')

/** Names that Next itself looks for in the files of a route, and what is begun by the framework or a runner. */
const TAKEN_BY_NEXT =
  /^(?:default|metadata|viewport|generateMetadata|generateStaticParams|dynamic|revalidate|runtime|maxDuration|GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/
const ROUTE_FILE = /^app\/.*\/?(?:page|layout|route|error|not-found|global-error|icon|template|loading)\.tsx?$/
const BEGUN_BY_OTHERS = /^(?:proxy|instrumentation|next\.config|vitest\.config|playwright\.config)\.ts$|\.d\.mts$|\.test\.tsx?$|\.spec\.ts$/

/** The values that a file exports. A type that nobody imports may still be part of what an exported function says. */
function exportsOf(file: SourceFile): string[] {
  return parsed(file).statements.flatMap((statement) => {
    if (!ts.canHaveModifiers(statement)) return []
    const modifiers = ts.getModifiers(statement) ?? []
    const has = (kind: ts.SyntaxKind) => modifiers.some((modifier) => modifier.kind === kind)
    if (!has(ts.SyntaxKind.ExportKeyword) || has(ts.SyntaxKind.DefaultKeyword)) return []
    if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.flatMap(({ name }) => namesIn(name))
    return (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name ? [statement.name.text] : []
  })
}

const namesIn = (name: ts.BindingName): string[] =>
  ts.isIdentifier(name) ? [name.text] : name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : namesIn(element.name)))

/** A door that only its own file opens is exported all the same: the access matrix asks every door. */
const isOwnDoor = ({ text }: SourceFile, name: string): boolean =>
  new RegExp(`^export const ${name} = (?:command|query)\\(`, 'm').test(text) &&
  (text.match(new RegExp(`\\b${name}\\b`, 'g')) ?? []).length > 1

/** Exports that no other file takes. */
export function deadExports(files: readonly SourceFile[]): string[] {
  const taken = new Map<string, Set<string> | 'all'>()
  for (const file of files)
    for (const { from, names } of importsOf(file)) {
      const module = moduleName(from)
      const before = taken.get(module)
      if (names === null || before === 'all') taken.set(module, 'all')
      else taken.set(module, new Set([...(before ?? []), ...names]))
    }
  return files
    .filter(({ path }) => /\.(?:tsx?|mjs)$/.test(path) && !BEGUN_BY_OTHERS.test(path))
    .flatMap((file) => {
      const used = taken.get(moduleName(file.path))
      if (used === 'all') return []
      return exportsOf(file).flatMap((name) =>
        used?.has(name) || (ROUTE_FILE.test(file.path) && TAKEN_BY_NEXT.test(name)) || isOwnDoor(file, name)
          ? []
          : [`${file.path}: nobody takes ${name}`],
      )
    })
    .filter((one) => !OLDER.includes(one))
}

/** Rings of files that import each other, types left aside. */
export function cycles(files: readonly SourceFile[]): string[] {
  const known = new Set(files.map(({ path }) => moduleName(path)))
  const leadsTo = new Map<string, string[]>()
  for (const file of files) {
    const targets = importsOf(file).flatMap(({ from, typeOnly }) => (typeOnly || !known.has(moduleName(from)) ? [] : [moduleName(from)]))
    leadsTo.set(moduleName(file.path), targets)
  }
  const found: string[] = []
  const done = new Set<string>()
  const walk = (module: string, way: readonly string[]): void => {
    const at = way.indexOf(module)
    if (at !== -1) return void found.push([...way.slice(at), module].join(' → '))
    if (done.has(module)) return
    for (const next of leadsTo.get(module) ?? []) walk(next, [...way, module])
    done.add(module)
  }
  for (const module of leadsTo.keys()) walk(module, [])
  return found
}

const MOST_PARAMETERS = 3

/** Functions that take more than three parameters instead of an object. */
export const longCalls = (files: readonly SourceFile[]): string[] =>
  files
    .flatMap((file) => {
      const found: string[] = []
      const visit = (node: ts.Node) => {
        if (ts.isFunctionLike(node) && node.parameters.length > MOST_PARAMETERS) {
          const named =
            node.name ?? (ts.isVariableDeclaration(node.parent) || ts.isPropertyAssignment(node.parent) ? node.parent.name : null)
          found.push(`${file.path}: ${named?.getText() ?? 'a function'} takes ${node.parameters.length} parameters`)
        }
        ts.forEachChild(node, visit)
      }
      visit(parsed(file))
      return found
    })
    .filter((one) => !OLDER.includes(one))
