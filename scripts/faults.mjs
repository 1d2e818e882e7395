// `npm run faults`: kills the portal (web and work in the background) ten times and PostgreSQL five times with -9 while people send dossiers and
// officers move them, then judges by what these people had been told: nothing lost, nothing doubled. The build that runs is the product's, so
// is what begins a killed process again; the server and its database are made for this run, with full durability, and go with it.
// `npm run faults -- 2 1` kills two and one times; a third number is the seed of the pauses between the faults.
// `npm run faults -- doubles 200 20` kills nothing: two hundred forms are sent twenty times at once each.
import { closeSync, fstatSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs'
import { spawn } from 'node:child_process'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openOffice, program, untilBack } from './faults/office.mjs'
import { Sentence } from './sentence.mjs'
import { ensureBuild } from './steps/build.mjs'
import { ensureClient, ensurePackages, requireNode } from './steps/install.mjs'
import { endRunning, root, run } from './steps/step.mjs'

/** Acknowledgements between two faults, the shortest wait for them, and the longest time in which nobody gets anything done. */
const ACKNOWLEDGED = 140
const LEAST_MS = 3_500
const IDLE_MS = 60_000
const RECOVERY_MS = 120_000
/** Of what the database is asked to hold, five writes a draft. */
const DRAFTS = 3_000

const words = process.argv.slice(2)
const doubles = words[0] === 'doubles'
const numbers = words.slice(doubles ? 1 : 0).map(Number)
const [appKills = 10, databaseKills = 5, seed = Math.floor(Math.random() * 2 ** 31)] = numbers

/** Raw logs of this run: what people were told, what the processes and PostgreSQL said. */
const out = path.join(root, 'tests', '.out', 'faults', new Date().toISOString().slice(0, 19).replaceAll(':', '-'))
const journal = path.join(out, 'journal.jsonl')
const answers = path.join(out, 'answers.jsonl')
const seconds = (ms) => (ms / 1000).toFixed(1).replace('.', ',')
const undo = []

