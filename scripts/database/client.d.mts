import type { Client } from 'pg'

/** Connects, does the work and hangs up, whatever comes of it. */
export function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T>

/** Runs statements one after the other outside of any transaction. */
export function administer(url: string, ...statements: string[]): Promise<void>
