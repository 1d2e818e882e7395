// Looks after the embedded PostgreSQL while the portal runs: what kills it (a full memory, a hand) must not close the office until somebody comes.
import { setTimeout as sleep } from 'node:timers/promises'

const LOOK_MS = 300
/** A server that does not come back is tried again less and less often. */
const PAUSE_MS = { first: 1_000, last: 30_000 }

/**
 * Starts a server again whenever it has died.
 *
 * @param {() => Promise<boolean>} revive starts the server when it has died and answers whether it had
 * @param {(line: string) => void} say takes a sentence for whoever runs the portal
 * @returns {() => Promise<void>} ends the looking; a start that is under way is waited for
 */
export function watchServer(revive, say) {
  const over = new AbortController()
  const pause = (ms) => sleep(ms, undefined, { signal: over.signal }).catch(() => undefined)
  const looking = (async () => {
    for (let failed = 0; !over.signal.aborted;) {
      try {
        if (await revive()) say('Cơ sở dữ liệu đã dừng ngoài ý muốn và vừa được chạy lại.')
        failed = 0
      } catch (error) {
        failed += 1
        say(`Cơ sở dữ liệu đã dừng và chưa chạy lại được: ${error.message}`)
      }
      await pause(failed === 0 ? LOOK_MS : Math.min(PAUSE_MS.last, PAUSE_MS.first * 2 ** (failed - 1)))
    }
  })()
  return async () => {
    over.abort()
    await looking
  }
}
