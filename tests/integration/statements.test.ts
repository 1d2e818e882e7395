import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/policy'
import { readCalendar } from '@/lib/deadlines/queries'
import { answerSupplement, keepSupplementAnswer } from '@/lib/dossiers/commands/answer-supplement'
import { askForMore } from '@/lib/dossiers/commands/ask-for-more'
import { fileDossier } from '@/lib/dossiers/commands/file-dossier'
import { passOn } from '@/lib/dossiers/commands/pass-on'
import { refuseDossier } from '@/lib/dossiers/commands/refuse-dossier'
import { readDossier } from '@/lib/dossiers/dossier-queries'
import { openLookUp, readLookedUp } from '@/lib/dossiers/look-up-queries'
import { findMyDossiers, readMyDossier } from '@/lib/dossiers/my-queries'
import { countShelves, findPlace, findQueue, searchDossiers } from '@/lib/dossiers/queue-queries'
import { readDraft } from '@/lib/dossiers/draft-queries'
import { readMyDay } from '@/lib/dossiers/watch-queries'
import { localDateOf } from '@/lib/platform/local-date'
import { newId, readClock } from '@/lib/platform/clock'
import { readSite } from '@/lib/places/queries'
import { loadFields } from '@/lib/procedures/store'
import { findProcedures, listFields, listPopular, readProcedure } from '@/lib/procedures/queries'
import { findCounted } from '@/lib/reports/counted-queries'
import { yearPeriod } from '@/lib/reports/period'
import { readFigures, readPublicRecord } from '@/lib/reports/queries'
import { findToday, readToday } from '@/lib/reports/today-queries'
import { dice } from '@/prisma/seed/builders/dice'
import { aPerson } from '@/prisma/seed/builders/person'
import { actorOf, anonymous, signInAs } from '@/tests/support/actors'
import { aCitizen, aCompleteDraft, valueOf } from '@/tests/support/filing'
import { aDossierIn, attach, BIRTH, checksFor, handOver, receive, take } from '@/tests/support/moves'
import { openOffice, type Office } from '@/tests/support/office'
import { statementsOf } from '@/tests/support/statements'

const PAGE = 8
const COMMAND = 16

let office: Office
const sessions: Record<string, string> = {}
beforeAll(async () => {
  office = await openOffice()
  const people = { clerk: 'vidu.le', leader: 'mau.tran', head: 'nguyenmau.ngo', police: 'thaotac.trinh' }
  for (const [name, userName] of Object.entries(people)) sessions[name] = (await signInAs(office.db, { userName })).sessionId
  // What a process reads once, whatever the page.
  await loadFields(office.db)
  sessions.citizen = (await signInAs(office.db, { personalNumber: '086194000012' })).sessionId
})
afterAll(() => office.close())

const PERSON = { ...aPerson(dice(11), 811), email: 'nguoi.nop@vidu.example' }
/** With a mail address, so that each step that tells the applicant something has to write the mail too. */
const aDossierOf = (procedure: string, build?: Parameters<typeof aDossierIn>[1]) =>
  aDossierIn(office, { procedure, person: PERSON, ...build })

/** What a page asks before its own questions: whose site it is, and who looks at it. Each once, however many parts of the page ask. */
async function asked(who: string | null): Promise<Actor> {
  valueOf(await readSite({ kind: 'anonymous', communeId: 0, address: '' }, { host: 'localhost' }))
  return who === null ? anonymous() : actorOf(sessions[who] ?? '')
}

type Case = { page: string; who: string | null; doors: (actor: Actor, code: string) => Promise<unknown>[] | Promise<unknown> }

const thisYear = () => yearPeriod(Number(localDateOf(readClock()).slice(0, 4)))

