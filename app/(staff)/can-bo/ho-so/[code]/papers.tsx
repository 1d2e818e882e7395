import { Section } from '@/components/dossiers/dossier-page'
import { keptFile } from '@/components/dossiers/file-words'
import { type PaperCheck, PapersTable } from '@/components/dossiers/papers-table'
import type { StaffDossier } from '@/lib/dossiers/dossier-queries'
import { isOnPaper } from '@/lib/dossiers/sheets'
import { CHECK_WORDS } from '@/lib/dossiers/words'
import { BEYOND_NETWORK, beyondNetwork, copiesWords } from '@/lib/procedures/words'
import { inSentence } from '@/lib/text/typed-date'
import type { ComponentCheck } from '@/prisma/generated/enums'

export type Component = StaffDossier['components'][number]

/** What the procedure asks for, what came for it, and how it was checked. */
export function Papers({ dossier }: { dossier: StaffDossier }) {
  return (
    <Section id="thanh-phan" title="Thành phần hồ sơ">
      {dossier.components.length === 0 ? (
        <p className="note">Thủ tục này không cần giấy tờ nào.</p>
      ) : (
        <PapersTable
          rows={dossier.components.map((component) => ({
            key: String(component.position),
            name: component.name,
            kind: kindWords(component).toLocaleLowerCase('vi'),
            files: component.files.map(fileOf),
            source: sourceWords(component),
            check: { standing: STANDING[component.check], label: CHECK_WORDS[component.check] },
          }))}
        />
      )}
      <BeyondNetwork dossier={dossier} />
    </Section>
  )
}

/** The office has to see to it too: nothing comes of a dossier whose originals, or whose people, never came. */
export function BeyondNetwork({ dossier: { channel, procedure } }: { dossier: StaffDossier }) {
  const beyond = isOnPaper(channel) ? null : beyondNetwork(procedure)
  return beyond === null ? null : (
    <p className="note">
      {BEYOND_NETWORK}: {inSentence(beyond)}
    </p>
  )
}

const STANDING: Record<ComponentCheck, PaperCheck['standing']> = {
  PENDING: 'open',
  ACCEPTED: 'ok',
  NOT_NEEDED: 'none',
  INADEQUATE: 'bad',
  NOT_PRESENTED: 'open',
}

/** How many of which kind; what is only shown, or looked up in a register, is not handed in at all. */
export const kindWords = ({ requirement, originals, copies }: Component): string =>
  requirement === 'PRESENTED' ? 'Tra cứu' : copiesWords({ originals, copies })

/** Where it comes from when no file came for it. */
export function sourceWords({ requirement, applies, held }: Component): string {
  if (held !== null) return requirement === 'PRESENTED' ? held : `giấy: ${held}`
  if (requirement === 'PRESENTED') return 'không phải nộp'
  if (requirement === 'IF_APPLICABLE' && applies !== true) return applies === false ? 'không thuộc trường hợp' : 'nếu thuộc trường hợp'
  return 'chưa có tệp'
}

/** What the page has to know of a stored file. */
export type ShownFile = Parameters<typeof keptFile>[0]

/** A stored file as the tables of these pages draw it. */
export function fileOf(document: ShownFile) {
  const { id, name, content, size, href } = keptFile(document)
  return { id, name, href: href ?? '', note: [content, size].filter((part) => part !== null).join(', ') }
}

/** Stored files, each a link with its size. */
export function FileLinks({ files }: { files: readonly ShownFile[] }) {
  return (
    <ul className="result-files">
      {files.map(fileOf).map(({ id, name, href, note }) => (
        <li key={id}>
          <a href={href}>{name}</a> <span className="note">{note}</span>
        </li>
      ))}
    </ul>
  )
}
