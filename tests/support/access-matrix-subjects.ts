// Who asks in the access matrix, and what about: actors of every kind, and one citizen's draft or dossier, each made anew.
import type { Actor } from '@/lib/access/policy'
import { storageKey } from '@/lib/documents/rules'
import { openLookUp } from '@/lib/dossiers/look-up-queries'
import type { Step } from '@/lib/dossiers/move-rules'
import { newId, readClock } from '@/lib/platform/clock'
import { linkToken } from '@/lib/staff/store'
import { localDateOf } from '@/lib/platform/local-date'
import type { Stage } from '@/prisma/generated/enums'
import { aDossier } from '@/prisma/seed/builders/dossier'
import type { SeedPerson } from '@/prisma/seed/builders/person'
import { procedureOf } from '@/prisma/seed/builders/world'
import { type ActorName, type Standing, table } from '@/tests/support/access-matrix'
import { AFTER } from '@/tests/support/access-matrix-times'
import { aCompleteDraft, aFile, MARITAL_STATUS, valueOf } from '@/tests/support/filing'
import { aCompleteIntake } from '@/tests/support/intake'
import { openOffice } from '@/tests/support/office'

/** One thing that is asked about. What a draft does not have is empty, and so is a result that is not there yet. */
export type Subject = {
  code: string
  dossierId: string
  version: number
  draftId: string
  intakeId: string
  /** By what the counter's search names the person. */
  knownAs: string
  /** What the specialist has asked the colleague about a dossier in hand. */
  questionId: string
  documentId: string
  resultId: string
  paperId: string
  /** What an answer names it by. */
  marks: readonly string[]
  personalNumber: string
  /** The last four digits of the phone. */
  factor: string
  /** A ward of province 86. */
  wardCode: string
  /** Every component that has to be there, found adequate. */
  checks: readonly { position: number; check: 'ACCEPTED' }[]
  /** The local day of the receipt. */
  day: string
  /** A grant of the look-up for this dossier. */
  grant: () => Promise<string>
  /** A new officer of commune 1 with a link to set a password. */
  officer: () => Promise<{ staffId: string; version: number; token: string }>
  /** A register's file of commune 1 that was looked through and is ready to be taken in. */
  registerFile: () => Promise<{ id: string }>
}

export type Town = {
  actors: Record<ActorName, Actor>
  subject: (at: Standing) => Promise<Subject>
  close: () => Promise<void>
}

const PERSONAL_NUMBER = '086194000012'
const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Stages off the ordinary way: one step from a dossier just sent. */
const ASIDE = ['awaiting_supplement', 'refused', 'withdrawn'] as const
const STEP_ASIDE: Record<(typeof ASIDE)[number], Step> = { awaiting_supplement: 'ask_for_more', refused: 'refuse', withdrawn: 'withdraw' }
/** Stages that one step leads to from the hands of the one who works on it. */
const AWAY = ['with_agency', 'awaiting_payment', 'withdrawal_asked', 'stopped'] as const
const STEP_AWAY: Record<(typeof AWAY)[number], Step> = {
  with_agency: 'ask_agency',
  awaiting_payment: 'ask_for_payment',
  withdrawal_asked: 'ask_to_withdraw',
  stopped: 'stop',
}

/** The step that brings a dossier to each stage. */
const LAST_STEP: Partial<Record<Stage, Step>> = {
  received: 'receive',
  in_department: 'forward',
  in_hand: 'take',
  awaiting_approval: 'propose',
  finished: 'approve',
  returned: 'hand_over',
}

const ISSUE = { position: 9, kind: 'ISSUE', name: 'Cấp số, đóng dấu', role: 'registrar', departmentCode: null, minutes: 60 } as const

