/** Refusals as the public API says them: problem details (RFC 9457), in Vietnamese, with what to do next. */
import type { BodyFault } from '@/lib/platform/json-body'
import type { Refused, RefusalCode } from '@/lib/platform/refusal'
import { sentenceOf } from './refusals'

/** Unknown and forbidden look the same, so a wrong factor is a dossier that is not found. */
const STATUS: Record<RefusalCode, number> = {
  invalid_input: 400,
  not_found: 404,
  not_allowed: 403,
  sign_in_needed: 401,
  identity_level_too_low: 403,
  wrong_origin: 403,
  busy: 503,
  changed_meanwhile: 409,
  request_reused: 409,
  step_not_possible: 409,
  reason_needed: 422,
  result_document_needed: 422,
  result_not_opened: 422,
  components_unchecked: 422,
  component_inadequate: 422,
  already_extended: 409,
  already_asked: 409,
  nothing_asked: 422,
  answer_incomplete: 422,
  opinion_given: 409,
  question_taken_back: 409,
  nothing_due: 409,
  nothing_to_return: 409,
  money_returned: 409,
  nobody_goes_on: 409,
  counter_only: 422,
  draft_incomplete: 422,
  already_filed: 409,
  draft_changed: 409,
  draft_unreadable: 409,
  dossier_full: 413,
  day_full: 429,
  factor_wrong: 404,
  too_many_tries: 429,
  credentials_wrong: 401,
  account_suspended: 403,
  officer_suspended: 409,
  nobody_takes_over: 409,
  last_admin: 409,
  own_account: 409,
  department_closed: 409,
  department_in_use: 409,
  version_incomplete: 422,
  version_begun: 409,
  version_drafted: 409,
  link_over: 404,
}

const TITLE: Record<number, string> = {
  400: 'Nội dung gửi lên chưa đúng',
  401: 'Cần đăng nhập',
  403: 'Không có quyền',
  404: 'Không tìm thấy',
  405: 'Cách gọi không dùng được ở đây',
  409: 'Không hợp với tình trạng hiện nay',
  413: 'Quá lớn',
  415: 'Không đọc được dạng nội dung này',
  422: 'Chưa đủ điều kiện',
  429: 'Thử quá nhiều lần',
  500: 'Lỗi không ngờ tới',
  503: 'Hệ thống đang bận',
}

/** Seconds after which a busy office may be asked again; a full pool empties within seconds, a restart takes some more. */
const BUSY_SECONDS = 60
/** Longest wait after too many tries, when the refusal does not say more exactly. */
const TRIES_SECONDS = 3_600

type Problem = { status: number; type: string; detail: string; errors?: { field: string; detail: string }[] }

function response({ status, ...rest }: Problem, headers: Record<string, string> = {}): Response {
  return Response.json(
    { ...rest, title: TITLE[status] ?? '', status },
    { status, headers: { 'Content-Type': 'application/problem+json; charset=utf-8', 'Cache-Control': 'no-store', ...headers } },
  )
}

function retryAfter({ code, detail }: Refused): Record<string, string> {
  if (code === 'busy') return { 'Retry-After': String(BUSY_SECONDS) }
  if (code === 'too_many_tries') return { 'Retry-After': String(typeof detail.seconds === 'number' ? detail.seconds : TRIES_SECONDS) }
  return {}
}

/** A refusal as an `application/problem+json` answer; `busy` and `too_many_tries` say when to come back. */
export function problemOf(refusal: Refused): Response {
  const { code, fields } = refusal
  const errors = Object.entries(fields).map(([field, detail]) => ({ field, detail }))
  // The sentence of a form speaks of boxes on a page; a program has none, so it is told the mistakes themselves.
  const detail = code === 'invalid_input' && errors.length > 0 ? errors.map((error) => `${error.detail}.`).join(' ') : sentenceOf(refusal)
  const problem = { status: STATUS[code], type: `urn:mot-cua:problem:${code.replaceAll('_', '-')}`, detail }
  return response(errors.length === 0 ? problem : { ...problem, errors }, retryAfter(refusal))
}

/** A bug as one neutral answer; what happened stands in the log and nowhere else. */
export const unexpectedProblem = (): Response =>
  response({ status: 500, type: 'about:blank', detail: 'Có lỗi ngoài dự kiến. Thử lại sau 1 phút, hoặc gọi Trung tâm trong giờ làm việc.' })

const BODY_PROBLEM: Record<BodyFault, Omit<Problem, 'type'>> = {
  media_type: { status: 415, detail: 'Gửi nội dung dạng JSON, với Content-Type: application/json' },
  too_large: { status: 413, detail: 'Nội dung gửi lên quá lớn. Chỉ gửi các trường có trong tài liệu' },
  malformed: { status: 400, detail: 'Nội dung gửi lên không phải là JSON đúng. Kiểm tra lại dấu ngoặc, dấu nháy và mã UTF-8' },
}

/** What is wrong with a body that nobody could read. */
export const bodyProblem = (fault: BodyFault): Response =>
  response({ type: `urn:mot-cua:problem:body-${fault.replaceAll('_', '-')}`, ...BODY_PROBLEM[fault] })

/** The answer to every other method of a route that knows only `allowed`. */
export const methodProblem = (allowed: 'GET' | 'POST') => (): Response =>
  response({ status: 405, type: 'about:blank', detail: `Địa chỉ này chỉ nhận ${allowed}` }, { Allow: allowed })
