/** A day from its three boxes as `YYYY-MM-DD`; whether there is such a day is the command's to say. */
export function dayIn(fields: Readonly<Record<string, string | undefined>>, name: string): string {
  const part = (key: string, length: number) => (fields[`${name}.${key}`] ?? '').padStart(length, '0')
  return `${part('year', 4)}-${part('month', 2)}-${part('day', 2)}`
}
