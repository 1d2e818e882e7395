import { FIGURES, type Figure, PARTS, type Part, type Period } from '@/lib/reports/rules'
import { TODAY_LISTS, type TodayList } from '@/lib/reports/today'

export const DASHBOARD = '/lanh-dao'

/** What waits for this person's signature: a place of the bar, and the same list. */
const APPROVALS = '/lanh-dao/phe-duyet'

export type Params = Readonly<Record<string, string | string[] | undefined>>

/** One value of an address; undefined where it is not there or empty. */
export function one(params: Params, name: string): string | undefined {
  const value = params[name]
  const first = Array.isArray(value) ? value[0] : value
  return first === '' ? undefined : first
}

const FIGURE_PATH: Record<Figure, string> = {
  received: 'tiep-nhan',
  resolved: 'giai-quyet',
  onTime: 'dung-han',
  online: 'truc-tuyen',
  digitised: 'so-hoa',
  onlinePayment: 'thanh-toan',
}

const PART_PATH: Record<Part, string> = { numerator: 'dat', denominator: 'tat-ca', exceptions: 'chua-dat' }

const TODAY_PATH: Record<TodayList, string> = {
  overdue: 'qua-han',
  no_apology: 'chua-xin-loi',
  due_today: 'den-han-hom-nay',
  due_next: 'den-han-ngay-toi',
  my_approval: 'cho-ky',
  at_risk: 'sap-tre',
  open: 'dang-mo',
  left: 'con-han',
  waiting: 'cho-cong-dan',
  finished: 'cho-tra-ket-qua',
}

export const figureOfPath = (path: string): Figure | null => FIGURES.find((figure) => FIGURE_PATH[figure] === path) ?? null
export const partOfPath = (path: string | undefined): Part => PARTS.find((part) => PART_PATH[part] === path) ?? 'denominator'
export const todayOfPath = (path: string): TodayList | null => TODAY_LISTS.find((list) => TODAY_PATH[list] === path) ?? null

function address(path: string, values: Readonly<Record<string, string | undefined>>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) if (value !== undefined) params.set(name, value)
  return params.size === 0 ? path : `${path}?${params}`
}

/** The dashboard: of a quick choice or of two days, of all departments or of one. */
export const dashboardHref = (asked: { ky?: string; period?: Period; department?: string | undefined }): string =>
  address(DASHBOARD, { ky: asked.ky, tu: asked.period?.from, den: asked.period?.to, 'don-vi': asked.department })

export type CountedAddress = {
  figure: Figure
  part?: Part
  period: Period
  field?: string | undefined
  department?: string | undefined
  cursor?: string | undefined
}

/** The form of a list posts to its address without what the form itself asks. */
export const countedPath = (figure: Figure): string => `${DASHBOARD}/so-lieu/${FIGURE_PATH[figure]}`

/** The dossiers that a figure counted. */
export const countedHref = ({ figure, part = 'denominator', period, field, department, cursor }: CountedAddress): string =>
  address(countedPath(figure), {
    phan: part === 'denominator' ? undefined : PART_PATH[part],
    tu: period.from,
    den: period.to,
    'linh-vuc': field,
    'don-vi': department,
    sau: cursor,
  })

/** The fields that carry an address through the form of a list. */
export const countedFields = ({ part = 'denominator', period }: CountedAddress): [string, string][] => [
  ['phan', PART_PATH[part]],
  ['tu', period.from],
  ['den', period.to],
]

/** One of the lists of what is open today. */
export const todayHref = (list: TodayList, more: { department?: string | undefined; cursor?: string | undefined } = {}): string =>
  address(list === 'my_approval' ? APPROVALS : `${DASHBOARD}/hom-nay/${TODAY_PATH[list]}`, { 'don-vi': more.department, sau: more.cursor })
