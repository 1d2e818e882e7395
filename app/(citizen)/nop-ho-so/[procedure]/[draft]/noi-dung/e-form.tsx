import type { ReactNode } from 'react'
import { FormDate, FormRadios, FormSelect, FormText, FormTextarea } from '@/components/forms/form-field'
import { Reveal } from '@/components/forms/reveal'
import type { FieldOf, FieldType, FormDefinition, FormField } from '@/lib/procedures/e-form'

/** Up to this many options are radios, which show themselves; more fold into a list. */
const MOST_RADIOS = 7

/** The fields of an e-form, as its definition says. */
export function EForm({ definition: { sections } }: { definition: FormDefinition }) {
  return sections.map(({ title, fields }) => (
    <section key={title}>
      {sections.length > 1 ? <h2>{title}</h2> : null}
      {grouped(fields).map(({ field, opened }) =>
        opened.length === 0 ? (
          <Box key={field.key} field={field} />
        ) : (
          <Reveal key={field.key} question={<Box field={field} opens={opened[0]?.when?.is ?? []} />}>
            {opened.map((one) => (
              <Box key={one.key} field={one} />
            ))}
          </Reveal>
        ),
      )}
    </section>
  ))
}

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

type BoxProps<F> = { field: F; base: { name: string; label: ReactNode; hint?: ReactNode }; opens: readonly string[] }

/** How each type of field is asked; a new type does not compile until it has a row. */
const BOXES: { [T in FieldType]: (props: BoxProps<FieldOf<T>>) => ReactNode } = {
  text: ({ base }) => <FormText {...base} width="full" autoComplete="off" />,
  longtext: ({ base }) => <FormTextarea {...base} />,
  choice: ({ field, base, opens }) =>
    isRadios(field) ? (
      <FormRadios {...base} choices={field.options.map((option) => ({ value: option, label: option, opens: opens.includes(option) }))} />
    ) : (
      <FormSelect
        {...base}
        options={[{ value: '', label: 'Chọn một mục' }, ...field.options.map((option) => ({ value: option, label: option }))]}
      />
    ),
  number: ({ field, base }) => (
    <FormText {...base} width="four" figures inputMode={field.decimals === 0 ? 'numeric' : 'decimal'} autoComplete="off" />
  ),
  date: ({ base }) => <FormDate {...base} />,
  phone: ({ base }) => <FormText {...base} type="tel" width="phone" figures autoComplete="off" />,
  personal_number: ({ base }) => <FormText {...base} width="code" figures inputMode="numeric" autoComplete="off" />,
  yes_no: ({ base }) => (
    <FormRadios
      {...base}
      choices={[
        { value: 'yes', label: 'Có' },
        { value: 'no', label: 'Không' },
      ]}
    />
  ),
}

function Box({ field, opens = [] }: { field: FormField; opens?: readonly string[] }) {
  const hint = [field.condition === null ? '' : `${field.condition}.`, field.hint ?? ''].filter((text) => text !== '').join(' ')
  const label = field.required === false ? `${field.label} (không bắt buộc)` : field.label
  return draw(field, { name: field.key, label, ...(hint === '' ? {} : { hint }) }, opens)
}

/** TypeScript cannot see that a field always meets the row of its own type, so each is taken by name. */
function draw(field: FormField, base: BoxProps<FormField>['base'], opens: readonly string[]): ReactNode {
  switch (field.type) {
    case 'text':
      return BOXES.text({ field, base, opens })
    case 'longtext':
      return BOXES.longtext({ field, base, opens })
    case 'choice':
      return BOXES.choice({ field, base, opens })
    case 'number':
      return BOXES.number({ field, base, opens })
    case 'date':
      return BOXES.date({ field, base, opens })
    case 'phone':
      return BOXES.phone({ field, base, opens })
    case 'personal_number':
      return BOXES.personal_number({ field, base, opens })
    case 'yes_no':
      return BOXES.yes_no({ field, base, opens })
  }
}
