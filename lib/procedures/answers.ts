/** Answers to an e-form: read from what was typed, shown again in its boxes, and summed up for the check page and the papers. Pure. */
import { z } from 'zod'
import { maskPersonalNumber, phoneWords } from '@/lib/people/rules'
import { Phone, PersonalNumber } from '@/lib/people/schema'
import { parseLocalDate } from '@/lib/platform/local-date'
import { formatNumber } from '@/lib/platform/money'
import { PlainFacts } from '@/lib/platform/plain-facts'
import { dateWords, sentenceCase } from '@/lib/text/dates'
import { inSentence, readTypedDate } from '@/lib/text/typed-date'
import { type FieldOf, type FieldType, fieldsOf, type FormDefinition, type FormField, KEYS } from './e-form'

/** What a browser posts: every value is text, a date is `<key>.day`, `<key>.month` and `<key>.year`. */
export type Typed = Readonly<Record<string, string>>

/** A day is kept as `YYYY-MM-DD`, a phone and a personal number as digits, a choice as the words of its option. Null: not answered. */
type AnswerValue = string | number | boolean | null
export type Answers = Readonly<Record<string, AnswerValue>>

/** Answers as the database kept them. */
export const parseAnswers = (stored: unknown): Answers => PlainFacts.parse(stored)

type Read = { value: AnswerValue } | { sentence: string }

/**
 * How one type of field is read, put back into its boxes, and said. Every type is a key of `HANDLING`, so that a new one does not compile
 * half done. Methods, because TypeScript cannot see that a field always meets the handling of its own type.
 */
interface Handling<F extends FormField> {
  isEmpty?(typed: Typed, field: F): boolean
  empty(noun: string): string
  read(typed: Typed, field: F): Read
  boxes?(value: AnswerValue, field: F): Typed
  words(value: AnswerValue): string
}

const textOf = (typed: Typed, key: string): string => (typed[key] ?? '').normalize('NFC').trim()
const asText = (value: AnswerValue): string => (value === null ? '' : String(value))

function readText(typed: Typed, { key, label, limit }: FieldOf<'text'> | FieldOf<'longtext'>): Read {
  const text = textOf(typed, key)
  if (text.length <= limit) return { value: text }
  return {
    sentence: `${sentenceCase(inSentence(label))} dài ${formatNumber(text.length)} ký tự, tối đa ${formatNumber(limit)}. Viết gọn lại`,
  }
}

function readOption(typed: Typed, { key, label, options }: FieldOf<'choice'>): Read {
  const chosen = textOf(typed, key)
  return options.includes(chosen) ? { value: chosen } : { sentence: `Chọn ${inSentence(label)}` }
}

function readNumber(typed: Typed, { key, label, min, max, decimals }: FieldOf<'number'>): Read {
  const text = textOf(typed, key)
  const pattern = decimals === 0 ? /^-?\d+$/ : /^-?\d+([.,]\d+)?$/
  const noun = sentenceCase(inSentence(label))
  const value = Number(text.replace(',', '.'))
  if (!pattern.test(text)) return { sentence: `${noun} chỉ gồm chữ số, ví dụ ${formatNumber(Math.max(min, 1))}` }
  if (value < min || value > max) return { sentence: `${noun} từ ${formatNumber(min)} đến ${formatNumber(max)}` }
  if ((text.split(/[.,]/)[1] ?? '').length > decimals) return { sentence: `${noun} có nhiều nhất ${decimals} chữ số sau dấu phẩy` }
  return { value }
}

/** Reads with a schema of the people, so that a phone number is one and the same thing in every form. */
const readWith =
  (schema: z.ZodType<string, string>) =>
  (typed: Typed, { key }: FormField): Read => {
    const parsed = schema.safeParse(textOf(typed, key))
    return parsed.success ? { value: parsed.data } : { sentence: parsed.error.issues[0]?.message ?? '' }
  }

const datePart = (typed: Typed, key: string) => ({
  day: textOf(typed, `${key}.day`),
  month: textOf(typed, `${key}.month`),
  year: textOf(typed, `${key}.year`),
})

function readDay(typed: Typed, { key, label }: FieldOf<'date'>): Read {
  const read = readTypedDate(datePart(typed, key), label)
  return read.ok ? { value: read.date } : { sentence: read.sentence }
}

function dayBoxes(value: AnswerValue, { key }: FieldOf<'date'>): Typed {
  const [year = '', month = '', day = ''] = asText(value).split('-')
  return { [`${key}.day`]: day, [`${key}.month`]: month, [`${key}.year`]: year }
}

function dayWords(value: AnswerValue): string {
  const date = parseLocalDate(asText(value))
  return date === null ? asText(value) : dateWords(date)
}

const YES_NO = { yes: 'Có', no: 'Không' } as const

const enter = (noun: string) => `Nhập ${noun}`
const choose = (noun: string) => `Chọn ${noun}`

