/** The id that makes a repeated sending harmless: made by the page when it is drawn, so that a double press or a reload carries the same one. */
export function RequestId({ id }: { id: string }) {
  return <input type="hidden" name="requestId" value={id} />
}
