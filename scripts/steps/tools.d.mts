/** The executable of a Chromium, found or installed. Throws a Sentence when there is none and none can be had. */
export function ensureChromium(): Promise<string>
