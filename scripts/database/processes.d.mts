/** Whether a process runs; a zombie does not. */
export function isAlive(pid: number): boolean