/** Dice that fall the same way for the same seed (mulberry32). */
function diceOf(start) {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
const dice = diceOf(seed)

const told = { bytes: 0, asked: 0, acknowledged: 0, refused: 0 }

/** What the journal says by now; only what is new is read, for it is asked often and the machine has other work. */
function toldBy() {
  const file = openSync(journal, 'r')
  const news = Buffer.alloc(fstatSync(file).size - told.bytes)
  readSync(file, news, 0, news.length, told.bytes)
  closeSync(file)
  const whole = news.lastIndexOf('\n') + 1
  told.bytes += whole
  for (const [, state] of news.toString('utf8', 0, whole).matchAll(/"state":"(\w+)"/g)) told[state] += 1
  return { acknowledged: told.acknowledged, waiting: told.asked - told.acknowledged - told.refused }
}

/** The faults in turn, those of the database spread among those of the portal. */
function plan() {
  const faults = Array.from({ length: appKills }, () => 'app')
  for (let n = 0; n < databaseKills; n += 1) faults.splice(Math.round(((n + 1) * faults.length) / (databaseKills + 1)), 0, 'database')
  return faults
}

/** Waits until `more` writes were acknowledged since now, and at least so many milliseconds. */
async function untilAtWork(more, least) {
  const since = performance.now()
  const { acknowledged: before } = toldBy()
  for (let [seen, at] = [before, since]; performance.now() - since < least || seen < before + more; await sleep(25)) {
    const { acknowledged } = toldBy()
    if (acknowledged > seen) [seen, at] = [acknowledged, performance.now()]
    else if (performance.now() - at > IDLE_MS) throw new Sentence(`Người dùng không được việc gì trong ${IDLE_MS / 1000} giây.`)
  }
}

const NAMES = { app: 'cổng và việc nền', database: 'PostgreSQL' }

/** One fault in the middle of the work. Answers how long nobody could read a page, and how long until a write was acknowledged again. */
async function breakOnce(office, what, number) {
  await untilAtWork(ACKNOWLEDGED, LEAST_MS)
  // Nobody dies at a tidy moment.
  await sleep(dice() * 700)
  const { acknowledged, waiting } = toldBy()
  const since = performance.now()
  await (what === 'app' ? office.killPortal() : office.killDatabase())
  const pageMs = await untilBack(office.publicUrl, { since, patience: RECOVERY_MS })
  await untilAtWork(1, 0)
  const writeMs = performance.now() - since
  const row = [String(number).padStart(5), NAMES[what].padEnd(18), String(acknowledged).padStart(12), String(waiting).padStart(9)]
  console.log(`${row.join('  ')}  ${seconds(pageMs).padStart(10)}  ${seconds(writeMs).padStart(17)}`)
  return { what, pageMs, writeMs }
}

async function killAndJudge(office) {
  writeFileSync(journal, '')
  const said = openSync(path.join(out, 'load.log'), 'w')
  const load = spawn(process.execPath, program('tests/faults/load.ts', journal, answers), {
    ...{ cwd: root, env: office.env, stdio: ['pipe', said, said] },
  })
  undo.push(() => load.kill('SIGKILL'))
  const loadEnded = new Promise((resolve) => load.once('exit', resolve))
  office.watchDatabase()

  console.log(`\n  lần  cái bị kill -9      đã xác nhận  đang chờ  trang (giây)  xác nhận lại (giây)`)
  const faults = []
  for (const [index, what] of plan().entries()) faults.push(await breakOnce(office, what, index + 1))
  await untilAtWork(ACKNOWLEDGED, LEAST_MS)
  load.stdin.end()
  await loadEnded
  writeFileSync(path.join(out, 'run.json'), JSON.stringify({ seed, faults }))
  const least = String(Math.floor(ACKNOWLEDGED * faults.length * 0.95))
  const { code, output } = await run(process.execPath, program('tests/faults/report.ts', out, least), { env: office.env })
  const lines = readFileSync(path.join(out, 'portal.log'), 'utf8')
  const more = [...lines.matchAll(/^Phần "(.+)" đã dừng \((.+)\), chạy lại/gm)].filter(([, , how]) => how !== 'SIGKILL')
  const report = [
    output.trimEnd(),
    '',
    `Tiến trình tự dừng rồi được chạy lại (không do kill): ${more.map(([, name, how]) => `${name} ${how}`).join(', ') || 'không'}`,
    `Hạt giống: ${seed}. Nhật ký thô: ${path.relative(root, out)}`,
  ].join('\n')
  writeFileSync(path.join(out, 'report.txt'), report)
  console.log(report)
  return code
}

async function sendDoubles(office, [forms = 200, times = 20]) {
  const { code, output } = await run(process.execPath, program('tests/faults/doubles.ts', String(forms), String(times), answers), {
    env: office.env,
  })
  writeFileSync(path.join(out, 'report.txt'), output)
  console.log(`${output.trimEnd()}\nNhật ký thô: ${path.relative(root, out)}`)
  return code
}

async function main() {
  requireNode()
  await ensurePackages()
  await ensureClient()
  await ensureBuild({ ...process.env, NEXT_TELEMETRY_DISABLED: '1' })
  const office = await openOffice({ out, drafts: doubles ? (numbers[0] ?? 200) : DRAFTS })
  undo.push(office.close)
  await untilBack(office.publicUrl, { since: performance.now(), patience: RECOVERY_MS })
  return doubles ? sendDoubles(office, numbers) : killAndJudge(office)
}

let code = 1
const stop = async () => {
  for (const action of undo.splice(0).reverse()) await Promise.resolve(action()).catch((error) => console.error(error))
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.once(signal, () => {
    endRunning()
    void stop().then(() => process.exit(130))
  })
try {
  code = await main()
} catch (error) {
  console.error(error instanceof Sentence ? error.message : error)
}
await stop()
process.exit(code)
