/**
 * What people come to ask for and the commune does not do, and who does. Where each office stands was told by people who know, not compared with the
 * texts in force: the page says so, and `/quan-tri/chua-doi-chieu` lists it. Pure.
 */
import { fold } from '@/lib/text/fold'
import { rawWords } from './spelling'

type NotHere = { what: string; where: string; said: readonly string[] }

const NOT_HERE: readonly NotHere[] = [
  {
    what: 'Cấp, đổi, cấp lại thẻ căn cước',
    where: 'Công an xã hoặc cơ quan quản lý căn cước của Công an tỉnh',
    said: ['thẻ căn cước', 'căn cước', 'căn cước công dân', 'cccd', 'chứng minh nhân dân', 'cmnd', 'chứng minh thư'],
  },
  {
    what: 'Ly hôn',
    where: 'Tòa án nhân dân khu vực nơi cư trú',
    said: ['ly hôn', 'li hôn', 'ly dị', 'li dị', 'đơn ly hôn', 'thuận tình ly hôn', 'ly hôn đơn phương'],
  },
  {
    what: 'Đăng ký xe, biển số xe',
    where: 'Công an xã được giao đăng ký xe, hoặc Phòng Cảnh sát giao thông Công an tỉnh',
    said: ['xe máy', 'đăng ký xe', 'đăng ký xe máy', 'xe ô tô', 'biển số xe', 'cà vẹt xe', 'cavet xe', 'giấy tờ xe'],
  },
  {
    what: 'Giấy phép lái xe',
    where: 'Phòng Cảnh sát giao thông Công an tỉnh',
    said: ['bằng lái', 'bằng lái xe', 'bằng lái xe máy', 'giấy phép lái xe', 'gplx'],
  },
  {
    what: 'Hộ chiếu',
    where: 'Phòng Quản lý xuất nhập cảnh Công an tỉnh',
    said: ['hộ chiếu', 'passport', 'hộ chiếu phổ thông'],
  },
  {
    what: 'Phiếu lý lịch tư pháp',
    where: 'Công an tỉnh, hoặc ứng dụng VNeID',
    said: ['lý lịch tư pháp', 'phiếu lý lịch tư pháp', 'lltp'],
  },
  {
    what: 'Thành lập công ty, doanh nghiệp',
    where: 'cơ quan đăng ký kinh doanh cấp tỉnh',
    said: ['công ty', 'thành lập công ty', 'doanh nghiệp', 'thành lập doanh nghiệp', 'đăng ký doanh nghiệp'],
  },
  {
    what: 'Thuế và mã số thuế',
    where: 'Thuế cơ sở nơi cư trú',
    said: ['mã số thuế', 'nộp thuế', 'thuế thu nhập cá nhân', 'thuế'],
  },
]

/** Words of asking, which name nothing: "làm thẻ căn cước ở đâu" asks for "thẻ căn cước". */
const ASKING = new Set(
  'lam xin thu tuc o dau can muon toi cho cap doi lai moi bi mat nop giay to ho so don nhu the nao thi phai'.split(' ').map(fold),
)

const telling = (text: string): string[] => rawWords(fold(text)).filter((word) => !ASKING.has(word))

const KNOWN = NOT_HERE.map((one) => ({ ...one, said: one.said.map(telling).filter((words) => words.length > 0) }))

/**
 * What the query asks for that is not done here; null when it asks for something else, or for something else as well: "công chứng căn cước" is
 * a matter of the commune.
 */
export function notHere(query: string): Pick<NotHere, 'what' | 'where'> | null {
  const asked = telling(query).toSorted().join(' ')
  if (asked === '') return null
  const found = KNOWN.find(({ said }) => said.some((words) => words.toSorted().join(' ') === asked))
  return found ? { what: found.what, where: found.where } : null
}
