import { Logger, runOnce, type TaskList } from 'graphile-worker'
import { beforeAll, describe, expect, it } from 'vitest'
import { isWhole, verifyChain } from '@/lib/audit/verify'
import { storageKey } from '@/lib/documents/rules'
import { fileStorage } from '@/lib/documents/storage'
import { erasePerson } from '@/lib/dossiers/commands/erase-person'
import { fileDossier } from '@/lib/dossiers/commands/file-dossier'
import { readDossier } from '@/lib/dossiers/dossier-queries'
import { REMOVE_FILE } from '@/lib/dossiers/drafts'
import { ERASURE } from '@/lib/dossiers/erasure-rules'
import { openPaper } from '@/lib/dossiers/paper-queries'
import { RENDER_PAPER } from '@/lib/dossiers/issue-paper'
import { TASKS } from '@/lib/jobs/tasks'
import { hashPersonalNumber } from '@/lib/platform/crypto'
import { newId } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { readPublicFigures } from '@/lib/reports/queries'
import { insertDossiers } from '@/prisma/seed/builders/insert'
import { demo2024 } from '@/prisma/seed/demo-2024'
import { databaseUrl } from '@/tests/support/database'
import { aDraft, aFile, codeOf, fillApplicant, fillContent, fillReturn, MARITAL_STATUS, sendPapers, valueOf } from '@/tests/support/filing'
import { attach, handOver, receive, take } from '@/tests/support/moves'
import { officeWith } from '@/tests/support/office-with'
import { filesUnder, marksInTables, plantPerson, type Planted } from '@/tests/support/planted'

const YEAR = { from: '2024-01-01', to: '2024-12-31' }
const silent = new Logger(() => () => undefined)
const { office, admin, clerk } = await officeWith({ admin: 'quantri.cao', clerk: 'vidu.le' })

beforeAll(async () => {
  const { dossiers, dice } = demo2024(office.world)
  const sample = { size: 1, sha256: '', pages: 1, put: () => Promise.resolve() }
  await insertDossiers(office.db, dossiers, { communeId: 1, dice, hashPersonalNumber, sample })
}, 120_000)

const erase = (actor: Parameters<typeof erasePerson>[0], { personalNumber }: Pick<Planted, 'personalNumber'>) =>
  erasePerson(actor, newId(), { personalNumber: () => personalNumber })
const work = (...names: string[]) => {
  const taskList: TaskList = Object.fromEntries(Object.entries(TASKS).filter(([name]) => names.includes(name)))
  return runOnce({ connectionString: databaseUrl, taskList, noHandleSignals: true, logger: silent })
}
const figures = async () => valueOf(await readPublicFigures({ kind: 'anonymous', communeId: 1, address: '192.0.2.1' }, YEAR)).figures

/** Files a dossier with a file whose content is a mark. Answers its code. */
async function filed({ actor, marks }: Planted): Promise<string> {
  const draftId = await aDraft(actor, MARITAL_STATUS)
  valueOf(await fillApplicant(actor, draftId))
  valueOf(await fillContent(actor, draftId, { request: marks.answer ?? '' }))
  const components = await office.db.procedureComponent.findMany({ where: { version: { procedureCode: MARITAL_STATUS } } })
  const files = components
    .filter(({ requirement }) => requirement === 'ALWAYS')
    .map(({ position }) => ({ ...aFile(position), fileName: marks.fileName ?? '' }))
  for (const { id } of files) await (await fileStorage()).put(storageKey(1, id), new TextEncoder().encode(marks.content), newId())
  const applicable = components.filter(({ requirement }) => requirement === 'IF_APPLICABLE')
  const applies = Object.fromEntries(applicable.map(({ position }) => [String(position), 'no' as const]))
  valueOf(await sendPapers(actor, draftId, { applies, files }))
  valueOf(await fillReturn(actor, draftId))
  return valueOf(await fileDossier(actor, newId(), { draftId, declared: 'yes' })).code
}

