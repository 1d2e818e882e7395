import { z } from 'zod'
import { command } from '@/lib/access/gate'
import type { Writing } from '@/lib/access/gate'
import { anyone, asStaff, staffOnly } from '@/lib/access/policy'
import { countedName } from '@/lib/platform/crypto'
import { Refusal } from '@/lib/platform/refusal'
import { hashPassword, passwordFits } from '@/lib/staff/password'
import { passwordFault } from '@/lib/staff/rules'
import { linkIn } from '@/lib/staff/store'
import { findOpenLink } from '@/lib/staff/password-links'
import { NewPassword, Password } from '../schema'
import { endOfficerSessions } from '../store'

/** Ten tries in 15 minutes, as at the sign-in: the old password could be guessed here too. */
const TRIES = { tries: 10, minutes: 15 } as const

type Officer = { communeId: number; id: string; userName: string }

async function keepPassword(
  { db, now }: Writing,
  officer: Officer,
  { password, except }: { password: string; except: string | null },
): Promise<void> {
  const { communeId, id } = officer
  const fault = passwordFault(password, [officer.userName])
  if (fault !== null) throw new Refusal('invalid_input', {}, { password: fault })
  const passwordHash = await hashPassword(password)
  await db.staff.update({ where: { communeId_id: { communeId, id } }, data: { passwordHash }, select: { id: true } })
  await db.passwordLink.updateMany({ where: { communeId, staffId: id, closedAt: null }, data: { closedAt: now } })
  await endOfficerSessions(db, officer, { now, except })
}

/**
 * Sets a password with the one-time link that an administrator gave; the link is used up and every session of the account ends.
 * Refusals: `link_over` (used, run out, replaced, not ours), `invalid_input` with what is wrong with the password.
 */
export const setPassword = command({
  name: 'identity.set_password',
  input: NewPassword.safeExtend({ token: z.string().max(500) }),
  limits: (_actor, { token }) => [{ bucket: countedName('password link', token), ...TRIES }],
  allow: anyone,
  run: async (writing, { token, password }) => {
    const { db } = writing
    const named = linkIn(token)
    if (named) await db.$queryRaw`SELECT 1 FROM password_link WHERE "communeId" = ${named.communeId} AND id = ${named.id}::uuid FOR UPDATE`
    const link = await findOpenLink(writing, token)
    if (!link) throw new Refusal('link_over')
    await keepPassword(writing, link.staff, { password: password(), except: null })
    return { staffId: link.staff.id }
  },
  about: (_input, _subject, { staffId }) => ({ kind: 'staff', id: staffId }),
})

/**
 * Changes the own password; the old one is asked, so that an unlocked screen is not enough. All other sessions of the account end.
 * Refusals: `invalid_input` with what is wrong, `too_many_tries`.
 */
export const changePassword = command({
  name: 'identity.change_password',
  input: NewPassword.safeExtend({ old: Password }),
  limits: (actor) => (actor.kind === 'staff' ? [{ bucket: countedName('staff password', actor.staffId), ...TRIES }] : []),
  allow: staffOnly,
  run: async (writing, { old, password }) => {
    const { db, actor } = writing
    const { communeId, staffId: id, sessionId } = asStaff(actor)
    const account = await db.staff.findUniqueOrThrow({
      where: { communeId_id: { communeId, id } },
      select: { communeId: true, id: true, userName: true, passwordHash: true },
    })
    if (!(await passwordFits(account.passwordHash, old())))
      throw new Refusal('invalid_input', {}, { old: 'Mật khẩu đang dùng chưa đúng. Kiểm tra phím Caps Lock rồi nhập lại' })
    await keepPassword(writing, account, { password: password(), except: sessionId })
    return { staffId: id }
  },
  about: (_input, _subject, { staffId }) => ({ kind: 'staff', id: staffId }),
})
