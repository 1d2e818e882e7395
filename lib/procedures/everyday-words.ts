/**
 * What people say at the counter and what the procedures are called. Both sides are folded (`lib/text/fold`). A phrase found in a query is
 * tried in place of its words, beside the query as it was typed, so an entry can only add answers, never take one away.
 */
export const EVERYDAY_WORDS: readonly (readonly [says: readonly string[], means: string])[] = [
  [['moi sinh', 'sinh con', 'sinh em be', 'de con', 'em be', 'vo sinh', 'vo de', 'dat ten con'], 'dang ky khai sinh'],
  [
    ['khai sinh the bao hiem', 'khai sinh va bao hiem', 'khai sinh nhap khau', 'the bhyt tre em', 'bao hiem y te cho tre'],
    'lien thong khai sinh thuong tru bao hiem y te',
  ],
  [['lam lai khai sinh', 'mat ban chinh khai sinh', 'mat so goc khai sinh'], 'dang ky lai khai sinh'],
  [['mat giay khai sinh', 'mat khai sinh', 'sao khai sinh', 'trich luc'], 'cap ban sao trich luc ho tich ban sao giay khai sinh'],
  [['cuoi', 'lay vo', 'lay chong', 'dam cuoi', 'giay hon thu'], 'dang ky ket hon'],
  [['doc than', 'chua vo', 'chua chong', 'chua ket hon', 'da ly hon', 'ly hon'], 'giay xac nhan tinh trang hon nhan'],
  [
    [
      'ba mat',
      'bo mat',
      'cha mat',
      'me mat',
      'ma mat',
      'ong mat',
      'vo mat',
      'chong mat',
      'con mat',
      'nguoi mat',
      'nguoi nha mat',
      'moi mat',
    ].concat(['chet', 'qua doi', 'tu vong', 'chung tu', 'bao tu', 'tu tran', 'dam tang']),
    'dang ky khai tu',
  ],
  [['tien mai tang', 'ma chay', 'chon cat', 'tien dam tang'], 'ho tro chi phi mai tang'],
  [['sai ten', 'doi ten', 'sua ten', 'sai ngay sinh', 'sua khai sinh', 'sai khai sinh', 'doi ho'], 'thay doi cai chinh thong tin ho tich'],
  [['nhan con', 'nhan cha', 'nhan me', 'con ngoai gia thu'], 'dang ky nhan cha me con'],
  [['xin con nuoi', 'nhan nuoi'], 'dang ky viec nuoi con nuoi'],
  [['photo', 'cong chung', 'sao y', 'dong dau', 'ban sao bang', 'chung thuc cccd', 'chung thuc bang'], 'chung thuc ban sao tu ban chinh'],
  [['xac nhan chu ky', 'so yeu ly lich', 'giay uy quyen', 'lam giay uy quyen'], 'chung thuc chu ky'],
  [
    ['ban nha', 'ban dat', 'mua nha', 'mua dat', 'sang ten', 'mua xe', 'ban xe', 'cho dat', 'tang cho dat'],
    'chung thuc giao dich tai san quyen su dung dat nha o',
  ],
  [['thua ke', 'chia dat', 'chia tai san'], 'chung thuc van ban phan chia di san'],
  [['so do', 'so hong', 'bia do'], 'cap giay chung nhan lan dau dat dai'],
  [['tranh chap', 'lan dat', 'lan chiem', 'hang xom lan'], 'hoa giai tranh chap dat dai'],
  [['xay nha', 'lam nha', 'cat nha', 'sua nha'], 'cap giay phep xay dung nha o rieng le'],
  [['nhap khau', 'nhap ho khau', 'ho khau', 'chuyen khau', 'chuyen ho khau'], 'dang ky thuong tru'],
  [['cat khau', 'xoa khau', 'xoa ho khau'], 'xoa dang ky thuong tru'],
  [['tach khau', 'tach so', 'tach ho khau'], 'tach ho'],
  [['o tro', 'thue tro', 'o thue', 'thue nha', 'kt3'], 'dang ky tam tru'],
  [['xac nhan cu tru', 'ct07', 'giay cu tru'], 'xac nhan thong tin ve cu tru'],
  [['mo quan', 'mo tiem', 'mo cua hang', 'buon ban', 'ban hang', 'giay phep kinh doanh', 'tap hoa'], 'dang ky thanh lap ho kinh doanh'],
  [['dong cua quan', 'nghi ban', 'dep tiem', 'giai the ho kinh doanh'], 'cham dut hoat dong ho kinh doanh'],
  [
    ['nguoi gia', 'nguoi cao tuoi', 'tien gia', 'luong gia', 'tren 75 tuoi', '75 tuoi', '80 tuoi'],
    'thuc hien dieu chinh tro cap huu tri xa hoi',
  ],
  [['tien khuyet tat', 'tro cap khuyet tat', 'tro cap hang thang', 'me don than'], 'tro cap xa hoi hang thang'],
  [['so ho ngheo', 'nha ngheo', 'hoan canh kho khan'], 'cong nhan ho ngheo ho can ngheo'],
  [['tho liet si', 'gio liet si'], 'tro cap tho cung liet si'],
  [['kien', 'khieu kien'], 'giai quyet khieu nai lan dau'],
  [['to giac', 'to can bo'], 'giai quyet to cao'],
  [['via he', 'dung rap', 'muon duong'], 'su dung tam thoi long duong via he'],
  [['nghien', 'cai nghien'], 'dang ky cai nghien ma tuy tu nguyen'],
]

/** Words that a request is wrapped in and that tell no procedure from another. */
export const FILLER_WORDS: ReadonlySet<string> = new Set(
  (
    'lam giay xin cap cho toi em anh chi con chau minh ban muon can phai di den tai o dau nhu the nao khi thu tuc ho so ' +
    'viec don to de va hoac voi ve cua la thi duoc giup hoi xa phuong uy ban ubnd mot cai nay moi bi'
  ).split(' '),
)
