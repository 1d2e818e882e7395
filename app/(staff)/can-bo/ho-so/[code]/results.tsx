import { readUploadRefusal } from '@/app/api/uploads/refusal-cookie'
import { Section } from '@/components/dossiers/dossier-page'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import { ACCEPTED_NAMES } from '@/lib/documents/rules'
import type { StaffDossier } from '@/lib/dossiers/dossier-queries'
import { fileOf } from './papers'

/** The result document as it stands: missing, a draft that can be replaced, or decided. Who may propose it attaches it here. */
export async function Results({ dossier }: { dossier: StaffDossier }) {
  const { results, steps, stage, code, version } = dossier
  const mayAttach = steps.some(({ step }) => step === 'propose')
  return (
    <Section id="ket-qua" title="Kết quả">
      {results.length === 0 ? (
        <p className="note">
          Chưa có văn bản kết quả ({dossier.procedure.result}).
          {stage === 'in_hand' ? ' Cần có trước khi trình ký.' : ''}
        </p>
      ) : (
        <ResultFiles results={results} />
      )}
      {mayAttach ? (
        <AttachResult code={code} version={version} replaces={results.length > 0} error={await readUploadRefusal(code)} />
      ) : null}
    </Section>
  )
}

/** The result's files, each a link. */
export function ResultFiles({ results }: { results: StaffDossier['results'] }) {
  return (
    <ul className="result-files">
      {results.map(fileOf).map(({ id, name, href, note }) => (
        <li key={id}>
          <a href={href}>{name}</a> <span className="note">{note}</span>
        </li>
      ))}
    </ul>
  )
}

/** Posts the file by itself: a server action would hold it in memory. Folded away once there is a document, open again after a "no". */
function AttachResult({ code, version, replaces, error }: { code: string; version: number; replaces: boolean; error: string | null }) {
  return (
    <details className="attach" open={!replaces || error !== null}>
      <summary>{replaces ? 'Thay tệp khác' : 'Đính kèm văn bản kết quả'}</summary>
      <form
        action={`/api/uploads?purpose=result&code=${encodeURIComponent(code)}`}
        method="post"
        encType="multipart/form-data"
        className={error === null ? 'field' : 'field field--error'}
      >
        <input type="hidden" name="version" value={version} />
        <label htmlFor="result" className="vh">
          Văn bản kết quả
        </label>
        <FieldError name="result" error={error} />
        <input
          type="file"
          id="result"
          name="result"
          accept={ACCEPTED_NAMES}
          required
          aria-describedby={error === null ? 'result-rules' : 'result-error result-rules'}
          aria-invalid={error === null ? undefined : true}
        />
        <Button look="plain">Đính kèm tệp này</Button>
        <span className="note" id="result-rules">
          PDF, JPG, PNG hoặc DOCX, tối đa 20 MB
        </span>
      </form>
    </details>
  )
}
