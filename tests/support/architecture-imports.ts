import { join } from 'node:path'
import ts from 'typescript'

export type SourceFile = { path: string; text: string }

/** `from`: the specifier as a path from the root, packages as they are. `names`: what is taken of it; null for all that there is. */
export type Import = { from: string; typeOnly: boolean; names: readonly string[] | null }

/** Answers of a question about a file, kept as long as the file: several checks ask the same of the whole repository. */
function once<T>(answer: (file: SourceFile) => T): (file: SourceFile) => T {
  const kept = new WeakMap<SourceFile, { answer: T }>()
  return (file) => {
    const found = kept.get(file) ?? { answer: answer(file) }
    kept.set(file, found)
    return found.answer
  }
}

/** A source as the compiler reads it. */
export const parsed = once(({ path, text }) => ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true))

/** Everything that a file takes from others: by import, by export from, by a dynamic import, by `import()` in a type or a JSDoc comment. */
export const importsOf = once((file): Import[] => {
  const found: Import[] = []
  const from = (node: ts.StringLiteral) => resolve(file.path, node.text)
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier))
      found.push({ from: from(node.moduleSpecifier), ...takenBy(node.importClause) })
    if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier))
      found.push({ from: from(node.moduleSpecifier), typeOnly: node.isTypeOnly, names: exportedBy(node.exportClause) })
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [specifier] = node.arguments
      if (specifier && ts.isStringLiteral(specifier)) found.push({ from: from(specifier), typeOnly: false, names: null })
    }
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal))
      found.push({ from: from(node.argument.literal), typeOnly: true, names: null })
    ts.forEachChild(node, visit)
  }
  visit(parsed(file))
  return found
})

function takenBy(clause: ts.ImportClause | undefined): Omit<Import, 'from'> {
  const bindings = clause?.namedBindings
  const named = bindings && ts.isNamedImports(bindings) ? bindings.elements : undefined
  const everyNameIsType = named !== undefined && !clause?.name && named.length > 0 && named.every((element) => element.isTypeOnly)
  return {
    typeOnly: (clause?.isTypeOnly ?? false) || everyNameIsType,
    names:
      bindings && ts.isNamespaceImport(bindings)
        ? null
        : [...(clause?.name ? ['default'] : []), ...(named ?? []).map(({ name, propertyName }) => (propertyName ?? name).text)],
  }
}

const exportedBy = (clause: ts.NamedExportBindings | undefined): readonly string[] | null =>
  clause && ts.isNamedExports(clause) ? clause.elements.map(({ name, propertyName }) => (propertyName ?? name).text) : null

/** A specifier as a path from the root; packages stay as they are. */
function resolve(path: string, specifier: string): string {
  if (specifier.startsWith('@/')) return specifier.slice(2)
  return specifier.startsWith('.') ? join(path, '..', specifier) : specifier
}
