import { z } from 'zod'
import { StoredFile } from '@/lib/documents/schema'
import { TypedPrincipal } from '@/lib/dossiers/draft-schema'
import { AskedItems, Reason } from '@/lib/dossiers/schema'
import { ProcedureCode } from '@/lib/procedures/schema'

// What a clerk has begun to take in. Everything is kept as it was typed, right or wrong, so that nothing is typed twice; `intake-rules.ts`
// judges it.

/** The longest answer that a form takes, with room to see that it is too long. */
const LONGEST_ANSWER = 10_000
const MOST_FIELDS = 600

const Boxes = z.record(z.string().max(120), z.string().max(LONGEST_ANSWER)).refine((fields) => Object.keys(fields).length <= MOST_FIELDS)

/** A component's place in the procedure's list, as a key. */
const Position = z.string().regex(/^[1-9]\d{0,3}$/)

const typedText = z.string().default('')

/** The boxes of the person who stands at the counter. */
export const TypedPerson = z.object({
  fullName: typedText,
  personalNumber: typedText,
  phone: typedText,
  email: typedText,
  address: typedText,
})
export type TypedPerson = z.output<typeof TypedPerson>

/** What was handed over of one component, as typed: sheets kept by kind, or only shown and given back. */
export const TypedPaper = z.object({
  applies: z.boolean().nullable().default(null),
  originals: typedText,
  certified: typedText,
  copies: typedText,
  shown: z.boolean().default(false),
})
export type TypedPaper = z.output<typeof TypedPaper>
export const NO_PAPER: TypedPaper = TypedPaper.parse({})

export const IntakeData = z.object({
  /** The commune that decides, where the person files for another one than this counter's; null: its own. */
  forCommuneId: z.int().nullable().default(null),
  /** What the person was last searched by: a personal number or a phone. */
  sought: typedText,
  person: TypedPerson.default(TypedPerson.parse({})),
  /** Day of birth of a person whom the office knows. */
  birthDate: z.iso.date().nullable().default(null),
  /** Files for somebody else, who has authorised them. */
  forOther: z.boolean().default(false),
  principal: TypedPrincipal.default(TypedPrincipal.parse({})),
  /** Answers under the names of the e-form's boxes; null: the form starts prefilled. */
  typed: Boxes.nullable().default(null),
  papers: z.record(Position, TypedPaper).default({}),
  /** Codes of the fees that are due only in a case, and it is the case. */
  fees: z.array(z.string().max(100)).max(100).default([]),
  returnMethod: z.enum(['COUNTER', 'POST', 'ONLINE']).default('COUNTER'),
  returnAddress: typedText,
  /** What was wrong with the files of the last sending, by position: shown once, after the redirect. */
  refusedFiles: z.record(Position, z.string()).default({}),
})
export type IntakeData = z.output<typeof IntakeData>
export const EMPTY_INTAKE: IntakeData = IntakeData.parse({})

export const StartIntake = z.object({ procedure: ProcedureCode })

export const OfIntake = z.object({ intakeId: z.uuid() })

/** What lacks, as the slip asks for it. */
export const AskAtCounter = OfIntake.extend({ items: AskedItems })

export const RefuseAtCounter = OfIntake.extend({ reason: Reason })

/** One sending of the page: its boxes, the files that already lie in the storage, and a file to take away. */
export const SaveIntake = z.object({
  intakeId: z.uuid(),
  fields: Boxes,
  /** `part`: the body broke off, so a box that is not there says nothing. */
  extent: z.enum(['whole', 'part']),
  files: z.array(StoredFile.extend({ position: z.int().min(1).max(9_999) })).max(40),
  refused: z.record(Position, z.string().max(4_000)),
  remove: z.uuid().nullable(),
})

/** Which of the people found, as the list named them. */
export const ChoosePerson = z.object({ intakeId: z.uuid(), person: z.string().regex(/^(?:account|dossier):[0-9a-f-]{36}$/) })
