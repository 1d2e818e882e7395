// Every way to change something over HTTP: route handlers that take a form, and server actions, which are posted to the page their form is on.
import type { Told } from '@/tests/support/access-matrix-http'
import { ADMIN_WRITES } from '@/tests/support/access-matrix-admin-writes'
import { OFFICE_WRITES } from '@/tests/support/access-matrix-office-rows'
import { ask, asForm, formOn } from '@/tests/support/access-matrix-http'
import { BASE, type Portal, type Sample } from '@/tests/support/access-matrix-portal'
import { sentenceOf } from '@/lib/text/refusals'
import { methodsOf, ROUTE_ROWS } from '@/tests/support/access-matrix-route-rows'
import { VERSION_WRITES } from '@/tests/support/access-matrix-version-writes'
import { PATH_WRITES } from '@/tests/support/access-matrix-path-writes'
import { type Fields, NO_SUCH_VERSION, stepPage, TOO_OLD, type Write } from '@/tests/support/access-matrix-write'

const draftPage = (step: string) => (sample: Sample) => `/nop-ho-so/${sample.procedure}/${sample.draftId}${step}`
const nothing = (): Fields => []

export const WRITES: readonly Write[] = [
  ...ADMIN_WRITES,
  ...OFFICE_WRITES,
  ...PATH_WRITES,
  ...VERSION_WRITES,
  { what: 'POST /dang-nhap/vneid', as: 'visitor', to: () => '/dang-nhap/vneid', typed: () => [['tiep', '/ho-so']] },
  { what: 'POST /can-bo/tim', as: 'clerk', to: () => '/can-bo/tim', typed: () => [['q', 'nguyen thi']] },
  { what: 'POST /api/uploads', as: 'owner', to: ({ draftId }) => `/api/uploads?draft=${draftId}`, typed: () => [['then', 'later']] },
  {
    what: 'signInStaffAction',
    as: 'visitor',
    to: () => '/dang-nhap/can-bo',
    form: 'name="password"',
    typed: () => [
      ['userName', 'khong.co.ai'],
      ['password', 'không phải mật khẩu này'],
    ],
    says: () => sentenceOf({ code: 'credentials_wrong', detail: {} }),
  },
  {
    what: 'openLookUpAction',
    as: 'visitor',
    to: () => '/tra-cuu',
    form: 'name="factor"',
    typed: ({ code, factor }) => [
      ['code', code],
      ['factor', factor],
    ],
  },
  {
    what: 'recordPaymentAction',
    as: 'cashier',
    to: ({ unpaidCode }) => `/can-bo/thu-phi/${unpaidCode}`,
    form: 'name="reference"',
    typed: () => [['reference', '']],
    says: () => 'Ghi số biên lai',
  },
  {
    what: 'returnFeesAction',
    as: 'cashier',
    to: ({ refundCode }) => `/can-bo/hoan-phi/${refundCode}`,
    form: 'name="reference"',
    typed: () => [['reference', '']],
    says: () => 'Ghi số phiếu chi',
  },
  {
    what: 'startIntakeAction',
    as: 'clerk',
    to: () => '/can-bo/tiep-nhan',
    form: 'name="procedure"',
    typed: ({ procedure }) => [['procedure', procedure]],
  },
  {
    what: 'askAtCounterAction',
    as: 'clerk',
    to: ({ intakeId }) => `/can-bo/tiep-nhan/${intakeId}/bo-sung`,
    form: 'name="intake"',
    typed: nothing,
    says: () => sentenceOf({ code: 'nothing_asked', detail: {} }),
  },
  {
    what: 'refuseAtCounterAction',
    as: 'clerk',
    to: ({ intakeId }) => `/can-bo/tiep-nhan/${intakeId}/tu-choi`,
    form: 'name="intake"',
    typed: () => [['reason', '']],
    says: () => 'Ghi lý do từ chối',
  },
  // Last of the intake, which it throws away.
  {
    what: 'deleteIntakeAction',
    as: 'clerk',
    to: ({ intakeId }) => `/can-bo/tiep-nhan/${intakeId}/bo`,
    form: 'name="intake"',
    typed: nothing,
  },
  { what: 'startDraftAction', as: 'owner', to: ({ procedure }) => `/nop-ho-so/${procedure}`, form: 'name="procedure"', typed: nothing },
  { what: 'saveApplicantAction', as: 'owner', to: draftPage('/nguoi-nop'), form: 'name="filedBy"', typed: () => [['then', 'later']] },
  { what: 'saveContentAction', as: 'owner', to: draftPage('/noi-dung'), form: 'name="draft"', typed: () => [['then', 'later']] },
  { what: 'saveReturnAction', as: 'owner', to: draftPage('/nhan-ket-qua'), form: 'name="returnMethod"', typed: () => [['then', 'later']] },
  {
    what: 'fileDossierAction',
    as: 'owner',
    to: draftPage('/kiem-tra'),
    form: 'name="requestId"',
    typed: () => [['declared', 'yes']],
  },
  { what: 'deleteDraftAction', as: 'owner', to: draftPage('/xoa'), form: 'name="draft"', typed: nothing },
  {
    what: 'performStepAction',
    as: 'clerk',
    to: ({ work }) => stepPage(work.received, 'chuyen-phong'),
    form: 'name="step"',
    typed: () => NO_SUCH_VERSION,
    says: TOO_OLD,
  },
  {
    what: 'passOnAction',
    as: 'head',
    to: ({ work }) => stepPage(work.inDepartment, 'giao-viec'),
    form: 'name="step"',
    typed: () => [...NO_SUCH_VERSION, ['to', 'KINH_TE']],
    says: TOO_OLD,
  },
  {
    what: 'approveSeveralAction',
    as: 'leader',
    to: () => '/lanh-dao/phe-duyet',
    form: 'name="chon.',
    typed: nothing,
    says: () => 'Chưa chọn hồ sơ nào',
  },
  {
    what: 'assignSeveralAction',
    as: 'head',
    to: () => '/can-bo/hang-doi?ke=department',
    form: 'name="chon.',
    typed: nothing,
    says: () => 'Chưa chọn hồ sơ nào',
  },
  {
    what: 'receiveDossierAction',
    as: 'clerk',
    to: ({ work }) => stepPage(work.submitted, 'tiep-nhan'),
    form: 'name="step"',
    typed: () => NO_SUCH_VERSION,
    says: TOO_OLD,
  },
  {
    what: 'askForMoreAction',
    as: 'clerk',
    to: ({ work }) => stepPage(work.submitted, 'yeu-cau-bo-sung'),
    form: 'name="step"',
    typed: () => NO_SUCH_VERSION,
    says: TOO_OLD,
  },
  {
    what: 'refuseDossierAction',
    as: 'clerk',
    to: ({ work }) => stepPage(work.submitted, 'tu-choi'),
    form: 'name="step"',
    typed: () => NO_SUCH_VERSION,
    says: TOO_OLD,
  },
  {
    what: 'withdrawDossierAction',
    as: 'owner',
    to: ({ work }) => `/ho-so/${work.sent}/rut`,
    form: 'name="requestId"',
    typed: () => NO_SUCH_VERSION,
    says: TOO_OLD,
  },
  {
    what: 'handOverResultAction',
    as: 'clerk',
    to: ({ work }) => stepPage(work.finished, 'tra-ket-qua'),
    form: 'name="step"',
    typed: () => [...NO_SUCH_VERSION, ['isApplicant', 'yes']],
    says: TOO_OLD,
  },
  {
    what: 'revealAction',
    as: 'clerk',
    to: ({ code }) => `/can-bo/ho-so/${code}`,
    form: 'reveal-number',
    typed: nothing,
    says: ({ applicant }) => applicant.personalNumber,
  },
  // Last, since it ends the session that the others work with.
  { what: 'POST /dang-xuat', as: 'owner', to: () => '/dang-xuat', typed: nothing },
]

