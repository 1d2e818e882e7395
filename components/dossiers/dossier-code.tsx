/**
 * A dossier's code, `H61.123-261123-0001`. The last four digits are bold, for they are read aloud. With `short` the agency's prefix is
 * said to screen readers only: the head of the column shows it once.
 */
export function DossierCode({ code, short = false }: { code: string; short?: boolean }) {
  const cut = code.lastIndexOf('-') + 1
  const agency = short ? code.indexOf('-') + 1 : 0
  return (
    <code>
      {agency === 0 ? null : <span className="vh">{code.slice(0, agency)}</span>}
      {code.slice(agency, cut)}
      <b>{code.slice(cut)}</b>
    </code>
  )
}
