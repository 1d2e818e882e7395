import { z } from 'zod'

/** Why nobody was signed in, as `/dang-nhap?loi=` says it. */
export const SignInFailure = z.enum([
  'cancelled',
  'identity_unreachable',
  'identity_failed',
  'identity_incomplete',
  'sign_in_expired',
  'busy',
])

export type SignInFailure = z.infer<typeof SignInFailure>

/** What happened, and what to do about it. */
export const SIGN_IN_FAILURES: Record<SignInFailure, string> = {
  cancelled: 'Chưa đăng nhập: đã quay lại từ trang VNeID. Cần thì bấm Đăng nhập bằng VNeID để làm lại. Tra cứu hồ sơ không cần đăng nhập.',
  identity_unreachable: 'VNeID đang không trả lời. Thử lại sau vài phút. Bản nháp đã lưu vẫn còn; cần gấp thì mang giấy tờ đến quầy.',
  identity_failed:
    'Chưa xác nhận được lần đăng nhập này với VNeID. Bấm Đăng nhập bằng VNeID để làm lại. Nếu vẫn không được, gọi Một cửa theo số ở cuối trang.',
  identity_incomplete:
    'VNeID chưa gửi đủ họ tên và số định danh. Mở ứng dụng VNeID, xem thông tin căn cước đã có chưa rồi đăng nhập lại. Chưa có thì đến Công an xã.',
  sign_in_expired:
    'Lần đăng nhập này đã quá 15 phút, hoặc bắt đầu ở trình duyệt khác. Bấm Đăng nhập bằng VNeID để làm lại từ đầu ngay tại đây.',
  busy: 'Hệ thống đang bận nên chưa đăng nhập được. Thử lại sau 1 phút. Bản nháp đã lưu vẫn còn.',
}

/** Said on the sign-in pages to someone whose session ran out. */
export const SESSION_OVER: Record<'idle' | 'expired', { citizen: string; staff: string }> = {
  idle: {
    citizen: 'Đã tự thoát sau 30 phút để giữ an toàn. Đăng nhập lại, bản nháp vẫn còn.',
    staff: 'Đã tự thoát sau 30 phút không thao tác. Đăng nhập lại để làm tiếp.',
  },
  expired: {
    citizen: 'Đã tự thoát sau 4 giờ để giữ an toàn. Đăng nhập lại, bản nháp vẫn còn.',
    staff: 'Đã tự thoát sau 12 giờ để giữ an toàn. Đăng nhập lại để làm tiếp.',
  },
}

/** Names by which browsers call themselves, the more special ones first: every Chromium also says "Safari". */
const BROWSERS: readonly [RegExp, string][] = [
  [/Edg(?:e|A|iOS)?\//, 'Edge'],
  [/coc_coc_browser/, 'Cốc Cốc'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
]
const SYSTEMS: readonly [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iPhone hoặc iPad'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'máy Mac'],
  [/Linux|X11/, 'Linux'],
]

/** "Chrome trên Windows", as far as the browser says it; anyone may claim anything there, so it only helps to remember. */
export function browserWords(userAgent: string): string {
  const named = (list: typeof BROWSERS) => list.find(([pattern]) => pattern.test(userAgent))?.[1]
  const [browser, system] = [named(BROWSERS) ?? 'Trình duyệt khác', named(SYSTEMS)]
  return system ? `${browser} trên ${system}` : browser
}
