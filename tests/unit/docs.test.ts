import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  asScreen,
  brokenLinks,
  docs,
  missingTests,
  readFor,
  routes,
  screenTexts,
  unknownAddresses,
  unknownCommands,
  unknownVariables,
  unsaid,
  unshown,
} from '../support/docs'

const pages = docs()
const known = routes()
const screen = screenTexts()
const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'))
const example = readFileSync('.env.example', 'utf8')
const pictures = readdirSync('docs/pictures').map((name) => `docs/pictures/${name}`)

describe.each(pages.map((page) => [page.path, page] as const))('%s', (_path, page) => {
  it('leads nowhere that is not there', () => expect(brokenLinks(page, readFor)).toEqual([]))
  it('names only addresses that the portal has', () => expect(unknownAddresses(page, known)).toEqual([]))
  it('names only commands that can be run', () => expect(unknownCommands(page, Object.keys(scripts))).toEqual([]))
  it('names only tests that there are', () => expect(missingTests(page, existsSync)).toEqual([]))
  it('quotes only what some screen says', () => expect(unsaid(page, screen)).toEqual([]))
})

describe('the pages for readers', () => {
  it('explain only variables that the example of the environment explains too', () => {
    const tables = pages.filter(({ path }) => /^README(?:\.vi)?\.md$/.test(path))
    expect(tables.length).toBeGreaterThan(0)
    expect(tables.flatMap((page) => unknownVariables(page, example))).toEqual([])
  })

  it('name every variable of the example, and the form for a real installation asks for no other', () => {
    const variables = (text: string) => [...text.matchAll(/^#?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name ?? '')
    const { text } = pages.find(({ path }) => path === 'README.md') ?? { text: '' }
    const known = variables(example)
    expect(known.filter((name) => !text.includes(`\`${name}\``))).toEqual([])
    expect(variables(readFileSync('deploy/mot-cua.env', 'utf8')).filter((name) => !known.includes(name))).toEqual([])
  })

  it('show every picture, none of which is heavy', () => {
    expect(unshown(pages, pictures)).toEqual([])
    expect(pictures.filter((picture) => statSync(picture).size > 80 * 1024)).toEqual([])
  })

  it('quote enough to be held to it', () => {
    const quotes = pages.filter(({ text }) => text.includes('**“')).map(({ path }) => path)
    for (const name of ['nguoi-dan', 'can-bo-mot-cua', 'chuyen-vien', 'lanh-dao', 'quan-tri']) expect(quotes).toContain(`docs/${name}.md`)
  })
})

describe('the checks find a planted mistake', () => {
  const page = (text: string) => ({ path: 'docs/trang.md', text })

  it('a link, a picture and an anchor that lead nowhere', () => {
    const read = (path: string) => (path === 'docs/co.md' ? '# Có\n\n## Nộp hồ sơ, rồi sao?' : null)
    const text =
      '[a](co.md) [b](khong.md) ![c](p/khong.webp) [d](co.md#nộp-hồ-sơ-rồi-sao) [e](co.md#khac) <img src="mat.webp"> [f](https://a.example)'
    expect(brokenLinks(page(text), read)).toEqual(['khong.md', 'p/khong.webp', 'co.md#khac', 'mat.webp'])
  })

  it('an address that is none, also one that is too short or too long', () => {
    const at = ['/', '/ho-so/[code]', '/tra-cuu', '/api/v1/[...path]', '/api/v1/stats']
    const text = '`/tra-cuu?ma=1` `/ho-so` `/ho-so/‹mã›` `/ho-so/‹mã›/rut` `/tra-cuu/x` `GET /stats?from=` `/` `/can-bo/‹mã›` `/‹mã›`'
    expect(unknownAddresses(page(text), at)).toEqual(['/ho-so', '/ho-so/‹mã›/rut', '/tra-cuu/x', '/can-bo/‹mã›', '/‹mã›'])
  })

  it('a command and a variable that nobody knows', () => {
    expect(unknownCommands(page('`npm run dev` and npm run fly:away'), ['dev'])).toEqual(['fly:away'])
    expect(unknownVariables(page('| `PORT`, `FLY_AWAY` |\n`OUTSIDE`'), '#PORT=1\n')).toEqual(['FLY_AWAY'])
  })

  it('a quoted text that stands nowhere, only in a comment, or only as a part of another', () => {
    const source = asScreen("/** 'Nói riêng' */\n// 'Cũng riêng'\nconst a = 'Gửi hồ sơ'\n<p>\n  Lưu lại,\n  làm sau\n</p>")
    const text = '**“Gửi hồ sơ”** **“Gửi”** **“Lưu lại, làm sau”** **“Nói riêng”** **“Cũng riêng”** **“Không có”** `**“Mã”**`'
    expect(unsaid(page(text), source)).toEqual(['Gửi', 'Nói riêng', 'Cũng riêng', 'Không có'])
  })

  it('a test that is none, or of another kind', () => {
    const text = '`integration/gate` (twenty at once), `integration/gone`, `unit/gate`, `npm run faults`, `e2e/stories`'
    const there = ['tests/integration/gate.test.ts', 'tests/e2e/stories.spec.ts']
    expect(missingTests(page(text), (path) => there.includes(path))).toEqual(['integration/gone', 'unit/gate'])
  })

  it('a picture that no page shows', () => {
    expect(unshown([page('![a](pictures/a.webp)')], ['docs/pictures/a.webp', 'docs/pictures/b.webp'])).toEqual(['docs/pictures/b.webp'])
  })
})
