import pino from 'pino'
import { env } from './env'

/** Twelve digits in a row are a personal number until proven otherwise, and no log line may carry one. */
export const maskPersonalNumbers = (text: string): string => text.replace(/\d{12,}/g, '············')

let logger: pino.Logger | undefined

/** The process's log: one JSON line an event on standard output, without personal numbers. */
export function log(): pino.Logger {
  logger ??= pino({
    level: env().LOG_LEVEL,
    base: null,
    // Thirteen digits of milliseconds would be taken for a personal number.
    timestamp: pino.stdTimeFunctions.isoTime,
    hooks: {
      streamWrite: (line: string) => maskPersonalNumbers(line),
    },
  })
  return logger
}
