import { paperHref } from '@/components/dossiers/file-words'
import { Buttons } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { StaffDossier } from '@/lib/dossiers/dossier-queries'
import { type PaperKind, paperNumber } from '@/lib/papers/rules'
import { momentWords, timeWords } from '@/lib/text/dates'
import { COUNTER, rollHref } from '../../addresses'

/** What was done, in one line. `done` is said only while it is the last thing that happened, so an address kept from yesterday says nothing. */
export function DoneNotice({ dossier, step }: { dossier: StaffDossier; step: string | null }) {
  const [last] = dossier.events
  if (step === null || last?.step !== step) return null
  const sentence = SENTENCES[step]?.(dossier, timeWords(last.at))
  if (!sentence) return null
  const kept = PAPER[step]
  const paper = kept && dossier.papers.findLast(({ kind }) => kind === kept.kind)
  return (
    <Notice live>
      <p>{sentence}</p>
      {kept && paper ? (
        <Buttons>
          <a className="btn btn--plain" href={paperHref(paper.id)} target="_blank" rel="noopener">
            In {kept.name} số {paperNumber(paper.kind, paper.number)}
          </a>
          <a className="btn btn--plain" href={rollHref(paper.id)} target="_blank" rel="noopener">
            In cuộn 80 mm
          </a>
        </Buttons>
      ) : null}
      {kept && dossier.channel === 'COUNTER' && (step === 'receive' || dossier.receivedAt === null) ? (
        <p>
          <a href={COUNTER}>Tiếp nhận người tiếp theo</a>
        </p>
      ) : null}
    </Notice>
  )
}

type HandOver = NonNullable<StaffDossier['handOver']>

const DONE: Record<HandOver['method'], (handOver: HandOver) => string> = {
  COUNTER: ({ receiverName }) => (receiverName === null ? 'Đã trả kết quả' : `Đã trả kết quả cho ${receiverName}`),
  POST: ({ trackingNumber }) => (trackingNumber === null ? 'Đã gửi qua bưu chính' : `Đã gửi qua bưu chính, mã bưu gửi ${trackingNumber},`),
  ONLINE: () => 'Người nộp tải được kết quả từ',
}

/** The paper that a step has issued. */
const PAPER: Readonly<Record<string, { kind: PaperKind; name: string }>> = {
  receive: { kind: 'RECEIPT', name: 'Giấy tiếp nhận' },
  ask_for_more: { kind: 'SUPPLEMENT', name: 'Phiếu yêu cầu bổ sung' },
  refuse: { kind: 'REFUSAL', name: 'Phiếu từ chối' },
}

const SENTENCES: Readonly<Record<string, (dossier: StaffDossier, at: string) => string>> = {
  receive: ({ dueAt }, at) => `Đã tiếp nhận lúc ${at}.${dueAt ? ` Hẹn trả ${momentWords(dueAt)}.` : ''}`,
  ask_for_more: ({ receivedAt }, at) =>
    `Đã yêu cầu bổ sung lúc ${at}; người nộp được báo qua thư điện tử nếu có.${receivedAt ? ' Thời hạn tạm dừng.' : ''}`,
  answer: ({ dueAt }, at) => `Đã ghi nhận bổ sung lúc ${at}.${dueAt ? ` Thời hạn chạy tiếp, hẹn trả ${momentWords(dueAt)}.` : ''}`,
  refuse: (_dossier, at) => `Đã từ chối tiếp nhận lúc ${at}, kèm lý do. Hồ sơ đã đóng.`,
  forward: ({ holder }, at) => `Đã chuyển ${holder ?? 'phòng chuyên môn'} lúc ${at}.`,
  take: (_dossier, at) => `Đã nhận xử lý lúc ${at}.`,
  attach_result: (_dossier, at) => `Đã đính kèm văn bản kết quả lúc ${at}. Có thể trình ký duyệt.`,
  propose: ({ holder }, at) => `Đã trình ${holder ?? 'lãnh đạo'} lúc ${at}.`,
  approve: (_dossier, at) => `Đã ký duyệt lúc ${at}. Hồ sơ về Một cửa để trả kết quả; người nộp được báo qua thư điện tử nếu có.`,
  send_back: ({ holder }, at) => `Đã trả lại ${holder ?? 'chuyên viên'} lúc ${at}, kèm lý do.`,
  recall: (_dossier, at) => `Đã rút lại bản trình lúc ${at}. Sửa xong thì trình lại.`,
  assign: ({ holder }, at) => `Đã giao ${holder ?? 'người của phòng'} lúc ${at}.`,
  pass_on: ({ holder }, at) => `Đã chuyển ${holder ?? 'người khác'} lúc ${at}, kèm lý do.`,
  pass_to_department: ({ holder }, at) => `Đã chuyển ${holder ?? 'phòng khác'} lúc ${at}, kèm lý do.`,
  give_back: ({ holder }, at) => `Đã trả lại ${holder ?? 'phòng'} lúc ${at}, kèm lý do.`,
  hand_over: ({ handOver }, at) => `${handOver ? DONE[handOver.method](handOver) : 'Đã trả kết quả'} lúc ${at}. Hồ sơ đã đóng.`,
}
