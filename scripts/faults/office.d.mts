/** A whole office for one run that breaks things. */
export interface Office {
  env: NodeJS.ProcessEnv
  publicUrl: string
  /** Runs a program of this repository against the office; answers what it said. */
  ask: (file: string, ...words: string[]) => Promise<string>
  pidOf: (name: 'web' | 'việc nền') => number | undefined
  /** Kills web and work in the background, or the database with all its processes, with -9. */
  killPortal: () => Promise<void>
  killDatabase: () => Promise<void>
  /** Ends the database for everybody, and starts it again at its port. */
  stopDatabase: () => Promise<void>
  startDatabase: () => Promise<boolean>
  /** From now on a database that has died is started again. */
  watchDatabase: () => void
  end: () => Promise<void>
  close: () => Promise<void>
}

/** Opens the office. `out`: a folder for what the processes say; `drafts`: complete but for their file, each of a citizen who is signed in. */
export function openOffice(options: { out: string; drafts: number }): Promise<Office>

/** A TypeScript program of this repository, as Node's arguments. */
export function program(file: string, ...words: string[]): string[]

/** Waits until the portal answers a page that reads the database. Answers the milliseconds since `since`. */
export function untilBack(url: string, options: { since: number; patience: number }): Promise<number>
