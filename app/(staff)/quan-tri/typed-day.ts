import type { LocalDate } from '@/lib/platform/local-date'

/** A day as its three boxes start with it; null: they start empty. */
export function dayBoxes(name: string, day: LocalDate | null): Record<string, string> {
  const [year = '', month = '', date = ''] = day?.split('-') ?? []
  return { [`${name}.day`]: date, [`${name}.month`]: month, [`${name}.year`]: year }
}

/** A day from its three boxes as `YYYY-MM-DD`; whether there is such a day is the command's to say. */
export function dayIn(fields: Readonly<Record<string, string | undefined>>, name: string): string {
  const part = (key: string, length: number) => (fields[`${name}.${key}`] ?? '').padStart(length, '0')
  return `${part('year', 4)}-${part('month', 2)}-${part('day', 2)}`
}
