import type { Place } from './place.mjs'

/** Opens the cluster at `place`; it stops when its last living user closes it. `revive` starts it again when it has died. */
export function openCluster(
  place: Place,
  options?: { disposable?: boolean },
): Promise<{
  user: string
  password: string
  port: number
  revive: () => Promise<boolean>
  stop: () => Promise<void>
  close: () => Promise<void>
}>