const PAGES: Case[] = [
  {
    page: 'the home page',
    who: 'citizen',
    doors: (actor) => [listPopular(actor, {}), listFields(actor, {}), readCalendar(actor, {}), readPublicRecord(actor, {})],
  },
  {
    page: 'what the finder found',
    who: 'citizen',
    doors: (actor) => [findProcedures(actor, { q: 'khai sinh' }), listFields(actor, {})],
  },
  { page: 'a procedure', who: 'citizen', doors: (actor) => [readProcedure(actor, { code: BIRTH }), readCalendar(actor, {})] },
  { page: 'a look-up that is sent', who: null, doors: (actor, code) => openLookUp(actor, { code, factor: PERSON.phone.slice(-4) }) },
  {
    page: 'my dossiers',
    who: 'citizen',
    doors: (actor) => findMyDossiers(actor, {}),
  },
  {
    page: 'the queue',
    who: 'clerk',
    doors: (actor) => [findQueue(actor, { shelf: 'mine' }), countShelves(actor, { shelf: 'mine' }), readMyDay(actor, {})],
  },
  {
    page: 'the queue of another agency',
    who: 'police',
    doors: (actor) => [findQueue(actor, { shelf: 'mine' }), countShelves(actor, { shelf: 'mine' }), readMyDay(actor, {})],
  },
  {
    page: 'a search',
    who: 'clerk',
    doors: (actor) => [searchDossiers(actor, { q: 'nguyen' }), countShelves(actor, { shelf: 'mine' })],
  },
  {
    page: 'a dossier, opened from the queue',
    who: 'clerk',
    doors: async (actor, code) => {
      valueOf(await readDossier(actor, { code }))
      valueOf(await findPlace(actor, { shelf: 'mine', code }))
    },
  },
  { page: 'the page of a step', who: 'clerk', doors: (actor, code) => readDossier(actor, { code }) },
  {
    page: 'the dashboard',
    who: 'leader',
    doors: async (actor) => {
      valueOf(await readToday(actor, {}))
      valueOf(await readMyDay(actor, {}))
      valueOf(await readFigures(actor, thisYear()))
    },
  },
  { page: "one of today's lists", who: 'leader', doors: (actor) => findToday(actor, { list: 'overdue', department: 'van-phong' }) },
  {
    page: 'the dossiers behind a figure',
    who: 'leader',
    doors: (actor) => findCounted(actor, { figure: 'received', part: 'numerator', ...thisYear() }),
  },
]

describe('A page asks the database at most eight times', () => {
  it.each(PAGES)('$page', async ({ page, who, doors }) => {
    const code = await aDossierOf(BIRTH)
    const sent = await statementsOf(async () => {
      const answers = await Promise.all([doors(await asked(who), code)].flat())
      for (const answer of answers.flat()) expect(answer).not.toMatchObject({ ok: false })
    })
    report(page, sent)
    expect(sent.length).toBeLessThanOrEqual(PAGE)
  })

  it('the dossier that a look-up opened', async () => {
    const code = await aDossierOf(BIRTH)
    const { grant } = valueOf(await openLookUp(anonymous(), { code, factor: PERSON.phone.slice(-4) }))
    const sent = await statementsOf(async () => valueOf(await readLookedUp(await asked(null), { code, grant })))
    report('looked up', sent)
    expect(sent.length).toBeLessThanOrEqual(PAGE)
  })

  it('a dossier of mine, and the draft of one', async () => {
    const actor = await aCitizen(office.db)
    const draftId = await aCompleteDraft(office.db, actor)
    const draft = await statementsOf(async () => {
      await asked('citizen')
      valueOf(await readDraft(actor, { draftId }))
    })
    report('a draft', draft)
    const { code } = valueOf(await fileDossier(actor, newId(), { draftId, declared: 'yes' }))
    const mine = await statementsOf(async () => {
      await asked('citizen')
      valueOf(await readMyDossier(actor, { code }))
    })
    report('mine', mine)
    expect(draft.length).toBeLessThanOrEqual(PAGE)
    expect(mine.length).toBeLessThanOrEqual(PAGE)
  })

  it('is asked no more often for fifty dossiers than for one', async () => {
    const clerk = await asked('clerk')
    const of = () => statementsOf(async () => valueOf(await findQueue(clerk, { shelf: 'submitted' })))
    const few = await of()
    for (let more = 0; more < 8; more += 1) await aDossierOf(BIRTH)
    expect((await of()).length).toBe(few.length)
  })
})

