import type { Dice } from './dice'

/** A generated person: everything about them is invented and looks it. */
export type SeedPerson = {
  fullName: string
  personalNumber: string
  birthDate: string
  phone: string
  email: string | null
  address: string
}

const FAMILIES = [
  'Nguyễn',
  'Nguyễn',
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Huỳnh',
  'Phan',
  'Võ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
  'Dương',
  'Lý',
  'Mai',
  'Đinh',
  'Trịnh',
  'Cao',
]
const GIVEN = [
  'Minh Họa',
  'Mẫu',
  'Thí Dụ',
  'Giả Định',
  'Tượng Trưng',
  'Nguyên Mẫu',
  'Bản Nháp',
  'Tập Dượt',
  'Diễn Tập',
  'Thử',
  'Phác Thảo',
  'Tạm Đặt',
  'Giả Sử',
  'Minh Chứng',
  'Làm Thử',
  'Kiểm Thử',
  'Trình Diễn',
  'Mô Phỏng',
]
const HAMLETS = ['ấp Mẫu', 'ấp Ví Dụ', 'ấp Thí Điểm', 'ấp Giả Định', 'ấp Minh Họa']

/** One generated inhabitant of the demo commune; `number` keeps phones and personal numbers apart. */
export function aPerson(dice: Dice, number: number): SeedPerson {
  const female = dice.draw() < 0.5
  const year = dice.between(1948, 2005)
  const birthDate = `${year}-${pad(dice.between(1, 12))}-${pad(dice.between(1, 28))}`
  const century = year < 2000 ? (female ? 1 : 0) : female ? 3 : 2
  const digits = String(number).padStart(6, '0')
  return {
    fullName: `${dice.pick(FAMILIES)} ${female ? 'Thị' : 'Văn'} ${dice.pick(GIVEN)}`,
    personalNumber: `086${century}${String(year).slice(2)}${digits}`,
    birthDate,
    phone: `0900${digits}`,
    email: dice.draw() < 0.7 ? `nguoi${number}@vidu.example` : null,
    address: `Số ${dice.between(1, 240)}, ${dice.pick(HAMLETS)}, xã Tân Hoà`,
  }
}

const pad = (n: number) => String(n).padStart(2, '0')
