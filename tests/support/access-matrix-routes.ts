// Every address that the portal answers, read from the folder `app/`, and the shape of the rows that say what each visitor gets there.
import { readFileSync } from 'node:fs'
import type { Sample } from '@/tests/support/access-matrix-portal'
import { pathsUnder } from '@/tests/support/folders'

/** The columns in their order; the first five are nobody here. `changed`: the roles of the account are other than at sign-in. */
export const VISITORS = [
  'visitor',
  'ended',
  'suspended',
  'changed',
  'farClerk',
  'owner',
  'weak',
  'neighbour',
  'clerk',
  'director',
  'registrar',
  'cashier',
  'leader',
  'head',
  'otherHead',
  'specialist',
  'colleague',
  'outsider',
  'admin',
] as const

export type Visitor = (typeof VISITORS)[number]

const GROUPS = [5, 3, 4, 3, 3, 1]

export type RouteRow = {
  /** Method and address as the folder says it; several methods where they are answered alike. */
  route: string
  when?: string
  /** The address that is asked for. */
  at: (sample: Sample) => string
  /**
   * A letter for each visitor: `o` 200; `c` and `t` to the sign-in of citizens and of staff and back to this address after it; `r`
   * and `q` redirects to `to`; `w` to the address that leads nowhere, which is 404 and told the path; `n` 404 itself, `u` 401, `f` 403, `m` 405,
   * `b` 503, `x` 415.
   */
  answers: string
  to?: Partial<Record<'r' | 'q', (sample: Sample) => string>>
  /** Where the sign-in leads back to, where that is another address than the one asked for. */
  back?: (sample: Sample) => string
  /** What is sent along, from a page of our own. */
  body?: (sample: Sample) => { type: string; content: string }
  /** Another cookie beside the session's. */
  cookie?: (sample: Sample) => string
}

export const rowTitle = ({ route, when }: Pick<RouteRow, 'route' | 'when'>): string => (when ? `${route}, ${when}` : route)

const STATUS: Record<string, string> = { o: '200', u: '401', f: '403', n: '404', m: '405', b: '503', x: '415' }

/** What the row says each visitor gets: a status, or `to` and the address of a redirect. Throws when a letter is missing or unknown. */
export function expectedAt(row: RouteRow, sample: Sample): Record<string, string> {
  const groups = row.answers.split('|').map((group) => group.trim().split(/\s+/))
  if (groups.length !== GROUPS.length || groups.some((group, index) => group.length !== GROUPS[index]))
    throw new Error(`${rowTitle(row)}: the letters are not grouped ${GROUPS.join(' | ')}`)
  const letters = groups.flat()
  const back = encodeURIComponent((row.back ?? row.at)(sample))
  const asked = encodeURIComponent(new URL(row.at(sample), 'http://here.invalid').pathname)
  return Object.fromEntries(
    VISITORS.map((visitor, index) => {
      const letter = letters[index] ?? ''
      if (letter === 'c') return [visitor, `to /dang-nhap?tiep=${back}`]
      if (letter === 't') return [visitor, `to /dang-nhap/can-bo?tiep=${back}`]
      if (letter === 'w') return [visitor, `to /khong-tim-thay?dia-chi=${asked}`]
      const target = letter === 'r' || letter === 'q' ? row.to?.[letter] : undefined
      const said = target ? `to ${target(sample)}` : STATUS[letter]
      if (!said) throw new Error(`${rowTitle(row)}: "${letter}" says nothing`)
      return [visitor, said]
    }),
  )
}

/** Who may not learn whether there is such a dossier or draft. */
export const STRANGERS: Record<'dossier' | 'draft', readonly Visitor[]> = {
  dossier: [...VISITORS.slice(0, 5), 'weak', 'neighbour', 'otherHead', 'outsider', 'admin'],
  draft: VISITORS.filter((visitor) => visitor !== 'owner' && visitor !== 'weak'),
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const isExported = (text: string, name: string): boolean => new RegExp(`^export (?:async )?(?:function|const) ${name}\\b`, 'm').test(text)

/** `GET /ho-so/[code]` for each page and each method of each route handler, with the file that answers. */
export function routesOf(folder = 'app'): { route: string; file: string }[] {
  return pathsUnder(folder).flatMap((file) => {
    const found = /^app((?:\/[^/]+)*)\/(page\.tsx|route\.ts)$/.exec(file)
    if (!found) return []
    const address = (found[1] ?? '').split('/').filter((part) => part !== '' && !part.startsWith('('))
    const methods = found[2] === 'page.tsx' ? ['GET'] : METHODS.filter((method) => isExported(readFileSync(file, 'utf8'), method))
    return methods.map((method) => ({ route: `${method} /${address.join('/')}`, file }))
  })
}

/** Each server action with the file it stands in. */
export const actionsOf = (folder = 'app'): { action: string; file: string }[] =>
  pathsUnder(folder)
    .filter((file) => file.endsWith('/actions.ts'))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/^export (?:async )?(?:function|const) (\w+)/gm)].map(([, action = '']) => ({
        action,
        file,
      })),
    )

/** The text of one function or constant of a file, to its closing line; empty when the file has none of that name. */
export function sourceOf(file: string, name: string): string {
  const text = readFileSync(file, 'utf8')
  const start = text.search(new RegExp(`^(?:export )?(?:async )?(?:function|const) ${name}\\b`, 'm'))
  if (start === -1) return ''
  const end = text.indexOf('\n}', start)
  return text.slice(start, end === -1 ? undefined : end)
}
