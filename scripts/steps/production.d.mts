export function settingFaults(env: Readonly<Record<string, string | undefined>>): string[]
export function shapeFaults(env: Readonly<Record<string, string | undefined>>): string[]
export function hasNoStaff(databaseUrl: string): Promise<boolean>
export function demoFaults(
  databaseUrl: string,
  demo: { password: string; userNames: readonly string[]; fits: (hash: string, password: string) => Promise<boolean> },
): Promise<string[]>
export function refuseDemoData(databaseUrl: string): Promise<void>
export function pendingMigrations(databaseUrl: string): Promise<string[] | null>
export function dumpDatabase(databaseUrl: string, options: { folder: string; stamp: string; pgDump?: string }): Promise<string>
export function cutOffMigration(databaseUrl: string): Promise<string | null>
export function dumpBeforeUpdate(databaseUrl: string, options: { folder: string; without: boolean }): Promise<void>
