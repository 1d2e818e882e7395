import { dayIn } from '../typed-day'

/** What the two forms ask, as an address or a form carries it, in the shape of the command. Every part is text; the command judges it. */
type Fields = Readonly<Record<string, string | undefined>>

export const dayPlanIn = (fields: Fields) => ({
  day: {
    date: dayIn(fields, 'ngay'),
    kind: fields.loai,
    name: fields.ten ?? '',
    legalRef: fields['can-cu'] ?? '',
    provisional: fields['cho-cong-bo'] === 'yes',
  },
})

export const hoursPlanIn = (fields: Fields) => ({
  hours: {
    validFrom: dayIn(fields, 'ngay'),
    weekdays: (fields.thu ?? '').split(',').filter((text) => text !== ''),
    morningOpens: fields['sang-mo'] ?? '',
    morningCloses: fields['sang-nghi'] ?? '',
    afternoonOpens: fields['chieu-mo'] ?? '',
    afternoonCloses: fields['chieu-nghi'] ?? '',
  },
})

/** Field names of the forms by those of the command. */
const FIELD: Readonly<Record<string, string>> = {
  'day.date': 'ngay',
  'day.kind': 'loai',
  'day.name': 'ten',
  'day.legalRef': 'can-cu',
  'hours.validFrom': 'ngay',
  'hours.weekdays': 'thu',
  'hours.morningOpens': 'sang-mo',
  'hours.morningCloses': 'sang-nghi',
  'hours.afternoonOpens': 'chieu-mo',
  'hours.afternoonCloses': 'chieu-nghi',
}

/** The command's complaints at the boxes of the forms. */
export const errorsAt = (fields: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([name, sentence]) => [FIELD[name] ?? name, sentence]))

type Params = Readonly<Record<string, string | string[] | undefined>>

/** The parameters of an address as fields; several of one name are joined by commas. */
export const fieldsOf = (params: Params): Record<string, string> =>
  Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) => (value === undefined ? [] : [[name, Array.isArray(value) ? value.join() : value]])),
  )
