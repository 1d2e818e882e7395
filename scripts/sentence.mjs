/**
 * An expected "no" of the two commands: the message is the one sentence that the operator reads, in Vietnamese, and nothing else is
 * printed. Any other error is a bug and keeps its stack.
 */
export class Sentence extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message)
    this.name = 'Sentence'
  }
}
