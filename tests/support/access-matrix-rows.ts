// The rows of doors that are open to everyone or speak of the asker's own person. A row is a door, its letters (see access-matrix.ts) and a
// question that an allowed person gets an answer to; the other rows stand in the files beside this one.
import { ACTORS, type ActorName, type Row } from '@/tests/support/access-matrix'
import { ADMIN_ROWS } from '@/tests/support/access-matrix-admin-rows'
import { DOSSIER_ROWS } from '@/tests/support/access-matrix-dossier-rows'
import { INTAKE_ROWS } from '@/tests/support/access-matrix-intake-rows'
import { DRAFT_ROWS } from '@/tests/support/access-matrix-draft-rows'
import { OFFICE_ROWS } from '@/tests/support/access-matrix-office-rows'
import { SHEET_ROWS } from '@/tests/support/access-matrix-sheet-rows'
import { VERSION_ROWS } from '@/tests/support/access-matrix-version-rows'
import { REPORT_ROWS } from '@/tests/support/access-matrix-report-rows'
import { MARITAL_STATUS } from '@/tests/support/filing'
import { newId } from '@/lib/platform/clock'
import { loadDemoAccounts, loadStaff, loadWards } from '@/prisma/seed/data'

const ONLY_CITIZENS = 's | y y y y | a a a a | a a a | a a a | a | a a'
/** A ward of the demonstration's province. */
const WARD_OF_86 = loadWards().find(({ provinceCode }) => provinceCode === '86')?.code ?? ''
const FOR_ALL = 'y | y y y y | y y y y | y y y | y y y | y | y y'

const nothing = () => ({})
const browser = { userAgent: 'Mozilla/5.0 (thử)', replaces: null }
/** A login name of commune 1 for each column, so that wrong passwords do not use up one account's tries. */
const nameFor = (actor: ActorName) => loadStaff()[ACTORS.indexOf(actor)]?.userName ?? ''

const PLACE_ROWS: Row[] = [
  { door: 'places.read_site', answers: FOR_ALL, input: () => ({ host: 'localhost:3000' }) },
  { door: 'places.list_provinces', answers: FOR_ALL, input: nothing },
  { door: 'places.list_wards', answers: FOR_ALL, input: () => ({ provinceCode: '86' }) },
  { door: 'procedures.find', answers: FOR_ALL, input: () => ({ q: 'khai sinh' }) },
  { door: 'procedures.list_popular', answers: FOR_ALL, input: nothing },
  { door: 'procedures.list_limits', answers: FOR_ALL, input: nothing },
  { door: 'procedures.list_fields', answers: FOR_ALL, input: nothing },
  { door: 'procedures.read_posting_set', answers: FOR_ALL, input: () => ({ field: 'ho-tich' }) },
  { door: 'procedures.read', answers: FOR_ALL, input: () => ({ code: MARITAL_STATUS }) },
  {
    door: 'deadline.explain',
    answers: FOR_ALL,
    input: () => ({ receivedAt: '2026-11-20T08:15:00+07:00', value: '3', unit: 'WORKING_DAY' }),
  },
  { door: 'deadline.calendar', answers: FOR_ALL, input: nothing },
  { door: 'jobs.read_readiness', answers: FOR_ALL, input: nothing },
]

// The pages ask these as nobody, whoever the browser was before; that others are let in too gives them nothing that they are not.
const IDENTITY_ROWS: Row[] = [
  {
    door: 'identity.sign_in_staff',
    // Login names are of one commune: on the site of another one the name and the password are nobody's.
    answers: 'y | y x y y | y y y y | y y y | y y y | y | x x',
    x: 'credentials_wrong',
    input: (_subject, actor) => ({ ...browser, userName: nameFor(actor), password: () => loadDemoAccounts().password }),
  },
  {
    door: 'identity.sign_in_staff',
    when: 'with a wrong password',
    answers: 'x | x x x x | x x x x | x x x | x x x | x | x x',
    x: 'credentials_wrong',
    input: (_subject, actor) => ({ ...browser, userName: nameFor(actor), password: () => 'không phải mật khẩu này' }),
    unknown: (_subject, actor) => ({ ...browser, userName: `khong.co.${actor}`, password: () => 'không phải mật khẩu này' }),
    known: [],
  },
  {
    door: 'identity.sign_in_citizen',
    answers: FOR_ALL,
    input: () => ({
      ...browser,
      person: { sub: newId(), personalNumber: '086194000099', fullName: 'Lê Thị Giả Sử', birthDate: null, level: 2 },
    }),
  },
  { door: 'citizen.read_contact', answers: ONLY_CITIZENS, input: nothing },
  {
    door: 'citizen.save_contact',
    answers: ONLY_CITIZENS,
    input: () => ({ phone: '0900000123', email: '', provinceCode: '86', wardCode: WARD_OF_86, addressDetail: 'Số 1' }),
  },
  { door: 'identity.end_session', answers: 's | y y y y | y y y y | y y y | y y y | y | y y', input: nothing },
  { door: 'identity.read_session', answers: FOR_ALL, input: () => ({ sessionId: newId() }) },
]

export const ROWS: readonly Row[] = [
  ...PLACE_ROWS,
  ...IDENTITY_ROWS,
  ...DRAFT_ROWS,
  ...INTAKE_ROWS,
  ...DOSSIER_ROWS,
  ...SHEET_ROWS,
  ...REPORT_ROWS,
  ...ADMIN_ROWS,
  ...OFFICE_ROWS,
  ...VERSION_ROWS,
]
