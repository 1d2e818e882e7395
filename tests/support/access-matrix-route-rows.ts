// What every visitor gets at every address. A page or route handler without a row fails; a letter says one visitor's answer (see
// access-matrix-routes.ts).
import type { RouteRow } from '@/tests/support/access-matrix-routes'
import { OFFICE_ROUTES } from '@/tests/support/access-matrix-office-rows'
import { REGISTER_ROUTES } from '@/tests/support/access-matrix-register-routes'
import { asForm } from '@/tests/support/access-matrix-http'
import type { Sample } from '@/tests/support/access-matrix-portal'

// nobody: visitor ended suspended changed farClerk | owner weak neighbour | clerk director registrar cashier | leader head otherHead |
// specialist colleague outsider | admin
const OPEN = 'o o o o o | o o o | o o o o | o o o | o o o | o'
const SENT_ON = OPEN.replace(/o/g, 'r')
const FOR_CITIZENS = 'c c c c c | o o o | c c c c | c c c | c c c | c'
const FOR_STAFF = 't t t t t | t t t | o o o o | o o o | o o o | o'
const FOR_LEADERS = 't t t t t | t t t | w o w w | o o o | w w w | w'
// The chair and the deputies approve; the director of the centre does not.
const FOR_APPROVERS = 't t t t t | t t t | w w w w | o o o | w w w | w'
const FOR_ADMIN = 't t t t t | t t t | w w w w | w w w | w w w | o'
const FOR_SIGNED_IN = 'c c c c c | o o o | o o o o | o o o | o o o | o'
const A_DOSSIER_OF_THE_OFFICE = 't t t t t | t t t | o o o o | o o w | o o w | w'
const MY_DOSSIER = 'c c c c c | o w w | r r r r | r r w | r r w | w'
// At identity level 1 the page before says what is missing; staff see no draft.
const MY_DRAFT = 'c c c c c | o r w | w w w w | w w w | w w w | w'
// Who may not receive is not shown the counter; an intake is its clerk's alone.
const FOR_THE_COUNTER = 't t t t t | t t t | o o w w | w w w | w w w | w'
const MY_INTAKE = 't t t t t | t t t | o w w w | w w w | w w w | w'
// Money is given back by the cashier, or by whoever runs the desk.
const FOR_REFUNDS = 't t t t t | t t t | w o w o | w w w | w w w | w'
// Whoever stands at the counter takes money.
const FOR_FEES = 't t t t t | t t t | o o w o | w w w | w w w | w'
const NO_SUCH_METHOD = OPEN.replace(/o/g, 'm')

