/** What can be wrong with a register that is brought in, and the sentence that says what to do about it. Pure. */
import { IMPORT_HEADS, type ImportColumn } from './import-columns'

const SENTENCES = {
  unreadable: () => 'Không đọc được tệp. Mở tệp trên máy, lưu lại dạng XLSX hoặc CSV UTF-8 rồi tải lên lại',
  no_head: (said) => `Không thấy dòng tiêu đề có đủ các cột bắt buộc. Còn thiếu: ${said}. Dùng tiêu đề như tệp mẫu`,
  no_lines: () => 'Dưới dòng tiêu đề không có hồ sơ nào',
  too_many: (said) => `Tệp có hơn ${said} dòng. Tách thành nhiều tệp, mỗi tệp một năm`,
  missing: () => 'Còn trống. Cột này phải có',
  too_long: (said) => `Dài quá ${said} chữ. Viết gọn lại`,
  not_number: (said) => `“${said}” không phải là số thứ tự. Ghi số từ 1 trở lên`,
  number_twice: (said) => `Số này đã có ở dòng ${said} của cùng quyển sổ. Mỗi số một hồ sơ`,
  number_gap: (said) => `Sổ thiếu ${said} trước số này. Thêm dòng còn thiếu, hoặc đánh lại số`,
  number_taken: (said) => `Số này trong hệ thống là hồ sơ khác: ${said}. Kiểm tra lại số và ngày nhận`,
  not_code: (said) => `“${said}” không phải mã hồ sơ dạng H61.123-240115-0001. Sửa lại, hoặc để trống để hệ thống cấp mã`,
  code_twice: (said) => `Mã này đã có ở dòng ${said}. Mỗi mã một hồ sơ`,
  code_taken: (said) => `Mã này trong hệ thống thuộc hồ sơ khác, ${said}. Kiểm tra lại mã`,
  unknown_procedure: (said) => `“${said}” không có trong danh mục thủ tục. Ghi đúng tên, hoặc thêm cột Mã thủ tục`,
  unknown_procedure_code: (said) => `Không có thủ tục mã “${said}”. Xem mã ở danh mục thủ tục`,
  several_procedures: (said) => `Tên này là của nhiều thủ tục: ${said}. Thêm cột Mã thủ tục`,
  unknown_department: (said) => `Xã không có phòng hoặc cơ quan tên như vậy. Chọn một trong: ${said}`,
  closed_department: (said) => `${said} đã đóng nên hồ sơ chưa trả không nằm ở đó được. Ghi phòng đang giữ hồ sơ`,
  not_day: (said) => `“${said}” không phải là ngày. Ghi dạng 15/01/2024 hoặc 15/01/2024 08:30`,
  no_such_day: (said) => `Ngày ${said} không có trong lịch. Kiểm tra lại ngày và tháng`,
  too_early: (said) => `Năm ${said} quá xa. Kiểm tra lại năm`,
  in_future: () => 'Ngày này chưa đến. Kiểm tra lại năm',
  before_receipt: () => 'Sớm hơn ngày nhận hồ sơ. Kiểm tra lại hai ngày',
  before_result: () => 'Sớm hơn ngày có kết quả. Kiểm tra lại hai ngày',
  unknown_method: (said) => `“${said}” không phải cách nhận kết quả. Ghi Trực tiếp, Bưu chính hoặc Trực tuyến`,
  unknown_channel: (said) => `“${said}” không phải kênh nộp. Ghi Trực tiếp, Bưu chính, Trực tuyến hoặc Cổng quốc gia`,
  not_yes_no: (said) => `“${said}” không rõ. Ghi Có hoặc Không`,
  not_money: (said) => `“${said}” không phải số tiền. Ghi số đồng, ví dụ 8.000`,
} satisfies Record<string, (said: string) => string>

export type FaultCode = keyof typeof SENTENCES

/** A fault by its place. `line` 0 and no column: the file as a whole. `said`: what the sentence names; never a name, an address or a telephone number. */
export type RegisterFault = { line: number; column: ImportColumn | ''; code: FaultCode; said: string }

const isCode = (code: string): code is FaultCode => Object.hasOwn(SENTENCES, code)
const isColumn = (column: string): column is ImportColumn => Object.hasOwn(IMPORT_HEADS, column)

/** A fault as its list shows it. */
export const faultInWords = ({ line, column, code, said }: { line: number; column: string; code: string; said: string }) => ({
  line: line === 0 ? 'Cả tệp' : String(line),
  column: isColumn(column) ? IMPORT_HEADS[column] : '',
  sentence: `${isCode(code) ? SENTENCES[code](said) : code}.`,
})
