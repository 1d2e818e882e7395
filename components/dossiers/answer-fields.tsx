import { DefaultButton } from '@/components/forms/default-button'
import { FileField, Files } from '@/components/forms/file-field'
import { RemoveFile } from '@/components/forms/remove-file'
import { RequestId } from '@/components/forms/request-id'
import { Button } from '@/components/ui/button'
import { TextareaField } from '@/components/ui/field'
import type { Supplement } from '@/lib/dossiers/supplement-queries'
import { answerBox, answerFileBox, DECLARED, unanswered } from '@/lib/dossiers/supplements'
import { newId } from '@/lib/platform/clock'
import { keptFile } from './file-words'

/** A sentence at the box of each thing that has not been answered yet. */
export const answerErrors = ({ items }: Supplement): Record<string, string> =>
  Object.fromEntries(
    unanswered(
      { items },
      items.flatMap(({ files }) => files),
    ).map(({ position }) => [
      answerBox(position),
      position === DECLARED.position ? 'Ghi nội dung đúng' : 'Tải tệp lên, hoặc ghi vì sao không có giấy tờ này',
    ]),
  )

/**
 * What is asked for, one after the other, each with its reason, a place for files and one for words. Without script each part can be sent by
 * itself.
 */
export function AnswerFields({ supplement, errors }: { supplement: Supplement; errors: Readonly<Record<string, string>> }) {
  return (
    <>
      <RequestId id={newId()} />
      <input type="hidden" name="version" value={supplement.version} />
      <DefaultButton name="then" value="send" />
      {supplement.items.map((item) => (
        <Item key={item.position} item={item} communeId={supplement.communeId} error={errors[answerBox(item.position)]} />
      ))}
    </>
  )
}

type Item = Supplement['items'][number]

function Item({ item, communeId, error }: { item: Item; communeId: number; error: string | undefined }) {
  const { position, name, reason, answer, before, files } = item
  const kept = files.map((file) => ({ ...keptFile(file, communeId), remove: <RemoveFile id={file.id} fileName={file.fileName} /> }))
  return (
    <section className="answer-item" aria-labelledby={`phan-${position}`}>
      <h2 id={`phan-${position}`}>{name}</h2>
      <p>
        <strong>Lý do:</strong> {reason}
      </p>
      {before.length === 0 ? null : (
        <p className="note">
          Tệp đã gửi trước:{' '}
          {before.map((file, index) => (
            <span key={file.id}>
              {index === 0 ? '' : ', '}
              <a href={keptFile(file, communeId).href}>{file.fileName}</a>
            </span>
          ))}
          . Tệp mới sẽ thay tệp này.
        </p>
      )}
      {position === DECLARED.position ? null : (
        <Files>
          <FileField
            name={answerFileBox(position)}
            label="Tệp mới"
            standing={kept.length > 0 ? { kind: 'received', files: kept } : { kind: 'empty' }}
            more
          >
            <Button look="plain" name="then" value={`stay-${position}`}>
              Tải tệp lên<span className="vh"> cho {name}</span>
            </Button>
          </FileField>
        </Files>
      )}
      <TextareaField
        name={answerBox(position)}
        label={position === DECLARED.position ? 'Nội dung đúng' : 'Lời giải thích (không bắt buộc khi đã có tệp)'}
        value={answer}
        error={error}
        rows={3}
        maxLength={2000}
      />
    </section>
  )
}
