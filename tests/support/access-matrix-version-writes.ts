// The server actions of the procedures' versions; what is typed is refused, so that the procedures stay as they are.
import { sentenceOf } from '@/lib/text/refusals'
import { COMING, WRITTEN } from '@/tests/support/access-matrix-versions'
import { TOO_OLD, type Write } from '@/tests/support/access-matrix-write'

const page = (path: string) => () => `/quan-tri/thu-tuc/${path}`
const NOT_SEEN = (): [string, string][] => [['seen', 'cũ']]
const NO_SUCH_VERSION = '01900000-0000-7000-8000-000000000000'

export const VERSION_WRITES: readonly Write[] = [
  {
    what: 'startVersionAction',
    as: 'admin',
    to: page(COMING),
    form: 'name="code"',
    typed: () => [['code', '9.999999']],
    says: () => sentenceOf({ code: 'not_found', detail: {} }),
  },
  {
    what: 'saveVersionPartAction',
    as: 'admin',
    to: page(`${WRITTEN}/ban-nhap/ten-goi`),
    form: 'name="shortName"',
    typed: () => [['shortName', '']],
    says: () => 'Nhập tên gọi tắt',
  },
  {
    what: 'saveVersionEntryAction',
    as: 'admin',
    to: page(`${WRITTEN}/ban-nhap/giay-to/1`),
    form: 'name="requirement"',
    typed: () => [['name', '']],
    says: () => 'Nhập tên giấy tờ',
  },
  {
    what: 'arrangeVersionEntryAction',
    as: 'admin',
    to: page(`${WRITTEN}/ban-nhap/giay-to`),
    form: 'name="list"',
    typed: () => [...NOT_SEEN(), ['to', 'down']],
    says: TOO_OLD,
  },
  { what: 'publishVersionAction', as: 'admin', to: page(`${WRITTEN}/cong-bo`), form: 'name="seen"', typed: NOT_SEEN, says: TOO_OLD },
  { what: 'dropVersionDraftAction', as: 'admin', to: page(`${WRITTEN}/bo-ban-nhap`), form: 'name="seen"', typed: NOT_SEEN, says: TOO_OLD },
  {
    what: 'withdrawVersionAction',
    as: 'admin',
    to: page(`${COMING}/rut-lai`),
    form: 'name="versionId"',
    typed: () => [['versionId', NO_SUCH_VERSION]],
    says: TOO_OLD,
  },
]
