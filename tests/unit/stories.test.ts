import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { STEPS } from '@/lib/dossiers/rules'
import {
  type Story,
  STORIES_BESIDE_STEPS,
  STORIES_OF_EVERY_OFFICER,
  STORIES_OF_STEPS,
  STORIES_OF_THE_ADMINISTRATOR,
} from '@/tests/support/stories'

/** The titles of the tests of a spec file, as they stand in it. */
const titlesOf = (spec: string): string[] =>
  [...readFileSync(join('tests/e2e', `${spec}.spec.ts`), 'utf8').matchAll(/\btest\(\s*(['"`])(.+?)\1,/gs)].map(([, , title]) => title ?? '')

const isTold = ([spec, words]: Story): boolean => titlesOf(spec).some((title) => title.startsWith(words))

describe('a step of a dossier', () => {
  it.each(Object.entries(STORIES_OF_STEPS))('has a story in a browser: %s', (_step, stories) => {
    expect(stories.length).toBeGreaterThan(0)
    expect(stories.filter((story) => !isTold(story))).toEqual([])
  })

  it('has one, whichever step it is', () => {
    expect(Object.keys(STORIES_OF_STEPS).toSorted()).toEqual(STEPS.toSorted())
  })
})

describe('what is done beside the steps has a story in a browser', () => {
  it.each(Object.entries(STORIES_BESIDE_STEPS))('%s', (_act, story) => {
    expect(isTold(story)).toBe(true)
  })
})

describe('every task of the administrator has a story in a browser', () => {
  it.each(Object.entries({ ...STORIES_OF_THE_ADMINISTRATOR, ...STORIES_OF_EVERY_OFFICER }))('%s', (_task, story) => {
    expect(isTold(story)).toBe(true)
  })
})
