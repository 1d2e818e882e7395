/** Starts a server again whenever it has died, until the answer is called. */
export function watchServer(revive: () => Promise<boolean>, say: (line: string) => void): () => Promise<void>