/** Writes for other programs, which have no origin; why that harms nobody. */
export const OPEN_TO_OTHER_PROGRAMS: Readonly<Record<string, string>> = {
  'POST /api/v1/dossiers/[code]/status': 'nobody is signed in there whatever cookies come along, and the factor is the only key',
}

/** Whether a route takes something in; one that only says no (404, 405, 503), whoever asks, does not. */
export const isWrite = (route: string): boolean =>
  !/^(?:GET|HEAD|OPTIONS) /.test(route) && !ROUTE_ROWS.some((row) => methodsOf(row).includes(route) && /^[mnb |]+$/.test(row.answers))

export type Prepared = {
  send: (headers: Record<string, string>) => Promise<Told>
  action: string | null
  path: string
  cookie: string
  fields: Fields
}

/** Signs in, opens the page with the form, and answers how the filled form is sent with whatever headers. */
export async function prepare({ sample, cookieOf }: Portal, { as, to, form, typed }: Write): Promise<Prepared> {
  const cookie = await cookieOf(as)
  const address = new URL(to(sample), BASE)
  const shown = form === undefined ? [] : formOn(await pageAt(address, cookie), form)
  const typedFields = typed(sample)
  const fields = [...shown.filter(([name]) => !typedFields.some(([other]) => other === name)), ...typedFields]
  const { type, content } = asForm(fields)
  const action = fields.map(([, value]) => /"id":"([0-9a-f]+)"/.exec(value)?.[1]).find((id) => id !== undefined) ?? null
  return {
    action,
    ...{ path: address.pathname + address.search, cookie, fields },
    send: (headers) => ask(address, { method: 'POST', headers: { cookie, 'content-type': type, ...headers }, body: content }),
  }
}

async function pageAt(address: URL, cookie: string): Promise<string> {
  const { status, text, headers } = await ask(address, { headers: { cookie } })
  if (status !== 200) throw new Error(`${address.pathname} has no form to send: ${status} ${headers.location ?? ''}`)
  return text
}

/** What a write would have changed, whatever it was; not what the worker does meanwhile. */
export async function stateOf({ db }: Portal): Promise<string> {
  const [state] = await db.$queryRaw<unknown[]>`
    SELECT (SELECT count(*)::int FROM request) AS requests, (SELECT count(*)::int FROM audit_line) AS lines,
      (SELECT count(*)::int FROM dossier_event) AS events, (SELECT count(*)::int FROM attempt) AS tries,
      (SELECT count(*)::int FROM login_session) AS sessions, (SELECT count(*)::int FROM login_session WHERE "endedAt" IS NOT NULL) AS ended,
      (SELECT count(*)::int FROM draft) AS drafts, (SELECT count(*)::int FROM intake) AS intakes, (SELECT max("updatedAt")::text FROM draft) AS kept,
      (SELECT count(*)::int FROM document) AS documents, (SELECT max("updatedAt")::text FROM citizen) AS accounts`
  return JSON.stringify(state)
}
