import { defineConfig } from '@playwright/test'

// `npm test -- e2e` starts a portal for the tests and says where in E2E_BASE_URL; without it the tests visit the one that runs here.
const executablePath = process.env.CHROMIUM_PATH

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'tests/.out/playwright',
  forbidOnly: process.env.CI === 'true',
  retries: 0,
  // The stories share one office: two browsers at once would take dossiers from each other's queues.
  workers: 1,
  // Other browsers with portals of their own share the cores: generous, so that only what never comes fails.
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
