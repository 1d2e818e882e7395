/** The process answers: what a supervisor restarts it by. It asks nothing else, so that a database that is away restarts nobody. */
export const GET = (): Response => Response.json({ live: true }, { headers: { 'cache-control': 'no-store' } })

// Otherwise Next would answer once, when the site is built.
export const dynamic = 'force-dynamic'
