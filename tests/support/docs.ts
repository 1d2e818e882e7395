import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

// What the pages for readers say, as checks over texts, so that each check can be shown a planted mistake as well as the repository.

/** A page in Markdown. `path` is relative to the root of the repository. */
export type Doc = { path: string; text: string }

const FOLDERS = ['docs', 'lib', 'components']

/** Every Markdown page of the repository. */
export function docs(): Doc[] {
  const paths = ['.', ...FOLDERS].flatMap((folder) =>
    readdirSync(folder).flatMap((name) => (name.endsWith('.md') ? [normalize(join(folder, name))] : [])),
  )
  return paths.map((path) => ({ path, text: readFileSync(path, 'utf8') }))
}

const withoutBlocks = (text: string): string => text.replaceAll(/^```[\s\S]*?^```$/gm, '')

const withoutCode = (text: string): string => withoutBlocks(text).replaceAll(/`[^`\n]*`/g, '')

const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? '')

/** Where the links and pictures of a page lead to. */
const targets = (text: string): string[] => [
  ...all(withoutCode(text), /\]\(([^)\s]+)\)/g),
  ...all(withoutCode(text), /<(?:img|a)\s[^>]*?(?:src|href)="([^"]+)"/g),
]

/** The anchor that a heading gets where Markdown is shown. */
const anchorOf = (heading: string): string =>
  heading
    .trim()
    .toLocaleLowerCase('vi')
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-')

const anchorsOf = (text: string): string[] => all(withoutBlocks(text), /^#{1,6}\s+(.+)$/gm).map(anchorOf)

/** Links and pictures of a page that lead nowhere. `read` gives the text of a file, null where there is none, '' for what is no text. */
export function brokenLinks({ path, text }: Doc, read: (path: string) => string | null): string[] {
  return targets(text).filter((target) => {
    if (/^[a-z]+:/.test(target)) return false
    const [file = '', anchor] = target.split('#')
    const found = file === '' ? text : read(normalize(join(dirname(path), decodeURIComponent(file))))
    return found === null || (anchor !== undefined && !anchorsOf(found).includes(decodeURIComponent(anchor)))
  })
}

/** Reads a file of the repository for `brokenLinks`. */
export function readFor(path: string): string | null {
  if (!existsSync(path)) return null
  return path.endsWith('.md') && statSync(path).isFile() ? readFileSync(path, 'utf8') : ''
}

/** Every address of the portal as the folders of `app/` say it; `[x]` stands for anything, `[...x]` for any rest. */
export function routes(folder = 'app', address = ''): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (!entry.isDirectory()) return /^(?:page\.tsx|route\.ts)$/.test(entry.name) ? [address === '' ? '/' : address] : []
    return routes(join(folder, entry.name), /^\(.+\)$/.test(entry.name) ? address : `${address}/${entry.name}`)
  })
}

/** Whether an address leads to one of the routes; what is written as a place to fill in (‹mã›, {code}) only fits a place that is filled in. */
function leads(address: string, route: string): boolean {
  const [asked, place] = [address, route].map((one) => one.split('/').filter((part) => part !== ''))
  if (!asked || !place) return false
  const rest = place.findIndex((part) => part.startsWith('[...'))
  if (rest !== -1 && place.slice(0, rest).every((part, index) => part === asked[index])) return true
  return asked.length === place.length && asked.every((part, index) => fits(part, place[index] ?? ''))
}

const fits = (part: string, place: string): boolean => (/^[‹{[]/.test(part) ? place.startsWith('[') : part === place)

/** Addresses of the portal that a page names in code and that are none. `GET …` and `POST …` stand below /api/v1. */
export function unknownAddresses({ text }: Doc, known: readonly string[]): string[] {
  const named = [
    ...all(withoutBlocks(text), /`(\/[^`\s?#]*)[^`\n]*`/g),
    ...all(withoutBlocks(text), /`(?:GET|POST) (\/[^`\s?#]*)[^`\n]*`/g).map((path) => `/api/v1${path}`),
  ]
  return named.filter((address) => !known.some((route) => leads(address, route)))
}

/** Commands that a page names and that package.json does not have. */
export const unknownCommands = ({ text }: Doc, scripts: readonly string[]): string[] =>
  all(text, /npm run ([\w:-]+)/g).filter((name) => !scripts.includes(name))

/** Variables in the tables of a page that the example of the environment does not explain. */
export function unknownVariables({ text }: Doc, example: string): string[] {
  const rows = text.split('\n').filter((line) => line.startsWith('|'))
  const known = all(example, /^#?([A-Z][A-Z0-9_]+)=/gm)
  return rows.flatMap((row) => all(row, /`([A-Z][A-Z0-9_]{3,})`/g)).filter((name) => !known.includes(name))
}

/** The texts of all sources that draw or word a screen, without their comments, each run of blanks as one. */
export function screenTexts(): string {
  const walk = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? walk(path) : /\.tsx?$/.test(path) ? [readFileSync(path, 'utf8')] : []
    })
  return ['app', 'components', 'lib'].flatMap(walk).map(asScreen).join('\n')
}

/** A source as `saysOnScreen` reads it. */
export const asScreen = (source: string): string =>
  source
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/^\s*\/\/.*$/gm, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll(/\s+/g, ' ')

/** Whether a text stands in the sources as a whole: between quotes, tags or braces, not as a part of a longer one. */
function saysOnScreen(screen: string, words: string): boolean {
  for (let at = screen.indexOf(words); at !== -1; at = screen.indexOf(words, at + 1)) {
    const before = screen.slice(0, at).trimEnd().at(-1) ?? ''
    const after =
      screen
        .slice(at + words.length)
        .trimStart()
        .at(0) ?? ''
    if (/['"`>}]/.test(before) && /['"`<{]/.test(after)) return true
  }
  return false
}

/** What a page quotes as standing on the screen (**“…”**) and no source says. */
export const unsaid = ({ text }: Doc, screen: string): string[] =>
  [...new Set(all(withoutCode(text), /\*\*“([^”]+)”\*\*/g))].filter((words) => !saysOnScreen(screen, words.replaceAll(/\s+/g, ' ')))

/** Pictures of `docs/pictures` that no page shows. */
export function unshown(pages: readonly Doc[], pictures: readonly string[]): string[] {
  const shown = new Set(pages.flatMap(({ path, text }) => targets(text).map((target) => normalize(join(dirname(path), target)))))
  return pictures.filter((picture) => !shown.has(picture))
}

/** Tests that a page names, as `e2e/stories` or `integration/gate`, and that are none. `exists` is asked for the file. */
export const missingTests = ({ text }: Doc, exists: (path: string) => boolean): string[] =>
  all(text, /`((?:unit|integration|e2e)\/[\w-]+)`/g).filter(
    (name) => !exists(`tests/${name}.${name.startsWith('e2e/') ? 'spec' : 'test'}.ts`),
  )
