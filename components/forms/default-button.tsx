/**
 * The first button of a form is the one that the Enter key presses. Where lesser buttons stand among the boxes, this unseen one comes before
 * them, so that Enter goes on instead of taking a file away.
 */
export function DefaultButton({ name, value }: { name: string; value: string }) {
  return <button className="vh" type="submit" name={name} value={value} tabIndex={-1} aria-hidden="true" />
}
