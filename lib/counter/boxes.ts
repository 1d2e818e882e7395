/** An intake and the boxes of its page: what was posted goes in, what was kept comes out. Pure. */
import { appliesBox, under } from '@/lib/dossiers/draft-rules'
import { TypedPrincipal } from '@/lib/dossiers/draft-schema'
import { countBox, SHEETS, shownBox } from '@/lib/dossiers/sheets'
import { fieldsOf } from '@/lib/procedures/e-form'
import { counterForm, FOR_COMMUNE, type IntakeFacts, paperOf } from './intake-rules'
import { type IntakeData, TypedPaper, TypedPerson } from './schema'

const FEE = 'fee-'

/** Name of the box of a fee that is due only in some cases. */
export const intakeFeeBox = (code: string): string => `${FEE}${code}`

/** The commune that a box names; null: this counter's own. What is no number names none that there is. */
const communeIn = (typed: string): number | null => (typed === '' ? null : /^\d{1,9}$/.test(typed) ? Number(typed) : 0)

const PERSON = 'person.'
const PRINCIPAL = 'principal.'

type Typed = Readonly<Record<string, string>>

/**
 * The intake with the boxes of the page put in. `part`: the body broke off, so only what is there counts, and a box that is missing was not
 * emptied and no tick was taken away.
 */
export function withBoxes(
  data: IntakeData,
  { fields, extent }: { fields: Typed; extent: 'whole' | 'part' },
  { form, components }: Pick<IntakeFacts, 'form' | 'components'>,
): IntakeData {
  const isWhole = extent === 'whole'
  const kept = <T extends string>(name: string, before: T | string): string => fields[name] ?? (isWhole ? '' : before)
  const ticked = (name: string, before: boolean): boolean => fields[name] !== undefined || (!isWhole && before)
  const known = new Set(fieldsOf(counterForm(form)).flatMap(({ key }) => [key, `${key}.day`, `${key}.month`, `${key}.year`]))
  const answers = Object.fromEntries(Object.entries(fields).filter(([name]) => known.has(name)))
  const person = TypedPerson.parse(
    Object.fromEntries(Object.entries(data.person).map(([key, before]) => [key, kept(`${PERSON}${key}`, before)])),
  )
  const method = fields.returnMethod
  return {
    ...data,
    forCommuneId: communeIn(kept(FOR_COMMUNE, data.forCommuneId === null ? '' : String(data.forCommuneId))),
    sought: kept('sought', data.sought),
    person,
    birthDate: person.personalNumber === data.person.personalNumber ? data.birthDate : null,
    forOther: ticked('forOther', data.forOther),
    principal: TypedPrincipal.parse(isWhole ? under(PRINCIPAL, fields) : { ...data.principal, ...under(PRINCIPAL, fields) }),
    typed: isWhole ? answers : { ...data.typed, ...answers },
    papers: Object.fromEntries(
      components.map(({ position }) => {
        const before = paperOf(data, position)
        const answer = fields[appliesBox(position)]
        const counts = Object.fromEntries(SHEETS.map((kind) => [kind, kept(countBox(kind, position), before[kind])]))
        const shown = ticked(shownBox(position), before.shown)
        return [String(position), TypedPaper.parse({ ...counts, shown, applies: answer === undefined ? before.applies : answer === 'yes' })]
      }),
    ),
    fees: [
      ...new Set([
        ...(isWhole ? [] : data.fees),
        ...Object.keys(fields).flatMap((name) => (name.startsWith(FEE) ? [name.slice(FEE.length)] : [])),
      ]),
    ],
    returnMethod: method === 'COUNTER' || method === 'POST' || method === 'ONLINE' ? method : data.returnMethod,
    returnAddress: kept('returnAddress', data.returnAddress),
  }
}

const prefixedWith = (prefix: string, typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).map(([key, value]) => [`${prefix}${key}`, value]))

/** What stands in the boxes of the page: a box to tick is there or is not. */
export function boxesOf(data: IntakeData): Typed {
  const papers = Object.entries(data.papers).flatMap(([position, paper]) => [
    ...SHEETS.map((kind) => [countBox(kind, Number(position)), paper[kind]] as const),
    ...(paper.shown ? [[shownBox(Number(position)), 'yes'] as const] : []),
    ...(paper.applies === null ? [] : [[appliesBox(Number(position)), paper.applies ? 'yes' : 'no'] as const]),
  ])
  return {
    [FOR_COMMUNE]: data.forCommuneId === null ? '' : String(data.forCommuneId),
    sought: data.sought,
    ...prefixedWith(PERSON, data.person),
    ...(data.forOther ? { forOther: 'yes' } : {}),
    ...prefixedWith(PRINCIPAL, data.principal),
    ...data.typed,
    ...Object.fromEntries(papers),
    ...Object.fromEntries(data.fees.map((code) => [intakeFeeBox(code), 'yes'])),
    returnMethod: data.returnMethod,
    returnAddress: data.returnAddress,
  }
}
