import type { Refused, RefusalCode, RefusalDetail } from '@/lib/platform/refusal'

type Sentence = string | ((detail: RefusalDetail) => string)

const SENTENCES: Record<RefusalCode, Sentence> = {
  invalid_input: 'Có chỗ cần sửa trước khi gửi. Xem từng chỗ được đánh dấu bên dưới.',
  not_found: 'Không tìm thấy. Kiểm tra lại địa chỉ hoặc mã đã nhập.',
  not_allowed: 'Tài khoản này không có quyền làm việc đó. Cần thì liên hệ người quản trị.',
  sign_in_needed: 'Cần đăng nhập để làm tiếp. Nội dung đã lưu vẫn còn.',
  identity_level_too_low: 'Nộp hồ sơ cần tài khoản VNeID mức 2. Nâng mức tại Công an xã, hoặc mang giấy tờ đến quầy.',
  wrong_origin: 'Yêu cầu không đến từ trang này nên không được thực hiện. Mở lại trang rồi thử lại.',
  busy: 'Hệ thống đang bận. Nội dung vừa nhập chưa được gửi. Thử lại sau 1 phút.',
  changed_meanwhile: (d) =>
    d.by
      ? `${d.by} đã thay đổi hồ sơ này lúc ${d.at}. Chưa có gì bị ghi đè. Xem lại rồi làm tiếp.`
      : 'Nội dung ở đây đã được thay đổi ở nơi khác. Chưa có gì bị ghi đè. Tải lại trang rồi làm tiếp.',
  request_reused: 'Trang này đã được gửi một lần với nội dung khác. Tải lại trang để làm tiếp từ nội dung mới nhất.',
  step_not_possible: 'Bước này không làm được ở giai đoạn hiện nay của hồ sơ. Tải lại trang để xem các bước được làm.',
  reason_needed: 'Ghi lý do để người nhận biết phải làm gì.',
  result_document_needed: 'Đính kèm văn bản kết quả trước khi trình.',
  result_not_opened: 'Mở văn bản kết quả xem trước khi ký duyệt. Văn bản được thay thì phải mở lại.',
  components_unchecked: 'Còn giấy tờ chưa kiểm tra. Chọn kết quả kiểm tra cho từng giấy tờ trước khi tiếp nhận.',
  component_inadequate: 'Có giấy tờ chưa đạt nên chưa thể tiếp nhận. Kết quả kiểm tra đã được giữ lại.',
  already_asked: 'Trong khi giải quyết chỉ được yêu cầu bổ sung một lần, và hồ sơ này đã được yêu cầu rồi.',
  already_extended: 'Hồ sơ này đã được xin lỗi và hẹn lại một lần rồi; chỉ được hẹn lại một lần.',
  nothing_asked: 'Chưa chọn giấy tờ nào phải bổ sung. Đánh dấu từng giấy tờ và ghi lý do.',
  opinion_given: (d) =>
    `Câu hỏi này đã có ý kiến của ${d.by ?? 'người được hỏi'}, không ghi đè được. Ý kiến đó đọc ở mục Ý kiến của hồ sơ.`,
  question_taken_back: 'Câu hỏi này đã được rút lại, không cần trả lời nữa.',
  answer_incomplete: 'Còn giấy tờ chưa được bổ sung. Tải tệp lên, hoặc ghi rõ vì sao không có.',
  nothing_due: 'Hồ sơ này không có khoản nào phải thu, hoặc đã có người ghi thu rồi. Tải lại danh sách.',
  nothing_to_return: 'Hồ sơ này không có khoản nào phải hoàn, hoặc đã hoàn rồi. Tải lại danh sách.',
  money_returned: 'Tiền đã nộp đã hoàn cho người nộp nên hồ sơ không mở lại được. Hướng dẫn người nộp nộp hồ sơ mới.',
  nobody_goes_on: (d) =>
    `${d.department ?? 'Phòng giải quyết'} đã đóng hoặc không còn ai nhận việc nên hồ sơ không mở lại được. Hướng dẫn người nộp nộp hồ sơ mới.`,
  counter_only: 'Thủ tục này chỉ làm tại quầy. Xem giấy tờ cần mang theo ở trang thủ tục.',
  draft_incomplete: 'Hồ sơ chưa đủ để gửi. Xem các phần còn thiếu.',
  draft_changed:
    'Bản nháp đã được sửa ở một trang khác sau khi mở trang này, nên chưa có gì được lưu hay gửi. Xem lại nội dung bên dưới rồi bấm lần nữa, hoặc tải lại trang để lấy bản đã lưu.',
  draft_unreadable: 'Nội dung nhập dở này không đọc lại được nữa; chưa có gì được gửi hay tiếp nhận. Xóa rồi làm lại từ đầu.',
  already_filed: (d) => `Hồ sơ này đã được gửi với mã ${d.code}.`,
  dossier_full: 'Các tệp của hồ sơ đã đủ 100 MB. Xóa bớt tệp hoặc mang giấy tờ đến quầy.',
  day_full: (d) =>
    `Hôm nay tài khoản này đã gửi đủ ${d.limit ?? 'dung lượng'} tệp. Phần đã lưu vẫn còn: gửi tiếp từ ngày mai, hoặc mang bản giấy đến quầy.`,
  factor_wrong: 'Không tìm thấy hồ sơ khớp mã và 4 số này. Xem lại mã trên Giấy tiếp nhận.',
  too_many_tries: (d) =>
    `Đã thử ${d.tries ?? 'quá nhiều'} lần. Thử lại sau ${d.until ?? '1 giờ'}${d.phone ? `, hoặc gọi ${d.phone}` : ''}.`,
  credentials_wrong: 'Tên đăng nhập hoặc mật khẩu không đúng. Kiểm tra phím Caps Lock rồi nhập lại.',
  account_suspended: 'Tài khoản đang tạm ngừng. Liên hệ người quản trị của đơn vị.',
  officer_suspended: 'Người nhận việc đang tạm ngừng, nên hồ sơ chưa được giao. Chọn người khác.',
  nobody_takes_over: (d) =>
    `Người này đang giữ ${d.count} hồ sơ mà ${d.department ?? 'phòng'} không còn ai nhận thay. Thêm lãnh đạo hoặc chuyên viên cho phòng trước.`,
  last_admin: 'Đây là người quản trị duy nhất đang hoạt động. Giao vai trò quản trị cho người khác trước.',
  own_account: 'Không tự làm việc này với tài khoản của chính mình. Nhờ người quản trị khác.',
  department_closed: (d) => `${d.department ?? 'Phòng này'} đã đóng. Chuyển người này sang phòng khác trước, rồi phục hồi.`,
  department_in_use: (d) => `Chưa đóng được. ${d.first ?? 'Phòng này còn việc'}.`,
  version_incomplete: 'Phiên bản chưa công bố được. Xem từng chỗ cần sửa.',
  version_begun: 'Phiên bản này đã bắt đầu áp dụng nên không rút được. Muốn sửa thì soạn phiên bản mới.',
  version_drafted: 'Đang có bản nháp soạn tiếp từ phiên bản này. Bỏ bản nháp ấy trước, rồi rút phiên bản.',
  link_over: 'Đường dẫn này đã dùng, đã quá 24 giờ hoặc đã có đường dẫn mới hơn. Xin người quản trị một đường dẫn khác.',
}

/** The sentence that tells the person what to do about a refusal. */
export function sentenceOf(refusal: Pick<Refused, 'code' | 'detail'>): string {
  const sentence = SENTENCES[refusal.code]
  return typeof sentence === 'string' ? sentence : sentence(refusal.detail)
}
