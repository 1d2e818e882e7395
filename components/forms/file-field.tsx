import type { ReactNode } from 'react'
import { Icon, type IconName } from '@/components/ui/icon'
import { ACCEPTED_NAMES, FILE_LIMIT } from '@/lib/documents/rules'
import { FILE_KINDS, sizeInWords } from '@/lib/documents/words'

/**
 * A file that is kept: `size` in words ("412 KB"), `content` in words ("2 trang", "1 ảnh"). `remove` is the button that takes it away; it
 * belongs to the form around, so that what was picked for other components is not lost.
 */
export type KeptFile = { id: string; name: string; content: string | null; size: string; href?: string; remove?: ReactNode }

/**
 * One component of the dossier: nothing yet, received (and readable), refused with the cause and what to do, or not needed with the reason.
 * A refused file does not take away what was received before. `held`: it came on paper.
 */
export type FileStanding =
  | { kind: 'empty' }
  | { kind: 'received'; files: readonly KeptFile[] }
  | { kind: 'refused'; error: string; files?: readonly KeptFile[] }
  | { kind: 'not-needed'; reason: string }
  | { kind: 'held'; words: string }

const MARK: Record<FileStanding['kind'], { icon: IconName; className: string }> = {
  empty: { icon: 'ring', className: 'file file--none' },
  received: { icon: 'tick', className: 'file file--ok' },
  refused: { icon: 'warning', className: 'file file--bad' },
  'not-needed': { icon: 'bar', className: 'file file--none' },
  held: { icon: 'tick', className: 'file file--ok' },
}

/** The list that file fields and file lines stand in. */
export function Files({ children }: { children: ReactNode }) {
  return <ul className="files">{children}</ul>
}

/**
 * A native file input for one component; several files may be picked (photographs of one paper). Files that have arrived stay listed; with
 * `more` the input stays too, folded away under "Thêm tệp khác". `camera`: on a phone or tablet a second input opens its camera. `children` is a
 * place for a button that sends the form from here.
 */
export function FileField(props: {
  name: string
  label: ReactNode
  standing: FileStanding
  hint?: ReactNode
  more?: boolean
  camera?: boolean
  children?: ReactNode
}) {
  const { name, label, standing, hint, more = false, camera = false, children } = props
  const asks = standing.kind === 'empty' || standing.kind === 'refused'
  const mark = MARK[standing.kind]
  const kept = standing.kind === 'received' || standing.kind === 'refused' ? (standing.files ?? []) : []
  const error = standing.kind === 'refused' ? standing.error : null
  const picker = (
    <>
      <Picker name={name} error={error !== null} hint={hint !== undefined} />
      {camera ? <Camera name={name} label={label} /> : null}
      {children}
    </>
  )
  return (
    <li id={`${name}-place`}>
      <div className={mark.className}>
        {/* What is wrong has its triangle at the sentence. */}
        {error === null ? <Icon name={mark.icon} /> : null}
        <div>
          {asks ? (
            <label htmlFor={name} className="label">
              {label}
            </label>
          ) : (
            <span className="label">{label}</span>
          )}
          {hint === undefined ? null : (
            <span className="note" id={`${name}-hint`}>
              {hint}
            </span>
          )}
          {error === null ? null : (
            <p className="error" id={`${name}-error`}>
              <Icon name="warning" />
              <span>
                <span className="vh">Lỗi: </span>
                {error}
              </span>
            </p>
          )}
          {kept.map((file) => (
            <KeptFileLine key={file.id} file={file} />
          ))}
          {standing.kind === 'not-needed' ? <span className="note">Không cần: {standing.reason}</span> : null}
          {asks ? picker : null}
          {standing.kind === 'received' && more ? (
            <details className="more">
              <summary>
                Thêm tệp khác<span className="vh"> cho {label}</span>
              </summary>
              <label htmlFor={name} className="vh">
                Tệp khác của {label}
              </label>
              {picker}
            </details>
          ) : null}
        </div>
      </div>
    </li>
  )
}

/** `capture` leads straight to the camera and leaves no way to a file, so it is an input of its own; style hides it where a mouse is used. */
function Camera({ name, label }: { name: string; label: ReactNode }) {
  return (
    <div className="camera">
      <label htmlFor={`${name}-camera`} className="note">
        Hoặc chụp bằng máy này<span className="vh">: {label}</span>
      </label>
      <input className="drop" type="file" id={`${name}-camera`} name={name} accept="image/jpeg,image/png" capture="environment" multiple />
    </div>
  )
}

function Picker({ name, error, hint }: { name: string; error: boolean; hint: boolean }) {
  const described = [hint ? `${name}-hint` : '', error ? `${name}-error` : '', `${name}-rules`].filter((id) => id !== '').join(' ')
  return (
    <>
      <input
        className="drop"
        type="file"
        id={name}
        name={name}
        accept={ACCEPTED_NAMES}
        multiple
        aria-describedby={described}
        aria-invalid={error ? true : undefined}
      />
      <span className="note" id={`${name}-rules`}>
        {FILE_KINDS}, mỗi tệp tối đa {sizeInWords(FILE_LIMIT)}
      </span>
    </>
  )
}

function KeptFileLine({ file }: { file: KeptFile }) {
  const facts = [file.content, file.size, 'đã tải lên, đọc được'].filter((fact) => fact !== null).join(' · ')
  return (
    <span className="note kept">
      <span>
        {file.href === undefined ? (
          <span className="name">{file.name}</span>
        ) : (
          <a className="name" href={file.href}>
            {file.name}
          </a>
        )}{' '}
        · {facts}
      </span>
      {file.remove}
    </span>
  )
}

/** The same line on the check page, without a control. */
export function FileLine({ label, standing }: { label: string; standing: FileStanding }) {
  const mark = MARK[standing.kind]
  const kept = standing.kind === 'received' || standing.kind === 'refused' ? (standing.files ?? []) : []
  return (
    <li>
      <div className={mark.className}>
        <Icon name={mark.icon} />
        <div>
          {label}
          {kept.map((file) => (
            <KeptFileLine key={file.id} file={file} />
          ))}
          {standing.kind === 'not-needed' ? <span className="note">{standing.reason}</span> : null}
          {standing.kind === 'held' ? <span className="note">{standing.words}</span> : null}
          {standing.kind === 'empty' ? <span className="note">Chưa có tệp</span> : null}
        </div>
      </div>
    </li>
  )
}
