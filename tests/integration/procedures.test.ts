import { PrismaPg } from '@prisma/adapter-pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/policy'
import { listProvinces, listWards, readSite } from '@/lib/places/queries'
import { communeOfCode } from '@/lib/places/store'
import { parseLocalDate } from '@/lib/platform/local-date'
import { findProcedures, listFields, listPopular, readPostingSet, readProcedure } from '@/lib/procedures/queries'
import { loadForm } from '@/lib/procedures/store'
import type { Result } from '@/lib/platform/refusal'
import { PrismaClient } from '@/prisma/generated/client'
import { seedReference } from '@/prisma/seed/reference'
import { referenceId } from '@/prisma/seed/reference-id'
import { databaseUrl, openReference } from '@/tests/support/database'

const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl }) })
const visitor: Actor = { kind: 'anonymous', communeId: 1, address: '192.0.2.1' }

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.code}`)
  return result.value
}

const codeOf = <T>(result: Result<T>) => (result.ok ? 'ok' : result.code)

beforeAll(() => openReference())
afterAll(async () => {
  await db.$disconnect()
})

describe('the reference data', () => {
  test('has every place, procedure and day, and seeding again changes nothing', async () => {
    const count = async () => ({
      provinces: await db.province.count(),
      wards: await db.ward.count(),
      changes: await db.wardChange.count(),
      procedures: await db.procedure.count(),
      versions: await db.procedureVersion.count(),
      components: await db.procedureComponent.count(),
      fees: await db.feeRule.count(),
      forms: await db.formVersion.count(),
      days: await db.calendarDay.count(),
      communes: await db.commune.count(),
      departments: await db.department.count(),
    })
    const first = await count()
    expect(first).toMatchObject({ provinces: 34, wards: 3321, changes: 10977, procedures: 87, versions: 87, forms: 87, communes: 2 })
    await db.ward.update({ where: { code: '00004' }, data: { name: 'Phường đã đổi tên' } })
    await seedReference(db)
    expect(await count()).toEqual(first)
    expect(await db.ward.findUnique({ where: { code: '00004' }, select: { name: true } })).toEqual({ name: 'Phường đã đổi tên' })
  })

  test('gives a version the same id on every installation', async () => {
    const id = referenceId('procedure version', '1.004873', '2024-01-01')
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(await db.procedureVersion.findUnique({ where: { id }, select: { procedureCode: true } })).toEqual({ procedureCode: '1.004873' })
    expect(referenceId('form', '1.004873')).not.toBe(referenceId('form', '1.001193'))
  })

  test('lets every procedure be worked on by a department that both communes have', async () => {
    const versions = await db.procedureVersion.findMany({ select: { departmentCode: true }, distinct: ['departmentCode'] })
    for (const { departmentCode } of versions)
      expect(await db.department.count({ where: { code: departmentCode } }), departmentCode).toBe(2)
  })
})

describe('finding a procedure', () => {
  const first = async (q: string) => valueOf(await findProcedures(visitor, { q })).items[0]?.name

  test.each([
    ['lam giay khai sinh', 'Đăng ký khai sinh'],
    ['làm giấy khai sinh', 'Đăng ký khai sinh'],
    ['xac nhan doc than', 'Cấp Giấy xác nhận tình trạng hôn nhân'],
    ['ba mất', 'Đăng ký khai tử'],
    ['ĐĂNG KÝ  KẾT HÔN', 'Đăng ký kết hôn'],
    ['vợ mới sinh', 'Đăng ký khai sinh'],
    ['photo công chứng', 'Chứng thực bản sao từ bản chính giấy tờ, văn bản'],
    ['tam tru', 'Đăng ký tạm trú'],
    ['1.001612', 'Đăng ký thành lập hộ kinh doanh'],
  ])('“%s” leads to “%s”', async (q, name) => {
    expect(await first(q)).toBe(name)
  })

  test('pages through everything once, twenty at a time', async () => {
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof findProcedures>> = await findProcedures(visitor, { cursor })
      const { items, nextCursor, total } = valueOf(page)
      expect(total).toBe(87)
      expect(items.length).toBe(nextCursor === null ? 7 : 20)
      seen.push(...items.map(({ code }) => code))
      cursor = nextCursor
    } while (cursor !== null)
    expect(seen.length).toBe(87)
    expect(new Set(seen).size).toBe(87)
  })

  test('keeps one field, by its code or its name, and refuses one that does not exist', async () => {
    const byCode = valueOf(await findProcedures(visitor, { field: 'dat-dai' }))
    const byName = valueOf(await findProcedures(visitor, { field: 'dat dai' }))
    expect(byCode.items.map(({ field }) => field.name)).toEqual(Array(7).fill('Đất đai'))
    expect(byName).toEqual(byCode)
    expect(codeOf(await findProcedures(visitor, { field: 'khong-co' }))).toBe('invalid_input')
    // A field without any procedure in force is a field all the same.
    await db.field.create({ data: { code: 'con-trong', name: 'Còn trống', position: 999 } })
    expect(valueOf(await findProcedures(visitor, { field: 'con-trong' })).items).toEqual([])
  })

  test('answers nothing when no word fits, and refuses a cursor that is none', async () => {
    expect(valueOf(await findProcedures(visitor, { q: 'zzzzqqq' }))).toEqual({ items: [], nextCursor: null, total: 0, near: 0 })
    expect(codeOf(await findProcedures(visitor, { cursor: "1'; drop" }))).toBe('invalid_input')
  })

  test('a story of ten thousand words is answered by its first words', async () => {
    expect(await first(`đăng ký kết hôn ${'dài '.repeat(10_000)}`)).toBe('Đăng ký kết hôn')
  })
})

describe('the home page', () => {
  test('shows the often-wanted procedures in the order of the office', async () => {
    const popular = valueOf(await listPopular(visitor, {}))
    expect(popular.map(({ name }) => name).slice(0, 3)).toEqual([
      'Đăng ký khai sinh',
      'Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh',
      'Cấp Giấy xác nhận tình trạng hôn nhân',
    ])
  })

  test('counts the procedures of each field, and all fields together have all of them', async () => {
    const fields = valueOf(await listFields(visitor, {}))
    expect(fields.length).toBe(21)
    expect(fields[0]).toEqual({ code: 'ho-tich', name: 'Hộ tịch', procedures: 19 })
    expect(fields.reduce((sum, { procedures }) => sum + procedures, 0)).toBe(87)
  })
})

describe('the posting board', () => {
  test('has each procedure of the field once, whole, by name', async () => {
    const { field, procedures } = valueOf(await readPostingSet(visitor, { field: 'ho-tich' }))
    expect(field.name).toBe('Hộ tịch')
    expect(procedures.length).toBe(19)
    const names = procedures.map(({ name }) => name)
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'vi')))
    const alone = valueOf(await readProcedure(visitor, { code: '1.004873' }))
    expect(procedures.find(({ code }) => code === '1.004873')).toEqual(alone)
  })

  test('is not there for a field that does not exist', async () => {
    expect(codeOf(await readPostingSet(visitor, { field: 'khong-co' }))).toBe('not_found')
  })
})

describe('reading a procedure', () => {
  test('shows components, fees, legal basis and the department of the commune', async () => {
    const procedure = valueOf(await readProcedure(visitor, { code: '1.004873' }))
    expect(procedure).toMatchObject({
      name: 'Cấp Giấy xác nhận tình trạng hôn nhân',
      limit: { value: 3, unit: 'WORKING_DAY' },
      onlineLevel: 'FULL',
      field: { code: 'ho-tich', name: 'Hộ tịch' },
      validFrom: '2024-01-01',
      department: { kind: 'DEPARTMENT' },
      fees: [{ amount: 5000, per: 'CASE', channel: 'ANY', condition: null }],
    })
    expect(procedure.components.map(({ requirement }) => requirement)).toContain('PRESENTED')
    expect(procedure.legalBasis[0]).toEqual({ number: '60/2014/QH13', title: 'Luật Hộ tịch 60/2014/QH13' })
  })

  test('is not found when the code is unknown or none at all, and a day that is none is refused', async () => {
    for (const code of ['9.999999', "1.004873' or 1=1", '', '1'.repeat(10_000)])
      expect(codeOf(await readProcedure(visitor, { code }))).toBe('not_found')
    expect(codeOf(await readProcedure(visitor, { code: '\u0000' }))).toBe('invalid_input')
    expect(codeOf(await readProcedure(visitor, { code: '1.004873', on: '2026-02-30' }))).toBe('invalid_input')
  })

  test('a new version takes over on its first day, and the day before still has the old one', async () => {
    const code = '1.005461'
    const old = await db.procedureVersion.findFirstOrThrow({ where: { procedureCode: code } })
    await db.procedureVersion.update({ where: { id: old.id }, data: { validTo: new Date('2027-02-28') } })
    const legalBasis = [{ number: '03/2026/QH16', title: 'Luật Hộ tịch 03/2026/QH16' }]
    const next = {
      ...old,
      id: referenceId('test', code),
      legalBasis,
      name: 'Tên theo luật mới',
      validFrom: new Date('2027-03-01'),
      validTo: null,
    }
    await db.procedureVersion.create({ data: next })
    const nameOn = async (on: string) => valueOf(await readProcedure(visitor, { code, on })).name
    expect(await nameOn('2027-02-28')).toBe('Đăng ký lại khai tử')
    expect(await nameOn('2027-03-01')).toBe('Tên theo luật mới')
    expect(codeOf(await readProcedure(visitor, { code, on: '2023-12-31' }))).toBe('not_found')
    expect(valueOf(await findProcedures(visitor, { field: 'ho-tich' })).total).toBe(19)
  })

  test('has a form that asks for copies only where copies cost', async () => {
    const on = parseLocalDate('2026-11-23') ?? expect.fail()
    const keysOf = async (code: string) =>
      (await loadForm(db, { code, on })).definition.sections.flatMap(({ fields }) => fields.map(({ key }) => key))
    expect(await keysOf('2.000635')).toEqual(['request', 'for_whom', 'other_full_name', 'copy_count'])
    expect(await keysOf('1.004873')).toEqual(['request', 'for_whom', 'other_full_name'])
  })
})

describe('whose site it is', () => {
  const outside: Actor = { kind: 'anonymous', communeId: 0, address: '192.0.2.1' }

  test('a host name with a commune is that commune, any other name is the only commune without one', async () => {
    expect(valueOf(await readSite(outside, { host: 'ThiDu.localhost:3000' })).name).toBe('xã Thí Dụ')
    expect(valueOf(await readSite(outside, { host: 'localhost' }))).toMatchObject({ id: 1, name: 'xã Tân Hoà', isDemo: true })
  })

  test('when every commune has a name, an unknown name shows no commune at all', async () => {
    await db.commune.update({ where: { id: 1 }, data: { host: 'tanhoa.localhost' } })
    expect(codeOf(await readSite(outside, { host: 'localhost' }))).toBe('not_found')
    await db.commune.update({ where: { id: 1 }, data: { host: null } })
  })

  test("a dossier's code names its commune", async () => {
    expect(await communeOfCode(db, 'H61.124-261123-0001')).toMatchObject({ id: 2, name: 'xã Thí Dụ' })
    expect(await communeOfCode(db, 'H99.999-261123-0001')).toBeNull()
  })
})

describe('places for an address', () => {
  test('provinces and wards stand in Vietnamese order', async () => {
    const provinces = valueOf(await listProvinces(visitor, {})).map(({ name }) => name)
    expect(provinces.length).toBe(34)
    expect(provinces.indexOf('Đà Nẵng')).toBeGreaterThan(provinces.indexOf('Cần Thơ'))
    expect(provinces.indexOf('Đà Nẵng')).toBeLessThan(provinces.indexOf('Gia Lai'))
    expect(valueOf(await listWards(visitor, { provinceCode: '86' })).length).toBeGreaterThan(50)
    expect(valueOf(await listWards(visitor, { provinceCode: '99' }))).toEqual([])
  })
})
