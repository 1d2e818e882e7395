import { z } from 'zod'
import { parseLocalDate } from '@/lib/platform/local-date'

/** Text as people read it: not empty, no stray blanks, composed letters (the portal's fonts carry no combining marks). */
const Text = z
  .string()
  .min(1, 'is empty')
  .refine((text) => text === text.trim() && !text.includes('  '), 'has stray blanks')
  .refine((text) => text === text.normalize('NFC'), 'is not in NFC')

/** A sentence ends like one, so that sentences can stand after each other on a page. */
const Sentence = Text.regex(/[.?]$/, 'must end with a full stop or a question mark')

const Day = z.string().transform((text, context) => {
  const day = parseLocalDate(text)
  if (day) return day
  context.addIssue({ code: 'custom', message: `${text} is not a day (YYYY-MM-DD)` })
  return z.NEVER
})

const Code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be a slug of a-z, 0-9 and -')
const DepartmentCode = z.string().regex(/^[A-Z]+(_[A-Z]+)*$/, 'must be capitals joined by _')
const WardCode = z.string().regex(/^\d{5}$/, 'must have 5 digits')
const Amount = z.int().min(0, 'must be a whole number of đồng')

const firstTwice = (values: readonly string[]): string | undefined => values.find((value, index) => values.indexOf(value) !== index)

/** `mark`: behind the number of the field's register, in capitals. */
export const FieldRow = z.strictObject({ code: Code, name: Text, mark: z.string().regex(/^[A-ZĐ]{2,5}$/), position: z.int().min(1) })

/** An ordinary reason to ask for a supplement; it stands in the middle of a paper's sentence, so it has no full stop. */
export const ReasonRow = z.strictObject({
  kind: z.enum(['SUPPLEMENT', 'REFUSAL', 'STOP', 'EXTENSION', 'RETURN']),
  code: Code,
  validFrom: Day,
  text: Text,
  unverified: z.boolean(),
})
export type ReasonRow = z.infer<typeof ReasonRow>

export const ProcedureCode = z.string().regex(/^\d\.\d{6}$/, 'must look like 1.001193')

const Component = z
  .strictObject({
    position: z.int().min(1),
    key: Code,
    name: Text,
    note: Sentence.nullable(),
    requirement: z.enum(['ALWAYS', 'IF_APPLICABLE', 'PRESENTED']),
    question: Text.endsWith(' không?', 'must be answered by yes or no').nullable(),
    originals: z.int().min(0),
    copies: z.int().min(0),
    formName: Text.nullable(),
  })
  .refine((component) => (component.requirement === 'IF_APPLICABLE') === (component.question !== null), {
    error: 'has a question exactly when it is IF_APPLICABLE',
    path: ['question'],
  })
  .refine((component) => component.requirement !== 'PRESENTED' || component.originals + component.copies === 0, {
    error: 'is only presented, so nothing of it is kept',
    path: ['originals'],
  })

/** `channel` COUNTER is every dossier that does not come online, the post included. `condition` says who pays a conditional fee. */
const Fee = z
  .strictObject({
    code: Code,
    name: Text,
    kind: z.enum(['FEE', 'CHARGE']),
    amount: Amount.min(1, 'must not be 0: what costs nothing has no rule'),
    per: z.enum(['CASE', 'COPY', 'PAGE']),
    channel: z.enum(['ONLINE', 'COUNTER', 'ANY']),
    condition: Text.nullable(),
    applies: z.enum(['ALWAYS', 'IF_CONDITION']),
    /** Of a fee per page: the pages it counts for (from 1; null: to the end). */
    pages: z.strictObject({ from: z.int().min(1), to: z.int().min(1).nullable() }).optional(),
    /** Of a fee per page: the most that one copy may cost, in đồng. */
    cap: Amount.optional(),
    validFrom: Day,
    validTo: Day.nullable(),
    source: Text,
    unverified: z.boolean(),
  })
  .refine((fee) => (fee.applies === 'IF_CONDITION') === (fee.condition !== null), {
    error: 'has a condition exactly when it applies IF_CONDITION',
    path: ['condition'],
  })

