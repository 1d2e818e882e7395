import type { z } from 'zod'
import { command } from '@/lib/access/gate'
import type { Writing } from '@/lib/access/gate'
import { asStaff } from '@/lib/access/policy'
import { actorKey } from '@/lib/access/record'
import { countAgainstDay } from '@/lib/documents/quota'
import { DOSSIER_LIMIT, storageKey } from '@/lib/documents/rules'
import { removeDocuments } from '@/lib/dossiers/drafts'
import { localDateOf, localDateOfColumn } from '@/lib/platform/local-date'
import { Refusal } from '@/lib/platform/refusal'
import { prefilled } from '@/lib/procedures/answers'
import { loadForm, loadProcedure } from '@/lib/procedures/store'
import { withBoxes } from '../boxes'
import { readCard } from '../card'
import { decidingOf, deleteIntakeRow, factsOf, type Intake, keepIntake, lockIntake, lockIntakeRow } from '../intakes'
import { belongs, counterForm, intakeFaults, mayTakeIn } from '../intake-rules'
import { findKnown, soughtBy } from '../known-people'
import { ChoosePerson, EMPTY_INTAKE, type IntakeData, OfIntake, SaveIntake, StartIntake } from '../schema'

/**
 * Begins to take in a dossier at the counter, of any procedure in force. One that was begun and never touched is gone on with, so a double
 * press leaves no second one. Refusals: `not_found`, `not_allowed`, `sign_in_needed`.
 */
export const startIntake = command({
  name: 'intake.start',
  input: StartIntake,
  allow: (actor) => mayTakeIn(actor),
  run: async ({ db, actor, now, newId }, { procedure: code }) => {
    const { communeId, staffId } = asStaff(actor)
    const on = localDateOf(now)
    const procedure = await loadProcedure(db, { code, on })
    if (!procedure) throw new Refusal('not_found')
    const form = await loadForm(db, { code, on })
    const untouched = await db.intake.findFirst({
      where: { communeId, staffId, versionId: procedure.versionId, formId: form.id, updatedAt: { equals: db.intake.fields.createdAt } },
      orderBy: { createdAt: 'desc' },
      select: { id: true },
    })
    if (untouched) return { intakeId: untouched.id }
    const id = newId()
    const data = { ...EMPTY_INTAKE, typed: prefilled(counterForm(form.definition), { procedureName: procedure.name }) }
    await db.intake.create({
      data: {
        communeId,
        id,
        staffId,
        procedureCode: code,
        versionId: procedure.versionId,
        formId: form.id,
        data,
        createdAt: now,
        updatedAt: now,
      },
      select: { id: true },
    })
    return { intakeId: id }
  },
  about: (_input, _subject, { intakeId }) => ({ kind: 'intake', id: intakeId }),
})

/**
 * Keeps one sending of the intake's page, complete or not: what was typed, the files that arrived and why others were refused; takes one file
 * away. Answers which files it has taken, so that the others can be removed from the storage, and whether the dossier can be received.
 * Refusals: `dossier_full`, `day_full`, `already_filed` with the code, `not_found`.
 */
export const saveIntake = command({
  name: 'intake.save',
  input: SaveIntake,
  subject: (reading, { intakeId }) => lockIntake(reading, intakeId),
  allow: (actor) => mayTakeIn(actor),
  run: async (writing, { files, refused, remove, ...boxes }, intake) => {
    const setting = factsOf(intake)
    const typed = withSought(withBoxes(intake.data, boxes, setting), intake.data)
    const asked = new Set(intake.procedure.components.map(({ position }) => String(position)))
    const data = { ...typed, refusedFiles: Object.fromEntries(Object.entries(refused).filter(([position]) => asked.has(position))) }
    const kept = intake.documents.filter(({ id }) => id !== remove)
    const taken = takenOf(files, { kept, intake, data })
    await removeDocuments(
      writing,
      intake.communeId,
      intake.documents.filter(({ id }) => id === remove),
    )
    await countAgainstDay(writing, taken)
    await attach(writing, intake, taken)
    await keepIntake(writing, intake, data)
    const decides = await decidingOf(writing.db, intake, data)
    const facts = { ...factsOf({ ...intake, decides }, data), files: [...kept, ...taken] }
    return { taken: taken.map(({ id }) => id), complete: intakeFaults(facts).length === 0 && Object.keys(data.refusedFiles).length === 0 }
  },
  about: ({ intakeId }, _intake, { taken }) => ({ kind: 'intake', id: intakeId, detail: { files: taken.length } }),
})

