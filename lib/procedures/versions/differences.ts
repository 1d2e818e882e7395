/** What a version changes of the one before it, field by field in the words of the pages: what is read before publishing and kept with it. Pure. */
import { limitWords } from '@/lib/text/limits'
import { textOfFee, textOfPaper, textOfStep } from './texts'
import type { Content } from './content'
import { LEVEL_WORDS } from './words'

/** One thing that is different; null: it was not there before, or is not there any more. */
export type Difference = { what: string; from: string | null; to: string | null }

/** The fields of one value, each with its words. The first day is no difference: every version has its own. */
const FIELDS: readonly (readonly [string, (content: Content, department: (code: string) => string) => string | null])[] = [
  ['Tên thủ tục', ({ name }) => name],
  ['Tên gọi tắt', ({ shortName }) => shortName],
  ['Giới thiệu', ({ lead }) => lead],
  ['Kết quả', ({ result }) => result],
  ['Thời hạn', ({ limit }) => limitWords(limit)],
  ['Ghi chú thời hạn', ({ limitNote }) => limitNote],
  ['Mức trực tuyến', ({ onlineLevel }) => LEVEL_WORDS[onlineLevel]],
  ['Phải mang đến', ({ bring }) => bring],
  ['Phòng giải quyết', ({ departmentCode }, department) => department(departmentCode)],
  ['Cơ quan khác cùng giải quyết', ({ interAgency }) => (interAgency ? 'Có' : 'Không')],
  ['Câu về phí, lệ phí', ({ feeSentence }) => feeSentence],
  ['Phí, lệ phí ghi ngắn', ({ feeShort }) => feeShort],
  ['Căn cứ pháp lý', ({ legalBasis }) => legalBasis.map(({ title }) => title).join('; ')],
  ['Đối chiếu với văn bản', ({ verified }) => (verified ? 'Đã đối chiếu' : 'Chưa đối chiếu')],
]

type Entry = { key: string; name: string; text: string }

/** Entries of a list that came, went or say something else; and their order, where only that has changed. */
function listDifferences(what: string, before: readonly Entry[], after: readonly Entry[]): Difference[] {
  const was = new Map(before.map((entry) => [entry.key, entry]))
  const is = new Map(after.map((entry) => [entry.key, entry]))
  const gone = before.filter(({ key }) => !is.has(key)).map(({ name, text }) => ({ what: `${what}: ${name}`, from: text, to: null }))
  const others = after.flatMap(({ key, name, text }): Difference[] => {
    const old = was.get(key)
    if (old === undefined) return [{ what: `${what}: ${name}`, from: null, to: text }]
    return old.text === text ? [] : [{ what: `${what}: ${name}`, from: old.text, to: text }]
  })
  const order = (entries: readonly Entry[], known: ReadonlyMap<string, Entry>) => entries.filter(({ key }) => known.has(key))
  const [first, then] = [order(before, is), order(after, was)]
  if (first.every(({ key }, index) => then[index]?.key === key)) return [...gone, ...others]
  const names = (entries: readonly Entry[]) => entries.map(({ name }) => name).join(', ')
  return [...gone, ...others, { what: `${what}: thứ tự`, from: names(first), to: names(then) }]
}

/** Steps have no key of their own: the same name of the same kind is the same step, the second such one is the second. */
function keyed(entries: readonly Omit<Entry, 'key'>[]): Entry[] {
  const times = new Map<string, number>()
  return entries.map((entry) => {
    const turn = (times.get(entry.name) ?? 0) + 1
    times.set(entry.name, turn)
    return { ...entry, key: `${entry.name} ${turn}` }
  })
}

/** Everything in which `after` is not `before`. `department` gives the name of a department's code. */
export function differencesOf(before: Content, after: Content, department: (code: string) => string): Difference[] {
  const fields = FIELDS.flatMap(([what, text]): Difference[] => {
    const [from, to] = [text(before, department), text(after, department)]
    return from === to ? [] : [{ what, from, to }]
  })
  const papers = ({ papers: list }: Content) => list.map((paper) => ({ key: paper.key, name: paper.name, text: textOfPaper(paper) }))
  const fees = ({ fees: list }: Content) =>
    list.map((fee) => ({ key: `${fee.code} ${fee.from ?? ''}`, name: fee.name, text: textOfFee(fee) }))
  const way = ({ way: list }: Content) => keyed(list.map((step) => ({ name: step.name, text: textOfStep(step, department) })))
  return [
    ...fields,
    ...listDifferences('Giấy tờ', papers(before), papers(after)),
    ...listDifferences('Phí, lệ phí', fees(before), fees(after)),
    ...listDifferences('Bước', way(before), way(after)),
  ]
}
