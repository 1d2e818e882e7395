/**
 * What people say at the counter, as the finder reads it. The phrases are data, in `everyday/`: whoever hears a new one at the desk adds it
 * there. Here are the words that hold for every procedure. Everything in this file is folded (`lib/text/fold`) unless it says otherwise.
 */
import { LIFE_EVENTS } from './everyday/life-events'
import { PEOPLE } from './everyday/people'
import { PROPERTY } from './everyday/property'
import { SUPPORT } from './everyday/support'

/** A phrase, with accents; `weight` 1 when it asks for just this procedure, less when the procedure only comes along with a life event. */
export interface Everyday {
  phrase: string
  weight: number
}

/** From which the later procedures of a life event stand behind the first. */
const COMES_ALONG = 0.8
const COMES_LATER = 0.05

const phrasesIn = (text: string): string[] => text.split(';').map((phrase) => phrase.replace(/\s+/g, ' ').trim())

/** Every phrase by the procedure's code, each once. A code that a commune does not offer does no harm. */
export const EVERYDAY: ReadonlyMap<string, readonly Everyday[]> = (() => {
  const all = new Map<string, Everyday[]>()
  const add = (code: string, text: string, weight: number) => {
    const own = all.get(code) ?? []
    const more = phrasesIn(text).filter((phrase) => own.every((one) => one.phrase !== phrase || one.weight < weight))
    all.set(code, [...own, ...more.map((phrase) => ({ phrase, weight }))])
  }
  for (const table of [PEOPLE, PROPERTY, SUPPORT]) for (const [code, text] of Object.entries(table)) add(code, text, 1)
  for (const [text, codes] of LIFE_EVENTS)
    codes.forEach((code, place) => add(code, text, place === 0 ? 1 : COMES_ALONG - place * COMES_LATER))
  return all
})()

/** Short forms as typed on a phone, and what they stand for (with accents). */
export const ABBREVIATIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    gks: 'giấy khai sinh',
    ks: 'khai sinh',
    dkks: 'đăng ký khai sinh',
    tlks: 'trích lục khai sinh',
    tlkt: 'trích lục khai tử',
    tlkh: 'trích lục kết hôn',
    gcs: 'giấy chứng sinh',
    gct: 'giấy chứng tử',
    dkkt: 'đăng ký khai tử',
    kh: 'kết hôn',
    dkkh: 'đăng ký kết hôn',
    gdkkh: 'giấy đăng ký kết hôn',
    gcnkh: 'giấy chứng nhận kết hôn',
    tthn: 'tình trạng hôn nhân',
    xntthn: 'xác nhận tình trạng hôn nhân',
    gxntthn: 'giấy xác nhận tình trạng hôn nhân',
    hn: 'hôn nhân',
    ytnn: 'yếu tố nước ngoài',
    nn: 'nước ngoài',
    vk: 'việt kiều',
    ht: 'hộ tịch',
    cmnd: 'chứng minh nhân dân',
    cmt: 'chứng minh nhân dân',
    cmtnd: 'chứng minh nhân dân',
    cccd: 'căn cước',
    cc: 'căn cước',
    qsd: 'quyền sử dụng',
    qsdd: 'quyền sử dụng đất',
    cnqsdd: 'chứng nhận quyền sử dụng đất',
    gcnqsdd: 'giấy chứng nhận quyền sử dụng đất',
    gcnqsd: 'giấy chứng nhận quyền sử dụng đất',
    gcn: 'giấy chứng nhận',
    sd: 'sổ đỏ',
    hk: 'hộ khẩu',
    shk: 'sổ hộ khẩu',
    hktt: 'hộ khẩu thường trú',
    nkhk: 'nhập hộ khẩu',
    dktt: 'đăng ký thường trú',
    dkhk: 'đăng ký hộ khẩu',
    hkd: 'hộ kinh doanh',
    dkkd: 'đăng ký kinh doanh',
    dkhkd: 'đăng ký hộ kinh doanh',
    gpkd: 'giấy phép kinh doanh',
    gcndkkd: 'giấy chứng nhận đăng ký kinh doanh',
    kd: 'kinh doanh',
    gpxd: 'giấy phép xây dựng',
    xd: 'xây dựng',
    bhyt: 'bảo hiểm y tế',
    bh: 'bảo hiểm',
    btxh: 'bảo trợ xã hội',
    tcxh: 'trợ cấp xã hội',
    htxh: 'hưu trí xã hội',
    nkt: 'người khuyết tật',
    kt: 'khuyết tật',
    xnkt: 'xác nhận khuyết tật',
    nct: 'người cao tuổi',
    ncc: 'người có công',
    ccb: 'cựu chiến binh',
    tnxp: 'thanh niên xung phong',
    tb: 'thương binh',
    ls: 'liệt sĩ',
    vnah: 'việt nam anh hùng',
    bmvnah: 'mẹ việt nam anh hùng',
    mtp: 'mai táng phí',
    dtm: 'đánh giá tác động môi trường',
    hgv: 'hòa giải viên',
    hd: 'hợp đồng',
    hdmb: 'hợp đồng mua bán',
    hdtc: 'hợp đồng tặng cho',
    syll: 'sơ yếu lý lịch',
    uq: 'ủy quyền',
    guq: 'giấy ủy quyền',
    bs: 'bản sao',
    sybc: 'sao y bản chính',
    ck: 'chữ ký',
    xn: 'xác nhận',
    dk: 'đăng ký',
    ctich: 'chủ tịch',
    kntc: 'khiếu nại tố cáo',
    tcd: 'tiếp công dân',
    knghi: 'kiến nghị',
    mtuy: 'ma túy',
    gt: 'giấy tờ',
    ng: 'người',
    nc: 'nước',
    sdt: 'số điện thoại',
  }),
)

