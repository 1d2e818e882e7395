import type { ReactNode } from 'react'
import { Icon, type IconName } from '@/components/ui/icon'

/** A file that is kept: `size` in words ("412 KB"), `content` in words ("2 trang", "1 ảnh"). */
export type KeptFile = { id: string; name: string; content: string; size: string; href?: string; removeHref?: string }

/**
 * One component of the dossier: nothing yet, received (and readable), refused with the cause and what to do, or not needed with the reason.
 * A refused file does not take away what was received before.
 */
export type FileStanding =
  | { kind: 'empty' }
  | { kind: 'received'; files: readonly KeptFile[] }
  | { kind: 'refused'; error: string; files?: readonly KeptFile[] }
  | { kind: 'not-needed'; reason: string }

const MARK: Record<FileStanding['kind'], { icon: IconName; className: string }> = {
  empty: { icon: 'ring', className: 'file file--none' },
  received: { icon: 'tick', className: 'file file--ok' },
  refused: { icon: 'warning', className: 'file file--bad' },
  'not-needed': { icon: 'bar', className: 'file file--none' },
}

/** What a browser may offer to pick; the server recognises files by their content, whatever their name says. */
const ACCEPT = '.pdf,.jpg,.jpeg,.png,.docx'

/** The list that file fields and file lines stand in. */
export function Files({ children }: { children: ReactNode }) {
  return <ul className="files">{children}</ul>
}

/**
 * A native file input for one component. Received files stay listed; with `more` a further one can be added (several photographs of one
 * paper). `children` is a place for a button where each file is sent by itself.
 */
export function FileField(props: {
  name: string
  label: string
  standing: FileStanding
  hint?: ReactNode
  more?: boolean
  replaceHref?: string
  children?: ReactNode
}) {
  const { name, label, standing, hint, more = false, replaceHref, children } = props
  const mark = MARK[standing.kind]
  const kept = standing.kind === 'received' || standing.kind === 'refused' ? (standing.files ?? []) : []
  const asks = standing.kind === 'empty' || standing.kind === 'refused' || (standing.kind === 'received' && more)
  const error = standing.kind === 'refused' ? standing.error : null
  return (
    <li>
      <div className={mark.className}>
        <Icon name={mark.icon} />
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
              <span>
                <span className="vh">Lỗi: </span>
                {error}
              </span>
            </p>
          )}
          {kept.map((file) => (
            <KeptFileLine key={file.id} file={file} component={label} />
          ))}
          {standing.kind === 'not-needed' ? <span className="note">Không cần: {standing.reason}</span> : null}
          {asks ? <Picker name={name} error={error !== null} hint={hint !== undefined} /> : null}
          {asks ? children : null}
          {standing.kind === 'received' && replaceHref !== undefined ? (
            <a className="tap" href={replaceHref}>
              Thay tệp khác<span className="vh"> cho {label}</span>
            </a>
          ) : null}
        </div>
      </div>
    </li>
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
        accept={ACCEPT}
        aria-describedby={described}
        aria-invalid={error ? true : undefined}
      />
      <span className="note" id={`${name}-rules`}>
        PDF, JPG, PNG hoặc DOCX, mỗi tệp tối đa 20 MB
      </span>
    </>
  )
}

function KeptFileLine({ file, component }: { file: KeptFile; component: string }) {
  return (
    <span className="note">
      {file.href === undefined ? (
        <span className="name">{file.name}</span>
      ) : (
        <a className="name" href={file.href}>
          {file.name}
        </a>
      )}{' '}
      · {file.content} · {file.size} · đã tải lên, đọc được
      {file.removeHref === undefined ? null : (
        <>
          <br />
          <a className="tap" href={file.removeHref}>
            Bỏ tệp này
            <span className="vh">
              {' '}
              khỏi {component}: {file.name}
            </span>
          </a>
        </>
      )}
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
            <KeptFileLine key={file.id} file={file} component={label} />
          ))}
          {standing.kind === 'not-needed' ? <span className="note">{standing.reason}</span> : null}
          {standing.kind === 'empty' ? <span className="note">Chưa có tệp</span> : null}
        </div>
      </div>
    </li>
  )
}