/** Brings a dossier to its end: received, sent back with a reason, approved, handed to somebody else. */
async function finished(planted: Planted): Promise<string> {
  const code = await filed(planted)
  const specialist = await office.staff('thidiem.pham')
  const leader = await office.staff('mau.tran')
  valueOf(await receive(office, clerk, code))
  await work(RENDER_PAPER)
  valueOf(await take(office, clerk, code, 'forward'))
  valueOf(await take(office, specialist, code, 'take'))
  valueOf(await attach(office, specialist, code))
  valueOf(await take(office, specialist, code, 'propose'))
  valueOf(await take(office, leader, code, 'send_back', { reason: planted.marks.reason ?? '' }))
  valueOf(await take(office, specialist, code, 'propose'))
  valueOf(await take(office, leader, code, 'approve'))
  valueOf(await handOver(office, clerk, code, { isApplicant: 'no', receiverName: planted.marks.receiver, note: planted.marks.reason }))
  await work(RENDER_PAPER)
  return code
}

describe('a person whose dossiers are closed, erased', () => {
  it('leaves nothing of themselves in any table or file, and the chain whole', async () => {
    const planted = await plantPerson(office.db, 1)
    const code = await finished(planted)
    await aDraft(planted.actor, '1.000894')
    // The search has to be able to find each mark, or its silence says nothing.
    const before = await marksInTables(office.db, planted.marks)
    const inTables = Object.keys(planted.marks).filter((name) => name !== 'content')
    expect(new Set(before.map((place) => place.split(': ')[1]))).toEqual(new Set(inTables))
    const folder = `${env().DATA_DIR}/files`
    const content = planted.marks.content ?? ''
    expect(filesUnder(folder).filter((file) => file.content.includes(content))).not.toEqual([])
    const kept = await office.db.dossier.findUniqueOrThrow({
      where: { communeId_code: { communeId: 1, code } },
      include: { papers: true, documents: true },
    })
    const keys = [...kept.documents, ...kept.papers].flatMap(({ storageKey: key }) => key ?? [])
    const disk = await fileStorage()
    expect(kept.papers.map(({ kind }) => kind).toSorted()).toEqual(['CONTROL', 'RECEIPT'])
    for (const paper of kept.papers) expect(await disk.has(paper.storageKey ?? '')).toBe(true)

    const done = await erase(admin, planted)
    expect(valueOf(done)).toMatchObject({ erased: 1, open: 0, drafts: 1, account: 'erased' })
    await work(REMOVE_FILE)

    expect(await marksInTables(office.db, planted.marks)).toEqual([])
    expect(filesUnder(env().DATA_DIR).filter((file) => Object.values(planted.marks).some((mark) => file.content.includes(mark)))).toEqual(
      [],
    )
    for (const key of keys) expect(await disk.has(key)).toBe(false)
    expect(isWhole(await verifyChain(office.db, 1))).toBe(true)
    expect(await office.db.auditLine.count({ where: { action: 'dossier.erase', subjectId: kept.id } })).toBe(1)

    const { papers: _papers, documents: _documents, ...row } = kept
    const after = await office.db.dossier.findUniqueOrThrow({ where: { communeId_id: { communeId: 1, id: kept.id } } })
    expect(after).toEqual({ ...row, citizenId: null })
    expect(await office.db.dossierEvent.count({ where: { dossierId: kept.id } })).toBe(row.version)
    expect(await office.db.feeLine.count({ where: { dossierId: kept.id } })).toBeGreaterThan(0)
    for (const { kind, number } of kept.papers) expect(await office.db.paper.count({ where: { dossierId: kept.id, kind, number } })).toBe(1)

    // What is left can still be opened, and its papers cannot.
    expect(valueOf(await readDossier(clerk, { code }))).toMatchObject({ code, applicant: null, papers: [] })
    for (const { id } of kept.papers) expect(codeOf(await openPaper(clerk, { id }))).toBe('not_found')
  })

  it('leaves the figures of 2024 as they were', async () => {
    const before = await figures()
    const { personalNumber } = await office.db.dossierApplicant.findFirstOrThrow({ orderBy: { dossierId: 'asc' } })
    const theirs = await office.db.dossierApplicant.count({ where: { personalNumber } })
    expect(valueOf(await erase(admin, { personalNumber }))).toMatchObject({ erased: theirs, open: 0 })
    expect(await office.db.dossierApplicant.count({ where: { personalNumber } })).toBe(0)
    expect(await figures()).toEqual(before)
    expect(isWhole(await verifyChain(office.db, 1))).toBe(true)
  })
})

