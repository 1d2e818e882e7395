// What every visitor gets at the addresses of the registers (see access-matrix-routes.ts).
import type { RouteRow } from '@/tests/support/access-matrix-routes'

// nobody: visitor ended suspended changed farClerk | owner weak neighbour | clerk director registrar cashier | leader head otherHead |
// specialist colleague outsider | admin
const FOR_THE_BOOKS = 't t t t t | t t t | o o o w | o w w | w w w | w'
const A_BOOK = 'u u u u u | f f f | o o o f | o f f | f f f | f'

export const REGISTER_ROUTES: readonly RouteRow[] = [
  { route: 'GET /can-bo/so-theo-doi', at: () => '/can-bo/so-theo-doi?linh-vuc=ho-tich&nam=2024', answers: FOR_THE_BOOKS },
  ...['pdf', 'xlsx', 'csv'].map((format): RouteRow => ({
    route: 'GET /api/exports/[report]',
    when: `as ${format}`,
    at: () => `/api/exports/so-theo-doi.${format}?linh-vuc=ho-tich&nam=2024&den=20`,
    answers: A_BOOK,
  })),
]
