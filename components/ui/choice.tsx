import type { ReactNode } from 'react'
import { describedBy, FieldError, type FieldProps } from './field'

/** Names of what one choice of several opens; each needs its rule in controls.css. */
export type Opens = 'counter' | 'post'

/** One radio or checkbox with a hint of its own. `opens`: choosing it shows what a Reveal around the group holds, all of it or the named part. */
export type Choice = { value: string; label: ReactNode; hint?: ReactNode; opens?: boolean | Opens }

type GroupProps = FieldProps & { choices: readonly Choice[] }

/** Several controls under one question: the legend is the label, and hint and error belong to the whole group. */
function Fieldset({ name, label, hint, error, children }: FieldProps & { children: ReactNode }) {
  return (
    <div className={error ? 'field field--error' : 'field'}>
      <fieldset {...describedBy(name, hint, error)} aria-invalid={undefined}>
        <legend className="label">{label}</legend>
        {hint === undefined ? null : (
          <span className="hint" id={`${name}-hint`}>
            {hint}
          </span>
        )}
        <FieldError name={name} error={error} />
        {children}
      </fieldset>
    </div>
  )
}

/** The id of one choice; the first carries the plain name, for that is where an error summary leads. */
const choiceId = (name: string, index: number) => (index === 0 ? name : `${name}-${index + 1}`)

function ChoiceRow(props: { id: string; name: string; type: 'radio' | 'checkbox'; choice: Choice; checked: boolean; invalid: boolean }) {
  const { id, name, type, choice, checked, invalid } = props
  return (
    <div className="choice">
      <input
        type={type}
        id={id}
        name={name}
        value={choice.value}
        defaultChecked={checked}
        aria-invalid={invalid ? true : undefined}
        data-opens={choice.opens ? (choice.opens === true ? '' : choice.opens) : undefined}
      />
      <label htmlFor={id}>
        {choice.label}
        {choice.hint === undefined ? null : <span className="hint">{choice.hint}</span>}
      </label>
    </div>
  )
}

/** The choices of a group, those in `chosen` ticked. */
function Choices({
  choices,
  chosen,
  type,
  ...field
}: GroupProps & { chosen: readonly (string | undefined)[]; type: 'radio' | 'checkbox' }) {
  return (
    <Fieldset {...field}>
      {choices.map((choice, index) => (
        <ChoiceRow
          key={choice.value}
          id={choiceId(field.name, index)}
          name={field.name}
          type={type}
          choice={choice}
          checked={chosen.includes(choice.value)}
          invalid={Boolean(field.error)}
        />
      ))}
    </Fieldset>
  )
}

export type RadioGroupProps = GroupProps & { value?: string | undefined }

/** One of a few. Nothing is ticked in advance unless the person chose it before. */
export const RadioGroup = ({ value, ...group }: RadioGroupProps) => <Choices {...group} type="radio" chosen={[value]} />

export type CheckboxGroupProps = GroupProps & { values?: readonly string[] | undefined }

/** Any number of a few. */
export const CheckboxGroup = ({ values = [], ...group }: CheckboxGroupProps) => <Choices {...group} type="checkbox" chosen={values} />

export type CheckboxProps = FieldProps & { checked?: boolean | undefined; value?: string }

/** One statement to agree to. A declaration is never ticked in advance. */
export function Checkbox({ name, label, hint, error, checked = false, value = 'yes' }: CheckboxProps) {
  return (
    <div className={error ? 'field field--error' : 'field'}>
      <FieldError name={name} error={error} />
      <div className="choice">
        <input {...describedBy(name, hint, error)} type="checkbox" id={name} name={name} value={value} defaultChecked={checked} />
        <label htmlFor={name}>
          {label}
          {hint === undefined ? null : (
            <span className="hint" id={`${name}-hint`}>
              {hint}
            </span>
          )}
        </label>
      </div>
    </div>
  )
}

/** A date as it was typed; parts may be wrong or missing. */
type TypedDate = { day: string; month: string; year: string }

export type DateFieldProps = FieldProps & { value?: Partial<TypedDate> | undefined; birthday?: boolean }

/**
 * A date in three boxes named `<name>.day`, `<name>.month`, `<name>.year`: old people know their dates by heart and a calendar is slow.
 * `birthday` lets the browser fill it in.
 */
export function DateField({ value = {}, birthday = false, ...field }: DateFieldProps) {
  const parts = [
    { part: 'day', label: 'Ngày', size: 2, complete: 'bday-day' },
    { part: 'month', label: 'Tháng', size: 2, complete: 'bday-month' },
    { part: 'year', label: 'Năm', size: 4, complete: 'bday-year' },
  ] as const
  return (
    <Fieldset {...field}>
      <div className="date">
        {parts.map(({ part, label, size, complete }) => {
          const id = part === 'day' ? field.name : `${field.name}-${part}`
          return (
            <div key={part}>
              <label htmlFor={id}>{label}</label>
              <input
                className={`input input--figures input--${size === 2 ? 'two' : 'four'}`}
                id={id}
                name={`${field.name}.${part}`}
                defaultValue={value[part]}
                inputMode="numeric"
                maxLength={size}
                autoComplete={birthday ? complete : 'off'}
                aria-invalid={field.error ? true : undefined}
              />
            </div>
          )
        })}
      </div>
    </Fieldset>
  )
}
