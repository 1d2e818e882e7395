/** Kills processes with -9, each with its whole group. */
export function killGroups(pids: readonly number[]): Promise<void>

/** Kills a PostgreSQL server with all its processes. */
export function killServer(data: string): Promise<void>
