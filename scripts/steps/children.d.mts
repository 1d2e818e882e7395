export class Children {
  constructor(options?: { logFile?: string })
  ended: Promise<string>
  lasting: boolean
  show: boolean
  begin(name: string, words: readonly string[], env: NodeJS.ProcessEnv): void
  pidOf(name: string): number | undefined
  end(): Promise<void>
  kill(): void
}
