import { DossierCode } from '@/components/dossiers/dossier-code'
import { NAME_DELETED } from '@/lib/dossiers/words'

/** Which dossier a page about an opinion speaks of. */
export function AboutDossier({ code, person, procedure }: { code: string; person: string | null; procedure: string }) {
  return (
    <p className="step-about">
      <DossierCode code={code} /> {person ?? NAME_DELETED}, {procedure}
    </p>
  )
}