const HANDLING: { [T in FieldType]: Handling<FieldOf<T>> } = {
  text: { empty: enter, read: readText, words: asText },
  longtext: { empty: enter, read: readText, words: asText },
  choice: { empty: choose, read: readOption, words: asText },
  number: { empty: enter, read: readNumber, words: (value) => (typeof value === 'number' ? formatNumber(value, 6) : asText(value)) },
  date: {
    isEmpty: (typed, { key }) => Object.values(datePart(typed, key)).every((part) => part === ''),
    empty: enter,
    read: readDay,
    boxes: dayBoxes,
    words: dayWords,
  },
  phone: { empty: enter, read: readWith(Phone), words: (value) => phoneWords(asText(value)) },
  personal_number: { empty: enter, read: readWith(PersonalNumber), words: (value) => maskPersonalNumber(asText(value)) },
  yes_no: {
    empty: (noun) => `Chọn Có hoặc Không ở câu “${sentenceCase(noun)}”`,
    read: (typed, { key }) => ({ value: textOf(typed, key) === 'yes' }),
    boxes: (value, { key }) => ({ [key]: value === true ? 'yes' : 'no' }),
    words: (value) => (value === true ? YES_NO.yes : YES_NO.no),
  },
}

const handling = (field: FormField): Handling<FormField> => HANDLING[field.type]

const isEmpty = (typed: Typed, field: FormField): boolean => handling(field).isEmpty?.(typed, field) ?? textOf(typed, field.key) === ''

/** Whether the question is asked at all, given the answers before it. */
const isAsked = ({ when }: FormField, answers: Answers): boolean => when === null || when.is.includes(asText(answers[when.key] ?? null))

/** `'if'` without a `when` is a condition only a person can judge: the form says it in words and does not insist. */
const isRequired = ({ required, when }: FormField): boolean => required === true || (required === 'if' && when !== null)

/**
 * The zod schema of a form: takes what was typed, gives the answers, and one sentence for each field that needs another. What is typed for
 * a question that is not asked is dropped, since without JavaScript such a field stays on the screen.
 */
export function answersSchema(definition: FormDefinition): z.ZodType<Answers, Typed> {
  return z.record(z.string(), z.string()).transform((typed, ctx) => {
    const answers: Record<string, AnswerValue> = {}
    const refuse = (key: string, message: string) => ctx.addIssue({ code: 'custom', path: [key], message, input: typed[key] })
    for (const field of fieldsOf(definition)) {
      answers[field.key] = null
      if (!isAsked(field, answers)) continue
      if (isEmpty(typed, field)) {
        if (isRequired(field)) refuse(field.key, handling(field).empty(inSentence(field.label)))
        continue
      }
      const read = handling(field).read(typed, field)
      if ('sentence' in read) refuse(field.key, read.sentence)
      else answers[field.key] = read.value
    }
    return answers
  })
}

/** Answers put back into the boxes of the form, by the names that the browser posts. */
export function typedAnswers(definition: FormDefinition, answers: Answers): Typed {
  const boxes = fieldsOf(definition).map((field): Typed => {
    const value = answers[field.key] ?? null
    return value === null ? {} : (handling(field).boxes?.(value, field) ?? { [field.key]: asText(value) })
  })
  return Object.assign({}, ...boxes)
}

/** What stands in an untouched form. `account` and `earlier` fill what they know, by the field's key. */
export function prefilled(definition: FormDefinition, known: { procedureName: string; account?: Answers; earlier?: Answers }): Typed {
  const from: Record<FormField['prefill'], (key: string) => AnswerValue> = {
    none: () => null,
    account: (key) => known.account?.[key] ?? null,
    earlier: (key) => known.earlier?.[key] ?? null,
    procedure_name: () => known.procedureName,
  }
  return typedAnswers(definition, Object.fromEntries(fieldsOf(definition).map(({ key, prefill }) => [key, from[prefill](key)])))
}

/** What was answered, in words and in the order of the form, for the check page and the dossier; personal numbers are masked. */
export function summary(definition: FormDefinition, answers: Answers): { key: string; label: string; value: string }[] {
  return fieldsOf(definition).flatMap((field) => {
    const value = answers[field.key] ?? null
    return value === null ? [] : [{ key: field.key, label: field.label, value: handling(field).words(value) }]
  })
}

/** Nội dung yêu cầu giải quyết, in one sentence, as the papers carry it: what was asked for, else the procedure's name. */
export function requestSentence(answers: Answers, procedureName: string): string {
  const request =
    asText(answers[KEYS.request] ?? null)
      .replace(/\s+/g, ' ')
      .trim() || procedureName
  const other = asText(answers[KEYS.otherName] ?? null)
  // Where the form does not ask for whom, the subject is never the one who files: a newborn, a person who has died.
  const link = (answers[KEYS.forWhom] ?? null) === null ? 'cho' : 'làm cho'
  return other === '' ? request : `${request} (${link} ${other})`
}

/** Copies asked for; 1 where the form does not ask, 0 where it asks and none is wanted. */
export function copiesAsked(answers: Answers): number {
  const copies = answers[KEYS.copies]
  return typeof copies === 'number' ? copies : copies === null ? 0 : 1
}
