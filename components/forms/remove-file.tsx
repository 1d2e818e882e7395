/** Takes one kept file away; a button of the form around it, so it works without script. */
export function RemoveFile({ id, fileName }: { id: string; fileName: string }) {
  return (
    <button className="btn-link" type="submit" name="remove" value={id}>
      Bỏ tệp này<span className="vh"> {fileName}</span>
    </button>
  )
}
