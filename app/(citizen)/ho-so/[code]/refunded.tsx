import { Notice } from '@/components/ui/notice'
import { Phone } from '@/components/layout/citizen-page'
import type { Refund } from '@/lib/dossiers/refunds'
import { localDateOf } from '@/lib/platform/local-date'
import { formatVnd } from '@/lib/platform/money'
import { dateWords } from '@/lib/text/dates'

/** Money that comes back, or has come back, in words. */
export function Refunded({ refund: { amount, doneAt }, isStopped, phone }: { refund: Refund; isStopped: boolean; phone: string }) {
  return (
    <Notice>
      <p>
        {doneAt === null ? (
          <>
            <strong>{formatVnd(amount)} phí, lệ phí đã nộp sẽ được hoàn lại</strong>, vì hồ sơ {isStopped ? 'đã dừng' : 'chưa được'} giải
            quyết. Cán bộ liên hệ theo số điện thoại đã ghi khi nộp; cần hỏi thì gọi <Phone number={phone} />.
          </>
        ) : (
          <>
            <strong>Đã hoàn lại {formatVnd(amount)} phí, lệ phí</strong> ngày {dateWords(localDateOf(doneAt))}.
          </>
        )}
      </p>
    </Notice>
  )
}
