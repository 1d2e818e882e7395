// A personal number and a telephone that stand nowhere else go through the whole life of a dossier, and through each place where people type
// them by mistake. Afterwards they are looked for in every table: they lie where the person's data lies, and nowhere else.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StaffActor } from '@/lib/access/policy'
import { findPeople } from '@/lib/counter/queries'
import { fileDossier } from '@/lib/dossiers/commands/file-dossier'
import { findMyDossiers, readMyDossier } from '@/lib/dossiers/my-queries'
import { openLookUp, readLookedUp, readStatus } from '@/lib/dossiers/look-up-queries'
import { readDossier, revealPersonalNumber } from '@/lib/dossiers/dossier-queries'
import { searchDossiers } from '@/lib/dossiers/queue-queries'
import { signInStaff } from '@/lib/identity/commands'
import { newId } from '@/lib/platform/clock'
import { aCompleteDraft, aDraft, codeOf, fillApplicant, MARITAL_STATUS, valueOf } from '@/tests/support/filing'
import { anIntake, send } from '@/tests/support/intake'
import { attach, handOver, receive, take } from '@/tests/support/moves'
import { openOffice, type Office } from '@/tests/support/office'
import { marksInTables, plantPerson, type Planted } from '@/tests/support/planted'

/** Tables of people's data; each can be emptied for one who wants to be gone. */
const THEIR_PLACES = new Set(['public.citizen', 'public.dossier_applicant', 'public.paper', 'public.intake', 'public.draft'])

let office: Office
let clerk: StaffActor
beforeAll(async () => {
  office = await openOffice()
  clerk = await office.staff('vidu.le')
})
afterAll(() => office.close())

/** As people write it: in one, in groups of three, with dots, and what an address makes of blanks. */
const spellings = (number: string): string[] => {
  const groups = number.match(/\d{1,3}/g) ?? []
  return [number, ...[' ', '.', '-', '%20', '+'].map((between) => groups.join(between))]
}

/** The marks that may stand nowhere but with the person. */
const secrets = ({ personalNumber, marks }: Planted): Record<string, string> => ({
  ...Object.fromEntries(spellings(personalNumber).map((text, index) => [`personal number ${index}`, text])),
  ...Object.fromEntries(spellings(marks.phone ?? '').map((text, index) => [`phone ${index}`, text])),
})

const anonymous = { kind: 'anonymous', communeId: 1, address: '192.0.2.7' } as const

/** What somebody may type or ask for, right and wrong; each answers, and no answer is a fault of ours. */
async function ask({ actor, personalNumber, marks }: Planted, code: string): Promise<Record<string, string>> {
  const phone = marks.phone ?? ''
  const numbers = [...spellings(personalNumber), phone]
  const told: Record<string, string> = {}
  const note = (what: string, answer: Parameters<typeof codeOf>[0]) => (told[what] = codeOf(answer))
  for (const typed of numbers) {
    note(`look-up of ${typed}`, await openLookUp(anonymous, { code: typed, factor: typed.slice(-4) }))
    note(`look-up by ${typed}`, await openLookUp(anonymous, { code, factor: typed }))
    note(`status of ${typed}`, await readStatus(anonymous, { code: typed, factor: '0000' }))
    note(`search ${typed}`, await searchDossiers(clerk, { q: typed }))
    note(
      `sign-in as ${typed}`,
      await signInStaff({ ...anonymous, address: `192.0.2.${Object.keys(told).length}` }, newId(), {
        userName: typed,
        password: () => typed,
        userAgent: typed,
        replaces: null,
      }),
    )
    note(`dossier ${typed}`, await readDossier(clerk, { code: typed }))
    note(`request ${typed}`, await fileDossier(actor, typed, { draftId: typed, declared: 'yes' }))
  }
  note('look-up by the phone', await openLookUp({ ...anonymous, address: '192.0.2.99' }, { code, factor: phone.slice(-4) }))
  note('my dossiers', await findMyDossiers(actor, {}))
  note('my dossier', await readMyDossier(actor, { code }))
  note('the number in full', await revealPersonalNumber(clerk, { code }))
  return told
}

test('a planted number lies with the person and in no line, event, request, job, try or notice', { timeout: 60_000 }, async () => {
  const planted = await plantPerson(office.db, 1)
  const { actor, personalNumber, marks } = planted
  const draftId = await aCompleteDraft(office.db, actor, MARITAL_STATUS)
  const { code } = valueOf(await fileDossier(actor, newId(), { draftId, declared: 'yes' }))
  const opened = valueOf(await openLookUp({ ...anonymous, address: '192.0.2.8' }, { code, factor: personalNumber.slice(-4) }))
  const [specialist, leader] = [await office.staff('thidiem.pham'), await office.staff('mau.tran')]
  valueOf(await receive(office, clerk, code))
  valueOf(await take(office, clerk, code, 'forward'))
  valueOf(await take(office, specialist, code, 'take'))
  valueOf(await attach(office, specialist, code))
  valueOf(await take(office, specialist, code, 'propose'))
  valueOf(await take(office, leader, code, 'approve'))
  valueOf(await handOver(office, clerk, code, { isApplicant: 'yes' }))
  const told = await ask(planted, code)
  expect(told).toMatchObject({
    'the number in full': 'ok',
    'my dossier': 'ok',
    [`search ${personalNumber}`]: 'ok',
    [`sign-in as ${personalNumber}`]: 'credentials_wrong',
  })

  // What is typed and refused, and what stands in a draft or an intake that was never sent.
  const draft = await aDraft(actor, '1.000894')
  const principal = {
    filedBy: 'other',
    'principal.fullName': 'x',
    'principal.personalNumber': personalNumber,
    'principal.phone': marks.phone ?? '',
  }
  await fillApplicant(actor, draft, { ...principal, seen: 'x' })
  const intakeId = await anIntake(clerk)
  valueOf(await send(clerk, intakeId, { fields: { sought: personalNumber } }))
  expect(valueOf(await findPeople(clerk, { intakeId }))).toHaveLength(1)

  const found = await marksInTables(office.db, secrets(planted))
  expect(found.length).toBeGreaterThan(3)
  expect(found.filter((place) => !THEIR_PLACES.has(place.split(': ')[0] ?? ''))).toEqual([])

  // And what everybody can open says nothing of it.
  const shown = JSON.stringify(valueOf(await readLookedUp(anonymous, { code, grant: opened.grant })))
  for (const secret of Object.values(secrets(planted))) expect(shown).not.toContain(secret)
})