/** The people of two communes and a citizen who files; the marital status certificate is Văn phòng's work. */
export async function openTown(): Promise<Town> {
  const office = await openOffice()
  const { db, world } = office
  const owner = await office.citizen(PERSONAL_NUMBER)
  const neighbour = await office.citizen('086088000013')
  const weak = { ...owner, level: 1, sessionId: newId() }
  const elsewhere = { ...owner, communeId: 2, sessionId: newId() }
  const staff = {
    clerk: await office.staff('vidu.le'),
    director: await office.staff('giadinh.hoang'),
    registrar: await office.staff('soghi.phan'),
    cashier: await office.staff('tamtinh.bui'),
    leader: await office.staff('mau.tran'),
    head: await office.staff('nguyenmau.ngo'),
    otherHead: await office.staff('tuongtrung.do'),
    specialist: await office.staff('thidiem.pham'),
    colleague: await office.staff('thunghiem.do'),
    outsider: await office.staff('gialap.nguyen'),
    admin: await office.staff('quantri.cao'),
    farClerk: await office.staff('songsinh.ta'),
    farLeader: await office.staff('doichung.mai'),
  }
  const visitor = { kind: 'anonymous', communeId: 1, address: '192.0.2.7' } as const
  const people: Record<ActorName, Actor> = { visitor, owner, elsewhere, weak, neighbour, ...staff }

  const procedure = procedureOf(world, MARITAL_STATUS)
  const account = await db.citizen.findUniqueOrThrow({ where: { id: owner.citizenId } })
  const person: SeedPerson = {
    fullName: account.fullName,
    personalNumber: PERSONAL_NUMBER,
    birthDate: '1994-03-08',
    phone: account.phone ?? '',
    email: account.email,
    address: 'Số 12, ấp Mẫu',
  }
  const wardCode = account.wardCode ?? ''
  const factor = person.phone.slice(-4)
  const checks = procedure.components.flatMap(({ position, requirement }) =>
    requirement === 'ALWAYS' ? [{ position, check: 'ACCEPTED' as const }] : [],
  )
  // Far enough apart that a list of a day or of a page never has to leave one out, and never about midnight: 1, 7, 13 and 19 o'clock here.
  const start = Math.floor(readClock().getTime() / (6 * HOUR)) * 6 * HOUR - 100 * 24 * HOUR
  const knownAs = `account:${owner.citizenId}`
  let made = 0

  async function officer() {
    const [staffId, linkId, createdAt] = [newId(), newId(), readClock()]
    const person = { fullName: 'Lê Văn Tạm Tính', position: 'Chuyên viên', departmentCode: 'VAN_PHONG', status: 'ACTIVE' } as const
    await db.staff.create({ data: { communeId: 1, id: staffId, userName: `thu.${staffId}`, roles: ['specialist'], createdAt, ...person } })
    const expiresAt = new Date(createdAt.getTime() + HOUR)
    await db.passwordLink.create({ data: { communeId: 1, id: linkId, staffId, createdAt, expiresAt } })
    return { staffId, version: 1, token: linkToken(1, linkId) }
  }

  async function registerFile() {
    const id = newId()
    const file = { fileName: 'so.csv', size: 10, sha256: '0'.repeat(64), isCsv: true, status: 'READY', lines: 1, added: 1 } as const
    await db.registerImport.create({ data: { communeId: 1, id, ...file, createdAt: readClock(), createdBy: staff.admin.staffId } })
    return { id }
  }

  const question = (dossierId: string) => {
    const [askedAt, dueAt] = [readClock(), new Date(readClock().getTime() + HOUR)]
    const who = { askedOf: staff.colleague.staffId, askedBy: staff.specialist.staffId }
    return { communeId: 1, dossierId, ...who, question: 'Nơi cư trú đã xác minh chưa?', askedAt, dueAt }
  }

  async function dossier(stage: Stage): Promise<Subject> {
    const submittedAt = new Date(start + (made += 1) * 6 * HOUR)
    const at = (step: Step) => new Date(submittedAt.getTime() + AFTER[step] * MINUTE)
    // The registrar's turn comes only on a way that has the registrar in it.
    const steps = stage === 'awaiting_issue' ? [...procedure.steps, ISSUE] : procedure.steps
    const sent = aDossier(world, { procedure: { ...procedure, steps }, person, citizenId: owner.citizenId, channel: 'ONLINE', submittedAt })
    const aside = ASIDE.find((one) => one === stage)
    const away = AWAY.find((one) => one === stage)
    if (aside) sent.step(STEP_ASIDE[aside], at(STEP_ASIDE[aside]))
    else if (away) sent.upTo('take', at).step(STEP_AWAY[away], at(STEP_AWAY[away]), { to: { id: null, departmentCode: 'CONG_AN' } })
    const last = LAST_STEP[stage]
    if (last) sent.upTo(last, at)
    if (stage === 'awaiting_issue') sent.upTo('propose', at).step('approve', at('approve'))
    if (stage === 'in_hand') sent.resultAttached(new Date(at('take').getTime() + MINUTE))
    const [code = ''] = await office.insert(sent.built())
    const row = await db.dossier.findUniqueOrThrow({
      where: { communeId_code: { communeId: 1, code } },
      select: {
        id: true,
        version: true,
        effectiveReceiptAt: true,
        documents: { select: { id: true, purpose: true } },
        papers: { select: { id: true } },
      },
    })
    const questionId = newId()
    if (stage === 'in_hand') await db.consultation.create({ data: { ...question(row.id), id: questionId } })
    const fileOf = (purpose: string) => row.documents.find((document) => document.purpose === purpose)?.id ?? ''
    const marks = [code, row.id, ...row.documents.map(({ id }) => id)]
    return {
      ...{
        code,
        dossierId: row.id,
        version: row.version,
        draftId: '',
        intakeId: '',
        knownAs,
        questionId,
        documentId: fileOf('COMPONENT'),
        resultId: fileOf('RESULT'),
      },
      paperId: row.papers[0]?.id ?? '',
      ...{ marks, personalNumber: PERSONAL_NUMBER, factor, wardCode, checks, day: localDateOf(row.effectiveReceiptAt ?? submittedAt) },
      grant: async () => valueOf(await openLookUp(visitor, { code, factor })).grant,
      ...{ officer, registerFile },
    }
  }

  /** Of what is no dossier yet. */
  const outline = {
    ...{
      code: '',
      dossierId: '',
      version: 0,
      draftId: '',
      intakeId: '',
      knownAs,
      questionId: '',
      documentId: '',
      resultId: '',
      paperId: '',
    },
    ...{ personalNumber: PERSONAL_NUMBER, factor, wardCode, checks, day: '', grant: async () => '', officer, registerFile },
  }

  let complete: Awaited<ReturnType<typeof readDraft>> | null = null
  const readDraft = (id: string) =>
    db.draft.findUniqueOrThrow({ where: { communeId_id: { communeId: 1, id } }, include: { documents: true } })

  /** A complete draft under a new id: a citizen has only one for a procedure, so the one before it goes. */
  async function draft(): Promise<Subject> {
    complete ??= await readDraft(await aCompleteDraft(db, owner))
    const { documents, data, ...row } = complete
    const draftId = newId()
    const mine = { communeId: 1, draft: { citizenId: owner.citizenId, procedureCode: MARITAL_STATUS } }
    await db.document.deleteMany({ where: mine })
    await db.draft.deleteMany({ where: { communeId: 1, citizenId: owner.citizenId, procedureCode: MARITAL_STATUS } })
    await db.draft.create({ data: { ...row, id: draftId, data: data ?? {} } })
    const files = documents.map((document) => ({ ...document, id: newId(), draftId }))
    await db.document.createMany({ data: files.map((file) => ({ ...file, storageKey: storageKey(1, file.id) })) })
    return { ...outline, draftId, documentId: files[0]?.id ?? '', marks: [draftId, ...files.map(({ id }) => id)] }
  }

  /** What the clerk has begun to take in for the owner, with a scan; the one before it goes. */
  async function intake(): Promise<Subject> {
    const own = { communeId: 1, staffId: staff.clerk.staffId }
    await db.document.deleteMany({ where: { communeId: 1, intake: own } })
    await db.intake.deleteMany({ where: own })
    const [position = 1] = checks.map((check) => check.position)
    const intakeId = await aCompleteIntake(db, staff.clerk, {
      fields: { sought: PERSONAL_NUMBER, 'person.personalNumber': PERSONAL_NUMBER },
      files: [aFile(position)],
    })
    const { documents } = await db.intake.findUniqueOrThrow({
      where: { communeId_id: { communeId: 1, id: intakeId } },
      select: { documents: { select: { id: true } } },
    })
    const documentId = documents[0]?.id ?? ''
    return { ...outline, intakeId, documentId, marks: [intakeId, documentId] }
  }

  return {
    actors: table((actor) => people[actor]),
    subject: (at) => (at === 'draft' ? draft() : at === 'intake' ? intake() : dossier(at)),
    close: office.close,
  }
}

let numbers = 0

/** A dossier's code that was never given: of the same agency and day, so that only the last number is wrong. */
export const unknownCode = ({ code }: Pick<Subject, 'code'>): string =>
  `${code.slice(0, code.lastIndexOf('-'))}-${String((numbers += 1) + 900_000)}`