const PUBLIC_ROWS: RouteRow[] = [
  { route: 'GET /', at: () => '/', answers: OPEN },
  { route: 'GET /thu-tuc', at: () => '/thu-tuc?q=khai+sinh', answers: OPEN },
  { route: 'GET /thu-tuc/[code]', at: ({ procedure }) => `/thu-tuc/${procedure}`, answers: OPEN },
  { route: 'GET /thu-tuc/[code]', when: 'that does not exist', at: () => '/thu-tuc/9.999999', answers: OPEN.replace(/o/g, 'w') },
  { route: 'GET /thu-tuc/[code]/to-in', at: ({ procedure }) => `/thu-tuc/${procedure}/to-in`, answers: OPEN },
  { route: 'GET /niem-yet/[field]', at: () => '/niem-yet/ho-tich', answers: OPEN },
  { route: 'GET /niem-yet/[field]', when: 'that does not exist', at: () => '/niem-yet/khong-co', answers: OPEN.replace(/o/g, 'w') },
  { route: 'GET /tra-cuu', at: () => '/tra-cuu', answers: OPEN },
  {
    route: 'GET /tra-cuu/[code]',
    at: ({ code }) => `/tra-cuu/${code}`,
    answers: SENT_ON,
    to: { r: ({ code }) => `/tra-cuu?ma=${code}&mo-lai=1` },
  },
  {
    route: 'GET /tra-cuu/[code]',
    when: 'with its key',
    at: ({ code }) => `/tra-cuu/${code}`,
    cookie: ({ grant }) => `tra-cuu=${grant}`,
    answers: OPEN,
  },
  { route: 'GET /tinh-ngay-hen', at: () => '/tinh-ngay-hen?so=3&don-vi=ngay-lam-viec', answers: OPEN },
  { route: 'GET /cong-khai', at: () => '/cong-khai', answers: OPEN },
  { route: 'GET /thu-tuc/[code]/to-khai', at: ({ procedure }) => `/thu-tuc/${procedure}/to-khai`, answers: OPEN },
  { route: 'GET /du-lieu-ca-nhan', at: () => '/du-lieu-ca-nhan', answers: OPEN },
  { route: 'GET /kha-nang-tiep-can', at: () => '/kha-nang-tiep-can', answers: OPEN },
  { route: 'GET /robots.txt', at: () => '/robots.txt', answers: OPEN },
  { route: 'GET, POST /dang-ban', at: () => '/dang-ban?tiep=/thu-tuc', answers: OPEN.replace(/o/g, 'b') },
  { route: 'GET /dang-nhap', at: () => '/dang-nhap', answers: OPEN },
  { route: 'GET /dang-nhap/can-bo', at: () => '/dang-nhap/can-bo', answers: OPEN },
  {
    route: 'POST /dang-nhap/vneid',
    at: () => '/dang-nhap/vneid',
    body: () => asForm([['tiep', '/ho-so']]),
    answers: SENT_ON,
    to: { r: ({ identityServer }) => identityServer },
  },
  {
    route: 'POST /dang-xuat',
    at: () => '/dang-xuat',
    body: () => asForm([]),
    // A citizen signs out at the identity server as well.
    answers: 'r r r r r | q q q | r r r r | r r r | r r r | r',
    to: { r: () => '/', q: ({ identityServer }) => identityServer },
  },
]

const draftAt = (step: string) => (sample: Sample) => `/nop-ho-so/${sample.procedure}/${sample.draftId}${step}`
const draftRow = (step: string, back = step): RouteRow => ({
  route: `GET /nop-ho-so/[procedure]/[draft]${step}`,
  at: draftAt(step),
  back: draftAt(back),
  answers: MY_DRAFT,
  to: { r: ({ procedure }) => `/nop-ho-so/${procedure}` },
})

const CITIZEN_ROWS: RouteRow[] = [
  { route: 'GET /nop-ho-so/[procedure]', at: ({ procedure }) => `/nop-ho-so/${procedure}`, answers: OPEN },
  ...['', '/nguoi-nop', '/noi-dung', '/giay-to', '/nhan-ket-qua', '/kiem-tra'].map((step) => draftRow(step)),
  draftRow('/xoa', ''),
  {
    route: 'GET /nop-ho-so/[procedure]/da-gui/[code]',
    at: ({ procedure, code }) => `/nop-ho-so/${procedure}/da-gui/${code}`,
    back: ({ code }) => `/ho-so/${code}`,
    answers: MY_DOSSIER,
    to: { r: ({ code }) => `/can-bo/ho-so/${code}` },
  },
  ...['bo-sung', 'rut'].map((page): RouteRow => ({
    route: `GET /ho-so/[code]/${page}`,
    // In hand, nothing is asked of her, so the dossier's page says where it is; whether she still wants it, she may always say.
    at: ({ code }) => `/ho-so/${code}/${page}`,
    back: ({ code }) => `/ho-so/${code}`,
    answers: page === 'rut' ? MY_DOSSIER : MY_DOSSIER.replace('| o', '| q'),
    to: { r: ({ code }) => `/can-bo/ho-so/${code}`, q: ({ code }) => `/ho-so/${code}` },
  })),
  { route: 'GET /ho-so', at: () => '/ho-so', answers: FOR_CITIZENS },
  { route: 'GET /ho-so/[code]', at: ({ code }) => `/ho-so/${code}`, answers: MY_DOSSIER, to: { r: ({ code }) => `/can-bo/ho-so/${code}` } },
]

