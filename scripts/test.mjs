// `npm test`: every check of the repository, in one command. `npm test -- unit e2e` runs only these parts, and words that name no part
// go to the runner: `npm test -- unit tests/unit/deadlines.test.ts`.
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { Sentence } from './sentence.mjs'
import { ensureBuild } from './steps/build.mjs'
import { openTestPortals } from './steps/e2e.mjs'
import { ensureClient, ensurePackages, requireNode } from './steps/install.mjs'
import { endRunning, root, run, secondsSince } from './steps/step.mjs'
import { ensureChromium, ensurePdftotext } from './steps/tools.mjs'

const out = path.join(root, 'tests', '.out')
const tool = (...place) => path.join(root, 'node_modules', ...place)

/** Settings of an operator must not leak into the tests; they read the repository and nothing else. */
for (const name of [
  'PUBLIC_URL',
  'PORT',
  'HOST',
  'VNEID_ISSUER',
  'VNEID_CLIENT_ID',
  'SMTP_URL',
  'AUTH_SECRET',
  'PERSONAL_NUMBER_KEY',
  'NODE_ENV',
]) {
  delete process.env[name]
}
const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' }

/** Runs one of Node's programs; its output is the report. */
const node = (words, more = {}) => run(process.execPath, words, { env: { ...env, ...more }, show: true })

/** A check without a count of its own counts as one. */
const single = ({ code }) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 })

function report(name) {
  const file = path.join(out, `${name}.json`)
  return {
    file,
    clear: () => rmSync(file, { force: true }),
    read: () => {
      try {
        return JSON.parse(readFileSync(file, 'utf8'))
      } catch {
        return null
      }
    },
  }
}

const sum = (results, key) => results.reduce((total, result) => total + result[key], 0)

/** Counts, where a runner that failed without a failed test (a file that does not load) still counts as one failure. */
const counted = (code, passed, failed) => ({ passed, failed: code !== 0 && failed === 0 ? 1 : failed })

async function vitest(project, words) {
  await ensurePdftotext()
  const json = report(project)
  json.clear()
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${json.file}`]
  const { code } = await node([tool('vitest', 'vitest.mjs'), 'run', '--project', project, ...reporters, ...words])
  const result = json.read()
  const unloaded = (result?.testResults ?? []).filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  return counted(code, result?.numPassedTests ?? 0, (result?.numFailedTests ?? 0) + unloaded)
}

/** The browser tests that go through all pages and addresses; the others are stories of the office, which follow each other in one portal. */
const SWEEPS = /^(?:access|every-page|installation|malformed|pages|script-payloads|sheets|staff-frame)/

/** What each browser does, with a portal of its own: two use the core that one browser and its portal leave half idle. */
function handsOf(words) {
  if (words.length > 0) return [words]
  const files = readdirSync(path.join(root, 'tests', 'e2e')).filter((name) => name.endsWith('.spec.ts'))
  const hands = [files.filter((name) => !SWEEPS.test(name)), files.filter((name) => SWEEPS.test(name))]
  return hands.map((names) => names.map((name) => `tests/e2e/${name}`))
}

async function browserTests(words) {
  const hands = handsOf(words)
  await ensureBuild(env)
  const chromium = await ensureChromium()
  await ensurePdftotext()
  const { portals, close } = await openTestPortals(hands.length)
  interruptions.push(close)
  try {
    const results = await Promise.all(portals.map((portal, at) => browse({ ...portal, CHROMIUM_PATH: chromium }, hands[at], at)))
    return { passed: sum(results, 'passed'), failed: sum(results, 'failed') }
  } finally {
    await close()
  }
}

/** One browser with its portal and its files. */
async function browse(portal, files, at) {
  const name = at === 0 ? 'e2e' : `e2e-${at + 1}`
  const json = report(name)
  json.clear()
  const output = `--output=${path.join(out, `playwright-${name}`)}`
  const { code } = await node([tool('@playwright', 'test', 'cli.js'), 'test', '--reporter=list,json', output, ...files], {
    ...portal,
    PLAYWRIGHT_JSON_OUTPUT_NAME: json.file,
  })
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = json.read()?.stats ?? {}
  // A test that passes only sometimes, or is left out, has not passed.
  return counted(code, expected, unexpected + flaky + skipped)
}

/** Parts that use one core each and touch nothing of each other run side by side. */
const ABREAST = ['lint', 'types', 'db:check']

/** The parts, in their order: what fails soonest comes first. */
const parts = {
  lint: async () => {
    const results = await Promise.all([
      node([tool('eslint', 'bin', 'eslint.js'), '.', '--max-warnings', '0']),
      node([tool('prettier', 'bin', 'prettier.cjs'), '--check', '.']),
    ])
    return single({ code: Math.max(...results.map(({ code }) => code)) })
  },
  types: async () => {
    const { code } = await node([tool('next', 'dist', 'bin', 'next'), 'typegen'])
    return single(code === 0 ? await node([tool('typescript', 'bin', 'tsc'), '--noEmit']) : { code })
  },
  'db:check': async () => single(await node(['--import', 'tsx', 'prisma/check.ts'])),
  unit: (words) => vitest('unit', words),
  integration: (words) => vitest('integration', words),
  build: async () => {
    await ensureBuild(env)
    return { passed: 1, failed: 0 }
  },
  e2e: browserTests,
}

/** Runs one part; whatever stops it from running at all is one failure, told in its sentence. */
async function check(name, words) {
  const since = performance.now()
  console.log(`\n── ${name}`)
  let result
  try {
    result = await parts[name](words)
  } catch (error) {
    console.error(error instanceof Sentence ? error.message : error)
    result = { passed: 0, failed: 1 }
  }
  console.log(`── ${name}: ${result.passed} đạt, ${result.failed} không đạt, ${secondsSince(since)}`)
  return { name, ...result }
}

const interruptions = []
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, async () => {
    endRunning()
    for (const close of interruptions) await close()
    process.exit(130)
  })
}

const asked = process.argv.slice(2)
const chosen = Object.keys(parts).filter((name) => asked.includes(name))
const words = asked.filter((word) => !(word in parts))

const results = []
try {
  requireNode()
  mkdirSync(out, { recursive: true })
  await ensurePackages()
  await ensureClient()
  const names = chosen.length > 0 ? chosen : Object.keys(parts)
  results.push(...(await Promise.all(names.filter((name) => ABREAST.includes(name)).map((name) => check(name, words)))))
  for (const name of names.filter((one) => !ABREAST.includes(one))) results.push(await check(name, words))
} catch (error) {
  console.error(error instanceof Sentence ? error.message : error)
  results.push({ name: 'chuẩn bị', passed: 0, failed: 1 })
}
const bad = results.filter(({ failed }) => failed > 0).map(({ name }) => name)
console.log(bad.length > 0 ? `\nKhông đạt: ${bad.join(', ')}` : '\nTất cả đều đạt.')
// Written to the end before the process goes: the last line is what the caller reads.
process.stdout.write(`${sum(results, 'passed')} passed, ${sum(results, 'failed')} failed\n`, () =>
  process.exit(sum(results, 'failed') === 0 && sum(results, 'passed') > 0 ? 0 : 1),
)
