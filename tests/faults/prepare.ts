// Fills the drafts that the load sends, complete but for their file: one made by the same commands as the pages', then copies of it, each with its
// own citizen signed in.
import pg from 'pg'
import type { CitizenActor } from '@/lib/access/policy'
import { saveDraftPart, startDraft } from '@/lib/dossiers/commands/draft'
import { saveDraftPapers } from '@/lib/dossiers/commands/draft-files'
import { newId, readClock } from '@/lib/platform/clock'
import { hashPersonalNumber } from '@/lib/platform/crypto'
import { closeDb, db } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import type { Result } from '@/lib/platform/refusal'
import { CLERK, MARK, PROCEDURE, SPECIALIST } from './people'

const HOUR = 3_600_000

function good<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.code} ${JSON.stringify(result.fields)}`)
  return result.value
}

async function firstDraft(): Promise<{ citizenId: string; draftId: string }> {
  const [id, now, personalNumber] = [newId(), readClock(), '086000000000']
  const ward = await db().ward.findFirstOrThrow({ where: { provinceCode: '86' }, orderBy: { code: 'asc' } })
  const told = { fullName: 'Nguyễn Văn Diễn Tập', personalNumber, personalNumberHash: hashPersonalNumber(personalNumber) }
  const contact = { phone: '0900000321', email: 'dientap@vidu.example', provinceCode: '86', wardCode: ward.code, addressDetail: 'Ấp Mẫu' }
  const row = { id, issuer: 'https://dinh-danh.vidu.example', sub: id, level: 2, createdAt: now, updatedAt: now }
  await db().citizen.create({ data: { ...row, ...told, ...contact } })
  const actor: CitizenActor = { kind: 'citizen', communeId: 1, citizenId: id, sessionId: newId(), level: 2, ...told }
  const { draftId } = good(await startDraft(actor, newId(), { procedure: PROCEDURE }))
  const keep = async (part: 'applicant' | 'content' | 'return', fields: Record<string, string>) =>
    good(await saveDraftPart(actor, newId(), { draftId, part, then: 'next', fields }))
  await keep('applicant', { filedBy: 'self' })
  await keep('content', { request: 'Bổ túc hồ sơ vay mua nhà', for_whom: 'Cho chính tôi', copy_count: '1' })
  const components = await db().procedureComponent.findMany({ where: { version: { procedureCode: PROCEDURE } } })
  const asked = components.filter(({ requirement }) => requirement === 'IF_APPLICABLE')
  const applies = Object.fromEntries(asked.map(({ position }) => [String(position), 'no' as const]))
  good(await saveDraftPapers(actor, newId(), { draftId, applies, files: [], refused: {}, remove: null }))
  await keep('return', { returnMethod: 'COUNTER' })
  return { citizenId: id, draftId }
}

const count = Number(process.argv[2] ?? 500)
const { citizenId, draftId } = await firstDraft()
await closeDb()
const client = new pg.Client({ connectionString: env().DATABASE_URL })
await client.connect()
await client.query(
  'CREATE TEMP TABLE copy AS SELECT n, gen_random_uuid() AS citizen, gen_random_uuid() AS draft FROM generate_series(1, $1::int) n',
  [count],
)
const copies = (table: string, own: string, of: string) =>
  client.query(
    `INSERT INTO ${table} SELECT (jsonb_populate_record(t, jsonb_build_object(${own}))).* FROM ${table} t, copy WHERE t.${of} = $1`,
    [table === 'citizen' ? citizenId : draftId],
  )
await copies(
  'citizen',
  `'id', citizen, 'sub', citizen, 'personalNumber', '0861' || lpad(n::text, 8, '0'), 'personalNumberHash', encode(sha256(citizen::text::bytea), 'hex')`,
  'id',
)
await copies('draft', `'id', draft, 'citizenId', citizen`, 'id')
const now = readClock()
const life = [now, new Date(now.getTime() + HOUR)]
await client.query(
  `INSERT INTO login_session (id, "citizenId", "createdAt", "lastSeenAt", "expiresAt", "userAgent", roles)
   SELECT gen_random_uuid(), citizen, $1, $1, $2, $3, '{}' FROM copy`,
  [...life, MARK],
)
await client.query(
  `INSERT INTO login_session (id, "communeId", "staffId", "createdAt", "lastSeenAt", "expiresAt", "userAgent", roles)
   SELECT gen_random_uuid(), "communeId", id, $1, $1, $2, $3, roles FROM staff WHERE "userName" IN ($4, $5)`,
  [...life, MARK, CLERK, SPECIALIST],
)
await client.end()