const STAFF_ROWS: RouteRow[] = [
  { route: 'GET /can-bo', at: () => '/can-bo', answers: SENT_ON, to: { r: () => '/can-bo/hang-doi' } },
  { route: 'GET /can-bo/hang-doi', at: () => '/can-bo/hang-doi', back: () => '/can-bo/hang-doi?ke=mine', answers: FOR_STAFF },
  { route: 'GET /can-bo/thu-phi', at: () => '/can-bo/thu-phi', answers: FOR_FEES },
  { route: 'GET /can-bo/thu-phi/[code]', at: ({ unpaidCode }) => `/can-bo/thu-phi/${unpaidCode}`, answers: FOR_FEES },
  { route: 'GET /can-bo/hoan-phi', at: () => '/can-bo/hoan-phi', answers: FOR_REFUNDS },
  { route: 'GET /can-bo/hoan-phi/[code]', at: ({ refundCode }) => `/can-bo/hoan-phi/${refundCode}`, answers: FOR_REFUNDS },
  { route: 'GET /can-bo/tiep-nhan', at: () => '/can-bo/tiep-nhan', answers: FOR_THE_COUNTER },
  ...['', '/bo-sung', '/tu-choi', '/bo'].map((page): RouteRow => ({
    route: `GET /can-bo/tiep-nhan/[intake]${page}`,
    at: ({ intakeId }) => `/can-bo/tiep-nhan/${intakeId}${page}`,
    back: ({ intakeId }) => `/can-bo/tiep-nhan/${intakeId}`,
    answers: MY_INTAKE,
  })),
  { route: 'GET /can-bo/ho-so/[code]', at: ({ code }) => `/can-bo/ho-so/${code}`, answers: A_DOSSIER_OF_THE_OFFICE },
  {
    route: 'GET /can-bo/ho-so/[code]/[buoc]',
    at: ({ code }) => `/can-bo/ho-so/${code}/trinh-ky`,
    back: ({ code }) => `/can-bo/ho-so/${code}`,
    answers: A_DOSSIER_OF_THE_OFFICE,
  },
  ...['khong-kip-han', 'y-kien', 'y-kien/[hoi]'].map((page): RouteRow => ({
    route: `GET /can-bo/ho-so/[code]/${page}`,
    at: ({ code, questionId }) => `/can-bo/ho-so/${code}/${page.replace('[hoi]', questionId)}`,
    back: ({ code, questionId }) => `/can-bo/ho-so/${code}${page.endsWith('[hoi]') ? `/y-kien/${questionId}` : ''}`,
    answers: A_DOSSIER_OF_THE_OFFICE,
  })),
  {
    route: 'GET /can-bo/ho-so/[code]/buoc',
    // It says nothing of the dossier: the page it leads to asks the gate.
    at: ({ code }) => `/can-bo/ho-so/${code}/buoc?step=propose`,
    answers: SENT_ON,
    to: { r: ({ code }) => `/can-bo/ho-so/${code}/trinh-ky` },
  },
  { route: 'GET /can-bo/tim', at: () => '/can-bo/tim', answers: SENT_ON, to: { r: () => '/can-bo/tim/ket-qua' } },
  {
    route: 'POST /can-bo/tim',
    // A whole code leads to its page without being looked up, so nobody learns whether there is one.
    at: () => '/can-bo/tim',
    body: ({ code }) => asForm([['q', code]]),
    answers: SENT_ON,
    to: { r: ({ code }) => `/can-bo/ho-so/${code}` },
  },
  { route: 'GET /can-bo/tim/ket-qua', at: () => '/can-bo/tim/ket-qua', answers: FOR_STAFF },
]

