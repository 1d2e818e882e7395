import { command } from '@/lib/access/gate'
import { may } from '@/lib/access/policy'
import { endOfficerSessions } from '@/lib/identity/store'
import { Refusal } from '@/lib/platform/refusal'
import { mustBeDepartment } from '@/lib/staff/commands'
import { mayHoldWork } from '@/lib/staff/rules'
import { OfOfficerVersion, Position } from '@/lib/staff/schema'
import { findOfficer, mustLeaveAnAdmin, saveOfficer } from '@/lib/staff/store'
import { passWorkOn } from '../officer-work'
import { passWaitingToHeads } from '../waiting-work'

/**
 * Changes an officer's name, position, department and roles. Who leaves a department, or may no longer process, leaves the work there; what waits
 * for a role that has lost its last officer goes to the head. With other roles or another department the person signs in anew. Answers how many
 * dossiers of theirs went to somebody else.
 * Refusals: `changed_meanwhile`, `last_admin`, `nobody_takes_over`, `invalid_input`.
 */
export const changeOfficer = command({
  name: 'dossier.change_officer',
  input: OfOfficerVersion.extend(Position.shape),
  subject: (reading, { staffId }) => findOfficer(reading, staffId),
  allow: (actor) => may(actor, 'staff.manage'),
  run: async (writing, { version, staffId: _staffId, ...position }, officer) => {
    const { departmentCode, roles } = position
    await mustBeDepartment(writing, departmentCode)
    if (officer.roles.includes('admin') && !roles.includes('admin')) await mustLeaveAnAdmin(writing.db, officer)
    const moves = departmentCode !== officer.departmentCode
    const save = () => saveOfficer(writing, officer, { version, set: position })
    const leaves = moves || (mayHoldWork(officer.roles) && !mayHoldWork(roles))
    const passed = leaves ? await passWorkOn(writing, officer, save) : 0
    if (!leaves) await save()
    await passWaitingToHeads(writing)
    if (moves || roles.toSorted().join() !== officer.roles.toSorted().join())
      await endOfficerSessions(writing.db, officer, { now: writing.now })
    return { passed }
  },
  about: ({ staffId }, _subject, { passed }) => ({ kind: 'staff', id: staffId, detail: { passed } }),
})

/**
 * Suspends an officer: every session ends now, they stand in for nobody any more, and the work in hand goes to whoever of the department stands in
 * for them, else to its head, who also gets what waits for a role that has lost its last officer. Answers how many dossiers that were.
 * Refusals: `own_account`, `last_admin`, `nobody_takes_over`, `changed_meanwhile`.
 */
export const suspendOfficer = command({
  name: 'dossier.suspend_officer',
  input: OfOfficerVersion,
  // Found without a lock: dossiers are locked before accounts, everywhere.
  subject: (reading, { staffId }) => findOfficer(reading, staffId),
  allow: (actor) => may(actor, 'staff.manage'),
  run: async (writing, { version }, officer) => {
    const { db, actor, now } = writing
    if (actor.kind === 'staff' && actor.staffId === officer.id) throw new Refusal('own_account')
    if (officer.roles.includes('admin')) await mustLeaveAnAdmin(db, officer)
    const passed = await passWorkOn(writing, officer, () => saveOfficer(writing, officer, { version, set: { status: 'SUSPENDED' } }))
    await endOfficerSessions(db, officer, { now })
    const { communeId, id } = officer
    await db.passwordLink.updateMany({ where: { communeId, staffId: id, closedAt: null }, data: { closedAt: now } })
    await db.substitution.updateMany({
      where: { communeId, endedAt: null, substituteId: id },
      data: { endedAt: now },
    })
    await passWaitingToHeads(writing)
    return { passed }
  },
  about: ({ staffId }, _subject, { passed }) => ({ kind: 'staff', id: staffId, detail: { passed } }),
})
