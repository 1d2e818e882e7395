import { readFileSync, readdirSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { formatVnd } from '@/lib/platform/money'
import * as data from '@/prisma/seed/data'
import { DemoCitizenRow, ProcedureRow } from '@/prisma/seed/schema'

const FOLDER = new URL('../../prisma/seed/data/', import.meta.url)
const files = readdirSync(FOLDER)
const read = (file: string): string => readFileSync(new URL(file, FOLDER), 'utf8')

const procedures = data.loadProcedures()
const versions = procedures.flatMap(({ code, field, versions }) => versions.map((version) => ({ code, field, ...version })))
const version = (code: string) => {
  const found = versions.find((one) => one.code === code)
  if (!found) throw new Error(`no procedure ${code}`)
  return found
}

/** What the published catalogue gives as the amount at the counter, in đồng; every procedure that is not here costs nothing by rule. */
const AMOUNTS: Readonly<Record<string, number>> = {
  '1.004873': 5000,
  '1.001022': 10000,
  '1.004859': 10000,
  '1.004884': 8000,
  '1.004772': 8000,
  '1.004746': 30000,
  '1.005461': 8000,
  '2.000635': 8000,
  '2.002516': 8000,
  '2.000528': 75000,
  '2.000806': 1000000,
  '2.002189': 75000,
  '2.000815': 2000,
  '2.000884': 10000,
  '2.001035': 50000,
  '2.001406': 50000,
  '2.001016': 50000,
  '2.001019': 50000,
  '2.000913': 30000,
  '2.000927': 25000,
  '2.000942': 2000,
  '2.001008': 10000,
  '2.001263': 400000,
  '1.012796': 25000,
  '1.013978': 35000,
  '1.013225': 75000,
  '1.013226': 75000,
  '1.013227': 15000,
  '1.013228': 15000,
  '1.001612': 100000,
  '2.000720': 50000,
  '2.000575': 50000,
  '1.004222': 20000,
  '1.004194': 15000,
  '1.002755': 10000,
  '1.010038': 10000,
}

/** Papers that the catalogue lists as always needed but whose own wording, or the law, asks of some applicants only. */
const ASKED_OF_SOME: readonly (readonly [code: string, position: number])[] = [
  ['1.000656', 3], // chết đã lâu
  ['1.001022', 2], // văn bản y tế, giám định hoặc…
  ['1.001022', 3], // …cam đoan thay thế
  ['1.004837', 2], // giám hộ cử
  ['1.004837', 3], // giám hộ đương nhiên
  ['1.004884', 3], // cán bộ, công chức, viên chức, lực lượng vũ trang
  ['1.001776', 2], // mẫu 2a
  ['1.001776', 3], // mẫu 2b
  ['1.001776', 4], // mẫu 03
  ['1.010824', 3], // con chưa đủ 18
  ['1.010824', 4], // con đang học
  ['1.001612', 2], // các thành viên hộ gia đình cùng đăng ký: NĐ 168/2025/NĐ-CP
  ['2.000720', 2], // hộ nhiều thành viên
  ['1.001266', 2], // hộ nhiều thành viên
]

/** Words of the editor's notes, and abbreviations that a citizen does not know. */
const EDITOR =
  /(?<!\p{L})(OWN|OTHER|[Cc]rawl|medium|CSDL\p{L}*|HĐND|HPHLS|CBCCVC|LLVT|BHXH|NQ|QĐ|TNXP|TGXH|HKD|LLTP|ĐTM|bạn)(?!\p{L})|Ví dụ Hải Phòng|\d{3}đ(?!\p{L})|(?<!Ông)(?<=\p{L})\//u

/** Everything that a citizen may read of a procedure, save names of laws and where an amount was seen. */
const readByCitizens = (one: (typeof versions)[number]): string[] =>
  [
    ...[one.name, one.shortName, one.lead, one.timeLimitNote, one.result, one.bring, one.feeSentence, one.feeShort],
    ...one.fees.flatMap((fee) => [fee.name, fee.condition]),
    ...one.components.flatMap((component) => [component.name, component.note, component.question]),
  ].filter((text) => text !== null)

describe('the files of the seed', () => {
  it('are composed Vietnamese, so that no accent falls out of the font', () => {
    expect(files.filter((file) => read(file) !== read(file).normalize('NFC'))).toEqual([])
  })

  it('stay small enough to be read in a review', () => {
    expect(files.filter((file) => statSync(new URL(file, FOLDER)).size > 2_000_000)).toEqual([])
  })

  it('are refused with the place and the reason when one is broken', () => {
    const [first] = procedures
    const broken = structuredClone(first)
    const component = broken?.versions[0]?.components[0]
    if (component) component.requirement = 'IF_APPLICABLE'
    expect(ProcedureRow.safeParse(broken).error?.issues).toMatchObject([
      { path: ['versions', 0, 'components', 0, 'question'], message: 'has a question exactly when it is IF_APPLICABLE' },
    ])
  })
})

describe('the catalogue of procedures', () => {
  it('has the 87 procedures, each once, under a national code', () => {
    expect(procedures).toHaveLength(87)
    expect(new Set(procedures.map(({ code }) => code)).size).toBe(87)
    expect(procedures.filter(({ code }) => !/^\d\.\d{6}$/.test(code))).toEqual([])
  })

  it('sorts them into 21 fields, the fullest first, as the home page shows them', () => {
    const fields = data.loadFields()
    const sizes = fields.map(({ code }) => procedures.filter(({ field }) => field === code).length)
    expect(fields.map(({ position }) => position)).toEqual(Array.from({ length: 21 }, (_, index) => index + 1))
    expect(sizes).toEqual([19, 11, 7, 7, 7, 5, 5, 4, 4, 3, 3, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1])
    expect(new Set(fields.map(({ code }) => code)).size).toBe(21)
  })

  it('names each in at most 45 letters, and no two alike', () => {
    const names = versions.map(({ shortName }) => shortName)
    expect(names.filter((name) => name.length > 45)).toEqual([])
    expect(new Set(names).size).toBe(names.length)
  })

  it('keeps the words of the editor away from citizens', () => {
    const notes = ['HĐND tỉnh quy định', 'quá hạn 8.000đ; bản sao', 'xác minh tối đa 10 (OWN, medium)', 'theo QĐ 24', 'y tế/giám định']
    expect(notes.filter((note) => !EDITOR.test(note))).toEqual([])
    expect(versions.flatMap((one) => readByCitizens(one).filter((text) => EDITOR.test(text)))).toEqual([])
  })

  it('says what to bring where one has to come', () => {
    const counterOnly = versions.filter(({ onlineLevel }) => onlineLevel === 'COUNTER')
    expect(counterOnly).toHaveLength(8)
    expect(counterOnly.filter(({ bring }) => bring === null)).toEqual([])
  })

  it('asks a question for each paper that only some need, and for no other', () => {
    const components = versions.flatMap((one) => one.components)
    expect(components.filter(({ question, requirement }) => (question === null) === (requirement === 'IF_APPLICABLE'))).toEqual([])
  })

  it.each(ASKED_OF_SOME)('%s does not ask everyone for paper %i, which the law asks of some', (code, position) => {
    expect(version(code).components[position - 1]?.requirement).toBe('IF_APPLICABLE')
  })

  it('leaves every procedure at least one paper or form that is always needed', () => {
    expect(versions.filter(({ components }) => !components.some(({ requirement }) => requirement === 'ALWAYS'))).toEqual([])
  })

  it('gives every procedure to an office that the commune has', () => {
    const offices = data.loadCommune().departments.filter(({ kind }) => kind === 'DEPARTMENT' || kind === 'AGENCY')
    expect(new Set(versions.map(({ department }) => department))).toEqual(new Set(offices.map(({ code }) => code)))
  })

  it('names laws by their kind and number', () => {
    const bases = versions.flatMap(({ legalBasis }) => legalBasis)
    expect(bases.filter(({ number, title }) => !title.includes(number) || title === number)).toEqual([])
  })

  it('shows six procedures that most people look for', () => {
    const known = new Set(procedures.map(({ code }) => code))
    expect(data.loadPopular().filter((code) => known.has(code))).toHaveLength(6)
  })
})

describe('the fees', () => {
  it.each(versions.map(({ code }) => [code, AMOUNTS[code] ?? 0]))('%s costs %i đồng in the catalogue, and in its rules', (code, amount) => {
    const { fees } = version(code)
    const always = fees.filter(({ applies, channel }) => applies === 'ALWAYS' && channel !== 'ONLINE')
    if (amount === 0) expect(always).toEqual([])
    else expect((always.length > 0 ? always : fees).map((fee) => fee.amount)).toContain(amount)
  })

  it('are all said in the sentence that the citizen reads', () => {
    const unsaid = versions.flatMap(({ code, fees, feeSentence }) =>
      fees.filter(({ amount }) => !feeSentence.includes(formatVnd(amount))).map((fee) => `${code} ${fee.code}`),
    )
    expect(unsaid).toEqual([])
  })

  it('cost less online than at the counter for residence, by Thông tư 75/2022/TT-BTC', () => {
    const residence = ['1.004222', '1.004194', '1.002755', '1.010038'].map((code) =>
      version(code).fees.map(({ channel, amount }) => [channel, amount]),
    )
    expect(residence).toEqual([
      [['ONLINE', 10000], ['COUNTER', 20000]], // prettier-ignore
      [['ONLINE', 7000], ['COUNTER', 15000]], // prettier-ignore
      [['ONLINE', 5000], ['COUNTER', 10000]], // prettier-ignore
      [['ONLINE', 5000], ['COUNTER', 10000]], // prettier-ignore
    ])
  })

  it('are marked as unverified where only another province was seen', () => {
    const local = versions.flatMap(({ fees }) => fees).filter(({ source }) => /Hải Phòng|tham khảo/.test(source))
    expect(local.length).toBeGreaterThan(20)
    expect(local.filter(({ unverified }) => !unverified)).toEqual([])
  })

  it('say so when nothing is taken', () => {
    const free = versions.filter(({ fees, feeSentence }) => fees.length === 0 && !/^(Không thu|Miễn|Thu theo|Phí)/.test(feeSentence))
    expect(free).toEqual([])
  })
})

describe('the people of the demonstration', () => {
  const staff = data.loadStaff()
  const commune = data.loadCommune()

  it('are 23 staff who can be told apart and sit in offices that exist', () => {
    const offices = new Set(commune.departments.map(({ code }) => code))
    expect(staff).toHaveLength(23)
    expect(new Set(staff.map(({ userName }) => userName)).size).toBe(23)
    expect(new Set(staff.map(({ fullName }) => fullName)).size).toBe(23)
    expect(staff.filter(({ department }) => !offices.has(department))).toEqual([])
  })

  it.each([
    ['clerk', 5],
    ['specialist', 7],
    ['department_head', 4],
    ['centre_director', 1],
    ['registrar', 1],
    ['cashier', 1],
    ['admin', 1],
  ] as const)('the role %s is held by %i', (role, count) => {
    expect(staff.filter(({ roles }) => roles.includes(role))).toHaveLength(count)
  })

  it('leave no office without someone who works and someone who decides', () => {
    const handling = commune.departments.filter(({ kind }) => kind === 'DEPARTMENT' || kind === 'AGENCY').map(({ code }) => code)
    const holds = (office: string, role: 'specialist' | 'department_head') =>
      staff.some(({ department, roles }) => department === office && roles.includes(role))
    expect(handling.filter((office) => !holds(office, 'specialist') || !holds(office, 'department_head'))).toEqual([])
  })

  it('put a chairman and two deputies at the head of the commune', () => {
    const heads = staff.filter(({ department, roles }) => department === 'UBND' && roles.includes('leader'))
    expect(heads.map(({ position }) => position.split(' ')[0])).toEqual(['Chủ', 'Phó', 'Phó'])
  })

  it('have accounts in the list of the demonstration for every role', () => {
    const { accounts, citizens } = data.loadDemoAccounts()
    const listed = staff.filter(({ userName }) => accounts.some((account) => account.userName === userName))
    expect(listed).toHaveLength(accounts.length)
    expect(new Set(listed.flatMap(({ roles }) => roles))).toEqual(new Set(staff.flatMap(({ roles }) => roles)))
    const known = data.loadDemoCitizens().map(({ personalNumber, fullName }) => `${personalNumber} ${fullName}`)
    expect(citizens.filter(({ personalNumber, fullName }) => !known.includes(`${personalNumber} ${fullName}`))).toEqual([])
  })

  it('are citizens with numbers of their own, one of them of identity level 1', () => {
    const citizens = data.loadDemoCitizens()
    expect(new Set(citizens.map(({ personalNumber }) => personalNumber)).size).toBe(citizens.length)
    expect(new Set(citizens.map(({ sub }) => sub)).size).toBe(citizens.length)
    expect(citizens.filter(({ level }) => level === 1)).toHaveLength(1)
  })

  it('would not pass with a personal number of the wrong gender', () => {
    const woman = { sub: 'a', personalNumber: '086194000012', fullName: 'Nguyễn Thị Minh Họa', birthDate: '1994-03-08', level: 2 }
    expect(DemoCitizenRow.safeParse({ ...woman, gender: 'Nữ' }).success).toBe(true)
    expect(DemoCitizenRow.safeParse({ ...woman, gender: 'Nam' }).success).toBe(false)
  })

  it('have neighbours in a second commune with another code', () => {
    const second = data.loadSecondCommune()
    expect([commune.id, commune.agencyCode, second.id, second.agencyCode]).toEqual([1, 'H61.123', 2, 'H61.124'])
    expect(second.staff).toHaveLength(2)
  })
})

describe('the places', () => {
  const provinces = data.loadProvinces()
  const wards = data.loadWards()
  const changes = data.loadWardChanges()

  it('are 34 provinces, 3,321 wards and 10,977 changes', () => {
    expect([provinces.length, wards.length, changes.length]).toEqual([34, 3321, 10977])
    expect(new Set(wards.map(({ code }) => code)).size).toBe(3321)
  })

  it('hang together: each ward in a province, each change to a ward', () => {
    const provinceCodes = new Set(provinces.map(({ code }) => code))
    const wardCodes = new Set(wards.map(({ code }) => code))
    expect(wards.filter(({ provinceCode }) => !provinceCodes.has(provinceCode))).toEqual([])
    expect(changes.filter(({ wardCode }) => !wardCodes.has(wardCode))).toEqual([])
  })

  it('lead an old ward to the one whose name it took, also where the code of the source was wrong', () => {
    const change = changes.find(({ oldWard, oldDistrict }) => oldWard === 'Xã Kỳ Ninh' && oldDistrict === 'Thị xã Kỳ Anh')
    expect(wards.find(({ code }) => code === change?.wardCode)).toMatchObject({ name: 'Phường Hải Ninh', provinceCode: '42' })
  })
})