const Version = z
  .strictObject({
    validFrom: Day,
    validTo: Day.nullable(),
    name: Text,
    shortName: Text.max(45, 'is longer than 45 characters'),
    lead: Sentence,
    timeLimit: z.strictObject({ value: z.int().min(1).max(1000), unit: z.enum(['SAME_DAY', 'WORKING_DAY', 'DAY', 'HOUR']) }),
    timeLimitNote: Sentence.nullable(),
    onlineLevel: z.enum(['FULL', 'PARTIAL', 'COUNTER']),
    result: Text,
    interAgency: z.boolean(),
    department: DepartmentCode,
    bring: Sentence.nullable(),
    feeSentence: Sentence,
    /** The fee in the few words of a list: "5.000 đồng". */
    feeShort: Text.max(60, 'is longer than 60 characters'),
    fees: z.array(Fee),
    legalBasis: z.array(z.strictObject({ number: Text, title: Text })).min(1),
    /** MEDIUM: to be checked against the published decision before relying on it. */
    confidence: z.enum(['HIGH', 'MEDIUM']),
    /** What the office should know and citizens need not read. */
    staffNote: Sentence.nullable(),
    components: z.array(Component).min(1),
  })
  .superRefine((version, context) => {
    const refuse = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (version.onlineLevel === 'COUNTER' && version.bring === null) refuse('bring', 'must say what to bring, since it is counter only')
    if (version.components.some((component, index) => component.position !== index + 1)) refuse('components', 'must be numbered 1, 2, 3 …')
    const key = firstTwice(version.components.map((component) => component.key))
    if (key !== undefined) refuse('components', `has the key ${key} twice`)
    const fee = firstTwice(version.fees.map((rule) => `${rule.code} from ${rule.validFrom}`))
    if (fee !== undefined) refuse('fees', `has ${fee} twice`)
    const law = firstTwice(version.legalBasis.map((text) => text.number))
    if (law !== undefined) refuse('legalBasis', `names ${law} twice`)
  })

export const ProcedureRow = z
  .strictObject({
    code: ProcedureCode,
    field: Code,
    /** Whom it is about where that is never the one who files; left out: the form asks for whom. */
    subject: z.strictObject({ label: Text, hint: Sentence }).optional(),
    versions: z.array(Version).min(1),
  })
  .refine(
    ({ versions }) => versions.every((version, index) => index === 0 || (versions[index - 1]?.validTo ?? '9999-12-31') < version.validFrom),
    { error: 'must be in order of time and must not overlap', path: ['versions'] },
  )

export const ProvinceRow = z.strictObject({
  code: z.string().regex(/^\d{2}$/, 'must have 2 digits'),
  name: Text,
  fullName: Text,
  kind: z.enum(['PROVINCE', 'CITY']),
})

const WARD_KINDS = [
  ['Xã ', 'COMMUNE'],
  ['Phường ', 'WARD'],
  ['Đặc khu ', 'SPECIAL_ZONE'],
] as const

/** A row of wards.json, `[code, name, provinceCode]`; the kind is the first word of the name. */
export const WardRow = z.tuple([WardCode, Text, ProvinceRow.shape.code]).transform(([code, name, provinceCode], context) => {
  const kind = WARD_KINDS.find(([prefix]) => name.startsWith(prefix))?.[1]
  if (kind) return { code, name, provinceCode, kind }
  context.addIssue({ code: 'custom', message: `${name} is neither xã nor phường nor đặc khu` })
  return z.NEVER
})

/** A row of ward-changes.json. `oldCode` and `oldWard` are empty for five island districts, which had no wards. */
export const WardChangeRow = z
  .tuple([z.union([WardCode, z.literal('')]), z.union([Text, z.literal('')]), Text, Text, WardCode])
  .transform(([oldCode, oldWard, oldDistrict, oldProvince, wardCode]) => ({ oldCode, oldWard, oldDistrict, oldProvince, wardCode }))

/** Minutes of the local day. */
const Minute = z.int().min(0).max(1440)

