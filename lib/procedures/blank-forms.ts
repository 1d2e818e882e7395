/**
 * The official forms of which we know the boxes, as blanks to print and fill in by hand. Data: `blank-forms.json`, the boxes of the forms on paper as
 * they were seen in print or on the national portal, not compared with the Official Gazette; the blank says so. Pure.
 */
import { z } from 'zod'
import data from './blank-forms.json'

const BlankForm = z.object({
  procedure: z.string(),
  /** The component that it is. */
  component: z.string(),
  name: z.string(),
  number: z.string().nullable(),
  source: z.string(),
  addressee: z.string().nullable(),
  sections: z.array(
    z.object({
      title: z.string(),
      fields: z.array(
        z.object({
          label: z.string(),
          hint: z.string().optional(),
          options: z.array(z.string()).optional(),
          /** Dotted lines to write on; one when nothing is said. */
          lines: z.number().int().optional(),
        }),
      ),
    }),
  ),
  closing: z.string().nullable(),
  signers: z.array(z.string()),
})

export type BlankForm = z.output<typeof BlankForm>

const FORMS: ReadonlyMap<string, BlankForm> = new Map(
  z
    .array(BlankForm)
    .parse(data)
    .map((form) => [form.procedure, form]),
)

/** The blank of a procedure; null where its boxes are not known. */
export const blankFormOf = (procedure: string): BlankForm | null => FORMS.get(procedure) ?? null

/** Whether a component of a procedure can be printed as a blank. */
export const hasBlank = (procedure: string, component: string): boolean => FORMS.get(procedure)?.component === component
