import { spawnSync } from 'node:child_process'
import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { auditLine } from '@/lib/access/record'
import { writeAnchor } from '@/lib/audit/anchors'
import { GENESIS, linkHash } from '@/lib/audit/rules'
import { appendToChain, readLinks } from '@/lib/audit/store'
import { isWhole, verifyChain } from '@/lib/audit/verify'
import { anchorChains } from '@/lib/jobs/anchors'
import { env } from '@/lib/platform/env'
import { reportLines } from '@/scripts/audit/words'
import { databaseUrl } from '@/tests/support/database'
import { aDossierIn } from '@/tests/support/moves'
import { openOffice, type Office } from '@/tests/support/office'
import { day } from '@/tests/support/calendar'

const COMMUNE = { id: 1, name: 'Xã Tân Hoà' }
const LINES = 1_200
let office: Office
const file = () => join(env().DATA_DIR, 'anchors', '1.jsonl')

beforeAll(async () => {
  office = await openOffice()
  await aDossierIn(office, { build: (builder, at) => builder.step('receive', at(40)).step('forward', at(30)) })
  const at = new Date('2026-11-20T02:00:00Z')
  const actor = { kind: 'system', communeId: 1, name: 'test' } as const
  const lines = Array.from({ length: LINES }, (_, index) =>
    auditLine(actor, at, { action: 'test.line', outcome: 'done', about: { kind: 'line', id: String(index) } }),
  )
  await office.db.$transaction((tx) => appendToChain(tx, 1, { links: lines }))
  await office.db.$executeRawUnsafe('CREATE TABLE kept_line AS SELECT * FROM audit_line; ')
  await office.db.$executeRawUnsafe('CREATE TABLE kept_head AS SELECT * FROM chain_head')
}, 120_000)
afterAll(() => office.close())

/** Every test begins with the chain as the office wrote it and without anchors. */
beforeEach(async () => {
  await rm(join(env().DATA_DIR, 'anchors'), { recursive: true, force: true })
  await tamper('DELETE FROM audit_line', 'INSERT INTO audit_line SELECT * FROM kept_line')
  await tamper('DELETE FROM chain_head', 'INSERT INTO chain_head SELECT * FROM kept_head')
})

/** Writes as somebody does who owns the database: the triggers that refuse it are taken off first. */
async function tamper(...statements: string[]): Promise<void> {
  await office.db.$transaction(async (tx) => {
    await tx.$executeRawUnsafe('ALTER TABLE audit_line DISABLE TRIGGER append_only')
    for (const statement of statements) await tx.$executeRawUnsafe(statement)
    await tx.$executeRawUnsafe('ALTER TABLE audit_line ENABLE TRIGGER append_only')
  })
}

const verify = () => verifyChain(office.db, 1)
const anchorOf = (text: string) => writeAnchor(office.db, 1, { day: day(text), unlessNoted: false })
const headOf = () => office.db.chainHead.findUniqueOrThrow({ where: { communeId: 1 } })

/** Cuts the chain behind `seq` and sets the head back, so that inside of the database nothing is left to tell. */
async function cutBehind(seq: bigint): Promise<void> {
  const link = (await readLinks(office.db, 1, { after: seq - 1n, limit: 1 }))[0]
  if (!link) throw new Error(`There is no link ${seq}`)
  await tamper(
    `DELETE FROM audit_line WHERE "chainSeq" > ${seq}`,
    `UPDATE chain_head SET seq = ${seq}, hash = '${link.hash}' WHERE "communeId" = 1`,
  )
}

/** Writes one line anew and every hash after it, as somebody does who knows how they are made. */
async function rewriteFrom(seq: bigint): Promise<void> {
  const head = await headOf()
  const links = await readLinks(office.db, 1, { after: seq - 1n, limit: Number(head.seq) })
  let prevHash = links[0]?.prevHash ?? GENESIS
  const statements = links.map((link, index) => {
    const content = link.kind === 'audit' && index === 0 ? { ...link.content, action: 'test.lie' } : link.content
    const changed = { kind: link.kind, content } as Parameters<typeof linkHash>[2]
    const hash = linkHash(1, { chainSeq: link.chainSeq, prevHash }, changed)
    const set = `"prevHash" = '${prevHash}', hash = '${hash}'${index === 0 ? `, action = 'test.lie'` : ''}`
    prevHash = hash
    return `UPDATE audit_line SET ${set} WHERE "chainSeq" = ${link.chainSeq}`
  })
  await tamper(...statements, `UPDATE chain_head SET hash = '${prevHash}' WHERE "communeId" = 1`)
}

