// The plans of every page's statements on a filled database: how many there are, what they cost, and where a large table is read whole.
// `node --import tsx scripts/bench/plans.ts [--all]`
import pg from 'pg'
import type { Actor, StaffActor } from '@/lib/access/policy'
import { db, closeDb } from '@/lib/platform/db'
import { readDossier } from '@/lib/dossiers/dossier-queries'
import { openLookUp, readLookedUp } from '@/lib/dossiers/look-up-queries'
import { findMyDossiers, readMyDossier } from '@/lib/dossiers/my-queries'
import { countShelves, findPlace, findQueue, searchDossiers } from '@/lib/dossiers/queue-queries'
import { env } from '@/lib/platform/env'
import { findCounted } from '@/lib/reports/counted-queries'
import { yearPeriod } from '@/lib/reports/period'
import { readFigures, readPublicRecord } from '@/lib/reports/queries'
import { findToday, readToday } from '@/lib/reports/today-queries'
import { TODAY_LISTS } from '@/lib/reports/today'
import type { Sent } from './statements'
import { watchStatements } from './watch-statements'

let sent: Sent[] | null = null
watchStatements((_client, statement) => void sent?.push(statement))

async function staff(userName: string): Promise<StaffActor> {
  const person = await db().staff.findFirstOrThrow({ where: { userName } })
  const { communeId, id: staffId, fullName, position, departmentCode, roles } = person
  return { kind: 'staff', communeId, staffId, sessionId: '', fullName, position, departmentCode, roles }
}

const anonymous: Actor = { kind: 'anonymous', communeId: 1, address: '192.0.2.1' }

async function cases(): Promise<[string, () => Promise<unknown>][]> {
  const [clerk, leader, head, specialist] = [
    await staff('vidu.le'),
    await staff('mau.tran'),
    await staff('nguyenmau.ngo'),
    await staff('thidiem.pham'),
  ]
  const open = await db().dossier.findFirstOrThrow({
    where: { communeId: 1, stage: 'in_hand' },
    orderBy: { nextDueAt: 'desc' },
    select: { code: true, applicant: { select: { phone: true, personalNumberHash: true } } },
  })
  const { code, applicant } = open
  const citizen: Actor = {
    kind: 'citizen',
    communeId: 1,
    citizenId: '00000000-0000-0000-0000-000000000000',
    sessionId: '',
    fullName: '',
    personalNumberHash: applicant?.personalNumberHash ?? '',
    level: 2,
  }
  const looked = await openLookUp(anonymous, { code, factor: applicant?.phone.slice(-4) ?? '' })
  if (!looked.ok) throw new Error(looked.code)
  const { grant } = looked.value
  const year = yearPeriod(2024)
  return [
    ['look-up, sent', () => openLookUp(anonymous, { code, factor: applicant?.phone.slice(-4) ?? '' })],
    ['look-up, shown', () => readLookedUp(anonymous, { code, grant })],
    ['my dossiers', () => findMyDossiers(citizen, {})],
    ['my dossier', () => readMyDossier(citizen, { code })],
    ...(['mine', 'submitted', 'with_departments', 'overdue', 'due_today', 'finished'] as const).map(
      (shelf): [string, () => Promise<unknown>] => [`queue ${shelf}`, () => findQueue(clerk, { shelf })],
    ),
    ['queue mine, specialist', () => findQueue(specialist, { shelf: 'mine' })],
    ['queue mine, leader', () => findQueue(leader, { shelf: 'mine' })],
    ['shelves', () => countShelves(clerk, { shelf: 'mine' })],
    ['shelves, head', () => countShelves(head, { shelf: 'mine' })],
    ['place in the list', () => findPlace(clerk, { shelf: 'with_departments', code })],
    ['dossier', () => readDossier(clerk, { code })],
    ['search by name', () => searchDossiers(clerk, { q: 'nguyen thi minh hoa' })],
    ['search by two letters', () => searchDossiers(clerk, { q: 'ng' })],
    ['search by phone', () => searchDossiers(clerk, { q: '900000123' })],
    ['search by the end of a code', () => searchDossiers(clerk, { q: code.slice(-11) })],
    ['today', () => readToday(leader, {})],
    ['today, head', () => readToday(head, {})],
    ...TODAY_LISTS.map((list): [string, () => Promise<unknown>] => [`today ${list}`, () => findToday(leader, { list })]),
    ['figures of a year', () => readFigures(leader, year)],
    ['figures of a month', () => readFigures(leader, { from: year.from, to: year.from })],
    ['behind a figure', () => findCounted(leader, { figure: 'onTime', part: 'numerator', ...year })],
    ['public record', () => readPublicRecord(anonymous, {})],
  ]
}

const LARGE = /Seq Scan on (dossier\w*|audit_line|document|paper|payment|fee_line|event_note|notification|citizen)\b/g

const all = process.argv.includes('--all')
const list = await cases()
const client = new pg.Client({ connectionString: env().DATABASE_URL, options: '-c jit=off' })
await client.connect()
for (const [name, work] of list) {
  await work()
  sent = []
  const from = performance.now()
  const answer = await work()
  const took = performance.now() - from
  const statements = sent
  sent = null
  const refused = typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false ? ' REFUSED' : ''
  console.log(`${name}: ${statements.length} statements, ${took.toFixed(1)} ms${refused}`)
  for (const { text, values } of statements) {
    if (!/^\s*(SELECT|WITH)/i.test(text) || /\bINSERT\b/.test(text)) continue
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN (ANALYZE, BUFFERS OFF) ${text}`, values)
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    const ms = Number(/Execution Time: ([\d.]+)/.exec(plan)?.[1] ?? 0)
    const whole = [...new Set([...plan.matchAll(LARGE)].map(([, table]) => table))]
    if (all || ms > 10 || whole.length > 0) {
      console.log(
        `   ${ms.toFixed(1)} ms${whole.length > 0 ? `, reads ${whole.join(', ')} whole` : ''}: ${text.replace(/\s+/g, ' ').slice(0, 120)}`,
      )
      if (all) console.log(plan)
    }
  }
}
await client.end()
await closeDb()
