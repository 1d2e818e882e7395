import { DenseFacts, Facts, type Fact } from '@/components/ui/facts'

/**
 * What the Giấy tiếp nhận says, in words. `register` is book and running number of the Sổ theo dõi hồ sơ; `pdf` opens the paper.
 */
export type Receipt = {
  number: string
  receivedAt: { iso: string; text: string }
  appointment: { iso: string; text: string }
  register: { book: string; number: number }
  fee: string
  pdf: string
}

/** The receipt as terms and values; `dense` for staff. */
export function ReceiptFacts({ receipt, dense = false }: { receipt: Receipt; dense?: boolean }) {
  const facts: Fact[] = [
    {
      term: 'Giấy tiếp nhận',
      value: (
        <a href={receipt.pdf}>
          Số {receipt.number}
          <span className="vh">, tệp PDF</span>
        </a>
      ),
    },
    { term: 'Tiếp nhận lúc', value: <time dateTime={receipt.receivedAt.iso}>{receipt.receivedAt.text}</time> },
    { term: 'Hẹn trả kết quả', value: <time dateTime={receipt.appointment.iso}>{receipt.appointment.text}</time> },
    { term: 'Sổ theo dõi hồ sơ', value: `Quyển số ${receipt.register.book}, số thứ tự ${receipt.register.number}` },
    { term: 'Phí, lệ phí', value: receipt.fee },
  ]
  return dense ? <DenseFacts facts={facts} /> : <Facts facts={facts} />
}
