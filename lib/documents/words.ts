import { formatNumber } from '@/lib/platform/money'
import { DOSSIER_LIMIT, FILE_LIMIT, MEGABYTE, claimedType, type FileRefusal, type FoundContent, type MediaType } from './rules'

/** The kinds of files that are taken, by the names that people see at their files. */
export const FILE_KINDS = 'PDF, JPG, PNG hoặc DOCX'

/** Said beside every file input. */
export const ALLOWED_FILES = `Nhận tệp ${FILE_KINDS}, mỗi tệp tối đa ${sizeInWords(FILE_LIMIT)}, cả hồ sơ tối đa ${sizeInWords(DOSSIER_LIMIT)}.`

const ACCEPTS = `Chỉ nhận ${FILE_KINDS}.`

const TYPE_NAMES: Record<MediaType, string> = {
  'application/pdf': 'tệp PDF',
  'image/jpeg': 'ảnh JPG',
  'image/png': 'ảnh PNG',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'tệp Word (DOCX)',
}

const FOUND_NAMES: Record<FoundContent, string> = {
  ...TYPE_NAMES,
  heic: 'ảnh HEIC của điện thoại',
  other_picture: 'ảnh thuộc loại khác',
  old_office: 'tệp Word hoặc Excel kiểu cũ',
  spreadsheet: 'bảng tính Excel',
  slides: 'tệp trình chiếu',
  archive: 'tệp nén',
  video: 'phim hoặc âm thanh',
  unknown: 'một loại tệp khác',
}

/** What to do with content of this kind so that it can be taken. */
const WAY_OUT: Record<FoundContent, string> = {
  'application/pdf': 'Đổi đuôi tên tệp thành .pdf rồi tải lại',
  'image/jpeg': 'Đổi đuôi tên tệp thành .jpg rồi tải lại',
  'image/png': 'Đổi đuôi tên tệp thành .png rồi tải lại',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Đổi đuôi tên tệp thành .docx rồi tải lại',
  heic: 'Trong cài đặt máy ảnh chọn kiểu JPG (Tương thích nhất) rồi chụp lại, hoặc lưu ảnh thành JPG',
  other_picture: 'Lưu ảnh thành JPG hoặc PNG rồi tải lại',
  old_office: 'Lưu lại thành DOCX hoặc PDF rồi tải lại',
  spreadsheet: 'Lưu lại thành PDF rồi tải lại',
  slides: 'Lưu lại thành PDF rồi tải lại',
  archive: 'Giải nén rồi tải từng tệp',
  video: 'Chụp hoặc quét giấy tờ thành ảnh hoặc PDF rồi tải lại',
  unknown: 'Mở tệp trên máy, lưu lại thành PDF rồi tải lại, hoặc mang bản giấy đến quầy',
}

const SENTENCES: { [R in FileRefusal['reason']]: (refusal: Extract<FileRefusal, { reason: R }>) => string } = {
  empty: ({ fileName }) => `Tệp ${fileName} không có nội dung (0 byte). Mở thử tệp trên máy rồi chọn lại`,
  too_large: ({ fileName, size, limit }) =>
    `${noun(fileName)} ${fileName} nặng ${sizeInWords(size)}, tối đa ${sizeInWords(limit)}. ${
      isPicture(fileName) ? 'Chụp lại ở cỡ nhỏ hơn' : 'Quét lại ở cỡ nhỏ hơn hoặc tách thành nhiều tệp'
    }, hoặc mang đến quầy`,
  dossier_full: ({ fileName, size, room }) =>
    `Tệp ${fileName} nặng ${sizeInWords(size)} nhưng hồ sơ chỉ còn chỗ cho ${sizeInWords(room, 'down')} (tối đa ${sizeInWords(DOSSIER_LIMIT)}). Giảm cỡ tệp, bỏ tệp thừa, hoặc mang bản giấy đến quầy`,
  day_full: ({ fileName, size, room, limit }) =>
    `Tệp ${fileName} nặng ${sizeInWords(size)} nhưng hôm nay tài khoản này chỉ còn gửi được ${sizeInWords(room, 'down')} (mỗi ngày tối đa ${sizeInWords(limit)}). Phần đã lưu vẫn còn: gửi tiếp từ ngày mai, hoặc mang bản giấy đến quầy`,
  cut_off: ({ fileName, received, announced }) =>
    announced === null
      ? `Tệp ${fileName} bị cụt ở phần cuối nên không đọc được hết. Mở thử tệp trên máy: mở được thì tải lại, không mở được thì quét hoặc chụp lại`
      : `Tệp ${fileName} chưa đến đủ: nhận ${sizeInWords(received, 'down')} trên ${sizeInWords(announced)}. Kiểm tra mạng rồi tải lại`,
  not_allowed: ({ fileName, found }) => `Tệp ${fileName} là ${FOUND_NAMES[found]}, chưa nhận được. ${ACCEPTS} ${WAY_OUT[found]}`,
  mislabelled: ({ fileName, claimed, found }) =>
    `Tệp ${fileName} có đuôi .${claimed} nhưng nội dung là ${FOUND_NAMES[found]}. ${WAY_OUT[found]}`,
  password_protected: ({ fileName }) => `Tệp ${fileName} có mật khẩu nên không mở được. Bỏ mật khẩu rồi tải lại`,
  unreadable: ({ fileName }) =>
    `Tệp ${fileName} bị hỏng nên không mở được. Mở thử tệp trên máy rồi lưu lại, hoặc ${isPicture(fileName) ? 'chụp' : 'quét'} lại, sau đó tải lại`,
  too_many_pixels: ({ fileName, width, height }) =>
    `Ảnh ${fileName} có ${formatNumber(width)} × ${formatNumber(height)} điểm ảnh, quá lớn để mở. Chụp lại ở cỡ nhỏ hơn rồi tải lại`,
  unsafe_content: ({ fileName }) =>
    `Tệp ${fileName} có chứa nội dung tự chạy hoặc tệp khác ẩn bên trong nên không nhận để giữ an toàn. ${safeWay(fileName)} rồi tải lại, hoặc mang bản giấy đến quầy`,
}