const API_ROWS: RouteRow[] = [
  ...REGISTER_ROUTES,
  { route: 'GET /api/auth/[...nextauth]', when: 'but the way back', at: () => '/api/auth/session', answers: OPEN.replace(/o/g, 'n') },
  {
    route: 'GET /api/auth/[...nextauth]',
    when: 'without a sign-in under way',
    at: () => '/api/auth/callback/vneid?code=x&state=y',
    answers: 'r r r r r | q q q | r r r r | r r r | r r r | r',
    to: { r: () => '/dang-nhap?loi=sign_in_expired', q: () => '/ho-so' },
  },
  {
    route: 'GET /api/files/[id]',
    at: ({ documentId }) => `/api/files/${documentId}`,
    answers: 'u u u u u | o n n | o o o o | o o n | o o n | n',
  },
  {
    route: 'GET /api/papers/[id]',
    at: ({ paperId }) => `/api/papers/${paperId}`,
    answers: 'u u u u u | o n n | o o o o | o o n | o o n | n',
  },
  { route: 'GET /api/health/live', at: () => '/api/health/live', answers: OPEN },
  { route: 'GET /api/health/ready', at: () => '/api/health/ready', answers: OPEN },
  {
    route: 'POST /api/uploads',
    at: ({ draftId }) => `/api/uploads?draft=${draftId}`,
    body: () => asForm([['then', 'later']]),
    back: () => '/ho-so',
    answers: 'c c c c c | r r r | r r r r | r r r | r r r | r',
    to: { r: () => '/ho-so' },
  },
  {
    route: 'POST /api/uploads',
    when: 'for a supplement',
    at: ({ code }) => `/api/uploads?purpose=supplement&code=${code}`,
    body: ({ version }) => asForm([['version', String(version)]]),
    back: ({ code }) => `/ho-so/${code}/bo-sung`,
    answers: 'c c c c c | q q q | r r r r | r r r | r r r | r',
    to: { r: ({ code }) => `/can-bo/ho-so/${code}`, q: ({ code }) => `/ho-so/${code}` },
  },
  {
    route: 'POST /api/uploads',
    when: 'for a supplement, from a page of the office',
    at: ({ code }) => `/api/uploads?purpose=supplement&by=office&code=${code}`,
    body: ({ version }) => asForm([['version', String(version)]]),
    back: ({ code }) => `/can-bo/ho-so/${code}/nhan-bo-sung`,
    answers: 't t t t t | q q q | r r r r | r r r | r r r | r',
    to: { r: ({ code }) => `/can-bo/ho-so/${code}`, q: ({ code }) => `/ho-so/${code}` },
  },
  {
    route: 'POST /api/uploads',
    when: 'for an intake',
    at: ({ intakeId }) => `/api/uploads?intake=${intakeId}`,
    body: () => asForm([['then', 'later']]),
    back: ({ intakeId }) => `/can-bo/tiep-nhan/${intakeId}`,
    answers: 't t t t t | r r r | r r r r | r r r | r r r | r',
    to: { r: () => '/can-bo/tiep-nhan' },
  },
  {
    route: 'POST /api/uploads',
    when: 'for a result',
    at: ({ code, version }) => `/api/uploads?purpose=result&code=${code}&version=${version}`,
    body: () => asForm([]),
    back: ({ code }) => `/can-bo/ho-so/${code}`,
    answers: 't t t t t | r r r | r r r r | r r r | r r r | r',
    to: { r: ({ code }) => `/can-bo/ho-so/${code}` },
  },
  { route: 'GET /api/v1/procedures', at: () => '/api/v1/procedures?q=khai+sinh', answers: OPEN },
  { route: 'POST, PUT, PATCH, DELETE /api/v1/procedures', at: () => '/api/v1/procedures', answers: NO_SUCH_METHOD },
  { route: 'POST, PUT, PATCH, DELETE /api/v1/procedures/[code]', at: () => '/api/v1/procedures/1.001193', answers: NO_SUCH_METHOD },
  { route: 'GET, POST, PUT, PATCH, DELETE /api/[...path]', at: () => '/api/v1/khong-co', answers: OPEN.replace(/o/g, 'n') },
  { route: 'GET /api/[...path]', when: 'of no version', at: () => '/api/v1', answers: OPEN.replace(/o/g, 'n') },
  { route: 'GET /api/v1/procedures/[code]', at: ({ procedure }) => `/api/v1/procedures/${procedure}`, answers: OPEN },
  {
    route: 'GET /api/v1/deadlines',
    at: () => '/api/v1/deadlines?receivedAt=2026-11-20T08:15:00%2B07:00&value=3&unit=WORKING_DAY',
    answers: OPEN,
  },
  { route: 'GET /api/v1/stats', at: () => '/api/v1/stats?from=2024-01-01&to=2024-12-31', answers: OPEN },
  { route: 'POST, PUT, PATCH, DELETE /api/v1/stats', at: () => '/api/v1/stats', answers: NO_SUCH_METHOD },
  { route: 'POST, PUT, PATCH, DELETE /api/v1/deadlines', at: () => '/api/v1/deadlines', answers: NO_SUCH_METHOD },
  {
    route: 'POST /api/v1/dossiers/[code]/status',
    at: ({ code }) => `/api/v1/dossiers/${code}/status`,
    body: ({ factor }) => ({ type: 'application/json', content: JSON.stringify({ factor }) }),
    answers: OPEN,
  },
  {
    route: 'POST /api/v1/dossiers/[code]/status',
    when: 'as a form of another site could send it',
    at: ({ code }) => `/api/v1/dossiers/${code}/status`,
    body: ({ factor }) => ({ type: 'text/plain', content: JSON.stringify({ factor }) }),
    answers: OPEN.replace(/o/g, 'x'),
  },
  {
    route: 'GET, PUT, PATCH, DELETE /api/v1/dossiers/[code]/status',
    at: ({ code }) => `/api/v1/dossiers/${code}/status`,
    answers: NO_SUCH_METHOD,
  },
]

