export const WEB_FLAGS: readonly string[]
