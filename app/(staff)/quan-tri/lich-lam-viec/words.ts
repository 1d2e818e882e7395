import type { CalendarKind } from '@/prisma/generated/enums'

export const KIND_WORDS: Record<CalendarKind, string> = {
  HOLIDAY: 'Nghỉ lễ',
  SWAP_OFF: 'Nghỉ hoán đổi',
  SWAP_WORK: 'Làm bù',
}

/** `07:00` of the minutes since midnight. */
export const clockWords = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
