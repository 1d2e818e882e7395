import type { StaffDossier } from '@/lib/dossiers/dossier-queries'

/** The papers of a dossier that the counter keeps, each with its sheets. */
export const heldOf = ({ components }: StaffDossier): string[] =>
  components.flatMap(({ name, held }) => (held === null ? [] : [`${name}: ${held}`]))

export const HeldPapers = ({ held }: { held: readonly string[] }) =>
  held.length === 0 ? (
    <p className="note">Quầy không giữ bản giấy nào của hồ sơ.</p>
  ) : (
    <ul>
      {held.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
