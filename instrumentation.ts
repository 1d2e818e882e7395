/** Runs once when the web process starts. Next compiles this file a second time for a runtime without Node's modules, where nothing is to be done. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { noteCallers } = await import('@/lib/identity/callers')
  noteCallers()
}
