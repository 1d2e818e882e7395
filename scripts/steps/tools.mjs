// What the tests need from the system: a real Chromium and pdftotext.
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Sentence } from '../sentence.mjs'
import { root, run, step, tail } from './step.mjs'

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const onPath = (name) => (process.env.PATH ?? '').split(path.delimiter).some((folder) => isExecutable(path.join(folder, name)))

/** Whether packages may be installed: as root, on Debian itself (Ubuntu's package "chromium" only points to a snap). */
function canUseApt() {
  const file = '/etc/os-release'
  return process.getuid?.() === 0 && onPath('apt-get') && existsSync(file) && /^ID="?debian"?$/m.test(readFileSync(file, 'utf8'))
}

let listsUpdated = false

async function aptInstall(...packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await step(`Cài ${packages.join(', ')}`, async () => {
    if (!listsUpdated) await run('apt-get', ['update', '-q'], { env })
    listsUpdated = true
    const { code, output } = await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { env })
    if (code !== 0) throw new Sentence(`apt-get không cài được ${packages.join(', ')}:\n${tail(output, 8)}`)
  })
}

/** The Chromium that Playwright downloaded, or null. */
async function playwrightChromium() {
  const { chromium } = await import('@playwright/test')
  const file = chromium.executablePath()
  return file && existsSync(file) ? file : null
}

/** Debian's Chromium without windows, as Playwright's own is: a new page costs a third of what it costs with them. */
const SHELL = 'chromium-headless-shell'

/** The Chromium that Debian installed, or null. */
const debianChromium = () => [`/usr/bin/${SHELL}`, '/usr/bin/chromium'].find(isExecutable) ?? null

/**
 * Finds a Chromium, or gets one: apt as root on Debian, else Playwright's download, which CI cannot reach.
 *
 * @returns {Promise<string>} the executable
 * @throws {Sentence} when there is none and none can be had
 */
export async function ensureChromium() {
  const given = process.env.CHROMIUM_PATH
  if (given) {
    if (!isExecutable(given)) throw new Sentence(`CHROMIUM_PATH trỏ tới ${given}, nhưng ở đó không có chương trình nào chạy được.`)
    return given
  }
  const found = (await playwrightChromium()) ?? debianChromium()
  if (found) return found
  if (canUseApt()) {
    await aptInstall(SHELL)
    const installed = debianChromium()
    if (installed) return installed
  } else if (process.env.CI !== 'true') {
    const cli = path.join(root, 'node_modules', 'playwright', 'cli.js')
    await step('Tải Chromium', () => run(process.execPath, [cli, 'install', 'chromium']))
    const downloaded = await playwrightChromium()
    if (downloaded) return downloaded
  }
  throw new Sentence('Không có Chromium để thử: hãy cài gói "chromium", hoặc đặt CHROMIUM_PATH tới chương trình Chromium của máy này.')
}

/**
 * Finds pdftotext, which reads the papers back, or installs it.
 *
 * @throws {Sentence} when it is missing and cannot be installed
 */
export async function ensurePdftotext() {
  if (onPath('pdftotext')) return
  if (canUseApt()) await aptInstall('poppler-utils')
  if (!onPath('pdftotext'))
    throw new Sentence('Không có pdftotext để đọc lại các giấy tờ: hãy cài gói "poppler-utils" (macOS: brew install poppler).')
}