/** One sentence for the field and the error summary: what is wrong with this file and what to do. */
export function refusalInWords(refusal: FileRefusal): string {
  return `${say(refusal.reason, refusal)}.`
}

/** The same sentence for who works in the office: there is no counter to bring a paper to. */
export const forStaff = (sentence: string): string => sentence.replace(/,? hoặc mang(?: bản giấy)? đến quầy/, '')

/** Why a whole sending failed, when no single file is to blame. */
export type UploadFailure = 'cut_off' | 'too_large' | 'too_many_parts' | 'malformed' | 'storage_full'

export const UPLOAD_FAILURES: Record<UploadFailure, string> = {
  cut_off: 'Đường truyền bị ngắt giữa chừng nên các tệp chưa được lưu. Kiểm tra mạng rồi tải lại.',
  too_large: `Các tệp gửi cùng lúc vượt quá ${sizeInWords(DOSSIER_LIMIT)}. Tải từng tệp một, hoặc giảm cỡ tệp.`,
  too_many_parts: 'Gửi quá nhiều tệp cùng lúc. Tải từng tệp một.',
  malformed: 'Không đọc được nội dung gửi lên. Mở lại trang này rồi chọn tệp lần nữa.',
  storage_full: 'Hệ thống tạm thời không lưu được tệp. Nội dung đã nhập vẫn còn; thử lại sau ít phút hoặc mang bản giấy đến quầy.',
}

/**
 * Bytes as people say them: "312 KB", "26 MB", "10,4 MB". Rounds up (so that a file one byte over the limit never shows
 * as equal to it), or down where what has arrived or what still fits is named.
 */
export function sizeInWords(bytes: number, round: 'up' | 'down' = 'up'): string {
  const step = round === 'up' ? Math.ceil : Math.floor
  if (bytes < 1024) return `${bytes} byte`
  if (bytes < MEGABYTE) {
    const kilobytes = step(bytes / 1024)
    return kilobytes < 1024 ? `${kilobytes} KB` : '1 MB'
  }
  const tenths = step((bytes / MEGABYTE) * 10)
  return `${formatNumber(Math.floor(tenths / 10))}${tenths % 10 === 0 ? '' : `,${tenths % 10}`} MB`
}

function say<R extends FileRefusal['reason']>(reason: R, refusal: Extract<FileRefusal, { reason: R }>): string {
  return SENTENCES[reason](refusal)
}

/** How the same paper becomes a file in which nothing can hide. */
function safeWay(fileName: string): string {
  if (isPicture(fileName)) return 'Chụp hoặc quét lại'
  return claimedType(fileName) === 'application/pdf' ? 'Mở tệp, chọn In, in ra một tệp PDF mới' : 'Lưu lại thành PDF'
}

function isPicture(fileName: string): boolean {
  return claimedType(fileName)?.startsWith('image/') ?? false
}

function noun(fileName: string): string {
  return isPicture(fileName) ? 'Ảnh' : 'Tệp'
}
