import { readClock } from '@/lib/platform/clock'
import { addDays, type LocalDate, localDateOf } from '@/lib/platform/local-date'

export const today = (): LocalDate => localDateOf(readClock())
export const tomorrow = (): LocalDate => addDays(today(), 1)
