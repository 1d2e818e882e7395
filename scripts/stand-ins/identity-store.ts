import type { Adapter, AdapterPayload } from 'oidc-provider'

interface Entry {
  payload: AdapterPayload
  /** Milliseconds since 1970; Infinity when it never ends. */
  until: number
}

/**
 * Sessions, codes and tokens of the stand-in, in memory: after a restart people sign in again, as they would after the
 * real server's. Only the signing keys have to outlive the process.
 */
export function memoryStore(): (model: string) => Adapter {
  const entries = new Map<string, Entry>()
  const sweep = (): void => {
    for (const [key, entry] of entries) if (entry.until <= Date.now()) entries.delete(key)
  }
  const live = (key: string): AdapterPayload | undefined => {
    const entry = entries.get(key)
    return entry && entry.until > Date.now() ? entry.payload : undefined
  }
  const findWhere = (model: string, matches: (payload: AdapterPayload) => boolean): AdapterPayload | undefined =>
    [...entries.keys()]
      .filter((key) => key.startsWith(`${model}:`))
      .map(live)
      .find((payload) => payload !== undefined && matches(payload))

  return (model) => ({
    async upsert(id, payload, expiresIn) {
      sweep()
      entries.set(`${model}:${id}`, { payload, until: expiresIn === undefined ? Infinity : Date.now() + expiresIn * 1000 })
    },
    async find(id) {
      return live(`${model}:${id}`)
    },
    async findByUserCode(userCode) {
      return findWhere(model, (payload) => payload.userCode === userCode)
    },
    async findByUid(uid) {
      return findWhere(model, (payload) => payload.uid === uid)
    },
    async consume(id) {
      const payload = live(`${model}:${id}`)
      if (payload) payload.consumed = Math.floor(Date.now() / 1000)
    },
    async destroy(id) {
      entries.delete(`${model}:${id}`)
    },
    async revokeByGrantId(grantId) {
      for (const [key, entry] of entries) if (entry.payload.grantId === grantId) entries.delete(key)
    },
  })
}