const Hours = z
  .strictObject({
    validFrom: Day,
    weekdays: z.array(z.int().min(0).max(6)).min(1),
    morningOpens: Minute,
    morningCloses: Minute,
    afternoonOpens: Minute,
    afternoonCloses: Minute,
  })
  .refine((hours) => hours.morningOpens < hours.morningCloses && hours.afternoonOpens < hours.afternoonCloses, 'opens after it closes')
  .refine((hours) => hours.morningCloses <= hours.afternoonOpens, 'has an afternoon that begins in the morning')

const DepartmentRow = z.strictObject({
  code: DepartmentCode,
  name: Text,
  kind: z.enum(['LEADERSHIP', 'DESK', 'DEPARTMENT', 'AGENCY']),
})

export const CommuneRow = z.strictObject({
  id: z.int().min(1),
  name: Text,
  placeName: Text,
  agencyCode: z.string().regex(/^H\d{2}\.\d{3}$/, 'must look like H61.123'),
  provinceCode: ProvinceRow.shape.code,
  letterhead: z.strictObject({ parentAgency: Text, centreName: Text }),
  address: Text,
  phone: Text,
  email: z.email(),
  isDemo: z.boolean(),
  officeHours: z.array(Hours).min(1),
  departments: z
    .array(DepartmentRow)
    .refine((rows) => rows.filter((row) => row.kind === 'DESK').length === 1, 'must have exactly one desk')
    .refine((rows) => rows.filter((row) => row.kind === 'LEADERSHIP').length === 1, 'must have exactly one leadership'),
})

export const StaffRow = z.strictObject({
  userName: z.string().regex(/^[a-z]+\.[a-z]+$/, 'must look like vidu.le'),
  fullName: Text,
  position: Text,
  department: DepartmentCode,
  roles: z
    .array(z.enum(['clerk', 'specialist', 'department_head', 'leader', 'centre_director', 'registrar', 'cashier', 'admin']))
    .min(1, 'must have a role'),
})

/** The second commune brings its few staff in the same file. */
export const CommuneWithStaffRow = CommuneRow.extend({ staff: z.array(StaffRow).min(1) })

export const DemoCitizenRow = z
  .strictObject({
    sub: Text,
    personalNumber: z.string().regex(/^0\d{11}$/, 'must have 12 digits and begin with 0'),
    fullName: Text,
    birthDate: Day,
    gender: z.enum(['Nam', 'Nữ']),
    level: z.union([z.literal(1), z.literal(2)]),
  })
  // The fourth digit tells gender and century, the next two the year of birth.
  .refine(({ personalNumber, birthDate, gender }) => {
    const centuries = Number(birthDate.slice(0, 2)) - 19
    return personalNumber.slice(3, 6) === `${2 * centuries + (gender === 'Nữ' ? 1 : 0)}${birthDate.slice(2, 4)}`
  }, 'has a personal number that does not fit the birth date and gender')

export const DemoAccounts = z.strictObject({
  password: z.string().min(12, 'is shorter than 12 characters'),
  accounts: z.array(z.strictObject({ label: Text, userName: StaffRow.shape.userName, note: Text })).min(1),
  citizens: z.array(z.strictObject({ label: Text, personalNumber: DemoCitizenRow.shape.personalNumber, fullName: Text })).min(1),
})

/** A day on which the office does not work, or works in exchange. */
export const CalendarRow = z.strictObject({
  date: Day,
  kind: z.enum(['HOLIDAY', 'SWAP_OFF', 'SWAP_WORK']),
  name: Text,
  legalRef: Text.nullable().default(null),
  /** Worked out ahead; the State has not announced the year yet. */
  provisional: z.boolean().default(false),
})

export type CalendarRow = z.infer<typeof CalendarRow>
export type FieldRow = z.infer<typeof FieldRow>
export type ProcedureRow = z.infer<typeof ProcedureRow>
export type ProvinceRow = z.infer<typeof ProvinceRow>
export type WardRow = z.infer<typeof WardRow>
export type WardChangeRow = z.infer<typeof WardChangeRow>
export type CommuneRow = z.infer<typeof CommuneRow>
export type StaffRow = z.infer<typeof StaffRow>
export type CommuneWithStaffRow = z.infer<typeof CommuneWithStaffRow>
export type DemoCitizenRow = z.infer<typeof DemoCitizenRow>
export type DemoAccounts = z.infer<typeof DemoAccounts>
