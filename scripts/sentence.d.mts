/** An expected "no": its message is the one sentence that the operator reads, in Vietnamese. */
export class Sentence extends Error {
  constructor(message: string)
}
