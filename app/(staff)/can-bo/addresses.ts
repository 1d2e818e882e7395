import { paperHref } from '@/components/dossiers/file-words'
import type { Step } from '@/lib/dossiers/move-rules'
import { STEPS } from '@/lib/dossiers/rules'
import { SHELF_WORDS, type Shelf } from '@/lib/dossiers/shelves'
import { SENT_BY } from '@/lib/dossiers/words'
import type { Channel } from '@/prisma/generated/enums'

/** Where the dossiers wait. */
export const QUEUE = '/can-bo/hang-doi'

/** What a search is posted to, and the page that shows what it found. */
export const SEARCH = '/can-bo/tim'
export const FOUND = '/can-bo/tim/ket-qua'

/** The list that somebody looks at or came from: a shelf and what narrows it. */
export type List = { shelf: Shelf; field?: string; channel?: Channel }

type Params = Readonly<Record<string, string | string[] | undefined>>

const one = (value: string | string[] | undefined): string => (Array.isArray(value) ? value[0] : value) ?? ''

const isShelf = (name: string): name is Shelf => Object.hasOwn(SHELF_WORDS, name)
const isChannel = (name: string): name is Channel => Object.hasOwn(SENT_BY, name)

/** The list that an address names; null when it names none. */
export function listIn(params: Params): List | null {
  const [shelf, field, channel] = [one(params.ke), one(params['linh-vuc']), one(params.kenh)]
  if (!isShelf(shelf)) return null
  return { shelf, ...(field === '' ? {} : { field }), ...(isChannel(channel) ? { channel } : {}) }
}

/** The list of an address that is a list: the start of everyone's work where it names none. */
export function listOr(params: Params, start: Shelf = 'mine'): List {
  return listIn({ ...params, ke: isShelf(one(params.ke)) ? one(params.ke) : start }) ?? { shelf: start }
}

/** `?ke=…` for the list somebody came from, or nothing. */
function query(list: List | null, more: Readonly<Record<string, string>> = {}): string {
  const params = new URLSearchParams()
  if (list) params.set('ke', list.shelf)
  if (list?.field) params.set('linh-vuc', list.field)
  if (list?.channel) params.set('kenh', list.channel)
  for (const [name, value] of Object.entries(more)) params.set(name, value)
  return params.size === 0 ? '' : `?${params}`
}

export const queueHref = (list: List, cursor?: string): string => `${QUEUE}${query(list, cursor ? { sau: cursor } : {})}`

/** Where somebody's day begins, and what comes behind a cursor of it. */
export const dayHref = (cursor: string | null): string => `${QUEUE}${query(null, cursor === null ? {} : { viec: cursor })}`

export const dossierHref = (code: string, list: List | null): string => `/can-bo/ho-so/${encodeURIComponent(code)}${query(list)}`

/** The dossier after `step` was taken: it says so. */
export const doneHref = (code: string, list: List | null, step: string): string =>
  `/can-bo/ho-so/${encodeURIComponent(code)}${query(list, { xong: step })}`

/** Last part of the address of each step's page. */
const STEP_PATH: Record<Step, string> = {
  receive: 'tiep-nhan',
  ask_for_more: 'yeu-cau-bo-sung',
  answer: 'nhan-bo-sung',
  refuse: 'tu-choi',
  withdraw: 'rut-ho-so',
  forward: 'chuyen-phong',
  take: 'nhan-xu-ly',
  propose: 'trinh-ky',
  approve: 'ky-duyet',
  send_back: 'tra-lai',
  recall: 'rut-trinh',
  assign: 'giao-viec',
  pass_on: 'chuyen-nguoi',
  pass_to_department: 'chuyen-phong-khac',
  give_back: 'tra-phong',
  hand_over: 'tra-ket-qua',
  ask_again: 'yeu-cau-bo-sung-lan-nua',
  ask_for_payment: 'yeu-cau-nop-tien',
  confirm_payment: 'ghi-da-nop',
  recall_payment: 'rut-yeu-cau-nop-tien',
  ask_agency: 'chuyen-co-quan',
  agency_answer: 'co-quan-tra-loi',
  issue: 'cap-so',
  return_to_signer: 'tra-nguoi-ky',
  reopen: 'rut-ket-qua',
  extend: 'gia-han',
  stop: 'dung',
  take_up_again: 'mo-lai',
  ask_to_withdraw: 'xin-rut',
  keep_going: 'giai-quyet-tiep',
  confirm_withdrawal: 'cho-rut',
  return_to_desk: 'tra-mot-cua',
  recall_forward: 'rut-ve',
}

/** The step of an address; null for one that leads nowhere. */
export const stepOfPath = (path: string): Step | null => STEPS.find((step) => STEP_PATH[step] === path) ?? null

export const stepHref = (code: string, step: Step, list: List | null): string =>
  `/can-bo/ho-so/${encodeURIComponent(code)}/${STEP_PATH[step]}${query(list)}`

/** Where opinions on a dossier are asked for, and where one question is answered or taken back. */
export const askOpinionHref = (code: string, list: List | null): string => `/can-bo/ho-so/${encodeURIComponent(code)}/y-kien${query(list)}`
export const questionHref = (code: string, id: string, list: List | null): string =>
  `/can-bo/ho-so/${encodeURIComponent(code)}/y-kien/${encodeURIComponent(id)}${query(list)}`

/** Where it is said that a dossier will not make its date. */
export const draftApologyHref = (code: string, list: List | null): string =>
  `/can-bo/ho-so/${encodeURIComponent(code)}/khong-kip-han${query(list)}`

/** Where a choice of the next step is sent on to its page. */
export const chooseHref = (code: string): string => `/can-bo/ho-so/${encodeURIComponent(code)}/buoc`

/** The fields that carry the list through a form. */
export const listFields = (list: List | null): [string, string][] => (list ? [...new URLSearchParams(query(list))] : [])

/** Where the result's file is posted. All but the file stands in the address, so that it is judged before the file is read. */
export const attachHref = ({ code, version }: { code: string; version: number }, list: List | null): string =>
  `/api/uploads${query(list, { purpose: 'result', code, version: String(version) })}`

/** The paper on a roll of 80 mm. */
export const rollHref = (id: string): string => `${paperHref(id)}?kho=cuon`

/**
 * Where a procedure is picked for somebody at the counter, an intake that was begun, the pages of the two slips, and the page that asks before
 * it is thrown away.
 */
export const COUNTER = '/can-bo/tiep-nhan'
export const intakeHref = (id: string): string => `${COUNTER}/${encodeURIComponent(id)}`
export const askAtCounterHref = (id: string): string => `${intakeHref(id)}/bo-sung`
export const refuseAtCounterHref = (id: string): string => `${intakeHref(id)}/tu-choi`
export const dropIntakeHref = (id: string): string => `${intakeHref(id)}/bo`

/** Fees that have to be given back, and the page on which that is recorded for one dossier. */
export const REFUNDS = '/can-bo/hoan-phi'
export const refundHref = (code: string): string => `${REFUNDS}/${encodeURIComponent(code)}`

/** Fees that are due and not paid, and the page on which that is recorded for one dossier. */
export const UNPAID_FEES = '/can-bo/thu-phi'

/** Where the payment of one dossier's fees is recorded. */
export const feeHref = (code: string): string => `${UNPAID_FEES}/${encodeURIComponent(code)}`
export const unpaidHref = (code: string): string => `${UNPAID_FEES}/${encodeURIComponent(code)}`
