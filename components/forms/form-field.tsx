'use client'

import {
  Checkbox,
  CheckboxGroup,
  DateField,
  RadioGroup,
  type CheckboxGroupProps,
  type CheckboxProps,
  type Choice,
  type DateFieldProps,
  type RadioGroupProps,
} from '@/components/ui/choice'
import {
  SelectField,
  TextareaField,
  TextField,
  type SelectFieldProps,
  type TextareaFieldProps,
  type TextFieldProps,
} from '@/components/ui/field'
import { useFormState } from './action-form'

type FromForm = 'value' | 'error' | 'checked'

/** The fields of components/ui, filled with what the form around them gave back. Use them inside ActionForm; the plain ones elsewhere. */
export function FormText(props: Omit<TextFieldProps, FromForm>) {
  const { values, errors } = useFormState()
  // A password is never sent back to the page.
  return <TextField {...props} value={props.type === 'password' ? undefined : values[props.name]} error={errors[props.name]} />
}

export function FormTextarea(props: Omit<TextareaFieldProps, FromForm>) {
  const { values, errors } = useFormState()
  return <TextareaField {...props} value={values[props.name]} error={errors[props.name]} />
}

export function FormSelect(props: Omit<SelectFieldProps, FromForm>) {
  const { values, errors } = useFormState()
  return <SelectField {...props} value={values[props.name]} error={errors[props.name]} />
}

export function FormRadios(props: Omit<RadioGroupProps, FromForm>) {
  const { values, errors } = useFormState()
  return <RadioGroup {...props} value={values[props.name]} error={errors[props.name]} />
}

export function FormCheckbox(props: Omit<CheckboxProps, 'error' | 'checked'>) {
  const { values, errors } = useFormState()
  return <Checkbox {...props} checked={values[props.name] !== undefined} error={errors[props.name]} />
}

/** Several boxes of one name; the values come back joined by commas. */
export function FormCheckboxes(props: Omit<CheckboxGroupProps, FromForm | 'values'>) {
  const { values, errors } = useFormState()
  const ticked = values[props.name] ?? ''
  // The key makes React build it anew: after a form action it resets the boxes to their very first defaults.
  return <CheckboxGroup key={ticked} {...props} values={ticked.split(',')} error={errors[props.name]} />
}

/** A box to tick that may open a Reveal: a group of one, with a legend that only screen readers need. */
export function FormTick({ name, legend, choice }: { name: string; legend: string; choice: Choice }) {
  const { values, errors } = useFormState()
  return (
    <CheckboxGroup
      name={name}
      label={<span className="vh">{legend}</span>}
      error={errors[name]}
      choices={[choice]}
      values={values[name] === undefined ? [] : [choice.value]}
    />
  )
}

/** Reads `<name>.day`, `.month`, `.year` from the values and one error under `<name>`. */
export function FormDate(props: Omit<DateFieldProps, FromForm>) {
  const { values, errors } = useFormState()
  const value = {
    day: values[`${props.name}.day`] ?? '',
    month: values[`${props.name}.month`] ?? '',
    year: values[`${props.name}.year`] ?? '',
  }
  return <DateField {...props} value={value} error={errors[props.name]} />
}
