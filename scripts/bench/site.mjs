// The portal that the bench visits: a copy of the sources with two pages more, built as the product is. A page without content is no
// page of the product, and an address that somebody might find has no place in one; the rest of the copy is the same, byte for byte.
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ensureBuild, ROOT_FILES, SOURCES } from '../steps/build.mjs'
import { root } from '../steps/step.mjs'

/** Inside of the repository, so that the packages are found; outside of what is committed, linted and tested. */
const site = path.join(root, 'tests', '.out', 'bench', 'site')

/** `trang-trong`: the least dynamic page, in the root layout alone. `khung-trong`: the citizens' frame with nothing in it. */
const PAGES = {
  'app/trang-trong/page.tsx': `export default function EmptyPage() {
  return <p>Trang trống</p>
}
`,
  'app/(public)/khung-trong/page.tsx': `import { Main } from '@/components/layout/citizen-page'

export default function EmptyFrame() {
  return (
    <Main>
      <h1>Khung trống</h1>
    </Main>
  )
}
`,
}

/** Next takes the folder of the lock file for the root of the workspace: it stays where the packages are. */
const isCopied = (name) => (ROOT_FILES.test(name) && name !== 'package-lock.json') || name === 'package.json'

/** Copies and builds the site; answers its folder. */
export async function makeSite(env) {
  mkdirSync(site, { recursive: true })
  for (const name of readdirSync(site)) if (name !== '.next') rmSync(path.join(site, name), { recursive: true, force: true })
  for (const name of [...SOURCES, 'prisma/generated', ...readdirSync(root).filter(isCopied)])
    if (existsSync(path.join(root, name))) cpSync(path.join(root, name), path.join(site, name), { recursive: true })
  for (const [file, text] of Object.entries(PAGES)) {
    mkdirSync(path.dirname(path.join(site, file)), { recursive: true })
    writeFileSync(path.join(site, file), text)
  }
  await ensureBuild(env, site)
  return site
}
