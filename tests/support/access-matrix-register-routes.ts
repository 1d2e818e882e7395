// What every visitor gets at the addresses of the registers and of the sheets that are printed from events (see access-matrix-routes.ts), and after
// them at those of the versions.
import { asForm } from '@/tests/support/access-matrix-http'
import type { RouteRow } from '@/tests/support/access-matrix-routes'
import { FORWARDED } from '@/tests/support/access-matrix-sheet-rows'
import { VERSION_ROUTES } from '@/tests/support/access-matrix-version-routes'

// nobody: visitor ended suspended changed farClerk | owner weak neighbour | clerk director registrar cashier | leader head otherHead |
// specialist colleague outsider | admin
const FOR_THE_BOOKS = 't t t t t | t t t | o o o w | o w w | w w w | w'
const A_BOOK = 'u u u u u | f f f | o o o f | o f f | f f f | f'

const FOR_ADMIN = 't t t t t | t t t | w w w w | w w w | w w w | o'
const OPEN = A_BOOK.replace(/[uf]/g, 'o')

const FOR_STAFF = 't t t t t | t t t | o o o o | o o o | o o o | o'
const ITS_SHEET = 'u u u u u | f n n | o o o o | o o n | o o n | n'

const SHEET_ROUTES: readonly RouteRow[] = [
  { route: 'GET /can-bo/ban-giao', at: () => '/can-bo/ban-giao', answers: FOR_STAFF },
  ...['phieu-kiem-soat', 'phieu-qua-trinh'].map((sheet): RouteRow => ({
    route: 'GET /api/sheets/[sheet]',
    when: sheet,
    at: ({ code }) => `/api/sheets/${sheet}?ma=${code}`,
    answers: ITS_SHEET,
  })),
  {
    route: 'GET /api/sheets/[sheet]',
    when: 'phieu-ban-giao',
    at: ({ code }) => `/api/sheets/phieu-ban-giao?ma=${code}&lan=${FORWARDED}`,
    answers: ITS_SHEET,
  },
  {
    route: 'GET /api/sheets/[sheet]',
    when: 'of a day on which nothing was handed over',
    at: () => '/api/sheets/phieu-ban-giao?ngay=2001-01-01&tu=department.TTPVHCC&den=department.VAN_PHONG',
    answers: 'u u u u u | f f f | n n n n | n n n | n n n | n',
  },
]

export const REGISTER_ROUTES: readonly RouteRow[] = [
  ...SHEET_ROUTES,
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
  ...VERSION_ROUTES,
]
