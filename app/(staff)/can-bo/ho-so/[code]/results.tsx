import { readUploadRefusal } from '@/app/api/uploads/refusal-cookie'
import { Section } from '@/components/dossiers/dossier-page'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import { ACCEPTED_NAMES, FILE_LIMIT } from '@/lib/documents/rules'
import { FILE_KINDS, sizeInWords } from '@/lib/documents/words'
import type { StaffDossier } from '@/lib/dossiers/dossier-queries'
import { attachHref, type List } from '../../addresses'
import { FileLinks } from './papers'

/** Whether this person attaches the result: who may propose it. */
export const mayAttach = ({ steps }: StaffDossier): boolean => steps.some(({ step }) => step === 'propose')

/** The result document as it stands: missing, a draft that can be replaced, or decided. Who may propose it attaches it here. */
export async function Results({ dossier, list }: { dossier: StaffDossier; list: List | null }) {
  const { results, stage, code } = dossier
  return (
    <Section id="ket-qua" title="Kết quả">
      {results.length === 0 ? (
        <p className="note">
          Chưa có văn bản kết quả ({dossier.procedure.result}).
          {stage === 'in_hand' ? ' Cần có trước khi trình ký.' : ''}
        </p>
      ) : (
        <ResultFiles dossier={dossier} />
      )}
      {mayAttach(dossier) ? (
        <AttachResult to={attachHref(dossier, list)} replaces={results.length > 0} error={await readUploadRefusal(code)} />
      ) : null}
    </Section>
  )
}

/** The documents of the result, with the number that the registrar gave it, while it is out: one that was taken back gets its number again. */
export function ResultFiles({ dossier: { results, resultNumber, finishedAt } }: { dossier: StaffDossier }) {
  return (
    <>
      {resultNumber === null || finishedAt === null ? null : (
        <p>
          Số, ký hiệu văn bản: <strong>{resultNumber}</strong>
        </p>
      )}
      <FileLinks files={results} />
    </>
  )
}

/** Posts the file by itself: a server action would hold it in memory. Folded away once there is a document, open again after a "no". */
function AttachResult({ to, replaces, error }: { to: string; replaces: boolean; error: string | null }) {
  return (
    <details className="attach" open={!replaces || error !== null}>
      <summary>{replaces ? 'Thay tệp khác' : 'Đính kèm văn bản kết quả'}</summary>
      <form action={to} method="post" encType="multipart/form-data" className={error === null ? 'field' : 'field field--error'}>
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
          {FILE_KINDS}, tối đa {sizeInWords(FILE_LIMIT)}
        </span>
      </form>
    </details>
  )
}
