import { command } from '@/lib/access/gate'
import type { Writing } from '@/lib/access/gate'
import { may } from '@/lib/access/policy'
import { keepChange, lockOffice } from '@/lib/places/changes'
import { addDays, columnOfLocalDate, type LocalDate, localDateOf, localDateOfColumn } from '@/lib/platform/local-date'
import { Refusal } from '@/lib/platform/refusal'
import { ChangeReason, EndReason, NewReason, SupplementTime } from '../reason-schema'

/** What was asked before keeps its own words, and so does every day that is over: nothing begins or ends in the past. */
function notBefore(first: LocalDate, { day, box }: { day: LocalDate; box: string }): void {
  if (day < first) throw new Refusal('invalid_input', {}, { [box]: 'Chọn hôm nay hoặc một ngày sau' })
}

/** The newest wording of a reason, locked; refused when the page showed another. Refusals: `not_found`, `changed_meanwhile`. */
async function newestWording({ db, actor: { communeId } }: Writing, { code, shownFrom }: { code: string; shownFrom: LocalDate }) {
  await db.$queryRaw`SELECT 1 FROM supplement_reason WHERE "communeId" = ${communeId} AND code = ${code} FOR UPDATE`
  const newest = await db.listedReason.findFirst({
    where: { communeId, code },
    orderBy: { validFrom: 'desc' },
    select: { code: true, kind: true, position: true, text: true, validFrom: true, validTo: true },
  })
  if (!newest) throw new Refusal('not_found')
  const from = localDateOfColumn(newest.validFrom)
  if (from !== shownFrom) throw new Refusal('changed_meanwhile')
  return { ...newest, from, key: { communeId_code_validFrom: { communeId, code, validFrom: newest.validFrom } } }
}

/** Adds a reason to the end of one of the commune's lists, from a day on. Refusals: `invalid_input` for a day that is over. */
export const addReason = command({
  name: 'dossier.add_reason',
  input: NewReason,
  allow: (actor) => may(actor, 'supplement.manage'),
  run: async (writing, { kind, text, from }) => {
    const { db, actor, now, newId } = writing
    const { communeId } = actor
    notBefore(localDateOf(now), { day: from, box: 'from' })
    const last = await db.listedReason.findFirst({ where: { communeId, kind }, orderBy: { position: 'desc' }, select: { position: true } })
    const code = newId()
    const row = { communeId, code, kind, validFrom: columnOfLocalDate(from), position: (last?.position ?? 0) + 1, text, unverified: false }
    await db.listedReason.create({ data: row, select: { code: true } })
    await keepChange(writing, { topic: 'REASON', subject: code, before: null, after: { kind, text, from } })
    return { code }
  },
  about: ({ from }, _subject, { code }) => ({ kind: 'reason', id: code, detail: { from } }),
})

/**
 * Words a reason otherwise from a day on; the wording before ends on the day before. One that has not begun is replaced.
 * Refusals: `invalid_input` for a day that is over, `changed_meanwhile`, `not_found`.
 */
export const changeReason = command({
  name: 'dossier.change_reason',
  input: ChangeReason,
  allow: (actor) => may(actor, 'supplement.manage'),
  run: async (writing, { code, shownFrom, text, from }) => {
    const { db, actor, now } = writing
    const { communeId } = actor
    notBefore(localDateOf(now), { day: from, box: 'from' })
    const newest = await newestWording(writing, { code, shownFrom })
    const { kind, position } = newest
    const next = { communeId, code, kind, validFrom: columnOfLocalDate(from), position, text, unverified: false }
    if (from <= newest.from) await db.listedReason.delete({ where: newest.key, select: { code: true } })
    else
      await db.listedReason.update({
        where: newest.key,
        data: { validTo: columnOfLocalDate(addDays(from, -1)) },
        select: { code: true },
      })
    await db.listedReason.create({ data: next, select: { code: true } })
    await keepChange(writing, { topic: 'REASON', subject: code, before: { text: newest.text, from: null }, after: { text, from } })
    return {}
  },
  about: ({ code, from }) => ({ kind: 'reason', id: code, detail: { from } }),
})

/** Takes a reason out of use after a day; what was asked with it stays as it was. Refusals: `invalid_input`, `changed_meanwhile`, `not_found`. */
export const endReason = command({
  name: 'dossier.end_reason',
  input: EndReason,
  allow: (actor) => may(actor, 'supplement.manage'),
  run: async (writing, { code, shownFrom, lastDay }) => {
    const newest = await newestWording(writing, { code, shownFrom })
    const today = localDateOf(writing.now)
    notBefore(newest.from > today ? newest.from : today, { day: lastDay, box: 'lastDay' })
    await writing.db.listedReason.update({
      where: newest.key,
      data: { validTo: columnOfLocalDate(lastDay) },
      select: { code: true },
    })
    const last = newest.validTo && localDateOfColumn(newest.validTo)
    await keepChange(writing, { topic: 'REASON', subject: code, before: { lastDay: last }, after: { lastDay } })
    return {}
  },
  about: ({ code, lastDay }) => ({ kind: 'reason', id: code, detail: { lastDay } }),
})

/**
 * After how many days the office looks again at what nobody has answered, with the text that says so; without one it stays among the data that
 * nobody has verified. What was asked before keeps its day.
 */
export const saveSupplementTime = command({
  name: 'dossier.save_supplement_time',
  input: SupplementTime,
  allow: (actor) => may(actor, 'supplement.manage'),
  run: async (writing, { days, source }) => {
    const { communeId } = writing.actor
    await lockOffice(writing)
    const where = { id: communeId }
    const select = { supplementDays: true, supplementSource: true } as const
    const before = await writing.db.commune.findUniqueOrThrow({ where, select })
    const after = await writing.db.commune.update({ where, data: { supplementDays: days, supplementSource: source }, select })
    await keepChange(writing, { topic: 'REASON', subject: 'supplement-time', before, after })
    return { communeId }
  },
  about: ({ days }, _subject, { communeId }) => ({ kind: 'commune', id: String(communeId), detail: { supplementDays: days } }),
})
