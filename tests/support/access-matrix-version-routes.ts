// What every visitor gets at the pages of the procedures' versions (see access-matrix-routes.ts).
import { COMING, WRITTEN } from '@/tests/support/access-matrix-versions'
import type { RouteRow } from '@/tests/support/access-matrix-routes'

// nobody: visitor ended suspended changed farClerk | owner weak neighbour | clerk director registrar cashier | leader head otherHead |
// specialist colleague outsider | admin
const FOR_ADMIN = 't t t t t | t t t | w w w w | w w w | w w w | o'

/** The page that an address leads back to after a sign-in, where that is not the address itself. */
const row = (place: string, path: string, back = path): RouteRow => ({
  route: `GET /quan-tri/thu-tuc${place}`,
  at: () => `/quan-tri/thu-tuc${path}`,
  back: () => `/quan-tri/thu-tuc${back}`,
  answers: FOR_ADMIN,
})

export const VERSION_ROUTES: readonly RouteRow[] = [
  row('', ''),
  row('/[code]', `/${WRITTEN}`),
  row('/[code]/ban-nhap', `/${WRITTEN}/ban-nhap`),
  ...['ten-goi', 'thoi-han', 'giay-to', 'phi', 'quy-trinh', 'can-cu', 'ngay-ap-dung'].map((part) => ({
    ...row('/[code]/ban-nhap/[phan]', `/${WRITTEN}/ban-nhap/${part}`, `/${WRITTEN}/ban-nhap`),
    when: part,
  })),
  ...['giay-to/1', 'phi/them', 'quy-trinh/1'].map((entry) => ({
    ...row('/[code]/ban-nhap/[phan]/[muc]', `/${WRITTEN}/ban-nhap/${entry}`, `/${WRITTEN}/ban-nhap`),
    when: entry,
  })),
  row('/[code]/cong-bo', `/${WRITTEN}/cong-bo`),
  row('/[code]/bo-ban-nhap', `/${WRITTEN}/bo-ban-nhap`),
  row('/[code]/rut-lai', `/${COMING}/rut-lai`),
]
