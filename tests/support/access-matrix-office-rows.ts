// What the administrator keeps of the office (books, changes): doors, addresses and server actions. The dossiers of the other rows take no number
// from the register that is used here.
import { newId } from '@/lib/platform/clock'
import type { Row } from '@/tests/support/access-matrix'
import type { RouteRow } from '@/tests/support/access-matrix-routes'
import type { Write } from '@/tests/support/access-matrix-write'

// visitor | owner elsewhere weak neighbour | clerk director registrar cashier | leader head otherHead | specialist colleague outsider | admin | far
const FOR_ADMIN = 's | a a a a | a a a a | a a a | a a a | y | a a'
const AT_ADMIN = 't t t t t | t t t | w w w w | w w w | w w w | o'

const nothing = () => ({})
const BOOK = 'REGISTER hoi'

export const OFFICE_ROWS: readonly Row[] = [
  { door: 'staff.find_changes', answers: FOR_ADMIN, input: () => ({ topic: 'BOOK' }) },
  { door: 'dossier.find_departments', answers: FOR_ADMIN, input: nothing },
  { door: 'dossier.read_department', answers: FOR_ADMIN, input: () => ({ code: 'KINH_TE' }) },
  { door: 'dossier.add_department', answers: FOR_ADMIN, input: () => ({ name: `Phòng thử ${newId()}`, kind: 'DEPARTMENT' }) },
  {
    door: 'dossier.change_department',
    answers: FOR_ADMIN,
    input: () => ({ code: 'VAN_HOA_XA_HOI', version: 1, name: 'Phòng Văn hóa – Xã hội', kind: 'DEPARTMENT', after: 'KINH_TE' }),
  },
  {
    // What has procedures is not closed.
    door: 'dossier.close_department',
    answers: FOR_ADMIN.replace('y', 'x'),
    x: 'department_in_use',
    input: () => ({ code: 'KINH_TE', version: 1 }),
  },
  { door: 'dossier.reopen_department', answers: FOR_ADMIN, input: () => ({ code: 'CONG_AN', version: 1 }) },
  { door: 'dossier.find_books', answers: FOR_ADMIN, input: nothing },
  {
    door: 'dossier.save_book_format',
    answers: FOR_ADMIN,
    input: () => ({ kind: BOOK, sign: 'HOI', digits: '4', from: '2099-01-01', seen: '' }),
  },
  { door: 'dossier.set_next_number', answers: FOR_ADMIN, input: () => ({ kind: BOOK, next: '5', seen: '1' }) },
]

export const OFFICE_ROUTES: readonly RouteRow[] = [
  { route: 'GET /quan-tri/phong-ban', at: () => '/quan-tri/phong-ban', answers: AT_ADMIN },
  { route: 'GET /quan-tri/phong-ban/[ma]', at: () => '/quan-tri/phong-ban/KINH_TE', answers: AT_ADMIN },
  { route: 'GET /quan-tri/so-sach', at: () => '/quan-tri/so-sach', answers: AT_ADMIN },
  { route: 'GET /quan-tri/so-sach/[so]', at: () => '/quan-tri/so-sach/receipt', answers: AT_ADMIN },
  { route: 'GET /quan-tri/ly-do-bo-sung', at: () => '/quan-tri/ly-do-bo-sung', answers: AT_ADMIN },
  { route: 'GET /quan-tri/ly-do-bo-sung/[ma]', at: () => '/quan-tri/ly-do-bo-sung/missing', answers: AT_ADMIN },
]

export const OFFICE_WRITES: readonly Write[] = [
  {
    what: 'addDepartmentAction',
    as: 'admin',
    to: () => '/quan-tri/phong-ban',
    form: 'name="kind"',
    typed: () => [['name', '']],
    says: () => 'Nhập tên phòng',
  },
  {
    what: 'changeDepartmentAction',
    as: 'admin',
    to: () => '/quan-tri/phong-ban/KINH_TE',
    form: 'name="after"',
    typed: () => [['name', '']],
    says: () => 'Nhập tên phòng',
  },
  {
    what: 'closeDepartmentAction',
    as: 'admin',
    to: () => '/quan-tri/phong-ban/KINH_TE',
    form: 'Đóng phòng này',
    typed: () => [],
    says: () => 'Chưa đóng được',
  },
  {
    what: 'saveBookFormatAction',
    as: 'admin',
    to: () => '/quan-tri/so-sach/receipt',
    form: 'name="sign"',
    typed: () => [['digits', '99']],
    says: () => 'Số chữ số từ 1 đến 8',
  },
  {
    what: 'setNextNumberAction',
    as: 'admin',
    to: () => '/quan-tri/so-sach/receipt',
    form: 'name="next"',
    typed: () => [['next', 'không phải số']],
    says: () => 'Nhập số từ 1 đến 9.999.999',
  },
]
