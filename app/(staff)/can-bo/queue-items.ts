import type { QueueItem } from '@/components/dossiers/queue-table'
import type { RailLink } from '@/components/layout/staff-page'
import type { QueueRow } from '@/lib/dossiers/queue-row'
import type { Shelf } from '@/lib/dossiers/shelves'
import { STEP_WORDS } from '@/lib/dossiers/step-words'
import { SENT_BACK_TAG, STAGE_TAGS } from '@/lib/dossiers/words'
import { localDateOf } from '@/lib/platform/local-date'
import { dateWords, shortMoment, timeWords } from '@/lib/text/dates'
import { dossierHref, type List, queueHref, stepHref } from './addresses'

/**
 * A row of a queue in words; `list` is what it was found in, so that its pages lead back there. `tick`: the box that a step of several gives it.
 */
export function queueItem(row: QueueRow, list: List | null, { now, tick }: { now: Date; tick?: QueueItem['tick'] }): QueueItem {
  const { code, applicant, procedure, stage, dueAt, standing, step, other, isSentBack } = row
  const { family, staff } = STAGE_TAGS[stage]
  return {
    code,
    href: dossierHref(code, list),
    due: standing,
    when: dueAt === null ? '' : whenWords(dueAt, now),
    person: applicant,
    procedure,
    other: other && `${OTHER_WORDS[other.takesPart]} ${other.name}`,
    stage: isSentBack ? SENT_BACK_TAG : { family, label: staff },
    next: step && STEP_WORDS[step].action,
    nextHref: step && stepHref(code, step, list),
    tick,
  }
}

const OTHER_WORDS = { decides: 'Của', received: 'Nhận tại' } as const

/** "17:00" today, "17:00 T6 27/11", and of another year the day with its year. */
function whenWords(at: Date, now: Date): string {
  const [day, today] = [localDateOf(at), localDateOf(now)]
  if (day === today) return timeWords(at)
  return day.slice(0, 4) === today.slice(0, 4) ? shortMoment(at) : dateWords(day)
}

/** The rail: shelves under their headings, with what lies on them; `here` is marked. */
export function railOf(
  shelves: readonly { shelf: Shelf; group: string; label: string; count: number }[],
  here: Shelf | null,
): { title: string; links: RailLink[] }[] {
  const groups = [...new Set(shelves.map(({ group }) => group))]
  return groups.map((title) => ({
    title,
    links: shelves
      .filter(({ group }) => group === title)
      .map(({ shelf, label, count }) => ({ href: queueHref({ shelf }), label, count, current: shelf === here })),
  }))
}
