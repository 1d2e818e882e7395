/** What graphile-worker hands its logger beside the text; only what is named here is looked at. */
type Told = { job?: unknown; error?: unknown } | undefined

const textAt = (value: unknown, key: string): string | null => {
  if (typeof value !== 'object' || value === null) return null
  const found: unknown = Reflect.get(value, key)
  return typeof found === 'string' || typeof found === 'number' ? String(found) : null
}

/**
 * A line of graphile-worker for our log. Of a job that failed only its name, id, turn and the error's code: the text quotes the error, and that of
 * a mail server or of Prisma quotes addresses and answers.
 */
export function workerLine(message: string, told: Told): Record<string, string | null> {
  if (told?.job === undefined) return { worker: told?.error === undefined ? message : (message.split(':')[0] ?? '') }
  const { job, error } = told
  const at = (key: string) => textAt(job, key)
  return { job: at('task_identifier'), id: at('id'), turn: at('attempts'), code: textAt(error, 'code'), type: textAt(error, 'name') }
}
