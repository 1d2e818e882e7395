import { NeedTable } from '@/components/ui/table'
import type { Procedure } from '@/lib/procedures/store'
import { copiesWords, REQUIREMENT_CAPTION } from '@/lib/procedures/words'
import { GetForm } from '../get-form'
import type { Requirement } from '@/prisma/generated/enums'

type Component = Procedure['components'][number]

const ORDER: readonly Requirement[] = ['ALWAYS', 'IF_APPLICABLE', 'PRESENTED']

/**
 * `procedure`: its code, where a form can be fetched from; left out on paper.
 * The components in up to three tables: what is always needed, what is needed in some cases, what is only shown.
 */
export function PapersNeeded({ components, procedure }: { components: readonly Component[]; procedure?: string }) {
  return ORDER.map((requirement) => {
    const rows = components.filter((component) => component.requirement === requirement)
    if (rows.length === 0) return null
    return (
      <NeedTable
        key={requirement}
        caption={REQUIREMENT_CAPTION[requirement]}
        heads={['Giấy tờ', requirement === 'PRESENTED' ? 'Cách dùng' : 'Số bản']}
        rows={rows.map((component) => {
          const words = notesOf(component)
          const notes =
            words === null || procedure === undefined ? (
              words
            ) : (
              <>
                {words}
                <GetForm procedure={procedure} paper={component} />
              </>
            )
          return { key: component.key, what: component.name, ...(notes === null ? {} : { note: notes }), count: copiesWords(component) }
        })}
      />
    )
  })
}

/** The case or the exception, then the form on which it is written. */
function notesOf({ note, formName }: Component): string | null {
  const notes = [note ?? '', formName === null ? '' : `${formName}.`].filter((text) => text !== '')
  return notes.length === 0 ? null : notes.join(' ')
}