const LEADER_ROWS: RouteRow[] = [
  { route: 'GET /lanh-dao', at: () => '/lanh-dao', answers: FOR_LEADERS },
  { route: 'GET /lanh-dao/phe-duyet', at: () => '/lanh-dao/phe-duyet', answers: FOR_APPROVERS },
  { route: 'GET /lanh-dao/hom-nay/[list]', at: () => '/lanh-dao/hom-nay/qua-han', answers: FOR_LEADERS },
  {
    route: 'GET /lanh-dao/so-lieu/[figure]',
    at: () => '/lanh-dao/so-lieu/tiep-nhan?tu=2024-01-01&den=2024-12-31',
    answers: FOR_LEADERS,
  },
]

const officerAt = ({ officerId }: Sample): string => `/quan-tri/nhan-su/${officerId}`

const ADMIN_ROWS: RouteRow[] = [
  { route: 'GET /quan-tri', at: () => '/quan-tri', answers: FOR_ADMIN },
  { route: 'GET /quan-tri/nhan-su', at: () => '/quan-tri/nhan-su', answers: FOR_ADMIN },
  { route: 'GET /quan-tri/nhan-su/them', at: () => '/quan-tri/nhan-su/them', answers: FOR_ADMIN },
  { route: 'GET /quan-tri/nhan-su/[id]', at: officerAt, answers: FOR_ADMIN },
  {
    route: 'GET /quan-tri/nhan-su/[id]/[viec]',
    at: (sample) => `${officerAt(sample)}/tam-ngung`,
    back: officerAt,
    answers: FOR_ADMIN,
  },
  ...['/lich-lam-viec', '/lich-lam-viec/ngay', '/lich-lam-viec/gio', '/thong-tin-xa', '/chua-doi-chieu'].map((place): RouteRow => ({
    route: `GET /quan-tri${place}`,
    at: () => `/quan-tri${place}`,
    answers: FOR_ADMIN,
  })),
  ...OFFICE_ROUTES,
  { route: 'GET /tai-khoan', at: () => '/tai-khoan', answers: FOR_SIGNED_IN },
  { route: 'GET /tai-khoan/lien-he', at: () => '/tai-khoan/lien-he', answers: FOR_CITIZENS },
  { route: 'GET /dat-mat-khau/[token]', when: 'that is not ours', at: () => '/dat-mat-khau/khong-phai', answers: OPEN },
]

export const ROUTE_ROWS: readonly RouteRow[] = [...ADMIN_ROWS, ...PUBLIC_ROWS, ...CITIZEN_ROWS, ...STAFF_ROWS, ...LEADER_ROWS, ...API_ROWS]

/** `POST, PUT /x` as `POST /x` and `PUT /x`. */
export function methodsOf({ route }: RouteRow): string[] {
  const [methods = '', address = ''] = route.split(/ (?=\/)/)
  return methods.split(', ').map((method) => `${method} ${address}`)
}