describe('what is still needed', () => {
  it('stays: an open dossier whole, and the account with it', async () => {
    const planted = await plantPerson(office.db, 2)
    const code = await filed(planted)
    expect(valueOf(await erase(admin, planted))).toMatchObject({ erased: 0, open: 1, account: 'kept' })
    const open = await office.db.dossier.findUniqueOrThrow({
      where: { communeId_code: { communeId: 1, code } },
      include: { applicant: true, answer: true, documents: true },
    })
    expect(open).toMatchObject({ applicant: { fullName: planted.marks.name }, citizenId: planted.actor.citizenId })
    expect(open.answer).not.toBeNull()
    expect(open.documents).toHaveLength(1)
    expect(await office.db.citizen.count({ where: { id: planted.actor.citizenId } })).toBe(1)
  })

  it('stays in other communes, whose administrators decide for themselves', async () => {
    const planted = await plantPerson(office.db, 3)
    await finished(planted)
    const stranger = await office.staff('songsinh.ta')
    const elsewhere = { ...stranger, roles: ['admin'] as const }
    expect(valueOf(await erase(elsewhere, planted))).toMatchObject({ erased: 0, open: 0, account: 'kept' })
    expect(await office.db.dossierApplicant.count({ where: { personalNumber: planted.personalNumber } })).toBe(1)
  })

  it('stays of whoever filed for the person; only the person goes', async () => {
    const [agent, person] = [await plantPerson(office.db, 4), await plantPerson(office.db, 5)]
    const code = await finished(agent)
    const { id } = await office.db.dossier.findUniqueOrThrow({ where: { communeId_code: { communeId: 1, code } } })
    const key = { communeId_dossierId: { communeId: 1, dossierId: id } }
    const principal = { fullName: person.marks.name ?? '', personalNumber: person.personalNumber }
    await office.db.dossierApplicant.update({ where: key, data: { principal } })
    expect(valueOf(await erase(admin, person))).toMatchObject({ erased: 0, asPrincipal: 1, account: 'erased' })
    const left = await office.db.dossierApplicant.findUniqueOrThrow({ where: key })
    expect(left).toMatchObject({ fullName: agent.marks.name, principal: null })
    expect(await marksInTables(office.db, person.marks)).toEqual([])
  })
})

describe('the right to erase', () => {
  it('is the administrator’s alone; a refused one has erased nothing', async () => {
    const planted = await plantPerson(office.db, 6)
    await finished(planted)
    for (const actor of [clerk, await office.staff('mau.tran'), planted.actor])
      expect(codeOf(await erase(actor, planted))).toBe('not_allowed')
    expect(await office.db.dossierApplicant.count({ where: { personalNumber: planted.personalNumber } })).toBe(1)
    expect(codeOf(await erase(admin, { personalNumber: '12' }))).toBe('invalid_input')
  })

  it('leaves no digest from which the number could be found by trying', async () => {
    const planted = await plantPerson(office.db, 7)
    const [one, other] = [newId(), newId()]
    valueOf(await erasePerson(admin, one, { personalNumber: () => planted.personalNumber }))
    valueOf(await erasePerson(admin, other, { personalNumber: () => '000000000000' }))
    const rows = await office.db.request.findMany({ where: { requestId: { in: [one, other] } } })
    expect(new Set(rows.map(({ bodyHash }) => bodyHash)).size).toBe(1)
  })
})

describe('the table of what is erased', () => {
  it('names only columns that exist', async () => {
    const rows = await office.db.$queryRaw<{ name: string }[]>`
      SELECT DISTINCT column_name AS name FROM information_schema.columns WHERE table_schema = 'public'`
    const columns = new Set(rows.map(({ name }) => name))
    const named = Object.values(ERASURE).flatMap((fate) => (fate.does === 'cleared' ? fate.columns : []))
    expect(named.filter((name) => !columns.has(name))).toEqual([])
  })
})
