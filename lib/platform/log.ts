import pino from 'pino'
import { env } from './env'

/**
 * Twelve digits in a row are a personal number until proven otherwise, and no log line may carry one; also as people write it, with a blank or a
 * dot between groups, and as an address spells the blank.
 */
export const maskPersonalNumbers = (text: string): string => text.replace(/\d(?:(?:[ .+]|%20)?\d){11,}/g, '············')

/**
 * An error without what was being written: Prisma's messages print the arguments of the call, names and addresses among them,
 * and only the last line says what was wrong.
 */
export function errorForLog(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return { type: error.name, code, message: error.message.trim().split('\n').at(-1), stack: frames.slice(0, 12).join('\n') }
}

let logger: pino.Logger | undefined

/** The process's log: one JSON line an event on standard output, without personal numbers. */
export function log(): pino.Logger {
  logger ??= pino({
    level: env().LOG_LEVEL,
    base: null,
    serializers: { err: errorForLog },
    // Thirteen digits of milliseconds would be taken for a personal number.
    timestamp: pino.stdTimeFunctions.isoTime,
    hooks: {
      streamWrite: (line: string) => maskPersonalNumbers(line),
    },
  })
  return logger
}
