import type { InputHTMLAttributes, ReactNode } from 'react'
import { Icon } from './icon'

/** What every field has. The id is the name, so that an error summary can link to it without a second list. */
export type FieldProps = {
  name: string
  label: ReactNode
  hint?: ReactNode
  error?: string | null | undefined
}

/** The length of the box tells the length of the answer. */
type FieldWidth = 'four' | 'date' | 'phone' | 'code' | 'half' | 'full'

type Described = { 'aria-describedby'?: string; 'aria-invalid'?: true }

/** Ties a control to its hint and its error, in the order in which they stand. */
export function describedBy(name: string, hint: ReactNode, error: string | null | undefined): Described {
  const ids = [hint === undefined ? '' : `${name}-hint`, error ? `${name}-error` : ''].filter((id) => id !== '')
  return {
    ...(ids.length === 0 ? {} : { 'aria-describedby': ids.join(' ') }),
    ...(error ? { 'aria-invalid': true as const } : {}),
  }
}

/** The sentence at the field: triangle, "Lỗi:" for screen readers, what to do. */
export function FieldError({ name, error }: { name: string; error: string | null | undefined }) {
  if (!error) return null
  return (
    <p className="error" id={`${name}-error`}>
      <Icon name="warning" />
      <span>
        <span className="vh">Lỗi: </span>
        {error}
      </span>
    </p>
  )
}

/** Label, hint, error and control, in this order. */
function Field({ name, label, hint, error, children }: FieldProps & { children: ReactNode }) {
  return (
    <div className={error ? 'field field--error' : 'field'}>
      <label htmlFor={name}>{label}</label>
      {hint === undefined ? null : (
        <span className="hint" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      <FieldError name={name} error={error} />
      {children}
    </div>
  )
}

export type TextFieldProps = FieldProps & {
  value?: string | undefined
  type?: 'text' | 'email' | 'tel' | 'password' | 'search'
  width?: FieldWidth
  figures?: boolean
} & Pick<
    InputHTMLAttributes<HTMLInputElement>,
    'inputMode' | 'autoFocus' | 'autoComplete' | 'autoCapitalize' | 'spellCheck' | 'maxLength' | 'enterKeyHint' | 'form'
  >

/** One line of text. The typed value comes back through `value`. There is no placeholder: a label that vanishes is no label. */
export function TextField(props: TextFieldProps) {
  const { name, label, hint, error, value, type = 'text', width = 'full', figures = false, ...rest } = props
  return (
    <Field name={name} label={label} hint={hint} error={error}>
      <input
        {...rest}
        {...describedBy(name, hint, error)}
        className={`input input--${width}${figures ? ' input--figures' : ''}`}
        id={name}
        name={name}
        type={type}
        defaultValue={value}
      />
    </Field>
  )
}

export type TextareaFieldProps = FieldProps & { value?: string | undefined; rows?: number; maxLength?: number }

/** Several lines of text. */
export function TextareaField({ name, label, hint, error, value, rows = 4, maxLength }: TextareaFieldProps) {
  return (
    <Field name={name} label={label} hint={hint} error={error}>
      <textarea
        {...describedBy(name, hint, error)}
        className="textarea"
        id={name}
        name={name}
        rows={rows}
        maxLength={maxLength}
        defaultValue={value}
      />
    </Field>
  )
}

/** One choice of a list. */
type Option = { value: string; label: string }

export type SelectFieldProps = FieldProps & { value?: string | undefined; options: readonly Option[] }

/** One of many. Up to about seven choices are radios instead. */
export function SelectField({ name, label, hint, error, value, options }: SelectFieldProps) {
  return (
    <Field name={name} label={label} hint={hint} error={error}>
      {/* The key makes React build it anew: after a form action it resets a select to its very first default. */}
      <select key={value} {...describedBy(name, hint, error)} className="select" id={name} name={name} defaultValue={value}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}
