/** An open database server; `url` is the portal's database, `urlOf` names another one of the same server. */
export interface OpenDatabase {
  readonly url: string
  readonly embedded: boolean
  readonly urlOf: (name: string) => string
  /** Empties the portal's database; only ever of the embedded server. */
  readonly recreate: () => Promise<void>
  /** Starts an embedded server that has died again, at its port; answers whether it had. */
  readonly revive: () => Promise<boolean>
  readonly close: () => Promise<void>
}

/** The folder of everything this installation keeps: `DATA_DIR`, by default `.data` beside the code. */
export function dataDir(): string

/** Opens the server of DATABASE_URL, else the embedded one; `test` is a quick server without durability. */
export function openDatabase(options?: { cluster?: 'main' | 'test' }): Promise<OpenDatabase>
