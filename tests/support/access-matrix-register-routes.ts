// What every visitor gets at the addresses of the registers (see access-matrix-routes.ts).
import { asForm } from '@/tests/support/access-matrix-http'
import type { RouteRow } from '@/tests/support/access-matrix-routes'

// nobody: visitor ended suspended changed farClerk | owner weak neighbour | clerk director registrar cashier | leader head otherHead |
// specialist colleague outsider | admin
const FOR_THE_BOOKS = 't t t t t | t t t | o o o w | o w w | w w w | w'
const A_BOOK = 'u u u u u | f f f | o o o f | o f f | f f f | f'

const FOR_ADMIN = 't t t t t | t t t | w w w w | w w w | w w w | o'
const OPEN = A_BOOK.replace(/[uf]/g, 'o')

export const REGISTER_ROUTES: readonly RouteRow[] = [
  { route: 'GET /can-bo/so-theo-doi', at: () => '/can-bo/so-theo-doi?linh-vuc=ho-tich&nam=2024', answers: FOR_THE_BOOKS },
  ...['pdf', 'xlsx', 'csv'].map((format): RouteRow => ({
    route: 'GET /api/exports/[report]',
    when: `as ${format}`,
    at: () => `/api/exports/so-theo-doi.${format}?linh-vuc=ho-tich&nam=2024&den=20`,
    answers: A_BOOK,
  })),
  { route: 'GET /api/exports/[report]', when: 'the template', at: () => '/api/exports/mau-so-theo-doi.xlsx', answers: OPEN },
  { route: 'GET /quan-tri/nhap-so', at: () => '/quan-tri/nhap-so', answers: FOR_ADMIN },
  { route: 'GET /quan-tri/nhap-so/[id]', at: ({ registerId }) => `/quan-tri/nhap-so/${registerId}`, answers: FOR_ADMIN },
  {
    route: 'POST /api/uploads',
    when: 'for a register',
    at: () => '/api/uploads?purpose=register',
    body: () => asForm([]),
    back: () => '/quan-tri/nhap-so',
    answers: 't t t t t | r r r | r r r r | r r r | r r r | r',
    to: { r: () => '/quan-tri/nhap-so' },
  },
]