/** A number that was searched by is not typed again, and a scanned card has told who it is. */
function withSought(data: IntakeData, before: IntakeData): IntakeData {
  if (data.sought === before.sought) return data
  const card = readCard(data.sought)
  if (card) {
    const { personalNumber, fullName, birthDate, address } = card
    return { ...data, sought: personalNumber, birthDate, person: { ...data.person, personalNumber, fullName, address } }
  }
  const by = soughtBy(data.sought)
  if (by === null) return data
  const [box, number] = 'phone' in by ? (['phone', by.phone] as const) : (['personalNumber', by.personalNumber] as const)
  return data.person[box] === '' ? { ...data, person: { ...data.person, [box]: number } } : data
}

type Files = z.output<typeof SaveIntake>['files']

/** The files for components that may be part of it, each content once for its component, within what a dossier may hold. */
function takenOf(files: Files, { kept, intake, data }: { kept: Intake['documents']; intake: Intake; data: IntakeData }): Files {
  const wanted = new Set(intake.procedure.components.flatMap((paper) => (belongs(paper, data) === false ? [] : [paper.position])))
  const here = new Set(kept.map(({ position, sha256 }) => `${position} ${sha256}`))
  const taken = files.filter(({ position, sha256 }) => {
    const content = `${position} ${sha256}`
    if (!wanted.has(position) || here.has(content)) return false
    here.add(content)
    return true
  })
  const bytes = [...kept, ...taken].reduce((sum, { size }) => sum + size, 0)
  if (bytes > DOSSIER_LIMIT) throw new Refusal('dossier_full')
  return taken
}

async function attach({ db, actor, now }: Writing, { communeId, id: intakeId }: Intake, files: Files): Promise<void> {
  if (files.length === 0) return
  await db.document.createMany({
    data: files.map((file) => ({
      communeId,
      intakeId,
      purpose: 'COMPONENT' as const,
      ...file,
      storageKey: storageKey(communeId, file.id),
      createdAt: now,
      createdBy: actorKey(actor),
    })),
  })
}

/**
 * Takes over what the office knows of one of the people just found. Only somebody whom the kept search finds can be chosen, so that nobody is
 * looked up by a made-up reference; who chose whom is an audit line. Refusals: `not_found`, `already_filed`.
 */
export const choosePerson = command({
  name: 'intake.choose_person',
  input: ChoosePerson,
  subject: (reading, { intakeId }) => lockIntake(reading, intakeId),
  allow: (actor) => mayTakeIn(actor),
  run: async (writing, { person: ref }, intake) => {
    const found = (await findKnown(writing.db, intake.communeId, intake.data.sought)).find((known) => known.ref === ref)
    if (!found) throw new Refusal('not_found')
    const { fullName, personalNumber, phone, email, address, birthDate } = found
    await keepIntake(writing, intake, {
      ...intake.data,
      person: { fullName, personalNumber, phone, email: email ?? '', address },
      birthDate: birthDate && localDateOfColumn(birthDate),
    })
    return {}
  },
  about: ({ intakeId, person }) => ({ kind: 'intake', id: intakeId, detail: { chose: person } }),
})

/** Deletes an intake with its files, whether or not it can be read: the person has left. Refusals: `not_found`, `already_filed`. */
export const deleteIntake = command({
  name: 'intake.delete',
  input: OfIntake,
  subject: (reading, { intakeId }) => lockIntakeRow(reading, intakeId),
  allow: (actor) => mayTakeIn(actor),
  run: async (writing, _input, intake) => {
    await removeDocuments(writing, intake.communeId, intake.documents)
    await deleteIntakeRow(writing.db, intake)
    return {}
  },
  about: ({ intakeId }) => ({ kind: 'intake', id: intakeId }),
})