describe('the check of the chain', () => {
  it('finds an untouched chain whole over several pages, and says that anchors are missing without failing for it', async () => {
    const report = await verify()
    expect(report).toMatchObject({ links: (await headOf()).seq, fault: null, anchors: null })
    expect(isWhole(report)).toBe(true)
    expect(reportLines(COMMUNE, report).join('\n')).toMatch(/1\.2\d\d dòng, nguyên vẹn\n.*Chưa có tệp mốc/)
  })

  it('names an edited line, its place and what it is', async () => {
    await tamper(`UPDATE audit_line SET outcome = 'refused' WHERE "chainSeq" = 1105`)
    const report = await verify()
    expect(report.fault).toMatchObject({ chainSeq: 1105n, fault: 'altered', row: { kind: 'audit', action: 'test.line' } })
    expect(reportLines(COMMUNE, report)[0]).toContain('HỎNG từ dòng 1105: nội dung đã bị sửa [nhật ký truy cập: test.line')
    expect(isWhole(report)).toBe(false)
  })

  it('names an edited event by the dossier and its number', async () => {
    const event = await office.db.dossierEvent.findFirstOrThrow({ where: { seq: 2 }, include: { dossier: true } })
    const edit = (step: string) =>
      office.db.$transaction([
        office.db.$executeRawUnsafe('ALTER TABLE dossier_event DISABLE TRIGGER append_only'),
        office.db.$executeRawUnsafe(`UPDATE dossier_event SET step = '${step}' WHERE "chainSeq" = ${event.chainSeq}`),
        office.db.$executeRawUnsafe('ALTER TABLE dossier_event ENABLE TRIGGER append_only'),
      ])
    await edit('approve')
    try {
      const row = { kind: 'event', dossierCode: event.dossier.code, seq: 2, step: 'approve' }
      expect((await verify()).fault).toEqual({ chainSeq: event.chainSeq, fault: 'altered', row })
    } finally {
      await edit(event.step)
    }
  })

  it('names a deleted line, and a whole page of deleted lines', async () => {
    await tamper('DELETE FROM audit_line WHERE "chainSeq" = 500')
    expect((await verify()).fault).toEqual({ chainSeq: 500n, fault: 'missing', row: null })
    await tamper('DELETE FROM audit_line WHERE "chainSeq" BETWEEN 100 AND 1150')
    expect((await verify()).fault).toEqual({ chainSeq: 100n, fault: 'missing', row: null })
  })

  it('names the first of two lines that changed places', async () => {
    await tamper(
      'UPDATE audit_line SET "chainSeq" = -700 WHERE "chainSeq" = 700',
      'UPDATE audit_line SET "chainSeq" = 700 WHERE "chainSeq" = 701',
      'UPDATE audit_line SET "chainSeq" = 701 WHERE "chainSeq" = -700',
    )
    expect((await verify()).fault).toMatchObject({ chainSeq: 700n, fault: 'unlinked' })
  })

  it('names the place from which a tail was cut, and a line behind the head', async () => {
    await tamper('DELETE FROM audit_line WHERE "chainSeq" > 1100')
    expect((await verify()).fault).toMatchObject({ chainSeq: 1101n, fault: 'cut_tail' })
    await tamper('DELETE FROM audit_line', 'INSERT INTO audit_line SELECT * FROM kept_line')
    const { seq } = await headOf()
    await tamper(`UPDATE chain_head SET seq = ${seq - 1n}, hash = (SELECT hash FROM audit_line WHERE "chainSeq" = ${seq - 1n})`)
    expect((await verify()).fault).toMatchObject({ chainSeq: seq, fault: 'added' })
  })
})

describe('the command', () => {
  const run = () => {
    const program = ['--import', 'tsx', 'scripts/audit/verify.ts']
    const { status, stdout } = spawnSync(process.execPath, program, {
      env: { ...process.env, DATABASE_URL: databaseUrl },
      encoding: 'utf8',
    })
    return { status, stdout }
  }

  it('ends with code 0 on a whole chain and with code 1 on any other', async () => {
    await anchorOf('2026-11-20')
    expect(run()).toMatchObject({ status: 0, stdout: expect.stringContaining('1 mốc ký, mốc mới nhất ngày 20/11/2026, đều khớp') })
    await cutBehind(1_000n)
    expect(run()).toMatchObject({ status: 1, stdout: expect.stringContaining('MỐC SAI ngày 20/11/2026') })
    await tamper('DELETE FROM audit_line WHERE "chainSeq" = 500')
    expect(run()).toMatchObject({ status: 1, stdout: expect.stringContaining('HỎNG từ dòng 500: dòng này đã bị xóa') })
  }, 60_000)
})

