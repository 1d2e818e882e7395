import type { z } from 'zod'
import type { Writing } from '@/lib/access/gate'
import { inSentence } from '@/lib/text/typed-date'
import type { ComponentCheck, Requirement } from '@/prisma/generated/enums'
import type { KeepChecks } from './schema'
import { countBox, type Held, isHeld, NOTHING_HELD, NOTHING_THERE, readSheets } from './sheets'
import type { LockedDossier } from './store'
import { CHECK_FAULTS } from './words'

type Check = z.output<typeof KeepChecks>['checks'][number]

/**
 * With which results of the check a component lets the dossier be received: what the applicant said is their case has to be there, and what
 * nobody has sent cannot be found good.
 */
function settledBy({
  requirement,
  applies,
  isThere,
}: {
  requirement: Requirement
  applies: boolean | null
  isThere: boolean
}): readonly ComponentCheck[] {
  if (requirement === 'PRESENTED') return ['ACCEPTED', 'NOT_NEEDED', 'NOT_PRESENTED']
  if (requirement !== 'IF_APPLICABLE' || applies === true) return ['ACCEPTED']
  return isThere ? ['ACCEPTED', 'NOT_NEEDED'] : ['NOT_NEEDED']
}

/**
 * What is recorded of a component that nobody judged: the applicant's own "does not apply", or that it has not been shown yet. Never a
 * judgement that nobody made.
 */
function unchecked(requirement: Requirement, applies: boolean | null): ComponentCheck {
  if (requirement === 'PRESENTED') return 'NOT_PRESENTED'
  return requirement === 'IF_APPLICABLE' && applies === false ? 'NOT_NEEDED' : 'PENDING'
}

/** What was found of one component. `faults`: with them the dossier is not received; `isJudged`: somebody has looked. */
export type Judged = Held & {
  position: number
  name: string
  applies: boolean | null
  check: ComponentCheck
  note: string | null
  faults: { field: string; sentence: string }[]
  isJudged: boolean
}

/** What a procedure asks for, what the applicant said of it, what was sent and what the counter has on paper. */
type Asked = {
  procedureVersion: { components: readonly { position: number; name: string; requirement: Requirement }[] }
  components: readonly (Held & { position: number; applies: boolean | null })[]
  documents: readonly { position: number | null }[]
}

/** The check of every component of the procedure: as given, else still to be done, or not needed. */
export function judge({ procedureVersion, components, documents }: Asked, checks: readonly Check[]): Judged[] {
  return procedureVersion.components.map(({ position, name, requirement }) => {
    const given = checks.find((check) => check.position === position)
    const { applies = null, ...row } = components.find((component) => component.position === position) ?? {}
    const isJudged = given !== undefined && given.check !== 'PENDING'
    const check = isJudged ? given.check : unchecked(requirement, applies)
    const counted = heldOf({ ...NOTHING_HELD, ...row }, given, requirement)
    const isThere = isHeld(counted.held) || documents.some((document) => document.position === position)
    const isSettled = settledBy({ requirement, applies, isThere }).includes(check)
    // Only a page that asked for the sheets can be told that they are not there.
    const isMissing = given?.sheets !== undefined && requirement !== 'PRESENTED' && check === 'ACCEPTED' && !isThere
    const faults = [
      ...(isSettled ? [] : [{ field: `check-${position}`, sentence: CHECK_FAULTS[check](name) }]),
      ...counted.faults.map(({ kind, sentence }) => ({ field: countBox(kind, position), sentence: `${sentence}: ${inSentence(name)}` })),
      ...(isSettled && isMissing && counted.faults.length === 0
        ? [{ field: countBox('originals', position), sentence: `${NOTHING_THERE}: ${inSentence(name)}` }]
        : []),
    ]
    return { position, name, applies, check, note: given?.note || null, ...counted.held, faults, isJudged }
  })
}

/** The sheets as the page counted them; as they were before where it did not ask or cannot be read. */
function heldOf({ originals, certified, copies, shown }: Held, given: Check | undefined, requirement: Requirement) {
  const before = { originals, certified, copies, shown }
  if (given?.sheets === undefined) return { held: before, faults: [] }
  if (requirement === 'PRESENTED') return { held: { ...NOTHING_HELD, shown: given.check === 'ACCEPTED' }, faults: [] }
  const read = readSheets(given.sheets)
  return 'faults' in read ? { held: before, faults: read.faults } : { held: { ...read.counts, shown: given.sheets.shown }, faults: [] }
}

const rowsOf = (
  { communeId, id: dossierId }: Pick<LockedDossier, 'communeId' | 'id'>,
  judged: readonly Judged[],
  by: { checkedBy: string | null; checkedAt: Date },
) =>
  judged.map(({ position, applies, check, note, originals, certified, copies, shown, isJudged }) => ({
    ...{ communeId, dossierId, position, applies, check, note, originals, certified, copies, shown },
    ...(isJudged ? by : { checkedBy: null, checkedAt: null }),
  }))

const checkerOf = ({ actor }: Pick<Writing, 'actor'>): string | null => (actor.kind === 'staff' ? actor.staffId : null)

/** Replaces what was kept of the check. */
export async function writeChecks(writing: Writing, dossier: LockedDossier, judged: readonly Judged[]): Promise<void> {
  const { db, put, now } = writing
  await db.dossierComponent.deleteMany({ where: { communeId: dossier.communeId, dossierId: dossier.id } })
  put('dossier_component', ...rowsOf(dossier, judged, { checkedBy: checkerOf(writing), checkedAt: now }))
}

/**
 * Keeps the check although what it was done for is refused: work of the counter is never lost. In a transaction of its own, and only while the
 * dossier is still the one that was looked at.
 */
export function keepAfterRefusal(writing: Writing, dossier: LockedDossier, judged: readonly Judged[]): void {
  const { communeId, id, version } = dossier
  writing.afterRefusal(async (db, now) => {
    const same = await db.$queryRaw<unknown[]>`
      SELECT 1 FROM dossier WHERE "communeId" = ${communeId} AND id = ${id}::uuid AND version = ${version} FOR UPDATE`
    if (same.length === 0) return
    await db.dossierComponent.deleteMany({ where: { communeId, dossierId: id } })
    await db.dossierComponent.createMany({ data: rowsOf(dossier, judged, { checkedBy: checkerOf(writing), checkedAt: now }) })
  })
}
