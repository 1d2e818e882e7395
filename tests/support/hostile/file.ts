// What a hostile or broken file is, and the sentence with which the office refuses each kind of fault.

/** `name`: what its sender calls it. `fault`: why it must not be kept. */
export type HostileFile = { kind: string; name: string; content: Buffer; fault: Fault }

/** What each refusal says of the file; a file that is refused for another reason than its own got through the check that was meant for it. */
export const SAYS = {
  empty: /không có nội dung \(0 byte\)/,
  too_large: /nặng .+, tối đa 20 MB/,
  cut_off: /bị cụt ở phần cuối/,
  not_allowed: /chưa nhận được\. Chỉ nhận PDF, JPG, PNG hoặc DOCX/,
  mislabelled: /có đuôi \.\w+ nhưng nội dung là/,
  password: /có mật khẩu nên không mở được/,
  unreadable: /bị hỏng nên không mở được/,
  pixels: /điểm ảnh, quá lớn để mở/,
  unsafe: /nội dung tự chạy hoặc tệp khác ẩn bên trong/,
} as const
export type Fault = keyof typeof SAYS

/** What the person can do about it: every sentence ends with one of these. */
export const WAY_OUT = /(tải lại|rồi chọn lại|quét hoặc chụp lại|tải từng tệp|lưu ảnh thành JPG|mang bản giấy đến quầy|mang đến quầy)\.$/

/** Text of bytes: each character below 256 is one. */
export const bytes = (...parts: (string | Uint8Array)[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))))
