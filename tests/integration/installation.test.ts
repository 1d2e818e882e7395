import { existsSync, mkdtempSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { verify } from '@node-rs/argon2'
import { describe, expect, it } from 'vitest'
import { setPassword } from '@/lib/identity/commands/set-password'
import { signInStaff } from '@/lib/identity/commands'
import { hashPassword } from '@/lib/staff/password'
import { newId } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { loadDemoAccounts, loadStaff } from '@/prisma/seed/data'
import { createAdmin } from '@/scripts/admin/create'
import { cutOffMigration, demoFaults, dumpBeforeUpdate, dumpDatabase, pendingMigrations } from '@/scripts/steps/production.mjs'
import { anonymous } from '@/tests/support/actors'
import { databaseUrl } from '@/tests/support/database'

const FIRST = { userName: 'quantri', fullName: 'Cao Thị Ví Dụ', commune: 'xã Thí Dụ', agencyCode: 'H61.777', host: null, another: false }
const demo = () =>
  demoFaults(databaseUrl, { password: loadDemoAccounts().password, userNames: loadStaff().map(({ userName }) => userName), fits: verify })

// One after the other: an empty database, its first administrator, then the demonstration that must not be there.
describe('a real installation', () => {
  it('has nothing of the demonstration, nothing to dump and needs to be told its commune', async () => {
    expect(await demo()).toEqual([])
    expect(await pendingMigrations(databaseUrl)).toEqual([])
    await expect(createAdmin({ ...FIRST, commune: null })).rejects.toThrow('--commune')
    await expect(createAdmin({ ...FIRST, userName: '' })).rejects.toThrow('tên đăng nhập')
    expect(await db().commune.count()).toBe(0)
  })

  it('begins with one administrator, who sets a password by the printed link and signs in', async () => {
    const link = await createAdmin(FIRST)
    const token = link.split('/dat-mat-khau/')[1] ?? ''
    const password = 'con trâu đi trước cái cày'
    const set = await setPassword(anonymous(), newId(), { token, password: () => password, again: () => password })
    expect(set.ok).toBe(true)
    const signedIn = await signInStaff(anonymous(), newId(), {
      userName: 'quantri',
      password: () => password,
      userAgent: 'test',
      replaces: null,
    })
    expect(signedIn).toMatchObject({ ok: true, value: { roles: ['admin'] } })
    expect(await db().commune.findFirstOrThrow()).toMatchObject({
      name: 'xã Thí Dụ',
      isDemo: false,
      parentAgency: 'ỦY BAN NHÂN DÂN XÃ THÍ DỤ',
    })
    expect(await db().procedure.count()).toBeGreaterThan(80)
    expect(await demo()).toEqual([])
  })

  it('gets a second one from the command only when that is said', async () => {
    await expect(createAdmin({ ...FIRST, userName: 'thu.hai' })).rejects.toThrow('--another')
    expect(await createAdmin({ ...FIRST, userName: 'thu.hai', another: true })).toContain('/dat-mat-khau/')
    await expect(createAdmin({ ...FIRST, userName: 'thu.hai', another: true })).rejects.toThrow('thu.hai')
  })

  it('gets another commune under a host of its own, with departments and reasons to begin with', async () => {
    const second = { ...FIRST, commune: 'xã Giả Định', agencyCode: 'H61.778' }
    await expect(createAdmin({ ...second, commune: null })).rejects.toThrow('Không có xã nào mang mã H61.778')
    await expect(createAdmin(second)).rejects.toThrow('--host')
    await expect(createAdmin({ ...second, host: 'không phải tên miền' })).rejects.toThrow('Tên miền')
    expect(await db().commune.count()).toBe(1)
    const ward = { ...second, commune: 'phường Giả Định' }
    const link = await createAdmin({ ...ward, host: 'giadinh.vidu.example' })
    expect(new URL(link).hostname).toBe('giadinh.vidu.example')
    await expect(createAdmin({ ...FIRST, agencyCode: null })).rejects.toThrow('--agency-code')
    await expect(createAdmin({ ...second, agencyCode: 'H61.779', host: 'giadinh.vidu.example' })).rejects.toThrow('tên miền')
    const departments = await db().department.findMany({ where: { communeId: 2 }, select: { name: true } })
    expect(departments.map(({ name }) => name)).toContain('Công an phường')
    expect(departments.map(({ name }) => name)).toContain('Phòng Kinh tế, Hạ tầng và Đô thị')
    for (const communeId of [1, 2]) {
      expect(await db().listedReason.count({ where: { communeId } })).toBeGreaterThan(3)
      expect(await db().department.count({ where: { communeId } })).toBeGreaterThan(3)
    }
  })

  it('is told of migrations that it lacks', async () => {
    const [last] = await db().$queryRaw<{ migration_name: string }[]>`
      DELETE FROM _prisma_migrations WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations) RETURNING migration_name`
    expect(await pendingMigrations(databaseUrl)).toEqual([last?.migration_name])
  })

  it('is not started again at the half of an update, and keeps the dumps of before', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mot-cua-dump-'))
    expect(await cutOffMigration(databaseUrl)).toBeNull()
    await db().$executeRaw`
      INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('half', '', '29990101000000_half')`
    await expect(dumpBeforeUpdate(databaseUrl, { folder, without: false })).rejects.toThrow('29990101000000_half')
    await db().$executeRaw`DELETE FROM _prisma_migrations WHERE id = 'half'`
    expect(readdirSync(folder)).toEqual([])
  })

  it('is not updated without a dump where there is no pg_dump', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mot-cua-dump-'))
    await expect(dumpDatabase(databaseUrl, { folder, stamp: '1', pgDump: '/khong/co/pg_dump' })).rejects.toThrow('--without-dump')
    await expect(dumpDatabase(databaseUrl, { folder, stamp: '1', pgDump: '/bin/false' })).rejects.toThrow('chưa cập nhật gì')
    expect(readdirSync(folder)).toEqual([])
  })

  it('keeps the dump under its name only when it is whole', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mot-cua-dump-'))
    const writes = join(process.cwd(), 'tests/support/pg-dump.sh')
    const file = await dumpDatabase(databaseUrl, { folder, stamp: '20261124', pgDump: writes })
    expect(existsSync(file) && statSync(file).size).toBeGreaterThan(0)
    expect(readdirSync(folder)).toEqual(['20261124.dump'])
  })

  it('does not start with an account that the published password opens, nor beside the demonstration', async () => {
    const passwordHash = await hashPassword(loadDemoAccounts().password)
    await db().staff.updateMany({ where: { userName: 'thu.hai' }, data: { userName: 'vidu.le', passwordHash } })
    expect((await demo()).join()).toContain('vidu.le')
    await db().commune.updateMany({ data: { isDemo: true } })
    expect((await demo()).join()).toContain('dữ liệu trình diễn')
  })
})
