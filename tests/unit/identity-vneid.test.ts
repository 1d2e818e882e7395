import { describe, expect, it } from 'vitest'
import { readClaims } from '@/lib/identity/vneid'

const CLAIMS = {
  sub: 'abc',
  LoaiTaiKhoan: '1',
  SoDinhDanh: '086194000012',
  HoVaTen: 'Nguyễn Thị Minh Họa',
  NgayThangNamSinh: '08/03/1994',
  GioiTinh: '2',
  loAs: '2',
  IAL: '2',
}

describe('what VNeID says of a person', () => {
  it('is read as the person', () => {
    expect(readClaims(CLAIMS)).toEqual({
      sub: 'abc',
      personalNumber: '086194000012',
      fullName: 'Nguyễn Thị Minh Họa',
      birthDate: new Date('1994-03-08'),
      level: 2,
    })
  })

  it('joins letters and marks that came apart, and outer and double blanks away', () => {
    expect(readClaims({ ...CLAIMS, HoVaTen: ` ${'Nguyễn  Thị'.normalize('NFD')} ` })?.fullName).toBe('Nguyễn Thị')
  })

  it.each(['sub', 'SoDinhDanh', 'HoVaTen'])('is nobody without %s', (name) => {
    for (const value of [undefined, null, '', ' ', {}]) expect(readClaims({ ...CLAIMS, [name]: value })).toBeNull()
  })

  it.each(['8619400001', '0861940000123', 'không rõ'])('is nobody with the number %s', (SoDinhDanh) => {
    expect(readClaims({ ...CLAIMS, SoDinhDanh })).toBeNull()
  })

  it('is nobody when there are no claims', () => {
    for (const claims of [null, undefined, 'x', []]) expect(readClaims(claims)).toBeNull()
  })

  it.each([
    ['8/3/1994', '1994-03-08'],
    ['08-03-1994', '1994-03-08'],
    ['08.03.1994', '1994-03-08'],
    ['1994-03-08', '1994-03-08'],
    ['1994-03-08T00:00:00Z', '1994-03-08'],
    ['19940308', '1994-03-08'],
    ['31/02/1994', null],
    ['1994', null],
    ['03/1994', null],
    ['', null],
    [null, null],
    [{}, null],
  ])('the birth date %j is %j', (NgayThangNamSinh, day) => {
    expect(readClaims({ ...CLAIMS, NgayThangNamSinh })?.birthDate ?? null).toEqual(day === null ? null : new Date(day))
  })

  it.each([
    ['2', '2', 2],
    [2, 2, 2],
    ['Mức 2', 'IAL2', 2],
    ['3', '2', 2],
    ['2', '1', 1],
    ['1', '2', 1],
    ['1', undefined, 1],
    [undefined, '2', 2],
    [undefined, undefined, 1],
    ['cao', 'x', 1],
    [{}, [], 1],
  ])('strength %j and identity %j are level %j', (loAs, IAL, level) => {
    expect(readClaims({ ...CLAIMS, loAs, IAL })?.level).toBe(level)
  })
})
