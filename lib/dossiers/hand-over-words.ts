/** How a result left the office, in words: given at the counter, posted, or laid ready to download. Posted is not arrived. Pure. */
import type { ReturnMethod } from '@/prisma/generated/enums'

type HandedOverWords = {
  /** Where the dossier stands, for the applicant and for the office. */
  tag: { citizen: string; staff: string }
  /** Where the result is, as a sentence: `lead` **`holder`**. */
  place: { lead: string; holder: string }
  /** The last stop of the dossier's way, and who or where. */
  stop: { what: string; who: string }
  /** What that means for the applicant. */
  next: string
}

export const HANDED_OVER: Record<ReturnMethod, HandedOverWords> = {
  COUNTER: {
    tag: { citizen: 'Đã trả kết quả', staff: 'Đã trả' },
    place: { lead: 'Kết quả đã được trao cho', holder: 'người nhận' },
    stop: { what: 'Đã trả kết quả', who: 'tại quầy Một cửa' },
    next: 'Hồ sơ đã xong.',
  },
  POST: {
    tag: { citizen: 'Đã gửi qua bưu chính', staff: 'Đã gửi bưu chính' },
    place: { lead: 'Kết quả đã được gửi qua', holder: 'bưu chính' },
    stop: { what: 'Đã gửi qua bưu chính', who: 'cán bộ Một cửa' },
    next: 'Hồ sơ đã xong ở cơ quan. Kết quả đã gửi qua bưu chính.',
  },
  ONLINE: {
    tag: { citizen: 'Có kết quả để tải', staff: 'Đã trả bản điện tử' },
    place: { lead: 'Kết quả tải về được trong', holder: 'Hồ sơ của tôi' },
    stop: { what: 'Có bản điện tử để tải về', who: 'trong Hồ sơ của tôi' },
    next: 'Hồ sơ đã xong. Kết quả tải về được trong Hồ sơ của tôi.',
  },
}

/** A result as it was handed over; null before. */
export type HandedOver = { method: ReturnMethod; trackingNumber: string | null } | null

/** "Mã bưu gửi: EE123456789VN.", or nothing. */
export const trackingWords = (handedOver: HandedOver): string =>
  handedOver?.trackingNumber ? `Mã bưu gửi: ${handedOver.trackingNumber}.` : ''

/** To whom or how it went, for the office's own history and notice: "cho Trần Văn Mẫu, tại quầy Một cửa". */
export function handedOverTo({ method, receiverName, trackingNumber }: NonNullable<HandedOver> & { receiverName: string | null }): string {
  if (method === 'ONLINE') return 'bản điện tử, người nộp tải về trong Hồ sơ của tôi'
  if (method === 'POST') return trackingNumber ? `gửi qua bưu chính, mã bưu gửi ${trackingNumber}` : 'gửi qua bưu chính'
  return receiverName === null ? 'tại quầy Một cửa' : `cho ${receiverName}, tại quầy Một cửa`
}