/** Lands that are called by one syllable, which says a land only beside certain words: "vo my", but not "my" alone. */
const LANDS = ['my', 'han', 'dai', 'uc', 'nhat', 'nga', 'tay'] as const
const abroad = (before: string, lands: readonly string[]): [string, ...string[]] => [
  `${before} nuoc ngoai`,
  ...lands.map((land) => `${before} ${land}`),
]

/** Words and phrases that mean the same at the counter, on both sides of the comparison: the first stands for the rest. */
export const SAME_WORDS: readonly (readonly [stands: string, ...said: string[]])[] = [
  ['matuy', 'ma tuy'],
  ['machay', 'ma chay'],
  ['bangcap', 'bang cap 3', 'bang cap ba', 'bang cap', 'bang dai hoc', 'bang tot nghiep', 'bang cao dang', 'bang thpt', 'bang cap 2'],
  ['cha', 'ba', 'bo', 'tia'],
  ['me', 'ma', 'u', 'bu'],
  ['chet', 'tu vong', 'qua doi', 'tu tran', 'hy sinh', 'tat tho'],
  ['tiem', 'cua hang', 'cua hieu', 'cua tiem', 'shop', 'sap', 'ki ot', 'kiot'],
  ['cancuoc', 'can cuoc cong dan', 'the can cuoc', 'can cuoc', 'chung minh nhan dan', 'chung minh thu', 'giay chung minh'],
  ['bi mat giay', 'that lac giay', 'roi mat giay', 'lam mat giay', 'roi giay', 'rot giay', 'that lac'],
  ['rach', 'nat', 'rach nat', 'hu hong', 'hu', 'nhau nat', 'cu nat', 'uot', 'moi an', 'mot an', 'chuot can'],
  ['ghi sai', 'ghi lon', 'ghi nham', 'viet sai', 'viet lon', 'viet nham', 'in sai', 'in nham'],
  ['so do', 'so hong', 'bia do', 'bia hong', 'the do', 'giay do', 'bang khoan'],
  ['ly hon', 'ly di', 'li di', 'li hon'],
  ['thon', 'ap', 'khu pho', 'to dan pho', 'xom'],
  ['photo', 'photocopy', 'foto', 'poto', 'pho to', 'copy'],
  ['uy quyen', 'uy nhiem'],
  ['thuong binh', 'benh binh'],
  ['online', 'onl', 'tren mang', 'qua mang'],
  ['giay phep kinh doanh', 'giay dang ky kinh doanh', 'giay kinh doanh', 'phep kinh doanh', 'giay chung nhan kinh doanh'],
  ['giay phep xay dung', 'giay phep xay nha', 'phep xay dung', 'phep xay nha', 'giay xay nha', 'giay xay dung'],
  [
    'nuoc ngoai',
    'ngoai quoc',
    'han quoc',
    'dai loan',
    'nhat ban',
    'hoa ky',
    'trung quoc',
    'campuchia',
    'singapore',
    'malaysia',
    'thai lan',
    'canada',
  ],
  ...['nguoi', 'ben'].map((before) => abroad(before, ['phap', 'trung', 'thai', 'lao', ...LANDS])),
  ...['o', 'chong', 'vo', 'lay', 'cuoi', 're'].map((before) => abroad(before, LANDS)),
]

/** Words that a request is wrapped in and that tell no procedure from another. */
export const FILLER_WORDS: ReadonlySet<string> = new Set(
  (
    'lam giay xin cap cho toi em anh chi con chau minh ban muon can phai di den tai o dau nhu the nao khi thu tuc ho so ' +
    'viec don to de va hoac voi ve cua la thi duoc giup xa phuong uy ban ubnd mot cai nay moi bi ' +
    'gi ko khong kg hok dc vs j nha nhe bao nhieu roi gio nhung ai luc sao tui tao hay nho cach gap nhanh luon nua mang theo'
  ).split(' '),
)
