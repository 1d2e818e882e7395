import { defineConfig } from '@playwright/test'

// `npm test -- e2e` starts portals for the tests and says in E2E_PORTALS what the environment of each is; every worker has one of its own. Without
// it the tests visit the one that runs here.
const portals: Record<string, string>[] = JSON.parse(process.env.E2E_PORTALS ?? '[]')
Object.assign(process.env, portals[Number(process.env.TEST_PARALLEL_INDEX ?? '0')])

const executablePath = process.env.CHROMIUM_PATH

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'tests/.out/playwright',
  forbidOnly: process.env.CI === 'true',
  retries: 0,
  // The stories of one portal share its office: two browsers at once would take dossiers from each other's queues.
  workers: Math.max(1, portals.length),
  // Two browsers and their portals share the cores: generous, so that only what never comes fails.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: process.env.E2E_BASE_URL ?? 'http://localhost:3000',
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    actionTimeout: 30_000,
    // A trace films every page and slows the whole run by a third: `E2E_TRACE=1` to look into a failure.
    trace: process.env.E2E_TRACE ? 'retain-on-failure' : 'off',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      // Nothing is drawn by a graphics card, and a process of its own for that costs a tenth of the time. Chromium's sandbox refuses to run as root.
      args: ['--disable-gpu', '--in-process-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    },
  },
})
