// The server actions of the administrator and of the own account; what is typed is refused or concerns only rows that the tests have made.
import { sentenceOf } from '@/lib/text/refusals'
import type { Sample } from '@/tests/support/access-matrix-portal'
import type { Write } from '@/tests/support/access-matrix-write'

const officer = (act: string, whose: (sample: Sample) => string) => (sample: Sample) => `/quan-tri/nhan-su/${whose(sample)}${act}`
const atWork = ({ officerId }: Sample): string => officerId
const suspended = ({ suspendedId }: Sample): string => suspendedId
const changed = () => sentenceOf({ code: 'changed_meanwhile', detail: {} })
const NO_SUCH_FILE = '01900000-0000-7000-8000-000000000000'
const noSuchVersion = (): [string, string][] => [['version', '999']]
const passwords = (): [string, string][] => ['old', 'password', 'again'].map((name) => [name, 'ngắn'])

export const ADMIN_WRITES: readonly Write[] = [
  {
    what: 'addOfficerAction',
    as: 'admin',
    to: () => '/quan-tri/nhan-su/them',
    form: 'name="userName"',
    typed: () => [['userName', 'x']],
    says: () => 'Tên đăng nhập gồm 3 đến 60',
  },
  {
    what: 'changeOfficerAction',
    as: 'admin',
    to: officer('', atWork),
    form: 'name="staffId"',
    typed: noSuchVersion,
    says: changed,
  },
  {
    what: 'suspendOfficerAction',
    as: 'admin',
    to: officer('/tam-ngung', atWork),
    form: 'name="staffId"',
    typed: noSuchVersion,
    says: changed,
  },
  {
    what: 'restoreOfficerAction',
    as: 'admin',
    to: officer('/phuc-hoi', suspended),
    form: 'name="staffId"',
    typed: noSuchVersion,
    says: changed,
  },
  {
    what: 'resetPasswordAction',
    as: 'admin',
    to: officer('/dat-lai-mat-khau', atWork),
    form: 'name="staffId"',
    typed: noSuchVersion,
    says: changed,
  },
  {
    what: 'addSubstitutionAction',
    as: 'admin',
    to: officer('/lam-thay', suspended),
    form: 'name="substituteId"',
    typed: () => [['substituteId', '']],
    says: () => 'Chọn người làm thay',
  },
  { what: 'endSubstitutionAction', as: 'admin', to: officer('/lam-thay', suspended), form: 'name="id"', typed: () => [] },
  {
    what: 'changeCalendarAction',
    as: 'admin',
    to: () =>
      '/quan-tri/lich-lam-viec/ngay?xem=1&ngay.day=1&ngay.month=1&ngay.year=2099&loai=HOLIDAY&ten=T%E1%BA%BFt&can-cu=B%E1%BB%99+lu%E1%BA%ADt',
    form: 'name="la"',
    typed: () => [['ten', '']],
    says: () => 'Nhập tên ngày',
  },
  {
    what: 'saveCommuneAction',
    as: 'admin',
    to: () => '/quan-tri/thong-tin-xa',
    form: 'name="agencyCode"',
    typed: () => [['agencyCode', 'không phải mã']],
    says: () => 'Mã cơ quan có dạng',
  },
  {
    what: 'addReasonAction',
    as: 'admin',
    to: () => '/quan-tri/ly-do-bo-sung',
    form: 'name="text"',
    typed: () => [['text', '']],
    says: () => 'Ghi lý do thành câu',
  },
  {
    what: 'saveSupplementTimeAction',
    as: 'admin',
    to: () => '/quan-tri/ly-do-bo-sung',
    form: 'name="days"',
    typed: () => [['days', 'mười']],
    says: () => 'Số ngày từ 1 đến 365',
  },
  {
    what: 'changeReasonAction',
    as: 'admin',
    to: () => '/quan-tri/ly-do-bo-sung/missing',
    form: 'name="text"',
    typed: () => [['text', '']],
    says: () => 'Ghi lý do thành câu',
  },
  {
    what: 'endReasonAction',
    as: 'admin',
    to: () => '/quan-tri/ly-do-bo-sung/missing',
    form: 'name="lastDay.day"',
    typed: () => [['lastDay.year', '2020']],
    says: () => 'Chọn hôm nay hoặc một ngày sau',
  },
  {
    what: 'importRegisterAction',
    as: 'admin',
    to: ({ registerId }) => `/quan-tri/nhap-so/${registerId}`,
    form: 'name="id"',
    typed: () => [['id', NO_SUCH_FILE]],
    says: () => sentenceOf({ code: 'not_found', detail: {} }),
  },
  {
    what: 'setPasswordAction',
    as: 'visitor',
    to: ({ linkToken }) => `/dat-mat-khau/${linkToken}`,
    form: 'name="password"',
    typed: passwords,
    says: () => 'Mật khẩu cần ít nhất',
  },
  {
    what: 'changePasswordAction',
    as: 'clerk',
    to: () => '/tai-khoan',
    form: 'name="old"',
    typed: passwords,
    says: () => 'Mật khẩu đang dùng chưa đúng',
  },
  {
    what: 'saveMyContactAction',
    as: 'owner',
    to: () => '/tai-khoan/lien-he',
    form: 'name="wardCode"',
    typed: () => [['phone', '']],
    says: () => 'Nhập số điện thoại',
  },
  { what: 'endMySessionsAction', as: 'clerk', to: () => '/tai-khoan', form: 'name="sessionId"', typed: () => [] },
]
