// Dossiers to be followed, with everything personal planted as marks that no public answer may carry.
import { aDossier } from '@/prisma/seed/builders/dossier'
import { dice } from '@/prisma/seed/builders/dice'
import { insertDossiers } from '@/prisma/seed/builders/insert'
import type { SeedPerson } from '@/prisma/seed/builders/person'
import { loadWorld, procedureOf } from '@/prisma/seed/builders/world'
import { sampleFile } from '@/prisma/seed/sample-file'
import type { Step } from '@/lib/dossiers/move-rules'
import { hashPersonalNumber } from '@/lib/platform/crypto'
import { env } from '@/lib/platform/env'
import { local } from './calendar'
import type { Office } from './office'

/** The applicant; the last four digits are 1357 of the phone and 2468 of the personal number. */
const APPLICANT: SeedPerson = {
  fullName: 'Đặng Thị Dấu Vết',
  personalNumber: '086190132468',
  birthDate: '1990-03-14',
  phone: '0900971357',
  email: 'dauvet@vidu.example',
  address: 'Số 77, ấp Không Ai Được Biết, xã Tân Hoà',
}

/** The design's dossier: sent on a Thursday evening, received on Friday, due on Thursday 26/11/2026 at 17:00. */
const WHEN: Partial<Record<Step, string>> = {
  receive: '2026-11-20 08:15',
  forward: '2026-11-20 08:40',
  take: '2026-11-20 09:05',
  propose: '2026-11-23 10:00',
  approve: '2026-11-23 14:00',
  send_back: '2026-11-23 14:00',
  hand_over: '2026-11-23 15:00',
}

/** One more dossier of `APPLICANT`, brought to where `last` leads (null: just sent). Answers its code. */
export async function aFollowedDossier(office: Office, last: Step | null, communeId = 1): Promise<string> {
  const world = await loadWorld(office.db, communeId)
  const dossier = aDossier(world, {
    procedure: procedureOf(world, '1.004873'),
    person: APPLICANT,
    channel: 'ONLINE',
    submittedAt: local('2026-11-19 19:42'),
  })
  if (last) dossier.upTo(last, (step) => local(WHEN[step] ?? '2026-11-23 15:00'))
  const [code] = await insertDossiers(office.db, [dossier.built()], {
    communeId,
    dice: dice((seed += 1)),
    hashPersonalNumber,
    sample: await sampleFile(`${env().DATA_DIR}/files`),
  })
  if (code === undefined) throw new Error('no dossier was inserted')
  return code
}

let seed = 7_000

/** Everything personal that lies around a dossier: the applicant's, the names and ids of staff, ids of rows, names and hashes of files. */
export async function personalMarks(office: Office, code: string): Promise<string[]> {
  const [dossier, staff] = await Promise.all([
    office.db.dossier.findFirstOrThrow({
      where: { code },
      select: { id: true, holderStaffId: true, processorId: true, documents: true, events: true },
    }),
    office.db.staff.findMany({ select: { id: true, fullName: true, userName: true } }),
  ])
  const { fullName, personalNumber, birthDate, phone, email, address } = APPLICANT
  return [
    ...[fullName, personalNumber, birthDate, phone, email, address, 'Không Ai Được Biết', hashPersonalNumber(personalNumber)],
    ...[dossier.id, dossier.holderStaffId, dossier.processorId],
    ...dossier.documents.flatMap((file) => [file.id, file.fileName, file.sha256, file.storageKey]),
    ...dossier.events.map((event) => event.hash),
    ...staff.flatMap((person) => [person.id, person.fullName, person.userName]),
  ].filter((mark) => mark !== null)
}

/** The marks that stand in an answer, however it nests them. */
export const marksIn = (answer: unknown, marks: readonly string[]): string[] => {
  const text = JSON.stringify(answer)
  return marks.filter((mark) => text.includes(mark))
}
