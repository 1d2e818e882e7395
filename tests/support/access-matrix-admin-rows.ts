// Rows of the doors to accounts: the administrator of the commune has the others', everyone has their own.
import { newId } from '@/lib/platform/clock'
import { loadCommune } from '@/prisma/seed/data'
import type { Row } from '@/tests/support/access-matrix'
import type { Subject } from '@/tests/support/access-matrix-subjects'

// visitor | owner elsewhere weak neighbour | clerk director registrar cashier | leader head otherHead | specialist colleague outsider | admin | far
const FOR_ADMIN = 's | a a a a | a a a a | a a a | a a a | y | a a'
/** An officer is somebody only to the administrator of the same commune. */
const OF_AN_OFFICER = 's | n n n n | n n n n | n n n | n n n | y | n n'
const WITH_A_LINK = 'y | y x y y | y y y y | y y y | y y y | y | x x'
const SIGNED_IN = 's | y y y y | y y y y | y y y | y y y | y | y y'

const DAY_OFF = { date: '2099-01-01', kind: 'HOLIDAY', name: 'Tết Dương lịch', legalRef: 'Bộ luật Lao động', provisional: true }
const { letterhead, name, placeName, address, phone, agencyCode } = loadCommune()
const COMMUNE_FACTS = { name, placeName, address, phone, agencyCode, ...letterhead, email: '', provinceCode: '', host: '' }

const SHEET = { fileName: 'so.csv', size: 10, sha256: '0'.repeat(64), isCsv: true }

const nothing = () => ({})
const officer = async (subject: Subject) => {
  const { staffId, version } = await subject.officer()
  return { staffId, version }
}
const POSITION = { fullName: 'Lê Thị Bản Nháp', position: 'Chuyên viên', departmentCode: 'VAN_PHONG', roles: ['specialist'] }
const nobody = () => ({ staffId: newId(), version: 1, absentId: newId(), substituteId: newId(), ...DAYS, ...POSITION })
const DAYS = { firstDay: '2099-01-05', lastDay: '2099-01-09' }
const PASSWORD = 'một câu dài dễ nhớ'
const typed = { password: () => PASSWORD, again: () => PASSWORD }

const ofOfficer = (door: string, input: Row['input'] = officer): Row => ({
  ...{ door, answers: OF_AN_OFFICER, input, unknown: nobody, known: ['admin'] },
  fresh: true,
})

export const ADMIN_ROWS: readonly Row[] = [
  { door: 'staff.find', answers: FOR_ADMIN, input: nothing },
  { door: 'procedure.find_unfilled_steps', answers: FOR_ADMIN, input: nothing },
  { door: 'dossier.erase_person', answers: FOR_ADMIN, input: () => ({ personalNumber: () => '000000000000' }) },
  { door: 'staff.find_stand_ins', answers: 's | a a a a | y y y y | y y y | y y y | y | y y', input: nothing },
  { door: 'staff.list_departments', answers: FOR_ADMIN, input: nothing },
  { door: 'staff.add', answers: FOR_ADMIN, input: () => ({ ...POSITION, userName: `thu.${newId()}` }) },
  { door: 'staff.end_substitution', answers: FOR_ADMIN.replace('y', 'n'), input: () => ({ id: newId() }) },
  { door: 'dossier.find_unverified', answers: FOR_ADMIN, input: nothing },
  { door: 'deadline.find_days', answers: FOR_ADMIN, input: nothing },
  { door: 'dossier.preview_calendar', answers: FOR_ADMIN, input: () => ({ day: DAY_OFF }) },
  { door: 'dossier.change_calendar', answers: FOR_ADMIN, input: () => ({ day: DAY_OFF }) },
  { door: 'places.read_commune', answers: FOR_ADMIN, input: nothing },
  { door: 'places.save_commune', answers: FOR_ADMIN, input: () => COMMUNE_FACTS },
  { door: 'dossier.find_reason_wordings', answers: FOR_ADMIN, input: nothing },
  { door: 'dossier.add_reason', answers: FOR_ADMIN, input: () => ({ kind: 'STOP', text: 'Thiếu dấu giáp lai', from: '2099-01-01' }) },
  {
    door: 'dossier.change_reason',
    answers: FOR_ADMIN,
    input: () => ({ code: 'missing', shownFrom: '2025-07-01', text: 'Chưa có giấy tờ này', from: '2099-01-01' }),
  },
  {
    door: 'dossier.end_reason',
    answers: FOR_ADMIN,
    input: () => ({ code: 'expired', shownFrom: '2025-07-01', lastDay: '2099-01-01' }),
  },
  { door: 'dossier.save_supplement_time', answers: FOR_ADMIN, input: () => ({ days: '45', source: '' }) },
  { door: 'register.find_imports', answers: FOR_ADMIN, input: nothing },
  { door: 'register.read_import_room', answers: FOR_ADMIN, input: nothing },
  { door: 'register.add_file', answers: FOR_ADMIN, input: () => ({ id: newId(), ...SHEET }) },
  ...['register.read_import', 'register.import'].map((door): Row => ({
    ...{ door, answers: OF_AN_OFFICER, input: (subject: Subject) => subject.registerFile() },
    ...{ unknown: () => ({ id: newId() }), known: ['admin'], fresh: true },
  })),
  ofOfficer('dossier.read_officer'),
  ofOfficer('dossier.change_officer', async (subject) => ({ ...(await officer(subject)), ...POSITION })),
  ofOfficer('dossier.suspend_officer'),
  ofOfficer('staff.restore'),
  ofOfficer('identity.reset_password'),
  ofOfficer('staff.read_absence'),
  ofOfficer('staff.add_substitution', async (subject) => ({
    ...{ absentId: (await subject.officer()).staffId, substituteId: (await subject.officer()).staffId },
    ...DAYS,
  })),
  {
    door: 'staff.read_password_link',
    answers: WITH_A_LINK,
    x: 'link_over',
    input: async (subject) => ({ token: (await subject.officer()).token }),
  },
  {
    door: 'identity.set_password',
    answers: WITH_A_LINK,
    x: 'link_over',
    input: async (subject) => ({ token: (await subject.officer()).token, ...typed }),
  },
  {
    // The right one would change the passwords with which the other rows sign in.
    door: 'identity.change_password',
    when: 'with a wrong old one',
    answers: 's | a a a a | x x x x | x x x | x x x | x | x x',
    x: 'invalid_input',
    input: () => ({ old: () => 'không phải mật khẩu này', ...typed }),
  },
  { door: 'identity.find_my_sessions', answers: SIGNED_IN, input: nothing },
  { door: 'identity.end_my_sessions', answers: SIGNED_IN, input: () => ({ sessionId: 'others' }) },
]