describe('the anchors of the days', () => {
  it('agree with an untouched chain that has grown since', async () => {
    await anchorOf('2026-11-20')
    const actor = { kind: 'system', communeId: 1, name: 'test' } as const
    await office.db.$transaction((tx) =>
      appendToChain(tx, 1, { links: [auditLine(actor, new Date('2026-11-21T02:00:00Z'), { action: 'test.line', outcome: 'done' })] }),
    )
    await anchorOf('2026-11-21')
    const report = await verify()
    expect(report).toMatchObject({ fault: null, anchors: { checked: 2, newestDay: '2026-11-21', torn: 0, faults: [] } })
    expect(isWhole(report)).toBe(true)
  })

  it('tell of a tail that was cut together with its head, which the chain alone does not', async () => {
    const { seq } = await headOf()
    await cutBehind(1_000n)
    expect((await verify()).fault).toBeNull()
    await tamper('DELETE FROM audit_line', 'INSERT INTO audit_line SELECT * FROM kept_line')
    await tamper('DELETE FROM chain_head', 'INSERT INTO chain_head SELECT * FROM kept_head')
    await anchorOf('2026-11-20')
    await cutBehind(1_000n)
    const report = await verify()
    expect(report).toMatchObject({ fault: null, anchors: { faults: [{ day: '2026-11-20', seq, fault: 'cut' }] } })
    expect(isWhole(report)).toBe(false)
    expect(reportLines(COMMUNE, report).at(-1)).toContain('chuỗi nhật ký kết thúc trước mốc')
  })

  it('tell of a chain that was written anew from one line on, with fitting hashes', async () => {
    await anchorOf('2026-11-20')
    await rewriteFrom(1_150n)
    expect(await verify()).toMatchObject({ fault: null, anchors: { faults: [{ day: '2026-11-20', fault: 'rewritten' }] } })
  })

  it('that somebody else wrote are told by their signature', async () => {
    await anchorOf('2026-11-20')
    await cutBehind(1_000n)
    const { seq, hash } = await headOf()
    const anchor: unknown = JSON.parse(await readFile(file(), 'utf8'))
    await writeFile(file(), `${JSON.stringify({ ...Object(anchor), seq: String(seq), hash })}\n`)
    expect((await verify()).anchors?.faults).toEqual([{ day: '2026-11-20', seq, fault: 'forged' }])
  })

  it('of another commune do not pass for ours', async () => {
    await anchorOf('2026-11-20')
    await writeFile(join(env().DATA_DIR, 'anchors', '2.jsonl'), await readFile(file()))
    expect((await verifyChain(office.db, 2)).anchors?.faults.map(({ fault }) => fault)).toEqual(['forged'])
  })

  it('name each other, so that one taken from their middle is missed', async () => {
    for (const text of ['2026-11-18', '2026-11-19', '2026-11-20']) await anchorOf(text)
    const lines = (await readFile(file(), 'utf8')).split('\n')
    await writeFile(file(), [lines[0], lines[2], ''].join('\n'))
    expect((await verify()).anchors?.faults).toMatchObject([{ day: '2026-11-20', fault: 'gap' }])
  })

  it('go on behind a line that a crash cut off', async () => {
    await mkdir(join(env().DATA_DIR, 'anchors'), { recursive: true })
    await anchorOf('2026-11-19')
    await appendFile(file(), '{"day":"2026-11-20","se')
    await anchorOf('2026-11-20')
    expect((await verify()).anchors).toMatchObject({ checked: 2, torn: 1, faults: [] })
  })

  it('are written once at a start of the worker and again at the end of a day in which something happened', async () => {
    const morning = new Date('2026-11-20T00:30:00Z')
    const evening = new Date('2026-11-20T16:50:00Z')
    expect(await anchorChains(morning, { unlessNoted: true })).toBe(1)
    expect(await anchorChains(morning, { unlessNoted: true })).toBe(0)
    expect(await anchorChains(evening, { unlessNoted: false })).toBe(0)
    const actor = { kind: 'system', communeId: 1, name: 'test' } as const
    await office.db.$transaction((tx) =>
      appendToChain(tx, 1, { links: [auditLine(actor, evening, { action: 'test.line', outcome: 'done' })] }),
    )
    expect(await anchorChains(evening, { unlessNoted: false })).toBe(1)
    expect(await anchorChains(new Date('2026-11-20T17:01:00Z'), { unlessNoted: true })).toBe(1)
    expect((await verify()).anchors).toMatchObject({ checked: 3, newestDay: '2026-11-21', faults: [] })
  })
})
