// Runs a route handler as Next runs it, without a web server: `cookies()`, `headers()` and `redirect()` are Next's own, so what Next does to
// cookies and redirects is part of what a test sees.
// Before anything of Next: it looks for AsyncLocalStorage on the global object when it is loaded.
import 'next/dist/server/node-environment-baseline'
import { AppRouteRouteModule } from 'next/dist/server/route-modules/app-route/module'
import type { AppRouteHandlerFn, AppRouteRouteHandlerContext } from 'next/dist/server/route-modules/app-route/module'
import type { RouteKind } from 'next/dist/server/route-kind'
import { NextRequest } from 'next/server'

/** Next's enum exists for the compiler only; its value is this text. */
const APP_ROUTE: RouteKind.APP_ROUTE = JSON.parse('"APP_ROUTE"')

const PREVIEW = { previewModeId: 'none', previewModeEncryptionKey: 'none', previewModeSigningKey: 'none' }

/** A route file: its handlers by method. Methods, so that a handler may ask for the params that its own address has. */
export type RouteFile = { GET?(request: NextRequest, context: { params: Promise<never> }): unknown; POST?: RouteFile['GET'] }

const asNextCalls =
  (handler: NonNullable<RouteFile['GET']>): AppRouteHandlerFn =>
  (request, context) =>
    Reflect.apply(handler, undefined, [request, context])

/** Answers `request` with the handlers of a route file. `params` are those of its address. */
export async function answerWith(
  { GET, POST }: RouteFile,
  request: Request,
  params: Record<string, string | string[]> = {},
): Promise<Response> {
  const { pathname } = new URL(request.url)
  const route = new AppRouteRouteModule({
    userland: () => ({ ...(GET && { GET: asNextCalls(GET) }), ...(POST && { POST: asNextCalls(POST) }), generateStaticParams: undefined }),
    definition: { kind: APP_ROUTE, page: pathname, pathname, filename: 'route', bundlePath: 'route' },
    distDir: '.next',
    relativeProjectDir: '',
    resolvedPagePath: 'route',
    nextConfigOutput: undefined,
  })
  await route.ensureUserland()
  const context: AppRouteRouteHandlerContext = {
    params,
    previewProps: PREVIEW,
    renderOpts: {
      experimental: { isRoutePPREnabled: false, authInterrupts: false, useCacheTimeout: 60, durableUseCacheEntries: false },
      cacheComponents: false,
      validationLevel: 'warning',
      cacheLifeProfiles: { default: { stale: 0, revalidate: 0, expire: 0 } },
      staticPageGenerationTimeout: 60,
      waitUntil: undefined,
      onClose: () => undefined,
      onAfterTaskError: undefined,
    },
    sharedContext: { buildId: 'test', deploymentId: '' },
  }
  return route.handle(new NextRequest(request), context)
}
