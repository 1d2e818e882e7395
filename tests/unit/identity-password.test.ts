import { hash } from '@node-rs/argon2'
import { describe, expect, it } from 'vitest'
import { passwordFits } from '@/lib/staff/password'

const PASSWORD = 'Mật khẩu đúng 2026'
const stored = await hash(PASSWORD)

/** Processor time of one check in microseconds: the least of several, so that a busy machine does not count. */
async function workOf(passwordHash: string | null, password: string): Promise<number> {
  const rounds: number[] = []
  for (let turn = 0; turn < 7; turn += 1) {
    const before = process.cpuUsage()
    await passwordFits(passwordHash, password)
    const { user, system } = process.cpuUsage(before)
    rounds.push(user + system)
  }
  return Math.min(...rounds)
}

describe('a password', () => {
  it('fits its own hash and no other, and nobody’s account fits anything', async () => {
    expect(stored).toMatch(/^\$argon2id\$/)
    expect(await passwordFits(stored, PASSWORD)).toBe(true)
    for (const wrong of ['', 'mật khẩu đúng 2026', `${PASSWORD} `]) expect(await passwordFits(stored, wrong)).toBe(false)
    for (const any of ['', PASSWORD]) expect(await passwordFits(null, any)).toBe(false)
  })

  it('longer than 200 letters is nobody’s, even with the right hash', async () => {
    const long = 'x'.repeat(201)
    expect(await passwordFits(await hash(long), long)).toBe(false)
  })

  it('costs the same work for an account that does not exist, so that the time of the answer tells nothing', async () => {
    await workOf(stored, 'wrong')
    const [known, unknown, tooLong] = [await workOf(stored, 'wrong'), await workOf(null, 'wrong'), await workOf(stored, 'x'.repeat(9_999))]
    // A check that is skipped costs a thousandth, so a quarter tells the two apart on any machine.
    for (const work of [unknown, tooLong]) expect(work).toBeGreaterThan(known / 4)
  })
})
