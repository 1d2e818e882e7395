import type { ReactNode } from 'react'
import { FormDate, FormRadios, FormSelect, FormText, FormTextarea } from './form-field'
import { Reveal } from './reveal'
import type { FormDefinition, FormField } from '@/lib/procedures/e-form'

/** Up to this many options are radios, which show themselves; more fold into a list. */
const MOST_RADIOS = 7

/** The fields of an e-form, as its definition says. `said`: what another reader than the applicant is shown for an option. */
export function EForm({ definition: { sections }, said = {} }: { definition: FormDefinition; said?: Said }) {
  return sections.map(({ title, fields }) => (
    <section key={title}>
      {sections.length > 1 ? <h2>{title}</h2> : null}
      {grouped(fields).map(({ field, opened }) =>
        opened.length === 0 ? (
          <Box key={field.key} field={field} said={said} />
        ) : (
          <Reveal key={field.key} question={<Box field={field} opens={opened[0]?.when?.is ?? []} said={said} />}>
            {opened.map((one) => (
              <Box key={one.key} field={one} said={said} />
            ))}
          </Reveal>
        ),
      )}
    </section>
  ))
}

type Said = Readonly<Record<string, string>>

type Group = { field: FormField; opened: FormField[] }

/** A choice with the fields right after it that one and the same answer opens. Other conditions are only said in words. */
function grouped(fields: readonly FormField[]): Group[] {
  const groups: Group[] = []
  for (const field of fields) {
    const last = groups.at(-1)
    const isOpened =
      last !== undefined &&
      isRadios(last.field) &&
      field.when?.key === last.field.key &&
      (last.opened[0]?.when?.is ?? field.when.is).join('\n') === field.when.is.join('\n')
    if (isOpened) last.opened.push(field)
    else groups.push({ field, opened: [] })
  }
  return groups
}

const isRadios = (field: FormField): boolean => field.type === 'choice' && field.options.length <= MOST_RADIOS

type Base = { name: string; label: ReactNode; hint?: ReactNode }

function Box({ field, opens = [], said }: { field: FormField; opens?: readonly string[]; said: Said }) {
  const hint = [field.condition === null ? '' : `${field.condition}.`, field.hint ?? ''].filter((text) => text !== '').join(' ')
  const label = field.required === false ? `${field.label} (không bắt buộc)` : field.label
  return draw(field, { name: field.key, label, ...(hint === '' ? {} : { hint }) }, { opens, said })
}

/** How each type of field is asked; a new type does not compile until it is drawn. */
function draw(field: FormField, base: Base, { opens, said }: { opens: readonly string[]; said: Said }): ReactNode {
  const labelOf = (option: string) => said[option] ?? option
  switch (field.type) {
    case 'text':
      return <FormText {...base} width="full" autoComplete="off" />
    case 'longtext':
      return <FormTextarea {...base} />
    case 'choice':
      return isRadios(field) ? (
        <FormRadios
          {...base}
          choices={field.options.map((option) => ({ value: option, label: labelOf(option), opens: opens.includes(option) }))}
        />
      ) : (
        <FormSelect
          {...base}
          options={[{ value: '', label: 'Chọn một mục' }, ...field.options.map((option) => ({ value: option, label: labelOf(option) }))]}
        />
      )
    case 'number':
      return <FormText {...base} width="four" figures inputMode={field.decimals === 0 ? 'numeric' : 'decimal'} autoComplete="off" />
    case 'date':
      return <FormDate {...base} />
    case 'phone':
      return <FormText {...base} type="tel" width="phone" figures autoComplete="off" />
    case 'personal_number':
      return <FormText {...base} width="code" figures inputMode="numeric" autoComplete="off" />
    case 'yes_no':
      return (
        <FormRadios
          {...base}
          choices={[
            { value: 'yes', label: 'Có' },
            { value: 'no', label: 'Không' },
          ]}
        />
      )
  }
}
