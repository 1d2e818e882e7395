// What every test file finds in its environment, before any code of the portal is imported.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'

const dataDir = mkdtempSync(path.join(tmpdir(), 'mot-cua-test-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

Object.assign(process.env, {
  // Integration tests put their own database here; a unit test that reaches for one fails at once.
  DATABASE_URL: 'postgresql://nobody@unit-tests-have-no-database.invalid/none',
  DATA_DIR: dataDir,
  PUBLIC_URL: 'http://localhost:3000',
  AUTH_SECRET: 'a-secret-that-signs-nothing-outside-of-the-tests',
  PERSONAL_NUMBER_KEY: 'a-key-that-hashes-nothing-outside-of-the-tests',
  LOG_LEVEL: 'silent',
})