describe('A command sends at most sixteen statements, BEGIN and COMMIT among them', () => {
  const within = async (name: string, work: () => Promise<unknown>) => {
    const sent = await statementsOf(work)
    report(name, sent)
    expect(sent.length, name).toBeLessThanOrEqual(COMMAND)
  }

  it('filing', async () => {
    const actor = await aCitizen(office.db)
    const draftId = await aCompleteDraft(office.db, actor)
    await within('filing', async () => valueOf(await fileDossier(actor, newId(), { draftId, declared: 'yes' })))
  })

  it('every step from receipt with fees and components to the hand-over', async () => {
    const [clerk, specialist, leader] = [await office.staff('vidu.le'), await office.staff('thidiem.pham'), await office.staff('mau.tran')]
    const [head, colleague] = [await office.staff('nguyenmau.ngo'), await office.staff('thunghiem.do')]
    const code = await aDossierOf(BIRTH)
    const { versionId } = await office.db.dossier.findFirstOrThrow({ where: { code }, select: { versionId: true } })
    const rules = await office.db.feeRule.findMany({ where: { versionId, condition: { not: null } }, select: { code: true } })
    const of = async (name: string, work: () => Promise<unknown>) => within(name, work)
    // The numbers of what the test itself reads for its forms are not the command's.
    const form = await prepared(code)
    await of('receive', async () => valueOf(await receive(office, clerk, code, { ...form, fees: rules.map((rule) => rule.code) })))
    const step = async (actor: typeof clerk, name: 'forward' | 'take' | 'propose' | 'approve') => {
      const { version } = await prepared(code)
      await of(name, async () => valueOf(await take(office, actor, code, name, { version })))
    }
    await step(clerk, 'forward')
    await step(specialist, 'take')
    for (const [actor, name] of [
      [specialist, 'pass_on'],
      [head, 'assign'],
    ] as const) {
      const { version } = await prepared(code)
      const to = name === 'assign' ? specialist.staffId : colleague.staffId
      await of(name, async () => valueOf(await passOn(actor, newId(), { code, version, step: name, to, reason: 'Nghỉ phép' })))
    }
    for (const again of ['attach', 'attach in place of an earlier one']) {
      const { version } = await prepared(code)
      await of(again, async () => valueOf(await attach(office, specialist, code, { version })))
    }
    await step(specialist, 'propose')
    await step(leader, 'approve')
    const { version } = await prepared(code)
    await of('hand over', async () => valueOf(await handOver(office, clerk, code, { version: String(version) })))
  })
})

describe('So do asking, answering and refusing', () => {
  it('with two papers asked for and two files in the answer', async () => {
    const [clerk, owner] = [await office.staff('vidu.le'), await office.citizen()]
    const code = await aDossierIn(office, { procedure: BIRTH, person: { ...PERSON, personalNumber: '086194000012' } })
    const items = [1, 2].map((position) => ({ position, reasonCode: 'unreadable', text: '' }))
    const sent = async (name: string, work: () => Promise<unknown>) => {
      const statements = await statementsOf(work)
      report(name, statements)
      expect(statements.length, name).toBeLessThanOrEqual(COMMAND)
    }
    const version = async () => (await prepared(code)).version
    const asked = await version()
    await sent('ask for more', async () => valueOf(await askForMore(clerk, newId(), { code, version: asked, items })))
    const files = items.map(({ position }) => ({ ...FILE, id: newId(), position }))
    const answers = { '1': 'Đã chụp lại', '2': 'Đã chụp lại' }
    await sent('keep an answer', async () => valueOf(await keepSupplementAnswer(owner, newId(), { code, answers, files, remove: null })))
    const kept = await version()
    await sent('answer', async () => valueOf(await answerSupplement(owner, newId(), { code, version: kept })))
    const answered = await version()
    await sent('refuse', async () => valueOf(await refuseDossier(clerk, newId(), { code, version: answered, reason: 'Nộp nhầm nơi' })))
  })
})

const FILE = { fileName: 'chup-lai.pdf', mediaType: 'application/pdf', size: 9_000, pages: 1, sha256: 'a'.repeat(64) }

/** What the forms of a dossier send along. */
async function prepared(code: string) {
  const { version } = await office.db.dossier.findFirstOrThrow({ where: { code }, select: { version: true } })
  return { version, checks: await checksFor(office, code) }
}

function report(name: string, sent: readonly string[]): void {
  if (!process.env.STATEMENTS) return
  console.log(
    `${name}: ${sent.length}\n${process.env.STATEMENTS === '2' ? sent.map((text) => '   ' + text.replace(/\s+/g, ' ').slice(0, 150)).join('\n') : ''}`,
  )
}
