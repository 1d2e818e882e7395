import type { ReactNode } from 'react'
import { DossierCode } from '@/components/dossiers/dossier-code'
import type { previewCalendar } from '@/lib/dossiers/calendar-queries'
import { momentWords } from '@/lib/text/dates'

type Preview = Extract<Awaited<ReturnType<typeof previewCalendar>>, { ok: true }>['value']

/** Which due dates would change, and which by law do not. */
export function Effects({ preview: { answer, moved, kept, elsewhere } }: { preview: Preview }) {
  const changes = answer.count + moved.count
  return (
    <section aria-labelledby="xem-truoc" className="stack">
      <h2 id="xem-truoc">Nếu sửa như trên</h2>
      <p>
        <strong>{changes === 0 ? 'Không hạn nào của hồ sơ đang mở thay đổi.' : `${changes} hạn thay đổi.`}</strong>
        {elsewhere > 0 ? ` Thêm ${elsewhere} hạn ở các xã khác trên bản cài đặt.` : ''} Hồ sơ tiếp nhận từ nay tính theo lịch mới.
      </p>
      <Group list={answer} title="Hạn trả lời hồ sơ mới gửi, tính lại">
        Hồ sơ chưa tiếp nhận phải được trả lời trong 8 giờ làm việc, nên tính lại theo lịch mới.
      </Group>
      <Group list={moved} title="Ngày hẹn rơi vào ngày nghỉ mới, dời sang ngày làm việc kế tiếp">
        Bộ luật Dân sự 2015, Điều 148 khoản 5.
      </Group>
      <Group list={kept} title="Ngày hẹn giữ nguyên" verb="tính lại sẽ là">
        Đã hẹn trên Giấy tiếp nhận theo lịch lúc tiếp nhận. Chậm hơn thì phải xin lỗi và hẹn lại, sớm hơn thì trả sớm.
      </Group>
    </section>
  )
}

type List = Preview['kept']

function Group({ list, title, verb = 'thành', children }: { list: List; title: string; verb?: string; children: ReactNode }) {
  if (list.count === 0) return null
  return (
    <>
      <h3>
        {title}: {list.count} hồ sơ
      </h3>
      <p className="note">{children}</p>
      <ul className="plain">
        {list.named.map(({ code, from, to }) => (
          <li key={code}>
            <DossierCode code={code} /> {momentWords(from)}, {verb} {momentWords(to)}
          </li>
        ))}
      </ul>
      {list.count > list.named.length ? <p className="note">và {list.count - list.named.length} hồ sơ khác.</p> : null}
    </>
  )
}
