import { Notice } from '@/components/ui/notice'
import type { LocalDate } from '@/lib/platform/local-date'
import { dateWords } from '@/lib/text/dates'

/** For whom somebody works as well, and until when: part of what lies here is that colleague's. */
export function StandingIn({ standIns }: { standIns: readonly { id: string; fullName: string; lastDay: LocalDate }[] }) {
  return (
    <Notice>
      {standIns.map(({ id, fullName, lastDay }) => (
        <p key={id}>
          <strong>Đang làm thay {fullName}</strong> đến hết {dateWords(lastDay)}. Việc của {fullName} nằm chung trong danh sách này; làm
          xong ký tên mình, hồ sơ vẫn của {fullName}.
        </p>
      ))}
    </Notice>
  )
}
