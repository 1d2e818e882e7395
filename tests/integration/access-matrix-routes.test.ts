import { describe, expect, it } from 'vitest'
import { methodsOf, ROUTE_ROWS } from '@/tests/support/access-matrix-route-rows'
import { actionsOf, rowTitle, routesOf, sourceOf } from '@/tests/support/access-matrix-routes'
import { isWrite, OPEN_TO_OTHER_PROGRAMS, WRITES } from '@/tests/support/access-matrix-writes'

// What each address answers is asked of a running portal by tests/e2e/access*.spec.ts; that none is left out is told here, at once.

const routes = routesOf()
const actions = actionsOf()
const writingRoutes = routes.filter(({ route }) => isWrite(route))

describe('every address of the portal', () => {
  it('is found in the folder', () => {
    expect(routes.map(({ route }) => route)).toContain('GET /ho-so/[code]')
    expect(routes.map(({ route }) => route)).toContain('POST /api/uploads')
    expect(actions.map(({ action }) => action)).toContain('fileDossierAction')
  })

  it('has a row in the matrix, and every row has its address', () => {
    const known = ROUTE_ROWS.flatMap(methodsOf)
    expect(routes.map(({ route }) => route).filter((route) => !known.includes(route))).toEqual([])
    expect(known.filter((route) => !routes.some((found) => found.route === route))).toEqual([])
  })

  it('has rows that are told apart', () => {
    const titles = ROUTE_ROWS.map(rowTitle)
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([])
  })
})

describe('every write', () => {
  const names = [...writingRoutes.map(({ route }) => route), ...actions.map(({ action }) => action)]

  it('is tried with a foreign origin, and every such trial has its write', () => {
    const tried = [...WRITES.map(({ what }) => what), ...Object.keys(OPEN_TO_OTHER_PROGRAMS)]
    expect(names.filter((name) => !tried.includes(name))).toEqual([])
    expect(tried.filter((name) => !names.includes(name))).toEqual([])
  })

  it('asks who sends it, and from where, before anything else', () => {
    const asks = /\bawait actorForWrite\(\)/
    const silent = [
      ...actions.filter(({ action, file }) => !asksFirst(file, action, asks)).map(({ action }) => action),
      ...writingRoutes
        .filter(({ route }) => !(route in OPEN_TO_OTHER_PROGRAMS))
        .filter(({ route, file }) => !asksFirst(file, route.split(' ')[0] ?? '', asks))
        .map(({ route }) => route),
    ]
    expect(silent).toEqual([])
  })
})

/** Whether the function asks, itself or in a function of the same file that it calls. */
function asksFirst(file: string, name: string, asks: RegExp): boolean {
  const source = sourceOf(file, name)
  if (asks.test(source)) return true
  return [...source.matchAll(/\b(\w+)\(/g)].some(([, called = '']) => called !== name && asks.test(sourceOf(file, called)))
}
