export type Place = { home: string; data: string; initdb: string; postgres: string; account: { uid: number; gid: number } | null }

/** Decides the place of one cluster and prepares it. */
export function preparePlace(options: { dataDir: string; cluster: string }): Place
