import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { Children } from '@/scripts/steps/children.mjs'

const words = ['-e', 'setInterval(() => undefined, 1000)']
let children = new Children()
afterEach(async () => {
  await children.end()
  children = new Children()
})

function begun(): number {
  children.begin('web', words, process.env)
  const pid = children.pidOf('web')
  if (pid === undefined) throw new Error('It has not begun')
  return pid
}

async function successorOf(pid: number): Promise<number | undefined> {
  for (const until = performance.now() + 5_000; children.pidOf('web') === pid && performance.now() < until;) await sleep(20)
  return children.pidOf('web')
}

describe('the processes of a portal', () => {
  it('are begun again when they are killed while the portal runs', async () => {
    children.lasting = true
    const first = begun()
    process.kill(first, 'SIGKILL')
    const second = await successorOf(first)
    expect(second).not.toBe(first)
    expect(() => process.kill(second ?? 0, 0)).not.toThrow()
  })

  it('end together, with a sentence, when one ends before the portal has begun', async () => {
    const first = begun()
    process.kill(first, 'SIGKILL')
    expect(await children.ended).toContain('Phần "web" đã dừng (SIGKILL), nên các phần khác cũng dừng theo.')
    expect(children.pidOf('web')).toBe(first)
  })

  it('are not begun again once they are asked to end', async () => {
    children.lasting = true
    const first = begun()
    await children.end()
    await sleep(400)
    expect(children.pidOf('web')).toBe(first)
    expect(() => process.kill(first, 0)).toThrow()
  })
})
